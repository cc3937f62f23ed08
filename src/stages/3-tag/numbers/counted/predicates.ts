import { Flag, has, type Span, tokenAtOrAfter } from '../../../../model/index.js';
import { wordsOf } from '../../../../text/index.js';
import { governorOf } from '../bounds/changes.js';
import { labelOf, placedBefore } from './concepts.js';
import { nounAt, type Noun } from './counted.js';
import type { Draft } from '../draft.js';
import { Lexname, lexnameOf } from '../../../../knowledge/index.js';
import { type Found, phraseEndingAt } from './phrases.js';
import { isPlural } from './plurals.js';
import { Class, isClass, isOneOf, isStop, isWord, type Scene } from '../scene.js';
import { COMMA, IN, INDEFINITE, OF, STRONG_STOPS, THAT, THE } from '../words.js';

const NUMBER_VERBS = wordsOf('number numbers numbered numbering totaled totalled totaling totalling total');

/** "number of" is looked for over this many tokens before its number. */
const REACH = 30;
const SUMS = wordsOf('number numbers total count tally average');

/**
 * What a bare number in the predicate counts: the noun of "the number of fighters rose to 400" and "that of recruits at 28", the
 * object of "put the crowd at 9,000", the subject of "numbering 400", "number in the dozens" and of a verb of change.
 */
export function readPredicate(scene: Scene, draft: Draft, first: number, limit: number): void {
  // "Access: Twelve of 31 districts": what is a part counts what the whole does.
  const label = isWord(scene, draft.last, OF) ? null : labelOf(scene, draft, first);
  if (label) {
    say(scene, draft, nounAt(scene, tokenAtOrAfter(scene.tokens, label.span.start), label.last, true, true), 'phrase', 'counted.label');
    draft.counted = label.span;
    return;
  }
  // "recovered 19 of the 26 bikes": what is behind "of"
  if (isWord(scene, draft.last, OF)) return;
  const numbered = numberOf(scene, draft, first) ?? nounOfPlaced(scene, draft, first);
  // "the number of pits rose from 200 to 900": the noun stands with the first of two.
  if (numbered) return say(scene, draft, numbered, holdsNumber(scene, numbered.last, draft.first) ? 'ellipsis' : 'phrase', 'counted.number-of');
  const body = bodyOf(scene, draft, first);
  if (body) {
    draft.unit = 'person';
    draft.counted = body.span;
    draft.countedVia = 'ellipsis';
    draft.subject = null;
    draft.because.push('counted.body-of');
    return;
  }
  if (draft.subject === null) return;
  const subject = tokenAtOrAfter(scene.tokens, draft.subject.start);
  const end = Math.min(limit, tokenAtOrAfter(scene.tokens, draft.subject.end));
  let at = draft.first - 1;
  if (isWord(scene, at, THE)) at--;
  if (isWord(scene, at, IN)) at--;
  const counting = at > first && isOneOf(scene, at, NUMBER_VERBS);
  // "the flock dwindled from 600 to 80": a body that many make up
  const moved = governorOf(scene, draft.first, first) !== null;
  const whole = moved ? nounAt(scene, subject, end, true, true) : null;
  if (
    whole &&
    lexnameOf(scene.knowledge, scene.tokens, whole.head) === Lexname.Group &&
    !isPlural(scene, whole.head) &&
    scene.nameAt[whole.head] < 0
  ) {
    draft.counted = { start: scene.tokens.start[whole.first], end: scene.tokens.end[whole.last - 1] };
    draft.countedVia = 'ellipsis';
    draft.subject = null;
    draft.because.push('counted.subject');
    return;
  }
  if (counting || moved)
    say(scene, draft, withoutNumbers(scene, nounAt(scene, subject, end, false, counting)), counting ? 'coreference' : 'ellipsis', 'counted.subject');
}

/** "Staff numbers have fallen to 1,940": of staff. */
const withoutNumbers = (scene: Scene, noun: Noun | null): Noun | null =>
  noun && noun.head > noun.first && isOneOf(scene, noun.head, NUMBERS) ? (nounAt(scene, noun.first, noun.head, false, true) ?? noun) : noun;
const NUMBERS = wordsOf('numbers');

/** Whether a number that is no part of a time stands in tokens `[first, last)`. */
function holdsNumber(scene: Scene, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (has(scene.tokens, at, Flag.Number) && scene.timeAt[at] < 0) return true;
  return false;
}

/** "the number of pits rose from 200", "of refugees at 87,000" behind one, "that of Islamists at 28,280". */
export function numberOf(scene: Scene, draft: Draft, first: number): Noun | null {
  const next = draft.last;
  if (next < scene.tokens.count && has(scene.tokens, next, Flag.Word) && !isStop(scene, next)) return null;
  for (let at = draft.first - 2; at >= Math.max(first, draft.first - REACH); at--) {
    if (isOneOf(scene, at, STRONG_STOPS)) return null;
    if (!isWord(scene, at + 1, OF) || !(isOneOf(scene, at, SUMS) || (isWord(scene, at, THAT) && isOneOf(scene, at - 1, SUBJECT_ENDS)))) continue;
    let from = at + 2;
    while (from < draft.first && isOneOf(scene, from, SUBJECT_DETERMINERS)) from++;
    // "from a monthly average of 31 to nine"
    if (has(scene.tokens, from, Flag.Number)) continue;
    return nounAt(scene, from, draft.first, false, true);
  }
  return null;
}
const SUBJECT_DETERMINERS = wordsOf('the its their his her all these those');
const SUBJECT_ENDS = wordsOf('and while ,');

/** "a town of 9,000", "a crowd of some 300": the body or place that so many people make up; of "Rafah, a town of 70,000" the name. */
function bodyOf(scene: Scene, draft: Draft, first: number): Found | null {
  const of = draft.first - 1;
  if (of - 2 < first || !isWord(scene, of, OF) || isOneOf(scene, of - 1, NO_BODIES) || isPlural(scene, of - 1)) return null;
  const lexname = lexnameOf(scene.knowledge, scene.tokens, of - 1);
  if (lexname !== Lexname.Group && lexname !== Lexname.Location && !isClass(scene, of - 1, Class.person) && !isOneOf(scene, of - 1, BODIES))
    return null;
  const phrase = phraseEndingAt(scene, of - 1, first);
  if (!phrase) return null;
  const article = tokenAtOrAfter(scene.tokens, phrase.span.start) - 1;
  if (!isOneOf(scene, article, INDEFINITE) && !isWord(scene, article, THE)) return null;
  const named = article - 2 >= first && isWord(scene, article - 1, COMMA) && scene.nameAt[article - 2] >= 0;
  return named ? phraseEndingAt(scene, article - 2, first) : phrase;
}
const BODIES = wordsOf('force team squad unit party contingent garrison patrol');
const NO_BODIES = wordsOf('number total majority minority series set range collection pair batch average rate share');

function nounOfPlaced(scene: Scene, draft: Draft, first: number): Noun | null {
  const placed = placedBefore(scene, draft, first);
  if (!placed) return null;
  const noun = nounAt(scene, tokenAtOrAfter(scene.tokens, placed.span.start), placed.last, true, true);
  // "Survivors put the figure at 127": of what was counted before.
  return noun !== null && isOneOf(scene, noun.last - 1, POINTERS) ? null : noun;
}
const POINTERS = wordsOf('figure number total count tally toll estimate');

function say(scene: Scene, draft: Draft, noun: Noun | null, via: Draft['countedVia'], rule: string): void {
  if (!noun) return;
  const span: Span = { start: scene.tokens.start[noun.first], end: scene.tokens.end[noun.last - 1] };
  draft.noun = noun;
  draft.counted = span;
  draft.countedVia = via;
  draft.unit = noun.unit;
  draft.subject = null;
  draft.because.push(rule);
}
