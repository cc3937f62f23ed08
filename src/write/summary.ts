import type { Association, Claim, DocumentRecord, Entity, EntityType, Findings, Mention, OverrideOutcome, Problem } from '../model/index.js';
import { shownLine } from './terminal.js';

const PAIRS = 5;
const CLAIMS = 5;
const PROBLEMS = 5;
const QUOTE = 110;

/** What the summary tells, gathered row by row. */
export interface Highlights {
  readonly rows: Readonly<Record<keyof Findings, number>>;
  /** Mentions by a name: words that only point back are none. */
  readonly names: number;
  readonly byType: Readonly<Record<EntityType, number>>;
  readonly entities: readonly Entity[];
  readonly pairs: readonly Association[];
  readonly claims: readonly Claim[];
  /** How many articles are copies of others. */
  readonly copies: number;
  readonly problems: readonly Problem[];
}

/** Looks at every row of every table in its order, and keeps a handful. */
export function openHighlights() {
  const rows = { documents: 0, mentions: 0, entities: 0, identities: 0, cooccurrences: 0, claims: 0, ledger: 0, dates: 0, problems: 0 };
  const byType = { group: 0, person: 0, place: 0 };
  let names = 0;
  const entities: Entity[] = [];
  const pairs: Association[] = [];
  const claims = topClaimsSoFar(CLAIMS);
  const problems: Problem[] = [];
  let copies = 0;
  let copy: string | null = null;
  return {
    see<Name extends keyof Findings>(table: Name, row: Findings[Name][number]): void {
      rows[table]++;
      if (table === 'documents') {
        // An article comes by right before its claims.
        const { document_id, duplicate_of } = row as DocumentRecord;
        copy = duplicate_of === null ? null : document_id;
        if (copy !== null) copies++;
      } else if (table === 'claims') {
        if ((row as Claim).document_id !== copy) claims.see(row as Claim);
      } else if (table === 'mentions') {
        if ((row as Mention).use !== 'reference') names++;
      } else if (table === 'entities') {
        byType[(row as Entity).type]++;
        if (entities.length < PAIRS) entities.push(row as Entity);
      } else if (table === 'cooccurrences') {
        if (pairs.length < PAIRS && standsOut(row as Association)) pairs.push(row as Association);
      } else if (table === 'problems' && problems.length < PROBLEMS) problems.push(row as Problem);
    },
    highlights: (): Highlights => ({ rows, names, byType, entities, pairs, claims: claims.top(), copies, problems }),
  };
}

/** What a person wants to know at the end of a run, in some twenty lines without line ends. */
export function summary(
  { rows, names, byType, entities, pairs, claims, copies, problems }: Highlights,
  out: string,
  milliseconds: number,
): readonly string[] {
  const persons = `${byType.person.toLocaleString('en-US')} ${byType.person === 1 ? 'person' : 'people'}`;
  const named = `${many(byType.group, 'group')}, ${persons}, ${many(byType.place, 'place')}`;
  return [
    `${many(rows.documents, 'article')} in ${seconds(milliseconds)}: ${many(names, 'name')} of ${named}, ` +
      `${many(rows.claims, 'number')} claimed, ${many(rows.dates, 'date')}.`,
    ...(copies === 0
      ? []
      : [
          `${many(copies, 'article')} ${copies === 1 ? 'is a copy of another' : 'are copies of others'} and counted once: see duplicate_of in documents.`,
        ]),
    ...section(
      'Most often',
      entities.map(({ name, type, documents: n, mentions: m }) => `${name} (${type}): ${many(m, 'mention')} in ${many(n, 'article')}`),
    ),
    ...section('Together more than chance has it', pairs.map(pairLine)),
    ...section('Numbers that stand out', claims.map(claimLine)),
    ...section('Problems', problemLines(problems, '; see problems.csv', rows.problems)),
    '',
    `Tables: ${out} (README.md there explains every column)`,
  ];
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];

/** "1 article", "12,300 articles". */
export const many = (count: number, thing: string): string => `${count.toLocaleString('en-US')} ${thing}${count === 1 ? '' : 's'}`;

const seconds = (milliseconds: number): string => (milliseconds < 950 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`);

/** The `most` pairs within one sentence with the strongest evidence that meet more often than by chance. */
export const topPairs = ({ cooccurrences }: Findings, most: number): readonly Association[] => cooccurrences.filter(standsOut).slice(0, most);

const standsOut = ({ window, count, expected, npmi }: Association): boolean =>
  window === 'sentence' && count > 1 && count > expected && npmi !== null;

const pairLine = ({ a_name, b_name, count, expected }: Association): string =>
  `${shownLine(a_name)} + ${shownLine(b_name)}: ${many(count, 'sentence')}, by chance ${expected < 0.1 ? 'hardly any' : expected.toFixed(1)}`;

/** Claims of articles that are no copies. */
export function ownClaims({ documents, claims }: Findings): readonly Claim[] {
  const copies = new Set(documents.flatMap(({ document_id, duplicate_of }) => (duplicate_of === null ? [] : [document_id])));
  return copies.size === 0 ? claims : claims.filter(({ document_id }) => !copies.has(document_id));
}

/** Claims with an event, with somebody counted, with a speaker, and the larger numbers of equals. One a counted thing and event. */
export function topClaims(claims: Iterable<Claim>, most: number): readonly Claim[] {
  const top = topClaimsSoFar(most);
  for (const claim of claims) top.see(claim);
  return top.top();
}

function topClaimsSoFar(most: number) {
  let best: { readonly claim: Claim; readonly key: string; readonly weight: number }[] = [];
  return {
    see(claim: Claim): void {
      if (claim.salience !== 'claim' || claim.polarity === 'denied') return;
      const weight = weightOf(claim);
      if (best.length === most && weight <= best[most - 1].weight) return;
      const key = `${claim.document_id}\t${claim.event}\t${claim.counted}`;
      const same = best.find((one) => one.key === key);
      if (same !== undefined && same.weight >= weight) return;
      // The sort is stable: of equals the earlier one stands first.
      best = [...best.filter((one) => one !== same), { claim, key, weight }].sort((a, b) => b.weight - a.weight).slice(0, most);
    },
    top: (): readonly Claim[] => best.map(({ claim }) => claim),
  };
}

function weightOf(claim: Claim): number {
  const size = Math.log10(1 + Math.abs(claim.value ?? claim.max ?? claim.min ?? 0));
  const told = (claim.event === null ? 0 : 3) + (claim.counted_entity_id === null ? 0 : 2) + (claim.said_by === null ? 0 : 1);
  return told + Math.min(size, 9) / 3 + (claim.kind === 'count' || claim.kind === 'money' ? 1 : 0);
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
export function problemLines(problems: readonly Problem[], where = '; see problems.csv', all = problems.length): readonly string[] {
  const lines = problems.slice(0, PROBLEMS).map(({ message }) => shownLine(message));
  const more = all - PROBLEMS;
  return more > 0 ? [...lines, `… and ${more.toLocaleString('en-US')} more${where}`] : lines;
}
