#!/usr/bin/env node
// Says of each case of the foreign test suites that sitrep does not answer as they do, whether the contract rules otherwise (and by which
// ruling of rulings.mjs) or whether it is a miss. Needs a build, and the development sets in ../shared.
//   node tests/accuracy/suites.mjs [--misses] [--write]      --misses lists them, --write writes SUITES.md
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, SETS } from './opened.mjs';
import { DATE_RULINGS, NUMBER_RULINGS, RANGE_RULINGS } from './rulings.mjs';

const SUITES = [
  ['recognizers-number', 'Recognizers-Text, numbers', NUMBER_RULINGS],
  ['recognizers-range', 'Recognizers-Text, ranges', RANGE_RULINGS],
  ['duckling-number', 'Duckling, numbers and money', NUMBER_RULINGS],
  ['quantulum3', 'quantulum3', NUMBER_RULINGS],
  ['chrono', 'chrono, texts with dates', DATE_RULINGS],
];

const share = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;
const rows = [];
const told = [];
const misses = [];
for (const [name, title, rulings] of SUITES) {
  const set = SETS.find((one) => one.name === name);
  let asked = 0;
  let right = 0;
  const ruled = new Map();
  const failing = [];
  const negatives = { asked: 0, clean: 0, ruled: 0 };
  for (const doc of set.docs()) {
    const record = read(doc);
    if (doc.expect.length === 0) {
      if (rulings !== DATE_RULINGS) continue;
      negatives.asked++;
      if (record.dates.length === 0) negatives.clean++;
      else if (rulings.some((ruling) => ruling.fits({ text: doc.text, want: { any: [] }, record, negative: true }))) negatives.ruled++;
      continue;
    }
    for (const want of doc.expect) {
      asked++;
      if (!isMissed(set, doc, record, want)) {
        right++;
        continue;
      }
      const ruling = rulings.find((one) => one.fits({ text: doc.text, want, record, negative: false }));
      if (ruling) ruled.set(ruling.id, (ruled.get(ruling.id) ?? 0) + 1);
      else
        failing.push(
          `${JSON.stringify(want.value ?? want.any?.[0]?.from ?? `${want.min ?? ''}..${want.max ?? ''}`)}: ${doc.text.replace(/\s+/g, ' ')}`,
        );
    }
  }
  const otherwise = [...ruled.values()].reduce((sum, n) => sum + n, 0);
  rows.push([title, asked, right, otherwise, failing.length, share(right, asked), share(right, asked - otherwise)]);
  if (negatives.asked > 0)
    rows.push([
      title.replace('with', 'without'),
      negatives.asked,
      negatives.clean,
      negatives.ruled,
      negatives.asked - negatives.clean - negatives.ruled,
      share(negatives.clean, negatives.asked),
      share(negatives.clean, negatives.asked - negatives.ruled),
    ]);
  for (const { id, says } of rulings) if (ruled.has(id)) told.push([title, id, says, ruled.get(id)]);
  if (negatives.ruled > 0) told.push([title.replace('with', 'without'), 'span', rulings.find(({ id }) => id === 'span').says, negatives.ruled]);
  misses.push([title, failing]);
}

/** Whether this answer is not among those the record gives: the suite's own measure, asked for it alone, all others left as they are. */
function isMissed(set, doc, record, want) {
  const { errors } = set.tasks[0].measure([doc], [record]);
  const key = 'value' in want ? String(want.value) : want.any ? null : `${want.min ?? ''}..${want.max ?? ''}`;
  if (key === null) return set.tasks[0].measure([{ ...doc, expect: [want] }], [record]).errors.length > 0;
  return errors.some((error) => error.kind === 'miss' && error.key === key);
}

const table = (head, lines) =>
  [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
const page = `# The suites of other projects, and the contract

Written by \`node tests/accuracy/suites.mjs --write\`; do not edit. The suites are scored as they are. Some of their answers go against what a claim
or a date means here; each such case falls under one of the rulings below, which are small tests in \`rulings.mjs\`. All others are misses.
Precision is not asked here: what a suite does not list may still be a claim. With \`--misses\` the script lists them.

${table(['suite', 'asked', 'right', 'ruled otherwise', 'missed', 'right of all', 'right within the contract'], rows)}

${table(['suite', 'ruling', 'the contract', 'cases'], told)}
`;
console.log(page);
if (process.argv.includes('--misses'))
  for (const [title, failing] of misses) console.log(`${title}\n${failing.map((line) => `  ${line}`).join('\n')}\n`);
if (process.argv.includes('--write')) writeFileSync(join(import.meta.dirname, 'SUITES.md'), page);
