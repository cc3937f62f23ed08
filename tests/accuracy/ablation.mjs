// What each rule of the names room and each group of evidence is worth: every one is switched off in turn, everything else stays.
//   node tests/accuracy/ablation.mjs [--write] [SET.jsonl…]   (after a build; a line: {"id", "text", "ents": [{"s", "e", "t"}]})
// The product has no switch: a rule is taken out of a copy of the compiled room, a group of evidence out of the weights in memory.
// The weights are not fitted anew, so that what is shown is what the running program owes to each. `--write` makes ABLATION.md.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { measureNames, openSet } from './names.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const rooms = join(root, 'dist', 'stages', '3-tag');
const load = (path) => import(pathToFileURL(path).href);
const { loadKnowledge } = await load(join(root, 'dist/io/gazetteers.js'));
const { TEMPLATES } = await load(join(rooms, 'names/evidence/templates.js'));

/** Rules: file, function, and what the function answers when the rule is off. */
const RULES = [
  ['article', 'sightsElsewhere', 'undefined', 'other places of the article speak for a name'],
  ['agreement', 'inPlaceList', 'false', 'a name between two places of a list is a place'],
  ['agreement', 'introducedAcronyms', 'new Map()', 'an acronym in brackets is what its full name is'],
  ['agreement', 'personParts', 'new Map()', 'a surname by itself is the person named in full'],
  ['agreement', 'agree', 'judged', 'one sense an article, with the three rules above'],
  ['chunks', 'numberedUnit', 'null', 'a unit whose name begins with its number'],
  ['chunks', 'leadingWord', 'token', 'words that only begin the sentence, or are never in a name, are skipped'],
  ['chunks', 'afterTitle', 'token', 'the matter of an office belongs to the title'],
  ['chunks', 'placeShape', '0', 'place heads and tails'],
  ['chunks', 'branchEnd', '0', 'a branch of a listed organisation'],
  ['chunks', 'titleAt', 'null', 'titles before a name'],
  ['chunks', 'standsAlone', 'hit.last >= end', 'a listed name ends where its row ends'],
  ['chunks', 'openEnd', 'end', 'an unlisted name ends before a title or a listed name'],
  ['gazetteer', 'lowerPlaceAt', 'null', 'well-known places in lower case'],
  ['names', 'isCommonNoun', 'false', 'a capitalised common noun names nobody'],
  ['names', 'plainType', '-1', 'a row decides alone'],
  ['organisations', 'byHead', 'null', 'organisation heads'],
  ['organisations', 'byTail', 'null', 'organisation tails'],
  ['organisations', 'afterLink', '-1', 'an organisation goes on with "of", "for"'],
  ['organisations', 'coordinated', 'from', 'matters joined by commas and "and"'],
  ['other-names', 'isLanguage', 'false', 'languages'],
  ['other-names', 'isMake', 'false', 'makes'],
  ['other-names', 'isOpeningAdverb', 'false', 'adverbs at the head of a sentence'],
  ['other-names', 'isLetter', 'false', 'single letters'],
  ['other-names', 'isCode', 'false', 'a letter with a number behind a common noun'],
  ['other-names', 'isVessel', 'false', 'vessels'],
  ['other-names', 'eventEnd', 'token', 'events and acts with their whole name'],
  ['runs', 'isOwnersPlural', 'false', 'possessives of people inside a name'],
  ['runs', 'isOfficeOf', 'false', 'offices named after their holder'],
  ['chunks', 'isCalling', 'false', 'ordinary words for people before a full name'],
  ['runs', 'isPlaceTail', 'false', 'possessives before a place tail'],
];

const knowledge = await loadKnowledge(undefined, console.error);
const files = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const sets = ['corpus', ...files].map((name) => openSet(name, knowledge));

const measureAll = (findNames, weighed = knowledge) => sets.map((set) => measureNames(findNames, weighed, set));

/** The names room with one function answering at once. */
async function without(file, name, answer) {
  const copy = join(rooms, `names-without-${name}`);
  cpSync(join(rooms, 'names'), copy, { recursive: true });
  try {
    const path = join(copy, `${file}.js`);
    const source = readFileSync(path, 'utf8');
    const changed = source
      .replace(new RegExp(`(function ${name}\\([^)]*\\) \\{)`), `$1 return ${answer};`)
      .replace(new RegExp(`(const ${name} = \\([^)]*\\) =>)`), `$1 ${answer} &&`);
    if (changed === source) throw new Error(`${file}.js has no function ${name}: correct the list of rules in ablation.mjs`);
    writeFileSync(path, changed);
    return (await load(join(copy, 'names.js'))).findNames;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The weights without one group of evidence: its numbers are nought. */
function withoutEvidence(template) {
  const { weights } = knowledge;
  const value = weights.value.slice();
  weights.evidence.forEach((words, row) => {
    if (words.startsWith(`${template}: `)) value.fill(0, row * 4, row * 4 + 4);
  });
  return { ...knowledge, weights: { ...weights, value } };
}

const { findNames } = await load(join(rooms, 'names/names.js'));
const whole = measureAll(findNames);
const signed = (change) => (Math.abs(change) < 0.05 ? '0.0' : `${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(1)}`);
const cell = (now, i) => `${signed(now.strict - whole[i].strict)} · ${signed(now.overlap - whole[i].overlap)}`;
const rows = [];
for (const [file, name, answer, reads] of RULES) {
  const now = measureAll(await without(file, name, answer));
  rows.push(['rule', `${file}.${name}`, reads, now]);
  console.error(`${file}.${name}`, now.map(cell).join('  '));
}
for (const template of TEMPLATES) {
  const now = measureAll(findNames, withoutEvidence(template));
  rows.push(['evidence', template, '', now]);
  console.error(template, now.map(cell).join('  '));
}

const table = (kind) => [
  `| ${kind} | ${sets.map((s) => s.name).join(' | ')} |`,
  `|---|${sets.map(() => '---|').join('')}`,
  ...rows.filter((r) => r[0] === kind).map(([, name, reads, now]) => `| \`${name}\`${reads ? ` ${reads}` : ''} | ${now.map(cell).join(' | ')} |`),
];
const report = [
  '# What each rule of names is worth',
  '',
  'Made by `tests/accuracy/ablation.mjs`. Each row switches one rule or one group of evidence off and says how strict and overlap F1 then change,',
  'in points; the weights are not fitted anew. `+` means that the set is better off without it, `−` what it would lose.',
  '',
  `| all on | ${sets.map((s) => s.name).join(' | ')} |`,
  `|---|${sets.map(() => '---|').join('')}`,
  `| strict · overlap | ${whole.map((m) => `${m.strict.toFixed(1)} · ${m.overlap.toFixed(1)}`).join(' | ')} |`,
  '',
  ...table('rule'),
  '',
  ...table('evidence'),
  '',
].join('\n');
if (process.argv.includes('--write')) writeFileSync(join(here, 'ABLATION.md'), report);
else console.log(report);
