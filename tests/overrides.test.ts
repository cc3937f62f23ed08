import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Association, Claim, Entity, IdentityRow, Mention, Problem } from '../src/model/index.js';
import { fill, scratch, sitrep } from './support/sitrep.js';

const folder = scratch();
const HEADER = 'action,id,other,field,value,document,quote,note\n';
const ARTICLES = {
  'one.txt':
    'GAO, 3 March 2024 – Commander Idris Tamboura of the Ember Front was seen in Gao on Friday. Idris Tamboura leads about 300 fighters, the army said.\n\n' +
    'The Ember Front and the Taliban deny it. At least 12 soldiers were killed near Gao.\n',
  'two.txt':
    'KIDAL, 9 March 2024 – Commander Idris Tamboura of the Ember Front was killed in Kidal on Friday, the army said. At least 12 soldiers were killed. ' +
    'Two weeks before, at least 12 soldiers were killed in Gao, too.\n',
};

type Table = 'mentions' | 'entities' | 'claims' | 'problems' | 'cooccurrences' | 'identities';

/** A run over the articles with these override rows. */
function runWith(name: string, rows: string, articles: Readonly<Record<string, string>> = ARTICLES) {
  const input = fill(join(folder, `${name}-in`), { ...articles, ...(rows === '' ? {} : { 'overrides.csv': HEADER + rows }) });
  const out = join(folder, name);
  const result = sitrep(['run', input, '--out', out]);
  const table = <T>(of: Table): readonly T[] => JSON.parse(readFileSync(join(out, `${of}.json`), 'utf8'));
  return {
    ...result,
    input,
    out,
    mentions: () => table<Mention>('mentions'),
    entities: () => table<Entity>('entities'),
    claims: () => table<Claim>('claims'),
    problems: () => table<Problem>('problems'),
    pairs: () => table<Association>('cooccurrences'),
    identities: () => table<IdentityRow>('identities'),
  };
}

const plain = runWith('plain', '');
const ids = (mentions: readonly Mention[]): readonly string[] => [...new Set(mentions.map(({ entity_id }) => entity_id))];

describe('overrides.csv', () => {
  it('the articles hold what the tests speak of', () => {
    expect(ids(plain.mentions())).toEqual(expect.arrayContaining(['person:~idris-tamboura', 'group:~ember-front', 'group:taliban']));
    expect(plain.stderr).not.toContain('override');
  });

  it('merge: one entity under one name, counted once where both are named', () => {
    const run = runWith('merge', 'merge,group:~ember-front,group:taliban,,,,,\n');
    expect(run.status, run.stderr).toBe(0);
    expect(ids(run.mentions())).not.toContain('group:~ember-front');
    const merged = run.mentions().filter(({ text }) => text === 'Ember Front');
    expect(merged.every(({ entity_id, name }) => entity_id === 'group:taliban' && name === 'Taliban')).toBe(true);
    expect(merged[0].because).toMatch(/^override merge of group:~ember-front; /);
    const taliban = run.entities().find(({ entity_id }) => entity_id === 'group:taliban');
    expect(taliban).toMatchObject({ documents: 2, mentions: merged.length + 1, listed: true });
    expect(run.pairs().some(({ a_id, b_id }) => a_id === b_id)).toBe(false);
    const gao = run.pairs().filter(({ a_id, b_id }) => [a_id, b_id].includes('group:taliban') && [a_id, b_id].some((id) => id.startsWith('place:')));
    for (const { count, window, documents } of gao) if (window === 'document') expect(count).toBe(documents);
    expect(run.stderr).toContain('1 override applied');
  });

  it('the counts after a merge are those of articles that use one name from the start', () => {
    const renamed = Object.fromEntries(Object.entries(ARTICLES).map(([name, text]) => [name, text.replaceAll('Ember Front', 'Taliban')]));
    const counts = (pairs: readonly Association[]) =>
      pairs
        .filter(({ a_id, b_id }) => [a_id, b_id].includes('group:taliban'))
        .map(({ a_id, b_id, window, count, npmi }) => [a_id, b_id, window, count, npmi]);
    expect(counts(runWith('merge-again', 'merge,group:~ember-front,group:taliban,,,,,\n').pairs()).sort()).toEqual(
      counts(runWith('one-name', '', renamed).pairs()).sort(),
    );
  });

  it('merge into a listed entity that no article names takes its row', () => {
    const run = runWith('listed', 'merge,group:~ember-front,group:al-qaeda,,,,,\n');
    expect(run.entities().find(({ entity_id }) => entity_id === 'group:al-qaeda')).toMatchObject({ name: 'Al-Qaeda', listed: true, documents: 2 });
  });

  it('split: the mentions of one article, or of one sentence, become another', () => {
    const run = runWith('split', 'split,group:~ember-front,group:~ember-front-of-kidal,,Ember Front of Kidal,two,,\n');
    const kidal = run.mentions().filter(({ entity_id }) => entity_id === 'group:~ember-front-of-kidal');
    expect([...new Set(kidal.map(({ document_id, name }) => `${document_id} ${name}`))]).toEqual(['two Ember Front of Kidal']);
    const quoted = runWith('split-quote', 'split,group:~ember-front,group:~other-front,,,one,The [Ember Front] and the Taliban,\n');
    expect(quoted.mentions().filter(({ entity_id }) => entity_id === 'group:~other-front')).toHaveLength(1);
  });

  it('rename, retype and drop reach every table', () => {
    const run = runWith(
      'names',
      'rename,group:~ember-front,,,Front of Embers,,,\nretype,person:~idris-tamboura,,,group,,,\ndrop,group:taliban,,,,,,\n',
    );
    expect(run.entities().find(({ entity_id }) => entity_id === 'group:~ember-front')?.name).toBe('Front of Embers');
    expect(run.pairs().some(({ a_name, b_name }) => [a_name, b_name].includes('Front of Embers'))).toBe(true);
    expect(run.entities().find(({ entity_id }) => entity_id === 'group:~idris-tamboura')).toMatchObject({ type: 'group', listed: false });
    expect(ids(run.mentions())).not.toContain('group:taliban');
    expect(JSON.stringify([run.entities(), run.pairs(), run.claims()])).not.toContain('group:taliban');
  });

  it('correct: a slot of the number that the quoted words mean, wherever it stands now', () => {
    const row = 'correct,,,event,wounded,two,[At least 12] soldiers were killed.,\ncorrect,,,value,14,one,At least 12 soldiers,\n';
    const moved = { ...ARTICLES, 'two.txt': `An earlier line that was not there before.\n\n${ARTICLES['two.txt']}` };
    for (const [name, articles] of [
      ['correct', ARTICLES],
      ['moved', moved],
    ] as const) {
      const run = runWith(name, row, articles);
      expect(run.problems(), run.stderr).toEqual([]);
      const events = run.claims().filter(({ document_id, value }) => document_id === 'two' && value === 12);
      expect(events.map(({ event }) => event)).toEqual(['wounded', 'killed']);
      expect(events[0].because).toMatch(/^override correct event; /);
      expect(run.claims().find(({ document_id, value }) => document_id === 'one' && value === 14)).toMatchObject({ min: 14, operator: '>=' });
    }
  });

  it('a row that fits nothing, or several, becomes a problem that says what to do', () => {
    const run = runWith(
      'idle',
      'rename,group:~no-such-front,,,Front,,,\ncorrect,,,event,wounded,two,at least 12 soldiers,\ndrop,group:taliban,,,,,,\n',
    );
    expect(run.status).toBe(1);
    expect(run.problems()).toMatchObject([
      { code: 'override-unmatched', path: 'overrides.csv', line: 2, message: expect.stringContaining('delete it') },
    ]);
    expect(run.stderr).toContain('2 overrides applied');
    const twice = {
      ...ARTICLES,
      'two.txt': ARTICLES['two.txt'].replace('At least 12 soldiers were killed. Two', 'The army said at least 12 soldiers were killed. Two'),
    };
    const several = runWith('several', 'correct,,,event,wounded,two,at least 12 soldiers,\n', twice);
    expect(several.problems()).toMatchObject([{ code: 'override-ambiguous', message: expect.stringContaining('[ ]') }]);
  });

  it('never-merge: what evidence would join stays two', () => {
    const same = ARTICLES;
    const joined = runWith('joined', '', same);
    expect(joined.identities().filter(({ entity_id }) => entity_id.startsWith('person:~idris-tamboura'))).toMatchObject([{ outcome: 'joined' }]);
    const run = runWith('never', 'never-merge,person:~idris-tamboura,,,,one two,,\n', same);
    const rows = run.identities().filter(({ entity_id }) => entity_id.startsWith('person:~idris-tamboura'));
    expect(rows.map(({ outcome }) => outcome)).toEqual(['apart', 'apart']);
    expect(rows.some(({ because }) => because.includes('override never-merge'))).toBe(true);
    expect(run.problems()).toEqual([]);
    // What a person put apart can be named by the ids that the tables give.
    const again = runWith(
      'never-rename',
      `never-merge,person:~idris-tamboura,,,,one two,,\nrename,${rows[0].entity_id},,,Idris Tamboura the Elder,,,\n`,
      same,
    );
    expect(again.entities().find(({ entity_id }) => entity_id === rows[0].entity_id)?.name).toBe('Idris Tamboura the Elder');
    expect(again.entities().find(({ entity_id }) => entity_id === rows[1].entity_id)?.name).toBe('Idris Tamboura');
  });

  it('an override changes no kept reading: a run with and without analyses nothing anew', () => {
    const run = runWith('cached', '');
    writeFileSync(join(run.input, 'overrides.csv'), `${HEADER}rename,group:~ember-front,,,Front of Embers,,,\n`);
    const again = sitrep(['run', run.input, '--out', run.out]);
    expect(again.stderr).toContain('2 articles from the cache, none to analyse');
    expect(readFileSync(join(run.out, 'entities.csv'), 'utf8')).toContain('Front of Embers');
  });

  it('sitrep diff names the override as cause, of what it took away too', () => {
    const run = runWith('for-diff', 'drop,group:taliban,,,,,,\nrename,group:~ember-front,,,Front of Embers,,,\n');
    const changes: { table: string; change: string; cause: string; row: string }[] = JSON.parse(
      sitrep(['diff', plain.out, run.out, '--format', 'json']).stdout,
    );
    expect(changes.find(({ table, change }) => table === 'mentions' && change === 'vanished')).toMatchObject({ cause: 'override' });
    expect(changes.find(({ table, row }) => table === 'mentions' && row.startsWith('Ember Front'))).toMatchObject({ cause: 'override' });
  });

  it('a bad row stops the run and names file, row and remedy', () => {
    for (const [row, message] of [
      ['megre,a,b,,,,,', 'line 3: "megre" is no action; write one of merge'],
      ['merge,group:x,,,,,,', 'line 3: merge needs the column other'],
      ['rename,zakir,,,Z,,,', '"zakir" in the column id is no id'],
      ['split,group:x,group:y,,,,,', 'document or quote'],
      ['correct,,,evnt,killed,one,12 soldiers,', 'did you mean "event"?'],
      ['correct,,,value,twelve,one,12 soldiers,', 'is no number'],
      ['correct,,,kind,number,one,12 soldiers,', 'write one of count'],
      ['never-merge,person:~a,,,,one,,', 'two or more articles'],
      ['retype,person:~a,,,armed_group,,,', 'write one of group, person, place'],
      ['merge,group:~ember-front,group:no-such-row,,,,,', 'no gazetteer row has the id'],
    ]) {
      const run = runWith('bad', `drop,group:taliban,,,,,,\n${row}\n`);
      expect([run.status, run.stderr]).toEqual([2, expect.stringContaining(message)]);
      expect(run.stderr).toMatch(/overrides\.csv, line 3/);
    }
    writeFileSync(join(folder, 'bad-in', 'overrides.csv'), 'acton,id\ndrop,group:x\n');
    expect(sitrep(['run', join(folder, 'bad-in'), '--out', join(folder, 'bad')]).stderr).toContain('did you mean "action"?');
  });

  it('reads the file of the gazetteer folder, too, and --overrides instead of both', () => {
    const file = join(folder, 'mine.csv');
    writeFileSync(file, `${HEADER}drop,group:taliban,,,,,,\n`);
    appendFileSync(file, '');
    const out = join(folder, 'option');
    expect(sitrep(['run', plain.input, '--out', out, '--overrides', file]).stderr).toContain('1 override applied');
    expect(sitrep(['run', plain.input, '--out', out, '--overrides', join(folder, 'none.csv')])).toMatchObject({ status: 2 });
  });
});
