import { Flag, has, type Rule } from '../../../../model/index.js';
import { ANSWERS, isKind, Kind, levelOf, phraseAt, SenseFlag } from '../../../../knowledge/index.js';
import { best, type Judgement } from '../evidence/judgement.js';
import { isFirm, peopleKnowing, senseType } from '../gazetteer.js';
import type { Chunk } from '../pieces/chunk.js';
import { isWord, type Scene } from '../scene.js';
import { isSeenLower } from '../seen-words.js';
import { isCapitalByChoice } from './listed.js';

const NONE = ANSWERS.indexOf('none');
const GROUP = ANSWERS.indexOf('group');
const PERSON = ANSWERS.indexOf('person');

/** What is some name for sure, whatever stands around it: the likeliest type, or none. */
export function nameForSure(scene: Scene, chunk: Chunk, judgement: Judgement): number {
  if (!isCapitalByChoice(scene, chunk) && !opensSentence(scene, chunk) && !isGivenAlone(scene, chunk)) return NONE;
  for (const { find } of CERTAIN) {
    const answer = find(scene, chunk, judgement);
    if (answer !== NONE) return answer;
  }
  return NONE;
}

export const CERTAIN: readonly Rule<(scene: Scene, chunk: Chunk, judgement: Judgement) => number>[] = [
  {
    id: 'certain.organisation',
    reads: 'an organisation by its words with one among them that is no English: “the Western Visayas Command”',
    find: (scene, chunk) => (chunk.shape === 'organisation' && holdsForeignWord(scene, chunk) ? GROUP : NONE),
  },
  {
    id: 'certain.listed',
    reads: 'rows give the word to somebody outright or to a large town, and English gives it to nothing: “a Barcelona tailor”',
    find: listedForSure,
  },
  {
    id: 'certain.given',
    reads: 'a given name that is no English word and no known town, by itself: “Suzanne is away”, “Thanks, Jacques”',
    find: (scene, chunk, { scores }) =>
      scores[best(scores.subarray(0, NONE))] < scores[PERSON] + NEAR && isGivenAlone(scene, chunk) ? PERSON : NONE,
  },
  {
    id: 'certain.full-name',
    reads: 'two or three words that are no English and hardly a place or group are a person: “studied under Xawery Dunikowski”',
    find: (scene, chunk, { scores }) =>
      scores[best(scores.subarray(0, NONE))] < scores[PERSON] + NEAR && isForeignName(scene, chunk) ? PERSON : NONE,
  },
];

/** People of a town that is known by its name although it is a given name, too. */
const KNOWN_TOWN = 50_000;

function isGivenAlone(scene: Scene, { first, last, shape, senses, title, sentence }: Chunk): boolean {
  const { tokens, knowledge, text, headlines } = scene;
  if (last - first !== 1 || title !== null || (shape !== 'open' && shape !== 'gazetteer') || headlines[sentence] === 1) return false;
  if ((tokens.flags[first] & (Flag.Capital | Flag.Upper | Flag.Shouted)) !== Flag.Capital || levelOf(knowledge, tokens, first) !== 0) return false;
  // The title of a book in quotation marks, "the Stuart restoration".
  if (first > 0 && (isWord(scene, first - 1, 'the') || (isQuote(scene, first - 1) && isQuote(scene, last)))) return false;
  const given = isKind(knowledge, tokens, first, Kind.GivenName) ? phraseAt(knowledge, text, tokens, first, last, Kind.GivenName) : null;
  if (given === null || given.row.ambiguous) return false;
  return senses.every((sense) => !isFirm(knowledge, sense) && peopleKnowing(knowledge, sense) < KNOWN_TOWN);
}

const QUOTES = '"“”‘’\'«»';
const isQuote = ({ text, tokens }: Scene, token: number): boolean => token < tokens.count && QUOTES.includes(text[tokens.start[token]]);

/** By how much another type may lead. */
const NEAR = 0.5;
const ARTICLES = ['the', 'a', 'an'];
/** Words of a full name at most. */
const LONGEST = 3;

function isForeignName(scene: Scene, { first, last, shape, senses, sentence }: Chunk): boolean {
  const { tokens, knowledge, sentences } = scene;
  if (shape !== 'open' || senses.length > 0 || last - first < 2 || last - first > LONGEST) return false;
  // "the Book of Revelation (Mishefa Reş)", "a Motori Moderni engine": words of another language, a thing.
  if (first > sentences[sentence].first && (has(tokens, first - 1, Flag.Punctuation) || ARTICLES.some((word) => isWord(scene, first - 1, word))))
    return false;
  for (let token = first; token < last; token++)
    if ((tokens.flags[token] & (Flag.Word | Flag.Capital | Flag.Upper)) !== (Flag.Word | Flag.Capital) || levelOf(knowledge, tokens, token) !== 0)
      return false;
  return true;
}

/** People from which a town's name, in a language of its own, is heard as the town and hardly as anything else. */
const LARGE_TOWN = 100_000;

function listedForSure(scene: Scene, chunk: Chunk, { scores }: Judgement): number {
  const { knowledge } = scene;
  if (chunk.shape !== 'gazetteer' || !isForeign(scene, chunk)) return NONE;
  let answer = NONE;
  for (const sense of chunk.senses) {
    if (!isFirm(knowledge, sense) && !(senseType(knowledge, sense) === 'place' && peopleKnowing(knowledge, sense) >= LARGE_TOWN)) continue;
    const type = ANSWERS.indexOf(senseType(knowledge, sense));
    if (answer === NONE || scores[type] > scores[answer]) answer = type;
  }
  return answer;
}

/** Whether no word is common English ("manila" is a rare one), nor letters, which are short for anything. */
function isForeign({ tokens, knowledge }: Scene, { first, last, senses }: Chunk): boolean {
  const isPersonal = senses.some((sense) => (knowledge.names.flags[sense] & SenseFlag.Personal) !== 0);
  for (let token = first; token < last; token++) {
    const level = levelOf(knowledge, tokens, token);
    if (has(tokens, token, Flag.Upper) || (level > 0 && (level <= COMMON || isPersonal))) return false;
  }
  return true;
}

/** Level of the commonest words that are nevertheless rare. */
const COMMON = 50;

/** Whether only the sentence that it opens may have called for the capital: no shouted line, no headline, and the article never writes it small. */
const opensSentence = (scene: Scene, chunk: Chunk): boolean =>
  (scene.tokens.flags[chunk.first] & (Flag.SentenceStart | Flag.Shouted)) === Flag.SentenceStart &&
  (chunk.shape === 'gazetteer' || chunk.last - chunk.first > 1) &&
  chunk.senses.every((sense) => (scene.knowledge.names.flags[sense] & SenseFlag.Personal) === 0) &&
  scene.headlines[chunk.sentence] === 0 &&
  !isSeenLower(scene.seen, scene.tokens, chunk.first);

function holdsForeignWord({ tokens, knowledge }: Scene, { first, last }: Chunk): boolean {
  for (let token = first; token < last; token++)
    if ((tokens.flags[token] & (Flag.Capital | Flag.Upper)) === Flag.Capital && levelOf(knowledge, tokens, token) === 0) return true;
  return false;
}
