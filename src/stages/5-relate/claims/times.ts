import {
  AND,
  ARTICLE,
  BE,
  FROM,
  HAVE,
  OF,
  TO,
  clauseAt,
  isClauseBreak,
  isComma,
  isIn,
  isPlainVerb,
  isWord,
  signAt,
  type Stretch,
  wordsOf,
} from '../../../grammar/index.js';
import type { DateRecord, Figure } from '../../../model/index.js';
import { Lexname, lexnameOf, Pos, posOf } from '../../../knowledge/index.js';
import type { Condition } from './conditions.js';
import { isOutside } from './relatives.js';
import { MODAL } from './speakers/saying.js';
import { mentionOf, tokenSpan, wordsBetween, type Scene } from './scene.js';
import { isoOf } from './speakers/sources.js';

/** When a claim holds: the words of the text and the interval they name. */
export interface When {
  readonly text: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly because: string;
}

/** A time expression that could say when: a date, "within a week", "before the war". */
interface Time extends Stretch {
  readonly text: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** When each figure of a sentence holds; those of which the sentence says nothing get the article's own day, without words. */
export function whensOf(
  scene: Scene,
  sentence: Stretch,
  figures: readonly Figure[],
  dates: readonly DateRecord[],
  silent: readonly Stretch[],
  conditions: readonly Condition[],
): ReadonlyMap<Figure, When> {
  const times = timesOf(scene, sentence, dates, silent);
  const found = new Map<Figure, Time>();
  if (times.length > 0) {
    // "compared with one in four five years earlier": what belongs to a time is no figure that parts another from it.
    const apart = figures.filter((figure) => figure.kind !== 'age' && !times.some((time) => time.first < figure.last && figure.first < time.last));
    for (let i = 0; i < figures.length; i++) {
      const figure = figures[i];
      if (!isTimed(scene, figure)) continue;
      const usable = times.filter(
        (time) =>
          !(time.first < figure.last && figure.first < time.last) &&
          !conditions.some((one) => one.first <= time.first && time.first < one.last && !(one.first <= figure.first && figure.first < one.last)) &&
          !isOutside(scene, time, figure) &&
          !isElsewhere(scene, time, figure),
      );
      const time = nearest(scene, figure, apart, usable, sentence) ?? shared(scene, figures, i, found);
      if (time) found.set(figure, time);
    }
    // "fell from $12 to $8 in 2023": both ends of a change.
    for (let i = figures.length - 2; i >= 0; i--) {
      const later = found.get(figures[i + 1]);
      if (found.has(figures[i]) || !later || !isTimed(scene, figures[i])) continue;
      if (isSpan(scene, figures[i], figures[i + 1], later) || isOneList(scene, figures[i], figures[i + 1], later)) found.set(figures[i], later);
    }
  }
  const today = scene.document.dated?.on ?? null;
  return new Map(
    figures.map((figure): [Figure, When] => {
      const own = found.get(figure);
      return [
        figure,
        own ? { text: own.text, from: own.from, to: own.to, because: `when "${own.text}"` } : { text: null, from: today, to: null, because: '' },
      ];
    }),
  );
}

/** Whether the time stands in another clause: behind a contrast, or with a verb in another tense than the figure's. */
function isElsewhere(scene: Scene, time: Stretch, figure: Figure): boolean {
  const { clauses } = scene.document;
  if (time.first >= figure.last) {
    // "stands at 40 percent, although the rate for December was 32"
    for (let token = figure.last; token < time.first; token++) if (isIn(scene, token, CONTRAST) && scene.mentionAt[token] < 0) return true;
    return false;
  }
  // "handed out 8,000 blankets in December and employs 60 people"
  const mine = clauseAt(clauses, figure.first).verb;
  const other = clauseAt(clauses, time.first).verb;
  return other >= 0 && mine > time.last && tenseOf(scene, mine) === Pos.Third && tenseOf(scene, other) === Pos.Past;
}
const CONTRAST = wordsOf('although though whereas');

const tenseOf = (scene: Scene, verb: number): number => posOf(scene.knowledge, scene.tokens, verb) & (Pos.Past | Pos.Third);

/** An age has no date, nor how far one place lies from another. */
const isTimed = (scene: Scene, figure: Figure): boolean =>
  figure.kind !== 'age' && !(figure.kind === 'distance' && isIn(scene, figure.last, FROM_THERE));
const FROM_THERE = wordsOf(
  'from north south east west northeast northwest southeast southwest north-east north-west south-east south-west of off up away long deep high wide',
);

function timesOf(scene: Scene, sentence: Stretch, dates: readonly DateRecord[], silent: readonly Stretch[]): readonly Time[] {
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
    // "between January and April 2023": one span, told by its ends.
    const next = dates[i + 1];
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
    if (!found.some((time) => time.first < event && token < time.last) && !silent.some((part) => part.first <= token && token < part.last))
      found.push({ first: token, last: event, text: wordsBetween(scene, token, event), from: null, to: null });
    token = event - 1;
  }
  return found.sort((a, b) => a.first - b.first);
}
const BETWEEN = wordsOf('between from');
const ENDS = wordsOf('and to until till through');

const isDateline = (scene: Scene, date: DateRecord, { first, last }: Stretch, sentence: Stretch): boolean =>
  // "GUWAHATI, February 18: The assembly …"
  (first - sentence.first < 5 && signAt(scene, last) === ':' && mentionOf(scene, sentence.first)?.type === 'place') ||
  // A dateline stands among the first parts of the page.
  scene.document.regions.slice(0, TOP).some((region) => region.kind === 'dateline' && region.start <= date.start && date.end <= region.end);

const TOP = 12;

/** Whether a time expression can say when: no rate, no clock time by itself, no vague past; a duration only behind "in" or "within". */
function isTold(scene: Scene, date: DateRecord, { first }: Stretch): boolean {
  // "in a report published last week", "the deal, signed on 3 March": the date of a paper.
  if (isIn(scene, first - 1, ISSUED) || isIn(scene, first - 2, ISSUED)) return false;
  if (date.type === 'SET' || (date.type !== 'DURATION' && /T\d/.test(date.timex) && !/day\b/.test(date.text))) return false;
  if (date.type === 'DURATION') return isIn(scene, first - 1, WITHIN) || isIn(scene, first, WITHIN);
  return date.timex !== 'PAST_REF' && date.timex !== 'FUTURE_REF' && !/^T/.test(date.timex);
}
const ISSUED = wordsOf('published released issued dated presented signed');
const WITHIN = wordsOf('in within over during than');

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
const isGerund = (scene: Scene, token: number): boolean => scene.text.slice(scene.tokens.end[token] - 3, scene.tokens.end[token]) === 'ing';
const EVENT_PREPOSITION = wordsOf('before after since until during');
const isEvent = (name: number): boolean => name === Lexname.Event || name === Lexname.Act || name === Lexname.State || name === Lexname.Phenomenon;

/** The time behind the figure and before the next figure, else the one before all figures, else the nearest before it. */
function nearest(scene: Scene, figure: Figure, figures: readonly Figure[], usable: readonly Time[], sentence: Stretch): Time | null {
  // "killed nine civilians, seven of them women, on Saturday", "31 billion francs ($50 million) last year"
  const next = figures.find((other) => other.first >= figure.last && !isAside(scene, other));
  const previous = figures.filter((other) => other.last <= figure.first).at(-1);
  let wall = figure.last;
  while (wall < sentence.last && !isBreak(scene, wall)) wall++;
  let start = figure.first;
  while (start > sentence.first && !isBreak(scene, start - 1)) start--;
  const here = usable.filter((one) => one.first >= start && one.first < wall);
  const behind = here.find((one) => one.first >= figure.last && (!next || one.first < next.first));
  if (behind) return behind;
  const between = here.filter((one) => one.first < figure.first && (!previous || one.first >= previous.last + 4)).at(-1);
  if (between) return between;
  const leading = here.find((one) => one.first < (figures[0]?.first ?? 0));
  if (leading) return leading;
  // "13 Feb, Macomia: 25 soldiers killed; three boats seized": a date that opens the sentence holds beyond its semicolons.
  const opening = usable[0];
  if (opening && opening.first - sentence.first < 5 && opening.first < start) return opening;
  // "killed 12 soldiers and wounded 30 on Monday": the date at the end of a list of numbers is the date of them all.
  const later = here.find((one) => one.first >= figure.last);
  return later && later.first - figure.last < 12 && isJoint(scene, figure.last, later.first) ? later : null;
}

const isAside = (scene: Scene, figure: Figure): boolean =>
  signAt(scene, figure.first - 1) === '(' || (isIn(scene, figure.numberLast, OF) && isIn(scene, figure.numberLast + 1, THEM));
const THEM = wordsOf('them whom which');

/** A clause break, also before a number that is the subject of a verb: ", and 1,500 fighters would be housed". */
function isBreak(scene: Scene, token: number): boolean {
  if (isClauseBreak(scene, token)) return true;
  const owner = isComma(scene, token) && isIn(scene, token + 1, AND) ? (scene.figureAt[token + 2] ?? -1) : -1;
  if (owner < 0) return false;
  const { last } = scene.document.figures[owner];
  for (let at = last; at < last + 5; at++)
    if (isIn(scene, at, BE) || isIn(scene, at, HAVE) || isIn(scene, at, MODAL)) return true;
    else if (isComma(scene, at) || scene.figureAt[at] >= 0) return false;
  return false;
}

/** "made five trips on Wednesday and brought out 43 villagers": what is joined to the figure before shares its time. */
function shared(scene: Scene, figures: readonly Figure[], index: number, found: ReadonlyMap<Figure, Time>): Time | null {
  const figure = figures[index];
  const before = figures.slice(0, index).findLast((other) => other.last <= figure.first);
  const time = before && found.get(before);
  if (!time || time.first > figure.first) return null;
  for (let token = before.last; token < figure.first; token++)
    // ", and wounding 50" goes on with the same clause
    if (
      (isClauseBreak(scene, token) && !isGerund(scene, token + 2)) ||
      isIn(scene, token, PARTED) ||
      (isIn(scene, token, BE) && scene.dateAt[token] < 0)
    )
      return null;
  return time;
}
const PARTED = wordsOf('to from against compared than up down now today which who whom whose where that although because but');

/**
 * "killed 70 people, including ten women and three infants, in the town on Thursday": the numbers of one list share the time behind it, as do
 * those of one fate: "17 miners were killed and nine hurt on Tuesday".
 */
function isOneList(scene: Scene, figure: Figure, next: Figure, time: Time): boolean {
  if (time.first < next.last || figure.kind !== next.kind || figure.change !== next.change || isAside(scene, next)) return false;
  const fate = next.first - figure.last <= LONGEST_FATE && isIn(scene, next.first - 1, AND);
  let joined = false;
  for (let token = figure.last; token < next.first; token++) {
    const joins = isIn(scene, token, AND) || isIn(scene, token, INCLUDING);
    joined ||= joins;
    if (joins || (isComma(scene, token) && !fate)) continue;
    if (!isWord(scene, token) || isIn(scene, token, PARTED)) return false;
    if (!fate && (isPlainVerb(scene, token) || isIn(scene, token, BE))) return false;
  }
  return joined;
}
/** Tokens of "were killed and". */
const LONGEST_FATE = 4;
const INCLUDING = wordsOf('including');

/** Whether "from … to" joins two figures of one change, of which the time tells the span and not the end. */
function isSpan(scene: Scene, figure: Figure, next: Figure, time: Time): boolean {
  if (time.first < next.last || !isIn(scene, figure.first - 1, FROM) || next.first - figure.last > 6) return false;
  for (let token = figure.last; token < next.first; token++) if (isIn(scene, token, TO)) return !isIn(scene, time.first, NOW);
  return false;
}
const NOW = wordsOf('now today this');

/** Whether "and" joins what stands between, with no change from one number to the other. */
function isJoint(scene: Scene, first: number, last: number): boolean {
  let joint = false;
  for (let token = first; token < last; token++) {
    if (isIn(scene, token, PARTED) || (isComma(scene, token) && !isPlainVerb(scene, token + 1) && signAt(scene, token + 1) !== '')) return false;
    if (isIn(scene, token, AND) || isComma(scene, token)) joint = true;
  }
  return joint;
}
