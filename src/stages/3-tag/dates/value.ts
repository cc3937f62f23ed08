import { isDay, two } from '../../../text/index.js';
import { made, type Made } from './rule.js';

// TIMEX3 values. Years BC are "BC0490", decades three digits, centuries two; what the words leave open is X.

/** "1944", "BC0490". */
export const yearValue = (year: number): string => (year < 0 ? `BC${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0'));

/** A day of a year, or of a year still to be found; null when no such day exists. */
export function dayMade(year: number | null, month: number, day: number, direction = 'near'): Made | null {
  if (!isDay(year === null ? null : Math.abs(year), month, day)) return null;
  return year === null
    ? made('DATE', `XXXX-${two(month)}-${two(day)}`, `year ${direction}`)
    : made('DATE', `${yearValue(year)}-${two(month)}-${two(day)}`);
}

export const monthMade = (year: number | null, month: number, direction = 'near'): Made =>
  year === null ? made('DATE', `XXXX-${two(month)}`, `year ${direction}`) : made('DATE', `${yearValue(year)}-${two(month)}`);

const PERIOD: Readonly<Record<string, string>> = {
  TS: 'PT#S',
  TM: 'PT#M',
  TH: 'PT#H',
  D: 'P#D',
  WE: 'P#WE',
  W: 'P#W',
  M: 'P#M',
  Q: 'P#Q',
  Y: 'P#Y',
  DE: 'P#DE',
  CE: 'P#CE',
  ML: 'P#ML',
  N: 'P#D',
};

/** What half of a unit is in whole smaller ones. */
const HALVES: Readonly<Record<string, string>> = { TH: 'PT30M', DE: 'P5Y', CE: 'P50Y', ML: 'P500Y' };

/** "P2W", "PXY"; a fortnight is two weeks, half an hour 30 minutes; other halves keep their decimal: "P2.5Y". */
export function period(unit: string, count: number | 'X'): string {
  if (count === 0.5 && HALVES[unit]) return HALVES[unit];
  if (unit === 'FN') return count === 'X' ? 'PXW' : `P${count * 2}W`;
  return PERIOD[unit].replace('#', String(count));
}

/** What stands for an unknown day, week, month … when nothing tells it. */
export const UNKNOWN: Readonly<Record<string, string>> = {
  TS: 'XXXX-XX-XXTXX:XX',
  TM: 'XXXX-XX-XXTXX:XX',
  TH: 'XXXX-XX-XXTXX',
  D: 'XXXX-XX-XX',
  N: 'XXXX-XX-XXTNI',
  WE: 'XXXX-WXX-WE',
  W: 'XXXX-WXX',
  FN: 'XXXX-WXX',
  M: 'XXXX-XX',
  Q: 'XXXX-QX',
  Y: 'XXXX',
  DE: 'XXX',
  CE: 'XX',
  ML: 'X',
};

export const typeOfUnit = (unit: string): 'TIME' | 'DATE' => (unit.startsWith('T') || unit === 'N' ? 'TIME' : 'DATE');
