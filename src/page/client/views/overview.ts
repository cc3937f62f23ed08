import type { Entity } from '../../../model/index.js';
import { about, claimOf, documents, entities, groups, pairsOf, sentenceOf, wordsOf } from '../data.js';
import { h, later, type Child } from '../dom.js';
import { to, toArticle } from '../route.js';
import { timeline } from '../timeline.js';
import { articleLink, entityLink, heading, joined, many, nothing, number, PLURALS, quote, section, TYPES } from '../words.js';
import { questionOf, span } from './ledger-group.js';

const MOST = 10;

/** What was read, and what stands out in it. */
export function overview(): Node {
  const days = documents()
    .flatMap(({ published }) => published ?? [])
    .sort();
  const lead = days.length === 0 ? 'None of the articles is dated.' : `Published from ${days[0]} to ${days.at(-1)}.`;
  return h(
    'div',
    { class: 'overview' },
    heading(many(documents().length, 'article'), lead),
    h('div', { class: 'stats' }, stats()),
    timeline(days, 'article'),
    h(
      'div',
      { class: 'columns three' },
      TYPES.map((type) =>
        section(
          PLURALS[type],
          mostNamed(entities().filter((entity) => entity.type === type)),
          h('p', { class: 'more' }, h('a', { href: to('entities', '', { type }) }, `All ${PLURALS[type].toLowerCase()}`)),
        ),
      ),
    ),
    h(
      'div',
      { class: 'columns two' },
      section('Numbers that stand out', later(notableClaims)),
      h('div', {}, section('Where claims differ', later(disputes)), section('Together more than chance has it', later(notablePairs))),
    ),
  );
}

function stats(): Child {
  const { counts } = about();
  const rows: readonly (readonly [number, string, string])[] = [
    [counts.mentions, 'mentions', to('entities')],
    [counts.entities, 'entities', to('entities')],
    [counts.claims, 'numeric claims', to('ledger', '', { verdict: 'all' })],
    [counts.dates, 'dates', to('articles')],
    [counts.contradictions, 'contradictions', to('ledger', '', { verdict: 'contradict' })],
    [counts.problems, 'problems', to('problems')],
  ];
  return rows.map(([count, words, href]) => h('a', { class: 'stat', href }, h('b', {}, number(count)), h('span', {}, words)));
}

function mostNamed(list: readonly Entity[]): Child {
  const top = list.slice(0, MOST);
  if (top.length === 0) return nothing('None.');
  // In a corpus of single stories everybody stands in one article: then how often tells more.
  const single = top.every(({ documents: n }) => n === 1);
  const amount = ({ documents: n, mentions: m }: Entity): number => (single ? m : n);
  const most = Math.max(...top.map(amount));
  return h(
    'ol',
    { class: 'bars' },
    top.map((entity) => {
      const { entity_id, documents: n, mentions: m } = entity;
      const bar = h('span', { class: 'bar' });
      bar.style.width = `${(amount(entity) / most) * 100}%`;
      return h(
        'li',
        {},
        entityLink(entity_id),
        single ? h('span', { class: 'amount' }, many(m, 'mention')) : h('span', { class: 'amount', title: many(m, 'mention') }, many(n, 'article')),
        h('span', { class: 'track', 'aria-hidden': 'true' }, bar),
      );
    }),
  );
}

function notableClaims(): Child {
  const list = about().notable_claims.flatMap((id) => claimOf().get(id) ?? []);
  if (list.length === 0) return nothing('None.');
  return h(
    'ul',
    { class: 'quotes' },
    list.map((claim) => {
      const sentence = sentenceOf(claim.document_id, claim.sentence);
      return h(
        'li',
        {},
        h('a', { class: 'figure', href: toArticle(claim.document_id, claim) }, wordsOf(claim)),
        h('p', {}, quote(claim.document_id, sentence.start, sentence.end, [claim])),
        h(
          'p',
          { class: 'source' },
          joined([claim.said_by, claim.said_on ?? claim.when_from]),
          claim.said_by || claim.said_on || claim.when_from ? ' · ' : '',
          articleLink(claim.document_id),
        ),
      );
    }),
  );
}

function disputes(): Child {
  const list = groups()
    .filter(([{ verdict }]) => verdict === 'contradict' || verdict === 'update')
    .slice(0, 8);
  if (list.length === 0) return nothing('Nowhere.');
  return h(
    'ul',
    { class: 'plain' },
    list.map((rows) =>
      h(
        'li',
        {},
        h('span', { class: `verdict ${rows[0].verdict}` }, rows[0].verdict),
        ' ',
        h('a', { href: to('ledger', rows[0].group_id) }, questionOf(rows)),
        h('span', { class: 'dim' }, ` ${span(rows)}`),
      ),
    ),
  );
}

function notablePairs(): Child {
  const list = about().notable_pairs.flatMap(
    ([a, b]) =>
      pairsOf()
        .get(a)
        ?.find((pair) => pair.window === 'sentence' && pair.a_id === a && pair.b_id === b) ?? [],
  );
  if (list.length === 0) return nothing('None.');
  return h(
    'ul',
    { class: 'plain' },
    list.map(({ a_id, b_id, count, expected }) =>
      h(
        'li',
        {},
        entityLink(a_id),
        ' + ',
        entityLink(b_id),
        ' ',
        h(
          'a',
          { class: 'dim', href: to('network', '', { a: a_id, b: b_id }) },
          `${many(count, 'sentence')}, by chance ${expected < 0.1 ? 'hardly any' : expected.toFixed(1)}`,
        ),
      ),
    ),
  );
}
