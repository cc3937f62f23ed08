import {
  BE,
  HAVE,
  OF,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  TO,
  clauseAt,
  isComma,
  isIn,
  isPlainVerb,
  isReporting,
  isSubject,
  subjectAround,
  type Stretch,
  wordsOf,
} from '../../../../grammar/index.js';
import { Kind, phraseAt, Pos, posOf } from '../../../../knowledge/index.js';
import type { Figure } from '../../../../model/index.js';
import type { Scene } from '../scene.js';

/**
 * Whether a phrase and a figure stand in different clauses, one of them a relative or subordinate clause that does not hold the other:
 * "riots that began in May left 11 dead", "Since 2019 he has led a firm, which kept ten employees".
 */
export function isOutside(scene: Scene, phrase: Stretch, figure: Figure, sentence: Stretch): boolean {
  if (phrase.first >= figure.last)
    return opensBetween(scene, figure.last, phrase.first, figure.last) || isOwnClause(scene, phrase, figure) || isLeft(scene, figure, phrase);
  return (
    // The clause of the phrase has ended before the figure, or the figure's has begun behind the phrase.
    (opensBetween(scene, phrase.last, figure.first, -1) && !isHappening(scene, phrase)) ||
    isIntended(scene, phrase, figure) ||
    isClosed(scene, phrase, figure, sentence.first) ||
    isApposed(scene, phrase, figure) ||
    isPerfect(scene, phrase, figure) ||
    // "46 attacks in May, [31] of which took place"
    (isIn(scene, figure.numberLast, OF) && isIn(scene, figure.numberLast + 1, WHO))
  );
}

/** "the raid [on 9 May], in which [12] died": what happened in it was then. */
const isHappening = (scene: Scene, { last }: Stretch): boolean => isIn(scene, last + 2, WHICH) && isIn(scene, last + 1, IN) && isComma(scene, last);
const WHICH = wordsOf('which');
const IN = wordsOf('in');

/** "pledged [in August] to spend [1 percent]": of the day of an intention, not of what is intended. */
function isIntended(scene: Scene, phrase: Stretch, figure: Stretch): boolean {
  const to = phrase.last;
  if (!isIn(scene, to, TO) || (posOf(scene.knowledge, scene.tokens, to + 1) & Pos.Verb) === 0 || scene.mentionAt[to + 1] >= 0) return false;
  for (let token = to + 1; token < figure.first; token++) if (isComma(scene, token) || isIn(scene, token, AND)) return false;
  const verb = skipTie(scene, phrase.first) - 1;
  return isReporting(scene, verb) || phraseAt(scene.knowledge, scene.text, scene.tokens, verb, verb + 1, Kind.Modal)?.row.modality === 'planned';
}
/** The preposition before a time, else the time. */
const skipTie = (scene: Scene, token: number): number => (isIn(scene, token - 1, PREPOSITION) ? token - 1 : token);

/** "[today] it named firms that have moved [40 tonnes]", "held [on Monday] after riots that left [11] dead": what was before. */
function isPerfect(scene: Scene, phrase: Stretch, figure: Stretch): boolean {
  for (let token = figure.first - 1; token >= phrase.last && token > figure.first - 2 * REACH; token--) {
    if (scene.mentionAt[token] >= 0) continue;
    // "by 1835, after the war ended, there were [400]"
    if (isComma(scene, token)) return false;
    if (isIn(scene, token, AFTER)) return scene.dateAt[token] < 0;
    if (isIn(scene, token, THAT) && isIn(scene, token + 1, HAVE)) return clauseAt(scene.document.clauses, figure.first).verb > token;
  }
  return false;
}
const AFTER = wordsOf('after following');

/** "[half of the posts] I built [in 2018]", "we are [17] here and there has been no water [since Monday]": a subject and verb of its own. */
function isOwnClause(scene: Scene, phrase: Stretch, figure: Stretch): boolean {
  const { subject, verb } = clauseAt(scene.document.clauses, phrase.first);
  if (verb < figure.last || verb >= phrase.first || subject === null || subject.first < figure.last) return false;
  // "400 workers at the mine went home", "300 toys sold [in May]": the noun belongs to what is counted.
  if (isIn(scene, subject.first - 1, PREPOSITION) || (subject.first <= figure.last + 1 && !isIn(scene, subject.first, PRONOUN))) return false;
  // "[ninety] went the other way: they came [in May]"
  if (isIn(scene, subject.first, THEY) && subject.first > figure.last + 1) return false;
  // "the [90 people] it asked [in June]" are those of June, unless they have a verb of their own behind it.
  if (subject.first === figure.last && subjectAround(scene.document.clauses, figure.first)?.first !== figure.first) return false;
  // "[twelve] died when a pit caved in [on Monday]": the clause tells how it came about.
  for (let token = figure.last; token < subject.first; token++) if (isIn(scene, token, TIME_CLAUSE)) return false;
  return true;
}
const TIME_CLAUSE = wordsOf('when after as while before since until');
const THEY = wordsOf('they');

/** "the network, whose volunteers saw [22 clinics], published its list [on Friday]": the clause between the commas has ended. */
function isLeft(scene: Scene, figure: Stretch, phrase: Stretch): boolean {
  let comma = figure.last;
  while (comma < phrase.first && !isComma(scene, comma)) comma++;
  if (comma + 1 >= phrase.first || !(isVerb(scene, comma + 1) || isPast(scene, comma + 1))) return false;
  for (let token = figure.first - 1; token > figure.first - REACH && !isComma(scene, token); token--)
    if (isIn(scene, token, WHO)) return isComma(scene, token - 1);
  return false;
}

/** "[since May] he has led the council, a body of [23 elders]": the figure describes what was named before the comma. */
function isApposed(scene: Scene, phrase: Stretch, figure: Stretch): boolean {
  for (let token = figure.first - 1; token > phrase.last && token > figure.first - REACH; token--) {
    if (isComma(scene, token)) return scene.mentionAt[token - 1] >= 0 && token + 1 < figure.first && isIn(scene, token + 1, INDEFINITE);
    if (isVerb(scene, token) || isIn(scene, token, AND)) return false;
  }
  return false;
}
const INDEFINITE = wordsOf('a an');
/** Furthest that a relative word or an article stands from its verb or number. */
const REACH = 8;

/** Whether a relative clause opens in tokens `[first, last)`, other than at the token `own`, where it belongs to what was counted. */
function opensBetween(scene: Scene, first: number, last: number, own: number): boolean {
  for (let token = first; token < last; token++) {
    if (token === own || scene.mentionAt[token] >= 0) continue;
    if (
      (isIn(scene, token, WHO) && (isComma(scene, token - 1) || own < 0 || verbsIn(scene, token, last) < 2)) ||
      (isIn(scene, token, THAT) && (isIn(scene, token - 1, AND) || isComma(scene, token - 1)))
    )
      return true;
    if (own >= 0 && isComma(scene, token) && isIn(scene, token + 1, A) && (isIn(scene, token + 3, WHO) || isIn(scene, token + 3, THAT))) return true;
  }
  return false;
}

function verbsIn(scene: Scene, first: number, last: number): number {
  let verbs = 0;
  for (let token = first; token < last; token++) if (isVerb(scene, token)) verbs++;
  return verbs;
}

/** Whether the phrase stands in a relative clause that its own verb opens and that ends before the figure. */
function isClosed(scene: Scene, phrase: Stretch, figure: Stretch, floor: number): boolean {
  const { clauses } = scene.document;
  const mine = clauseAt(clauses, figure.first);
  const leads = isSubject(clauses, figure);
  if (verbsIn(scene, phrase.last, figure.first) === 0 && mine.verb < phrase.last && !leads) return false;
  const { subject, verb } = clauseAt(clauses, phrase.first);
  for (let token = phrase.first - 1; token > phrase.first - 12 && token >= floor && !isComma(scene, token); token--)
    if (isIn(scene, token, RELATIVE) || isIn(scene, token, UNTIL)) {
      // "a report said that the last one was in 1992, with 300 dead": a statement, in which the figure stands too.
      if (isIn(scene, token, THAT) && !(subject && subject.first < token)) return false;
      // "data, which saw the figures for April fall to 50": part of the subject.
      if (!leads && mine.subject && mine.subject.first > token && isPartOf(scene, phrase, mine.subject, mine.verb)) return false;
      return verb > token || verbsIn(scene, token + 1, phrase.first) > 0;
    }
  return false;
}

const isPartOf = (scene: Scene, phrase: Stretch, subject: Stretch, verb: number): boolean => {
  for (let token = phrase.last; token < verb; token++) if (isComma(scene, token)) return false;
  return subject.first <= phrase.first && verb >= phrase.last;
};

const isPast = (scene: Scene, token: number): boolean =>
  scene.mentionAt[token] < 0 && (posOf(scene.knowledge, scene.tokens, token) & (Pos.Past | Pos.Gerund)) === Pos.Past;
const isVerb = (scene: Scene, token: number): boolean => isPlainVerb(scene, token) || isIn(scene, token, BE) || isIn(scene, token, HAVE);
const WHO = wordsOf('which who whom whose where');
const THAT = wordsOf('that');
const AND = wordsOf('and');
const A = wordsOf('a an the');
const UNTIL = wordsOf('until');

/** Whether the time stands in another clause: behind a contrast, or with a verb in another tense than the figure's. */
export function isElsewhere(scene: Scene, time: Stretch, figure: Figure): boolean {
  const { clauses } = scene.document;
  if (time.first >= figure.last) {
    // "2,045 cases, twice as many as in May"
    if (isIn(scene, time.first - 1, AS_THAN) || (isIn(scene, time.first - 1, IN_ON) && isIn(scene, time.first - 2, AS_THAN))) {
      for (let token = figure.last; token < time.first; token++) if (isComma(scene, token)) return true;
    }
    // "stands at 40 percent, although the rate for December was 32"
    // "has killed 128 people, as rescuers dug on Saturday"
    for (let token = figure.last; token < time.first; token++)
      if (
        scene.mentionAt[token] < 0 &&
        (isIn(scene, token, CONTRAST) || (isIn(scene, token, AS) && isComma(scene, token - 1) && !isIn(scene, token + 1, WELL)))
      )
        return true;
    return false;
  }
  // "handed out 8,000 blankets in December and employs 60 people"
  const mine = clauseAt(clauses, figure.first).verb;
  const other = clauseAt(clauses, time.first).verb;
  return other >= 0 && mine > time.last && tenseOf(scene, mine) === Pos.Third && tenseOf(scene, other) === Pos.Past;
}
const AS_THAN = wordsOf('as than');
const IN_ON = wordsOf('in on during');
const AS = wordsOf('as while');
const WELL = wordsOf('well of many much');
const CONTRAST = wordsOf('although though whereas');

const tenseOf = (scene: Scene, verb: number): number => posOf(scene.knowledge, scene.tokens, verb) & (Pos.Past | Pos.Third);
