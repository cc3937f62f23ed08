import { Flag, has } from '../../../model/index.js';
import { hashOf } from '../../../text/index.js';
import { type Scene, signAt } from './scene.js';
import type { Found } from './times.js';

// What an expression is, and what joins it to the one beside it.

export const hashes = (...words: readonly string[]): ReadonlySet<number> => new Set(words.map(hashOf));

export const isDate = (one: Found): boolean => one.type === 'DATE' && !/REF$/.test(one.timex);
export const isNearWeekday = (one: Found): boolean =>
  one.relation !== null && /^weekday (near|this|last|next) /.test(one.relation) && one.type === 'DATE';
/** A day of the calendar, with or without its year. */
export const hasDay = (one: Found): boolean => one.type === 'DATE' && /^(BC)?[\dX]{4}-\d\d-\d\d$/.test(one.timex);
export const isOfDay = (one: Found): boolean =>
  one.type === 'TIME' && one.timex.startsWith('XXXX-XX-XXT') && (one.relation === null || one.relation === 'clock');

/** Whether all tokens `[from, to)` are links of a set, at most three. */
export function linked(scene: Scene, from: number, to: number, links: ReadonlySet<number>): boolean {
  if (to < from || to - from > 3) return false;
  for (let t = from; t < to; t++) {
    if (!links.has(scene.tokens.hash[t]) && !(links.has(hashOf('-')) && signAt(scene, t) >= 0x2010 && signAt(scene, t) <= 0x2015)) return false;
  }
  return true;
}

const [AND, BETWEEN] = ['and', 'between'].map(hashOf);
/** "between January and June". */
export const isBetween = ({ tokens }: Scene, a: Found, b: Found): boolean =>
  tokens.hash[a.last] === AND && tokens.hash[a.first - 1] === BETWEEN && b.first === a.last + 1;

const RANGE = hashes('to', 'until', 'till', 'through', '-');
/** Whether a word or dash of a range stands between. */
export function isRange(scene: Scene, from: number, to: number): boolean {
  for (let t = from; t < to; t++)
    if (RANGE.has(scene.tokens.hash[t]) || (has(scene.tokens, t, Flag.Punctuation) && signAt(scene, t) >= 0x2010)) return true;
  return false;
}

/** A month, season or quarter, or a day of one, whose year the words leave open. */
export const lacksYear = (one: Found): boolean => /^XXXX-(\d\d|SP|SU|FA|WI|Q\d)/.test(one.timex) && /^year near/.test(one.relation ?? '');
