import { describe, expect, it } from 'vitest';
import { NAME_RULES } from '../src/stages/3-tag/names/rules.js';
import { PLACE_RULES } from '../src/stages/4-resolve/places/points.js';
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
});
