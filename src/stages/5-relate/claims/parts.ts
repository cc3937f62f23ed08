import type { Claim, Figure } from '../../../model/index.js';
import { COORDINATOR, isComma, isWord, OF } from './grammar.js';
import { figuresIn, isIn, signAt, tokenSpan, wordsOf, type Scene, type Stretch } from './scene.js';

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
  readonly because: string;
}

const NONE: Link = { whole: null, wholeText: null, noun: null, via: null, alternative: null, sameWhole: null, because: '' };
const THEM = wordsOf('them whom which those these');
const INCLUDING = wordsOf('including among');
const ENOUGH = 400;

/** Whether two figures can count things of one sort. */
const alike = (a: Figure, b: Figure): boolean => a.kind === b.kind || ((a.kind === 'percent' || a.kind === 'fraction') && b.kind === 'count');

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
  if (figure.partOfFigure >= 0 && here[figure.partOfFigure] && here[figure.partOfFigure] !== figure) {
    const whole = here[figure.partOfFigure];
    return { ...NONE, whole, noun: figure.counted ? null : whole, via: figure.counted ? null : 'ellipsis', because: 'part of' };
  }
  if (figure.partOf) {
    const head = tokenSpan(scene, figure.partOf).last - 1;
    const whole = figure.kind === 'count' ? countedAs(scene, figure, head, before, earlierFigures(scene, figure), known) : null;
    if (whole) return { ...NONE, whole, because: 'part "of the"' };
  }
  if (figure.partOf)
    return {
      ...NONE,
      wholeText: scene.text.slice(figure.partOf.start, Math.min(figure.partOf.end, figure.partOf.start + ENOUGH)).replace(/\s+/g, ' '),
      because: 'part of',
    };
  // "12 of them officers", "one of which caught fire", "nine of the 63".
  const ofAt = isIn(scene, figure.last, OF) ? figure.last : isIn(scene, figure.numberLast, OF) ? figure.numberLast : -1;
  if (ofAt >= 0) {
    const next = scene.figureAt[ofAt + 1] >= 0 ? ofAt + 1 : isIn(scene, ofAt + 1, THE) && scene.figureAt[ofAt + 2] >= 0 ? ofAt + 2 : -1;
    if (next >= 0 && scene.document.figures[scene.figureAt[next]] !== figure) {
      const whole = scene.document.figures[scene.figureAt[next]];
      return { ...NONE, whole, noun: figure.counted ? null : whole, via: figure.counted ? null : 'ellipsis', because: 'part "of the"' };
    }
    if (isIn(scene, ofAt + 1, THEM)) {
      const whole = lastWhole(before, figure) ?? lastWhole(earlier, figure);
      if (whole) return { ...NONE, whole, noun: figure.counted ? null : whole, via: figure.counted ? null : 'ellipsis', because: 'part "of them"' };
    }
  }
  // "Twelve of the dead", "17 of the victims": the noun behind "of the" was counted before.
  if (ofAt >= 0 && isIn(scene, ofAt + 1, THE)) {
    const whole = countedAs(scene, figure, ofAt + 2, before, earlierFigures(scene, figure), known);
    if (whole) return { ...NONE, whole, noun: figure.counted ? null : whole, via: figure.counted ? null : 'ellipsis', because: 'part "of the"' };
  }
  // "US$116 million: US$50 million from X", "650: 300 soldiers, 220 policemen": what a colon opens makes up what stands before it.
  const opened = colonBefore(scene, figure, sentence);
  if (opened >= 0) {
    const whole = before.filter((other) => other.last <= opened).at(-1);
    if (whole && whole.kind === figure.kind && isLess(figure, whole) && whole.unit === figure.unit) return { ...NONE, whole, because: 'part ":"' };
  }
  // "of which 60 percent", "of whom 12": the whole stands before "of".
  if (isIn(scene, figure.first - 2, OF) && isIn(scene, figure.first - 1, THEM) && previous)
    return { ...NONE, whole: previous, noun: figure.counted ? null : previous, via: figure.counted ? null : 'ellipsis', because: 'part "of which"' };
  // "Of 88 concerts that were planned, police stopped 31".
  const opening = previous ? (isIn(scene, previous.first - 1, THE) ? previous.first - 2 : previous.first - 1) : -1;
  if (previous && isIn(scene, opening, OF) && opening <= sentence.first + 1 && alike(figure, previous)) {
    return { ...NONE, whole: previous, noun: figure.counted ? null : previous, via: figure.counted ? null : 'ellipsis', because: 'part "of"' };
  }
  // "12 people, including three children and two nurses", "19 people, four policemen among them".
  const including = includingBefore(scene, figure, sentence);
  if (including >= 0 && previous) {
    const whole = before.filter((other) => other.last <= including).at(-1);
    if (whole && whole.kind === figure.kind)
      return { ...NONE, whole, noun: figure.counted ? null : whole, via: figure.counted ? null : 'ellipsis', because: 'part "including"' };
  }
  if (previous && isIn(scene, figure.last, AMONG) && isIn(scene, figure.last + 1, THEM))
    return { ...NONE, whole: previous, because: 'part "among them"' };
  const noun = figure.counted || figure.kind === 'age' ? null : understood(figure, before, earlier);
  const alternative = condition?.role === 'counting' && previous && alike(figure, previous) ? previous : inBrackets(scene, figure, previous);
  const joined =
    noun !== null &&
    noun === previous &&
    figure.sentence === noun.sentence &&
    (isIn(scene, figure.first - 1, COORDINATOR) || isIn(scene, figure.first - 2, COORDINATOR))
      ? previous
      : null;
  return { ...NONE, noun, via: noun ? 'ellipsis' : null, alternative, sameWhole: joined, because: noun ? 'ellipsis' : '' };
}

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

/** Token of the "including" that a figure stands behind in one list; −1 when none. */
function includingBefore(scene: Scene, figure: Figure, sentence: Stretch): number {
  for (let token = figure.first - 1; token >= sentence.first && token > figure.first - 14; token--) {
    if (isIn(scene, token, INCLUDING)) return token;
    if (scene.figureAt[token] >= 0 || isComma(scene, token) || isIn(scene, token, COORDINATOR) || scene.mentionAt[token] >= 0) continue;
    if (!isWord(scene, token) && signAt(scene, token) !== '-') return -1;
    if (token < figure.first - 1 && !isListWord(scene, token)) return -1;
  }
  return -1;
}
const isListWord = (scene: Scene, token: number): boolean =>
  scene.figureAt[token - 1] >= 0 || scene.figureAt[token + 1] >= 0 || isIn(scene, token, THE);

/** "$1.9 billion (€1.7 billion)": the same sum in other money, the same weight in other units. */
const inBrackets = (scene: Scene, figure: Figure, previous: Figure | null): Figure | null =>
  previous &&
  signAt(scene, figure.first - 1) === '(' &&
  previous.last >= figure.first - 4 &&
  (figure.kind === previous.kind || figure.kind === 'measure') &&
  figure.kind !== 'age' &&
  figure.kind !== 'count'
    ? previous
    : null;

/** The figure whose noun a bare number takes: the nearest before it of the same kind that has one. */
function understood(figure: Figure, before: readonly Figure[], earlier: readonly Figure[]): Figure | null {
  if (figure.kind !== 'count' && figure.kind !== 'fraction' && figure.kind !== 'percent') return null;
  for (let i = before.length - 1; i >= 0; i--) if (alike(figure, before[i])) return before[i];
  if (figure.kind !== 'count') return null;
  for (let i = earlier.length - 1; i >= 0; i--) if (earlier[i].kind === 'count') return earlier[i];
  return null;
}
