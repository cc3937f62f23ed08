// What the scripts that read the development sets begin with: the sets in ../shared, the scorer's modules and the program as built. Without the
// sets a script says so and ends.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../..');
const shared = join(root, '../shared');
if (!existsSync(join(shared, 'score/score.mjs'))) {
  console.log('The development sets are not here, so that there is nothing to say.');
  process.exit(0);
}
const load = (path) => import(pathToFileURL(path).href);

/** A module of the scorer, by its file name. */
export const scorer = (name) => load(join(shared, 'score', name));

const [{ devSets }, { loadKnowledge }, { analyze }] = await Promise.all([
  scorer('score.mjs'),
  load(join(root, 'dist/io/gazetteers/gazetteers.js')),
  load(join(root, 'dist/pipeline.js')),
]);
const knowledge = await loadKnowledge();

export const SETS = devSets(join(shared, 'dev'), join(shared, 'gold'));

/** What the program finds in an article of a set. */
export const read = ({ id, text, published }) =>
  analyze({ id, text, title: null, published: published ?? null, url: null, path: null, sha256: null }, knowledge);
