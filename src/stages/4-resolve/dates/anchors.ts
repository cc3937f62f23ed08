import type { TimeExpression } from '../../../model/index.js';

/** A date known as far as it is told: year, then month, then day; −490 is 490 BC. */
export interface Point {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** What relative times of an article may hang on; `previous` moves on as the article is read. */
export interface Anchors {
  readonly published: Point | null;
  previous: Point | null;
  /** The time right before, whatever it was; null when it was no date. */
  last: Point | null;
  /** Of the time right before the year is not known. */
  isOpen: boolean;
  previousSentence: number;
  /** Sentences since `previous`; Infinity in another paragraph. */
  apart: number;
  /** The time opens its paragraph, as the hour of an entry does. */
  opens: boolean;
  /** The next date written with its year; null when none is near. */
  next: Point | null;
  /** Years written before, the nearest first. */
  years: readonly number[];
  /** Years written behind, the nearest first. */
  ahead: readonly number[];
  /** The quarter told last, "2024-Q1", and the sentence that tells it. */
  quarter: { readonly timex: string; readonly sentence: number } | null;
  /** Month told last within the year of `previous`, also when a bare year has followed. */
  month: number | null;
  /** The article tells of years before its own: its dates hang on each other, not on its publication. */
  readonly narrative: boolean;
  /** It reports news and its day is not known: what is told from today stays open, whatever years it names. */
  readonly undated: boolean;
  /** It names years before 1000: "in 347" is then a year. */
  readonly ancient: boolean;
  /** The first year the article names, for dates told before any year. */
  readonly firstYear: number | null;
}

/** Reads the date of a TIMEX3 value: "1944", "1944-06-05TMO", "BC0480-08", "1944-SU"; null when its year is not known. */
export function readPoint(timex: string): Point | null {
  const m = /^(BC|-)?(\d{4})(?:-(\d\d)(?!\d)(?:-(\d\d))?|-(SP|SU|FA|WI|[QHW]\w+))?/.exec(timex);
  if (!m) return null;
  const year = Number(m[2]);
  return { year: m[1] ? -year : year, month: m[3] ? Number(m[3]) : null, day: m[4] ? Number(m[4]) : null };
}

/** Whether a point lies wholly before another, as far as both are known. */
export function isBefore(a: Point, b: Point): boolean {
  if (a.year !== b.year) return a.year < b.year;
  if (a.month === null || b.month === null || a.month !== b.month) return a.month !== null && b.month !== null && a.month < b.month;
  return a.day !== null && b.day !== null && a.day < b.day;
}

/** Full years by which an article shows that it is history. */
const ENOUGH = 4;

/** Sentences in which a report says what is new, its headline among them. */
const OPENING = 4;

/** Whether an article opens as a report does: "a study published on Monday" tells its news by the weekday at once, however many old years follow. */
export const opensAsReport = (times: readonly TimeExpression[]): boolean =>
  times.some(({ sentence, relation }) => sentence < OPENING && relation !== null && /^weekday (?:near|past|last) /.test(relation));

/** Whether most years an article names lie more than a year before its own; without a date of its own every article that is no report is read so. */
export function isNarrative(times: readonly TimeExpression[], published: Point | null, report: boolean): boolean {
  if (report) return false;
  if (published === null) return true;
  let all = 0;
  let old = 0;
  for (const time of times) {
    const point = time.relation === null && time.type !== 'DURATION' && time.type !== 'SET' ? readPoint(time.timex) : null;
    if (!point) continue;
    all++;
    if (point.year < published.year - 1) old++;
  }
  return old >= ENOUGH && old / all > 0.6;
}
