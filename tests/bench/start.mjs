// What a start costs: processor time and wall time of a command beside those of an empty Node process.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const SENTENCE = 'At least 12 people were killed near Gao on Tuesday, the Malian army said.';
// The child itself tells its processor time when it ends; the measuring costs the same for both.
const METER = 'data:text/javascript,process.on("exit",()=>{const u=process.cpuUsage();process.stderr.write("cpu "+(u.user+u.system)/1000)})';

function once(args) {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', METER, ...args], { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return { wall: performance.now() - began, cpu: Number(/cpu ([\d.]+)/.exec(stderr)?.[1]) };
}

/** Milliseconds of `rounds` alternating starts: processor and wall time of `explain` beyond the empty process of the same round. */
export function startsOf(dist, rounds) {
  const explain = [];
  for (let round = 0; round < rounds; round++) {
    const empty = once(['-e', '']);
    const full = once([join(dist, 'cli/main.js'), 'explain', SENTENCE]);
    explain.push({ cpu: full.cpu - empty.cpu, wall: full.wall - empty.wall });
  }
  return { cpu: explain.map(({ cpu }) => cpu), wall: explain.map(({ wall }) => wall) };
}
