import { lexiconRows, type Knowledge } from '../../knowledge/index.js';
import type { Line } from './lines.js';

// An expression that counts letters of all scripts (\p{L}{3,9}) takes twenty milliseconds to compile, and each start pays for it: here
// letters of all scripts are not counted, and those that are counted are Latin.

/** Whether a text has so many characters. */
const isBetween = (least: number, { length }: string, most: number): boolean => length >= least && length <= most;

/**
 * Length of the dateline at the head of a paragraph ("KABUL – ", "GAO, Mali (Agency), March 3, 2024 — "), 0 when there is none:
 * a few capitalised words, perhaps an agency and a date, then a dash; "NEW DELHI: " in papers of Asia.
 */
export function datelineLength(text: string): number {
  const head = text.slice(0, 110);
  const colon = /^(\p{Lu}[\p{Lu} '’.-]+)(?:, ([\p{L}\d. ]+))?: (?=\p{Lu}[\p{Ll} ])/u.exec(head);
  if (colon && isBetween(3, colon[1], 31) && (colon[2] === undefined || isBetween(3, colon[2], 20))) return colon[0].length;
  const dash = /[–—―]|--|\s-\s/u.exec(head);
  if (!dash || dash.index < 3) return 0;
  const place = head.slice(0, dash.index).trimEnd();
  if (place.split(' ').length > 12 || /[.!?]\s+\p{Lu}\p{Ll}/u.test(place.replace(/\b\p{Lu}\p{Ll}{2,3}\./gu, ''))) return 0;
  const first = /^[\p{Lu}][\p{L}'’.-]*(?:[ -][\p{Lu}][\p{L}'’.-]*){0,3}/u.exec(place);
  if (!first) return 0;
  const rest = place.slice(first[0].length);
  const shouted = /^[\p{Lu}\s'’.-]{3,}$/u.test(first[0]);
  // "Rebels killed 12 people in the town – five of them children": words in lower case are a sentence.
  // safe: at most 110 characters
  const told = /\s\p{Ll}/u.test(rest.replace(/\([^)]*\)/gu, ''));
  const dated = !told && (/\d/.test(rest) || rest.trimEnd().endsWith(')'));
  const listed = /^,\s*[\p{Lu}][\p{L}. ]{2,30}$/u.test(rest);
  return (shouted && rest.length < 60) || dated || listed ? head.length - head.slice(dash.index + dash[0].length).trimStart().length : 0;
}

const known = new WeakMap<Knowledge, ReadonlyMap<string, number>>();

function monthsOf(knowledge: Knowledge): ReadonlyMap<string, number> {
  let months = known.get(knowledge);
  if (!months)
    known.set(
      knowledge,
      (months = new Map(lexiconRows(knowledge, 'month').map((row) => [row.phrase.toLowerCase().replace('.', ''), row.month ?? 0]))),
    );
  return months;
}

/** The date that a short line tells in full (day, month and year, or month and year, or ISO), null when it does not. */
export function dateIn(line: string, knowledge: Knowledge): string | null {
  const text = line.slice(0, 200);
  const iso = /\b(20\d\d|19\d\d)-(\d\d)-(\d\d)\b/.exec(text);
  if (iso && Number(iso[2]) <= 12 && Number(iso[3]) <= 31) return iso[0];
  const months = monthsOf(knowledge);
  // safe: at most 200 characters
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([A-Za-zÀ-ɏ]{3,9})\.?,?\s+((?:19|20)\d\d)\b/.exec(text);
  if (dayFirst) return isoDay(dayFirst[3], months.get(dayFirst[2].toLowerCase()), dayFirst[1]);
  // safe: at most 200 characters
  const monthFirst = /\b([A-Za-zÀ-ɏ]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b/.exec(text);
  if (monthFirst) return isoDay(monthFirst[3], months.get(monthFirst[1].toLowerCase()), monthFirst[2]);
  return null;
}

function isoDay(year: string, month: number | undefined, day: string): string | null {
  if (!month || Number(day) < 1 || Number(day) > 31) return null;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** "By Amina Diallo", "By our correspondent in Gao", "Amina Diallo | 3 March 2024". */
export const isByline = (line: Line): boolean =>
  (/^by:?\s+\p{Lu}/iu.test(line.text) &&
    /^by/iu.test(line.text) &&
    line.text.length < 120 &&
    !/[.!?]$/u.test(line.text.replace(/\b\p{Lu}\.$/u, ''))) ||
  (/^(?:reporting|written|story|text) by\b/iu.test(line.text) && line.text.length < 120);

const STAMPED = /^(?:(?:first|last) )?(?:published|posted|updated|issued|date|released)\b/i;
const DATED =
  /^(?:[a-zÀ-ɏ]{3,9},?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+[a-zÀ-ɏ]{3,9}\.?,?\s+\d{4}|[a-zÀ-ɏ]{3,9}\.?\s+\d{1,2},?\s+\d{4}|\d{4}-\d\d-\d\d)(?:[ ,|–-].{0,25})?$/i;

const ISSUED = /\b(?:as (?:of|at)|situation report|sitrep|update|bulletin|dashboard|(?:press|news) (?:release|statement)|reporting period)\b/i;
const AS_OF = /^as (?:of|at) .{0,40}/i;

/** The day up to which a short line above the text says that it tells: "Flash Update No. 3 (as of 17 November 2023)"; null when it is no such line. */
export const issuedOn = (line: Line, knowledge: Knowledge): string | null =>
  line.text.length < 120 && ISSUED.test(line.text) ? lastDateIn(line.text, knowledge) : null;

/** "As of 17 November 2023, 40 schools are closed": the day that the first sentence of a report begins with. */
export function asOf(line: Line, knowledge: Knowledge): string | null {
  const head = AS_OF.exec(line.text);
  return head ? dateIn(head[0], knowledge) : null;
}

/** Of a period "1 May 2024 – 15 May 2024" its end. */
function lastDateIn(text: string, knowledge: Knowledge): string | null {
  const halves = text.split(/[–—]|\bto\b| - /);
  for (let i = halves.length - 1; i >= 0; i--) {
    const on = dateIn(halves[i], knowledge);
    if (on !== null) return on;
  }
  return dateIn(text, knowledge);
}

/** "Published: 3 March 2024", "Updated 10:32 GMT, March 3, 2024", or a line that is nothing but a date. */
export const isDateLine = (line: Line): boolean =>
  line.text.length < 80 && /\d/.test(line.text) && (STAMPED.test(line.text) || DATED.test(line.text));
