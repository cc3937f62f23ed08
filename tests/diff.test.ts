import { appendFileSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Change } from '../src/compare/index.js';
import { GAZETTEERS } from '../src/io/gazetteers/gazetteers.js';
import { fill, scratch, sitrep } from './support/sitrep.js';

const folder = scratch();
const ARTICLES = {
  'one.txt': 'Gao, 3 March 2024 – The army said 12 soldiers were killed near Gao on Friday. Qari Zakir of the Ember Front was arrested.\n',
  'two.txt': 'The United Nations said 400 families had fled from Kidal to Gao in February 2024. The Red Cross confirmed it.\n',
};

/** The tables of articles as a folder of their own. */
function runOf(name: string, articles: Readonly<Record<string, string>>, ...words: string[]): string {
  const out = join(folder, name);
  const { status, stderr } = sitrep(['run', fill(join(folder, `${name}-in`), articles), '--out', out, '--quiet', ...words]);
  expect(status, stderr).toBe(0);
  return out;
}

function changesOf(before: string, after: string): readonly Change[] {
  return JSON.parse(sitrep(['diff', before, after, '--format', 'json']).stdout);
}

const base = runOf('base', ARTICLES);

describe('sitrep diff', () => {
  it('finds nothing between equal runs, and fails on no change', () => {
    const again = runOf('again', ARTICLES);
    const { status, stdout, stderr } = sitrep(['diff', base, again, '--fail-on-change']);
    expect([status, stdout, stderr.trim()]).toEqual([0, '', 'No difference.']);
  });

  it('an article that was added or removed explains its rows', () => {
    const more = runOf('more', {
      ...ARTICLES,
      'three.txt': 'Police in Mopti said 30 rifles were seized on 5 March 2024, and two men were arrested there.\n',
    });
    const added = changesOf(base, more).filter(({ document_id }) => document_id === 'three');
    expect(added.map(({ table }) => table)).toEqual(expect.arrayContaining(['documents', 'mentions', 'claims', 'dates']));
    expect(new Set(added.map(({ cause, change }) => `${change}: ${cause}`))).toEqual(new Set(['appeared: article added']));
    const removed = changesOf(more, base);
    expect(new Set(removed.filter(({ document_id }) => document_id === 'three').map(({ cause }) => cause))).toEqual(new Set(['article removed']));
    expect(removed.find(({ table, row }) => table === 'entities' && row.includes('Mopti'))).toMatchObject({
      change: 'vanished',
      cause: 'article removed',
    });
  });

  it('a changed text is compared by its words: what moved is no change', () => {
    const text = `${ARTICLES['one.txt'].replace('12 soldiers', '14 soldiers').replace('The army said', 'On Saturday the army said')}`;
    const changed = changesOf(base, runOf('text', { ...ARTICLES, 'one.txt': text }));
    expect(changed.every(({ cause }) => cause === 'text')).toBe(true);
    expect(changed.filter(({ table }) => table === 'mentions')).toEqual([]);
    expect(changed.filter(({ table, field }) => table === 'claims' && field === '').map(({ change, row }) => `${change} ${row.slice(0, 2)}`)).toEqual(
      ['appeared 14', 'vanished 12'],
    );
  });

  it('a gazetteer row that changed is named', () => {
    const gazetteers = join(folder, 'gazetteers');
    cpSync(GAZETTEERS, gazetteers, { recursive: true });
    appendFileSync(
      join(gazetteers, 'groups.csv'),
      `${emptyRow(join(gazetteers, 'groups.csv'), { id: 'group:ember-front', name: 'Ember Front', source: 'test' })}\n`,
    );
    const changed = changesOf(base, runOf('gazetteer', ARTICLES, '--gazetteers', gazetteers));
    expect(changed.find(({ table, field }) => table === 'mentions' && field === 'entity_id')).toMatchObject({
      row: 'Ember Front · group:ember-front',
      before: 'group:~ember-front',
      cause: 'gazetteer',
      because: expect.stringContaining('group:ember-front'),
    });
  });

  it('says with its exit code that something changed, when asked', () => {
    const one = runOf('fewer', { 'one.txt': ARTICLES['one.txt'] });
    expect(sitrep(['diff', base, one]).status).toBe(0);
    expect(sitrep(['diff', base, one, '--fail-on-change']).status).toBe(1);
  });

  it('writes text, Markdown and CSV, disarmed', () => {
    const wild = runOf('wild', {
      ...ARTICLES,
      'three.txt': 'The =Ember| <b>Front said 12 men were killed in Gao on Friday. `Danger` lies near Gao, said Ivo Tal\u001b[2J.\n',
    });
    const markdown = sitrep(['diff', base, wild, '--format', 'markdown']).stdout;
    expect(markdown).toContain('| table | what | cause | rows |');
    expect(markdown).not.toMatch(/[^\\]<b>/);
    expect(sitrep(['diff', base, wild]).stdout).not.toContain('\u001b');
    const csv = sitrep(['diff', base, wild, '--format', 'csv', '--only', 'claims']).stdout;
    expect(csv.split('\n')[0]).toBe('table,change,document_id,row,field,before,after,cause,because');
    expect(csv).toContain('claims,appeared,three,');
    expect(csv).not.toContain('mentions,');
  });

  it('reads JSON tables where there are no CSV files', () => {
    expect(sitrep(['diff', base, runOf('json', ARTICLES, '--formats', 'json')]).stderr.trim()).toBe('No difference.');
  });

  it('says what to do when a folder is no output folder', () => {
    for (const words of [
      [base],
      [base, join(folder, 'nowhere')],
      [base, fill(join(folder, 'broken'), { 'run.json': '{' })],
      [base, base, '--only', 'x'],
    ]) {
      const { status, stderr } = sitrep(['diff', ...words]);
      expect([status, stderr]).toEqual([2, expect.stringMatching(/name|run sitrep|write/)]);
    }
  });
});

/** A CSV row with the columns of `file`, all cells empty but those given. */
function emptyRow(file: string, cells: Readonly<Record<string, string>>): string {
  return readFileSync(file, 'utf8')
    .split('\n')[0]
    .split(',')
    .map((column) => cells[column] ?? '')
    .join(',');
}
