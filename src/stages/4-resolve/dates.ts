import type { DateRecord, Tagged, TimeExpression } from '../../model/index.js';
import { type Anchors, isNarrative, readPoint } from './dates/anchors.js';
import { intervalOf } from './dates/interval.js';
import { type Resolution, resolveRelation } from './dates/relation.js';

/**
 * Gives every time expression its TIMEX3 value and interval. What is relative is anchored to the article's own date, or, in
 * an article that tells of years long past, to the date told before; without an anchor it keeps its placeholders.
 */
export function resolveDates(document: Tagged): readonly DateRecord[] {
  const published = document.dated === null ? null : readPoint(document.dated.on);
  const anchors: Anchors = {
    published, previous: null, previousSentence: -1, narrative: isNarrative(document.times, published), firstYear: firstYearOf(document.times),
  };
  const records: DateRecord[] = [];
  for (const time of document.times) {
    const resolution: Resolution = time.relation === null ? explicit(time) : resolveRelation(time, anchors);
    const { timex } = resolution;
    const mod = time.mod;
    const { from, to } = resolution.from !== undefined ? { from: resolution.from, to: resolution.to ?? null } : intervalOf(timex, mod);
    records.push({
      start: time.start, end: time.end, document_id: document.id, sentence: time.sentence, text: document.text.slice(time.start, time.end),
      type: resolution.type ?? time.type, timex, from, to, mod, anchor: resolution.anchor,
      because: resolution.anchor === 'published' ? `${time.because}, told from ${document.dated?.on}` : time.because,
    });
    const point = time.type === 'DURATION' || time.type === 'SET' ? null : readPoint(timex);
    if (point) {
      anchors.previous = point;
      anchors.previousSentence = time.sentence;
    }
  }
  return records;
}

const explicit = (time: TimeExpression): Resolution => ({ timex: time.timex, anchor: /^(BC)?\d/.test(time.timex) ? 'explicit' : 'none' });

function firstYearOf(times: readonly TimeExpression[]): number | null {
  for (const time of times) {
    const point = time.relation === null && time.type === 'DATE' ? readPoint(time.timex) : null;
    if (point) return point.year;
  }
  return null;
}
