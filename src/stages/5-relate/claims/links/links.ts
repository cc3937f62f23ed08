import { BE, COORDINATOR, isIn, type Stretch, wordsOf } from '../../../../grammar/index.js';
import type { Claim, Figure } from '../../../../model/index.js';
import { type Named, namedBefore, sharedBy } from './antecedents.js';
import { type Asked, type Link, NONE } from './link.js';
import { PARTS, sameWholeOf } from './parts.js';
import { isFurther, isToldAgain } from './rivals.js';
import { alike, FOR, isForPeople, PEOPLE, pointedTo, sameAgain, understood } from './understood.js';
import { isPredicated } from './wholes.js';
import { figuresIn, type Scene } from '../scene.js';

/** Links a figure to those before it in its sentence and in the sentence before. */
export function linkOf(
  scene: Scene,
  figure: Figure,
  here: readonly Figure[],
  sentence: Stretch,
  condition: { readonly role: string } | null,
  speaker: string | null,
  known: ReadonlyMap<Figure, Claim>,
): Link {
  const before = here.filter((other) => other.first < figure.first);
  const { sentences } = scene.document;
  const goesOn = figure.sentence > 0 && sentences[figure.sentence - 1].paragraph === sentences[figure.sentence].paragraph;
  const earlier = goesOn ? figuresIn(scene, figure.sentence - 1) : [];
  const asked: Asked = { scene, figure, sentence, here, before, previous: before.at(-1) ?? null, earlier, condition, speaker, known };
  for (const { find } of PARTS) {
    const link = find(asked);
    if (link) return link;
  }
  return nounOf(asked);
}

/** What a figure counts that names nothing itself, and what it stands beside. */
function nounOf(asked: Asked): Link {
  const { scene, figure, sentence, before, previous, earlier, condition, speaker, known } = asked;
  const people = peopleOf(asked);
  if (people) return people;
  const pointed = pointedTo(scene, figure, before, earlier, known);
  if (pointed) return { ...NONE, noun: pointed, via: 'ellipsis', pointed: true, because: 'points to what was told before' };
  const noun =
    figure.counted || figure.kind === 'age'
      ? null
      : (sameAgain(scene, figure, known) ?? tollBefore(asked) ?? understood(scene, figure, before, earlier, known));
  // "Eight in ten victims got nothing. Two died": nobody was counted, but a share told of whom
  const shared =
    figure.kind === 'count' && figure.vague === null && figure.counted === null && figure.unit === null && !(noun && known.get(noun)?.counted)
      ? sharedBefore(asked)
      : null;
  if (shared) return { ...NONE, named: shared, via: 'ellipsis', because: `ellipsis "${shared.words}"` };
  const there = noun && known.get(noun)?.counted ? null : thereOf(asked);
  if (there) return there;
  // "I had 180 goats. Nine are standing": a smaller bare number before a verb is some of those counted just before.
  // "The union counted 39. Police said 19 had died": another's number is no part of it.
  const others = speaker !== null && (noun && known.get(noun)?.said_by) !== speaker;
  if (
    noun &&
    !others &&
    figure.kind === 'count' &&
    before.length === 0 &&
    figure.first - sentence.first < 3 &&
    !isFurther(scene, figure) &&
    isSome(scene, figure, noun)
  )
    return { ...NONE, whole: noun, noun, via: 'ellipsis', because: 'some of those before' };
  const same = sameWholeOf(asked);
  if (same) return same;
  const alternative = condition?.role === 'counting' && previous && alike(figure, previous) ? previous : null;
  const listed = isIn(scene, figure.first - 1, COORDINATOR) || isIn(scene, figure.first - 2, COORDINATOR);
  const sameWhole = noun !== null && noun === previous && figure.sentence === noun.sentence && listed ? previous : null;
  return { ...NONE, noun, via: noun ? 'ellipsis' : null, alternative, sameWhole, because: noun ? 'ellipsis' : '' };
}

/**
 * "Police said 14 bodies lay in two hospitals. An official put the toll at nine", "killed nine and injured 33. An earlier statement spoke of five":
 * of a count that is told again without its noun the dead are meant, where some were counted.
 */
function tollBefore({ scene, figure, sentence, before, earlier, known }: Asked): Figure | null {
  if (figure.kind !== 'count' || !isToldAgain(scene, figure, sentence)) return null;
  for (const near of [before, earlier]) {
    const dead = near.find((other) => known.get(other)?.event === 'killed' && known.get(other)?.part_of === null && other.kind === 'count');
    if (dead) return dead;
  }
  return null;
}

/** "The boat was built for 20", "we are 17": people, unless people of some sort were just counted. */
function peopleOf({ scene, figure, previous, earlier, known }: Asked): Link | null {
  if (figure.kind !== 'count' || figure.counted !== null || !isForPeople(scene, figure)) return null;
  if (previous && known.get(previous)?.unit === 'person') return null;
  const model = earlier.slice(-NEAR).findLast((other) => known.get(other)?.unit === 'person');
  return !model || isIn(scene, figure.first - 1, FOR) ? { ...NONE, named: PEOPLE, via: 'ellipsis', because: 'ellipsis "people"' } : null;
}
/** Figures of the sentence before that are asked whom they count. */
const NEAR = 12;

/** The things of the last share before, in the sentence or the one before it. */
function sharedBefore({ scene, before, earlier }: Asked): Named | null {
  const share = [...earlier, ...before].findLast(({ kind, counted }) => (kind === 'percent' || kind === 'fraction') && counted !== null);
  return share ? sharedBy(scene, share) : null;
}

/** "Is there one band to talk to? There are at least five." */
function thereOf({ scene, figure, sentence }: Asked): Link | null {
  if (figure.kind !== 'count' || figure.counted !== null || !isIn(scene, figure.first - 1, BE) || !isIn(scene, figure.first - 2, THERE)) return null;
  const named = namedBefore(scene, figure, sentence);
  return named && { ...NONE, named, via: 'ellipsis', because: `ellipsis "${named.words}"` };
}
const THERE = wordsOf('there');

const isSome = (scene: Scene, figure: Figure, whole: Figure): boolean =>
  isPredicated(scene, figure) &&
  whole.counted !== null &&
  figure.value !== null &&
  (whole.value ?? whole.min ?? 0) > figure.value &&
  figure.operator === '=';
