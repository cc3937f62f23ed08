import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { compileKnowledge, openKnowledge, type Knowledge } from '../../knowledge/index.js';
import { openAt, readNote, type Note, type Place } from './compiled.js';
import type { GazetteerFile } from './files.js';
import { contentVersion, readRows } from './rows.js';
import { PROGRAM } from '../program.js';

/**
 * The knowledge of gazetteer files that lies at none of `places` with a note of just these files: found by their content, or compiled
 * and kept at the first place that can be written to.
 */
export async function knowledgeAnew(
  files: readonly GazetteerFile[],
  stats: readonly string[],
  places: readonly Place[],
  say: (line: string) => void,
  shared: boolean,
): Promise<Knowledge> {
  const version = contentVersion(files);
  for (const place of places) {
    const knowledge = await openAt(place.compiled(version), version, shared);
    if (!knowledge) continue;
    put(place.note, JSON.stringify({ version, files: stats } satisfies Note));
    return knowledge;
  }
  say('gazetteers changed: compiling them');
  const bytes = compileKnowledge(await readRows(files, version));
  for (const place of places) {
    const earlier = readNote(place);
    if (!put(place.compiled(version), bytes)) continue;
    put(place.note, JSON.stringify({ version, files: stats } satisfies Note));
    if (earlier !== null && place.compiled(earlier.version) !== place.compiled(version)) rmSync(place.compiled(earlier.version), { force: true });
    break;
  }
  return openKnowledge(shared ? share(bytes) : (bytes.buffer as ArrayBuffer)) as Knowledge;
}

/** The place for a gazetteer folder that is not the program's, and for the program's where it may not write beside itself. */
export function placeElsewhere(folder: string): Place {
  const temporary = join(tmpdir(), 'sitrep');
  const own = createHash('sha256')
    .update(`${resolve(PROGRAM)}\0${resolve(folder)}`)
    .digest('hex')
    .slice(0, 16);
  return { compiled: (version) => join(temporary, `${version}.bin`), note: join(temporary, `${own}.json`) };
}

function share(bytes: Uint8Array): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

/** Writes a file whole; false where the program may not write (a read-only installation: a start without only takes longer). */
function put(path: string, data: Uint8Array | string): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const partial = `${path}.${process.pid}`;
    writeFileSync(partial, data);
    renameSync(partial, path);
    return true;
  } catch {
    return false;
  }
}
