import type { DateRecord, Figure } from '../../../model/index.js';
import { isoOf } from './sources.js';
import { AND, FROM, isClauseBreak, isComma, RELATIVE, SUBORDINATOR, TO } from './grammar.js';
import { isIn, type Scene, type Stretch } from './scene.js';

/** When a claim holds: the words of the text and the interval they name. */
export interface When {
  readonly text: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly because: string;
}

/** The time expression that governs the figure in its sentence; without one, the article's own date stands with no words. */
export function whenOf(
  scene: Scene,
  figure: Figure,
  figures: readonly Figure[],
  dates: readonly DateRecord[],
  sentence: Stretch,
  silent: readonly Stretch[],
): When {
  const usable: { readonly date: DateRecord; readonly first: number }[] = [];
  let at = sentence.first;
  for (const date of dates) {
    while (at < sentence.last && scene.tokens.start[at] < date.start) at++;
    if (date.type === 'SET' || /T\d/.test(date.timex) || (date.start >= figure.start && date.end <= figure.end) || !isPoint(date)) continue;
    if (silent.some((part) => part.first <= at && at < part.last)) continue;
    usable.push({ date, first: at });
  }
  const own = usable.length === 0 ? null : nearest(scene, figure, figures, usable, sentence);
  if (own) return { text: own.text, from: own.from, to: own.to, because: `when "${own.text}"` };
  const dated = scene.document.dated;
  return { text: null, from: dated?.on ?? null, to: null, because: '' };
}

const isPoint = (date: DateRecord): boolean =>
  date.from !== null || isoOf(date) !== null || /^\d{4}-(W|Q|H|S|F)/.test(date.timex) || /^\d{4}-\d\d-\d\dT[A-Z]/.test(date.timex);

/** The date behind the figure and before the next figure, else the one before all figures, else the nearest before it. */
function nearest(
  scene: Scene,
  figure: Figure,
  figures: readonly Figure[],
  usable: readonly { readonly date: DateRecord; readonly first: number }[],
  sentence: Stretch,
): DateRecord | null {
  const next = figures.find((other) => other.first >= figure.last);
  const previous = figures.filter((other) => other.last <= figure.first).at(-1);
  let wall = figure.last;
  while (wall < sentence.last && !isClauseBreak(scene, wall)) wall++;
  let start = figure.first;
  while (start > sentence.first && !isClauseBreak(scene, start - 1)) start--;
  const here = usable.filter((one) => one.first >= start && one.first < wall);
  const behind = here.find((one) => one.first >= figure.last && (!next || one.first < next.first));
  if (behind) return behind.date;
  const between = here.filter((one) => one.first < figure.first && (!previous || one.first >= previous.last + 4)).at(-1);
  if (between) return between.date;
  const leading = here.find((one) => one.first < (figures[0]?.first ?? 0));
  if (leading) return leading.date;
  // "13 Feb, Macomia: 25 soldiers killed; three boats seized": a date that opens the sentence holds beyond its semicolons.
  const opening = usable[0];
  if (opening && opening.first - sentence.first < 5 && opening.first < start) return opening.date;
  // "killed 12 soldiers and wounded 30 on Monday": the date at the end of a list of numbers is the date of them all.
  const later = here.find((one) => one.first >= figure.last);
  return later && later.first - figure.last < 12 && isJoint(scene, figure.last, later.first) ? later.date : null;
}

/** Whether "and" joins what stands between, with no change from one number to the other. */
function isJoint(scene: Scene, first: number, last: number): boolean {
  let joint = false;
  for (let token = first; token < last; token++) {
    if (
      isIn(scene, token, RELATIVE) ||
      isIn(scene, token, SUBORDINATOR) ||
      isIn(scene, token, TO) ||
      isIn(scene, token, FROM) ||
      isComma(scene, token)
    )
      return false;
    if (isIn(scene, token, AND)) joint = true;
  }
  return joint;
}
