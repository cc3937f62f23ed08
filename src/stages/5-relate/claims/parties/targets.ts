import { ARTICLE, BY, TO, clauseAt, isComma, isIn, isWall, isWord, phraseAtToken, type Stretch, wordsOf } from '../../../../grammar/index.js';
import type { Clauses, Figure } from '../../../../model/index.js';
import type { Happening } from '../events/words.js';
import { partyOf, subjectParty, type Party } from './parties.js';
import { wordsBetween, type Scene } from '../scene.js';
import type { Voice } from '../speakers/memory.js';

const HANDED: ReadonlySet<string> = new Set(['paid', 'delivered', 'fined']);
const AGAINST = wordsOf('against on at of');
const FOR = wordsOf('to');

/** Whom the event is done to, when that is not the counted; null when the words name nobody. */
export function targetOf(
  scene: Scene,
  clauses: Clauses,
  happening: Happening,
  figure: Figure,
  sentence: Stretch & { readonly index: number },
  voice: Voice | null,
): Party | null {
  // "The mission received $90m", "the ELN lost a dozen fighters": the subject is the one it befalls.
  if (happening.shape === 'received') return subjectParty(scene, clauseAt(clauses, happening.last), voice);
  if (HANDED.has(happening.event)) return receiverOf(scene, happening, figure, sentence, voice);
  // "ships have been attacked 75 times"
  if (happening.shape === 'passive' && figure.unit === 'time') return subjectParty(scene, clauseAt(clauses, happening.last), voice);
  if (happening.shape === 'noun' && !happening.person && happening.first >= figure.numberLast)
    return victimOf(scene, happening.last, sentence, voice);
  return null;
}

/** To whom: "paid carriers $18", "gave $5 to a boy". */
function receiverOf(
  scene: Scene,
  happening: Happening,
  figure: Figure,
  sentence: Stretch & { readonly index: number },
  voice: Voice | null,
): Party | null {
  if (happening.shape === 'active' && happening.last < figure.first) {
    const between = phraseAtToken(scene, happening.last, figure.first);
    if (between && between.last === figure.first) return partyOf(scene, between, voice);
    if (between && figure.first - between.last < 6 && between.last < figure.first && !isComma(scene, between.last))
      return { id: null, name: wordsBetween(scene, isIn(scene, between.first, ARTICLE) ? between.first + 1 : between.first, figure.first) };
  }
  for (let token = figure.last; token < Math.min(sentence.last, figure.last + 4); token++) {
    if (isWall(scene, token) || isComma(scene, token)) return null;
    if (!isIn(scene, token, TO)) continue;
    const phrase = phraseAtToken(scene, token + 1, sentence.last);
    return phrase && isWord(scene, phrase.head) ? partyOf(scene, phrase, voice) : null;
  }
  return null;
}

/** "nine killings of former members", "12 attacks on villages", "137 operations against Daesh". */
function victimOf(scene: Scene, token: number, sentence: Stretch & { readonly index: number }, voice: Voice | null): Party | null {
  // "five attacks by the rebels on army posts"
  if (isIn(scene, token, BY)) token = phraseAtToken(scene, token + 1, sentence.last)?.tied ?? token;
  if (!isIn(scene, token, AGAINST) || isIn(scene, token, FOR)) return null;
  const phrase = phraseAtToken(scene, token + 1, sentence.last);
  if (!phrase || scene.figureAt[phrase.head] >= 0 || scene.dateAt[token + 1] >= 0) return null;
  const party = partyOf(scene, phrase, voice);
  return party?.id?.startsWith('place:') ? null : party;
}
