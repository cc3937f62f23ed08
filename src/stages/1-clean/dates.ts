import { lexiconRows, type Knowledge } from '../../knowledge/index.js';
import type { Clean, RegionKind } from '../../model/index.js';
import { isProse, type Line } from './lines.js';
import { datelineLength } from './dateline.js';

/** A line with what it is on the page. */
export interface Placed {
  readonly line: Line;
  readonly kind: RegionKind;
}

/** Where the day of the article may be told, best first: two lines of one rank, and the upper one has it. */
const enum Rank {
  /** "Published 3 March 2024", a dateline, a byline, a line that is nothing but a date. */
  Day,
  /** "Updated 4 March 2024" */
  Update,
  /** "Situation report no. 5 (3 March 2024)" */
  Heading,
  /** "Posted on 3 March 2024", below the text. */
  Below,
}

/** "As of 17 November 2023, 40 schools are closed": so many characters of a first sentence may tell up to when it holds. */
const OPENING = 48;

interface Told {
  readonly rank: Rank;
  readonly on: string;
  readonly because: string;
}

/** The article's own day as the page tells it in full, from its head, the dateline or a stamp at its end; null when it tells none. */
export function dayOf(lines: readonly Placed[], knowledge: Knowledge): Clean['dated'] {
  let best: Told | null = null;
  let above = true;
  for (const { line, kind } of lines) {
    // "Nepal: earthquake – situation report no. 2 (as of 8 November 2024)": a heading may be so long that it looks like running text.
    const heading = above && line.text.length < LONG_HEADING && isDatedHeading(line.text, knowledge);
    const prose = kind === 'body' && isProse(line) && !heading;
    const length = above && prose ? datelineLength(line.text) : 0;
    const head = length > 0 ? line.text.slice(0, length).trim() : AS_OF.test(line.text) ? line.text.slice(0, OPENING) : '';
    const text = prose ? head : line.text;
    const rank = prose && above ? (length > 0 ? Rank.Day : Rank.Heading) : rankOf(line, kind, above, heading);
    const day: Day | null = text === '' || rank === null || (best && best.rank <= rank) ? null : lastDayIn(text, knowledge);
    if (rank !== null && day) best = { rank, on: day.on, because: `${length > 0 ? 'dateline' : kind} "${text.slice(0, 80)}"` };
    if (prose) above = false;
  }
  return best && { on: best.on, because: best.because };
}

const LONG_HEADING = 120;

function rankOf(line: Line, kind: RegionKind, above: boolean, heading: boolean): Rank | null {
  const { text } = line;
  // "Published 3 March 2024 · Share · Print": a label of the page tells it, too.
  if (kind === 'furniture') return PUBLISHED.test(text) ? (above ? Rank.Day : Rank.Below) : above && UPDATED.test(text) ? Rank.Update : null;
  if (!above) return null;
  if (kind === 'dateline' || kind === 'byline') return UPDATED.test(text) ? Rank.Update : Rank.Day;
  return heading ? Rank.Heading : null;
}

/** "Situation report no. 5 (3 March 2024)", "Statement on Gao, 3 March 2024": the date ends the line, set off, or that of a document. */
function isDatedHeading(text: string, knowledge: Knowledge): boolean {
  const day = lastDayIn(text, knowledge);
  if (!day || /[^)\]. ]/.test(text.slice(day.end))) return false;
  const before = text.slice(0, day.start).trimEnd();
  return /[–—|:([-]$/.test(before) || /\bas (?:of|at)$/i.test(before) || /\bupdate\b/i.test(before) || wordsOf(knowledge).documents.test(before);
}

interface DayWords {
  readonly months: ReadonlyMap<string, number>;
  /** Whether a line names a document. */
  readonly documents: RegExp;
}
const known = new WeakMap<Knowledge, DayWords>();

function wordsOf(knowledge: Knowledge): DayWords {
  let words = known.get(knowledge);
  if (!words) {
    const months = new Map(lexiconRows(knowledge, 'month').map((row) => [row.phrase.toLowerCase().replace('.', ''), row.month ?? 0]));
    const documents = lexiconRows(knowledge, 'source').flatMap((row) => (/document|speech/.test(row.kind) ? [row.phrase] : []));
    known.set(knowledge, (words = { months, documents: new RegExp(`\\b(?:${documents.join('|')})\\b`, 'i') }));
  }
  return words;
}

interface Day {
  readonly on: string;
  readonly start: number;
  readonly end: number;
}

/** The date in full that a line ends with: of a period "1 May 2024 – 15 May 2024" its end. */
function lastDayIn(text: string, knowledge: Knowledge): Day | null {
  let day = dayIn(text, knowledge);
  for (let from = day?.end ?? 0; day && /^ ?(?:[–—-]|to|until) ?\d/.test(text.slice(from)); from = day.end) {
    const next = dayIn(text.slice(from), knowledge);
    if (!next) break;
    day = { on: next.on, start: day.start, end: from + next.end };
  }
  return day;
}

/** The first date that a line tells in full: ISO, day, month and year in words, or in figures that can be read one way only. */
function dayIn(line: string, knowledge: Knowledge): Day | null {
  const text = line.slice(0, 200);
  for (const { pattern, parts } of WRITTEN) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [year, month, day] = parts(match.slice(1));
    const on = isoDay(year, /\d/.test(month) ? Number(month) : wordsOf(knowledge).months.get(month.toLowerCase()), day);
    if (on !== null) return { on, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

type Parts = readonly [year: string, month: string, day: string];
const WRITTEN: readonly { readonly pattern: RegExp; readonly parts: (found: readonly string[]) => Parts }[] = [
  { pattern: /\b((?:19|20)\d\d)[-/.](\d\d)[-/.](\d\d)(?!\d)/, parts: ([year, month, day]) => [year, month, day] },
  {
    // safe: at most 200 characters
    pattern: /\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([A-Za-zÀ-ɏ]{3,9})\.?,?\s+((?:19|20)\d\d)\b/,
    parts: ([day, month, year]) => [year, month, day],
  },
  {
    // safe: at most 200 characters
    pattern: /\b([A-Za-zÀ-ɏ]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b/,
    parts: ([month, day, year]) => [year, month, day],
  },
  // "15/07/2025" and "07/15/2025" can be read one way only; "02.07.2025" is written with the day first wherever it is written.
  { pattern: /\b(1[3-9]|2\d|3[01])[/.-](0?[1-9]|1[0-2])[/.-](20\d\d|19\d\d)\b/, parts: ([day, month, year]) => [year, month, day] },
  { pattern: /\b(0?[1-9]|1[0-2])[/-](1[3-9]|2\d|3[01])[/-](20\d\d|19\d\d)\b/, parts: ([month, day, year]) => [year, month, day] },
  { pattern: /\b(\d{1,2})\.(0?[1-9]|1[0-2])\.(20\d\d|19\d\d)\b/, parts: ([day, month, year]) => [year, month, day] },
];

function isoDay(year: string, month: number | undefined, day: string): string | null {
  if (!month || month > 12 || Number(day) < 1 || Number(day) > 31) return null;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const PUBLISHED = /^\(?(?:(?:first|originally) )?(?:published|posted|date|issued|released)\b/i;
const UPDATED = /^\(?(?:last )?(?:updated?|modified)\b/i;
const AS_OF = /^\(?as (?:of|at)\b/i;
const DATE =
  // safe: fewer than 80 characters
  /\b(?:\d{1,2}(?:st|nd|rd|th)?\s[a-zÀ-ɏ]{3,9}\.?,?\s\d{4}|[a-zÀ-ɏ]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{4}[-/.]\d\d[-/.]\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?=$|[ ,|–T)-])/i;

/** "Published: 3 March 2024", "Updated 10:32 GMT, March 3, 2024", or a line that is little but a date. */
export const isDateLine = ({ text }: Line): boolean =>
  text.length < 80 && /\d/.test(text) && (PUBLISHED.test(text) || UPDATED.test(text) || AS_OF.test(text) || isDate(text));

/** A date, behind it at most a time or something short that is no sentence, before it at most a weekday, the writer and the town: two parts of three words. */
function isDate(text: string): boolean {
  const date = DATE.exec(text);
  if (!date) return false;
  const behind = text.slice(date.index + date[0].length);
  if (behind.length > LONGEST_REST || !/^(?:[,|–)T(-]| (?:at |[|–(-]|\d|[A-Z]{2,4}\b)|$)/.test(behind) || /[a-z]{3} [a-z]{3}/.test(behind))
    return false;
  const before = text.slice(0, date.index).replace(/^\(/, '').trim();
  if (before === '') return true;
  // "On 3 March 2023, 12 men fled": a sentence begins.
  if (/^(?:on|in|by|since|until|from|after|before|around)\b/i.test(before)) return false;
  const parts = before.replace(/[,|]$/, '').split(/[,|]/);
  return parts.length <= 2 && parts.every((part) => part.trim().split(' ').length <= 3 && !/[^a-zÀ-ɏ .'’-]/i.test(part));
}
const LONGEST_REST = 26;
