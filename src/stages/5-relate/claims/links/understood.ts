import { BE, isComma, isIn, isSubject, isWord, wordsOf, isOfClass } from '../../../../grammar/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import type { Claim, Clauses, Figure } from '../../../../model/index.js';
import { tokenSpan, type Scene } from '../scene.js';
import type { Named } from './antecedents.js';

// What a bare number counts that no word beside it tells.

/** Whether two figures can count things of one sort. */
export const alike = (a: Figure, b: Figure): boolean => a.kind === b.kind || ((a.kind === 'percent' || a.kind === 'fraction') && b.kind === 'count');

/** The figure whose noun a bare number takes: the nearest before it of the same kind that has one. */
export function understood(
  { document: { clauses } }: Scene,
  figure: Figure,
  before: readonly Figure[],
  earlier: readonly Figure[],
  known: ReadonlyMap<Figure, Claim>,
): Figure | null {
  if ((figure.kind !== 'count' && figure.kind !== 'fraction' && figure.kind !== 'percent') || figure.unit === 'time') return null;
  const last = nearest(figure, before, known);
  // "240 pupils at three schools fell ill; 31 were kept overnight": a subject goes on with the people who were the subject before
  const people =
    last && known.get(last)?.unit !== 'person' && figure.kind === 'count' && isSubject(clauses, figure)
      ? nearest(
          figure,
          before.filter((other) => known.get(other)?.unit === 'person' && isSubject(clauses, other)),
          known,
        )
      : null;
  const here = people ?? last;
  if (here || figure.kind !== 'count') return here;
  return nearest(figure, earlier, known);
}

/** The nearest figure of a like kind, one whose things are known rather than another. */
function nearest(figure: Figure, figures: readonly Figure[], known: ReadonlyMap<Figure, Claim>): Figure | null {
  let any: Figure | null = null;
  for (let i = figures.length - 1; i >= Math.max(0, figures.length - AGAIN); i--) {
    const other = figures[i];
    if (!alike(figure, other) || other.unit === 'time') continue;
    if ((known.get(other)?.counted ?? null) !== null) return other;
    any ??= other;
  }
  return any;
}

/**
 * "In Nsanje the figure was 48%", "the official rate is 32.1 percent": a noun that only says "so much", with nothing behind it that says of what,
 * stands for what the last figure of its kind was of; that figure, or null.
 */
export function pointedTo(
  scene: Scene,
  figure: Figure,
  before: readonly Figure[],
  earlier: readonly Figure[],
  known: ReadonlyMap<Figure, Claim>,
): Figure | null {
  if (!figure.counted || figure.kind === 'age' || figure.kind === 'duration') return null;
  const { first, last } = tokenSpan(scene, figure.counted);
  if (last - first > 2 || !isIn(scene, last - 1, POINTERS) || !isIn(scene, first - 1, THE) || last > figure.first) return null;
  // "the rate of inflation", "the share held by"
  if (!isIn(scene, last, BE) && last !== figure.first && !isIn(scene, last, FOR_IN)) return null;
  const all = [...earlier, ...before];
  for (let i = all.length - 1; i >= 0; i--) {
    const other = all[i];
    const counted = known.get(other)?.counted;
    if (other.kind !== figure.kind || !counted || other === figure) continue;
    return POINTING.test(counted) ? null : other;
  }
  return null;
}
const POINTERS = wordsOf('figure share rate proportion percentage number level total tally count');
const POINTING = /^(?:\S+ )?(?:figure|share|rate|proportion|percentage|number|level|total|tally|count)$/i;
const FOR_IN = wordsOf('for in among');

/** Whom a bare number means of which nothing else is said. */
export const PEOPLE: Named = { words: 'people', unit: 'person' };
export const FOR = wordsOf('for');
const WE = wordsOf('we');

/** A bare number behind "for" of which nothing is asked or paid, or said of "we". */
export function isForPeople(scene: Scene, figure: Figure): boolean {
  const at = figure.first - 1;
  if (isIn(scene, at, BE)) return isIn(scene, at - 1, WE);
  return isIn(scene, at, FOR) && !isOfClass(scene, at - 1, 'paid-for') && !isComma(scene, at - 1) && isWord(scene, at - 1);
}

/**
 * "Thousands head home", "hundreds are waiting": a number word in the plural that acts and counts nothing else means people; not "dozens
 * were looted", to which something is done, nor "billions vanished".
 */
export function isCrowd(scene: Scene, clauses: Clauses, figure: Figure, event: string | null): boolean {
  if (figure.vague === null || !figure.vague.endsWith('s') || (figure.min ?? 0) >= MOST_PEOPLE || event === 'paid') return false;
  if (!isSubject(clauses, figure) && !isActing(scene, figure.last)) return false;
  if (!isIn(scene, figure.last, BE)) return !isIn(scene, figure.last, REMAINING);
  return scene.text.slice(scene.tokens.end[figure.last + 1] - 3, scene.tokens.end[figure.last + 1]) === 'ing';
}
/** "thousands [head] home": right behind the number word, a form that goes with a plural. */
const isActing = (scene: Scene, token: number): boolean =>
  isWord(scene, token) &&
  scene.mentionAt[token] < 0 &&
  scene.dateAt[token] < 0 &&
  (posOf(scene.knowledge, scene.tokens, token) & (Pos.Verb | Pos.Third | Pos.Adverb)) === Pos.Verb;
const MOST_PEOPLE = 1e9;
/** Of things as well as of people. */
const REMAINING = wordsOf('remain remains remained stay stayed lie stand stood');

/** "109,343 people applied. One in nine came from Peru": what the two sentences before in the paragraph counted last, its own parts left out. */
export function lastCounted(scene: Scene, figure: Figure, known: ReadonlyMap<Figure, Claim>): Figure | null {
  const { sentences, figures } = scene.document;
  const here = sentences[figure.sentence];
  for (let i = scene.figureFirst[figure.sentence] - 1; i >= 0; i--) {
    const other = figures[i];
    if (figure.sentence - other.sentence > 2 || sentences[other.sentence].paragraph !== here.paragraph) return null;
    // "4,000 were killed, up from 2,400. Two-thirds were civilians": of those now, not of those before
    if (other.changeFrom !== null && other.changeFrom === other.value) continue;
    if (other.kind === 'count' && other.counted !== null && other.unit !== 'time' && known.get(other)?.part_of === null) return other;
  }
  return null;
}

/** "… 87 boys. Four of the 87 are ill", "All three had": the same number again, with the article or "all", means those it counted. */
export function sameAgain(scene: Scene, figure: Figure, known: ReadonlyMap<Figure, Claim>): Figure | null {
  if (figure.kind !== 'count' || figure.value === null || !isIn(scene, figure.first - 1, THE)) return null;
  const { figures } = scene.document;
  const from = scene.figureFirst[figure.sentence];
  let same: Figure | null = null;
  for (let i = from - 1; i >= 0 && i > from - AGAIN; i--) {
    if (figures[i].kind !== 'count' || figures[i].value !== figure.value || !known.get(figures[i])?.counted) continue;
    // "five men … five vests … four of the five will appeal": people rather than things
    if (known.get(figures[i])?.unit === 'person') return figures[i];
    same ??= figures[i];
  }
  return same;
}
/** How many figures back the same number is looked for. */
const AGAIN = 40;
const THE = wordsOf('the these those its their all');
