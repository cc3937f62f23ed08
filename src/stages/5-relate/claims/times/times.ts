import { isIn, isPlainVerb, signAt, type Stretch, wordsOf } from '../../../../grammar/index.js';
import type { DateRecord, Figure } from '../../../../model/index.js';
import type { Condition } from '../conditions.js';
import type { Scene } from '../scene.js';
import { type Time, timesOf } from './expressions.js';
import { isElsewhere, isOutside } from './outside.js';
import { isAside, isBreak, isJoint, isOneList, isSetting, isSpan, isWhole, shared } from './shared.js';

/** When a claim holds: the words of the text and the interval they name. */
export interface When {
  readonly text: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly because: string;
}
export const NO_TIME: When = { text: null, from: null, to: null, because: '' };

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
          !conditions.some((one) => isWithin(time, one) !== isWithin(figure, one)) &&
          !isOutside(scene, time, figure, sentence) &&
          !isElsewhere(scene, time, figure),
      );
      const time = nearest(scene, figure, apart, usable, sentence) ?? shared(scene, figures, i, found, usable);
      if (time) found.set(figure, time);
    }
    // "fell from $12 to $8 in 2023": both ends of a change.
    for (let i = figures.length - 2; i >= 0; i--) {
      const later = found.get(figures[i + 1]);
      if (found.has(figures[i]) || !later || !isTimed(scene, figures[i])) continue;
      if (
        isSpan(scene, figures[i], figures[i + 1], later) ||
        isOneList(scene, figures[i], figures[i + 1], later) ||
        isSetting(scene, figures[i], figures[i + 1], later)
      )
        found.set(figures[i], later);
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

const isWithin = ({ first }: Stretch, stretch: Stretch): boolean => stretch.first <= first && first < stretch.last;

/**
 * An age has no date, save that of a birthday, nor how far one place lies from another, or how much of a thing its name says in
 * brackets ("a sack of millet (90 kg)"). Of "346 of the 513 deputies voted on Monday" the part has the time, not the whole.
 */
const isTimed = (scene: Scene, figure: Figure): boolean =>
  (figure.kind === 'age' ? isIn(scene, figure.first - 1, TURNS) : true) &&
  !(figure.kind === 'distance' && isIn(scene, figure.last, FROM_THERE)) &&
  !(figure.kind === 'measure' && signAt(scene, figure.first - 1) === '(' && signAt(scene, figure.last) === ')') &&
  !isWhole(scene, figure);
const TURNS = wordsOf('turns turned turning');

const FROM_THERE = wordsOf(
  'from north south east west northeast northwest southeast southwest north-east north-west south-east south-west of off up away long deep high wide above below',
);

/** The time behind the figure and before the next figure, else the one before all figures, else the nearest before it. */
function nearest(scene: Scene, figure: Figure, figures: readonly Figure[], usable: readonly Time[], sentence: Stretch): Time | null {
  // "killed nine civilians, seven of them women, on Saturday", "31 billion francs ($50 million) last year"
  const next = figures.find((other) => other.first >= figure.last && !isAside(scene, other));
  const previous = figures.filter((other) => other.last <= figure.first && !isAside(scene, other)).at(-1);
  let wall = figure.last;
  while (wall < sentence.last && !isBreak(scene, wall)) wall++;
  let start = figure.first;
  while (start > sentence.first && !isBreak(scene, start - 1)) start--;
  const here = usable.filter((one) => one.first >= start && one.first < wall);
  const behind = here.find((one) => one.first >= figure.last && (!next || one.first < next.first));
  if (behind) return behind;
  const between = here.filter((one) => one.first < figure.first && (!previous || previous.last <= start || one.first >= previous.last + 4)).at(-1);
  if (between) return between;
  const leading = here.find((one) => one.first < (figures[0]?.first ?? 0));
  if (leading) return leading;
  // "13 Feb, Macomia: 25 soldiers killed; three boats seized": a date that opens the sentence holds beyond its semicolons.
  const opening = usable[0];
  if (opening && opening.first < start && opensSentence(scene, opening.first, sentence.first) && !isNow(scene, figure)) return opening;
  // "killed 12 soldiers and wounded 30 on Monday": the date at the end of a list of numbers is the date of them all.
  const later = here.find((one) => one.first >= figure.last);
  return later && later.first - figure.last < 12 && isJoint(scene, figure.last, later.first) ? later : null;
}

/** Whether nothing that happens stands before the token: "At dawn on [Friday]", not "Two of them left [last month]". */
function opensSentence(scene: Scene, token: number, first: number): boolean {
  if (token - first >= LONGEST_OPENING) return false;
  for (let at = first; at < token; at++) if (isPlainVerb(scene, at) || scene.figureAt[at] >= 0) return false;
  return true;
}
const LONGEST_OPENING = 5;

/** "; [40] are thought to remain": told of the present. */
const isNow = (scene: Scene, { last }: Figure): boolean => isIn(scene, last, PRESENT);
const PRESENT = wordsOf('are is has have remain remains');
