import Ajv from 'ajv';
import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { textCell } from '../src/write/cells.js';
import { csvLines } from '../src/write/csv-stringify.js';
import { putCsv, putJson, putNumber, putText, takeBytes } from '../src/write/sheet.js';
import { unzipSync } from 'fflate';
import Graph from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { parquetReadObjects } from 'hyparquet';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import readXlsx from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { FORMATS, TABLES } from '../src/write/index.js';
import { readCsv } from '../src/io/csv-parse.js';
import { fill, scratch, sitrep } from './support/sitrep.js';

// Every format is read back by a reader of that format, over articles that hold what breaks careless writers.

const folder = scratch();
const NASTY =
  'Mopti, 3 March 2024 – The “Ember & <Ash> Front” said 🙂 30 rifles were\nseized near Gao by the United Nations. =1+1 "quoted", said Ivo & Tal\u0001 of the Red\nCross.\n';
const PLAIN =
  'The United Nations said 400 families had fled from Kidal to Gao in February 2024. The United Nations and the Red Cross met in Gao. The United Nations said it would return.\n';
fill(join(folder, 'in'), { 'a.txt': NASTY, 'deep/b.txt': PLAIN, 'deep_b.txt': `${PLAIN}Police in Mopti counted 12.5 tonnes of rice.\n` });
const out = join(folder, 'out');
const names = FORMATS.map(({ name }) => name);
const ran = sitrep(['run', join(folder, 'in'), '--out', out, '--quiet', '--formats', ...names]);
const read = (name: string): Buffer => readFileSync(join(out, name));
const rowsOf = (table: keyof typeof TABLES): readonly Readonly<Record<string, unknown>>[] => JSON.parse(read(`${table}.json`).toString());
const pairs = rowsOf('cooccurrences').filter((row) => row['window'] === 'sentence');

/** What RFC 7946 wants of a collection of points. */
const GEOJSON = {
  type: 'object',
  required: ['type', 'features'],
  properties: {
    type: { const: 'FeatureCollection' },
    features: {
      type: 'array',
      items: {
        type: 'object',
        required: ['type', 'geometry', 'properties'],
        properties: {
          type: { const: 'Feature' },
          id: { type: ['string', 'number'] },
          properties: { type: ['object', 'null'] },
          geometry: {
            type: 'object',
            required: ['type', 'coordinates'],
            properties: {
              type: { const: 'Point' },
              coordinates: {
                type: 'array',
                minItems: 2,
                maxItems: 3,
                items: [
                  { type: 'number', minimum: -180, maximum: 180 },
                  { type: 'number', minimum: -90, maximum: 90 },
                ],
              },
            },
          },
        },
      },
    },
  },
};

describe('formats', () => {
  it('are all written, and named in the descriptor with their hashes', () => {
    expect(ran.status, ran.stderr).toBe(0);
    const { resources } = JSON.parse(read('datapackage.json').toString()) as { resources: { path: string; name: string; hash: string }[] };
    const paths = resources.map(({ path }) => path);
    for (const { names: own } of FORMATS)
      for (const name of own)
        expect(
          paths.some((path) => path === name || path.startsWith(`${name}/`)),
          name,
        ).toBe(true);
    expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
  });

  it('are the same bytes on every clock and in every time zone', () => {
    const again = join(folder, 'again');
    sitrep(['run', join(folder, 'in'), '--out', again, '--quiet', '--formats', ...names], '', { TZ: 'Asia/Kathmandu' });
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== 'run.json');
    for (const { name, parentPath } of files)
      expect(readFileSync(join(parentPath, name)).equals(readFileSync(join(parentPath.replace(out, again), name))), name).toBe(true);
  });

  it('xlsx: a workbook whose cells are typed, and whose claims lead to their sentences', async () => {
    const sheets = await readXlsx(join(out, 'sitrep.xlsx'));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([...Object.keys(TABLES), 'sentences']);
    const claims = sheets.find(({ sheet }) => sheet === 'claims')?.data ?? [];
    const head = claims[0] as string[];
    rowsOf('claims').forEach((row, i) => {
      expect(claims[i + 1][head.indexOf('value')]).toBe(row['value']);
      expect(claims[i + 1][head.indexOf('operator')]).toBe(row['operator']);
    });
    const parts = unzipSync(read('sitrep.xlsx'));
    const sheet = new TextDecoder().decode(parts[`xl/worksheets/sheet${Object.keys(TABLES).indexOf('claims') + 1}.xml`]);
    expect(sheet).toMatch(/<pane [^>]*state="frozen"/);
    expect(sheet).toContain('<autoFilter ref="A1:');
    expect(sheet.match(/<hyperlink /g)).toHaveLength(rowsOf('claims').length);
    expect(sheet).not.toContain('<f>');
    const sentences = sheets.find(({ sheet: name }) => name === 'sentences')?.data ?? [];
    const line = Number(/<hyperlink ref="F2" location="&#39;sentences&#39;!C(\d+)"/.exec(sheet)?.[1]);
    // XML holds no control characters: a workbook leaves them out.
    const plain = (cell: unknown): string => String(cell).replace('\u0001', '').replace(/\s+/g, ' ');
    expect(plain(sentences[line - 1][2])).toBe(plain(rowsOf('claims')[0]['sentence_text']));
  });

  it('parquet: the rows of the table, numbers as numbers and lists as lists', async () => {
    for (const table of Object.keys(TABLES) as (keyof typeof TABLES)[]) {
      const bytes = read(`${table}.parquet`);
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
      expect(await parquetReadObjects({ file }), table).toEqual(rowsOf(table));
    }
  });

  it.each([
    ['cooccurrences.gexf', (text: string) => gexf.parse(Graph, text)],
    ['cooccurrences.graphml', (text: string) => graphml.parse(Graph, text)],
  ])('%s: a graph of the pairs that share a sentence', (name, parse) => {
    const graph = parse(read(name).toString());
    expect(graph.size).toBe(pairs.length);
    expect(graph.size).toBeGreaterThan(3);
    for (const pair of pairs) {
      const attributes = graph.getEdgeAttributes(pair['a_id'], pair['b_id']);
      expect([attributes['weight'], attributes['llr']]).toEqual([pair['count'], pair['llr']]);
      expect(graph.getNodeAttribute(pair['a_id'], 'label')).toBe(pair['a_name']);
    }
  });

  it('gephi: nodes and edges with the columns that its import looks for', () => {
    const nodes = readCsv('nodes', read('gephi-nodes.csv').toString()).map(({ cells }) => cells);
    const edges = readCsv('edges', read('gephi-edges.csv').toString()).map(({ cells }) => cells);
    expect(Object.keys(nodes[0]).slice(0, 2)).toEqual(['Id', 'Label']);
    expect(Object.keys(edges[0]).slice(0, 4)).toEqual(['Source', 'Target', 'Type', 'Weight']);
    const ids = new Set(nodes.map((node) => node['Id']));
    expect(edges.map((edge) => [edge['Source'], edge['Target'], Number(edge['Weight'])])).toEqual(
      pairs.map((pair) => [pair['a_id'], pair['b_id'], pair['count']]),
    );
    for (const edge of edges) expect(ids.has(edge['Source']) && ids.has(edge['Target'])).toBe(true);
  });

  it('geojson: a point a place, longitude first, with the claims made there', () => {
    const collection = JSON.parse(read('places.geojson').toString());
    const valid = new Ajv({ strict: false }).compile(GEOJSON);
    expect(valid(collection), JSON.stringify(valid.errors)).toBe(true);
    expect(valid({ ...collection, features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [0, 91] }, properties: {} }] })).toBe(false);
    const { features } = collection;
    const gao = features.find(({ properties }: { properties: { name: string } }) => properties.name === 'Gao');
    const [longitude, latitude] = gao.geometry.coordinates;
    expect(Math.abs(longitude)).toBeLessThan(0.5);
    expect(Math.round(latitude)).toBe(16);
    expect(gao.properties.claims.some(({ counted }: { counted: string }) => counted === 'families')).toBe(true);
  });

  it('ftm: entities that refer only to one another', () => {
    const entities = read('entities.ftm.json')
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const ids = new Set(entities.map(({ id }) => id));
    expect(ids.size).toBe(entities.length);
    // What the model takes for an id, and a language of three letters.
    for (const id of ids) expect(id).toMatch(/^[0-9a-zA-Z](?:[0-9a-zA-Z.-]*[0-9a-zA-Z])?$/);
    for (const { properties } of entities) expect(properties['language'] ?? ['eng']).toEqual(['eng']);
    for (const { schema, properties } of entities) {
      expect(['Article', 'Person', 'Organization', 'PublicBody', 'Company', 'Address', 'Mention', 'UnknownLink']).toContain(schema);
      for (const name of ['document', 'resolved', 'subject', 'object']) for (const id of properties[name] ?? []) expect(ids.has(id), id).toBe(true);
      for (const values of Object.values(properties)) expect((values as unknown[]).every((value) => typeof value === 'string')).toBe(true);
    }
  });

  it('brat: offsets in code points, a span over a line break in its pieces, a file an article', () => {
    const files = readdirSync(join(out, 'brat'));
    expect(files.filter((name) => name.endsWith('.ann')).sort()).toEqual(['a.ann', 'deep_b.ann', 'deep_b_2.ann']);
    let marks = 0;
    for (const name of files.filter((one) => one.endsWith('.ann'))) {
      const points = [...read(`brat/${name.replace('.ann', '.txt')}`).toString()];
      for (const line of read(`brat/${name}`).toString().split('\n')) {
        const [, spans, words] = /^T\d+\t\w+ ([\d ;]+)\t(.*)$/.exec(line) ?? [];
        if (spans === undefined) continue;
        marks++;
        const pieces = spans.split(';').map((span) => points.slice(...span.split(' ').map(Number)).join(''));
        expect(pieces.join(' ')).toBe(words);
        expect(pieces.join('')).not.toContain('\n');
      }
    }
    expect(marks).toBe(rowsOf('mentions').length + rowsOf('claims').length + rowsOf('dates').length);
  });

  it('words that point back are marked in brat, and no names in conll and ftm', () => {
    const pointing = rowsOf('mentions').filter((row) => row['use'] === 'reference');
    expect(new Set(pointing.map((row) => row['text']))).toEqual(new Set(['it']));
    expect(readdirSync(join(out, 'brat')).some((name) => read(`brat/${name}`).toString().includes('points back to a name'))).toBe(true);
    expect(read('articles.conllup').toString()).toMatch(/\tit\tO\t_\t/);
    expect(read('entities.ftm.json').toString()).not.toContain('"name":["it"]');
  });

  it('conll: a token a line, a name a run of tags', () => {
    const lines = read('articles.conllup').toString().split('\n');
    const tokens = lines.filter((line) => /^\d/.test(line)).map((line) => line.split('\t'));
    expect(tokens.every((cells) => cells.length === 6)).toBe(true);
    expect(tokens.filter((cells) => cells[2].startsWith('B-')).length).toBe(rowsOf('mentions').filter((row) => row['use'] !== 'reference').length);
    expect(lines.filter((line) => line.startsWith('# newdoc'))).toHaveLength(3);
  });

  it('markdown: no sign of an article opens a tag or a column', () => {
    const text = read('summary.md').toString();
    expect(text).toContain('## Numbers that stand out');
    expect(text).not.toMatch(/(?<!\\)<\w/);
    for (const line of text.split('\n').filter((one) => one.startsWith('|'))) expect(line.match(/(?<!\\)\|/g)?.length).toBeGreaterThan(2);
  });
});

it('bytes made cell by cell are those of the serialisers', () => {
  const nasty = fc.constantFrom('=1', ' -a', '\t', 'a,b', '"', '\n\u2028', '\r', '\ud800', '\u0001x', 'é’🙂', 'ﬁ＝', '\udc00🙂"');
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(nasty, { maxLength: 6 }).map((some) => some.join('')),
  );
  const number = fc.oneof(fc.nat(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
  const made = (put: () => void): string => {
    put();
    return Buffer.from(takeBytes()).toString('utf8');
  };
  const utf8 = (plain: string): string => Buffer.from(plain, 'utf8').toString('utf8');
  fc.assert(
    fc.property(text, number, (words, value) => {
      expect(made(() => putText(words))).toBe(utf8(words));
      expect(made(() => putJson(words))).toBe(JSON.stringify(words));
      expect(`${made(() => putCsv(words))}\n`).toBe(utf8(csvLines([[textCell(words)]], '\n')));
      expect(made(() => putNumber(value))).toBe(String(value));
    }),
    { numRuns: 2000 },
  );
});

it('CSV made a piece at a time is the CSV of every row by itself', () => {
  const cell = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', 'a,b', '"', 'a\nb', '\r', ',"\n"'),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), fc.constantFrom('\n', '\r\n'), (rows, lineEnd) => {
      const options = { record_delimiter: lineEnd, quoted_match: /[\r\n]/, cast: { number: (value: number) => String(value) } };
      const alone = rows.map((row) => stringify([row], options)).join('');
      expect(
        csvLines(
          rows.map((row) => [...row]),
          lineEnd,
        ),
      ).toBe(alone);
    }),
    { numRuns: 300 },
  );
});
