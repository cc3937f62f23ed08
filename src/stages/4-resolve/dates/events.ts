import { Flag, has, type DateRecord, type Tagged, type TimeExpression } from '../../../model/index.js';
import { hashOf } from '../../../text/index.js';
import { readPoint } from './anchors.js';
import { type Base, numberOf, type Resolution } from './base.js';
import { intervalOf } from './interval.js';
import { shifted } from './shift.js';

// Times counted from something that the article has dated before: "a day after the coup".

const [AFTER, BEFORE] = ['after', 'before'].map(hashOf);
const POINTING: ReadonlySet<number> = new Set(['the', 'that', 'this', 'his', 'her', 'their', 'its'].map(hashOf));
/** Words between the article and the noun. */
const REACH = 2;

/** The days of an article by the nouns of the sentences that tell them; null where two days are told of the same word. */
type Days = Map<number, DateRecord | null>;

/** Reads on from record `from`: each sentence with a single day gives that day to its words in lower case. */
function readDays({ sentences, tokens }: Tagged, records: readonly DateRecord[], from: number, days: Days): void {
  for (let i = from; i < records.length; i++) {
    const record = records[i];
    const alone = records[i - 1]?.sentence !== record.sentence && records[i + 1]?.sentence !== record.sentence;
    const point = alone && record.type === 'DATE' ? readPoint(record.timex) : null;
    if (!point || numberOf(point) === null) continue;
    const { first, last } = sentences[record.sentence];
    for (let token = first; token < last; token++) {
      if (!has(tokens, token, Flag.Word) || has(tokens, token, Flag.Capital)) continue;
      const known = days.get(tokens.hash[token]);
      days.set(tokens.hash[token], known === undefined || known?.timex === record.timex ? record : null);
    }
  }
}

/**
 * Gives the function that dates a length behind which "after the …" or "before the …" names what the article has given a day;
 * null for all others. What it reads of the article it reads once, and only when the first such length comes.
 */
export function eventsOf(document: Tagged, records: readonly DateRecord[]): (time: TimeExpression) => Resolution | null {
  const { tokens } = document;
  const days: Days = new Map();
  let read = 0;
  return (time) => {
    const length = time.type === 'DURATION' && time.relation === null ? /^P(\d+)([DWMY])$/.exec(time.timex) : null;
    const way = tokens.hash[time.last];
    if (!length || (way !== AFTER && way !== BEFORE) || !POINTING.has(tokens.hash[time.last + 1])) return null;
    readDays(document, records, read, days);
    read = records.length;
    for (let token = time.last + 1 + REACH; token > time.last + 1; token--) {
      const day = days.get(tokens.hash[token]);
      const point = day && !has(tokens, token, Flag.Capital) ? readPoint(day.timex) : null;
      if (!day || !point || token >= tokens.count) continue;
      const base: Base = { point, anchor: 'previous' };
      const at = shifted(base, (way === AFTER ? 1 : -1) * Number(length[1]), length[2], '');
      return at && { timex: time.timex, anchor: 'event', ...intervalOf(at.timex, null) };
    }
    return null;
  };
}
