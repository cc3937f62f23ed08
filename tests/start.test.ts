import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KEPT_CODE, openProgram } from '../src/cli/joined.js';
import { openAt } from '../src/io/gazetteers/compiled.js';
import { loadKnowledge } from '../src/io/gazetteers/gazetteers.js';
import { PROGRAM } from '../src/io/program.js';
import { entityText, findEntity, LEXICON_KINDS, lexiconRow, lexiconRows, LEXICON } from '../src/knowledge/index.js';
import { fill, scratch } from './support/sitrep.js';

describe('joined files', () => {
  const joined = join(PROGRAM, 'program');

  it('are ASCII, as they are read byte by byte', () => {
    const files = readdirSync(joined).filter((name) => name.endsWith('.cjs'));
    expect(files).toContain('sitrep.cjs');
    for (const name of files) expect([name, /[^\0-\x7f]/.test(readFileSync(join(joined, name), 'utf8'))]).toEqual([name, false]);
  });

  it('need few files of the program to explain a text', () => {
    const code = ['sitrep.cjs', 'analysis.cjs'].map((name) => readFileSync(join(joined, name), 'utf8')).join('');
    const needed = [...code.matchAll(/^(?:const|let) \w+ = require\("(.+?)"\);/gm)].map(([, name]) => name);
    expect(new Set(needed)).toEqual(
      new Set(['./rolldown-runtime.cjs', './sitrep.cjs', 'node:fs', 'node:path', 'node:os', 'node:url', 'node:module']),
    );
  });

  it('run without kept code, with code of their own, and with code that V8 refuses', () => {
    const folder = fill(scratch(), {
      'one.cjs': 'exports.two = require("./two.cjs").two; exports.one = () => 1;',
      'two.cjs': 'exports.two = () => 2;',
    });
    const answers = (): [number, number, (boolean | undefined)[]] => {
      const program = openProgram(folder);
      const { one, two } = program.load('one.cjs') as Record<'one' | 'two', () => number>;
      return [one(), two(), [...program.scripts.values()].map(({ cachedDataRejected }) => cachedDataRejected)];
    };
    expect(answers()).toEqual([1, 2, [undefined, undefined]]);
    const cold = openProgram(folder, false);
    cold.load('one.cjs');
    for (const [file, script] of cold.scripts) writeFileSync(file + KEPT_CODE, script.createCachedData());
    expect(answers()).toEqual([1, 2, [false, false]]);
    // Other sources: V8 remembers those it compiled before.
    fill(folder, { 'two.cjs': 'exports.two = () => 1 + 1;' });
    expect(answers()).toEqual([1, 2, [false, true]]);
    fill(folder, { 'two.cjs': 'exports.two = () => 3 - 1;', [`two.cjs${KEPT_CODE}`]: 'no code' });
    expect(answers()).toEqual([1, 2, [false, true]]);
  });
});

describe('compiled knowledge', async () => {
  const knowledge = await loadKnowledge();
  const compiled = join(PROGRAM, 'knowledge.bin');

  it('gives the same texts of entities from the file, one by one and all at once, as from memory', async () => {
    const { entities } = (await openAt(compiled, knowledge.version, true)) ?? knowledge;
    const apart = await openAt(compiled, knowledge.version, false);
    expect(apart).not.toBeNull();
    if (apart === null) return;
    for (let entity = 0; entity < 5000; entity++) expect(entityText(apart.entities, entity)).toEqual(entityText(entities, entity));
    const last = entities.count - 1;
    expect(findEntity(apart.entities, entityText(entities, last).id)).toBe(last);
  });

  it('gives a row of a list alone as it gives all of them', async () => {
    const { lexicon, version } = (await openAt(compiled, knowledge.version, false)) ?? knowledge;
    expect(version).toBe(knowledge.version);
    for (const name of LEXICON_KINDS) {
      const { kind } = LEXICON[name];
      const alone = lexicon.first[kind + 1] > lexicon.first[kind] ? [lexiconRow(lexicon, kind, 0)] : [];
      expect(lexiconRows(knowledge, name).slice(0, 1)).toEqual(alone);
      expect(lexiconRows({ lexicon }, name)).toEqual(lexiconRows(knowledge, name));
    }
  });

  it('is not used when its end is missing', async () => {
    const folder = fill(scratch(), { 'knowledge.bin': readFileSync(compiled) });
    const file = join(folder, 'knowledge.bin');
    expect((await openAt(file, knowledge.version, false))?.version).toBe(knowledge.version);
    truncateSync(file, 60_000_000);
    for (const shared of [false, true]) expect(await openAt(file, knowledge.version, shared)).toBeNull();
    truncateSync(file, 4);
    for (const shared of [false, true]) expect(await openAt(file, knowledge.version, shared)).toBeNull();
  });
});
