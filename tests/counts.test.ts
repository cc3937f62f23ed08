import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countsOf } from '../src/batch/counts.js';
import { noOrigins } from '../src/batch/origins.js';
import { zipOf } from './support/documents.js';
import { fill, scratch, sitrep } from './support/sitrep.js';

// Nothing is lost: what was read is what was analysed and what was refused.

const folder = scratch();
const story = (n: number): string =>
  `The minister said on Tuesday that at least ${n} people were killed in Gao, and that the army had sent help to ${n + 3} towns.\n`;
const GERMAN =
  'Die Regierung hat am Dienstag mitgeteilt, dass bei dem Angriff im Norden des Landes mindestens zwölf Menschen getötet wurden, und dass die Armee ' +
  'Hilfe geschickt hat. Der Sprecher sagte, es sei noch nicht klar, wer hinter dem Angriff steht.\n';
const news = fill(join(folder, 'news'), {
  'a.txt': story(1),
  'b.txt': story(22),
  'copy-of-b.txt': story(22),
  'c.txt': GERMAN,
  'empty.txt': '',
  'picture.txt': Buffer.from('text with a \0 in it'),
  'old.doc': 'x',
  'feed.ndjson': [
    JSON.stringify({ id: 'f1', text: story(333) }),
    '{broken',
    JSON.stringify({ id: 'f2', text: ' ' }),
    JSON.stringify({ id: 'f3', text: GERMAN }),
  ].join('\n'),
  'table.csv': `id,text\nt1,"${story(4444).trim()}"\nt2,\n`,
  'more.zip': zipOf({ 'x.txt': story(55), 'nothing.txt': '' }) as Buffer,
  'articles.csv': 'file,title\na.txt,One\nnowhere.txt,None\n',
}); // prettier-ignore
symlinkSync('/etc/hostname', join(news, 'out.txt'));
const ARTICLES = 8; // a, b, its copy, c, f1, f3, t1, x
const REFUSED = 8; // empty, picture, old.doc, two lines, a row, one of the archive, the link

interface Run {
  readonly counts: Readonly<Record<string, number>>;
  readonly articles: Readonly<Record<string, number>>;
}

describe('the counts of a run', () => {
  const run = (...words: string[]): { counts: Run['counts']; documents: number; refusals: number; problems: { code: string }[] } => {
    const out = join(folder, 'out');
    const { status, stderr } = sitrep(['run', news, '--out', out, '--cache', join(folder, 'cache'), ...words]);
    expect(status, stderr).toBe(1);
    const table = (name: string): { document_id: string | null; code: string }[] => JSON.parse(readFileSync(join(out, `${name}.json`), 'utf8'));
    const { counts } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')) as Run;
    const problems = table('problems');
    const unread = problems.filter(({ document_id, code }) => document_id === null && code !== 'metadata-without-article');
    return { counts, documents: table('documents').length, refusals: unread.length, problems };
  };

  it('add up: read = analysed + problems, with one thread and two, cold and warm', () => {
    const expected = { files: 9, refused: REFUSED, articles: ARTICLES, from_cache: 0, analysed: ARTICLES, given_up: 2, copies: 1 };
    const cold = run('--jobs', '2');
    expect(cold.counts).toEqual(expected);
    expect([cold.documents, cold.refusals]).toEqual([ARTICLES, REFUSED]);
    expect(cold.problems.filter(({ code }) => code === 'other-language')).toHaveLength(2);
    expect(run().counts).toEqual({ ...expected, from_cache: ARTICLES, analysed: 0 });
    expect(run('--no-cache', '--jobs', '1').counts).toEqual(expected);
  });

  it('an article that is lost on the way ends the run', () => {
    const read = { files: 2, articles: 2, problems: [], origins: { ...noOrigins(), new: 2 } };
    expect(countsOf(read, { documents: 2, copies: 0, givenUp: 0 }).analysed).toBe(2);
    expect(() => countsOf(read, { documents: 1, copies: 0, givenUp: 0 })).toThrow('2 articles were read, 1 are in the tables');
    expect(() => countsOf({ ...read, origins: { ...noOrigins(), new: 1 } }, { documents: 2, copies: 0, givenUp: 0 })).toThrow('2 articles were read');
  });
});
