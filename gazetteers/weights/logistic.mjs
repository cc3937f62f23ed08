// Multinomial logistic regression with L2. Deterministic: fixed order, fixed number of steps.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const load = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
const { ANSWERS, pairOf } = await load('knowledge/index.js');
const { hashOf } = await load('text/index.js');
const { PATTERN_LETTERS, VALUES } = await load('stages/3-tag/names/evidence/templates.js');

const LEXICAL = new Set(['before', 'before-the', 'after', 'hyphen', 'first-word', 'last-word', 'suffix']);
const PAIRED = new Set(['before-form', 'after-form', 'start-form', 'pattern']);

/** A false name costs an analyst more than a missed one: `caution` is added to "none" after fitting. */
export const DEFAULTS = { min: 12, l2: 60, caution: 0.6, rounds: 12 };

/** The spelling of values that are no words of the text. */
export const spellings = () => new Map(VALUES.map((value) => [hashOf(value), value]));

/** Rows `[template, value, group, person, place, none]`, two decimals; what weighs nothing is left out. */
export function fitWeights(examples, words, { min, l2, caution, rounds } = DEFAULTS) {
  const counts = new Map();
  for (const { keys } of examples) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const spelled = new Map(words);
  spellPairs(spelled, new Set([...counts.keys()].map((key) => Number(key.split('\t')[1]))));

  // Features seen often enough; a lexical one must be a word a reader can read.
  const index = new Map();
  for (const [key, count] of [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const [template, value] = key.split('\t');
    if (count >= (LEXICAL.has(template) || PAIRED.has(template) ? min : 3) && spelled.has(Number(value))) index.set(key, index.size);
  }
  const A = ANSWERS.length;
  const w = descend(examples, index, l2, rounds);
  const rows = [];
  for (const [key, id] of index) {
    const [template, value] = key.split('\t');
    const weights = [...w.subarray(id * A, id * A + A)];
    if (template === 'bias') weights[A - 1] += caution;
    const mean = weights.reduce((a, b) => a + b, 0) / A;
    const shown = weights.map((x) => (x - mean).toFixed(2));
    if (shown.every((x) => Math.abs(Number(x)) < 0.1)) continue;
    rows.push([template, spelled.get(Number(value)), ...shown.map((x) => (x === '-0.00' ? '0.00' : x))]);
  }
  return rows;
}

/** The spelling of pairs, and of patterns with one letter a word. */
function spellPairs(spelled, seen) {
  for (const [one, word] of [...spelled])
    for (const other of VALUES) {
      const value = pairOf(one, hashOf(other));
      if (seen.has(value)) spelled.set(value, `${word} + ${other}`);
    }
  const spellPatterns = (start, length) => {
    if (start !== '') spelled.set(hashOf(start), start);
    if (length > 0) for (const letter of PATTERN_LETTERS) spellPatterns(start + letter, length - 1);
  };
  spellPatterns('', 4);
}

/** Gradient descent with one adaptive step size a weight (AdaGrad), in a fixed pseudo-random order; the mean of the later rounds is the answer. */
function descend(examples, index, l2, rounds) {
  const A = ANSWERS.length;
  const rows = examples.map(({ keys, answer, weight }) => ({ ids: Int32Array.from(keys.flatMap((key) => index.get(key) ?? [])), answer, weight }));
  const w = new Float64Array(index.size * A);
  const mean = new Float64Array(index.size * A);
  const g2 = new Float64Array(index.size * A).fill(1e-6);
  let state = 12345;
  const random = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 4294967296;
  const order = rows.map((_, i) => i);
  const p = new Float64Array(A);
  for (let round = 0; round < rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const i of order) {
      const { ids, answer, weight } = rows[i];
      p.fill(0);
      for (const id of ids) for (let a = 0; a < A; a++) p[a] += w[id * A + a];
      const max = Math.max(...p);
      let sum = 0;
      for (let a = 0; a < A; a++) sum += p[a] = Math.exp(p[a] - max);
      for (let a = 0; a < A; a++) p[a] /= sum;
      for (let a = 0; a < A; a++) {
        const error = (p[a] - (a === answer ? 1 : 0)) * weight;
        for (const id of ids) {
          const k = id * A + a;
          const gradient = error + ((l2 * w[k]) / rows.length) * 3;
          g2[k] += gradient * gradient;
          w[k] -= (0.2 * gradient) / Math.sqrt(g2[k]);
        }
      }
    }
    // What the last examples of a round happened to be tilts the weights; over many rounds that evens out.
    if (round >= rounds / 2) for (let k = 0; k < w.length; k++) mean[k] += w[k] / (rounds - Math.ceil(rounds / 2));
  }
  return mean;
}
