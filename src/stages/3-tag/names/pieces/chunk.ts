import { Flag, has, type Sentence } from '../../../../model/index.js';
import { isKind, Kind, phraseAt } from '../../../../knowledge/index.js';
import { type GazetteerHit, isCode } from '../gazetteer.js';
import { isWord, sign, type Scene } from '../scene.js';

/** What a piece of a run is by its own words; `open` pieces are judged by their context. */
export type ChunkShape = 'gazetteer' | 'organisation' | 'place' | 'open';

/** A title or role, as written before a name, with its kind ("honorific", "military", …). */
export interface Title {
  readonly words: string;
  readonly kind: string;
  /** Whether its word means nothing else: "Mr", but not "Master". */
  readonly sure: boolean;
}

/** A piece of text that may be one name. */
export interface Chunk {
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  readonly shape: ChunkShape;
  readonly senses: readonly number[];
  readonly kind: string | null;
  /** Title or role written directly before it. */
  readonly title: string | null;
  /** The title's kind ("honorific", "military", …), '' without one. */
  readonly titleKind: string;
  /** Whether the title’s word means nothing else. */
  readonly titleSure: boolean;
  readonly because: string;
}

/** What is known of a piece beside its words. */
export interface ChunkTraits {
  readonly shape: ChunkShape;
  readonly because: string;
  readonly senses?: readonly number[];
  readonly kind?: string | null;
  readonly title?: Title | null;
}

/** The piece `[first, last)`, without the article before a name and the stop behind one. */
export function chunkOf(scene: Scene, sentence: Sentence, first: number, last: number, traits: ChunkTraits): Chunk {
  const { shape, because, senses = NO_SENSES, kind = null, title = null } = traits;
  let end = last;
  let start = first;
  // "the Gulf", "The Hague": no article in a span.
  if (isWord(scene, first, 'the') && last > first + 1) start++;
  // A tail such as "Inc." may have swallowed the stop that ends the sentence: names end with a word.
  while (end > start + 1 && has(scene.tokens, end - 1, Flag.Punctuation) && !closes(scene, start, end - 1) && !isOwn(scene, traits, end - 1)) end--;
  // "Emmett Dale Jr.": here the stop is the abbreviation's own.
  // The code of a state takes its dot along likewise: "Ocala, Fla.".
  const code = !has(scene.tokens, end - 1, Flag.Upper) && senses.some((sense) => isCode(scene.knowledge, sense));
  if ((code || isJunior(scene, end - 1)) && end < scene.tokens.count && scene.text[scene.tokens.start[end]] === '.') end++;
  else if (shape !== 'open' && end - start > 1 && isAbbreviated(scene, end, sentence.last)) end++;
  const [words, titleKind, titleSure] = title === null ? [null, '', false] : [title.words, title.kind, title.sure];
  return { first: start, last: end, sentence: sentence.index, shape, senses, kind, title: words, titleKind, titleSure, because };
}

/** "Moody’s": a possessive ending that the row of a name has itself. */
const isOwn = ({ tokens }: Scene, { shape }: ChunkTraits, token: number): boolean => shape === 'gazetteer' && has(tokens, token, Flag.Possessive);

const isJunior = ({ knowledge, text, tokens }: Scene, token: number): boolean =>
  phraseAt(knowledge, text, tokens, token, token + 1, Kind.Generation)?.row.dotted ?? false;

/** "Vallory Corp. said": the stop of an abbreviation, where no sentence ends with it. */
const isAbbreviated = ({ knowledge, text, tokens }: Scene, stop: number, limit: number): boolean =>
  stop + 1 < limit &&
  text[tokens.start[stop]] === '.' &&
  !has(tokens, stop, Flag.SpaceBefore) &&
  !has(tokens, stop - 1, Flag.Upper) &&
  isKind(knowledge, tokens, stop - 1, Kind.Abbreviation);

/** "JD(U)": a bracket that was opened inside belongs to the name. */
function closes(scene: Scene, first: number, token: number): boolean {
  if (sign(scene, token) !== CLOSE) return false;
  for (let at = first; at < token; at++) if (sign(scene, at) === OPEN) return true;
  return false;
}
const OPEN = 40;
const CLOSE = 41;

const NO_SENSES: readonly number[] = [];

/** The piece that a gazetteer name makes. */
export const listedChunk = (scene: Scene, sentence: Sentence, token: number, hit: GazetteerHit, title: Title | null = null): Chunk =>
  chunkOf(scene, sentence, token, hit.last, { shape: 'gazetteer', senses: hit.senses, title, because: '' });
