import type { Entity } from '../../../model/index.js';
import {
  claims,
  documentOf,
  entityOf,
  identities,
  mentionsOf,
  once,
  grouped,
  pairsOf,
  sentenceOf,
  wordsOf,
  type ClaimRow,
  type MentionRow,
} from '../data.js';
import { h, type Child } from '../dom.js';
import { to, toArticle } from '../route.js';
import { pagedTable } from '../table.js';
import { timeline } from '../timeline.js';
import { articleLink, entityLink, facts, figure, heading, joined, many, nothing, number, plain, quote, section } from '../words.js';

const NAMES = 30;

/** Parts that an entity can play in a claim. */
const ROLES: readonly (readonly [string, (claim: ClaimRow) => readonly (string | null)[]])[] = [
  ['counted', (claim) => [claim.counted_entity_id]],
  ['actor', (claim) => [claim.actor_id]],
  ['target', (claim) => [claim.target_id]],
  ['said_by', (claim) => [claim.said_by_id]],
  ['place', (claim) => claim.place_ids],
  ['origin', (claim) => claim.origin_ids],
];
const claimsOf = once(() => grouped(claims(), (claim) => ROLES.flatMap(([, idsOf]) => idsOf(claim).filter((id) => id !== null))));

/** All that is known of one entity, each line leading to the words. */
export function entityPage(id: string): Node {
  const entity = entityOf().get(id);
  if (!entity) return h('div', {}, heading('No such entity'), nothing(`No entity has the id ${id}.`));
  const mentions = mentionsOf().get(id) ?? [];
  return h(
    'div',
    { class: 'entity-page' },
    h('p', { class: 'back' }, h('a', { href: to('entities') }, 'Entities')),
    h(
      'header',
      { class: 'head' },
      h('p', { class: `kicker ${entity.type}` }, joined([entity.type, entity.kind && plain(entity.kind)])),
      h('h1', {}, entity.name),
    ),
    h('div', { class: 'columns wide-left' }, h('div', {}, named(entity, mentions), overTime(mentions)), about(entity)),
    section(`Claims (${number((claimsOf().get(id) ?? []).length)})`, claimTable(id)),
    section('Partners', partners(id)),
    section(`Articles (${number(entity.documents)})`, articles(mentions)),
  );
}

const about = (entity: Entity): HTMLElement =>
  h(
    'div',
    { class: 'aside' },
    facts([
      ['articles', number(entity.documents)],
      ['mentions', number(entity.mentions)],
      ['first_seen', entity.first_seen],
      ['last_seen', entity.last_seen],
      ['country', entity.country],
      ['parent', entity.parent_id === null ? null : entityOf().has(entity.parent_id) ? entityLink(entity.parent_id) : entity.parent],
      [
        'position',
        entity.latitude === null || entity.longitude === null
          ? null
          : h(
              'a',
              { href: to('map', '', { place: entity.entity_id }) },
              `${number(entity.latitude)}, ${number(entity.longitude)}${entity.located === 'parent' ? ' (of the parent)' : ''}`,
            ),
      ],
      ['listed', entity.listed ? 'in a gazetteer' : 'found by rule'],
      ['entity_id', h('code', {}, entity.entity_id)],
      ['external_ids', entity.external_ids.join(' ')],
      ...identityFacts(entity.entity_id),
    ]),
    h('p', {}, h('a', { href: to('network', '', { focus: entity.entity_id }) }, 'In the network')),
  );

function identityFacts(id: string): readonly (readonly [string, Child])[] {
  const row = identities().find(({ entity_id }) => entity_id === id);
  if (!row) return [];
  return [
    ['who is who', `${row.outcome}: ${row.because}`],
    ['apart_from', row.apart_from.length > 0 && row.apart_from.map((other, i) => [i > 0 && ', ', entityLink(other)])],
  ];
}

/** The spellings met, with how often and in which use; words that only point back ("he") are told by their number alone. */
function named(entity: Entity, all: readonly MentionRow[]): HTMLElement {
  const mentions = all.filter(({ use }) => use !== 'reference');
  const pointing = all.length - mentions.length;
  const counts = new Map<string, { count: number; use: string; first: MentionRow }>();
  for (const mention of mentions) {
    const words = wordsOf(mention).replace(/\s+/g, ' ');
    const known = counts.get(words);
    if (known) known.count++;
    else counts.set(words, { count: 1, use: mention.use, first: mention });
  }
  const list = [...counts].sort(([, a], [, b]) => b.count - a.count);
  return section(
    'Names used',
    h(
      'ul',
      { class: 'chips' },
      list
        .slice(0, NAMES)
        .map(([words, { count, use, first }]) =>
          h(
            'li',
            {},
            h('a', { href: toArticle(first.document_id, first) }, words),
            h('span', { class: 'dim' }, ` ${use === 'name' ? '' : `${use} `}×${count}`),
          ),
        ),
    ),
    pointing > 0 && h('p', { class: 'dim' }, `and ${many(pointing, 'time')} by words that point back, such as “the group” or “he”`),
    list.length > NAMES && h('p', { class: 'dim' }, `and ${many(entity.surface_forms.length - NAMES, 'more', 'more')}`),
  );
}

function overTime(mentions: readonly MentionRow[]): Child {
  const drawn = timeline(
    mentions.flatMap(({ document_id }) => documentOf().get(document_id)?.published ?? []),
    'mention',
  );
  return drawn && section('Timeline', drawn);
}

function claimTable(id: string): Child {
  const rows = claimsOf().get(id) ?? [];
  if (rows.length === 0) return nothing('No number is claimed of it, by it or there.');
  const day = (claim: ClaimRow): string | null => claim.said_on ?? claim.when_from ?? documentOf().get(claim.document_id)?.published ?? null;
  const roles = (claim: ClaimRow): string =>
    ROLES.filter(([, idsOf]) => idsOf(claim).includes(id))
      .map(([role]) => role)
      .join(', ');
  return pagedTable(
    'Claims',
    [
      { head: 'Date', day: true, cell: (claim) => day(claim) ?? '–', by: day },
      {
        head: 'Figure',
        cell: (claim) => h('a', { class: 'figure', href: toArticle(claim.document_id, claim) }, wordsOf(claim)),
        by: (claim) => claim.value ?? claim.max ?? claim.min,
      },
      { head: 'Means', cell: (claim) => joined([figure(claim), claim.event && plain(claim.event)]) },
      { head: 'As', cell: roles, by: roles },
      {
        head: 'Said by',
        cell: (claim) => (claim.said_by_id ? entityLink(claim.said_by_id, claim.said_by ?? undefined) : (claim.said_by ?? '')),
        by: (claim) => claim.said_by,
      },
      {
        head: 'Sentence',
        wide: true,
        cell: (claim) => {
          const { start, end } = sentenceOf(claim.document_id, claim.sentence);
          return quote(claim.document_id, start, end, [claim]);
        },
      },
    ],
    rows,
    undefined,
    { sort: 'Date', down: true },
  );
}

function partners(id: string): Child {
  const rows = (pairsOf().get(id) ?? []).filter(({ window }) => window === 'sentence');
  if (rows.length === 0) return nothing('No sentence names it with another.');
  const other = (row: (typeof rows)[number]): string => (row.a_id === id ? row.b_id : row.a_id);
  return pagedTable(
    'Entities in the same sentences',
    [
      { head: 'Name', cell: (row) => entityLink(other(row)), by: (row) => entityOf().get(other(row))?.name ?? null },
      {
        head: 'Sentences',
        cell: (row) =>
          h('a', { href: to('network', '', { a: row.a_id, b: row.b_id }), 'aria-label': many(row.count, 'sentence') }, number(row.count)),
        by: (row) => row.count,
        numeric: true,
      },
      { head: 'Articles', cell: (row) => number(row.documents), by: (row) => row.documents, numeric: true },
      { head: 'By chance', cell: (row) => number(row.expected), by: (row) => row.expected, numeric: true },
      { head: 'NPMI', cell: (row) => (row.npmi === null ? '' : row.npmi.toFixed(2)), by: (row) => row.npmi, numeric: true },
      { head: 'LLR', cell: (row) => row.llr.toFixed(1), by: (row) => row.llr, numeric: true },
    ],
    rows,
    undefined,
    { sort: 'Sentences', down: true },
  );
}

function articles(mentions: readonly MentionRow[]): Child {
  const rows = [...grouped(mentions, ({ document_id }) => [document_id])].map(([document_id, list]) => ({
    document_id,
    list,
    published: documentOf().get(document_id)?.published ?? null,
  }));
  return pagedTable(
    'Articles',
    [
      { head: 'Published', day: true, cell: (row) => row.published ?? '–', by: (row) => row.published },
      {
        head: 'Article',
        wide: true,
        cell: ({ document_id, list }) => {
          const { start, end } = sentenceOf(document_id, list[0].sentence);
          return [
            articleLink(document_id, list[0]),
            h(
              'p',
              { class: 'quote' },
              quote(
                document_id,
                start,
                end,
                list.filter((mention) => mention.sentence === list[0].sentence),
              ),
            ),
          ];
        },
      },
      { head: 'Mentions', cell: ({ list }) => number(list.length), by: ({ list }) => list.length, numeric: true },
    ],
    rows,
    undefined,
    { sort: 'Published', down: true },
  );
}
