import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { findProject } from '../src/cli/find-project.js';
import { gazetteerFiles } from '../src/io/gazetteers/files.js';
import { readRows } from '../src/io/gazetteers/rows.js';
import { makeProject, projectSchema, readProject, SETTINGS } from '../src/io/project.js';
import { fill, MAIN, scratch, sitrep } from './support/sitrep.js';

const folder = scratch();
const inside = (at: string, ...words: string[]) => spawnSync(process.execPath, [MAIN, ...words], { cwd: at, encoding: 'utf8', env: process.env });
const settings = (values: object): string => fill(join(folder, 'settings'), { 'sitrep.json': JSON.stringify(values) });

describe('sitrep init', () => {
  it('makes a project that runs as it is, once an article is there', { timeout: 400_000 }, () => {
    const desk = join(folder, 'desk');
    expect(sitrep(['init', desk])).toMatchObject({ status: 0, stderr: expect.stringContaining('sitrep run') });
    expect(inside(desk, 'run')).toMatchObject({ status: 2, stderr: expect.stringContaining('sitrep: ') });
    fill(desk, { 'corpus/one.txt': 'The Ember Harvest Front and the Taliban met in Gao, the army said on Friday.\n' });
    // Nothing of its own yet: the gazetteers of the program serve.
    expect(inside(desk, 'run').stderr).not.toContain('compiling');
    const entities = (): string => readFileSync(join(desk, 'report', 'entities.csv'), 'utf8');
    expect(entities()).toContain('group:~ember-harvest-front');
    writeFileSync(
      join(desk, 'gazetteers', 'groups.csv'),
      'id,name,kind\ngroup:ehf,Ember Harvest Front,armed_group\ngroup:taliban,Islamic Emirate,government\n',
    );
    const again = inside(desk, 'run', '--format', 'csv');
    expect(again.status, again.stderr).toBe(0);
    expect(entities()).toMatch(/group:ehf,group,Ember Harvest Front,armed_group,true/);
    // A row stands in the place of the one with its id, whose other names stay.
    expect(entities()).toMatch(/group:taliban,group,Islamic Emirate,government,true/);
    expect(existsSync(join(desk, 'report', 'entities.json'))).toBe(false);
    expect(inside(desk, 'explain', 'The Ember Harvest Front left.').stdout).toContain('group:ehf');
    expect(inside(desk, 'check', '--errors').stderr).toContain('Nothing to complain');
  });

  it('writes over nothing', () => {
    const desk = fill(join(folder, 'full'), { 'gold/README.md': 'mine' });
    expect(sitrep(['init', desk])).toMatchObject({ status: 2, stderr: expect.stringMatching(/gold\/README\.md is there already.*another folder/) });
    expect(existsSync(join(desk, 'sitrep.json'))).toBe(false);
  });

  it('sitrep.json fits its schema, which knows every setting and no other', async () => {
    const desk = join(folder, 'schema');
    makeProject(desk);
    const schema = JSON.parse(readFileSync(join(desk, 'sitrep.schema.json'), 'utf8'));
    expect(schema).toEqual(projectSchema());
    const valid = new Ajv.default().compile(schema);
    expect(valid(JSON.parse(readFileSync(join(desk, 'sitrep.json'), 'utf8')))).toBe(true);
    expect(Object.keys(schema.properties)).toEqual(['$schema', ...SETTINGS.map(({ name }) => name)]);
    for (const values of [{ paths: 1 }, { formats: ['xml'] }, { excel: 'yes' }, { jobs: 0 }, { cache: true }, { nonsense: 1 }, { out: '' }]) {
      if (!('out' in values)) expect(valid(values), JSON.stringify(values)).toBe(false);
      await expect(readProject(settings(values)), JSON.stringify(values)).rejects.toThrow(/sitrep\.json: .*("\w+"|write)/);
    }
    const good = { paths: ['a', '../b'], formats: 'csv', excel: true, jobs: 2, cache: false, windows: ['sentence'] };
    expect(valid(good)).toBe(true);
    expect(await readProject(settings(good))).toEqual({
      paths: [join(folder, 'settings', 'a'), join(folder, 'b')],
      formats: ['csv'],
      excel: true,
      jobs: '2',
      cache: false,
      windows: ['sentence'],
    });
  });

  it('a misspelled setting is told with the nearest one, and broken JSON with what to look for', () => {
    expect(inside(settings({ gazeteers: 'x' }), 'run')).toMatchObject({ status: 2, stderr: expect.stringContaining('did you mean "gazetteers"?') });
    expect(inside(fill(join(folder, 'broken'), { 'sitrep.json': '{"out": "x",}' }), 'run')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('missing comma or quote'),
    });
  });

  it('holds in the folders below it, but the home folder only for itself', () => {
    const root = fill(join(folder, 'upward'), { 'sitrep.json': '{}', 'a/b/c/x.txt': '', 'home/sitrep.json': '{}', 'home/desk/x.txt': '' });
    const [home, deep] = [join(root, 'home'), join(root, 'a', 'b', 'c')];
    expect(findProject(root, home)).toBe(root);
    expect(findProject(deep, home)).toBe(root);
    expect(findProject(join(home, 'desk'), home)).toBe(null);
    expect(findProject(home, home)).toBe(home);
  });

  it('is found from a folder below, and says so', () => {
    const root = fill(join(folder, 'below'), { 'sitrep.json': '{"paths":"news","out":"tables","cache":false}', 'news/a.txt': 'Rain fell in Gao.\n' });
    const { status, stderr } = inside(join(root, 'news'), 'run');
    expect([status, stderr]).toEqual([0, expect.stringContaining(`Settings of ${realpathSync(root)}/sitrep.json`)]);
    expect(existsSync(join(root, 'tables', 'mentions.csv'))).toBe(true);
  });

  it('a layer of gazetteers adds rows and takes the place of others', async () => {
    const layer = fill(join(folder, 'layer'), {
      'groups.csv': 'id,name,kind\ngroup:taliban,Islamic Emirate,government\ngroup:ehf,Ember Harvest Front,armed_group\n',
      'words/titles.csv': 'phrase,kind,position,ambiguous,source,note\nskipper of the boat,office,before,,test,\n',
      'people.csv': 'id,name,kind\n',
    });
    const files = gazetteerFiles(layer);
    expect(files.filter(({ name, table }) => name !== table).map(({ name }) => name)).toEqual(['layer/groups.csv', 'layer/words/titles.csv']);
    const { entities, words } = await readRows(files, 'test');
    const called = (id: string) => entities.filter(({ cells }) => cells['id'] === id).map(({ file, cells }) => [file, cells['name']]);
    expect(called('group:taliban')).toEqual([['layer/groups.csv', 'Islamic Emirate']]);
    expect(called('group:ehf')).toHaveLength(1);
    expect(called('group:al-qaeda')).toHaveLength(1);
    expect(words.get('titles')?.some(({ cells }) => cells['phrase'] === 'skipper of the boat')).toBe(true);
    expect(words.get('titles')?.length).toBeGreaterThan(100);
  });
});
