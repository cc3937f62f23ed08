import { Flag, has } from '../../../../model/index.js';
import { ANSWERS, isKind, Kind, USES } from '../../../../knowledge/index.js';
import { best } from '../evidence/judgement.js';
import { isFirm } from '../gazetteer.js';
import type { Chunk } from '../pieces/chunk.js';
import { isCapital, isEnglish, isWord, sign, type Scene } from '../scene.js';
import type { Judged } from './agreement.js';
import { isListHeaded } from './headed.js';

const NONE = ANSWERS.indexOf('none');
const PLACE = ANSWERS.indexOf('place');
const COMMA = 44;
/** Tokens between two items of a list at most: ", and the". */
const LINK = 3;
/** By how much the answer for an item must lead before it speaks for the others. */
const LEAD = 1.75;
/** How much one sure item says of each other item of its list, and how many are heard. */
const SAYS = 1.6;
const HEARD = 2;

/** "Tarumbe, Bamako and Kesso": what the sure items of a list are, the others are, too. */
export function listsAgree(scene: Scene, judged: readonly Judged[]): readonly Judged[] {
  const told = [...judged];
  for (let first = 0; first < judged.length; ) {
    let last = first;
    while (last + 1 < judged.length && areListed(scene, judged[last], judged[last + 1])) last++;
    // "the minister of Libya, Omar Shalgam": two names with nothing but a comma between are no list.
    if (last > first + 1 || (last > first && !isComma(scene, judged[first].chunk.last))) agreeIn(scene, judged, first, last, told);
    first = last + 1;
  }
  return told;
}

/** Asks the items `[first, last]` of one list again that nothing but their surroundings told. */
function agreeIn(scene: Scene, judged: readonly Judged[], first: number, last: number, told: Judged[]): void {
  const sure = new Float64Array(ANSWERS.length);
  for (let i = first; i <= last; i++) if (isSure(judged[i])) sure[judged[i].answer]++;
  const headed = isListHeaded(scene, judged[first].chunk, judged[last].chunk);
  for (let i = first; i <= last; i++) {
    const item = judged[i];
    if (headed && item.answer !== PLACE && !isTold(scene, item.chunk)) told[i] = { ...item, answer: PLACE };
    if (headed || isSure(item) || item.because !== null || isTold(scene, item.chunk)) continue;
    // "the Centers for Disease Control and Prevention"; in a headline the words of no name are capitals, too
    if (
      item.answer === NONE &&
      (last === first + 1 || scene.headlines[item.chunk.sentence] === 1) &&
      isEnglish(scene, item.chunk.first, item.chunk.last)
    )
      continue;
    const scores = item.judgement.scores.slice();
    for (let a = 0; a < NONE; a++) scores[a] += SAYS * Math.min(HEARD, sure[a]);
    const answer = best(scores);
    if (answer !== item.answer && sure[answer] > 0) told[i] = { ...item, answer };
  }
}

/** Whether its own words or a row tell what a name is. */
const isTold = ({ knowledge, tokens }: Scene, { first, last, shape, senses, title }: Chunk): boolean =>
  title !== null ||
  shape === 'organisation' ||
  shape === 'place' ||
  (last > first + 1 && isKind(knowledge, tokens, first, Kind.GivenName)) ||
  senses.some((sense) => isFirm(knowledge, sense));

function isSure({ answer, judgement: { scores } }: Judged): boolean {
  if (answer === NONE) return false;
  for (let a = 0; a < ANSWERS.length; a++) if (a !== answer && scores[answer] - scores[a] < LEAD) return false;
  return true;
}

function areListed(scene: Scene, one: Judged, next: Judged): boolean {
  const [from, to] = [one.chunk.last, next.chunk.first];
  if (one.chunk.sentence !== next.chunk.sentence || to === from || to - from > LINK || isPeople(scene, one) || isPeople(scene, next)) return false;
  // "Kerry and U.S. Secretary of Defense Carter": the second describes another name.
  const { last } = next.chunk;
  if (has(scene.tokens, from, Flag.Possessive) || (last < scene.tokens.count && isCapital(scene, last))) return false;
  for (let token = from; token < to; token++) if (!isComma(scene, token) && !LINKS.some((word) => isWord(scene, token, word))) return false;
  return true;
}
const LINKS = ['and', 'or', 'the'];

const isComma = (scene: Scene, token: number): boolean => sign(scene, token) === COMMA;

const isPeople = ({ knowledge }: Scene, { chunk }: Judged): boolean =>
  chunk.senses.some((sense) => isFirm(knowledge, sense) && USES[knowledge.names.use[sense]] === 'demonym');
