#!/usr/bin/env node
// What a run writes, read by the programs people read it with: LibreOffice (workbook and CSV), DuckDB (Parquet and CSV), networkx
// (GEXF, GraphML), followthemoney (its JSON lines): npm run nightly, or node tests/nightly/formats.mjs. A reader that the machine lacks is left
// out with a word: apt install libreoffice-calc; pip install duckdb networkx followthemoney (PYTHON names the program that has them).
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const main = join(import.meta.dirname, '../../dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'sitrep-formats-'));
const [news, out, read] = ['news', 'out', 'read'].map((name) => join(folder, name));
const NASTY = `Überfall in Łódź: “Ember & <Ash> Front” seizes 30 rifles 🙂

MOPTI, 3 March 2024 – The “Ember & <Ash> Front” said 30 rifles were
seized near Gao by the United Nations. =1+1 people, "quoted", said Dr. Jürgen Müßig. @SUM(A1) said 12.5 tonnes of rice had gone to Kidal.

=HYPERLINK("http://example.org") killed 3,000 people in Gao, said the Red Cross; -5 % of them were in Mopti. The price rose by $1.5 million to $4.25 million.
`;
const PLAIN = 'The United Nations said 400 families had fled from Kidal to Gao in February 2024. The United Nations and the Red Cross met in Gao.\n';
mkdirSync(join(news, 'deep'), { recursive: true });
writeFileSync(join(news, 'Ärger.txt'), NASTY);
writeFileSync(join(news, 'deep/b.txt'), PLAIN);
writeFileSync(
  join(news, 'articles.csv'),
  'file,title,publisher,published,url\nÄrger.txt,=1+1 Ärger,“Wire”,2024-03-04,https://example.org/a?b=1&c=2\n',
);
const FORMATS = ['csv', 'json', 'xlsx', 'parquet', 'gexf', 'graphml', 'ftm', 'geojson'];
const ran = spawnSync(process.execPath, [main, 'run', news, '--out', out, '-q', '--no-cache', '--format', ...FORMATS], { encoding: 'utf8' });
assert.equal(ran.status, 0, ran.stderr);
const TABLES = ['documents', 'mentions', 'entities', 'identities', 'cooccurrences', 'claims', 'ledger', 'dates', 'problems'];
const rowsOf = (table) => JSON.parse(readFileSync(join(out, `${table}.json`), 'utf8'));
assert.ok(rowsOf('claims').length > 5 && rowsOf('mentions').length > 10);

/** A value of a table as a cell of a spreadsheet shows it: lists joined, line breaks as blanks, nothing where it is empty. */
function shown(value) {
  if (value === null) return '';
  if (Array.isArray(value)) return value.join(typeof value[0] === 'string' && / /.test(value.join('')) ? ' | ' : ' ');
  return typeof value === 'boolean' ? String(value).toUpperCase() : value;
}
const even = (text) =>
  String(text)
    .replace(/\s*\|\s*|\s+/g, ' ')
    .replace(/^'(?=\s*[=+\-@])/, '')
    .trim();

/** Compares what a program read of a table with the table; numbers as numbers. */
function compare(table, lines, where) {
  const rows = rowsOf(table);
  const [head = [], ...cells] = lines;
  if (rows.length === 0) return 0;
  const columns = Object.keys(rows[0]);
  assert.deepEqual(head, columns, `${where}: columns of ${table}`);
  assert.equal(cells.length, rows.length, `${where}: rows of ${table}`);
  rows.forEach((row, i) =>
    columns.forEach((column, c) => {
      const [wanted, found] = [shown(row[column]), cells[i][c]];
      if (typeof wanted === 'number') assert.equal(Number(found), wanted, `${where}: ${table}.${column}, row ${i + 1}: ${found}`);
      else assert.equal(even(found).toUpperCase(), even(wanted).toUpperCase(), `${where}: ${table}.${column}, row ${i + 1}`);
    }),
  );
  return rows.length * columns.length;
}

/** Every column as text: left to itself, a spreadsheet takes "February 2024" of a CSV for a date. */
const AS_TEXT = Array.from({ length: 60 }, (_, i) => `${i + 1}/2`).join('/');
const has = (program, ...words) => spawnSync(program, words, { encoding: 'utf8' }).status === 0;
const csvIn = (file) => parse(readFileSync(file, 'utf8'), { relax_column_count: true });

/** LibreOffice writes what it opened as CSV, cells as they are and not as they look; −1: every sheet into a file. */
function office(file, more = []) {
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
  const words = [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', ...more, '--convert-to', filter, '--outdir', read, file];
  const { status, stderr } = spawnSync('soffice', words, { encoding: 'utf8', timeout: 300_000 });
  assert.equal(status, 0, stderr);
}

if (has('soffice', '--version')) {
  office(join(out, 'sitrep.xlsx'));
  let cells = 0;
  for (const table of TABLES) cells += compare(table, csvIn(join(read, `sitrep-${table}.csv`)), 'workbook in LibreOffice');
  const sentences = new Set(csvIn(join(read, 'sitrep-sentences.csv')).map((row) => even(row[2])));
  for (const { sentence_text } of rowsOf('claims')) assert.ok(sentences.has(even(sentence_text)), sentence_text);
  for (const table of TABLES) {
    office(join(out, `${table}.csv`), [`--infilter=CSV:44,34,76,1,${AS_TEXT}`]);
    cells += compare(
      table,
      csvIn(join(read, existsSync(join(read, `${table}-${table}.csv`)) ? `${table}-${table}.csv` : `${table}.csv`)),
      'CSV in LibreOffice',
    );
  }
  console.log(`formats: LibreOffice shows workbook and CSV as they were written, ${cells} cells, none of them run.`);
} else console.log('formats: LibreOffice left out, there is no soffice.');

const python = process.env.PYTHON ?? 'python3';
for (const reader of ['duckdb', 'networkx', 'followthemoney']) {
  if (!has(python, '-c', `import ${reader}`)) console.log(`formats: ${reader} left out, ${python} has no such package.`);
  else {
    const { status, stdout, stderr } = spawnSync(python, [join(import.meta.dirname, 'formats.py'), reader, out], { encoding: 'utf8' });
    assert.equal(status, 0, `${reader}: ${stdout}${stderr}`);
    console.log(`formats: ${stdout.trim()}`);
  }
}
rmSync(folder, { recursive: true });
