import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { GAZETTEERS } from '../src/io/gazetteers/gazetteers.js';
import type { Problem } from '../src/model/index.js';
import { fill, scratch, sitrep } from './support/sitrep.js';

const folder = scratch();
const GOOD = 'The minister said on Tuesday that at least 12 people were killed in the north of the country, and that the army had sent help.\n';
const GERMAN =
  'Die Regierung hat am Dienstag mitgeteilt, dass bei dem Angriff im Norden des Landes mindestens zwölf Menschen getötet wurden, und dass ' +
  'die Armee Hilfe geschickt hat. Der Sprecher sagte, es sei noch nicht klar, wer hinter dem Angriff steht.\n';

let runs = 0;
/** Runs over a folder made of these files (beside a good article) and gives exit code, documents and problems. */
function run(files: Readonly<Record<string, string | Uint8Array>>, prepare: (news: string) => void = () => {}) {
  const news = fill(join(folder, `news${++runs}`), { 'zz-good.txt': GOOD, ...files });
  prepare(news);
  const out = join(folder, `out${runs}`);
  const { status, stderr } = sitrep(['run', news, '--out', out]);
  const table = <T>(name: string): T[] => JSON.parse(readFileSync(join(out, `${name}.json`), 'utf8'));
  const documents = table<{ document_id: string; language: string; mentions: number; claims: number; characters: number; problems: number }>(
    'documents',
  );
  // Whatever is wrong with the others, the good article is always there.
  expect(documents.map(({ document_id }) => document_id)).toContain('zz-good');
  return { status, stderr, documents, problems: table<Problem>('problems'), out };
}

const words = (text: string, encoding: 'utf16le' | 'utf16be'): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return encoding === 'utf16be' ? bytes.swap16() : bytes;
};

describe('a bad article becomes a row of problems that names the file and the remedy', () => {
  it('empty file', () => {
    const { status, problems } = run({ 'empty.txt': '', 'blank.txt': ' \n\t\n' });
    expect(status).toBe(1);
    expect(problems).toMatchObject([
      { code: 'empty-file', path: 'blank.txt' },
      { code: 'empty-file', path: 'empty.txt', document_id: null, message: expect.stringMatching(/^empty\.txt .*; delete it/) },
    ]);
  });

  it.each([
    ['PDF', Buffer.from('%PDF-1.7\n…'), 'a PDF'],
    ['Office document', Buffer.from('PK\u0003\u0004xyz'), 'Office'],
    ['zero bytes', Buffer.from('text with a \0 in it'), 'zero bytes'],
    ['noise', Buffer.from(Array.from({ length: 999 }, (_, i) => 1 + ((i * 7) % 31))), 'control characters'],
  ])('binary file: %s', (_, bytes, why) => {
    const { status, problems } = run({ 'picture.txt': bytes });
    expect(status).toBe(1);
    expect(problems).toMatchObject([{ code: 'binary-file', path: 'picture.txt', message: expect.stringContaining(why) }]);
    expect(problems[0].message).toContain('save it as plain text');
  });

  it('invalid UTF-8 is read as Windows-1252, and said so', () => {
    const { status, documents, problems } = run({ 'old.txt': Buffer.from(GOOD.replace('minister', 'minister \u0096 Müller \u0096'), 'latin1') });
    expect(status).toBe(1);
    expect(problems).toMatchObject([{ code: 'not-utf8', path: 'old.txt', document_id: 'old', message: expect.stringContaining('save it as UTF-8') }]);
    expect(documents.find(({ document_id }) => document_id === 'old')).toMatchObject({ problems: 1, characters: GOOD.length + 11 });
  });

  it('UTF-8 and UTF-16 with byte order mark are read alike, without the mark', () => {
    const { status, documents, problems } = run({ 'a.txt': `\ufeff${GOOD}`, 'b.txt': words(GOOD, 'utf16le'), 'c.txt': words(GOOD, 'utf16be') });
    expect([status, problems]).toEqual([0, []]);
    expect(documents.map(({ characters, mentions, claims }) => [characters, mentions, claims])).toEqual(
      Array(4).fill([GOOD.length, documents[0].mentions, documents[0].claims]),
    );
  });

  it('CRLF and old Mac line ends stay, and every quote stands at its offsets', () => {
    const lines = 'Kabul, Afghanistan\n\nThe Taliban said that 12 soldiers were killed.\n\nThe United Nations counted 30 people.\n';
    const texts: Record<string, string> = { unix: lines, dos: lines.replaceAll('\n', '\r\n'), mac: lines.replaceAll('\n', '\r') };
    const { status, documents, out } = run({ 'unix.txt': texts['unix'], 'dos.txt': texts['dos'], 'mac.txt': texts['mac'] });
    expect(status).toBe(0);
    const counts = (id: string) => {
      const row = documents.find(({ document_id }) => document_id === id);
      return [row?.mentions, row?.claims];
    };
    expect(counts('dos')).toEqual(counts('unix'));
    expect(counts('mac')).toEqual(counts('unix'));
    for (const row of JSON.parse(readFileSync(join(out, 'mentions.json'), 'utf8'))) {
      if (row.document_id !== 'zz-good') expect(texts[row.document_id].slice(row.start, row.end)).toBe(row.text);
    }
  });

  it('a file of 60 MB', () => {
    const { status, problems } = run({ 'huge.txt': Buffer.alloc(60_000_000, 'word ') });
    expect(status).toBe(1);
    expect(problems).toMatchObject([{ code: 'file-too-large', path: 'huge.txt', message: expect.stringMatching(/60 MB.*50 MB.*split it/) }]);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('a file without read permission', () => {
    const { status, problems } = run({ 'secret.txt': GOOD }, (news) => chmodSync(join(news, 'secret.txt'), 0));
    expect(status).toBe(1);
    expect(problems).toMatchObject([
      { code: 'unreadable-file', path: 'secret.txt', message: expect.stringMatching(/permission denied.*check its permissions/) },
    ]);
  });

  it('a folder that links to itself, a link to nothing, a link in a circle, a folder reached twice', () => {
    const { status, problems } = run({ 'sub/x.txt': GOOD }, (news) => {
      symlinkSync('..', join(news, 'sub', 'loop'));
      symlinkSync('nowhere.txt', join(news, 'dangling.txt'));
      symlinkSync('circle.txt', join(news, 'circle.txt'));
      symlinkSync('sub', join(news, 'twin'));
    });
    expect(status).toBe(1);
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['unreadable-file', 'circle.txt'],
      ['unreadable-file', 'dangling.txt'],
      ['symlink-loop', 'sub/loop'],
      ['folder-twice', 'twin'],
    ]);
  });

  it('a link out of the input folder, to a file, a folder and the folder above', () => {
    const secret = fill(join(folder, 'elsewhere'), { 'secret.txt': GOOD, 'more/x.txt': GOOD });
    const { status, documents, problems } = run({ 'x.txt': GOOD }, (news) => {
      symlinkSync(join(secret, 'secret.txt'), join(news, 'leak.txt'));
      symlinkSync(join(secret, 'more'), join(news, 'more'));
      symlinkSync('..', join(news, 'up'));
      symlinkSync('x.txt', join(news, 'y.txt'));
    });
    expect(status).toBe(1);
    expect(documents.map(({ document_id }) => document_id)).toEqual(['x', 'y', 'zz-good']);
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['link-outside', 'leak.txt'],
      ['link-outside', 'more'],
      ['link-outside', 'up'],
    ]);
    expect(problems[0].message).toContain('name the place it links to as an input');
  });

  it('an id that is a path stays an id: no file is written outside of the output folder', () => {
    const line = (id: string): string => JSON.stringify({ id, text: GOOD });
    const ids = ['../../escape', '/etc/escape', '..', 'C:\\escape', 'nul\u0000l', '\u001b[31mred'];
    const news = fill(join(folder, 'ids'), { 'feed.ndjson': ids.map(line).join('\n') });
    const out = join(folder, 'ids-out', 'deep', 'out');
    const { status, stderr } = sitrep(['run', news, '--out', out, '--format', 'csv', 'brat', 'conll', 'text', 'json']);
    expect(status).toBe(0);
    // No sign that a terminal obeys.
    expect(stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
    expect(readdirSync(join(folder, 'ids-out'), { recursive: true, encoding: 'utf8' }).every((name) => name.startsWith('deep'))).toBe(true);
    expect(readdirSync(join(folder, 'ids-out', 'deep'))).toEqual(['out']);
    expect(JSON.parse(readFileSync(join(out, 'documents.json'), 'utf8'))).toHaveLength(ids.length);
    expect(readdirSync(join(out, 'brat')).filter((name) => name.endsWith('.txt'))).toHaveLength(ids.length);
  });

  it('two articles with one id: both are read, the second gets a number', () => {
    const line = (id: string): string => JSON.stringify({ id, text: GOOD });
    const { status, documents, problems } = run({ 'a.txt': GOOD, 'b.ndjson': `${line('a')}\n${line('x')}\n${line('x')}\n${line('x~2')}\n` });
    expect(status).toBe(1);
    expect(documents.map(({ document_id }) => document_id)).toEqual(['a', 'a~2', 'x', 'x~2', 'x~2~2', 'zz-good']);
    expect(problems.map(({ code, document_id }) => [code, document_id])).toEqual([
      ['duplicate-id', 'a~2'],
      ['duplicate-id', 'x~2'],
      ['duplicate-id', 'x~2~2'],
    ]);
    expect(problems[0].message).toMatch(/b\.ndjson.*"a".*"a~2"; rename/);
  });

  it('an article in another language is listed, not analysed', () => {
    const { status, documents, problems } = run({
      'german.txt': GERMAN,
      'arabic.txt':
        'قال المتحدث باسم الحكومة إن الهجوم الذي وقع في شمال البلاد يوم الثلاثاء أدى إلى مقتل عدد من الجنود بعد اشتباكات مع المسلحين في هذه المنطقة.',
      'chinese.txt': '政府发言人星期二表示，该国北部的袭击造成至少十二人死亡，军队已派出援助，目前尚不清楚谁是幕后黑手。',
      'quote.txt': `${GOOD}${GOOD}${GERMAN.slice(0, 90)}`,
    });
    expect(status).toBe(1);
    expect(documents.map(({ document_id, language, claims }) => [document_id, language, claims > 0])).toEqual([
      ['arabic', 'ar', false],
      ['chinese', 'und', false],
      ['german', 'de', false],
      ['quote', 'en', expect.anything()],
      ['zz-good', 'en', expect.anything()],
    ]);
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['other-language', 'arabic.txt'],
      ['other-language', 'chinese.txt'],
      ['other-language', 'german.txt'],
    ]);
    expect(problems[2].message).toMatch(/german\.txt.*\(de\).*translate it/);
  });

  it('broken NDJSON lines, with their line numbers', () => {
    const good = JSON.stringify({ id: 'ok', text: `${GOOD}\u2028${GOOD}` });
    const { status, documents, problems } = run({
      'feed.ndjson': ['{"id": "a", "text"', '', good, '[]', '{"id": "b"}', '{"text": "x"}', '{"id": "c", "text": " "}', 'null'].join('\r\n'),
    });
    expect(status).toBe(1);
    expect(documents.map(({ document_id }) => document_id)).toEqual(['ok', 'zz-good']);
    expect(problems.map(({ code, path, line }) => [code, path, line])).toEqual([
      ['broken-line', 'feed.ndjson', 1],
      ['broken-line', 'feed.ndjson', 4],
      ['broken-line', 'feed.ndjson', 5],
      ['broken-line', 'feed.ndjson', 6],
      ['empty-text', 'feed.ndjson', 7],
      ['broken-line', 'feed.ndjson', 8],
    ]);
    expect(problems[0].message).toMatch(/^Line 1 of feed\.ndjson is no article \(it is not valid JSON.*write one JSON object a line/);
  });

  it('compressed NDJSON: whole it is read as a stream, cut off its lines so far are read', () => {
    const lines = Array.from({ length: 400 }, (_, n) => JSON.stringify({ id: `n${n}`, text: `${n} ${GOOD}` })).join('\n');
    const whole = run({ 'feed.ndjson.gz': gzipSync(lines) });
    expect([whole.status, whole.documents.length]).toEqual([0, 401]);
    const cut = run({ 'feed.jsonl.gz': gzipSync(Buffer.from(lines), { level: 0 }).subarray(0, 60_000), 'noise.ndjson.gz': 'no gzip at all' });
    expect(cut.status).toBe(1);
    expect(cut.documents.length).toBeGreaterThan(50);
    expect(cut.problems.map(({ code, path, message }) => [code, path, message.replace(/.*\((.*)\).*/, '$1')])).toEqual([
      ['unreadable-file', 'feed.jsonl.gz', 'its compressed data end too early'],
      ['unreadable-file', 'noise.ndjson.gz', 'its compressed data are damaged'],
    ]);
  });

  it('formats that are not read, broken dates, metadata of nobody', () => {
    const { status, problems } = run({
      'report.pdf': 'x',
      'report.rtf': 'x',
      'picture.png': 'x',
      'articles.csv': 'id,title,published\nzz-good,Good,20 May 2023\nnobody,Lost,2023-02-30\n',
    });
    expect(status).toBe(1);
    expect(problems.map(({ code, path, line }) => [code, path, line])).toEqual([
      ['bad-date', 'articles.csv', 2],
      ['bad-date', 'articles.csv', 3],
      ['metadata-without-article', 'articles.csv', 3],
      ['broken-document', 'report.pdf', null],
      ['unsupported-format', 'report.rtf', null],
    ]);
  });

  it('a metadata file that is not there', () => {
    const news = fill(join(folder, 'unmeta'), { 'good.txt': GOOD });
    const { status, stderr } = sitrep(['run', news, '--out', join(folder, 'unmeta-out'), '--articles', join(news, 'nowhere.csv')]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/no file .*nowhere\.csv; correct the path behind --articles/);
  });

  it('an articles.csv that is no table', () => {
    const { status, problems } = run({ 'articles.csv': 'id,title\nzz-good,a,b,c\n' });
    expect(status).toBe(1);
    expect(problems).toMatchObject([{ code: 'broken-metadata', path: 'articles.csv', message: expect.stringContaining('line 2') }]);
  });
});

describe('what stops a run', () => {
  const stopped = (...words: string[]) => {
    const { status, stdout, stderr } = sitrep(words);
    expect([status, stdout]).toEqual([2, '']);
    return stderr;
  };
  const news = fill(join(folder, 'fine'), { 'good.txt': GOOD });

  it('nothing to read', () => {
    expect(stopped('run', join(folder, 'nowhere'), '--out', join(folder, 'n1'))).toMatch(/no file or folder.*correct the path/);
    mkdirSync(join(folder, 'bare'));
    expect(stopped('run', join(folder, 'bare'), '--out', join(folder, 'n2'))).toContain('no file that sitrep reads');
    expect(stopped('run', fill(join(folder, 'void'), { 'a.txt': '' }), '--out', join(folder, 'n3'))).toMatch(
      /a\.txt holds no text[\s\S]*no article that can be read/,
    );
  });

  it('a gazetteer row with a missing column names file and line', () => {
    const own = join(folder, 'gazetteers');
    cpSync(GAZETTEERS, own, { recursive: true });
    const lines = readFileSync(join(own, 'groups.csv'), 'utf8').split('\n');
    writeFileSync(join(own, 'groups.csv'), [...lines.slice(0, 6), 'group:lonely,Lonely', ...lines.slice(6)].join('\n'));
    expect(stopped('run', news, '--out', join(folder, 'g1'), '--gazetteers', own)).toMatch(
      /groups\.csv.*line 7.*each row needs one cell for each column/,
    );
    writeFileSync(join(own, 'groups.csv'), 'id,kind\ngroup:lonely,party\n');
    expect(stopped('tag', '--gazetteers', own)).toMatch(/groups\.csv, line 1: the column "name" is missing; add it/);
    writeFileSync(join(own, 'groups.csv'), 'id,name,kind\ngroup:lonely,The "Lonely",party\n');
    expect(stopped('tag', '--gazetteers', own)).toMatch(/groups\.csv.*each quote inside is doubled/);
    expect(stopped('tag', '--gazetteers', join(folder, 'nowhere'))).toMatch(/There is no folder .*nowhere; correct the path/);
  });

  it('an unknown option, command, format or number', () => {
    expect(stopped('run', news, '--ouput', 'x')).toMatch(/unknown option '--ouput'[\s\S]*--out\b[\s\S]*sitrep run --help/);
    expect(stopped('rum')).toMatch(/unknown command 'rum'[\s\S]*Did you mean run[\s\S]*sitrep --help/);
    expect(stopped('run', news, '--out', join(folder, 'f'), '--formats', 'xml')).toMatch(/no format xml; write csv or json/);
    expect(stopped('run', news, '--out', join(folder, 'f'), '--workers', 'many')).toContain('write 1 to 64');
    expect(stopped('tag', 'file.ndjson')).toMatch(/takes no words behind it \(file\.ndjson\).*sitrep run/);
    expect(stopped('explain', 'text', '--published', 'yesterday')).toContain('write the day as 2023-11-20');
  });

  it('an output folder that cannot be written', () => {
    const file = join(fill(folder, { 'a-file': 'x' }), 'a-file');
    expect(stopped('run', news, '--out', join(file, 'out'))).toMatch(
      /cannot be written \((a part of the path is a file|a file is in its way)\); name another one with --out/,
    );
    expect(stopped('run', news, '--out', file)).toMatch(/a-file is a file; name a folder with --out/);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('an output folder without write permission', () => {
    const locked = join(folder, 'locked');
    mkdirSync(locked, { mode: 0o555 });
    expect(stopped('run', news, '--out', join(locked, 'out'))).toMatch(/cannot be written \(permission denied\)/);
  });
});
