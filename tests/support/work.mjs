import { Session } from 'node:inspector/promises';

// Work counted instead of time taken: how often the blocks of our own code run. The same on every machine, however busy.
// What the engine does by itself (a regular expression, a sort, a copy) does not count: tests/expressions.test.ts looks after the first.
// Only code compiled from now on is counted block by block: a test imports this file before it imports the code.

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

const OWN = /\/(?:src|dist)\//;

/** Blocks of our own code that ran since the last count. */
async function counted() {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  let work = 0;
  for (const { url, functions } of result) {
    if (!OWN.test(url)) continue;
    for (const { ranges } of functions) for (const { count } of ranges) work += count;
  }
  return work;
}

/** Blocks of our own code that run while `task` does, give or take what is built on first use or kept from before. */
export async function workOf(task) {
  await counted();
  task();
  return counted();
}

/** How many times the work grows when the text becomes `factor` times as long: `factor` when cost is linear, its square when quadratic. */
export async function growthOf(task, size, factor) {
  task(size);
  const small = await workOf(() => task(size));
  const large = await workOf(() => task(size * factor));
  return large / small;
}
