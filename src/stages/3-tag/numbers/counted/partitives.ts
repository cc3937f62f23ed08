import { Flag, has, type Span } from '../../../../model/index.js';
import { isOfClass } from '../../../../grammar/index.js';
import { isKind, Kind, phraseAt } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import type { Draft } from '../draft.js';
import { isPlural, isSuperlative } from './plurals.js';
import { isContactClause } from './contact.js';
import { nounAt, type Noun } from './counted.js';
import { describedAt } from './those.js';
import { isHyphen, isOneOf, isStop, isTightTo, isWord, type Scene } from '../scene.js';
import { CLOSING, INDEFINITE, OF, OPENING, PERCENT, STRONG } from '../words.js';

const DETERMINERS = wordsOf('the these those this that its their his her our your my all');

const spanOf = (scene: Scene, first: number, last: number): Span => ({ start: scene.tokens.start[first], end: scene.tokens.end[last - 1] });

/** Reads what a count counts: the noun phrase behind it, the whole behind "of", "of which", or the word a hyphen joins. */
export function readCounted(scene: Scene, draft: Draft, limit: number): void {
  const value = draft.value ?? draft.max ?? 2;
  const at = behindRepeat(scene, draft.last, limit);
  if (at >= limit) return;
  const one = value === 1 && draft.operator !== 'range';
  if (isHyphen(scene, at) && isTightTo(scene, at) && at + 1 < limit && isTightTo(scene, at + 1)) return readJoined(scene, draft, at + 1, limit);
  if (isWord(scene, at, OF) && at + 1 < limit) return readOf(scene, draft, at, limit, one);
  if (draft.numeral.form === 'vague' && draft.numeral.role === 'part') return readWhole(scene, draft, at, limit);
  if (isWord(scene, at, PERCENT)) return;
  // "more than half the camps", "all three of": a determiner behind a fraction opens the whole
  if (draft.kind === 'fraction' && isOneOf(scene, at, DETERMINERS)) return readWhole(scene, draft, at, limit);
  if (isPluralWord(draft) && !isOneOf(scene, at, MORE_OF)) return;
  // "one in five gives birth at home": the verb of the share
  if (draft.numeral.form === 'fraction' && isOfClass(scene, at, 'verb-not-noun')) return;
  // "300 head of cattle"
  const herd = isOneOf(scene, at, HEAD) && isWord(scene, at + 1, OF) ? nounAt(scene, at + 2, limit, false, true) : null;
  const noun = herd ?? nounAt(scene, at, limit, one, true);
  if (noun && !isContactClause(scene, draft, noun)) settle(scene, draft, noun, 'counted.behind');
}
const HEAD = wordsOf('head');

/** "thousands flee", "as dozens protest": a number word in the plural stands before no noun without "of", but for "dozens more homes". */
const isPluralWord = ({ numeral }: Draft): boolean => numeral.form === 'vague' && numeral.role === 'numeral' && numeral.vague?.at(-1) === 's';
const MORE_OF = wordsOf('more other additional extra');

/** "45 (forty five) people", "nineteen (19) members": the same number again in brackets says nothing new; the token behind it. */
function behindRepeat(scene: Scene, at: number, limit: number): number {
  if (at >= limit || !isWord(scene, at, OPENING)) return at;
  for (let close = at + 1; close < Math.min(limit, at + REPEAT); close++) {
    if (isWord(scene, close, CLOSING)) return close + 1;
    if (!has(scene.tokens, close, Flag.Number) && !isKind(scene.knowledge, scene.tokens, close, Kind.Number) && !isHyphen(scene, close)) return at;
  }
  return at;
}
const REPEAT = 6;

function settle(scene: Scene, draft: Draft, noun: Noun, rule: string): void {
  draft.because.push(rule);
  draft.noun = noun;
  draft.counted = spanOf(scene, noun.first, noun.last);
  draft.countedVia = 'phrase';
  if (draft.kind === 'count') draft.unit = noun.unit;
  else if (draft.kind === 'fraction') draft.unit = shareUnit(scene, draft, noun);
  draft.last = Math.max(draft.last, noun.last);
  if (noun.abstract && draft.salience === 'claim') draft.salience = 'enumeration';
}

/** "two of the camps", "dozens of people", "one of which", "a third of its fighters". */
export function readOf(scene: Scene, draft: Draft, of: number, limit: number, one: boolean): void {
  const at = of + 1;
  if (isOneOf(scene, at, WHOLE_PRONOUNS)) {
    draft.last = at + 1;
    draft.countedVia = 'coreference';
    draft.because.push('counted.of-which');
    return;
  }
  const described = describedAt(scene, at, limit);
  if (described >= 0) {
    Object.assign(draft, { counted: spanOf(scene, at, described), countedVia: 'phrase', unit: 'person', last: described });
    draft.because.push('counted.of-those');
    return;
  }
  // "1/16 of a US pint", "half of a mile"
  if (draft.kind === 'fraction' && isOneOf(scene, at, INDEFINITE)) {
    for (let unitAt = at + 1; unitAt < Math.min(limit, at + 3); unitAt++) {
      const unit = phraseAt(scene.knowledge, scene.text, scene.tokens, unitAt, limit, Kind.Unit);
      if (!unit || unit.row.kind === 'duration') continue;
      draft.kind = unit.row.kind as Draft['kind'];
      draft.unit = unit.row.unit;
      draft.last = unit.last;
      draft.because.push(`measure.part-of-one "${unit.row.phrase}"`);
      return;
    }
  }
  const determined = isOneOf(scene, at, DETERMINERS);
  let first = determined ? at + 1 : at;
  // "280 million of the 1.5 billion": the whole is a number of its own.
  if (first < limit && has(scene.tokens, first, Flag.Number)) return;
  // "six of their first 11 games"
  if (first + 1 < scene.tokens.count && isOneOf(scene, first, FIRST_LAST) && has(scene.tokens, first + 1, Flag.Number)) return;
  // "one of al-Qaeda's main goals"
  const owned =
    !determined && first + 1 < limit && scene.nameAt[first] >= 0 && has(scene.tokens, scene.names[scene.nameAt[first]].last, Flag.Possessive);
  if (owned) first = scene.names[scene.nameAt[at]].last + 1;
  const noun = nounAt(scene, first, limit, draft.kind === 'fraction', true);
  if (!noun) return;
  // "12 shops, four of its largest": of what was counted before
  if (determined && noun.head === first && isSuperlative(scene, noun.head)) {
    draft.last = noun.last;
    draft.partOf = spanOf(scene, at, noun.last);
    draft.because.push('counted.of');
    return;
  }
  settle(scene, draft, noun, 'counted.of');
  if (determined || owned) draft.partOf = spanOf(scene, at, noun.last);
  if (one || draft.kind === 'fraction') draft.partOf = spanOf(scene, at, noun.last);
}
const FIRST_LAST = wordsOf('first last past next opening previous');
const WHOLE_PRONOUNS = wordsOf('which whom them us you');

/** The whole of a fraction without "of": "half the camps", "a portion of the profits". */
export function readWhole(scene: Scene, draft: Draft, at: number, limit: number): void {
  const first = isOneOf(scene, at, DETERMINERS) ? at + 1 : at;
  const noun = nounAt(scene, first, limit, true, true);
  if (!noun) return;
  draft.because.push('counted.whole');
  draft.noun = noun;
  draft.counted = spanOf(scene, noun.first, noun.last);
  draft.partOf = spanOf(scene, at, noun.last);
  draft.countedVia = 'phrase';
  draft.unit = shareUnit(scene, draft, noun);
  draft.last = noun.last;
}

/** "a 24-member panel": the joined word is what is counted; "a 500-strong force": the heads of the noun behind. */
export function readJoined(scene: Scene, draft: Draft, at: number, limit: number): void {
  if (isWord(scene, at, STRONG)) {
    const noun = nounAt(scene, at + 1, limit, true, true);
    draft.unit = 'person';
    draft.last = at + 1;
    draft.because.push('counted.strong');
    if (noun) {
      draft.counted = spanOf(scene, noun.first, noun.last);
      draft.countedVia = 'phrase';
      draft.last = noun.last;
    }
    return;
  }
  if (!has(scene.tokens, at, Flag.Word) || isStop(scene, at)) return;
  const noun = nounAt(scene, at, at + 1, true, true);
  if (noun) settle(scene, draft, noun, 'counted.joined');
}

/** Half of the farmers are farmers, half of the harvest is no number of things; "a portion of the profits" is so vague a share that it counts none. */
const shareUnit = (scene: Scene, draft: Draft, noun: Noun): string | null =>
  draft.numeral.role === 'part' ? 'fraction' : noun.unit === 'person' || isPlural(scene, noun.head) ? noun.unit : null;
