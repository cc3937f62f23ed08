import { isDay, isoDay, isoMonth } from '../../text/index.js';
import { isoPrefix } from '../metadata.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONG_MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/**
 * The day that the date of a page, a mail or a table names, as an ISO prefix: ISO with - or /, "20231120", "Mon, 20 Nov 2023 23:10:00
 * -0500", "November 20, 2023". It is the day on the writer's own calendar: a zone behind it moves nothing. Null for what can be
 * read two ways ("03/04/2023") or not at all; the clock is never asked.
 */
export function publishedIn(date: string): string | null {
  const text = date.trim().slice(0, 80);
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$/.exec(text);
  if (compact) return isoPrefix(`${compact[1]}-${compact[2]}-${compact[3]}`);
  const iso = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?![-/\d])/.exec(text);
  if (iso) return isoPrefix([iso[1], ...iso.slice(2).flatMap((part) => (part ? part.padStart(2, '0') : []))].join('-'));
  if (/^\d{4}$/.test(text)) return text;
  const words = (text.toLowerCase().match(/[a-z]+|\d+/g) ?? []).filter((word) => !/^(?:st|nd|rd|th|of)$/.test(word));
  const at = words.findIndex((word) => monthOf(word) > 0);
  if (at < 0) return null;
  const month = monthOf(words[at]);
  const [before, next, last] = [Number(words[at - 1]), words[at + 1], words[at + 2]];
  if (before >= 1 && before <= 31) return dayOf(yearOf(next), month, before);
  const year = yearOf(next);
  return year === null ? dayOf(yearOf(last), month, Number(next)) : isoMonth(year, month);
}

const monthOf = (word: string): number => MONTHS.indexOf(word) + 1 || LONG_MONTHS.indexOf(word) + 1 || (word === 'sept' ? 9 : 0);

const yearOf = (word: string | undefined): number | null => (word !== undefined && /^\d{4}$/.test(word) ? Number(word) : null);

const dayOf = (year: number | null, month: number, day: number): string | null =>
  year !== null && isDay(year, month, day) ? isoDay({ year, month, day }) : null;
