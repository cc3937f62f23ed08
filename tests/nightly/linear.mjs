#!/usr/bin/env node
// Repetitions of every phrase that sets a grammar going: npm run nightly, or node tests/nightly/linear.mjs [phrases]. Four times the
// text may take no more than about four times the work, counted and not timed. FROM=… goes on where one was stopped.
import { growthOf } from '../support/work.mjs';

// The counter starts before the code is loaded: what was compiled earlier is not counted block by block.
const { phrases } = await import('../fuzz/documents.mjs');
const { analyze } = await import('../../dist/pipeline.js');
const { loadKnowledge } = await import('../../dist/io/gazetteers/gazetteers.js');

const SIZE = 1500;
const FACTOR = 4;
/** Linear is 4, quadratic 16; the first text of a kind also pays for what is built once. */
const MOST = 9;
/** Signs between two repetitions: each lets other rules go on. */
const BETWEEN = [' ', ', ', ' and ', '. ', '\n'];

const knowledge = await loadKnowledge();
const all = phrases();
const first = Number(process.env.FROM ?? 0);
const count = Math.min(all.length, Number(process.argv[2] ?? all.length));
const slow = [];
for (let n = first; n < count; n++) {
  const piece = `${all[n]}${BETWEEN[n % BETWEEN.length]}`;
  const read = (length) =>
    analyze(
      { id: 'a', text: piece.repeat(Math.ceil(length / piece.length)), title: null, published: '2024-05-14', url: null, path: null, sha256: null },
      knowledge,
    );
  const growth = await growthOf(read, SIZE, FACTOR);
  if (growth > MOST) {
    slow.push(piece);
    process.stdout.write(`\n${JSON.stringify(piece)}: ${growth.toFixed(1)} times the work for ${FACTOR} times the text\n`);
  }
  if (n % 1000 === 999) process.stdout.write(`${n + 1} `);
}
process.stdout.write(slow.length === 0 ? `\n${count - first} phrases, all linear\n` : `\n${slow.length} phrases grow too fast\n`);
process.exitCode = slow.length === 0 ? 0 : 1;
