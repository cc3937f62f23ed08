import {
  BY,
  FROM,
  OF,
  PREPOSITION,
  clauseAt,
  isComma,
  isIn,
  isPlainNoun,
  isPlainVerb,
  isSubject,
  isWall,
  phraseAtToken,
  signAt,
  type Stretch,
  verbAhead,
  wordsOf,
  isOfClass,
} from '../../../../grammar/index.js';
import type { Clauses, Figure } from '../../../../model/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import { type Happening, isPassive } from '../events/words.js';
import { accusationAt, ANSWERABLE, isTie } from '../accusations.js';
import { LEAVING } from '../events/behind.js';
import { hasRole } from '../verb-roles.js';
import { subjectParty, partyOf, type Party } from './parties.js';
import type { Scene } from '../scene.js';
import type { Voice } from '../speakers/memory.js';

const AFTERMATH = /^(?:bur(?:y|ie)|bod|los)/;

/** Who did it: the subject of an active verb, the "by" of a passive one; null when the words name nobody. */
export function actorOf(
  scene: Scene,
  clauses: Clauses,
  happening: Happening,
  figure: Figure,
  sentence: Stretch & { readonly index: number },
  voice: Voice | null,
): Party | null {
  // Who buries the dead, finds their bodies or loses them has not killed them.
  if (happening.event === 'killed' && AFTERMATH.test(happening.phrase)) return null;
  if (happening.shape === 'active' || happening.shape === 'noun') {
    const charged = chargedWith(scene, clauses, happening, figure, sentence, voice);
    if (charged) return charged.who;
  }
  if (happening.shape === 'active') {
    const passive = passiveBefore(scene, clauses, happening, sentence);
    return passive ? agentBehind(scene, passive, sentence, voice) : subjectParty(scene, clauseAt(clauses, happening.last), voice);
  }
  // "riots left 11 people dead", "floods drove 400 from their homes"
  const clause = clauseAt(clauses, figure.first);
  // "put the number of injured at 54, including 11 women": what is told before the figure, the verb did not bring about.
  const told = happening.first > clause.verb && happening.last <= figure.first;
  if ((happening.shape === 'passive' || happening.shape === 'noun') && !told && isCausing(scene, clauses, clause.verb, figure, sentence))
    return subjectParty(scene, clause, voice);
  // "rebels carried out 12 attacks", "the firm paid a ransom of $9,000"
  const performing = happening.last >= figure.last ? 'performs' : 'gives';
  if (
    happening.shape === 'noun' &&
    clause.verb < happening.first &&
    hasRole(scene, clause.verb, performing) &&
    !isPassive(scene, clause.verb, sentence.first)
  )
    return subjectParty(scene, clause, voice);
  if (happening.shape === 'received') return giverBehind(scene, figure, sentence, voice);
  // "twelve monks died at the hands of rebels"
  if (happening.shape === 'subject') return happening.event === 'killed' ? agentBehind(scene, happening, sentence, voice, true) : null;
  return agentBehind(scene, happening, sentence, voice) ?? (happening.shape === 'noun' ? causeBehind(scene, clauses, figure, sentence, voice) : null);
}

/** "accused the army of executing four", "was charged with the murder of two", "is responsible for the deaths of six": who is said to have done it; null where nobody is charged. */
function chargedWith(
  scene: Scene,
  clauses: Clauses,
  happening: Happening,
  figure: Figure,
  sentence: Stretch,
  voice: Voice | null,
): { readonly who: Party | null } | null {
  let tie = happening.first - 1;
  if (happening.shape === 'noun' && happening.first >= figure.numberLast) tie = figure.first - 1;
  else if (happening.shape === 'noun') while (tie > happening.first - TIED && !isTie(scene, tie)) tie--;
  if (!isTie(scene, tie)) return null;
  const clause = clauseAt(clauses, tie);
  if (clause.verb < 0 || clause.verb > tie) return null;
  const accusation = accusationAt(scene, clause.verb, happening.last);
  if (accusation && accusation.tie === tie) return { who: partyOf(scene, accusation.accused, voice) };
  // "six men accused of killing"
  if (isOfClass(scene, tie - 1, 'charged') && !isPassive(scene, tie - 1, sentence.first))
    return { who: describedBefore(scene, tie - 1, sentence, voice) };
  const charged = isOfClass(scene, clause.verb, 'charged') && isPassive(scene, clause.verb, sentence.first);
  return charged || isIn(scene, tie - 1, ANSWERABLE) ? { who: subjectParty(scene, clause, voice) } : null;
}
/** Whom the participle at the token describes: the noun phrase that ends right before it. */
function describedBefore(scene: Scene, participle: number, sentence: Stretch, voice: Voice | null): Party | null {
  let first = participle;
  const limit = Math.max(sentence.first, participle - LONGEST);
  while (first > limit && (scene.figureAt[first - 1] >= 0 || scene.mentionAt[first - 1] >= 0 || isPlainNoun(scene, first - 1))) first--;
  return first === participle ? null : partyOf(scene, { first, last: participle, head: participle - 1, tied: participle }, voice);
}
/** Longest noun phrase before a participle, in tokens. */
const LONGEST = 6;

/** How far before the noun of a deed its tie may stand: "for the recent deaths". */
const TIED = 4;

/** Whether the verb before the figure brings about the state told of the figure, its object: "left 12 dead", "drove 400 from their homes". */
const isCausing = (scene: Scene, clauses: Clauses, verb: number, figure: Figure, sentence: Stretch): boolean =>
  isIn(scene, verb, LEAVING) ||
  (hasRole(scene, verb, 'brings') &&
    !isSubject(clauses, figure) &&
    !isIn(scene, figure.first - 1, PREPOSITION) &&
    !isPassive(scene, verb, sentence.first));

/** "A ship was struck by a missile, injuring four": the passive verb before the comma behind which a participle tells what came of it. */
function passiveBefore(scene: Scene, clauses: Clauses, happening: Happening, sentence: Stretch): Happening | null {
  if (!isComma(scene, happening.first - 1) || (posOf(scene.knowledge, scene.tokens, happening.first) & Pos.Gerund) === 0) return null;
  const { verb } = clauseAt(clauses, happening.first - 1);
  if (verb < 0 || !isPassive(scene, verb, sentence.first)) return null;
  for (let token = verb + 1; token < happening.first; token++)
    if (isIn(scene, token, BY)) return { ...happening, first: verb, last: verb + 1, shape: 'passive' };
  return null;
}

/** "collects $5 a head from growers", "received $90m from the bank": who pays. */
function giverBehind(scene: Scene, figure: Figure, sentence: Stretch & { readonly index: number }, voice: Voice | null): Party | null {
  for (let token = figure.numberLast; token < Math.min(sentence.last, figure.last + 6); token++) {
    if (isWall(scene, token) || isComma(scene, token) || (token >= figure.last && (scene.figureAt[token] >= 0 || isPlainVerb(scene, token))))
      return null;
    if (!isIn(scene, token, FROM) || scene.dateAt[token + 1] >= 0) continue;
    const phrase = phraseAtToken(scene, token + 1, sentence.last);
    return phrase && scene.figureAt[phrase.head] < 0 ? partyOf(scene, phrase, voice) : null;
  }
  return null;
}

/** "… were killed by militants of X", "attacks by X": within a few words of the participle or noun. */
function agentBehind(
  scene: Scene,
  happening: Happening,
  sentence: Stretch & { readonly index: number },
  voice: Voice | null,
  onlyHands = false,
): Party | null {
  const limit = Math.min(sentence.last, happening.last + (happening.shape === 'noun' ? 6 : 12));
  for (let token = happening.last; token < limit; token++) {
    if (isWall(scene, token)) return null;
    // "died at the hands of rebels"
    if (isIn(scene, token, HANDS) && isIn(scene, token + 1, OF)) {
      const phrase = phraseAtToken(scene, token + 2, sentence.last);
      return phrase ? partyOf(scene, phrase, voice) : null;
    }
    // "a drive-by shooting"
    if (onlyHands || !isIn(scene, token, BY) || signAt(scene, token - 1) === '-' || scene.dateAt[token + 1] >= 0 || scene.figureAt[token + 1] >= 0)
      continue;
    const phrase = phraseAtToken(scene, token + 1, sentence.last);
    return phrase && !isOfClass(scene, phrase.head, 'means') ? partyOf(scene, phrase, voice) : null;
  }
  return null;
}

/** "over half of the deaths, or 420, were caused by shelling", "nine killings were blamed on the army": behind the verb of which the counted deeds are the subject. */
function causeBehind(scene: Scene, clauses: Clauses, figure: Figure, sentence: Stretch, voice: Voice | null): Party | null {
  const verb = verbAhead(clauses, figure);
  if (verb < 0 || !isOfClass(scene, verb, 'caused-by') || !isPassive(scene, verb, sentence.first)) return null;
  for (let token = verb + 1; token < Math.min(sentence.last, verb + 4); token++) {
    if (!isIn(scene, token, BY) && !isIn(scene, token, ON)) continue;
    const phrase = phraseAtToken(scene, token + 1, sentence.last);
    return phrase && scene.figureAt[phrase.head] < 0 && scene.dateAt[phrase.head] < 0 ? partyOf(scene, phrase, voice) : null;
  }
  return null;
}
const ON = wordsOf('on to');

const HANDS = wordsOf('hands');
