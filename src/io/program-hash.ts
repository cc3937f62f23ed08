import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE, PROGRAM } from './program.js';

/** Folders of the program that make no difference to what is found in an article; `program` holds the same modules joined. */
const APART: ReadonlySet<string> = new Set(['cli', 'compare', 'evaluate', 'io', 'program', 'suggest', 'write']);

/** Sixteen hexadecimal digits that change when a byte of the code that analyses does, or the version of a package it uses. */
export function programHash(): string {
  const hash = createHash('sha256');
  const { dependencies } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { dependencies: object };
  hash.update(JSON.stringify(dependencies));
  for (const name of modulesBelow('').sort())
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(PROGRAM, name)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** Modules of a folder of the program, with slashes. */
function modulesBelow(folder: string): string[] {
  return readdirSync(join(PROGRAM, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return APART.has(name) ? [] : modulesBelow(name);
    return name.endsWith('.js') ? [name] : [];
  });
}
