#!/usr/bin/env node
// Two hundred thousand hostile documents: npm run nightly, or node tests/nightly/fuzz.mjs [documents] [jobs]. None may crash, hang or
// break a promise. A document is made from the seed and its number: SEED=… repeats a night, FROM=… goes on where one was stopped,
// PART=2/4 takes every fourth block, so that four machines share a night.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { documentOf } from '../fuzz/documents.mjs';

const BLOCK = 200;
/** Milliseconds that a document, or a block's tables in all formats, may take: a machine may have much else to do at night. */
const PATIENCE = 900_000;

const count = Number(process.argv[2] ?? 200_000);
const jobs = Number(process.argv[3] ?? 1);
const seed = process.env.SEED ?? String(Math.floor(Math.random() * 2 ** 31));
const first = Number(process.env.FROM ?? 0);
const [part, parts] = (process.env.PART ?? '1/1').split('/').map(Number);
process.stdout.write(`SEED=${seed} FROM=${first} PART=${part}/${parts}, ${count} documents\n`);

const blocks = [];
for (let from = first; from < count; from += BLOCK) if ((from / BLOCK) % parts === part - 1) blocks.push(from);
const open = new Set(blocks);
const faults = [];
const wayOn = () => `SEED=${seed} FROM=${Math.min(...open)} PART=${part}/${parts} node tests/nightly/fuzz.mjs ${count} ${jobs}`;
process.on('SIGINT', () => {
  process.stdout.write(`\nStopped. Go on with: ${wayOn()}\n`);
  process.exit(130);
});

function note({ n, sort, fault, text }) {
  faults.push(n);
  const file = join(tmpdir(), `sitrep-fuzz-${seed}-${n}.txt`);
  writeFileSync(file, text, 'utf16le');
  process.stdout.write(`\n${sort} document ${n} of SEED=${seed}: ${fault}\n  ${JSON.stringify(text.slice(0, 300))}\n  (UTF-16 in ${file})\n`);
}

/** A thread takes blocks until there are none; one that ends or hangs is replaced, and goes on behind the document on which it did. */
async function work() {
  let rest = null;
  while (rest !== null || blocks.length > 0) {
    const place = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(new URL('../fuzz/worker.mjs', import.meta.url), { workerData: { seed, place } });
    const ended = new Promise((resolve) => {
      worker.once('error', (error) => resolve({ ended: String(error) }));
      worker.once('exit', () => resolve({ ended: 'the thread ended' }));
    });
    await Promise.race([new Promise((resolve) => worker.once('message', resolve)), ended]);
    for (;;) {
      const from = rest ?? blocks.shift();
      rest = null;
      if (from === undefined) break;
      const until = Math.min(count, Math.floor(from / BLOCK) * BLOCK + BLOCK);
      const answer = new Promise((resolve) => worker.once('message', resolve));
      place[0] = from;
      worker.postMessage({ from, until });
      const watch = watchOver(place);
      const result = await Promise.race([answer, ended, watch.hangs]);
      watch.end();
      for (const fault of result.found ?? []) note(fault);
      if (result.ended !== undefined) {
        const n = place[0];
        note({ n, sort: documentOf(seed, n).sort, fault: result.ended, text: documentOf(seed, n).text.slice(0, 100_000) });
        if (n + 1 < until) rest = n + 1;
        break;
      }
      open.delete(Math.floor(from / BLOCK) * BLOCK);
      process.stdout.write(until % 10_000 === 0 ? `${until}\n` : '.');
    }
    await worker.terminate();
  }
}

/** Tells when one document takes longer than it may. */
function watchOver(place) {
  let [seen, since] = [place[0], performance.now()];
  let timer;
  const hangs = new Promise((resolve) => {
    timer = setInterval(() => {
      if (place[0] !== seen) [seen, since] = [place[0], performance.now()];
      else if (performance.now() - since > PATIENCE) resolve({ ended: 'it takes too long' });
    }, 1000);
  });
  return { hangs, end: () => clearInterval(timer) };
}

await Promise.all(Array.from({ length: jobs }, work));
process.stdout.write(faults.length === 0 ? `\n${count - first} documents, nothing broke\n` : `\n${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
