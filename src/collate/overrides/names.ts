import type { Entity, Mention, Override, Reading } from '../../model/index.js';
import { typeOfId, type Book } from './book.js';
import { corrected, meantClaims, substituted } from './claims.js';
import { fits, quotationOf } from './quote.js';

/** Notes what a row did to one article: how many rows of tables changed, or that it fits several claims. */
export type Note = (override: Override, changed: number, ambiguous?: true) => void;

type Rows = Pick<Reading, 'mentions' | 'claims'> & { readonly entities: Map<string, Entity> };

/** The article as the overrides want it, one after the other. */
export function overridden(reading: Reading, overrides: readonly Override[], book: Book, note: Note): Reading {
  let rows: Rows = { mentions: reading.mentions, claims: reading.claims, entities: new Map(reading.entities.map((one) => [one.entity_id, one])) };
  for (const override of overrides) {
    rows = override.action === 'correct' ? correct(rows, override, book, note) : rename(rows, reading, override, book, note);
  }
  const { mentions, claims } = rows;
  if (mentions === reading.mentions) return claims === reading.claims ? reading : { ...reading, claims };
  const counts = new Map<string, number>();
  for (const { entity_id } of mentions) counts.set(entity_id, (counts.get(entity_id) ?? 0) + 1);
  return {
    ...reading,
    document: { ...reading.document, mentions: mentions.length },
    mentions,
    claims,
    entities: [...counts].map(([id, count]) => ({ ...(rows.entities.get(id) as Entity), mentions: count })),
  };
}

function correct(rows: Rows, override: Override, book: Book, note: Note): Rows {
  const meant = meantClaims(rows.claims, override);
  if (meant.length !== 1) {
    if (meant.length > 1) note(override, 0, true);
    return rows;
  }
  const nameOf = (id: string): string => rows.entities.get(id)?.name ?? book.describe(id)?.name ?? id;
  note(override, 1);
  return { ...rows, claims: rows.claims.map((claim) => (claim === meant[0] ? corrected(claim, override, nameOf) : claim)) };
}

/** Merge, split, rename, retype and drop: every mention that is meant gets another entity, another name, or none. */
function rename(rows: Rows, reading: Reading, override: Override, book: Book, note: Note): Rows {
  const old = rows.entities.get(override.id);
  const isMeant = meaning(reading, override);
  const hits = new Set(rows.mentions.filter((mention) => mention.entity_id === override.id && isMeant(mention)));
  if (!old || hits.size === 0) return rows;
  const now = override.action === 'drop' ? null : become(old, override, rows, book);
  const label = `override ${override.action} of ${override.id}`;
  const mentions = rows.mentions.flatMap((mention) => {
    if (!hits.has(mention)) return [mention];
    if (now === null) return [];
    return [{ ...mention, entity_id: now.entity_id, type: now.type, name: now.name, because: `${label}; ${mention.because}` }];
  });
  const exchange = { from: { id: old.entity_id, name: old.name }, to: now && { id: now.entity_id, name: now.name } };
  const sentences = override.quote === '' ? null : new Set([...hits].map(({ sentence }) => sentence));
  const claims = rows.claims.map((claim) => (sentences === null || sentences.has(claim.sentence) ? substituted(claim, exchange, label) : claim));
  const entities = now === null ? rows.entities : new Map(rows.entities).set(now.entity_id, now);
  note(override, hits.size + claims.filter((claim, i) => claim !== rows.claims[i]).length);
  return { mentions, claims, entities };
}

/** What an entity is after merge, split, rename or retype. */
function become(old: Entity, { action, other, value }: Override, { entities }: Rows, book: Book): Entity {
  const name = typeof value === 'string' && value !== '' ? value : null;
  if (action === 'rename') return { ...old, name: name ?? old.name };
  if (action === 'retype') {
    const type = value as Entity['type'];
    const id = `${type}:~${old.entity_id.slice(old.entity_id.indexOf(':') + 1).replace(/^~/, '')}`;
    return book.describe(id) ?? { ...unlisted(old, id), name: old.name };
  }
  const known = entities.get(other) ?? book.describe(other) ?? unlisted(old, other);
  return { ...known, name: name ?? known.name };
}

/** A new entity that takes over what was known of another, as far as that can be true of both. */
const unlisted = (old: Entity, id: string): Entity => ({
  ...old,
  entity_id: id,
  type: typeOfId(id),
  kind: typeOfId(id) === old.type ? old.kind : null,
  listed: false,
  external_ids: [],
});

function meaning(reading: Reading, { documents, quote }: Override): (mention: Mention) => boolean {
  if (documents.length > 0 && !documents.includes(reading.document.document_id)) return () => false;
  if (quote === '') return () => true;
  const quotation = quotationOf(quote);
  const sentenceOf = new Map(reading.sentences.map(({ sentence, text }) => [sentence, text]));
  return ({ text, sentence }) => fits(quotation, text, sentenceOf.get(sentence) ?? '');
}
