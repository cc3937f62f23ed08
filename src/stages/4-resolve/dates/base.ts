import type { Anchor, TimexType } from '../../../model/index.js';
import { dayNumber, two } from '../../../text/index.js';
import type { Anchors, Point } from './anchors.js';

export interface Resolution {
  readonly timex: string;
  readonly anchor: Anchor;
  /** Given when the interval is not that of the value: "the last two years". */
  readonly from?: string | null;
  readonly to?: string | null;
  readonly type?: TimexType;
  /** The date inside a length, "the first months of 2024": with it the story goes on. */
  readonly told?: string;
}

export interface Base {
  readonly point: Point;
  readonly anchor: 'published' | 'previous';
}

/** The anchor a relation asks for: what was told before, or the day of writing (in history, what was told before); `told` is never the latter. */
export function baseOf(kind: string, anchors: Anchors): Base | null {
  const published: Base | null = anchors.published && { point: anchors.published, anchor: 'published' };
  const previous: Base | null = anchors.previous && { point: anchors.previous, anchor: 'previous' };
  if (kind === 'today') return published;
  if (kind === 'published') return anchors.narrative && anchors.published ? (previous ?? published) : published;
  if (anchors.undated && (kind === 'context' || kind === 'published')) return null;
  if (kind === 'context') return anchors.narrative ? (previous ?? published) : (published ?? previous);
  return previous ?? (kind === 'told' ? null : published);
}

export const yearText = (year: number): string => (year < 0 ? `BC${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0'));

export const dayText = (point: Point): string => `${yearText(point.year)}-${two(point.month as number)}-${two(point.day as number)}`;
export const numberOf = (point: Point): number | null =>
  point.month === null || point.day === null || point.year < 0 ? null : dayNumber(point.year, point.month, point.day);

/** The timex of a day that its year does not have; the expression yields nothing. */
export const NO_SUCH_DAY: Resolution = { timex: '', anchor: 'none' };
