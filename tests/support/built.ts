import { existsSync } from 'node:fs';
import { loadKnowledge } from '../../src/io/gazetteers/gazetteers.js';
import { PROGRAM } from '../../src/io/program.js';

/** Before any test: the program must have been built, and the gazetteers are compiled once for all test files. */
export default async function built(): Promise<void> {
  for (const name of ['world.tsv', 'english.tsv', 'cli/main.js']) {
    if (!existsSync(`${PROGRAM}/${name}`)) throw new Error(`dist/${name} is missing: run \`npm run build\` before the tests.`);
  }
  await loadKnowledge();
}
