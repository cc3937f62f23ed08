import { dayNumber, dayOf, isoDay, isoMonth, isoYear, mondayOf, isoOf } from '../../../text/index.js';

/** Half-open [from, to) as ISO prefixes; null where it cannot be known. Years BC are negative as historians count. */
export interface Interval {
  readonly from: string | null;
  readonly to: string | null;
}

const NONE: Interval = { from: null, to: null };
const SEASON: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

interface Months {
  /** Months since year 0. */
  readonly from: number;
  readonly to: number;
}

const monthOf = (index: number): string => {
  const year = Math.floor(index / 12);
  return isoMonth(year, index - year * 12 + 1);
};
const prefix = ({ from, to }: Months): Interval =>
  from % 12 === 0 && to % 12 === 0 ? { from: isoYear(from / 12), to: isoYear(to / 12) } : { from: monthOf(from), to: monthOf(to) };

/** Interval of a TIMEX3 value. BEFORE and AFTER open it; START, MID and END narrow months and decades to their half. */
export function intervalOf(timex: string, mod: string | null): Interval {
  const whole = wholeOf(timex, mod);
  switch (mod) {
    case 'SINCE':
      return { from: whole.from, to: null };
    // A year is too coarse to be shut out: "post-2021" begins within 2021, "just after 3 p.m." is on that day.
    case 'AFTER':
      return { from: isCoarse(timex) ? whole.from : whole.to, to: null };
    case 'BEFORE':
      return { from: null, to: isCoarse(timex) ? whole.to : whole.from };
    case 'UNTIL':
    case 'ON_OR_BEFORE':
      return { from: null, to: whole.to };
    default:
      return whole;
  }
}

/** A year, decade or century, or a time within a day. */
const isCoarse = (timex: string): boolean => /^(BC)?\d{2,4}$|T\d/.test(timex);

function wholeOf(timex: string, mod: string | null): Interval {
  const day = /^(BC)?(\d{4})-(\d\d)-(\d\d)/.exec(timex);
  if (day) {
    const year = Number(day[2]) * (day[1] ? -1 : 1);
    const at = dayNumber(year, Number(day[3]), Number(day[4]));
    return { from: isoDay(dayOf(at)), to: isoOf(at + 1) };
  }
  const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(timex);
  if (week) {
    const monday = mondayOf(Number(week[1]), Number(week[2]));
    return { from: isoOf(monday + (week[3] ? 5 : 0)), to: isoOf(monday + 7) };
  }
  const month = /^(BC)?(\d{4})-(\d\d)$/.exec(timex);
  if (month) {
    const index = Number(month[2]) * (month[1] ? -12 : 12) + Number(month[3]) - 1;
    const at = monthOf(index);
    const next = monthOf(index + 1);
    if (mod === 'START') return { from: `${at}-01`, to: `${at}-16` };
    if (mod === 'MID') return { from: `${at}-11`, to: `${at}-21` };
    return mod === 'END' ? { from: `${at}-16`, to: `${next}-01` } : { from: at, to: next };
  }
  const months = monthsOf(timex);
  if (!months) return NONE;
  const { from, to } = months;
  const length = to - from;
  // "early 1941" may be any of its months up to the summer; only decades are cut in halves.
  if (length !== 120) return prefix(months);
  if (mod === 'START') return prefix({ from, to: from + 60 });
  if (mod === 'END') return prefix({ from: from + 60, to });
  return mod === 'MID' ? prefix({ from: from + Math.round(length * 0.25), to: to - Math.round(length * 0.25) }) : prefix(months);
}

/** Years, decades, centuries, halves, quarters, seasons. */
function monthsOf(timex: string): Months | null {
  // "2014/2015": a season or fiscal year.
  const span = /^(\d{4})\/(\d{4})$/.exec(timex);
  if (span) return { from: Number(span[1]) * 12, to: Number(span[2]) * 12 + 12 };
  const m = /^(BC)?(\d{2,4})(?:-([QH]|SP|SU|FA|WI)(\d)?)?$/.exec(timex);
  if (!m) return null;
  const scale = 10 ** (4 - m[2].length);
  const first = Number(m[2]) * scale;
  // "the 5th century BC" runs from 499 to 400 BC.
  const year = m[1] ? -(first + scale - 1) : first;
  const from = year * 12;
  if (!m[3]) return { from, to: from + 12 * scale };
  if (m[3] === 'Q') return { from: from + 3 * (Number(m[4]) - 1), to: from + 3 * Number(m[4]) };
  if (m[3] === 'H') return { from: from + 6 * (Number(m[4]) - 1), to: from + 6 * Number(m[4]) };
  return { from: from + SEASON[m[3]] - 1, to: from + SEASON[m[3]] + 2 };
}
