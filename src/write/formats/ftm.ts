import type { Entity } from '../../model/index.js';
import type { Found } from '../format.js';
import { graphOf } from './graph.js';

type Properties = Readonly<Record<string, readonly string[]>>;

/** FollowTheMoney entities, one JSON object a line, for Aleph and its relatives: articles, who is named in them, and who appears with whom. */
export function* ftm({ findings }: Found): Iterable<string> {
  for (const { document_id, title, published, url, language } of findings.documents)
    yield line(`article:${document_id}`, 'Article', {
      title: some(title ?? document_id),
      publishedAt: some(published),
      sourceUrl: some(url),
      language: some(language === null || language === 'und' ? null : language),
    });
  for (const entity of findings.entities) yield line(entity.entity_id, schemaOf(entity), properties(entity));
  for (const { mention_id, document_id, entity_id, text } of findings.mentions)
    yield line(`mention:${mention_id}`, 'Mention', { document: [`article:${document_id}`], resolved: [entity_id], name: [text] });
  for (const { a_id, b_id, window, count, example_text } of graphOf(findings).edges)
    yield line(`link:${a_id}:${b_id}`, 'UnknownLink', {
      subject: [a_id],
      object: [b_id],
      role: [`named in ${count} ${window}${count === 1 ? '' : 's'}`],
      summary: [example_text],
    });
}

const some = (value: string | null): readonly string[] => (value === null || value === '' ? [] : [value]);

function schemaOf({ type, kind }: Entity): string {
  if (type === 'person') return 'Person';
  if (type === 'place') return 'Address';
  if (kind === 'company' || kind === 'media') return 'Company';
  return kind === 'government' || kind === 'ministry' || kind === 'agency' || kind === 'court' || kind === 'parliament'
    ? 'PublicBody'
    : 'Organization';
}

function properties({ type, name, country, surface_forms, latitude, longitude, kind }: Entity): Properties {
  const aliases = surface_forms.filter((form) => form !== name);
  const countries = some(country?.toLowerCase() ?? null);
  if (type !== 'place') return { name: [name], alias: aliases, country: countries, ...(type === 'person' ? { position: some(kind) } : {}) };
  return {
    name: [name],
    full: [name],
    alias: aliases,
    country: countries,
    latitude: some(latitude === null ? null : String(latitude)),
    longitude: some(longitude === null ? null : String(longitude)),
  };
}

function line(id: string, schema: string, properties: Properties): string {
  const given = Object.fromEntries(Object.entries(properties).filter(([, values]) => values.length > 0));
  return `${JSON.stringify({ id, schema, properties: given })}\n`;
}
