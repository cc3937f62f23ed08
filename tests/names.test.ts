import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TEMPLATES } from '../src/stages/3-tag/names/evidence/templates.js';
import { NAME_RULES } from '../src/stages/3-tag/names/rules.js';
import { PLACE_RULES } from '../src/stages/4-resolve/places.js';
import { sourceFiles } from './support/source-files.js';

const rules = [...NAME_RULES.flat(), ...PLACE_RULES];

describe('rules of names and places', () => {
  it('each have a name of their own and say what they read', () => {
    expect(rules.filter(({ id, reads }) => !/^[a-z]+\.[a-z-]+$/.test(id) || reads === '')).toEqual([]);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it('are all in the lists that the ablation walks', () => {
    const written = sourceFiles()
      .filter(({ path }) => path.startsWith('src/stages/3-tag/names/') || path.startsWith('src/stages/4-resolve/'))
      .flatMap(({ text }) => [...text.matchAll(/^\s*(?:\{ )?id: '([^']+)',/gm)].map(([, id]) => id));
    expect(written.sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  it('stand in ABLATION.md, each with what it is worth; npm run ablation -- --write makes it anew', () => {
    const table = readFileSync(join(import.meta.dirname, 'accuracy/ABLATION.md'), 'utf8');
    const listed = [...table.matchAll(/^\| `([^`]+)` /gm)].map(([, name]) => name);
    expect(listed).toEqual([...rules.map(({ id }) => id), ...TEMPLATES]);
  });
});
