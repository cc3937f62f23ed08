// Fits the weights of names.csv over the features of src/stages/3-tag/names/evidence/features.ts.
//   node gazetteers/weights/fit.mjs corpus DOCUMENTS.jsonl…   (from the package's root, after a build; then compile)
// A line: {"id", "text", "ents": [{"s", "e", "t"}]}, t = group, person, place, or what is neither asked for nor forbidden
// (facility, nominal, optional) or no name (everything else); `corpus` stands for the marked articles of this repository.
//   --without=suffix,suffix2    fits without these groups of evidence
//   --hold-out[=ALSO.jsonl,…]   writes nothing: leaves out each set in turn and measures it, and measures ALSO under all sets together.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { measureNames, openSet } from '../../tests/accuracy/names.mjs';
import { examplesOf } from './examples.mjs';
import { DEFAULTS, fitWeights, spellings } from './logistic.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const load = (path) => import(pathToFileURL(join(here, '..', '..', 'dist', path)).href);
const { loadKnowledge } = await load('io/gazetteers/gazetteers.js');
const { ANSWERS } = await load('knowledge/index.js');
const { buildWeights } = await load('knowledge/weights.js');
const { findNames } = await load('stages/3-tag/names/names.js');

const option = (name) => process.argv.find((a) => a === `--${name}` || a.startsWith(`--${name}=`))?.slice(name.length + 3);
const options = Object.fromEntries(Object.entries(DEFAULTS).map(([name, value]) => [name, Number(option(name) ?? value)]));
const knowledge = await loadKnowledge(undefined, console.error);
const weighed = (rows) => {
  const table = rows.map(([template, value, ...numbers], i) => ({
    file: 'names.csv',
    line: i + 2,
    cells: { template, value, ...Object.fromEntries(ANSWERS.map((answer, a) => [answer, numbers[a]])) },
  }));
  return { ...knowledge, weights: { ...buildWeights(table), evidence: rows.map(([template, value]) => `${template}: ${value}`) } };
};
const words = spellings();
const sets = process.argv
  .slice(2)
  .filter((a) => !a.startsWith('--'))
  .map((name) => openSet(name, knowledge));
const dropped = new Set((option('without') ?? '').split(','));
for (const set of sets) {
  set.examples = examplesOf(set, knowledge, words);
  for (const example of set.examples) example.keys = example.keys.filter((key) => !dropped.has(key.split('\t')[0]));
}
const weightsOf = (some) => {
  const examples = some.flatMap((set) => set.examples);
  return fitWeights(examples, words, options);
};

if (option('hold-out') === undefined) {
  const cell = (text) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = weightsOf(sets).map((row) => row.map(cell).join(','));
  writeFileSync(join(here, 'names.csv'), `${['template,value,group,person,place,none', ...rows].join('\n')}\n`);
  console.error(`${rows.length} rows written to gazetteers/weights/names.csv`);
} else {
  const show = (name, { strict, overlap }) => console.log(`${name.padEnd(24)} strict ${strict.toFixed(2)}  overlap ${overlap.toFixed(2)}`);
  for (const set of sets) show(`${set.name} (left out)`, measureNames(findNames, weighed(weightsOf(sets.filter((other) => other !== set))), set));
  const all = weighed(weightsOf(sets));
  for (const name of (option('hold-out') || '').split(',').filter(Boolean))
    show(name.replace(/^.*\//, ''), measureNames(findNames, all, openSet(name, knowledge)));
}
