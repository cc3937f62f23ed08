import { Flag, has, type Rule } from '../../../../model/index.js';
import { ANSWERS, levelOf, SenseFlag } from '../../../../knowledge/index.js';
import type { Judgement } from '../evidence/judgement.js';
import { isFirm, peopleKnowing, senseType } from '../gazetteer.js';
import type { Chunk } from '../pieces/chunk.js';
import type { Scene } from '../scene.js';
import { isSeenLower } from '../seen-words.js';
import { isCapitalByChoice } from './listed.js';

const NONE = ANSWERS.indexOf('none');
const GROUP = ANSWERS.indexOf('group');

/** What is some name for sure, whatever stands around it: the likeliest type, or none. */
export function nameForSure(scene: Scene, chunk: Chunk, judgement: Judgement): number {
  if (!isCapitalByChoice(scene, chunk) && !opensSentence(scene, chunk)) return NONE;
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
    reads: 'rows give the word to somebody outright or to a large town, and English gives it to nothing: “a Barcelona striker”',
    find: listedForSure,
  },
];

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
  chunk.shape === 'gazetteer' &&
  chunk.senses.every((sense) => (scene.knowledge.names.flags[sense] & SenseFlag.Personal) === 0) &&
  scene.headlines[chunk.sentence] === 0 &&
  !isSeenLower(scene.seen, scene.tokens, chunk.first);

function holdsForeignWord({ tokens, knowledge }: Scene, { first, last }: Chunk): boolean {
  for (let token = first; token < last; token++)
    if ((tokens.flags[token] & (Flag.Capital | Flag.Upper)) === Flag.Capital && levelOf(knowledge, tokens, token) === 0) return true;
  return false;
}
