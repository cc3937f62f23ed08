import { join, resolve } from 'node:path';
import type { Knowledge } from '../../knowledge/index.js';
import { openNoted, statLine, type Place } from './compiled.js';
import { gazetteerFiles, isOwn } from './files.js';
import { GAZETTEERS, PROGRAM } from '../program.js';

export { GAZETTEERS };

/** Where the build leaves the compiled gazetteers of the program. */
const BESIDE: Place = { compiled: () => join(PROGRAM, 'knowledge.bin'), note: join(PROGRAM, 'knowledge.json') };

/**
 * The compiled knowledge of a gazetteer folder. Compiled knowledge kept from before is used when the files have the sizes and
 * times noted then, or else the same content; otherwise they are compiled anew and the result kept for the next start.
 * A bad row is a GazetteerError naming file, row and remedy. `shared`: the bytes lie in memory that workers can share.
 */
export async function loadKnowledge(folder: string = GAZETTEERS, say: (line: string) => void = () => {}, shared = false): Promise<Knowledge> {
  const files = gazetteerFiles(folder);
  const stats = files.map(statLine);
  // An empty layer changes nothing: what is compiled beside the program is used.
  const place = files.some(isOwn) ? folder : GAZETTEERS;
  const isProgram = resolve(place) === resolve(GAZETTEERS);
  const known = isProgram ? await openNoted(BESIDE, stats, shared) : null;
  if (known) return known;
  // A usual start needs nothing of this.
  const { knowledgeAnew, placeElsewhere } = await import('./anew.js');
  const elsewhere = placeElsewhere(place);
  return (await openNoted(elsewhere, stats, shared)) ?? knowledgeAnew(files, stats, isProgram ? [BESIDE, elsewhere] : [elsewhere], say, shared);
}
