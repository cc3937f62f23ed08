import type { TimeExpression } from '../../../model/index.js';
import { type Point, readPoint } from './anchors.js';

// The years an article writes out, in their order: what a date without a year goes by when a story is told.

/** A date written with its year. */
interface Told {
  /** Index among the times of the article. */
  readonly at: number;
  readonly point: Point;
}

export interface Story {
  readonly told: readonly Told[];
  /** First and last year of what the article is about; a year outside is an aside ("a law of 1614", "a study of 2004"). */
  readonly from: number;
  readonly to: number;
}

/** Years around the bulk of those told that still belong to the story, at least. */
const SLACK = 10;
/** Fewer dates have no bulk. */
const ENOUGH = 10;

/** The date with its year that a time writes out, by itself or at the end of a length; null when it is told otherwise. */
export function writtenIn({ type, relation, timex }: TimeExpression): string | null {
  if (relation === null) return type === 'DATE' || type === 'TIME' ? timex : null;
  if (/^until \S+ \S+ -$/.test(relation)) return timex;
  return /^stretch \S+ \S+ (\d{4}(?:-\d\d)?) /.exec(relation)?.[1] ?? null;
}

export function storyOf(times: readonly TimeExpression[]): Story {
  const told: Told[] = [];
  times.forEach((time, at) => {
    const point = readPoint(writtenIn(time) ?? '');
    if (point) told.push({ at, point });
  });
  if (told.length < ENOUGH) return { told, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const years = told.map((one) => one.point.year).sort((a, b) => a - b);
  const [low, high] = [years[Math.floor(years.length * 0.1)], years[Math.ceil(years.length * 0.9) - 1]];
  const slack = Math.max(SLACK, high - low);
  return { told, from: low - slack, to: high + slack };
}

/** Written dates before time `at` whose year counts as told. */
const MEMORY = 6;
/** Times within which the next written date must stand. */
const AHEAD = 25;

/** What an article writes out on both sides of a time. */
export interface Around {
  /** The next date written with its year; null when none is near. */
  readonly next: Point | null;
  /** Years written before, the nearest first. */
  readonly years: readonly number[];
  /** Years written behind, the nearest first. */
  readonly ahead: readonly number[];
}

/** The written date that follows time `at`, and the years of those before it, the nearest first. */
export function aroundOf({ told }: Story, at: number): Around {
  let low = 0;
  let high = told.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (told[middle].at <= at) low = middle + 1;
    else high = middle;
  }
  const next = low < told.length && told[low].at - at <= AHEAD ? told[low].point : null;
  const years = told
    .slice(Math.max(0, low - MEMORY), low)
    .reverse()
    .map((one) => one.point.year);
  const ahead = told.slice(low, low + MEMORY).map((one) => one.point.year);
  return { next, years, ahead };
}
