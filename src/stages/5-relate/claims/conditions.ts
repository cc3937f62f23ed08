import { FROM, MODAL, isComma, isIn, isPlainNoun, isQuote, isWord, signAt, type Stretch, wordsOf } from '../../../grammar/index.js';
import type { Figure } from '../../../model/index.js';
import { Kind, phraseAt, type LexiconHit } from '../../../knowledge/index.js';
import { wordsBetween, type Scene } from './scene.js';

/** A condition of a sentence: its words and the tokens it takes. */
export interface Condition extends Stretch {
  readonly text: string;
  readonly role: 'opens' | 'phrase' | 'counting';
}

/** Whether the sentence tells of what may, would or could be. */
function holdsModal(scene: Scene, { first, last }: Stretch): boolean {
  for (let token = first; token < last; token++) if (isIn(scene, token, MODAL)) return true;
  return false;
}
const WITHOUT = wordsOf('without');

const OTHERWISE = wordsOf('otherwise');

/** Whether the token begins the sentence, or a part of it behind a comma, a semicolon, "or" or "and". */
const isOpening = (scene: Scene, token: number, sentence: Stretch): boolean =>
  token === sentence.first ||
  isComma(scene, token - 1) ||
  signAt(scene, token - 1) === ';' ||
  isIn(scene, token - 1, AND) ||
  isQuote(scene, token - 1);

const EMPTY = wordsOf('at any not so possible necessary needed ever');
const WHETHER = wordsOf('ask asked asks wonder wondered know knows see as even');

/** The conditions of a sentence: "if relatives are included", "unless the gate opens", "excluding the police". */
export function conditionsOf(scene: Scene, sentence: Stretch): readonly Condition[] {
  const found: Condition[] = [];
  for (let token = sentence.first; token < sentence.last; token++) {
    // "should the long rains also disappoint": an inverted condition.
    if (
      isIn(scene, token, SHOULD) &&
      isIn(scene, token + 1, ARTICLES) &&
      (token === sentence.first || isComma(scene, token - 1) || scene.dateAt[token - 1] >= 0)
    ) {
      let last = token + 1;
      while (last < sentence.last && !isComma(scene, last) && !isQuote(scene, last) && signAt(scene, last) !== '.' && signAt(scene, last) !== ';')
        last++;
      found.push({ first: token, last, text: wordsBetween(scene, token, last), role: 'opens' });
      token = last - 1;
      continue;
    }
    // "otherwise one meal in three would go"
    if (isIn(scene, token, OTHERWISE) && isOpening(scene, token, sentence) && holdsModal(scene, { first: token, last: sentence.last })) {
      found.push({ first: token, last: token + 1, text: wordsBetween(scene, token, token + 1), role: 'opens' });
      continue;
    }
    const hit =
      isWord(scene, token) && scene.mentionAt[token] < 0
        ? phraseAt(scene.knowledge, scene.text, scene.tokens, token, sentence.last, Kind.Condition)
        : null;
    if (!hit || hit.row.role === 'counting') continue;
    const one = conditionAt(scene, token, hit, sentence);
    if (!one) continue;
    found.push(one);
    token = one.last - 1;
  }
  return found;
}

function conditionAt(scene: Scene, token: number, hit: LexiconHit<Kind.Condition>, sentence: Stretch): Condition | null {
  if (hit.row.role === 'opens' && (isIn(scene, token - 1, WHETHER) || isIn(scene, hit.last, EMPTY))) return null;
  // "without explanation": only of what would be so does it set a condition.
  if (isIn(scene, token, WITHOUT) && !holdsModal(scene, sentence)) return null;
  const opens = token === sentence.first || isQuote(scene, token - 1) || isComma(scene, token - 1);
  let last = hit.last;
  let counting = false;
  for (; last < sentence.last; last++) {
    if (hit.row.role === 'phrase' && last > hit.last && (scene.figureAt[last] >= 0 || (isIn(scene, last, ARTICLES) && isPlainNoun(scene, last - 1))))
      break;
    // "If the clouds lift we can move ten more"
    if (last > hit.last + 1 && isIn(scene, last, SUBJECT) && isIn(scene, last + 1, MAIN)) break;
    if (isQuote(scene, last) || signAt(scene, last) === ';' || signAt(scene, last) === '—') break;
    if (isComma(scene, last) && !isListComma(scene, last, sentence)) break;
    if (signAt(scene, last) === '.' && last === sentence.last - 1) break;
    if (isWord(scene, last) && phraseAt(scene.knowledge, scene.text, scene.tokens, last, sentence.last, Kind.Condition)?.row.role === 'counting') {
      counting = true;
    }
  }
  if (hit.row.role === 'opens-counting' && !counting) return null;
  if (hit.row.role === 'phrase' && !opens && last - hit.last > LONGEST_PHRASE) last = hit.last + LONGEST_PHRASE;
  return { first: token, last, text: wordsBetween(scene, token, last), role: counting ? 'counting' : hit.row.role === 'phrase' ? 'phrase' : 'opens' };
}

/** Longest condition without a verb of its own, in tokens. */
const LONGEST_PHRASE = 8;

/** "if relatives, friends and sympathizers are included": a comma between items does not end the condition. */
const isListComma = (scene: Scene, token: number, sentence: Stretch): boolean => {
  for (let at = token + 1; at < Math.min(sentence.last, token + 5); at++) {
    if (isComma(scene, at)) return false;
    if (isIn(scene, at, AND)) return at > token + 1;
  }
  return false;
};
const AND = wordsOf('and or');
const SHOULD = wordsOf('should');
const SUBJECT = wordsOf('i we they he she it you');
const MAIN = wordsOf('will would can could shall may might must');
const ARTICLES = wordsOf('a an the');

/**
 * The condition on which a figure holds. A condition that opens the sentence governs what follows it, one that ends it what stands
 * before it, up to the next figure where the condition is about counting ("around 400 … and up to 2,000 if …").
 */
export function conditionFor(scene: Scene, conditions: readonly Condition[], figure: Figure, figures: readonly Figure[]): Condition | null {
  for (const one of conditions) {
    if (one.first <= figure.first && figure.first < one.last) continue;
    if (semicolonBetween(scene, Math.min(one.last, figure.last), Math.max(one.first, figure.first))) continue;
    // "If those are left out, the share climbs from 4% to 7%": the level before was counted otherwise.
    if (one.role === 'counting' && isIn(scene, figure.first - 1, FROM)) continue;
    if (one.last <= figure.first) return one;
    // "8 billion francs ($12 million) if …": a sum in brackets parts nothing.
    const later = figures.some((other) => other.first >= figure.last && other.last <= one.first && signAt(scene, other.first - 1) !== '(');
    if (one.first >= figure.last && !later && one.role !== 'phrase') return one;
    if (one.first >= figure.last && one.role === 'phrase' && one.first - figure.last <= 2) return one;
  }
  return null;
}

const semicolonBetween = (scene: Scene, first: number, last: number): boolean => {
  for (let token = first; token < last; token++) if (signAt(scene, token) === ';') return true;
  return false;
};
