import { Flag, has } from '../../../../model/index.js';
import { isKind, Kind, phraseAt } from '../../../../knowledge/index.js';
import type { Chunk } from '../pieces/chunk.js';
import { isLowerWord, isWord, written, type Scene } from '../scene.js';

/** Words that a calling has before it: "the rock band X", "a small newspaper called X". */
const ARTICLES = ['the', 'a', 'an', 'another', 'its', 'his', 'her', 'their', 'local'];
const REACH = 4;

/**
 * "The band Black Lanterns", "the newspaper El Roble": the noun for a body of people that stands directly before a name which no row knows,
 * behind its own article; null when none does.
 */
export function callingOf(scene: Scene, { first, shape, senses, title, sentence }: Chunk): string | null {
  if (shape !== 'open' || senses.length > 0 || title !== null) return null;
  const { tokens, knowledge, text } = scene;
  const from = scene.sentences[sentence].first;
  const noun = isWord(scene, first - 1, 'called') || isWord(scene, first - 1, 'named') ? first - 2 : first - 1;
  if (noun <= from || !isLowerWord(scene, noun) || !has(tokens, first, Flag.SpaceBefore)) return null;
  const role = phraseAt(knowledge, text, tokens, noun, noun + 1, Kind.Role);
  if (role?.row.gives !== 'group') return null;
  for (let at = noun - 1; at >= Math.max(from, noun - REACH); at--) {
    if (ARTICLES.some((word) => isWord(scene, at, word))) return written(scene, noun, noun + 1);
    if (!has(tokens, at, Flag.Word)) return null;
  }
  return null;
}

/** "National Dairy Authority (NDA)": a full name that is introduced with its acronym and ends with the word for a body of people. */
export const isIntroducedBody = ({ because, kind }: Chunk): boolean => because === 'rule group.introduced' && kind !== null;

const ARMED: ReadonlySet<string> = new Set(['armed_group', 'military', 'criminal_organisation']);

/** "the Carolina Ramírez front": the full name of a person, which takes no article by itself, before the word for a body under arms; that word, or null. */
export function unitOf(scene: Scene, { first, last, shape, title, sentence }: Chunk): string | null {
  const { tokens, knowledge, text } = scene;
  const { first: from, last: limit } = scene.sentences[sentence];
  if (shape !== 'open' || title !== null || last - first < 2 || first <= from || last >= limit) return null;
  if ((tokens.flags[last] & (Flag.Word | Flag.Capital | Flag.SpaceBefore)) !== (Flag.Word | Flag.SpaceBefore)) return null;
  if (!isKind(knowledge, tokens, first, Kind.GivenName)) return null;
  const word = phraseAt(knowledge, text, tokens, last, last + 1, Kind.Organisation);
  if (word === null || word.row.position === 'head' || !ARMED.has(word.row.kind)) return null;
  return ARTICLES.some((article) => isWord(scene, first - 1, article)) ? written(scene, last, last + 1) : null;
}
