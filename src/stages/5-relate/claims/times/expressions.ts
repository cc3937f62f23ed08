import { ARTICLE, isComma, isIn, isWall, isWord, signAt, type Stretch, wordsOf } from '../../../../grammar/index.js';
import { Lexname, lexnameOf, Pos, posOf } from '../../../../knowledge/index.js';
import { type DateRecord, Flag, has } from '../../../../model/index.js';
import { mentionOf, tokenSpan, wordsBetween, type Scene } from '../scene.js';
import { isoOf } from '../speakers/sources.js';

/** A time expression that could say when: a date, "within a week", "before the war". */
export interface Time extends Stretch {
  readonly text: string;
  readonly from: string | null;
  readonly to: string | null;
}
/** The time expressions of a sentence that could say when, in their order; `silent`: stretches that tell of speakers. */
export function timesOf(scene: Scene, sentence: Stretch, dates: readonly DateRecord[], silent: readonly Stretch[]): readonly Time[] {
  const found: Time[] = [];
  for (let i = 0; i < dates.length; i++) {
    const date = dates[i];
    const { first, last } = tokenSpan(scene, date);
    if (
      first < sentence.first ||
      first >= sentence.last ||
      (date.timex !== 'PRESENT_REF' && silent.some((part) => part.first <= first && first < part.last)) ||
      isDateline(scene, date, { first, last }, sentence)
    )
      continue;
    const next = dates[i + 1];
    // "2023/24", "the 2022-23 season": two years in a row are one span.
    if (next && isIn(scene, last, JOINS) && !has(scene.tokens, last, Flag.SpaceBefore) && tokenSpan(scene, next).first === last + 1) {
      const end = tokenSpan(scene, next).last;
      if (/^\d{4}$/.test(date.timex) && Number(next.timex) === Number(date.timex) + 1) {
        found.push({ first, last: end, text: wordsBetween(scene, first, end), from: date.from, to: next.to });
        i++;
        continue;
      }
    }
    // "between January and April 2023": one span, told by its ends.
    if (next && isIn(scene, first - 1, BETWEEN) && isIn(scene, last, ENDS)) {
      const end = tokenSpan(scene, next);
      if (end.first === last + 1 && isTold(scene, next, end)) {
        found.push({ first: first - 1, last: end.last, text: wordsBetween(scene, first - 1, end.last), from: date.from ?? isoOf(date), to: next.to });
        i++;
        continue;
      }
    }
    if (isTold(scene, date, { first, last })) found.push({ first, last, text: date.text, from: date.from, to: date.to });
  }
  for (let token = sentence.first; token + 2 < sentence.last; token++) {
    const event = isIn(scene, token, EVENT_PREPOSITION) ? eventAt(scene, token, sentence) : -1;
    if (event < 0) continue;
    if (!found.some((time) => time.first < event && token < time.last) && !silent.some((part) => part.first <= token && token < part.last)) {
      const time = eventTime(scene, dates, token, event);
      if (time) found.push(time);
    }
    token = event - 1;
  }
  return found.sort((a, b) => a.first - b.first);
}

/** "two hours before the blast", "after the war": a time told by an event; no time of what was "given an hour after the blast". */
function eventTime(scene: Scene, dates: readonly DateRecord[], token: number, last: number): Time | null {
  const length = dates.find((date) => date.type === 'DURATION' && date.end <= scene.tokens.start[token] && tokenSpan(scene, date).last === token);
  const first = length ? tokenSpan(scene, length).first : token;
  return isIn(scene, first - 1, ISSUED) || (first === token && isIn(scene, token, SINCE) && isOfRecord(scene, token + 1, false))
    ? null
    : { first, last, text: wordsBetween(scene, first, last), from: null, to: null };
}
const BETWEEN = wordsOf('between from');
const JOINS = wordsOf('/ - –');
const ENDS = wordsOf('and to until till through');

const isDateline = (scene: Scene, date: DateRecord, { first, last }: Stretch, sentence: Stretch): boolean =>
  // "GUWAHATI, February 18: The assembly …"
  (first - sentence.first < 5 && signAt(scene, last) === ':' && mentionOf(scene, sentence.first)?.type === 'place') || standsInDateline(scene, date);

/** A dateline stands among the first parts of the page. */
function standsInDateline({ document: { regions } }: Scene, { start, end }: DateRecord): boolean {
  for (let i = 0; i < TOP && i < regions.length; i++)
    if (regions[i].kind === 'dateline' && regions[i].start <= start && end <= regions[i].end) return true;
  return false;
}
const TOP = 12;

/** Whether a time expression can say when: no rate, no clock time by itself, no vague past; a duration only behind "in" or "within". */
function isTold(scene: Scene, date: DateRecord, { first }: Stretch): boolean {
  // "in a report published last week", "the deal, signed on 3 March": the date of a paper.
  if (isIn(scene, first - 1, ISSUED) || isIn(scene, first - 2, ISSUED)) return false;
  if (isOfRecord(scene, first, date.type === 'DURATION')) return false;
  if (date.type === 'SET' || (date.type !== 'DURATION' && /T\d/.test(date.timex) && !/day\b/.test(date.text))) return false;
  if (date.type === 'DURATION') {
    // "a day after the coup", whose day is known
    if (date.anchor === 'event') return true;
    // "a three-week search"
    if (date.text.includes('-')) return false;
    // "spend $400 over five years": how long it takes, not when; "over the past ten days" and "in the 12 months to March" say when.
    const given = isIn(scene, first, THE) || isIn(scene, first - 1, THE);
    const before = isIn(scene, first - 1, THE) ? first - 2 : first - 1;
    return isIn(scene, before, WITHIN) || (given && isIn(scene, before, OVER)) || isIn(scene, first, WITHIN);
  }
  return date.timex !== 'PAST_REF' && date.timex !== 'FUTURE_REF' && !/^T/.test(date.timex);
}
/** "their biggest gain since December", "the first strike in 16 years": how far back the record goes is not when it was set. */
function isOfRecord(scene: Scene, first: number, length: boolean): boolean {
  let tie = first - 1;
  if (isIn(scene, tie, ARTICLE)) tie--;
  if (length && isIn(scene, tie, MORE_OVER)) tie -= isIn(scene, tie - 1, MORE_THAN) ? 2 : 1;
  if (!isIn(scene, tie, length ? BACK_OVER : SINCE)) return false;
  for (let token = tie - 1; token > Math.max(0, tie - LONGEST_RECORD); token--) {
    if (isComma(scene, token) || isWall(scene, token)) return false;
    if (isSuperlative(scene, token)) return true;
  }
  return false;
}
const LONGEST_RECORD = 8;
const SINCE = wordsOf('since');
const BACK_OVER = wordsOf('in for');
const MORE_OVER = wordsOf('over almost nearly about around roughly than');
const MORE_THAN = wordsOf('more');

const isSuperlative = (scene: Scene, token: number): boolean =>
  isIn(scene, token, RECORDS) ||
  // "the most since 2004", not "at least 40 since 2004"
  (isIn(scene, token, MOST) && isIn(scene, token - 1, THE)) ||
  (scene.mentionAt[token] < 0 &&
    /.{3}est$/i.test(scene.text.slice(scene.tokens.start[token], scene.tokens.end[token])) &&
    (posOf(scene.knowledge, scene.tokens, token) & (Pos.Noun | Pos.Verb)) === 0 &&
    !isIn(scene, token, NO_RECORDS));
const MOST = wordsOf('most least');
const RECORDS = wordsOf('best worst first lowest highest largest fewest');
const NO_RECORDS = wordsOf('honest modest earnest');

const ISSUED = wordsOf('published released issued dated presented signed given');
const WITHIN = wordsOf('in within during than');
const OVER = wordsOf('over');
const THE = wordsOf('the');

/** "before the war", "since the truce": where the phrase ends; −1 when no event stands behind the preposition. */
function eventAt(scene: Scene, token: number, sentence: Stretch): number {
  if (!isIn(scene, token + 1, ARTICLE) || scene.mentionAt[token] >= 0) return -1;
  for (let at = token + 2; at < Math.min(sentence.last, token + 5); at++) {
    if (!isWord(scene, at) || scene.mentionAt[at] >= 0 || scene.figureAt[at] >= 0 || scene.dateAt[at] >= 0) return -1;
    const name = lexnameOf(scene.knowledge, scene.tokens, at);
    const next = lexnameOf(scene.knowledge, scene.tokens, at + 1);
    if (isEvent(name) && !isGerund(scene, at) && !(isWord(scene, at + 1) && isEvent(next) && scene.mentionAt[at + 1] < 0)) return at + 1;
  }
  return -1;
}
export const isGerund = (scene: Scene, token: number): boolean => scene.text.slice(scene.tokens.end[token] - 3, scene.tokens.end[token]) === 'ing';
const EVENT_PREPOSITION = wordsOf('before after since until during');
const isEvent = (name: number): boolean => name === Lexname.Event || name === Lexname.Act || name === Lexname.State || name === Lexname.Phenomenon;
