import {
  AND,
  BE,
  COORDINATOR,
  FROM,
  HAVE,
  OF,
  RELATIVE,
  isComma,
  isIn,
  isPlainVerb,
  isWord,
  signAt,
  type Stretch,
  wordsOf,
} from '../../../../grammar/index.js';
import { Flag, has, type Claim, type Figure } from '../../../../model/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import { type Named, namedBefore } from './antecedents.js';
import { otherwise } from './alternatives.js';
import { alike, FOR, isForPeople, lastCounted, PEOPLE, sameAgain, understood } from './understood.js';
import { figuresIn, tokenSpan, type Scene } from '../scene.js';

/** What a figure owes to another one: the whole it is part of, the noun it counts, the figure it replaces. */
export interface Link {
  readonly whole: Figure | null;
  readonly wholeText: string | null;
  /** The figure whose noun is understood here. */
  readonly noun: Figure | null;
  readonly via: 'ellipsis' | 'coreference' | null;
  readonly alternative: Figure | null;
  /** The figure whose whole is also this one's: "twelve of the dead are women and eight are children". */
  readonly sameWhole: Figure | null;
  /** What is counted, when it is told by words that have no number of their own. */
  readonly named: Named | null;
  readonly because: string;
}

const NONE: Link = { named: null, whole: null, wholeText: null, noun: null, via: null, alternative: null, sameWhole: null, because: '' };
const THEM = wordsOf('them whom which those these');
const INCLUDING = wordsOf('including among');
const ENOUGH = 400;

/** Links a figure to those before it in its sentence and in the sentence before. */
export function linkOf(
  scene: Scene,
  figure: Figure,
  here: readonly Figure[],
  sentence: Stretch,
  condition: { readonly role: string } | null,
  known: ReadonlyMap<Figure, Claim>,
): Link {
  const before = here.filter((other) => other.first < figure.first);
  const previous = before.at(-1) ?? null;
  const earlier =
    figure.sentence > 0 && scene.document.sentences[figure.sentence - 1].paragraph === scene.document.sentences[figure.sentence].paragraph
      ? figuresIn(scene, figure.sentence - 1)
      : [];
  if (figure.partOfFigure >= 0 && !isIn(scene, figure.first - 1, LEVEL) && here[figure.partOfFigure] && here[figure.partOfFigure] !== figure) {
    const whole = here[figure.partOfFigure];
    // "three of the 41": what the whole counts was said before.
    const noun = whole.counted ? whole : (sameAgain(scene, whole, known) ?? whole);
    const via = figure.countedVia === 'coreference' ? 'coreference' : 'ellipsis';
    return { ...NONE, whole, noun: figure.counted ? null : noun, via: figure.counted ? null : via, because: 'part of' };
  }
  if (figure.partOf) {
    const head = tokenSpan(scene, figure.partOf).last - 1;
    const whole = figure.kind === 'count' ? countedAs(scene, figure, head, before, earlierFigures(scene, figure), known) : null;
    if (whole) return { ...NONE, whole, because: 'part "of the"' };
  }
  // A share has its whole in what is counted ("half of the town"); of a count it is told ("50 of its staff").
  if (figure.partOf && figure.kind === 'count')
    return {
      ...NONE,
      wholeText: scene.text.slice(figure.partOf.start, Math.min(figure.partOf.end, figure.partOf.start + ENOUGH)).replace(/\s+/g, ' '),
      because: 'part of',
    };
  // "12 of them officers", "one of which caught fire", "nine of the 63".
  const ofAt = isIn(scene, figure.last, OF) ? figure.last : isIn(scene, figure.numberLast, OF) ? figure.numberLast : -1;
  if (ofAt >= 0) {
    const next = wholeBehind(scene, ofAt + 1, sentence);
    // "4.2 million inhabitants of six provinces" are no part of the provinces.
    if (
      next >= 0 &&
      !(figure.counted && ofAt === figure.last && figure.kind === 'count') &&
      scene.document.figures[scene.figureAt[next]] !== figure
    ) {
      const whole = scene.document.figures[scene.figureAt[next]];
      return { ...NONE, whole, noun: figure.counted ? null : whole, via: figure.counted ? null : 'ellipsis', because: 'part "of the"' };
    }
    if (isIn(scene, ofAt + 1, IT) || (isIn(scene, ofAt + 1, THEM) && !isDescribed(scene, ofAt + 1))) {
      const whole = isIn(scene, ofAt + 1, IT)
        ? ([...earlier, ...before].findLast((other) => other.kind !== 'age' && other.kind !== 'duration') ?? null)
        : (lastWhole(before, figure) ?? lastWhole(earlier, figure));
      if (whole)
        return { ...NONE, whole, noun: figure.counted ? null : whole, via: figure.counted ? null : 'coreference', because: 'part "of them"' };
      const named = figure.counted ? null : namedBefore(scene, figure, sentence);
      if (named) return { ...NONE, named, via: 'coreference', because: `them "${named.words}"` };
    }
  }
  // "Twelve of the dead", "17 of the victims": the noun behind "of the" was counted before.
  if (ofAt >= 0 && isIn(scene, ofAt + 1, THE)) {
    const whole = countedAs(scene, figure, ofAt + 2, before, earlierFigures(scene, figure), known);
    if (whole) return { ...NONE, whole, noun: figure.counted ? null : whole, via: figure.counted ? null : 'ellipsis', because: 'part "of the"' };
  }
  // "Of these, 60 have returned"
  if (isComma(scene, figure.first - 1) && isIn(scene, figure.first - 2, THEM) && isIn(scene, figure.first - 3, OF)) {
    const whole = lastWhole(before, figure) ?? lastWhole(earlier, figure);
    if (whole)
      return { ...NONE, whole, noun: figure.counted ? null : whole, via: figure.counted ? null : 'coreference', because: 'part "of these,"' };
  }
  // "Of the injured, 55 are in hospital"
  if (isComma(scene, figure.first - 1) && isIn(scene, figure.first - 3, THE) && isIn(scene, figure.first - 4, OF)) {
    const whole = countedAs(scene, figure, figure.first - 2, before, earlierFigures(scene, figure), known);
    if (whole) return { ...NONE, whole, noun: figure.counted ? null : whole, via: figure.counted ? null : 'ellipsis', because: 'part "of the …,"' };
  }
  // "US$116 million: US$50 million from X", "650: 300 soldiers, 220 policemen": what a colon opens makes up what stands before it.
  const same = otherwise(scene, figure, previous);
  if (same)
    return {
      ...NONE,
      alternative: same,
      noun: figure.counted || figure.kind !== 'count' ? null : same,
      via: figure.counted ? null : 'ellipsis',
      because: 'told otherwise',
    };
  const opened = colonBefore(scene, figure, sentence);
  if (opened >= 0) {
    const whole = before.filter((other) => other.last <= opened).at(-1);
    if (whole && whole.kind === figure.kind && isLess(figure, whole) && (whole.unit === figure.unit || whole.unit === null || figure.unit === null))
      return { ...NONE, whole, because: 'part ":"' };
  }
  // "of which 60 percent", "of whom 12": the whole stands before "of".
  if (previous && isOfWhich(scene, figure, previous))
    return {
      ...NONE,
      whole: previous,
      noun: figure.counted ? null : previous,
      via: figure.counted ? null : 'coreference',
      because: 'part "of which"',
    };
  // "Of 88 concerts that were planned, police stopped 31".
  const opening = previous ? (isIn(scene, previous.first - 1, THE) ? previous.first - 2 : previous.first - 1) : -1;
  if (previous && isIn(scene, opening, OF) && opening <= sentence.first + 1 && alike(figure, previous)) {
    return { ...NONE, whole: previous, noun: figure.counted ? null : previous, via: figure.counted ? null : 'ellipsis', because: 'part "of"' };
  }
  // "12 people, including three children and two nurses", "19 people, four policemen among them".
  const including = includingBefore(scene, figure, sentence);
  if (including >= 0 && previous) {
    const whole = before.filter((other) => other.last <= including).at(-1);
    if (whole && whole.kind === figure.kind && isLess(figure, whole) && !isOtherFate(scene, figure, whole))
      return { ...NONE, whole, noun: figure.counted ? null : whole, via: figure.counted ? null : 'ellipsis', because: 'part "including"' };
  }
  if (previous && isIn(scene, figure.last, AMONG) && isIn(scene, figure.last + 1, THEM))
    return { ...NONE, whole: previous, because: 'part "among them"' };
  const share = before.length === 0 && isShare(figure) && isPredicated(scene, figure) ? lastCounted(scene, figure, known) : null;
  if (share) return { ...NONE, whole: share, noun: share, via: 'ellipsis', because: 'share of those before' };
  // "The boat was built for 20", "we are 17": people, unless people of some sort were just counted.
  if (figure.kind === 'count' && figure.counted === null && isForPeople(scene, figure) && !(previous && known.get(previous)?.unit === 'person')) {
    const model = earlier.slice(-NEAR).findLast((other) => known.get(other)?.unit === 'person');
    if (!model || isIn(scene, figure.first - 1, FOR)) return { ...NONE, named: PEOPLE, via: 'ellipsis', because: 'ellipsis "people"' };
  }
  const noun = figure.counted || figure.kind === 'age' ? null : (sameAgain(scene, figure, known) ?? understood(figure, before, earlier, known));
  // "Is there one band to talk to? There are at least five."
  if (
    !(noun && known.get(noun)?.counted) &&
    figure.kind === 'count' &&
    figure.counted === null &&
    isIn(scene, figure.first - 1, BE) &&
    isIn(scene, figure.first - 2, THERE)
  ) {
    const named = namedBefore(scene, figure, sentence);
    if (named) return { ...NONE, named, via: 'ellipsis', because: `ellipsis "${named.words}"` };
  }
  // "I had 180 goats. Nine are standing": a smaller bare number before a verb is some of those counted just before.
  if (noun && figure.kind === 'count' && before.length === 0 && figure.first - sentence.first < 3 && isOne(scene, figure, noun))
    return { ...NONE, whole: noun, noun, via: 'ellipsis', because: 'some of those before' };
  // "of whom 12 are women and eight are children": what "and" joins is a part of the same whole.
  if (
    previous &&
    figure.kind === 'count' &&
    known.get(previous)?.part_of?.includes(':c') &&
    isIn(scene, figure.first - 1, AND) &&
    (isPredicated(scene, figure) || isIn(scene, figure.last, FROM)) &&
    !beginsAnew(scene, figure)
  )
    return {
      ...NONE,
      noun: figure.counted ? null : previous,
      via: figure.counted ? null : 'ellipsis',
      sameWhole: previous,
      because: 'part of the same',
    };
  const alternative = condition?.role === 'counting' && previous && alike(figure, previous) ? previous : null;
  const joined =
    noun !== null &&
    noun === previous &&
    figure.sentence === noun.sentence &&
    (isIn(scene, figure.first - 1, COORDINATOR) || isIn(scene, figure.first - 2, COORDINATOR))
      ? previous
      : null;
  return { ...NONE, noun, via: noun ? 'ellipsis' : null, alternative, sameWhole: joined, because: noun ? 'ellipsis' : '' };
}

/** "nine of her 14 workers", "of the company's roughly 46,000 employees": the figure a few words behind "of"; −1 when none. */
function wholeBehind(scene: Scene, first: number, sentence: Stretch): number {
  if (scene.figureAt[first] >= 0) return first;
  if (!isIn(scene, first, OWNED)) return -1;
  for (let token = first + 1; token < Math.min(sentence.last, first + 4); token++) {
    if (scene.figureAt[token] >= 0) return token;
    if (!isWord(scene, token) && !has(scene.tokens, token, Flag.Possessive)) return -1;
  }
  return -1;
}
const OWNED = wordsOf('the these those its their my our his her your');
const THERE = wordsOf('there');
/** Figures of the sentence before that are asked whom they count. */
const NEAR = 12;
const IT = wordsOf('it that');
/** "dropped from 32 to 14": a level, no part of the one before. */
const LEVEL = wordsOf('from to at');

/** "of those asked", "of those who …": a group told anew, none counted before. */
const isDescribed = (scene: Scene, token: number): boolean =>
  isIn(scene, token, THOSE) && (isIn(scene, token + 1, RELATIVE) || isPlainVerb(scene, token + 1) || scene.mentionAt[token + 1] >= 0);
const THOSE = wordsOf('those these');

/** "of which Hualin puts up 60 percent", "of whom 12": the whole stands before "of". */
function isOfWhich(scene: Scene, figure: Figure, previous: Figure): boolean {
  if (!alike(figure, previous) && figure.kind !== 'percent' && figure.kind !== 'fraction') return false;
  for (let token = figure.first - 1; token > previous.last && token > figure.first - 6; token--)
    if (isIn(scene, token, WHICH)) return isIn(scene, token - 1, OF);
    else if (isComma(scene, token) || scene.figureAt[token] >= 0) return false;
  return false;
}
const WHICH = wordsOf('which whom them');

/** A fraction or percentage whose whole nobody names. */
const isShare = (figure: Figure): boolean =>
  (figure.kind === 'fraction' || figure.kind === 'percent') && figure.counted === null && figure.change === null;

const isOne = (scene: Scene, figure: Figure, whole: Figure): boolean =>
  isPredicated(scene, figure) &&
  whole.counted !== null &&
  figure.value !== null &&
  (whole.value ?? whole.min ?? 0) > figure.value &&
  figure.operator === '=';

/** Whether a verb follows the figure at once. */
const isPredicated = (scene: Scene, figure: Figure): boolean =>
  isIn(scene, figure.last, BE) || isIn(scene, figure.last, HAVE) || (posOf(scene.knowledge, scene.tokens, figure.last) & Pos.Past) !== 0;

const THE = wordsOf('the these those its their');
const AMONG = wordsOf('among');

/** Whether a figure can be a part of another by its size; unknown sizes can. */
const isLess = (part: Figure, whole: Figure): boolean => {
  const small = part.value ?? part.min;
  const large = whole.value ?? whole.max ?? whole.min;
  return small === null || large === null || small <= large;
};

/** Figures of the two sentences before, the nearest last. */
function earlierFigures(scene: Scene, figure: Figure): readonly Figure[] {
  const from = Math.max(0, figure.sentence - 3);
  return scene.document.figures.slice(scene.figureFirst[from], scene.figureFirst[figure.sentence]);
}

const VICTIMS = wordsOf('victims dead deaths killed');
const HURT = wordsOf('wounded injured');

/** The figure before that counted the noun at `noun`, or the dead or hurt whom it means. */
function countedAs(
  scene: Scene,
  figure: Figure,
  noun: number,
  before: readonly Figure[],
  earlier: readonly Figure[],
  known: ReadonlyMap<Figure, Claim>,
): Figure | null {
  const all = [...earlier, ...before];
  for (let i = all.length - 1; i >= 0; i--) {
    const other = all[i];
    if (!alike(figure, other) || other.kind !== 'count' || !isLess(figure, other)) continue;
    const event = known.get(other)?.event;
    if ((isIn(scene, noun, VICTIMS) && event === 'killed') || (isIn(scene, noun, HURT) && event === 'wounded')) return other;
    if (!other.counted) continue;
    for (let token = other.first; token < other.last; token++) if (scene.tokens.hash[token] === scene.tokens.hash[noun]) return other;
  }
  return null;
}

function colonBefore(scene: Scene, figure: Figure, sentence: Stretch): number {
  for (let token = figure.first - 1; token >= sentence.first && token > figure.first - 40; token--) {
    if (signAt(scene, token) === ':') {
      for (let at = token - 1; at >= sentence.first && at > token - 8; at--) if (scene.figureAt[at] >= 0) return token;
      return -1;
    }
    if (signAt(scene, token) === ';') return -1;
  }
  return -1;
}

const lastWhole = (figures: readonly Figure[], figure: Figure): Figure | null => {
  for (let i = figures.length - 1; i >= 0; i--)
    if (
      alike(figure, figures[i]) &&
      figures[i].kind !== 'age' &&
      figures[i].kind !== 'money' &&
      !(figure.kind === 'count' && !isLess(figure, figures[i]))
    )
      return figures[i];
  return null;
};

/** "…, including nine children, and 2,300 goats were lost": behind a comma and "and" a figure with its verb begins a clause of its own. */
const beginsAnew = (scene: Scene, figure: Figure): boolean =>
  isIn(scene, figure.first - 1, COORDINATOR) && isComma(scene, figure.first - 2) && (isIn(scene, figure.last, BE) || isIn(scene, figure.last, HAVE));

/** "three dead, including a girl, and 16 wounded" */
const isOtherFate = (scene: Scene, figure: Figure, whole: Figure): boolean =>
  (isIn(scene, figure.last - 1, HURT) || isIn(scene, figure.last - 1, VICTIMS)) &&
  !isIn(scene, whole.last - 1, HURT) === isIn(scene, figure.last - 1, HURT);

/** Token of the "including" that a figure stands behind in one list; −1 when none. */
function includingBefore(scene: Scene, figure: Figure, sentence: Stretch): number {
  if (beginsAnew(scene, figure)) return -1;
  for (let token = figure.first - 1; token >= sentence.first && token > figure.first - 14; token--) {
    // "Two helicopters, counted among six aircraft" is the other way round.
    if (isIn(scene, token, INCLUDING)) return isIn(scene, token, AMONG) && isPlainVerb(scene, token - 1) ? -1 : token;
    if (scene.figureAt[token] >= 0 || isComma(scene, token) || isIn(scene, token, COORDINATOR) || scene.mentionAt[token] >= 0) continue;
    if (!isWord(scene, token) && signAt(scene, token) !== '-') return -1;
    if (token < figure.first - 1 && !isListWord(scene, token)) return -1;
  }
  return -1;
}
const isListWord = (scene: Scene, token: number): boolean =>
  scene.figureAt[token - 1] >= 0 || scene.figureAt[token + 1] >= 0 || isIn(scene, token, THE);
