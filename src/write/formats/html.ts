import type { ArticleText, Findings, Span, Window } from '../../model/index.js';
import type { Column, Table } from '../columns.js';
import type { Found } from '../format.js';
import { island, islandOf, packed } from '../report/islands.js';
import { topClaims, topPairs } from '../summary.js';
import { TABLES } from '../tables.js';

/** The most pairs a window of which the page keeps the strongest; of articles alone there are ten times as many as of sentences. */
const MOST_PAIRS = 30_000;
const NOTABLE = 12;

/** What the page finds again by itself: words of the article by their place in it, facts of a claim by its id. */
const FOUND_AGAIN: Readonly<Partial<Record<keyof Findings, readonly string[]>>> = {
  mentions: ['mention_id', 'text', 'type', 'name'],
  claims: ['sentence_text'],
  dates: ['text'],
  cooccurrences: ['a_name', 'a_type', 'b_name', 'b_type', 'example_text'],
  ledger: [
    'document_id',
    'start',
    'end',
    'text',
    'value',
    'min',
    'max',
    'operator',
    'condition',
    'modality',
    'said_by_id',
    'said_by',
    'when_from',
    'when_to',
    'sentence_text',
  ],
};

/** Everything as one page that opens by a double click, asks no network, and runs nothing of what an article holds. */
export async function* html({ findings, texts, overrides }: Found): AsyncIterable<string> {
  const { before, behind, world } = await import('../report/page.js');
  yield before;
  const pairs = strongest(findings.cooccurrences);
  yield island('data-about', {
    counts: {
      ...counts(findings),
      contradictions: findings.ledger.filter(({ verdict, position }) => verdict === 'contradict' && position === 1).length,
    },
    pairs: Object.fromEntries(WINDOWS.map((window) => [window, findings.cooccurrences.filter((pair) => pair.window === window).length])),
    notable_claims: topClaims(findings.claims, NOTABLE).map(({ claim_id }) => claim_id),
    notable_pairs: topPairs(findings, NOTABLE).map(({ a_id, b_id }) => [a_id, b_id]),
  });
  for (const name of Object.keys(TABLES) as (keyof Findings)[]) {
    const { columns } = TABLES[name] as unknown as Table<object>;
    const rows = name === 'cooccurrences' ? pairs : findings[name];
    yield island(`data-${name}`, packed(columns as readonly Column[], rows, new Set(FOUND_AGAIN[name])));
  }
  yield island(
    'data-overrides',
    overrides.map(({ override, changed }) => ({ ...override, changed })),
  );
  yield islandOf('data-world', world);
  const place = new Map(findings.documents.map(({ document_id }, i) => [document_id, i]));
  for (const article of texts) yield island(`text-${place.get(article.document_id)}`, packedText(article));
  yield behind;
}

/** Rows of each table, so that the first page need not read them all. */
const counts = (findings: Findings) => Object.fromEntries(Object.entries(findings).map(([name, rows]) => [name, rows.length]));

const WINDOWS: readonly Window[] = ['sentence', 'paragraph', 'document'];

const strongest = (pairs: Findings['cooccurrences']): Findings['cooccurrences'] => {
  const kept = { sentence: 0, paragraph: 0, document: 0 };
  return pairs.filter(({ window }) => kept[window]++ < MOST_PAIRS);
};

const packedText = ({ text, sentences, furniture }: ArticleText) => ({ text, sentences: ends(sentences), furniture: ends(furniture) });

/** Start and end of each span, one behind the other. */
const ends = (spans: readonly Span[]): readonly number[] => spans.flatMap(({ start, end }) => [start, end]);
