import type { Claim, Entity, Findings, LedgerRow } from '../../model/index.js';
import { markdownCell } from '../../text/index.js';
import { many, ownClaims, topClaims, topPairs } from '../summary.js';
import type { Found } from '../format.js';

const MOST = 15;

/** What stands out, for a note or a mail. */
export function* markdown({ findings }: Found): Iterable<string> {
  const { documents, mentions, entities, claims, dates, problems } = findings;
  yield '# What the articles say\n\n';
  yield `${many(documents.length, 'article')}, ${many(mentions.filter(({ use }) => use !== 'reference').length, 'name')} of ${entities.length.toLocaleString('en-US')} entities, `;
  yield `${many(claims.length, 'number')} claimed, ${many(dates.length, 'date')}.\n`;
  for (const [title, type] of [
    ['Groups', 'group'],
    ['People', 'person'],
    ['Places', 'place'],
  ] as const)
    yield table(
      title,
      ['name', 'kind', 'articles', 'mentions'],
      entities
        .filter((entity) => entity.type === type)
        .slice(0, MOST)
        .map(entityCells),
    );
  yield table(
    'Who appears with whom, more than chance has it',
    ['one', 'other', 'sentences', 'by chance', 'example'],
    topPairs(findings, MOST).map((pair) => [pair.a_name, pair.b_name, pair.count, pair.expected.toFixed(2), pair.example_text]),
  );
  yield table(
    'Numbers that stand out',
    ['number', 'who says so', 'when', 'sentence', 'article'],
    topClaims(ownClaims(findings), MOST).map(claimCells),
  );
  yield table('Where claims differ', ['what', 'verdict', 'from', 'to', 'first said', 'last said'], disputes(findings));
  yield table(
    'Problems',
    ['file', 'what to do'],
    problems.slice(0, MOST).map(({ path, document_id, message }) => [path ?? document_id ?? '', message]),
  );
}

const entityCells = ({ name, kind, documents, mentions }: Entity): readonly unknown[] => [name, kind, documents, mentions];

const claimCells = ({ text, counted, said_by, said_on, when_text, sentence_text, document_id }: Claim): readonly unknown[] => [
  counted !== null && !text.includes(counted) ? `${text} ${counted}` : text,
  said_by,
  when_text ?? said_on,
  sentence_text,
  document_id,
];

/** A row a ledger group in which figures differ. */
function disputes({ ledger }: Findings): readonly (readonly unknown[])[] {
  const heads = ledger.filter(({ position, verdict }) => position === 1 && verdict !== 'single' && verdict !== 'agree');
  const what = ({ thing, entity, event, places }: LedgerRow): string =>
    [thing, entity, event, places.join(', ')].filter((part) => part !== null && part !== '').join(', ');
  const said = (day: string | null, by: string | null): string => [day, by].filter((part) => part !== null).join(', ');
  return heads
    .slice(0, MOST)
    .map((head) => [
      what(head),
      head.verdict,
      head.span_min,
      head.span_max,
      said(head.first_said, head.first_said_by),
      said(head.last_said, head.last_said_by),
    ]);
}

function table(title: string, head: readonly string[], rows: readonly (readonly unknown[])[]): string {
  if (rows.length === 0) return '';
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map((value) => markdownCell(String(value ?? ''))))].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
  return `\n## ${title}\n\n${lines.join('\n')}\n`;
}
