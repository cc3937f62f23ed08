import type { Figure } from '../../../model/index.js';
import { isKind, phraseAt, Pos, posOf } from '../../../knowledge/index.js';
import type { Happening } from './events.js';
import {
  ADVERB,
  AND,
  ARTICLE,
  AUXILIARY,
  BY,
  isComma,
  isPlainVerb,
  isQuote,
  isWall,
  isWord,
  LOCATIVE,
  OF,
  PREPOSITION,
  PRONOUN_GROUP,
  PRONOUN_PERSON,
  RELATIVE,
  TO,
  skipBack,
} from './grammar.js';
import { isIn, mentionEnd, mentionOf, mentionStart, signAt, wordsBetween, wordsOf, type Scene, type Stretch } from './scene.js';

/** Who does something: the entity where one is named, and its name or the words of the text. */
export interface Party {
  readonly id: string | null;
  readonly name: string;
}

const MAKER = wordsOf(
  'fighters militants gunmen forces troops soldiers police officers rebels insurgents members men authorities government army navy militia militias guards coast patrol agents commandos security jihadists extremists terrorists activists bandits gang gangs attackers pirates smugglers traffickers separatists officials prosecutors ministry rangers paramilitaries assailants raiders kidnappers cartel junta',
);

/** Who did it: the subject of an active verb, the "by" of a passive one; null when the words name nobody. */
export function actorOf(scene: Scene, happening: Happening, figure: Figure, sentence: Stretch): Party | null {
  if (happening.shape === 'active') return subjectBefore(scene, happening.first, sentence, figure);
  if (happening.shape === 'passive') return agentBehind(scene, happening, sentence);
  return null;
}

/** "… were killed by militants of X" within a few words of the participle. */
function agentBehind(scene: Scene, happening: Happening, sentence: Stretch): Party | null {
  const limit = Math.min(sentence.last, happening.last + 12);
  for (let token = happening.last; token < limit; token++) {
    if (isWall(scene, token)) return null;
    if (isIn(scene, token, BY) && scene.dateAt[token + 1] < 0 && scene.figureAt[token + 1] < 0)
      return partyBehind(scene, token + 1, Math.min(limit + 6, sentence.last));
  }
  return null;
}

/** The party named in the noun phrase that begins at `token`: its first group, person or country, else its words up to a maker. */
function partyBehind(scene: Scene, token: number, limit: number): Party | null {
  for (let at = token; at < limit; at++) {
    if (isWall(scene, at) || (isComma(scene, at) && at > token)) return null;
    const mention = mentionOf(scene, at);
    if (mention && (mention.type !== 'place' || (mention.use !== 'demonym' && at === token))) return { id: mention.entity_id, name: mention.name };
    if (isMaker(scene, at) && !mentionOf(scene, at + 1)) return { id: null, name: wordsBetween(scene, phraseStart(scene, at, token), at + 1) };
    if (isIn(scene, at, LOCATIVE) || isPlainVerb(scene, at)) return null;
  }
  return null;
}

const isMaker = (scene: Scene, token: number): boolean => isIn(scene, token, MAKER);

/** First word of the noun phrase whose head is `head`: adjectives and nouns before it, no article. */
function phraseStart(scene: Scene, head: number, limit: number): number {
  let first = head;
  while (
    first - 1 >= limit &&
    first > head - 4 &&
    isWord(scene, first - 1) &&
    scene.figureAt[first - 1] < 0 &&
    !isIn(scene, first - 1, ARTICLE) &&
    !isIn(scene, first - 1, PREPOSITION) &&
    (posOf(scene.knowledge, scene.tokens, first - 1) & (Pos.Noun | Pos.Adjective)) !== 0 &&
    !isIn(scene, first - 1, AND) &&
    !isIn(scene, first - 1, ADVERB)
  )
    first--;
  return first;
}

/**
 * The subject of the verb at `verb`: the noun phrase before it, across relatives ("X, which killed") and participles
 * ("X attacked the post, killing"). A place in a locative phrase is no subject; a country or a capital as subject is one.
 */
export function subjectBefore(scene: Scene, verb: number, sentence: Stretch, figure: Figure | null): Party | null {
  const limit = Math.max(sentence.first, verb - 45);
  let at = skipBack(scene, verb - 1, limit);
  let maker: Party | null = null;
  for (; at >= limit; at--) {
    if (isQuote(scene, at) || signAt(scene, at) === ';' || signAt(scene, at) === ':') break;
    if (isIn(scene, at, SUBJECT_WALL) && at < verb - 1) break;
    const mention = mentionOf(scene, at);
    if (mention) {
      const first = mentionStart(scene, at);
      const governed = governor(scene, first, limit);
      const locative = isIn(scene, governed, LOCATIVE) || isIn(scene, governed, BY);
      if (mention.use !== 'demonym' && !locative && (mention.type !== 'place' || !isIn(scene, governed, PREPOSITION))) {
        if (!isBehindVerb(scene, first, limit) && !maker) return { id: mention.entity_id, name: mention.name };
        if (maker && mentionEnd(scene, first) + 2 >= at) return { id: mention.entity_id, name: mention.name };
      }
      at = first;
      continue;
    }
    if (scene.figureAt[at] >= 0 && figure && scene.document.figures[scene.figureAt[at]] !== figure) continue;
    if (!maker && isMaker(scene, at)) {
      const start = phraseStart(scene, at, limit);
      const inside = mentionOf(scene, at - 1) ?? mentionOf(scene, start - 1);
      if (inside && inside.type !== 'place') return { id: inside.entity_id, name: inside.name };
      const behind =
        scene.mentionAt[at + 2] >= 0 && isIn(scene, at + 1, PREPOSITION) && !isIn(scene, at + 1, LOCATIVE) ? mentionOf(scene, at + 2) : null;
      if (behind && behind.type === 'group') return { id: behind.entity_id, name: behind.name };
      if (!isIn(scene, governor(scene, start, limit), PREPOSITION)) maker = { id: null, name: wordsBetween(scene, start, at + 1) };
      if (maker) return maker;
    }
    if (isIn(scene, at, PRONOUN_PERSON)) return namedBefore(scene, at, sentence, 'person');
    if (isIn(scene, at, PRONOUN_GROUP)) return namedBefore(scene, at, sentence, 'group');
  }
  return maker;
}

/** "it", "he": the group or person named last before it in the sentence; the speaker of a claim is asked elsewhere. */
function namedBefore(scene: Scene, token: number, sentence: Stretch, type: 'person' | 'group'): Party | null {
  for (let at = token - 1; at >= sentence.first; at--) {
    const mention = mentionOf(scene, at);
    if (mention && mention.type === type) return { id: mention.entity_id, name: mention.name };
  }
  return { id: null, name: `?${type}` };
}

const SUBJECT_WALL = wordsOf('if unless because although though while whereas when after before that said says');

/** The word that governs a noun phrase beginning at `first`: the one before its articles and adjectives. */
function governor(scene: Scene, first: number, limit: number): number {
  let at = first - 1;
  while (
    at >= limit &&
    isWord(scene, at) &&
    scene.mentionAt[at] < 0 &&
    (isIn(scene, at, ARTICLE) ||
      isKind(scene.knowledge, scene.tokens, at, 'title') ||
      isKind(scene.knowledge, scene.tokens, at, 'role') ||
      (posOf(scene.knowledge, scene.tokens, at) & (Pos.Adjective | Pos.Noun | Pos.Verb)) === Pos.Adjective)
  )
    at--;
  return at;
}

/** Whether the phrase at `first` is the object of a verb before it: "attacked X, killing". */
const isBehindVerb = (scene: Scene, first: number, limit: number): boolean => {
  const at = governor(scene, first, limit);
  return (
    at >= limit &&
    (isPlainVerb(scene, at) ||
      (phraseAt(scene.knowledge, scene.text, scene.tokens, at, scene.tokens.count, 'event')?.row.form.includes('past') ?? false)) &&
    !isIn(scene, at, AUXILIARY)
  );
};

/** To whom: "paid carriers $18", "gave $5 to a boy". Only for what is handed over. */
export function targetOf(scene: Scene, happening: Happening, figure: Figure, sentence: Stretch): Party | null {
  if (happening.event !== 'paid') return null;
  if (happening.shape === 'active' && happening.last < figure.first) {
    const between = mentionOf(scene, happening.last);
    if (between) return { id: between.entity_id, name: between.name };
    let end = happening.last;
    while (end < figure.first && isWord(scene, end) && !isIn(scene, end, PREPOSITION) && scene.figureAt[end] < 0) end++;
    if (end === figure.first && end > happening.last)
      return { id: null, name: wordsBetween(scene, isIn(scene, happening.last, ARTICLE) ? happening.last + 1 : happening.last, end) };
  }
  let token = figure.last;
  for (let steps = 0; token < sentence.last && steps < 3; token++, steps++) {
    if (!isIn(scene, token, TO)) continue;
    let end = token + 1;
    while (
      end < sentence.last &&
      end < token + 7 &&
      isWord(scene, end) &&
      !isIn(scene, end, LOCATIVE) &&
      !isIn(scene, end, OF) &&
      !isIn(scene, end, RELATIVE)
    ) {
      const mention = mentionOf(scene, end);
      if (mention && mention.use !== 'demonym') return { id: mention.entity_id, name: mention.name };
      end++;
    }
    const start = isIn(scene, token + 1, ARTICLE) ? token + 2 : token + 1;
    return end > start ? { id: null, name: wordsBetween(scene, start, end) } : null;
  }
  return null;
}
