import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NO_INPUT_OPTIONS, listArticles, readArticles, type InputOptions } from '../src/io/index.js';
import { fits, patternParts } from '../src/io/glob.js';
import { publishedIn } from '../src/io/readers/published.js';
import type { Problem, Source } from '../src/model/index.js';
import { column, docxOf, pageOf, pdfOf, zipOf } from './support/documents.js';
import { fill, scratch, sitrep } from './support/sitrep.js';

const folder = scratch();
let folders = 0;
type Files = Readonly<Record<string, string | Uint8Array>>;

const FIRST = 'The ministry said on Tuesday that at least 12 people were killed in the north of the country, and that the army had sent help.';
const SECOND = 'The United Nations said that about 300 families had left the district since last week, and that many of them had gone to Iran.';
const THIRD = 'The governor told reporters that the road to Herat was open again, and that 5 of the wounded had been taken to a hospital there.';

async function read(paths: readonly string[], options: Partial<InputOptions> = {}) {
  const listing = listArticles(paths);
  const sources: Source[] = [];
  const problems: Problem[] = [...listing.problems];
  for await (const armful of readArticles(listing, { ...NO_INPUT_OPTIONS, ...options })) {
    sources.push(...armful.articles.map(({ source }) => source));
    problems.push(...armful.problems, ...armful.articles.flatMap((article) => article.problems));
  }
  return { sources, problems, told: problems.map(({ code, path }) => [code, path]) };
}

const readFolder = (files: Files, options: Partial<InputOptions> = {}) => read([fill(join(folder, `in${++folders}`), files)], options);

async function readOne(name: string, content: string | Uint8Array) {
  const { sources, problems } = await readFolder({ [name]: content });
  return { source: sources[0] as Source | undefined, problems };
}

describe('web pages', () => {
  const article = `<article><h1>Clash kills twelve</h1><p>${FIRST}</p><ul><li>${SECOND}</li></ul><p>${THIRD}<br>It rained.</p></article>`;
  const around = (head: string): string =>
    pageOf(head, `<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>${article}<footer>All rights reserved</footer>`);

  it('give headline and article in paragraphs, without menus', async () => {
    const { source, problems } = await readOne('page.html', around('<title>Clash kills twelve | The Paper</title>'));
    expect(source?.text).toBe(`Clash kills twelve\n\n${FIRST}\n\n${SECOND}\n\n${THIRD}\nIt rained.`);
    expect(source).toMatchObject({ id: 'page', path: 'page.html', title: 'Clash kills twelve', origin: { extracted: true, pages: [], dated: null } });
    expect(problems).toEqual([]);
  });

  it.each([
    [
      'JSON-LD',
      `<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"], "headline": "Clash kills twelve",
      "datePublished": "2024-03-05T23:30:00-05:00", "author": [{"name": "Mina Rahimi"}, {"name": "A. Noor"}], "publisher": {"name": "The Paper"},
      "mainEntityOfPage": {"@id": "https://paper.example/clash"}}]}</script><meta name="date" content="1999-01-01">`,
      'Mina Rahimi, A. Noor',
    ],
    [
      'meta tags',
      '<meta property="article:published_time" content="2024-03-05T08:00:00Z"><meta name="author" content="Mina Rahimi">' +
        '<meta property="og:site_name" content="The Paper"><meta property="og:url" content="https://paper.example/clash">',
      'Mina Rahimi',
    ],
  ])('tell date, author, publisher and address: %s', async (_, head, author) => {
    const { source } = await readOne('page.html', around(head));
    expect(source).toMatchObject({
      title: 'Clash kills twelve',
      published: '2024-03-05',
      url: 'https://paper.example/clash',
      origin: { author, publisher: 'The Paper', dated: 'document' },
    });
  });

  it('tell the date that the page shows', async () => {
    const { source } = await readOne('page.html', around('').replace('</h1>', '</h1><time datetime="2024-03-04T10:00:00+02:00">Monday</time>'));
    expect(source?.published).toBe('2024-03-04');
  });

  it('are decoded as their own head says', async () => {
    const latin = Buffer.from(around('<meta charset="windows-1251">').replace('Herat', '\u00cc\u00e8\u00ed\u00f1\u00ea'), 'latin1');
    const { source, problems } = await readOne('page.html', latin);
    expect(source?.text).toContain('road to Минск');
    expect(problems).toEqual([]);
  });

  it('without an article are read whole, and said so; without words they are a problem', async () => {
    const menu = await readOne('menu.html', pageOf('<title>Contacts</title>', '<p>Press office</p><p>Tel. 1234</p>'));
    expect(menu.source?.text).toContain('Press office');
    const empty = await readOne('app.html', pageOf('<title>App</title>', '<div id="root"></div><script>start()</script>'));
    expect(empty.source).toBeUndefined();
    expect(empty.problems).toMatchObject([{ code: 'no-article', path: 'app.html', message: expect.stringContaining('save it') }]);
  });

  it('nested without end do not stop a run', async () => {
    const { source, problems } = await readOne('deep.html', `${'<div>'.repeat(20_000)}<p>${FIRST}</p>`);
    expect(source?.text ?? problems[0].code).toMatch(/12 people|broken-document/);
  });
});

describe('PDF', () => {
  const prose = (n: number): string[] =>
    Array.from({ length: n }, (_, i) => `line ${'abcdefghijklmnop'[i]} goes on over the whole width of this narrow column and`);

  it('two columns below a headline across both are read one after the other, divided words healed', async () => {
    const left = [
      'The ministry said on Tuesday that twelve',
      'people were killed in the north of the',
      'country. The government has sent counter-',
      'terrorism units. It also asked neigh-',
      'bours for help in the search for those',
      'who are still missing after the attack.',
    ];
    const right = [
      'Counter-terrorism has been the duty of',
      'the army since last year. The governor',
      'told reporters that the road to Herat',
      'was open again, and that five of the',
      'wounded had been taken to hospital',
      'in the provincial capital since then.',
    ];
    const page = [
      { text: 'Clash in the north kills twelve people, ministry says', x: 60, y: 80, size: 20 },
      ...column(left, 60, 130),
      ...column(right, 320, 130),
    ];
    const { source, problems } = await readOne('paper.pdf', pdfOf([page], { title: 'Clash in the north' }));
    expect(problems).toEqual([]);
    expect(source?.text.split('\n\n')).toEqual([
      'Clash in the north kills twelve people, ministry says',
      'The ministry said on Tuesday that twelve people were killed in the north of the country. The government has sent ' +
        'counter-terrorism units. It also asked neighbours for help in the search for those who are still missing after the attack.',
      'Counter-terrorism has been the duty of the army since last year. The governor told reporters that the road to Herat was open ' +
        'again, and that five of the wounded had been taken to hospital in the provincial capital since then.',
    ]);
    // The date in the file's properties is not that of the publication.
    expect(source).toMatchObject({ title: 'Clash in the north', published: null, origin: { extracted: true, pages: [0] } });
  });

  it('running heads, feet and page numbers are left out; each page is found again; a sentence runs over its end', async () => {
    const page = (number: number, lines: readonly string[]) => [
      { text: 'Situation Report 7 | Northern Region', x: 60, y: 40, size: 8 },
      ...column(lines, 60, 120),
      { text: `Page ${number} of 3`, x: 280, y: 810, size: 8 },
    ];
    const file = pdfOf([
      page(1, [...prose(3), 'the army said on Monday that it had lost']),
      page(2, ['twelve soldiers in the valley.', ...prose(3)]),
      page(3, ['The end of the report is near.', ...prose(2)]),
    ]);
    const { source } = await readOne('report.pdf', file);
    const { text, origin } = source as Source;
    expect(text).not.toMatch(/Situation Report|Page \d/);
    expect(text).toContain('it had lost twelve soldiers in the valley.');
    expect(origin?.pages).toEqual([0, text.indexOf('twelve soldiers'), text.indexOf('The end of the report')]);
  });

  it('paragraphs are told by distance and by indent', async () => {
    const page = [...column(prose(3), 60, 100), ...column(['and here the paragraph ends.'], 60, 139), ...column(prose(2), 60, 180)];
    const { source } = await readOne('gaps.pdf', pdfOf([page]));
    expect(source?.text.split('\n\n')).toHaveLength(2);
  });

  it.each([
    ['locked with a password', pdfOf([column([FIRST], 40, 100, { size: 8 })], { locked: true }), 'encrypted-file', /save a copy without/],
    ['pictures of pages', pdfOf([[], []]), 'no-text-layer', /OCR/],
    ['broken', Buffer.from('%PDF-1.4\nnothing more'), 'broken-document', /save it anew/],
  ])('%s: a problem with its remedy', async (_, bytes, code, remedy) => {
    const { source, problems } = await readOne('bad.pdf', bytes);
    expect(source).toBeUndefined();
    expect(problems).toMatchObject([{ code, path: 'bad.pdf', message: expect.stringMatching(remedy) }]);
  });

  it('pages without words among others are named', async () => {
    const { source, problems } = await readOne(
      'half.pdf',
      pdfOf([column([FIRST], 40, 100, { size: 8 }), [], column([SECOND], 40, 100, { size: 8 })]),
    );
    expect(source?.text).toBe(`${FIRST}\n\n${SECOND}`);
    expect(source?.origin?.pages).toEqual([0, FIRST.length, FIRST.length + 2]);
    expect(problems).toMatchObject([{ code: 'pages-without-text', document_id: 'half', message: expect.stringContaining('(2)') }]);
  });
});

describe('Word documents', () => {
  it('give paragraphs, title and author, and not the date of the file', async () => {
    const { source, problems } = await readOne('note.docx', docxOf([FIRST, '', SECOND], { title: 'A & B', author: 'Mina Rahimi' }));
    expect(source).toMatchObject({
      text: `${FIRST}\n\n${SECOND}`,
      title: 'A & B',
      published: null,
      origin: { author: 'Mina Rahimi', extracted: true },
    });
    expect(problems).toEqual([]);
  });

  it.each([
    ['empty', docxOf(['', ' ']), 'empty-file'],
    ['locked', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'encrypted-file'],
    ['another archive', zipOf({ 'a.txt': 'x' }), 'broken-document'],
    ['broken', docxOf([FIRST]).slice(0, 300), 'broken-archive'],
    ['a trap', docxOf(['x'.repeat(60_000_000)]), 'archive-trap'],
  ])('%s: a problem', async (_, bytes, code) => {
    const { source, problems } = await readOne('bad.docx', bytes);
    expect(source).toBeUndefined();
    expect(problems.map((row) => row.code)).toEqual([code]);
  });
});

describe('mail', () => {
  const head =
    'From: Press Office <press@example.org>\r\nDate: Mon, 20 Nov 2023 23:30:00 -0500\r\nSubject: =?UTF-8?Q?Statement_on_H=C3=A9rat?=\r\nMIME-Version: 1.0\r\n';
  const part = (type: string, body: string, more = ''): string => `--b\r\nContent-Type: ${type}\r\n${more}\r\n${body}\r\n`;
  const mixed = `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n`;

  it('gives subject, sender and the day on the sender’s calendar; attachments are named', async () => {
    const annex = part(
      'application/pdf; name="annex.pdf"',
      'JVBERi0=',
      'Content-Disposition: attachment; filename="annex.pdf"\r\nContent-Transfer-Encoding: base64\r\n',
    );
    const { source, problems } = await readOne(
      'mail.eml',
      `${mixed}${part('text/plain; charset=utf-8', `${FIRST}\r\n\r\n${SECOND}`)}${annex}--b--\r\n`,
    );
    expect(source).toMatchObject({
      text: `Statement on Hérat\n\n${FIRST}\n\n${SECOND}`,
      title: 'Statement on Hérat',
      published: '2023-11-20',
      origin: { author: 'Press Office', dated: 'document' },
    });
    expect(problems).toMatchObject([{ code: 'attachments', document_id: 'mail', message: expect.stringContaining('(annex.pdf)') }]);
  });

  it('in HTML alone is read as a page', async () => {
    const { source } = await readOne('mail.eml', `${head}Content-Type: text/html; charset=utf-8\r\n\r\n<p>${FIRST}</p><p>${SECOND}</p>`);
    expect(source?.text).toBe(`Statement on Hérat\n\n${FIRST}\n\n${SECOND}`);
  });

  it('that is none is a problem', async () => {
    expect((await readOne('bad.eml', 'no mail at all')).problems).toMatchObject([{ code: 'broken-document' }]);
  });
});

describe('tables', () => {
  it('a row an article, under usual names, whatever parts the cells', async () => {
    const { sources, problems } = await readFolder({
      'a.csv': `\ufeffDoc_ID,Headline,Full Text,publishedAt,Link,Source\n7,One,"${FIRST}\nSecond line, with ""quotes""",20 November 2023,https://x.example/1,The Paper\n`,
      'b.tsv': `title\ttext\tdate\nTwo\t${SECOND}\t2024-01-02T23:00:00-08:00\n`,
      'c.csv': `body;title\n${THIRD};Three\n`,
    });
    expect(problems).toEqual([]);
    expect(sources.map(({ id, title, published, url, path }) => [id, title, published, url, path])).toEqual([
      ['7', 'One', '2023-11-20', 'https://x.example/1', 'a.csv'],
      ['b#1', 'Two', '2024-01-02', null, 'b.tsv'],
      ['c#1', 'Three', null, null, 'c.csv'],
    ]);
    expect(sources[0].text).toBe(`${FIRST}\nSecond line, with "quotes"`);
    expect(sources[0].origin).toMatchObject({ publisher: 'The Paper', extracted: false });
  });

  it('under names that are given, also in NDJSON', async () => {
    const fields = { text: 'Erzählung', id: 'Nr', date: 'Tag' };
    const { sources, problems } = await readFolder(
      {
        'a.csv': `Nr,Erzählung,Tag,text\nx1,"${FIRST}",2024-02-03,wrong\n`,
        'b.ndjson': JSON.stringify({ Nr: 5, Erzählung: SECOND, Tag: '3 Feb 2024', text: 'wrong', headline: 'H' }),
      },
      { fields },
    );
    expect(problems).toEqual([]);
    expect(sources.map(({ id, text, published, title }) => [id, text, published, title])).toEqual([
      ['x1', FIRST, '2024-02-03', null],
      ['5', SECOND, '2024-02-03', 'H'],
    ]);
  });

  it('that are none of articles are passed over in a folder, and a problem when they are named', async () => {
    const files = { 'sales.csv': 'region,sum\nnorth,5\n', 'a.txt': FIRST };
    expect((await readFolder(files)).told).toEqual([]);
    const { problems } = await read([join(fill(join(folder, 'named'), files), 'sales.csv')]);
    expect(problems).toMatchObject([{ code: 'no-text-column', message: expect.stringMatching(/region, sum.*--text-field/) }]);
  });

  it('with empty cells, bad dates and an open quote keep all other rows', async () => {
    const { sources, told } = await readFolder({
      'a.csv': `id,text,date\n1,,2024\n2,${FIRST.replaceAll(',', '')},03/04/2024\n3,"${SECOND}\n4,x,2024\n`,
    });
    expect(sources.map(({ id, published }) => [id, published])).toEqual([['2', null]]);
    expect(told.map(([code]) => code).sort()).toEqual(['bad-date', 'broken-table', 'empty-text']);
  });

  it('in old encodings', async () => {
    const text = `id,text\n1,"Müller said: ${FIRST}"\n`;
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    const { sources, told } = await readFolder({
      'latin.csv': Buffer.from(text, 'latin1'),
      'utf16.csv': utf16,
      'bare.txt': Buffer.from(FIRST, 'utf16le'),
    });
    expect(sources.map((source) => source.text.slice(0, 6))).toEqual([FIRST.slice(0, 6), 'Müller', 'Müller']);
    expect(told).toEqual([
      ['not-utf8', 'latin.csv'],
      ['duplicate-id', 'utf16.csv'],
    ]);
  });
});

describe('archives', () => {
  it('are read like folders, articles.csv included', async () => {
    const { sources, problems } = await readFolder({
      'news.zip': zipOf({
        'a.txt': FIRST,
        'deep/b.html': pageOf('', `<p>${SECOND}</p>`.repeat(3)),
        'deep/c.csv': `id,text\nrow,${THIRD.replaceAll(',', '')}\n`,
        'articles.csv': 'file,published,publisher\na.txt,2023-05-06,The Paper\n',
        '__MACOSX/._a.txt': 'x',
        '.hidden.txt': 'x',
        'picture.png': 'x',
      }),
    });
    expect(problems).toEqual([]);
    expect(sources.map(({ id, path, published }) => [id, path, published])).toEqual([
      ['news.zip/a', 'news.zip/a.txt', '2023-05-06'],
      ['news.zip/deep/b', 'news.zip/deep/b.html', null],
      ['row', 'news.zip/deep/c.csv', null],
    ]);
    expect(sources[0].origin).toMatchObject({ publisher: 'The Paper', dated: 'metadata' });
  });

  it('with paths that lead out, with archives within, with documents that are not read: a row each, the rest is read', async () => {
    const { sources, told } = await readFolder({
      'bad.zip': zipOf({
        'a.txt': FIRST,
        '../../evil.txt': 'x',
        '/etc/passwd.txt': 'x',
        'C:\\x.txt': 'x',
        'in.zip': zipOf({ 'b.txt': 'x' }),
        'old.doc': 'x',
      }),
    });
    expect(sources.map(({ id }) => id)).toEqual(['bad.zip/a']);
    expect(told).toEqual([
      ['outside-archive', 'bad.zip/../../evil.txt'],
      ['outside-archive', 'bad.zip//etc/passwd.txt'],
      ['outside-archive', 'bad.zip/C:\\x.txt'],
      ['archive-in-archive', 'bad.zip/in.zip'],
      ['unsupported-format', 'bad.zip/old.doc'],
    ]);
  });

  it('that are traps, cut off, damaged, lying or empty', async () => {
    const good = Buffer.from(zipOf({ 'a.txt': FIRST.repeat(20), 'b.txt': SECOND.repeat(20) }));
    const damaged = Buffer.from(good);
    damaged.fill(0x55, 60, 80);
    const lying = Buffer.from(zipOf({ 'a.txt': 'x'.repeat(1_000_000) }));
    lying.writeUInt32LE(1000, lying.indexOf('PK\u0001\u0002', 'latin1') + 24);
    const { sources, problems } = await readFolder({
      'trap.zip': zipOf({ 'a.txt': new Uint8Array(51_000_000) }),
      'cut.zip': good.subarray(0, good.length - 60),
      'damaged.zip': damaged,
      'lying.zip': lying,
      'none.zip': zipOf({ 'x.png': 'x' }),
      'text.zip': 'this is no archive',
    });
    expect(sources.map(({ id }) => id)).toEqual(['damaged.zip/b']);
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['broken-archive', 'cut.zip'],
      ['broken-archive', 'damaged.zip/a.txt'],
      ['broken-archive', 'lying.zip/a.txt'],
      ['empty-archive', 'none.zip'],
      ['broken-archive', 'text.zip'],
      ['archive-trap', 'trap.zip'],
    ]);
    for (const { message } of problems) expect(message).toMatch(/pack it anew|unpack it yourself|see sitrep run --help/);
  });
});

describe('what is read of a folder', () => {
  it('every format under its path, and no folder of results', async () => {
    const root = fill(join(folder, 'mixed'), {
      'a.txt': FIRST,
      'sub/b.md': `---\ntitle: "Bee"\ndate: 2024-02-03\n---\n# Bee\n\n${SECOND}\n`,
      'old.rtf': 'x',
      'report/datapackage.json': '{}',
      'report/run.json': '{}',
      'report/summary.md': 'x',
    });
    const { sources, problems } = await read([root]);
    expect(sources.map(({ id, title, published }) => [id, title, published])).toEqual([
      ['a', null, null],
      ['sub/b', 'Bee', '2024-02-03'],
    ]);
    expect(problems).toMatchObject([{ code: 'unsupported-format', path: 'old.rtf', message: expect.stringContaining('save it as .docx') }]);
  });

  it('the date comes from articles.csv, else from the document, else from the option', async () => {
    const page = (date: string) => pageOf(`<meta name="date" content="${date}">`, `<p>${FIRST}</p>`);
    const { sources } = await readFolder(
      { 'articles.csv': 'file,published\na.html,2020-01-01\n', 'a.html': page('2021-01-01'), 'b.html': page('2021-01-01'), 'c.html': page('') },
      { published: '2022-01-01' },
    );
    expect(sources.map(({ published, origin }) => [published, origin?.dated])).toEqual([
      ['2020-01-01', 'metadata'],
      ['2021-01-01', 'document'],
      ['2022-01-01', 'option'],
    ]);
  });

  it('patterns', async () => {
    const root = fill(join(folder, 'patterns'), { 'a1.txt': FIRST, 'a2.txt': SECOND, 'b1.txt': THIRD, 'x/a3.txt': FIRST, 'x/y/a4.txt': SECOND });
    const ids = async (pattern: string) => (await read([join(root, pattern)])).sources.map(({ id }) => id);
    expect(await ids('a*.txt')).toEqual(['a1', 'a2']);
    expect(await ids('[!a]?.txt')).toEqual(['b1']);
    expect(await ids('**/a*.txt')).toEqual(['a1', 'a2', 'x/a3', 'x/y/a4']);
    expect(await ids('x/*')).toEqual(['a3', 'y/a4']);
    expect((await read([join(root, 'nothing*')])).told).toEqual([['no-such-path', join(root, 'nothing*')]]);
  });

  it('patterns fit in linear time', () => {
    expect(fits(['a'.repeat(5000)], [`${'*a'.repeat(50)}b`])).toBe(false);
    expect(patternParts('news/2024-*/x.txt')).toEqual({ folder: 'news', names: ['2024-*', 'x.txt'] });
  });
});

it.each([
  ['2023-11-20T23:59:00-05:00', '2023-11-20'],
  ['2023/11/5', '2023-11-05'],
  ['20231120', '2023-11-20'],
  ['Mon, 20 Nov 2023 23:10:00 -0500', '2023-11-20'],
  ['Monday, November 20th, 2023 at 5 pm', '2023-11-20'],
  ['20th of November, 2023', '2023-11-20'],
  ['5 Sept. 2023', '2023-09-05'],
  ['November 2023', '2023-11'],
  ['2023', '2023'],
  ['03/04/2023', null],
  ['31 February 2023', null],
  ['yesterday', null],
])('the day of "%s" is %s', (date, day) => {
  expect(publishedIn(date)).toBe(day);
});

describe('a run', () => {
  it('writes the texts in which its spans count, page by page, from standard input, too', () => {
    const out = join(folder, 'run');
    const page = pageOf('<title>Clash</title>', `<article><p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p></article>`);
    const news = fill(join(folder, 'news'), {
      'Page A.html': page,
      'b.pdf': pdfOf([column([FIRST], 40, 100, { size: 8 }), column([SECOND], 40, 100, { size: 8 })]),
      'c.txt': THIRD,
    });
    const { status, stderr } = sitrep(
      ['run', news, '-', '--out', out, '--published', '2024-05-06', '--no-cache'],
      zipOf({ 'd.docx': docxOf([FIRST]) }) as Buffer,
    );
    expect([status, stderr]).toEqual([0, expect.stringContaining('4 articles')]);
    const table = (name: string) => JSON.parse(readFileSync(join(out, `${name}.json`), 'utf8'));
    const documents: { document_id: string; text_path: string | null; path: string; published_from: string; page_starts: number[] }[] =
      table('documents');
    expect(documents.map(({ path, published_from, page_starts }) => [path, published_from, page_starts])).toEqual([
      ['Page A.html', 'option', []],
      ['b.pdf', 'option', [0, FIRST.length + 2]],
      ['c.txt', 'option', []],
      ['stdin/d.docx', 'option', []],
    ]);
    const textOf = new Map(
      documents.map((row) => [row.document_id, readFileSync(row.text_path === null ? join(news, row.path) : join(out, row.text_path), 'utf8')]),
    );
    const pages = new Set<number | null>();
    for (const name of ['mentions', 'claims', 'dates']) {
      const rows: { document_id: string; start: number; end: number; text: string; page: number | null }[] = table(name);
      expect(new Set(rows.map((row) => row.document_id)).size).toBeGreaterThan(2);
      for (const row of rows) expect(textOf.get(row.document_id)?.slice(row.start, row.end)).toBe(row.text);
      for (const row of rows) expect(row.page).toBe(row.document_id !== 'b' ? null : row.start < FIRST.length + 2 ? 1 : 2);
      for (const { page } of rows) pages.add(page);
    }
    expect(pages).toEqual(new Set([null, 1, 2]));
  });
});
