import type { DateRecord, Tagged, TimeExpression } from '../../model/index.js';
import { type Anchors, isNarrative, opensAsReport, readPoint } from './dates/anchors.js';
import { eventsOf } from './dates/events.js';
import { intervalOf } from './dates/interval.js';
import { NO_SUCH_DAY, type Resolution } from './dates/base.js';
import { resolveRelation } from './dates/relation.js';
import { aroundOf, storyOf } from './dates/story.js';

/**
 * Gives every time expression its TIMEX3 value and interval. What is relative is anchored to the article's own date, or, in
 * an article that tells of years long past, to the date told before; without an anchor it keeps its placeholders.
 */
export function resolveDates(document: Tagged): readonly DateRecord[] {
  const published = document.dated === null ? null : readPoint(document.dated.on);
  const story = storyOf(document.times);
  const report = opensAsReport(document.times) || (published === null && document.sentences.some(({ region }) => region === 'dateline'));
  const anchors: Anchors = {
    published,
    previous: null,
    next: null,
    years: [],
    ahead: [],
    last: null,
    isOpen: false,
    previousSentence: -1,
    apart: Infinity,
    opens: false,
    quarter: null,
    month: null,
    narrative: isNarrative(document.times, published, report),
    undated: report && published === null,
    firstYear: firstYearOf(document.times),
    ancient: document.times.some((time) => time.relation === null && time.type === 'DATE' && /^(BC|0)\d{3}/.test(time.timex)),
  };
  const paragraphOf = (sentence: number): number => document.sentences[sentence]?.paragraph ?? -1;
  const records: DateRecord[] = [];
  const datedByEvent = eventsOf(document, records);
  document.times.forEach((time, at) => {
    Object.assign(anchors, aroundOf(story, at));
    anchors.apart = paragraphOf(time.sentence) === paragraphOf(anchors.previousSentence) ? time.sentence - anchors.previousSentence : Infinity;
    anchors.opens = opensParagraph(document, time);
    const resolution: Resolution = time.relation === null ? (datedByEvent(time) ?? explicit(time)) : resolveRelation(time, anchors);
    if (resolution === NO_SUCH_DAY) return;
    const { timex } = resolution;
    const mod = time.mod;
    const { from, to } = resolution.from !== undefined ? { from: resolution.from, to: resolution.to ?? null } : intervalOf(timex, mod);
    records.push({
      start: time.start,
      end: time.end,
      document_id: document.id,
      sentence: time.sentence,
      text: document.text.slice(time.start, time.end),
      type: resolution.type ?? time.type,
      timex,
      from,
      to,
      mod,
      anchor: resolution.anchor,
      because: resolution.anchor === 'published' ? `${time.because}, told from ${document.dated?.on}` : time.because,
    });
    if (/^\d{4}-Q\d$/.test(timex)) anchors.quarter = { timex, sentence: time.sentence };
    anchors.last = readPoint(resolution.told ?? timex);
    anchors.isOpen = /^XXXX-\d\d/.test(timex);
    const point =
      (time.type === 'DURATION' && resolution.told === undefined) ||
      time.type === 'SET' ||
      looksBack(time) ||
      isBehindSince(time, anchors.narrative) ||
      (anchors.previous !== null && inBrackets(document.text, time))
        ? null
        : readPoint(resolution.told ?? timex);
    if (point && (anchors.previous === null || (point.year >= story.from && point.year <= story.to))) {
      if (point.month !== null || point.year !== anchors.previous?.year) anchors.month = point.month;
      anchors.previous = point;
      anchors.previousSentence = time.sentence;
    }
  });
  return records;
}

/** Tokens before a time that opens its paragraph: "UPDATE 6:10 p.m.", "[10:42]". */
const HEADING = 1;

function opensParagraph({ sentences }: Tagged, { sentence, first }: TimeExpression): boolean {
  const here = sentences[sentence];
  return first - here.first <= HEADING && sentences[sentence - 1]?.paragraph !== here.paragraph;
}

const explicit = (time: TimeExpression): Resolution => ({ timex: time.timex, anchor: /^(BC)?\d/.test(time.timex) ? 'explicit' : 'none' });

function firstYearOf(times: readonly TimeExpression[]): number | null {
  for (const time of times) {
    const point = time.relation === null && time.type === 'DATE' ? readPoint(time.timex) : null;
    if (point) return point.year;
  }
  return null;
}

/** "the previous year", "two years earlier": a look back, behind which the story goes on where it was. */
const looksBack = (time: TimeExpression): boolean => /^(unit|shift) previous -/.test(time.relation ?? '');

/** "The lowest since February 2022, from 21 per cent in April": the date only says since when. In history it is where the story goes on from. */
const isBehindSince = ({ mod, relation, timex }: TimeExpression, narrative: boolean): boolean =>
  mod === 'SINCE' && relation === null && (narrative ? /^\d{4}$/ : /^\d{4}(?:-\d\d)?$/).test(timex);

/** How far back an opening bracket is looked for. */
const BRACKET_REACH = 60;

/** An aside: "the battle (5–12 September) began". What stands in brackets moves no anchor, unless it ends a heading: "Chicago (1912)". */
function inBrackets(text: string, { start, end }: TimeExpression): boolean {
  for (let i = start - 1; i >= 0 && i >= start - BRACKET_REACH; i--) {
    const sign = text[i];
    if (sign === '(') return !/^\)[ \t]*(\n|$)/.test(text.slice(end, end + BRACKET_REACH));
    if (sign === ')' || sign === '\n') return false;
  }
  return false;
}
