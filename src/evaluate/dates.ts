import type { DateRecord, Related } from '../model/index.js';
import { align } from './alignment.js';
import type { Gold, GoldDate } from './gold.js';
import type { Item } from './items.js';
import type { Measure } from './scores.js';

/**
 * Scores time expressions as TempEval-3 does: `relaxed` any overlap, `strict` the same span; `type` and `value` must be right
 * besides (on any overlap), and `valued` is the share of the found ones that have the right value.
 */
export function scoreDates(golds: readonly Gold[], articles: readonly Related[]): { measures: Measure[]; items: Item[] } {
  const items: Item[] = [];
  const right = { relaxed: 0, strict: 0, type: 0, value: 0 };
  let gold = 0;
  let found = 0;
  golds.forEach((document, d) => {
    const { dates } = articles[d];
    const { ofWanted, ofFound } = align(document.dates, dates, (w, f) => (sameSpan(w, f) ? 2 : 0) + (w.timex === f.timex ? 1 : 0) + 1);
    gold += document.dates.length;
    found += dates.length;
    document.dates.forEach((wanted, i) => {
      const answer = ofWanted[i] < 0 ? null : dates[ofWanted[i]];
      const item = itemOf(document, wanted, answer);
      items.push(item);
      if (!answer) return;
      right.relaxed++;
      if (!item.wrong.includes('span')) right.strict++;
      if (!item.wrong.includes('type')) right.type++;
      if (!item.wrong.includes('value')) right.value++;
    });
    dates.forEach((date, j) => {
      if (ofFound[j] < 0) items.push(extra(document, date));
    });
  });
  const measures: Measure[] = (['relaxed', 'strict', 'type', 'value'] as const).map((mode) => ({
    name: `dates.${mode}`,
    gold,
    found,
    right: right[mode],
  }));
  return { measures: [...measures, { name: 'dates.valued', gold: right.relaxed, found: right.relaxed, right: right.value }], items };
}

const sameSpan = (a: GoldDate, b: DateRecord): boolean => a.start === b.start && a.end === b.end;
const label = ({ type, timex }: GoldDate): string => `${type.toLowerCase()} ${timex}`;

function itemOf(document: Gold, wanted: GoldDate, answer: DateRecord | null): Item {
  const wrong: string[] = [];
  if (!answer) wrong.push('missed');
  else {
    if (!sameSpan(wanted, answer)) wrong.push('span');
    if (wanted.type !== answer.type) wrong.push('type');
    if (wanted.timex !== answer.timex) wrong.push('value');
  }
  return {
    document: document.id,
    layer: 'date',
    start: wanted.start,
    end: wanted.end,
    text: document.text.slice(wanted.start, wanted.end),
    expected: label(wanted),
    answered: answer && label(answer),
    answer: answer && { start: answer.start, end: answer.end },
    wrong,
  };
}

const extra = (document: Gold, date: DateRecord): Item => ({
  document: document.id,
  layer: 'date',
  start: date.start,
  end: date.end,
  text: date.text,
  expected: null,
  answered: label(date),
  answer: { start: date.start, end: date.end },
  wrong: ['extra'],
});
