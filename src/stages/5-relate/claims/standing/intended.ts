import {
  ARTICLE,
  BE,
  clauseAt,
  isComma,
  isIn,
  isOfClass,
  isWall,
  numberOf,
  phraseAtToken,
  TO,
  verbAhead,
  verbAround,
  type Stretch,
  wordsOf,
} from '../../../../grammar/index.js';
import { Lexname, lexnameOf, Pos, posOf } from '../../../../knowledge/index.js';
import { type Figure, Flag, has, type Modality, type Phrase } from '../../../../model/index.js';
import { isPassive } from '../events/words.js';
import type { Scene } from '../scene.js';
import type { When } from '../times/times.js';
import { hasRole } from '../verb-roles.js';

// What is still to come by what the clause is about, where no word of planning governs its verb.

/** "[300 places] have been promised", "growth of [2.4%] is projected": the participle that is said of the figure's subject. */
export function modalityOfParticiple(scene: Scene, figure: Figure, sentence: Stretch): Modality | null {
  const verb = verbAround(scene.document.clauses, figure);
  if (verb < figure.last || isIn(scene, verb + 1, TO) || !isPassive(scene, verb, sentence.first)) return null;
  return isOfClass(scene, verb, 'foretold') ? 'possible' : isOfClass(scene, verb, 'undertaken') ? 'planned' : null;
}

/**
 * "The draft budget gives schools [62 million]", "the plan foresees …", "under the proposal each household receives [400 euros]": what a plan
 * says in the present.
 */
export function isOfPlan(scene: Scene, figure: Figure, sentence: Stretch): boolean {
  const { clauses } = scene.document;
  const own = clauseAt(clauses, figure.first);
  const verb = own.verb >= 0 && own.verb < figure.first ? own.verb : verbAhead(clauses, figure);
  const { subject } = own.verb === verb ? own : clauseAt(clauses, verb + 1);
  if (verb < 0 || !subject || !isNow(scene, verb, subject.head)) return false;
  return (
    (subject.first < verb && verb < figure.first && (isPlan(scene, subject) || isPlanBefore(scene, subject, sentence))) ||
    isUnderPlan(scene, subject, sentence)
  );
}

/** "The choir sings in [14] cities this winter", "is cutting [900 posts] next spring": what the present tells of a time after the article's day. */
export function isAhead(scene: Scene, figure: Figure, when: When): boolean {
  const { published } = scene.document;
  if (when.text === null || REPEATED.test(when.text)) return false;
  if (when.from === null || published === null || when.from <= published.slice(0, when.from.length)) return false;
  const { subject, verb } = clauseAt(scene.document.clauses, figure.first);
  if (!subject || verb < 0 || verb >= figure.first) return false;
  return isNow(scene, verb, subject.head) || isProgressive(scene, verb);
}

/** A time that comes again and again, or began already. */
const REPEATED = /\b(?:every|each|as of|between|since)\b/i;

/** "is cutting", "is being widened". */
function isProgressive(scene: Scene, verb: number): boolean {
  const pos = posOf(scene.knowledge, scene.tokens, verb);
  if ((pos & Pos.Gerund) !== 0) return isIn(scene, verb - 1, PRESENT);
  return (pos & Pos.Past) !== 0 && isIn(scene, verb - 1, BEING) && isIn(scene, verb - 2, PRESENT);
}
const PRESENT = wordsOf('is are am');
const BEING = wordsOf('being');

/** A verb in the present that tells what is done, not what is. */
function isNow(scene: Scene, verb: number, head: number): boolean {
  if (
    isIn(scene, verb, BE) ||
    isIn(scene, verb - 1, TO) ||
    isOfClass(scene, verb, 'holding') ||
    isIn(scene, verb, NEEDING) ||
    hasRole(scene, verb, 'amounts')
  )
    return false;
  const pos = posOf(scene.knowledge, scene.tokens, verb);
  if ((pos & Pos.Third) !== 0) return true;
  return (pos & (Pos.Verb | Pos.Past | Pos.Gerund)) === Pos.Verb && verb === head + 1 && numberOf(scene, head) === (Pos.Noun | Pos.Plural);
}

/** "the plan requires $8 million": it is needed already. */
const NEEDING = wordsOf('requires require needs need');

/** "the plan", "a proposed merger". */
function isPlan(scene: Scene, phrase: Phrase): boolean {
  if (scene.mentionAt[phrase.head] >= 0) return false;
  if (isOfClass(scene, phrase.head, 'plan')) return true;
  for (let token = phrase.first; token < phrase.head; token++) if (scene.mentionAt[token] < 0 && isOfClass(scene, token, 'proposed')) return true;
  return false;
}

/** "Tatah read the draft. It frees [200 detainees]": the plan that the sentence before tells of. */
function isPlanBefore(scene: Scene, subject: Phrase, sentence: Stretch): boolean {
  if (!isIn(scene, subject.head, IT) || subject.first > sentence.first + 2 || scene.pronouns.has(subject.head)) return false;
  for (let token = sentence.first - 1; token >= 0 && token > sentence.first - LONGEST_BEFORE; token--)
    if (isOfClass(scene, token, 'plan') && scene.mentionAt[token] < 0)
      return isIn(scene, token - 1, ARTICLE) || isOfClass(scene, token - 1, 'proposed');
  return false;
}
const IT = wordsOf('it');
/** Tokens of the sentence before. */
const LONGEST_BEFORE = 30;

/** "Under the plan, …" at the head of the clause with this subject. */
function isUnderPlan(scene: Scene, subject: Phrase, sentence: Stretch): boolean {
  if (!isComma(scene, subject.first - 1)) return false;
  for (let token = subject.first - 2; token >= sentence.first && token > subject.first - LONGEST_SETTING; token--) {
    if (isWall(scene, token)) return false;
    if (!isIn(scene, token, UNDER)) continue;
    const phrase = phraseAtToken(scene, token + 1, subject.first);
    return phrase !== null && (isPlan(scene, phrase) || isOfClass(scene, phrase.head, 'accord'));
  }
  return false;
}
const UNDER = wordsOf('under');
/** Tokens of "Under a deal that the two sides struck on Sunday,". */
const LONGEST_SETTING = 16;

/**
 * "Closing the pit would cost [900 miners] their jobs", "a tariff would add [$300]", "without aid it would cost …": what would come of a thing that nobody
 * says he will do; `token` is the "would".
 */
export function isOfIdea(scene: Scene, token: number, sentence: Stretch, when: When): boolean {
  // "On 24 September a last assault would come within [2 miles]": what was still to come then.
  if (when.text !== null || !isIn(scene, token, WOULD) || isIn(scene, token + 1, BE)) return false;
  const { subject } = clauseAt(scene.document.clauses, token);
  if (subject && subject.first < token && isIdea(scene, subject)) return true;
  for (let at = token - 1; at >= sentence.first && at > token - LONGEST_SETTING; at--) {
    if (isWall(scene, at)) return isIn(scene, at + 1, WITHOUT);
    if (isIn(scene, at, WITHOUT)) return true;
  }
  return false;
}
const WOULD = wordsOf('would wouldnt');
const WITHOUT = wordsOf('without otherwise');

/** "closing the pit", "a tariff of 5 percent", "such a step", and nobody who could have it in mind. */
function isIdea(scene: Scene, { first, head }: Phrase): boolean {
  if (scene.mentionAt[head] >= 0) return false;
  if ((posOf(scene.knowledge, scene.tokens, first) & Pos.Gerund) !== 0 && scene.mentionAt[first] < 0) return true;
  // "raising the dam": what is done to the subject
  const deed = first - 1;
  if (has(scene.tokens, deed, Flag.SentenceStart) && (posOf(scene.knowledge, scene.tokens, deed) & Pos.Gerund) !== 0)
    return scene.mentionAt[deed] < 0;
  if (!isIn(scene, first, A) || isOfClass(scene, head, 'plan')) return false;
  const sort = lexnameOf(scene.knowledge, scene.tokens, head);
  return sort !== Lexname.Person && sort !== Lexname.Group && sort !== Lexname.Communication && sort !== Lexname.Artifact;
}
const A = wordsOf('a an any such');
