// What each rule of names and places and each group of evidence is worth: every one is taken away in turn, everything else stays.
//   node tests/accuracy/ablation.mjs [--write] [--only=EXPRESSION] [SET.jsonl…]   (after a build; a line: {"id", "text", "ents": [{"s", "e", "t"}]})
// The product has no switch: in this process a rule is taken out of its list, and the numbers of a group of evidence are made nought.
// The weights are not fitted anew, so that what is shown is what the running program owes to each. Without sets, those of the development
// folder are measured, where it lies beside the repository. `--only` measures what has such a name; `--write` makes ABLATION.md.
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';
import { measureNames, openSet } from './names.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const load = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
const { loadKnowledge } = await load('io/gazetteers/gazetteers.js');
const { clean } = await load('stages/1-clean/clean.js');
const { segment } = await load('stages/2-segment/segment.js');
const { tag } = await load('stages/3-tag/tag.js');
const { findReferences } = await load('stages/3-tag/names/references.js');
const { resolve } = await load('stages/4-resolve/resolve.js');
const { findNames } = await load('stages/3-tag/names/names.js');
const { NAME_RULES } = await load('stages/3-tag/names/rules.js');
const { TEMPLATES } = await load('stages/3-tag/names/evidence/templates.js');
const { PLACE_RULES } = await load('stages/4-resolve/places/points.js');
const importTest = async (path) => (await runnerImport(join(root, path), { root, configFile: false, logLevel: 'error' })).module;
const { specCases } = await importTest('tests/spec/cases.ts');
const { judge } = await importTest('tests/spec/judge.ts');

const options = process.argv.slice(2);
const only = new RegExp(options.find((option) => option.startsWith('--only='))?.slice('--only='.length) ?? '');
const development = join(root, '..', 'shared', 'dev');
const ORDER = ['ww-dev', 're3d-dev', 'ewt-dev', 'gum-dev', 'geovirus', 'wikigold'];
const named = options.filter((option) => !option.startsWith('--'));
const files = named.length > 0 ? named : existsSync(development) ? ORDER.map((name) => join(development, `${name}.jsonl`)).filter(existsSync) : [];

const knowledge = await loadKnowledge(undefined, console.error);
const sets = ['corpus', ...files].map((name) => openSet(name, knowledge));
const cases = specCases()
  .filter(({ knownFailure, layers }) => knownFailure === null && layers.includes('mention'))
  .map((one) => {
    const source = { id: 'case', text: one.text, title: null, published: one.published, url: null, path: null, sha256: null };
    return { one: { ...one, layers: ['mention'] }, tagged: tag([segment(clean(source, knowledge), knowledge)], knowledge)[0] };
  });

/** Names of all sets, and the lines of tests/spec whose names do not come out as they are marked. */
function measure(weighed) {
  const figures = sets.map((set) => measureNames(findNames, weighed, set));
  const failing = cases.filter(({ one, tagged }) => {
    const [names] = findNames([tagged], weighed);
    return judge(one, resolve([{ ...tagged, names, references: findReferences(tagged, weighed, names) }], weighed)[0]) !== null;
  });
  return { figures, failing: failing.map(({ one }) => one) };
}

/** The figures while `rule` is out of its list. */
function withoutRule(list, rule) {
  const at = list.indexOf(rule);
  list.splice(at, 1);
  try {
    return measure(knowledge);
  } finally {
    list.splice(at, 0, rule);
  }
}

/** The weights without one group of evidence: its numbers are nought. */
function withoutEvidence(template) {
  const { weights } = knowledge;
  const value = weights.value.slice();
  const width = value.length / weights.evidence.length;
  weights.evidence.forEach((words, row) => {
    if (words.startsWith(`${template}: `)) value.fill(0, row * width, (row + 1) * width);
  });
  return { ...knowledge, weights: { ...weights, value } };
}

const whole = measure(knowledge);
if (whole.failing.length > 0) throw new Error(`${whole.failing.length} lines of tests/spec fail with all rules on: mend them first`);

const signed = (change) => (Math.abs(change) < 0.005 ? '0' : `${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(2)}`);
const parts = ({ strict, overlap, placed }) => [strict, overlap, ...(placed === null ? [] : [placed])];
const cell = (now, i) => {
  const before = parts(whole.figures[i]);
  const changes = parts(now).map((value, p) => signed(value - before[p]));
  return changes.every((change) => change === '0') ? '' : changes.join(' · ');
};
const linesOf = ({ failing }) => {
  const files = new Map();
  for (const { file } of failing) files.set(file, (files.get(file) ?? 0) + 1);
  return [...files].map(([file, count]) => `${file.replace('.txt', '')} ${count}`).join(', ');
};
const rows = [];
const add = (kind, name, reads, take) => {
  if (!only.test(name)) return;
  const now = take();
  rows.push([kind, `\`${name}\``, reads, ...now.figures.map(cell), linesOf(now)]);
  console.error(name, now.figures.map(cell).join(' | '), '|', linesOf(now));
};
for (const list of NAME_RULES) for (const rule of [...list]) add('rule of names', rule.id, rule.reads, () => withoutRule(list, rule));
for (const rule of [...PLACE_RULES]) add('rule of places', rule.id, rule.reads, () => withoutRule(PLACE_RULES, rule));
for (const template of TEMPLATES) add('evidence', template, '', () => measure(withoutEvidence(template)));

const line = (cells) => `| ${cells.join(' | ')} |`;
const heading = (cells) => [line(cells), `|${'---|'.repeat(cells.length)}`];
const SPEC = 'spec lines that need it';
const table = (kind) => [
  ...heading([kind, ...(kind === 'evidence' ? [] : ['reads']), ...sets.map(({ name }) => name), SPEC]),
  ...rows.filter(([of]) => of === kind).map(([, name, reads, ...cells]) => line([name, ...(kind === 'evidence' ? [] : [reads]), ...cells])),
  '',
];
const weights = knowledge.weights.evidence.length;
const report = [
  '# What each rule of names is worth',
  '',
  'Made by `npm run ablation -- --write`. Each row takes one rule or one group of evidence away and says how strict and overlap F1 then change, in',
  'points, and on geovirus the share of places put where they lie; the weights are not fitted anew. `+` means that the set is better off without',
  'it, `−` what it would lose, nothing that no name changes. The last column counts the lines of `tests/spec` that then fail, by file: things that',
  'are true of the world whether or not a set of articles speaks of them.',
  '',
  ...heading(['all on', ...sets.map(({ name }) => name), 'rules', 'weights']),
  line([
    'strict · overlap',
    ...whole.figures.map((figure) =>
      parts(figure)
        .map((value) => value.toFixed(2))
        .join(' · '),
    ),
    String(NAME_RULES.flat().length + PLACE_RULES.length),
    String(weights),
  ]),
  '',
  ...table('rule of names'),
  ...table('rule of places'),
  ...table('evidence'),
].join('\n');
if (options.includes('--write')) writeFileSync(join(here, 'ABLATION.md'), report);
else console.log(report);
