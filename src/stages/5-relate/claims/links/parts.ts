import { AND, FROM, OF, isComma, isIn, wordsOf } from '../../../../grammar/index.js';
import type { Figure, Rule } from '../../../../model/index.js';
import { namedBefore, sharedBy } from './antecedents.js';
import { otherwise } from './alternatives.js';
import { type Asked, type Link, NONE, partOf } from './link.js';
import { alike, lastCounted, sameAgain, understood } from './understood.js';
import {
  amongBefore,
  beginsAnew,
  colonBefore,
  countedAs,
  includingBefore,
  isDescribed,
  isGappedPart,
  isLess,
  isOfWhich,
  isOtherFate,
  isPredicated,
  isSurveyed,
  lastWhole,
  wholeBehind,
} from './wholes.js';
import { tokenSpan } from '../scene.js';

const ENOUGH = 400;
const THEM = wordsOf('them whom which those these');
const THE = wordsOf('the these those its their');
const AMONG = wordsOf('among');
const IT = wordsOf('it that');
/** "dropped from 32 to 14": a level, no part of the one before. */
const LEVEL = wordsOf('from to at');

/** Of what a figure is a part, or what tells it otherwise; the first rule that has an answer gives it. */
export const PARTS: readonly Rule<(asked: Asked) => Link | null>[] = [
  {
    id: 'part.number-of-number',
    reads: 'a part that the numbers themselves tell: “three of the 41”',
    find: (asked) => {
      const { scene, figure, here, known } = asked;
      const whole = figure.partOfFigure < 0 || isIn(scene, figure.first - 1, LEVEL) ? undefined : here[figure.partOfFigure];
      if (!whole || whole === figure) return null;
      // What the whole counts may have been said before.
      const said = sameAgain(scene, whole, known) ?? (figure.kind === 'count' ? understood(scene, figure, asked.before, asked.earlier, known) : null);
      const noun = whole.counted ? whole : said && known.get(said)?.counted ? said : whole;
      const link = partOf(asked, whole, figure.countedVia === 'coreference' ? 'coreference' : 'ellipsis', 'part of');
      // "4 in 10 kitchens had no water: 2,210 of the 5,500"
      const share =
        noun.counted || known.get(noun)?.counted
          ? null
          : [...asked.earlier, ...asked.before].findLast((other) => isShareKind(other) && other.counted !== null);
      const named = figure.counted || !share ? null : sharedBy(scene, share);
      return { ...link, named, noun: figure.counted || named ? null : noun };
    },
  },
  {
    id: 'part.of-words',
    reads: 'a count of a whole that words name: “50 of its staff”; a share has its whole in what is counted',
    find: (asked) => {
      const { scene, figure } = asked;
      if (!figure.partOf || figure.kind !== 'count') return null;
      const whole = countedAs(asked, tokenSpan(scene, figure.partOf).last - 1);
      if (whole) return { ...NONE, whole, because: 'part "of the"' };
      const { start, end } = figure.partOf;
      return { ...NONE, wholeText: scene.text.slice(start, Math.min(end, start + ENOUGH)).replace(/\s+/g, ' '), because: 'part of' };
    },
  },
  {
    id: 'part.of-number',
    reads: 'a number behind “of”: “nine of the 63”; but “4.2 million inhabitants of six provinces”',
    find: (asked) => {
      const { scene, figure, sentence } = asked;
      const of = ofBehind(asked);
      const next = of < 0 ? -1 : wholeBehind(scene, of + 1, sentence);
      if (next < 0 || (figure.counted && of === figure.last && figure.kind === 'count')) return null;
      const whole = scene.document.figures[scene.figureAt[next]];
      return whole === figure ? null : partOf(asked, whole, 'ellipsis', 'part "of the"');
    },
  },
  {
    id: 'part.of-them',
    reads: 'a pronoun behind “of”: “12 of them officers”, “one of which caught fire”',
    find: (asked) => {
      const { scene, figure, sentence, before, earlier } = asked;
      const pronoun = ofBehind(asked) + 1;
      const one = pronoun > 0 && isIn(scene, pronoun, IT);
      if (pronoun === 0 || !(one || (isIn(scene, pronoun, THEM) && !isDescribed(scene, pronoun)))) return null;
      const whole = one
        ? ([...earlier, ...before].findLast((other) => other.kind !== 'age' && other.kind !== 'duration') ?? null)
        : (lastWhole(before, figure) ?? lastWhole(earlier, figure));
      if (whole) return partOf(asked, whole, 'coreference', 'part "of them"');
      const named = figure.counted ? null : namedBefore(scene, figure, sentence);
      return named && { ...NONE, named, via: 'coreference', because: `them "${named.words}"` };
    },
  },
  {
    id: 'part.of-the-counted',
    reads: 'a noun behind “of the” that was counted before: “17 of the victims”',
    find: (asked) => {
      const of = ofBehind(asked);
      const whole = of >= 0 && isIn(asked.scene, of + 1, THE) ? countedAs(asked, of + 2) : null;
      return whole && partOf(asked, whole, 'ellipsis', 'part "of the"');
    },
  },
  {
    id: 'part.of-these',
    reads: 'a whole before a comma, told again: “Of these, 60 have returned”',
    find: (asked) => {
      const { scene, figure, before, earlier } = asked;
      if (!isComma(scene, figure.first - 1) || !isIn(scene, figure.first - 2, THEM) || !isIn(scene, figure.first - 3, OF)) return null;
      const whole = lastWhole(before, figure) ?? lastWhole(earlier, figure);
      return whole && partOf(asked, whole, 'coreference', 'part "of these,"');
    },
  },
  {
    id: 'part.of-the-comma',
    reads: 'a whole before a comma, by its noun: “Of the injured, 55 are in hospital”',
    find: (asked) => {
      const { scene, figure } = asked;
      if (!isComma(scene, figure.first - 1) || !isIn(scene, figure.first - 3, THE) || !isIn(scene, figure.first - 4, OF)) return null;
      const whole = countedAs(asked, figure.first - 2);
      return whole && partOf(asked, whole, 'ellipsis', 'part "of the …,"');
    },
  },
  {
    id: 'alternative.again',
    reads: 'the same told otherwise',
    find: ({ scene, figure, before, previous, known }) => {
      const same = otherwise(scene, figure, previous, known);
      if (!same) return null;
      const open = figure.counted === null && (figure.kind === 'count' || isShare(figure));
      // "62% (1,116) of respondents": the count is one of those of whom the share is told, and a part of what that is a part of
      const named = open && figure.kind === 'count' && isShareKind(same) ? sharedBy(scene, same) : null;
      // "Of the 5,120 examined, 14% (727)": what the share is of was counted itself
      const things = isShareKind(same) ? known.get(same)?.counted : null;
      const counted = things ? before.findLast((other) => other.kind === 'count' && known.get(other)?.counted === things) : undefined;
      const sameWhole = known.get(same)?.part_of?.includes(':c') && isShareKind(same) !== isShareKind(figure) ? same : null;
      return {
        ...NONE,
        alternative: same,
        named,
        noun: open && !named ? (counted ?? same) : null,
        sameWhole,
        via: open ? 'ellipsis' : null,
        because: 'told otherwise',
      };
    },
  },
  {
    id: 'part.colon',
    reads: 'what a colon opens makes up what stands before it: “650: 300 soldiers, 220 policemen”',
    find: ({ scene, figure, sentence, before }) => {
      const opened = colonBefore(scene, figure, sentence);
      const whole = opened < 0 ? undefined : before.filter((other) => other.last <= opened).at(-1);
      if (!whole || whole.kind !== figure.kind || !isLess(figure, whole)) return null;
      return whole.unit === figure.unit || whole.unit === null || figure.unit === null ? { ...NONE, whole, because: 'part ":"' } : null;
    },
  },
  {
    id: 'part.of-which',
    reads: 'the whole stands before “of which”: “of which 60 percent”, “of whom 12”',
    find: (asked) => {
      const { scene, figure, previous } = asked;
      return previous && isOfWhich(scene, figure, previous) ? partOf(asked, previous, 'coreference', 'part "of which"') : null;
    },
  },
  {
    id: 'part.of-opening',
    reads: 'the whole opens the sentence: “Of 88 concerts that were planned, police stopped 31”',
    find: (asked) => {
      const { scene, figure, previous, before, sentence, known } = asked;
      if (!previous) return null;
      const [whole] = before;
      const of = whole.first - (isIn(scene, whole.first - 1, THE) ? 2 : 1);
      if (!isIn(scene, of, OF) || of > sentence.first + 1 || !alike(figure, whole)) return null;
      // "… 14% were stunted and 212 wasted": the second of its parts, until a clause begins that says nothing more of them
      const next = previous !== whole;
      if (next && (!known.get(previous)?.part_of?.endsWith(claimPlace(whole)) || figure.counted !== null || !isLess(figure, whole))) return null;
      return partOf(asked, whole, 'ellipsis', 'part "of"');
    },
  },
  {
    id: 'part.including',
    reads: 'a list of parts: “12 people, including three children and two nurses”',
    find: (asked) => {
      const { scene, figure, sentence, before, previous } = asked;
      const including = previous ? includingBefore(scene, figure, sentence) : -1;
      const whole = including < 0 ? undefined : before.filter((other) => other.last <= including).at(-1);
      const fits = whole && whole.kind === figure.kind && isLess(figure, whole) && !isOtherFate(scene, figure, whole);
      return fits ? partOf(asked, whole, 'ellipsis', 'part "including"') : null;
    },
  },
  {
    id: 'part.among-them',
    reads: 'a part behind its whole: “19 people, four policemen among them”',
    find: ({ scene, figure, previous }) =>
      previous && isIn(scene, figure.last, AMONG) && isIn(scene, figure.last + 1, THEM)
        ? { ...NONE, whole: previous, because: 'part "among them"' }
        : null,
  },
  {
    id: 'part.among-the',
    reads: 'a part behind the words for its whole: “Among the dead are seven children”',
    find: (asked) => {
      const { scene, figure, earlier, before, sentence } = asked;
      const noun = amongBefore(scene, figure, sentence);
      if (noun < 0 || figure.kind !== 'count') return null;
      const whole = isIn(scene, noun, THEM) ? (lastWhole(before, figure) ?? lastWhole(earlier, figure)) : countedAs(asked, noun);
      return whole && partOf(asked, whole, 'ellipsis', 'part "among the"');
    },
  },
  {
    id: 'part.surveyed',
    reads: 'those of whom a survey found something: “A survey of 400 farmers found that 90 had no water”',
    find: (asked) => {
      const { figure, before } = asked;
      const whole = isBare(figure) ? before.find((other) => isSurveyed(asked.scene, other, figure)) : undefined;
      return whole && alike(figure, whole) && isLess(figure, whole) ? partOf(asked, whole, 'ellipsis', 'part of those surveyed') : null;
    },
  },
  {
    id: 'part.gapped',
    reads: 'a part without a verb behind the clause of its whole: “240 patients are in hospital, 12 in intensive care”',
    find: (asked) => {
      const { scene, figure, previous } = asked;
      return previous && isBare(figure) && isGappedPart(scene, figure, previous) && isLess(figure, previous)
        ? partOf(asked, previous, 'ellipsis', 'part of the clause before')
        : null;
    },
  },
  {
    id: 'part.share',
    reads: 'a share whose whole nobody names is one of those counted before: “Half have left.”',
    find: ({ scene, figure, before, known }) => {
      const share = before.length === 0 && isShare(figure) && isPredicated(scene, figure) ? lastCounted(scene, figure, known) : null;
      return share && { ...NONE, whole: share, noun: share, via: 'ellipsis', because: 'share of those before' };
    },
  },
];

/** How the id of a figure's claim ends. */
const claimPlace = ({ start, end }: Figure): string => `:c${start}-${end}`;

/** What "and" joins to a part is a part of the same whole: “of whom 12 are women and eight are children”. */
export function sameWholeOf({ scene, figure, previous, known }: Asked): Link | null {
  const joined =
    previous &&
    figure.kind === 'count' &&
    known.get(previous)?.part_of?.includes(':c') &&
    isIn(scene, figure.first - 1, AND) &&
    (isPredicated(scene, figure) || isIn(scene, figure.last, FROM)) &&
    !beginsAnew(scene, figure);
  if (!joined) return null;
  const noun = figure.counted ? null : previous;
  return { ...NONE, noun, via: figure.counted ? null : 'ellipsis', sameWhole: previous, because: 'part of the same' };
}

/** The "of" behind the figure or its number; −1 when none. */
function ofBehind({ scene, figure }: Asked): number {
  if (isIn(scene, figure.last, OF)) return figure.last;
  return isIn(scene, figure.numberLast, OF) ? figure.numberLast : -1;
}

/** A fraction or percentage whose whole nobody names. */
const isShare = (figure: Figure): boolean => isShareKind(figure) && figure.counted === null && figure.change === null;

/** Names nothing itself and tells no change. */
const isBare = ({ counted, countedVia, change, unit }: Figure): boolean =>
  (counted === null || countedVia === 'ellipsis') && change === null && unit !== 'time';

const isShareKind = ({ kind }: Figure): boolean => kind === 'fraction' || kind === 'percent';
