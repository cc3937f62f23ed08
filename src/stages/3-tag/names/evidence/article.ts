import { Kind, isKind, pairOf } from '../../../../knowledge/index.js';
import type { Chunk } from '../pieces/chunk.js';
import { surelyPresent } from '../conditions.js';
import { descriptionOf } from './descriptions.js';
import { isLowerWord, isWord, sign, type Scene } from '../scene.js';
import { V } from './templates.js';

/** What an article shows of a name somewhere; the position is the bit's number. */
const SIGHTS = [
  'titled',
  'part-of-person',
  'given-of-person',
  'part-of-group',
  'part-of-place',
  'said',
  'where',
  'the',
  'parenthesis',
  'is-organisation',
  'is-place-word',
  'is-role',
  'is-person-word',
  'is-common',
] as const;
type Sight = (typeof SIGHTS)[number];
const SIGHT_VALUES = SIGHTS.map((sight) => V[sight]);

/** How often each sight was seen of each name of an article. */
type ArticleSights = ReadonlyMap<number, Uint16Array>;

/** What an article as a whole says of the names in it. */
export interface Overview {
  readonly sights: ArticleSights;
  /** Entities that it names for sure. */
  readonly present: ReadonlySet<number>;
}

export const overview = (scene: Scene, chunks: readonly Chunk[]): Overview => ({
  sights: sightsOf(scene, chunks),
  present: surelyPresent(scene.knowledge, chunks),
});

/** Collects what all pieces of an article show: a name judged in one place is known by its other places. */
function sightsOf(scene: Scene, chunks: readonly Chunk[]): ArticleSights {
  const sights = new Map<number, Uint16Array>();
  for (const chunk of chunks)
    each(scene, chunk, (key, sight) => {
      let counts = sights.get(key);
      if (counts === undefined) sights.set(key, (counts = new Uint16Array(SIGHTS.length)));
      counts[sight]++;
    });
  return sights;
}

/** Calls `emit` with the value of every sight that other places of the article have of the chunk's words. */
export function sightsElsewhere(scene: Scene, { sights }: Overview, chunk: Chunk, emit: (value: number) => void): void {
  const key = keyOf(scene, chunk.first, chunk.last);
  const counts = sights.get(key);
  if (counts === undefined) return;
  const own = new Uint16Array(SIGHTS.length);
  each(scene, chunk, (other, sight) => {
    if (other === key) own[sight]++;
  });
  for (let sight = 0; sight < SIGHTS.length; sight++) if (counts[sight] > own[sight]) emit(SIGHT_VALUES[sight]);
}

/** Key of the words of a name: equal names of one article have equal keys. */
export const keyOf = (scene: Scene, first: number, last: number): number => {
  let key = scene.tokens.hash[first];
  for (let token = first + 1; token < last; token++) key = pairOf(key, scene.tokens.hash[token]);
  return key;
};

const number = Object.fromEntries(SIGHTS.map((sight, i) => [sight, i])) as Readonly<Record<Sight, number>>;

function each(scene: Scene, chunk: Chunk, see: (key: number, sight: number) => void): void {
  const { tokens, knowledge } = scene;
  const { first, last } = chunk;
  const key = keyOf(scene, first, last);
  if (chunk.title !== null) see(key, number.titled);
  const before = first - 1;
  if (before >= 0) {
    if (isWord(scene, before, 'the')) see(key, number.the);
    else if (isWord(scene, before, 'in') || isWord(scene, before, 'at') || isWord(scene, before, 'near')) see(key, number.where);
    else if (isLowerWord(scene, before) && isKind(knowledge, tokens, before, Kind.Reporting)) see(key, number.said);
    else if (sign(scene, before) === 40) see(key, number.parenthesis);
  }
  if (last < tokens.count && isLowerWord(scene, last) && isKind(knowledge, tokens, last, Kind.Reporting)) see(key, number.said);
  const { first: from, last: limit } = scene.sentences[chunk.sentence];
  const described = descriptionOf(scene, first, last, from, limit);
  if (described !== null) see(key, number[`is-${described}`]);
  if (last - first < 2) return;
  if (chunk.shape === 'organisation') see(tokens.hash[first], number['part-of-group']);
  else if (chunk.shape === 'place') see(keyOf(scene, first, last - 1), number['part-of-place']);
  else if (chunk.title !== null || isKind(knowledge, tokens, first, Kind.GivenName)) {
    see(tokens.hash[last - 1], number['part-of-person']);
    see(tokens.hash[first], number['given-of-person']);
  }
}
