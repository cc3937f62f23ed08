// Fits the weights of names.csv: multinomial logistic regression with L2 over the features of src/stages/3-tag/names/features.ts.
//   node gazetteers/weights/fit.mjs DOCUMENTS.jsonl…   (from the package's root, after a build)
// A line: {"id", "text", "ents": [{"s", "e", "t"}]}, t = group, person, place, or what is neither asked for nor forbidden
// (facility, nominal, optional) or no name (everything else). Deterministic: fixed order, fixed number of steps.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const option = (name, fallback) => process.argv.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback;
const dist = option('dist', join(here, '..', '..', 'dist'));
const load = (path) => import(join(dist, path));
const { loadKnowledge } = await load('io/gazetteers.js');
const { ANSWERS, pairOf } = await load('knowledge/index.js');
const { foldWord, hashOf } = await load('text/index.js');
const { clean } = await load('stages/1-clean/clean.js');
const { segment } = await load('stages/2-segment/segment.js');
const { openScene } = await load('stages/3-tag/names/scene.js');
const { chunksOf } = await load('stages/3-tag/names/chunks.js');
const { features } = await load('stages/3-tag/names/features.js');
const { sightsOf } = await load('stages/3-tag/names/article.js');
const { PATTERN_LETTERS, TEMPLATES, VALUES } = await load('stages/3-tag/names/templates.js');

const knowledge = await loadKnowledge(undefined, console.error);
const files = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const LEXICAL = new Set(['before', 'before-the', 'after', 'hyphen', 'first-word', 'last-word', 'suffix', 'suffix2']);
const MIN_COUNT = Number(option('min', 10));
const PAIRED = new Set(['before-form', 'after-form', 'start-form', 'pattern']);
const L2 = Number(option('l2', 100));
// A false name costs an analyst more than a missed one: so much is added to "none" after fitting.
const CAUTION = Number(option('caution', 0.65));
const ROUNDS = Number(option('rounds', 30));

// 1. Every piece of text the chunker proposes, with its features and what the gold says of it.
const spelled = new Map(VALUES.map((value) => [hashOf(value), value]));
const examples = [];
const counts = new Map();
let missed = 0;
let wanted = 0;
for (const file of files) {
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const doc = JSON.parse(line);
    const document = segment(
      clean({ id: doc.id, text: doc.text, title: null, published: doc.published ?? null, url: null, path: null, sha256: null }, knowledge),
      knowledge,
    );
    const { tokens } = document;
    for (let i = 0; i < tokens.count; i++) {
      const word = foldWord(doc.text.slice(tokens.start[i], tokens.end[i])).replaceAll('.', '');
      spelled.set(tokens.hash[i], word || doc.text.slice(tokens.start[i], tokens.end[i]));
      for (const n of [2, 3]) if (word.length > n) spelled.set(hashOf(word.slice(-n)), word.slice(-n));
    }
    const scene = openScene(document, knowledge);
    const found = new Set();
    const pieces = document.sentences.map((sentence) => chunksOf(scene, sentence));
    const sights = sightsOf(scene, pieces.flat());
    for (const chunks of pieces) {
      for (const [i, chunk] of chunks.entries()) {
        const [s, e] = [tokens.start[chunk.first], tokens.end[chunk.last - 1]];
        const exact = doc.ents.find((g) => g.s === s && g.e === e);
        const touching =
          exact ?? doc.ents.find((g) => g.s < e && s < g.e && ['group', 'person', 'place', 'facility', 'nominal', 'optional'].includes(g.t));
        const keys = [];
        features(scene, chunk, chunks[i - 1] ?? null, chunks[i + 1] ?? null, sights, (template, value) =>
          keys.push(`${TEMPLATES[template]}\t${value}`),
        );
        const demonym = keys.includes(`listed\t${hashOf('demonym')}`);
        let answer;
        let weight = 1;
        if (exact && ANSWERS.includes(exact.t)) answer = ANSWERS.indexOf(exact.t);
        else if (touching?.t === 'nationality') answer = demonym ? 2 : 3;
        else if (touching && !ANSWERS.includes(touching.t)) continue;
        else if (touching) [answer, weight] = [ANSWERS.indexOf(touching.t), 0.5];
        else if (demonym) answer = 2;
        else answer = 3;
        if (exact) found.add(exact);
        examples.push({ keys: [...new Set(keys)], answer, weight });
        for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    for (const g of doc.ents)
      if (ANSWERS.includes(g.t)) {
        wanted++;
        if (!found.has(g)) missed++;
      }
  }
}
console.error(`${examples.length} pieces, ${wanted} names in the gold, ${missed} of them never proposed with their exact span`);

// The spelling of values that are no words: pairs, and one letter a word.
const seen = new Set([...counts.keys()].map((key) => Number(key.split('\t')[1])));
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

// 2. Features seen often enough; a lexical one must be a word a reader can read.
const index = new Map();
for (const [key, count] of [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
  const [template, value] = key.split('\t');
  if (count >= (LEXICAL.has(template) || PAIRED.has(template) ? MIN_COUNT : 3) && spelled.has(Number(value))) index.set(key, index.size);
}
const A = ANSWERS.length;
const rows = examples.map(({ keys, answer, weight }) => ({ ids: Int32Array.from(keys.flatMap((key) => index.get(key) ?? [])), answer, weight }));

// 3. Gradient descent with one adaptive step size a weight (AdaGrad), in a fixed pseudo-random order.
const w = new Float64Array(index.size * A);
const g2 = new Float64Array(index.size * A).fill(1e-6);
let state = 12345;
const random = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 4294967296;
const order = rows.map((_, i) => i);
const p = new Float64Array(A);
for (let round = 0; round < ROUNDS; round++) {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  let loss = 0;
  for (const i of order) {
    const { ids, answer, weight } = rows[i];
    p.fill(0);
    for (const id of ids) for (let a = 0; a < A; a++) p[a] += w[id * A + a];
    const max = Math.max(...p);
    let sum = 0;
    for (let a = 0; a < A; a++) sum += p[a] = Math.exp(p[a] - max);
    for (let a = 0; a < A; a++) p[a] /= sum;
    loss -= Math.log(p[answer] + 1e-12) * weight;
    for (let a = 0; a < A; a++) {
      const error = (p[a] - (a === answer ? 1 : 0)) * weight;
      for (const id of ids) {
        const k = id * A + a;
        const gradient = error + ((L2 * w[k]) / rows.length) * 3;
        g2[k] += gradient * gradient;
        w[k] -= (0.2 * gradient) / Math.sqrt(g2[k]);
      }
    }
  }
  if (round % 10 === 9) console.error(`round ${round + 1}: mean loss ${(loss / rows.length).toFixed(4)}`);
}

// 4. The table: a row a feature, readable, two decimals; what weighs nothing is left out.
const out = ['template,value,group,person,place,none'];
for (const [key, id] of index) {
  const [template, value] = key.split('\t');
  const weights = [...w.subarray(id * A, id * A + A)];
  if (template === 'bias') weights[A - 1] += CAUTION;
  const mean = weights.reduce((a, b) => a + b, 0) / A;
  const shown = weights.map((x) => (x - mean).toFixed(2));
  if (shown.every((x) => Math.abs(Number(x)) < 0.1)) continue;
  const word = spelled.get(Number(value));
  out.push([template, /[",]/.test(word) ? `"${word.replaceAll('"', '""')}"` : word, ...shown.map((x) => (x === '-0.00' ? '0.00' : x))].join(','));
}
writeFileSync(join(here, 'names.csv'), `${out.join('\n')}\n`);
console.error(`${out.length - 1} rows written to gazetteers/weights/names.csv`);
