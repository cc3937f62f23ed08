import { Flag, has, type Rule } from '../../../../model/index.js';
import { Kind, entityText, isKind, levelOf, phraseAt, Pos, posOf, USES } from '../../../../knowledge/index.js';
import type { Chunk } from '../pieces/chunk.js';
import { gazetteerAt, isFirm, senseType } from '../gazetteer.js';
import { isCapital, isLowerWord, isWord, sign, written, type Scene } from '../scene.js';

/** Names of something else: no piece that one of these holds is a name of ours. */
export const OTHER_NAMES: readonly Rule<(scene: Scene, chunk: Chunk) => boolean>[] = [
  { id: 'none.language', reads: 'a people’s adjective that is its language here: “speaks Hausa”, “translated into Bengali”', find: isLanguage },
  { id: 'none.make', reads: 'one piece of what a company makes: “a Toyota stood”, “an old Nokia”', find: isMake },
  { id: 'none.code', reads: 'a letter with a number behind a common noun: “Gate B12”, “Vitamin B12”', find: isCode },
  {
    id: 'none.vessel',
    reads: 'a town that stands behind an article and does something is a vessel, a hotel or a club: “The Kursk sank”',
    find: isVessel,
  },
  { id: 'none.code-name', reads: 'what is code-named so: “the raid, code-named Niya”', find: isCodeName },
  {
    id: 'none.event',
    reads: 'a bare word that the article elsewhere writes behind the head of a storm, an operation or a vessel: “Freddy made landfall”',
    find: isEventName,
  },
  {
    id: 'none.event-tail',
    reads: 'an event, award, law or work by its last word: “Zamość Uprising”, “Algiers Accord”, “Davis Cup”; “Dorothy Day” is a person',
    find: endsAsEvent,
  },
];

/** "code-named Niya", "codenamed Niya" */
function isCodeName(scene: Scene, { first }: Chunk): boolean {
  const quote = '“"‘\''.includes(String.fromCharCode(sign(scene, first - 1) || 32)) ? first - 2 : first - 1;
  return isWord(scene, quote, 'codenamed') || (isWord(scene, quote, 'named') && sign(scene, quote - 1) === 45 && isWord(scene, quote - 2, 'code'));
}

function isEventName({ tokens, eventNames, knowledge }: Scene, { first, last, title, senses }: Chunk): boolean {
  if (eventNames.size === 0 || last - first !== 1 || title !== null || !eventNames.has(tokens.hash[first])) return false;
  return !senses.some((sense) => isFirm(knowledge, sense));
}

function endsAsEvent({ tokens, knowledge }: Scene, { first, last, shape, senses }: Chunk): boolean {
  const tail = last - 1;
  if (tail === first || shape === 'organisation' || !isKind(knowledge, tokens, tail, Kind.EventTail) || !has(tokens, tail, Flag.Capital))
    return false;
  if (senses.some((sense) => isFirm(knowledge, sense))) return false;
  return !(isKind(knowledge, tokens, first, Kind.GivenName) && isKind(knowledge, tokens, tail, Kind.Surname));
}

/** "speaks Hausa", "translated into Bengali", "the Urdu word": a people's adjective that is its language here. */
function isLanguage(scene: Scene, chunk: Chunk): boolean {
  if (!isDemonym(scene, chunk)) return false;
  const after = chunk.last < scene.tokens.count && sign(scene, chunk.last) === 45 ? chunk.last + 1 : chunk.last;
  if (languageWord(scene, after, 'after') !== null) return true;
  if (after !== chunk.last) return false;
  // "in Kurdish, Turkish and Arabic": the word before the list speaks for all of it.
  let from = chunk.first;
  for (let back = 0; back < LONGEST_LIST; back++) {
    const before = listedBefore(scene, from);
    if (before < 0) break;
    from = before;
  }
  const cue = languageWord(scene, from - 1, 'before');
  // "fighting in Rakhine": a land of that name is likelier than its language.
  return cue === 'sure' || (cue === 'perhaps' && !describes(scene, chunk.last) && !isLand(scene, chunk));
}

const LONGEST_LIST = 5;

/** First token of the people's adjective before "," or "and" before `token`; −1 when there is none. */
function listedBefore(scene: Scene, token: number): number {
  const link = token - 1;
  if (link < 1 || !(sign(scene, link) === 44 || isWord(scene, link, 'and') || isWord(scene, link, 'or'))) return -1;
  const at = sign(scene, link - 1) === 44 ? link - 2 : link - 1;
  return at >= 0 && isCapital(scene, at) && isDemonymAt(scene, at) ? at : -1;
}

/** Whether a noun that a people's adjective before `token` describes follows: "French soldiers", "French and Malian soldiers". */
function describes(scene: Scene, token: number): boolean {
  const { tokens, knowledge } = scene;
  let at = token;
  for (let go = 0; go < LONGEST_LIST && at + 1 < tokens.count; go++) {
    const link = sign(scene, at) === 44 || isWord(scene, at, 'and') || isWord(scene, at, 'or');
    if (!link || !isCapital(scene, at + 1) || !isDemonymAt(scene, at + 1)) break;
    at += 2;
  }
  if (at >= tokens.count) return false;
  if (isCapital(scene, at) && !has(tokens, at, Flag.SentenceStart)) return true;
  if (!isLowerWord(scene, at)) return false;
  if (levelOf(knowledge, tokens, at) === 0) return true;
  const pos = posOf(knowledge, tokens, at);
  return (pos & (Pos.Noun | Pos.Adjective)) !== 0 && (pos & (Pos.Adverb | Pos.Past)) === 0 && !isFunction(scene, at);
}

const isFunction = (scene: Scene, token: number): boolean =>
  phraseAt(scene.knowledge, scene.text, scene.tokens, token, token + 1, Kind.NotName)?.row.category === 'function-word';

/** Whether a word that speaks of a language ends before (`before`: at) or begins at `token`, and how surely. */
function languageWord(scene: Scene, token: number, position: 'before' | 'after'): 'sure' | 'perhaps' | null {
  if (token < 0 || token >= scene.tokens.count || !has(scene.tokens, token, Flag.Word)) return null;
  const { knowledge, text, tokens } = scene;
  if (position === 'before' && token > 0) {
    const two = phraseAt(knowledge, text, tokens, token - 1, token + 1, Kind.LanguageWord);
    if (two && two.last === token + 1 && two.row.position === position) return two.row.sure ? 'sure' : 'perhaps';
  }
  const word = phraseAt(knowledge, text, tokens, token, token + 1, Kind.LanguageWord);
  if (!word || word.row.position !== position) return null;
  return word.row.sure ? 'sure' : 'perhaps';
}

/** "Gate B12", "Vitamin B12": one letter with a number behind a common noun counts things of a kind. */
function isCode(scene: Scene, chunk: Chunk): boolean {
  const { tokens, knowledge } = scene;
  const code = chunk.last - 1;
  if (code === chunk.first || chunk.shape === 'organisation' || !/^[A-Z]\d+$/.test(written(scene, code, chunk.last))) return false;
  for (let token = chunk.first; token < code; token++) if (levelOf(knowledge, tokens, token) === 0) return false;
  return true;
}

const isDemonym = (scene: Scene, chunk: Chunk): boolean => chunk.last - chunk.first === 1 && hasDemonym(scene, chunk.senses);

function isDemonymAt(scene: Scene, token: number): boolean {
  const hit = gazetteerAt(scene, token, token + 1);
  return (hit !== null && hasDemonym(scene, hit.senses)) || isLanguageName(scene, token);
}

const isLanguageName = (scene: Scene, token: number): boolean =>
  phraseAt(scene.knowledge, scene.text, scene.tokens, token, token + 1, Kind.NotName)?.row.category === 'language';

const hasDemonym = (scene: Scene, senses: readonly number[]): boolean =>
  senses.some((sense) => isFirm(scene.knowledge, sense) && USES[scene.knowledge.names.use[sense]] === 'demonym');

/** Whether one of the readings is a place itself, not its people. */
const isLand = (scene: Scene, { senses }: Chunk): boolean =>
  senses.some(
    (sense) =>
      isFirm(scene.knowledge, sense) && senseType(scene.knowledge, sense) === 'place' && USES[scene.knowledge.names.use[sense]] !== 'demonym',
  );

const OWNERS = ['a', 'an', 'my', 'your', 'his', 'her', 'our', 'their'];

/** "a Toyota stood", "an old Nokia": one piece of what a company makes, unless the company describes what follows ("a Boeing engineer"). */
function isMake(scene: Scene, chunk: Chunk): boolean {
  const { knowledge } = scene;
  const firm = chunk.senses.filter((sense) => isFirm(knowledge, sense));
  if (firm.length === 0 || !firm.every((sense) => senseType(knowledge, sense) === 'group' && kindOf(scene, sense) === 'company')) return false;
  const owner = (token: number): boolean => OWNERS.some((word) => isWord(scene, token, word));
  const adjective = chunk.first > 0 && isLowerWord(scene, chunk.first - 1) && (posOf(knowledge, scene.tokens, chunk.first - 1) & Pos.Adjective) !== 0;
  if (!owner(chunk.first - 1) && !(adjective && owner(chunk.first - 2))) return false;
  if (chunk.last < scene.tokens.count && (has(scene.tokens, chunk.last, Flag.Possessive) || sign(scene, chunk.last) === 45)) return false;
  return !describes(scene, chunk.last);
}

const kindOf = (scene: Scene, sense: number): string => entityText(scene.knowledge.entities, scene.knowledge.names.entity[sense]).kind;

/** Places that are named without an article. */
const BARE_KINDS = new Set(['city', 'province', 'district']);

/** "The Kursk sank": a town that stands behind an article and does something is a vessel, a hotel or a club of that name. */
function isVessel(scene: Scene, chunk: Chunk): boolean {
  const { knowledge, tokens } = scene;
  if (chunk.senses.length === 0 || has(tokens, chunk.first, Flag.Upper) || !isWord(scene, chunk.first - 1, 'the')) return false;
  if (!chunk.senses.every((sense) => senseType(knowledge, sense) === 'place' && BARE_KINDS.has(kindOf(scene, sense)))) return false;
  const next = chunk.last;
  if (next >= tokens.count || !isLowerWord(scene, next) || isFunction(scene, next)) return false;
  const pos = posOf(knowledge, tokens, next);
  return (pos & (Pos.Past | Pos.Third)) !== 0 && (pos & (Pos.Noun | Pos.Adjective)) === 0;
}
