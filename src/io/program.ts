import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(dirname(fileURLToPath(import.meta.url)));

/** Folder of the built program; the sources, when tests run them, use what the build beside them left. */
export const PROGRAM = basename(here) === 'src' ? join(here, '..', 'dist') : here;
/** Folder of the package: gazetteers and corpus lie in it. */
export const PACKAGE = join(PROGRAM, '..');

/** The gazetteers that come with the program: the folder analysts edit, inside the package. */
export const GAZETTEERS = join(PACKAGE, 'gazetteers');

/** Version of the package, from package.json. */
export function programVersion(): string {
  return (JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string }).version;
}
