// Keeps what V8 makes of the joined program (dist/program) beside its files: the last step of the build. The program works a little first,
// as V8 compiles a function only when it is called, and what it compiled till then is what is kept.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEPT_CODE, openProgram } from '../dist/cli/joined.js';

const TEXT = 'At least 12 people were killed near Gao on Tuesday, the Malian army said.';

const program = openProgram(join(import.meta.dirname, '../dist/program'), false);
const { obeyed } = program.load('sitrep.cjs');
const folder = mkdtempSync(join(tmpdir(), 'sitrep-warm-'));
const { write } = process.stdout;
try {
  process.stdout.write = () => true;
  process.exitCode = await obeyed(['explain', TEXT]);
  process.stdout.write = write;
  const article = join(folder, 'article.txt');
  writeFileSync(article, TEXT);
  process.exitCode ||= await obeyed(['run', article, '--out', join(folder, 'out'), '--no-cache', '--quiet']);
} finally {
  rmSync(folder, { recursive: true });
}
for (const [file, script] of program.scripts) writeFileSync(file + KEPT_CODE, script.createCachedData());
