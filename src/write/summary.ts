import type { Association, Claim, Findings, OverrideOutcome, Problem } from '../model/index.js';
import { shownLine } from './terminal.js';

const PAIRS = 5;
const CLAIMS = 5;
const PROBLEMS = 5;
const QUOTE = 110;

/** What a person wants to know at the end of a run, in some twenty lines without line ends. */
export function summary(findings: Findings, out: string, milliseconds: number): readonly string[] {
  const { documents, mentions, entities, claims, dates, problems } = findings;
  return [
    `${many(documents.length, 'article')} in ${seconds(milliseconds)}: ${many(mentions.length, 'name')} of ${byType(findings)}, ` +
      `${many(claims.length, 'number')} claimed, ${many(dates.length, 'date')}.`,
    ...section(
      'Most often',
      entities
        .slice(0, PAIRS)
        .map(({ name, type, documents: n, mentions: m }) => `${name} (${type}): ${many(m, 'mention')} in ${many(n, 'article')}`),
    ),
    ...section('Together more than chance has it', topPairs(findings, PAIRS).map(pairLine)),
    ...section('Numbers that stand out', topClaims(claims, CLAIMS).map(claimLine)),
    ...section('Problems', problemLines(problems)),
    '',
    `Tables: ${out} (README.md there explains every column)`,
  ];
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];

/** "1 article", "12,300 articles". */
export const many = (count: number, thing: string): string => `${count.toLocaleString('en-US')} ${thing}${count === 1 ? '' : 's'}`;

const seconds = (milliseconds: number): string => (milliseconds < 950 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`);

function byType({ entities }: Findings): string {
  const count = (type: string): number => entities.filter((entity) => entity.type === type).length;
  const people = count('person');
  const persons = `${people.toLocaleString('en-US')} ${people === 1 ? 'person' : 'people'}`;
  return `${many(count('group'), 'group')}, ${persons}, ${many(count('place'), 'place')}`;
}

/** The `most` pairs within one sentence with the strongest evidence that meet more often than by chance. */
export const topPairs = ({ cooccurrences }: Findings, most: number): readonly Association[] =>
  cooccurrences.filter(({ window, count, expected, npmi }) => window === 'sentence' && count > 1 && count > expected && npmi !== null).slice(0, most);

const pairLine = ({ a_name, b_name, count, expected }: Association): string =>
  `${shownLine(a_name)} + ${shownLine(b_name)}: ${many(count, 'sentence')}, by chance ${expected < 0.1 ? 'hardly any' : expected.toFixed(1)}`;

/** Claims with an event, with somebody counted, with a speaker, and the larger numbers of equals. One a counted thing and event. */
export function topClaims(claims: readonly Claim[], most: number): readonly Claim[] {
  const weight = (claim: Claim): number => {
    const size = Math.log10(1 + Math.abs(claim.value ?? claim.max ?? claim.min ?? 0));
    const told = (claim.event === null ? 0 : 3) + (claim.counted_entity_id === null ? 0 : 2) + (claim.said_by === null ? 0 : 1);
    return told + Math.min(size, 9) / 3 + (claim.kind === 'count' || claim.kind === 'money' ? 1 : 0);
  };
  const seen = new Set<string>();
  return claims
    .filter(({ salience, polarity }) => salience === 'claim' && polarity !== 'denied')
    .map((claim, i) => ({ claim, i, weight: weight(claim) }))
    .sort((a, b) => b.weight - a.weight || a.i - b.i)
    .filter(({ claim }) => {
      const key = `${claim.document_id}\t${claim.event}\t${claim.counted}`;
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, most)
    .map(({ claim }) => claim);
}

function claimLine({ text, said_by, sentence_text, document_id }: Claim): string {
  const sentence = shownLine(sentence_text);
  const quote = sentence.length > QUOTE ? `${around(sentence, shownLine(text))}` : sentence;
  return `${shownLine(text)} — “${quote}”${said_by === null ? '' : ` (${shownLine(said_by)})`} [${shownLine(document_id)}]`;
}

/** As much of a long sentence as shows the figure. */
function around(sentence: string, figure: string): string {
  const at = Math.max(0, sentence.indexOf(figure) - QUOTE / 2);
  const end = Math.min(sentence.length, at + QUOTE);
  return `${at > 0 ? '…' : ''}${sentence.slice(at, end).trim()}${end < sentence.length ? '…' : ''}`;
}

/** "3 overrides applied (12 rows), 1 fits nothing any more"; null where there are none. */
export function overrideLine(outcomes: readonly OverrideOutcome[]): string | null {
  if (outcomes.length === 0) return null;
  const applied = outcomes.filter(({ changed }) => changed > 0);
  const rows = applied.reduce((sum, { changed }) => sum + changed, 0);
  const idle = outcomes.length - applied.length;
  return `${many(applied.length, 'override')} applied (${many(rows, 'row')})${idle === 0 ? '.' : `, ${idle} not: see the problems, they say why.`}`;
}

/** The first problems, how many more there are, and where. */
export function problemLines(problems: readonly Problem[], where = '; see problems.csv'): readonly string[] {
  const lines = problems.slice(0, PROBLEMS).map(({ message }) => shownLine(message));
  const more = problems.length - PROBLEMS;
  return more > 0 ? [...lines, `… and ${more.toLocaleString('en-US')} more${where}`] : lines;
}
