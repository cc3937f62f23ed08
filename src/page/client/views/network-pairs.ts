import type { Window } from '../../../model/index.js';
import { documents, mentionsIn, nameOf, sentenceOf, type PairRow } from '../data.js';
import { h, type Child } from '../dom.js';
import { pagedTable } from '../table.js';
import { articleLink, entityLink, many, number, quote } from '../words.js';

const QUOTES = 60;

/** The pairs as a table; a number of one is chosen like a line of the graph. */
export function pairTable(rows: readonly PairRow[], choose: (row: PairRow) => void): HTMLElement {
  return pagedTable(
    'Pairs',
    [
      { head: 'One', cell: (row) => entityLink(row.a_id), by: (row) => nameOf(row.a_id) },
      { head: 'Other', cell: (row) => entityLink(row.b_id), by: (row) => nameOf(row.b_id) },
      {
        head: 'Together',
        cell: (row) =>
          h(
            'button',
            { type: 'button', class: 'link', 'aria-label': `${row.count}: show the sentences`, onclick: () => choose(row) },
            number(row.count),
          ),
        by: (row) => row.count,
        numeric: true,
      },
      { head: 'Articles', cell: (row) => number(row.documents), by: (row) => row.documents, numeric: true },
      { head: 'By chance', cell: (row) => number(row.expected), by: (row) => row.expected, numeric: true },
      { head: 'NPMI', cell: (row) => (row.npmi === null ? '' : row.npmi.toFixed(2)), by: (row) => row.npmi, numeric: true },
      { head: 'LLR', cell: (row) => row.llr.toFixed(1), by: (row) => row.llr, numeric: true },
      { head: 'q', cell: (row) => (row.q_value < 0.001 ? '< 0.001' : row.q_value.toFixed(3)), by: (row) => row.q_value, numeric: true },
    ],
    rows,
  );
}

/** The passages that name both: every sentence that does, else the nearest stretch, else the articles. */
export function evidence([a, b]: readonly [string, string], window: Window, row: PairRow | null): Child {
  const passages: Child[] = [];
  let sentences = 0;
  const shared = new Set<string>();
  for (const { document_id, duplicate_of } of documents()) {
    // As in the count: a copy says nothing of its own.
    if (duplicate_of !== null) continue;
    const mentions = (mentionsIn().get(document_id) ?? []).filter(({ entity_id }) => entity_id === a || entity_id === b);
    const of = (id: string) => new Set(mentions.filter(({ entity_id }) => entity_id === id).map(({ sentence }) => sentence));
    const [first, second] = [of(a), of(b)];
    if (first.size === 0 || second.size === 0) continue;
    shared.add(document_id);
    for (const sentence of first) {
      if (!second.has(sentence) || ++sentences > QUOTES) continue;
      const { start, end } = sentenceOf(document_id, sentence);
      passages.push(
        h(
          'li',
          {},
          h(
            'p',
            {},
            quote(
              document_id,
              start,
              end,
              mentions.filter((mention) => mention.sentence === sentence),
            ),
          ),
          h('p', { class: 'source' }, articleLink(document_id, { start, end })),
        ),
      );
    }
  }
  const nearest =
    row &&
    window !== 'sentence' &&
    h(
      'li',
      {},
      h(
        'p',
        {},
        quote(
          row.example_document_id,
          row.example_start,
          row.example_end,
          (mentionsIn().get(row.example_document_id) ?? []).filter(({ entity_id }) => entity_id === a || entity_id === b),
        ),
      ),
      h('p', { class: 'source' }, articleLink(row.example_document_id, { start: row.example_start, end: row.example_end })),
    );
  return [
    h('h2', {}, entityLink(a), ' + ', entityLink(b)),
    h('p', { class: 'dim' }, `${many(sentences, 'sentence')} and ${many(shared.size, 'article')} name both.`),
    h('ul', { class: 'quotes' }, nearest, passages),
    window === 'document' &&
      h(
        'ul',
        { class: 'plain' },
        [...shared].slice(0, QUOTES).map((id) => h('li', {}, articleLink(id))),
      ),
  ];
}
