import { dayNumber, hashOf, isoOf } from '../../../text/index.js';
import { type Scene, signAt } from './scene.js';
import type { Found } from './times.js';

// Two expressions of one time that no rule reads at once: each function gives both as one, or null.

const [OF, TO, AND, INTO, THE] = ['of', 'to', 'and', 'into', 'the'].map(hashOf);
const [SLASH, OPEN, CLOSE, COMMA] = [47, 40, 41, 44];

const isDay = ({ type, timex }: Found): boolean => type === 'DATE' && /^(?:\d{4}|XXXX)-\d\d-\d\d$/.test(timex);
/** The same day of any leap year, so that "28 February" and "1 March" can be told apart. */
const numberOf = (day: string): number =>
  dayNumber(day.startsWith('XXXX') ? 2000 : Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));

/** Whether only a dash or "to", "and", "into" stands between, perhaps with an article. */
function meets(scene: Scene, from: number, to: number): boolean {
  const { tokens } = scene;
  if (to - from < 1 || to - from > 2 || (to - from === 2 && tokens.hash[from + 1] !== THE)) return false;
  const { hash } = tokens;
  const sign = signAt(scene, from);
  return hash[from] === TO || hash[from] === AND || hash[from] === INTO || sign === SLASH || sign === 45 || (sign >= 0x2010 && sign <= 0x2015);
}

/** "the night of 4-5 May": the night between two days, told by the first. */
export function nightAcross(scene: Scene, a: Found, b: Found): Found | null {
  if (a.type !== 'TIME' || !/^(?:\d{4}|XXXX)-\d\d-\d\dTNI$/.test(a.timex) || !isDay(b) || !meets(scene, a.last, b.first)) return null;
  const [first, second] = [a.timex.slice(0, 10), b.timex];
  // The year is written behind the second day alone.
  if (first.slice(0, 4) !== second.slice(0, 4) && !first.startsWith('XXXX')) return null;
  if (numberOf(first) + 1 !== numberOf(first.slice(0, 4) + second.slice(4))) return null;
  const timex = second.startsWith('XXXX') ? a.timex : `${isoOf(numberOf(second) - 1)}TNI`;
  return { ...a, timex, relation: `night ${(second.startsWith('XXXX') ? a.relation : b.relation) ?? '-'}`, last: b.last };
}

const isClock = (one: Found): boolean => one.relation === 'clock' && /^XXXX-XX-XXT\d\d:/.test(one.timex);

/** "5:12 a.m. (2142 GMT)": the same time told for another place. */
export const clockAgain = (scene: Scene, a: Found, b: Found): Found | null =>
  isClock(a) && isClock(b) && b.first === a.last + 1 && signAt(scene, a.last) === OPEN && signAt(scene, b.last) === CLOSE
    ? { ...a, last: b.last + 1 }
    : null;

/** Parts of the day behind noon. */
const LATE: ReadonlySet<string> = new Set(['AF', 'EV', 'NI']);

const PART = /^(XXXX-WXX-\d|XXXX-XX-XX)T(MO|AF|EV|NI)$/;
const isAnchored = (one: Found): boolean => /^(?:weekday (?:near|last|this|next) |shift published )/.test(one.relation ?? '');

/** "11:11 on Friday night, 8 September": the part of the day tells which of two hours is meant, the date which day. */
export function clockOfPart(scene: Scene, a: Found, b: Found, first = a.first): Found | null {
  // "this morning at 7:45"
  if (isClock(b) && PART.test(a.timex) && isAnchored(a) && b.first - a.last === 1)
    return clockOfPart(scene, { ...b, last: a.last }, { ...a, first: a.last, last: b.last }, a.first);
  const part = PART.exec(b.timex);
  if (isClock(a) && part && b.type === 'TIME' && isAnchored(b) && b.first - a.last <= 1) {
    const hour = Number(a.timex.slice(11, 13));
    const later = hour < 12 && LATE.has(part[2]) && !(part[2] === 'NI' && hour < 6) ? hour + 12 : hour;
    return { ...b, timex: `${part[1]}T${String(later).padStart(2, '0')}${a.timex.slice(13)}`, first };
  }
  // "… on Friday night, 8 September 2023"
  const weekday = /^XXXX-WXX-\d(T.*)$/.exec(a.timex);
  const comma = signAt(scene, a.last) === COMMA ? a.last + 1 : a.last;
  return weekday && a.type === 'TIME' && isDay(b) && b.first === comma ? { ...b, type: 'TIME', timex: b.timex + weekday[1], first: a.first } : null;
}

/** "the weekend of 1-2 June". */
export function weekendWith(scene: Scene, a: Found, b: Found): Found | null {
  if (/^(?:weekend near|unit published \+0 WE)/.test(a.relation ?? '') && isDay(b) && b.first === a.last + 1 && scene.tokens.hash[a.last] === OF)
    return { ...b, first: a.first, relation: `weekendof ${b.relation ?? '-'}` };
  const inner = /^weekendof (.*)$/.exec(a.relation ?? '')?.[1];
  return inner && isDay(b) && meets(scene, a.last, b.first) ? { ...b, first: a.first, relation: `weekendof ${b.relation ?? '-'}` } : null;
}

/** "35 years ago this November", "forty years ago today": the month, week or day of that year. */
export function yearsAgo(a: Found, b: Found): Found | null {
  const ago = /^shift published (-\d+) ([DWMY])$/.exec(a.relation ?? '');
  if (!ago || b.first !== a.last) return null;
  const back = `offset published - ${-Number(ago[1])} ${ago[2]}`;
  const whole = { ...b, first: a.first, because: a.because };
  if (b.relation === 'today') return { ...whole, type: 'DATE', timex: 'XXXX-XX-XX', relation: `${back} 0 D` };
  if (ago[2] !== 'Y') return null;
  if (b.relation === 'year this' || b.relation === 'year near') return { ...whole, relation: `yearof published ${ago[1]}` };
  if (b.relation === 'unit published +0 M') return { ...whole, relation: `${back} 0 M` };
  return b.relation === 'unit published +0 W' ? { ...whole, timex: 'XXXX-XX-XX', relation: `weekof ${back} 0 D` } : null;
}
