import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nearest } from '../src/text/index.js';
import { fill, scratch, sitrep } from './support/sitrep.js';

const folder = scratch();
const news = fill(join(folder, 'news'), {
  'one.txt':
    'Commander Idris Tamboura of the Ember Harvest Front (EHF) spoke in Gao on Friday. The EHF denied it. Idris Tamboura said the Ember Harvest Front had left.\n',
  'two.txt':
    'Commander Idriss Tambura of the Ember Harvest Front was seen in Kidal, the army said. Fighters of the EHF were not. ' +
    'A spokesman for the QZX said so. The Taliban denied it. A spokesman for the QZX said no. A spokesman for the QZX agreed.\n',
});
const out = join(folder, 'report');
expect(sitrep(['run', news, '--out', out, '--quiet']).status).toBe(0);

const rowsOf = (csv: string): string[] => csv.trimEnd().split('\n').slice(1);

describe('sitrep suggest', () => {
  it('proposes what is seen often and listed nowhere, with sentences, spellings and acronyms', () => {
    const { status, stdout } = sitrep(['suggest', out]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/groups\.csv: group:ember-harvest-front,Ember Harvest Front,\w+\n {4}\d+ times in 2 articles.*\n {4}“/);
    expect(stdout).toContain('aliases.csv: group:ember-harvest-front,EHF,acronym');
    expect(stdout).toMatch(/people\.csv: person:idris-tamboura,Idris Tamboura,person/);
    expect(stdout).toContain('aliases.csv: person:idris-tamboura,Idriss Tambura,name');
    expect(stdout).toMatch(/QZX[\s\S]*no article spells the letters out/);
    expect(stdout).not.toContain('Taliban,');
  });

  it('takes articles instead of a report, and leaves nothing behind', () => {
    expect(sitrep(['suggest', news]).stdout).toBe(sitrep(['suggest', out]).stdout);
  });

  it('adds the rows marked in the CSV, which then are known', () => {
    const csv = join(folder, 'suggestions.csv');
    const mine = join(folder, 'mine');
    sitrep(['suggest', out, '--out', csv]);
    expect(rowsOf(readFileSync(csv, 'utf8')).length).toBeGreaterThan(3);
    expect(sitrep(['suggest', '--apply', csv, '--gazetteers', mine]).stderr).toContain('No row was accepted');
    writeFileSync(csv, readFileSync(csv, 'utf8').replace(/^,(groups\.csv|aliases\.csv),group:ember/gm, 'y,$1,group:ember'));
    const { status, stderr } = sitrep(['suggest', '--apply', csv, '--gazetteers', mine]);
    expect([status, stderr]).toEqual([0, expect.stringContaining('1 to groups.csv, 1 to aliases.csv')]);
    const [header, row] = readFileSync(join(mine, 'groups.csv'), 'utf8').split('\n');
    expect(header.startsWith('id,name,kind,')).toBe(true);
    expect(row).toMatch(/^group:ember-harvest-front,Ember Harvest Front,\w+,,/);
    // The same again: an id is there once.
    expect(sitrep(['suggest', '--apply', csv, '--gazetteers', mine])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is there already'),
    });
    expect(sitrep(['suggest', out, '--gazetteers', mine]).stdout).toContain('reads like group:ember-harvest-front');
  });

  it('asks with one key each', () => {
    const mine = join(folder, 'keys');
    const { status, stderr } = sitrep(['suggest', out, '--accept', '--gazetteers', mine], 'ynq');
    expect([status, stderr.match(/y \/ n \/ q/g)?.length]).toEqual([0, 3]);
    expect(stderr).toMatch(/Added to .*: 1 to \w+\.csv/);
    const none = join(folder, 'none');
    expect(sitrep(['suggest', out, '--accept', '--gazetteers', none], 'q').stderr).toContain('No row was accepted');
    expect(existsSync(none)).toBe(false);
  });

  it('says what to do when something is missing', () => {
    const csv = fill(join(folder, 'bad'), { 'x.csv': 'accept,file,id,name,kind,use\ny,group.csv,group:x,X,gang,\n' });
    const alone = fill(join(folder, 'bad'), { 'y.csv': 'accept,file,id,name,kind,use\ny,aliases.csv,group:no-such-row,X,,name\n' });
    for (const [words, message] of [
      [[], 'Name an output folder'],
      [[out, '--accept'], '--gazetteers FOLDER'],
      [['--apply', join(folder, 'nowhere.csv'), '--gazetteers', 'x'], 'write it with sitrep suggest --out'],
      [['--apply', join(csv, 'x.csv'), '--gazetteers', join(folder, 'b')], 'line 2: "group.csv" in the column file'],
      [['--apply', join(alone, 'y.csv'), '--gazetteers', join(folder, 'b')], 'accept the row of group:no-such-row'],
    ] as const)
      expect(sitrep(['suggest', ...words])).toMatchObject({ status: 2, stderr: expect.stringContaining(message) });
  });

  it('a written word leads to the nearest known one', () => {
    const known = ['gazetteers', 'formats', 'windows', 'out'];
    expect(['gazeteers', 'format', 'widnows', 'gaz', 'xyz'].map((word) => nearest(word, known))).toEqual([
      'gazetteers',
      'formats',
      'windows',
      'gazetteers',
      null,
    ]);
  });
});
