import { Flag, type Sentence } from '../../../../model/index.js';
import { Begins, isKind, Kind } from '../../../../knowledge/index.js';
import { gazetteerAt } from '../gazetteer.js';
import { isCapital, type Scene } from '../scene.js';
import { type Chunk, chunkOf, listedChunk, type Title } from './chunk.js';
import { CUTS } from './cuts.js';
import { INTRODUCTIONS, type Introduction } from './introductions.js';
import { WITHOUT_CAPITAL } from './without-capital.js';
import { organisationAt } from './organisations.js';
import { runAt, type Run } from './runs.js';

/** Cuts a sentence into the pieces that may be names, which it adds to `chunks` in order, not overlapping. */
export function cutSentence(scene: Scene, sentence: Sentence, chunks: Chunk[]): void {
  const { tokens } = scene;
  const introductions = introductionsOf(scene, sentence);
  let next = 0;
  let token = sentence.first;
  while (token < sentence.last) {
    const flags = tokens.flags[token];
    while (next < introductions.length && introductions[next].first < token) next++;
    const introduced = introductions[next];
    if (introduced?.first === token) {
      chunks.push(introducedChunk(scene, sentence, introduced));
      token = introduced.last;
      continue;
    }
    if ((flags & (Flag.Word | Flag.Number)) === 0 || (flags & Flag.Masked) !== 0) {
      token++;
      continue;
    }
    const begins = isCapital(scene, token) ? Begins.Particle : (flags & Flag.Word) !== 0 ? begin(scene, token) : 0;
    const run = (begins & Begins.Particle) !== 0 ? runAt(scene, token, sentence.last) : null;
    if (run !== null) {
      // Nothing before a name that the text introduces reaches into it.
      const stop = introduced !== undefined && introduced.first < run.last ? introduced.first : 0;
      token =
        stop > 0 ? cutRun(scene, sentence, { first: run.first, last: stop }, stop, chunks) : cutRun(scene, sentence, run, sentence.last, chunks);
      continue;
    }
    const lower = begins === 0 && (flags & Flag.Number) === 0 ? null : withoutCapital(scene, sentence, token, begins);
    if (lower !== null) chunks.push(lower);
    token = lower === null ? token + 1 : lower.last;
  }
}

function introductionsOf(scene: Scene, sentence: Sentence): readonly Introduction[] {
  let found: readonly Introduction[] = NONE;
  for (const { find } of INTRODUCTIONS) {
    const more = find(scene, sentence);
    if (more.length > 0) found = [...found, ...more];
  }
  return found;
}
const NONE: readonly Introduction[] = [];

function begin({ tokens, knowledge }: Scene, token: number): number {
  const id = tokens.id[token];
  return id < 0 ? 0 : knowledge.words.begins[id];
}

function withoutCapital(scene: Scene, sentence: Sentence, token: number, begins: number): Chunk | null {
  for (const { find } of WITHOUT_CAPITAL) {
    const chunk = find(scene, sentence, token, begins);
    if (chunk !== null) return chunk;
  }
  return null;
}

/** "Sexual Health Network (SHN)": one name, whatever its words are by themselves. */
function introducedChunk(scene: Scene, sentence: Sentence, { first, last }: Introduction): Chunk {
  const hit = gazetteerAt(scene, first, last);
  if (hit?.last === last) return listedChunk(scene, sentence, first, hit);
  const kind = organisationAt(scene, first, { first, last }, last)?.kind ?? null;
  return chunkOf(scene, sentence, first, last, { shape: 'organisation', kind, because: 'rule group.introduced' });
}

/** Cuts one run into `chunks`, with the first rule that knows how at each place; returns the token to go on from. */
function cutRun(scene: Scene, sentence: Sentence, run: Run, limit: number, chunks: Chunk[]): number {
  let title: Title | null = null;
  let token = run.first;
  while (token < run.last) {
    if (token !== run.first && !isCapital(scene, token) && !isKind(scene.knowledge, scene.tokens, token, Kind.Particle)) {
      token++;
      continue;
    }
    const place = { sentence, token, end: run.last, limit, title, hit: gazetteerAt(scene, token, limit) };
    let next = token + 1;
    for (const { find } of CUTS) {
      const cut = find(scene, place);
      if (cut === null) continue;
      if (cut.chunk !== undefined) chunks.push(cut.chunk);
      // A title waits for the name behind it, over words that are skipped.
      title = cut.title ?? (cut.chunk === undefined ? title : null);
      next = cut.next;
      break;
    }
    token = next;
  }
  return token;
}
