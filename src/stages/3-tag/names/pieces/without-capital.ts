import { Flag, has, type Sentence, type Rule } from '../../../../model/index.js';
import { Begins } from '../../../../knowledge/index.js';
import { gazetteerAt, isFirm, lowerPlaceAt } from '../gazetteer.js';
import { isCapital, isWord, type Scene } from '../scene.js';
import { type Chunk, chunkOf, listedChunk } from './chunk.js';
import { organisationAt } from './organisations.js';
import { runAt } from './runs.js';

/** The name that begins at `token` although no capital stands there; `begins` says what rows begin with its word. */
type WithoutCapital = (scene: Scene, sentence: Sentence, token: number, begins: number) => Chunk | null;

/** Names that begin without a capital are few. */
export const WITHOUT_CAPITAL: readonly Rule<WithoutCapital>[] = [
  {
    id: 'lower.unit',
    reads: 'a military unit whose name begins with its number: “444 Brigade”, “33rd Light Infantry Division”',
    find: (scene, sentence, token) => (has(scene.tokens, token, Flag.Number) ? numberedUnit(scene, sentence, token) : null),
  },
  {
    id: 'lower.listed',
    reads: 'a row that does not ask for a capital: “al-Shabaab militants”',
    find: (scene, sentence, token, begins) => {
      const hit = (begins & Begins.LowerName) !== 0 ? gazetteerAt(scene, token, sentence.last) : null;
      return hit?.senses.some((sense) => isFirm(scene.knowledge, sense)) ? listedChunk(scene, sentence, token, hit) : null;
    },
  },
  {
    id: 'lower.known-place',
    reads:
      'a well-known place behind a preposition, as untidy text writes it: “a hotel in san francisco”; a country or great town anywhere: “i love vietnam”',
    find: (scene, sentence, token, begins) => {
      // "biomed.taiwan": a part of an address.
      if ((begins & Begins.RareName) === 0 || !has(scene.tokens, token, Flag.SpaceBefore)) return null;
      const known = lowerPlaceAt(scene, token, sentence.last, !PREPOSITIONS.some((word) => isWord(scene, token - 1, word)));
      return known === null ? null : listedChunk(scene, sentence, token, known);
    },
  },
];

const PREPOSITIONS = ['in', 'to', 'from', 'at', 'near', 'around', 'of'];

function numberedUnit(scene: Scene, sentence: Sentence, token: number): Chunk | null {
  const { tokens, knowledge } = scene;
  const hit = gazetteerAt(scene, token, sentence.last);
  if (hit && hit.words > 1 && hit.senses.some((sense) => isFirm(knowledge, sense))) return listedChunk(scene, sentence, token, hit);
  // The ending of an ordinal is a token of its own.
  const next = token + 1 < sentence.last && !has(tokens, token + 1, Flag.SpaceBefore) && has(tokens, token + 1, Flag.Word) ? token + 2 : token + 1;
  if (next >= sentence.last || !isCapital(scene, next)) return null;
  const run = runAt(scene, next, sentence.last);
  const tail = run && organisationAt(scene, token, { first: next - 1, last: run.last }, sentence.last);
  if (!tail || !UNIT_KINDS.has(tail.kind)) return null;
  return chunkOf(scene, sentence, token, tail.last, { shape: 'organisation', kind: tail.kind, because: tail.because });
}
const UNIT_KINDS = new Set(['military', 'military_unit', 'armed_group', 'militia']);
