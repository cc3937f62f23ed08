import { ANSWERS, weightKey, weightRow, type Weights } from '../../../../knowledge/index.js';
import { hashOf } from '../../../../text/index.js';
import type { Overview } from './article.js';
import type { Chunk } from '../pieces/chunk.js';
import { features } from './features.js';
import { TEMPLATES } from './templates.js';
import type { Scene } from '../scene.js';

const TEMPLATE_KEYS = TEMPLATES.map(hashOf);

/** Log-odds of the four answers for one piece of text, and the rows of evidence that made them. */
export interface Judgement {
  readonly scores: Float64Array;
  readonly evidence: readonly number[];
}

/** Weighs all that can be seen of `chunk`: the sum of the weights of its features. */
export function judge(scene: Scene, chunk: Chunk, previous: Chunk | null, next: Chunk | null, article: Overview): Judgement {
  const { weights } = scene.knowledge;
  const scores = new Float64Array(ANSWERS.length);
  const evidence: number[] = [];
  features(scene, chunk, previous, next, article, (template, value) => {
    const row = weightRow(weights, weightKey(TEMPLATE_KEYS[template], value));
    if (row < 0) return;
    evidence.push(row);
    for (let a = 0; a < ANSWERS.length; a++) scores[a] += weights.value[row * ANSWERS.length + a];
  });
  return { scores, evidence };
}

export function best(scores: Float64Array): number {
  let answer = 0;
  for (let a = 1; a < scores.length; a++) if (scores[a] > scores[answer]) answer = a;
  return answer;
}

/** The two pieces of evidence that spoke most for `answer`, in words. */
export function reasons(weights: Weights, evidence: readonly number[], answer: number): string {
  const { value } = weights;
  let first = -1;
  let second = -1;
  let most = Number.NEGATIVE_INFINITY;
  let next = Number.NEGATIVE_INFINITY;
  for (const row of evidence) {
    const gain = value[row * ANSWERS.length + answer] - value[row * ANSWERS.length + NONE];
    if (gain > most || (gain === most && row < first)) [second, next, first, most] = [first, most, row, gain];
    else if (gain > next || (gain === next && row < second)) [second, next] = [row, gain];
  }
  return first < 0 ? '' : second < 0 ? weights.evidence[first] : `${weights.evidence[first]}, ${weights.evidence[second]}`;
}

const NONE = ANSWERS.indexOf('none');
