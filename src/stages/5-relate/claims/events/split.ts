import {
  ADVERB,
  ARTICLE,
  COORDINATOR,
  FROM,
  OF,
  PARTICLE,
  PREPOSITION,
  clauseAt,
  isComma,
  isIn,
  isWord,
  type Stretch,
  wordsOf,
  isOfClass,
} from '../../../../grammar/index.js';
import { Kind, splitPhraseAt } from '../../../../knowledge/index.js';
import type { Clauses, Figure } from '../../../../model/index.js';
import { found, type Happening, isPassive } from './words.js';
import type { Scene } from '../scene.js';

/** "took 27 soldiers prisoner", "laid 300 workers off", "set four buses and two cars on fire": a verb that its object parts from the rest of it. */
export function splitVerb(scene: Scene, clauses: Clauses, figure: Figure, sentence: Stretch): Happening | null {
  const { verb } = clauseAt(clauses, figure.first);
  if (verb < 0 || verb >= figure.first || scene.mentionAt[verb] >= 0 || !opensWith(scene, verb, figure.first)) return null;
  const limit = Math.min(sentence.last, figure.last + LONGEST);
  for (let token = figure.last; token < limit; token++) {
    const hit = splitPhraseAt(scene.knowledge, scene.text, scene.tokens, verb, token, sentence.last, Kind.Event);
    // "took 40 families on Friday", "carried out 12 attacks": a lone preposition has an object of its own.
    // "put 30 shares up for sale": nor is that a particle.
    const from = isIn(scene, token, FROM) && isOfClass(scene, verb, 'driving-out') && PEOPLE.has(figure.unit ?? '');
    if (from && !isPassive(scene, verb, sentence.first)) return { ...DRIVEN, first: verb, last: verb + 1 };
    const alone =
      hit?.last === token + 1 &&
      (isIn(scene, token, PARTICLE) ? isIn(scene, token, UP) && isIn(scene, token + 1, PREPOSITION) : isIn(scene, token, PREPOSITION));
    if (hit && !alone && !isPassive(scene, verb, sentence.first)) return { ...found(hit, verb, 'active', 'split verb'), last: verb + 1 };
    // "damaged 600 tents, 150 of them beyond repair": what is told of a part.
    if (!isListed(scene, token) || (token > figure.last && isIn(scene, token, OF) && scene.figureAt[token - 1] >= 0)) return null;
  }
  return null;
}
const UP = wordsOf('up');
const PEOPLE: ReadonlySet<string> = new Set(['person', 'family', 'household']);
const DRIVEN: Omit<Happening, 'first' | 'last'> = {
  event: 'displaced',
  shape: 'active',
  person: false,
  only: null,
  phrase: 'driven from',
  because: 'event split verb "driven from"',
};
/** Words of what else the verb has as its object behind the figure, at most. */
const LONGEST = 12;

/** Whether from the verb to the figure only words of a list of figures stand: "took [two officers and] 27 soldiers". */
function opensWith(scene: Scene, verb: number, first: number): boolean {
  for (let token = verb + 1; token < first; token++)
    if (!isIn(scene, token, ARTICLE) && !isIn(scene, token, ADVERB) && !isListed(scene, token)) return false;
  return first - verb <= LONGEST;
}

/** A word of a list of figures. */
const isListed = (scene: Scene, token: number): boolean =>
  scene.figureAt[token] >= 0 ||
  scene.mentionAt[token] >= 0 ||
  isIn(scene, token, COORDINATOR) ||
  isIn(scene, token, OF) ||
  isIn(scene, token, ARTICLE) ||
  isComma(scene, token) ||
  (isWord(scene, token) && scene.figureAt[token - 1] >= 0 && !isIn(scene, token, PREPOSITION));
