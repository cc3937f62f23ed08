import type { Entity } from '../../model/index.js';
import type { Found } from '../format.js';
import { graphOf } from './graph.js';

type Properties = Readonly<Record<string, readonly string[]>>;

/** An id as FollowTheMoney wants it, of letters, digits, points and hyphens: a colon becomes two points, any other sign its number between two. */
const idOf = (id: string): string =>
  `${id.replace(/[^0-9A-Za-z:-]/gu, (sign) => `.${sign.codePointAt(0)?.toString(16)}.`).replaceAll(':', '..')}`.replace(/[.-]$/, '$&0');

/** FollowTheMoney entities, one JSON object a line, for Aleph and its relatives: articles, who is named in them, and who appears with whom. */
export function* ftm({ findings }: Found): Iterable<string> {
  for (const { document_id, title, published, url, language } of findings.documents)
    yield line(idOf(`article:${document_id}`), 'Article', {
      title: some(title ?? document_id),
      publishedAt: some(published),
      sourceUrl: some(/^https?:\/\/\S+$/i.test(url ?? '') ? url : null),
      language: some(language === 'en' ? 'eng' : null),
    });
  for (const entity of findings.entities) yield line(idOf(entity.entity_id), schemaOf(entity), properties(entity));
  // A word that only points back ("he") is nobody's name.
  for (const { mention_id, document_id, entity_id, text, use } of findings.mentions)
    if (use !== 'reference')
      yield line(idOf(`mention:${mention_id}`), 'Mention', { document: [idOf(`article:${document_id}`)], resolved: [idOf(entity_id)], name: [text] });
  for (const { a_id, b_id, window, count, example_text } of graphOf(findings).edges)
    yield line(idOf(`link:${a_id}:${b_id}`), 'UnknownLink', {
      subject: [idOf(a_id)],
      object: [idOf(b_id)],
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
