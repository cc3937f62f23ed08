import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../src/io/csv-parse.js';
import { openOutput } from '../src/io/storage/output.js';
import { textCell } from '../src/write/cells.js';
import { describe as describeFiles, TABLES, tableList, write, type OutputFile, type WrittenFile } from '../src/write/index.js';
import type { Claim, Findings, Paged } from '../src/model/index.js';
import { fill, MAIN, scratch, sitrep } from './support/sitrep.js';

/** The public columns of CONTRACT.md, in its order. A new column may be added; none is renamed, moved or dropped. */
const CONTRACT: Readonly<Record<keyof Findings, string>> = {
  documents:
    'document_id, title, published, url, path, sha256, language, characters, sentences, mentions, claims, problems, ' +
    'author, publisher, published_from, text_path, page_starts, duplicate_of',
  mentions: 'mention_id, document_id, sentence, start, end, text, type, use, entity_id, name, because, page',
  entities:
    'entity_id, type, name, kind, listed, country, latitude, longitude, external_ids, surface_forms, documents, mentions, first_seen, last_seen, ' +
    'located, parent_id, parent',
  identities: 'entity_id, type, name, outcome, found_as, documents, document_ids, because, apart_from',
  cooccurrences:
    'a_id, a_name, a_type, b_id, b_name, b_type, window, count, documents, expected, npmi, llr, q_value, ' +
    'example_document_id, example_start, example_end, example_text',
  claims:
    'claim_id, document_id, sentence, start, end, text, kind, value, min, max, operator, lean, vague, unit, currency, currency_certain, rate, counted, ' +
    'counted_entity_id, counted_via, part_of, condition, alternative_of, event, actor_id, actor, target_id, target, place_ids, places, origin_ids, change, ' +
    'change_from, change_to, change_by, when_from, when_to, when_text, said_by_id, said_by, said_on, said_via, hedge, polarity, modality, salience, because, ' +
    'sentence_text, page',
  ledger:
    'group_id, position, relation, relation_to, thing, entity_id, entity, event, place_ids, places, value, min, max, operator, unit, ' +
    'currency, rate, change, text, condition, modality, said_by_id, said_by, said_on, when_from, when_to, verdict, claims, independent, ' +
    'span_min, span_max, first_said, first_said_by, last_said, last_said_by, claim_id, document_id, start, end, because, sentence_text',
  dates: 'document_id, sentence, start, end, text, type, timex, from, to, mod, anchor, because, page',
  problems: 'document_id, path, line, code, message',
};

const CLAIM: Paged<Claim> = {
  claim_id: 'd:c1-3',
  document_id: 'd',
  sentence: 0,
  start: 1,
  end: 3,
  text: '-5',
  kind: 'measure',
  value: -5,
  min: null,
  max: -1.5e-7,
  operator: '=',
  lean: null,
  vague: null,
  unit: '°C',
  currency: null,
  currency_certain: false,
  rate: null,
  counted: '=HYPERLINK("x")',
  counted_entity_id: 'group:a',
  counted_via: null,
  part_of: null,
  condition: '  +1',
  alternative_of: null,
  event: null,
  actor_id: null,
  actor: 'Smith, "Jr."',
  target_id: null,
  target: null,
  place_ids: ['place:AF', 'place:PK'],
  places: ['Afghanistan', 'Pakistan | West'],
  origin_ids: [],
  change: 'down',
  change_from: 0,
  change_to: null,
  change_by: null,
  when_from: '2023-06',
  when_to: null,
  when_text: null,
  said_by_id: null,
  said_by: null,
  said_on: null,
  said_via: null,
  hedge: null,
  polarity: 'affirmed',
  modality: 'asserted',
  salience: 'claim',
  because: '@rule',
  sentence_text: 'One\r\ntwo\nthree\u2028four, "five"\t–',
  page: 2,
};
/** Rows with everything that breaks a careless writer. */
const NASTY: Findings = {
  documents: [
    {
      document_id: 'd',
      title: '\tTab and ünïcode 漢字 🙂',
      published: '2023',
      url: null,
      path: 'd.txt',
      sha256: null,
      language: null,
      characters: 9,
      sentences: 1,
      mentions: 1,
      claims: 1,
      problems: 1,
      author: null,
      publisher: null,
      published_from: 'metadata',
      text_path: null,
      page_starts: [0, 12],
      duplicate_of: null,
    },
  ],
  mentions: [
    {
      mention_id: 'd#0-1',
      document_id: 'd',
      sentence: 0,
      start: 0,
      end: 3,
      text: 'a\nb',
      type: 'group',
      use: 'name',
      entity_id: 'group:a',
      name: 'A',
      because: 'x',
      page: null,
    },
  ],
  entities: [
    {
      entity_id: 'group:a',
      type: 'group',
      name: 'A',
      kind: null,
      listed: true,
      country: null,
      latitude: -12.5,
      longitude: 0,
      located: 'itself',
      parent_id: null,
      parent: null,
      external_ids: ['x:1', 'y:2'],
      surface_forms: ['A', '@A', 'a\nb'],
      documents: 1,
      mentions: 1,
      first_seen: null,
      last_seen: null,
    },
  ],
  cooccurrences: [],
  claims: [CLAIM],
  identities: [],
  ledger: [],
  dates: [],
  problems: [{ document_id: null, path: 'x', line: 3, code: 'c', message: '＝1+1' }],
};

async function contentOf(files: readonly OutputFile[]): Promise<Map<string, string>> {
  const content = new Map<string, string>();
  for (const { path, pieces } of files) {
    let text = '';
    for await (const piece of pieces) text += piece;
    content.set(path, text);
  }
  return content;
}

const nasty = (excel = false) => contentOf(write({ findings: NASTY, texts: [], overrides: [] }, ['csv', 'json'], { excel }));
const TABLE_NAMES = Object.keys(TABLES) as (keyof Findings)[];

describe('tables', () => {
  it.each(TABLE_NAMES)('%s has the columns of the contract in its order', (name) => {
    expect(TABLES[name].columns.map((column) => column.name).join(', ')).toBe(CONTRACT[name]);
  });

  it('refer only to columns that exist, and keys are columns', () => {
    for (const table of tableList()) {
      const columns = table.columns as readonly { readonly name: string; readonly refers?: readonly [string, string] }[];
      for (const key of table.key) expect(columns.map(({ name }) => name)).toContain(key);
      for (const { refers } of columns) if (refers) expect(CONTRACT[refers[0] as keyof Findings].split(', ')).toContain(refers[1]);
    }
  });
});

describe('CSV and JSON', () => {
  it('hold the same values under the same names', async () => {
    const files = await nasty();
    for (const name of TABLE_NAMES) {
      const rows = readCsv(name, files.get(`${name}.csv`) as string).map(({ cells }) => cells);
      const records: Record<string, unknown>[] = JSON.parse(files.get(`${name}.json`) as string);
      expect(records).toEqual(JSON.parse(JSON.stringify(NASTY[name])));
      expect(rows.length).toBe(records.length);
      records.forEach((record, i) => {
        expect(Object.keys(record)).toEqual(Object.keys(rows[i]));
        for (const { name: column, type } of TABLES[name].columns as readonly { name: string; type: string }[]) {
          const value = record[column];
          const list = Array.isArray(value) ? value.map((item) => String(item).replaceAll(' | ', ' / ')).join(type === 'ids' ? ' ' : ' | ') : value;
          const cell = rows[i][column];
          if (typeof value === 'string' || Array.isArray(value))
            expect(cell.replace(/^'/, '')).toBe(
              String(list)
                .replace(/[\r\n\u2028]/g, ' ')
                .replace(/^'/, ''),
            );
          else expect(cell).toBe(value === null ? '' : String(value));
        }
      });
    }
  });

  it('have no line break inside a cell: a line a row', async () => {
    const files = await nasty();
    for (const name of TABLE_NAMES) {
      const text = files.get(`${name}.csv`) as string;
      expect(text.endsWith('\n')).toBe(true);
      expect(text).not.toMatch(/[\r\u2028\u2029\u0085\v\f]/);
      expect(text.split('\n').length - 2).toBe(NASTY[name].length);
    }
  });

  it('keep negative numbers numbers and guard text that a spreadsheet would run', async () => {
    const [row] = readCsv('claims', (await nasty()).get('claims.csv') as string).map(({ cells }) => cells);
    expect(row['value']).toBe('-5');
    expect(row['max']).toBe('-1.5e-7');
    expect(row['text']).toBe("'-5");
    expect(row['counted']).toBe('\'=HYPERLINK("x")');
    expect(row['condition']).toBe("'  +1");
    expect(row['because']).toBe("'@rule");
  });

  it.each(['=1', '+1', '-1', '@x', '\tx', '\rx', '  =1', '\u00a0=1', '\n=1', '＝1', '\ufeff=1', ' \t-1'])('guards %j', (text) => {
    expect(textCell(text).startsWith("'")).toBe(true);
  });

  it.each(['a=1', '1-2', 'x@y.z', "'=1", '—1', '(=1)', ''])('leaves %j alone', (text) => {
    expect(textCell(text)).toBe(text);
  });

  it('keep the length of a quote when line breaks become blanks', () => {
    expect(textCell('One\r\ntwo\u2028three')).toBe('One  two three');
  });

  it('come with byte order mark and CRLF for Excel', async () => {
    const text = (await nasty(true)).get('claims.csv') as string;
    expect(text.startsWith('\ufeffclaim_id,')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(readCsv('claims', text)[0].cells['claim_id']).toBe('d:c1-3');
  });

  it('are written in pieces whose seams do not show', async () => {
    const many = { ...NASTY, claims: Array.from({ length: 4001 }, (_, i) => ({ ...CLAIM, claim_id: `d:${i}` })) };
    const files = await contentOf(write({ findings: many, texts: [], overrides: [] }, ['csv', 'json'], { excel: false }));
    expect(readCsv('claims', files.get('claims.csv') as string).map(({ cells }) => cells['claim_id'])).toEqual(
      many.claims.map((claim) => claim.claim_id),
    );
    expect(JSON.parse(files.get('claims.json') as string)).toHaveLength(4001);
  });
});

interface Resource {
  name: string;
  hash: string;
  schema: { fields: { type: string }[]; foreignKeys: object[] };
}

describe('datapackage.json', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, 'support', 'datapackage.schema.json'), 'utf8'));
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  const valid = ajv.compile(schema);

  it.each([false, true])('is a valid Data Package 2.0 descriptor (Excel: %s)', async (excel) => {
    const content = await nasty(excel);
    const files = write({ findings: NASTY, texts: [], overrides: [] }, ['csv', 'json'], { excel }).map(({ pieces: _, ...facts }): WrittenFile => {
      const text = content.get(facts.path) as string;
      return { ...facts, bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') };
    });
    const [descriptor] = (await contentOf([describeFiles(files, '1.2.3', { excel })])).values();
    expect(valid(JSON.parse(descriptor)) || ajv.errorsText(valid.errors)).toBe(true);
  });

  it('is refused by the schema when a field, key or hash is wrong', async () => {
    const sha256 = 'a'.repeat(64);
    const file: WrittenFile = { path: 'claims.csv', format: 'csv', mediatype: 'text/csv', title: 'Claims', table: 'claims', bytes: 1, sha256 };
    const [text] = (await contentOf([describeFiles([file], '1.2.3', { excel: false })])).values();
    const spoil = (change: (descriptor: { resources: Resource[] }) => void): boolean => {
      const descriptor = JSON.parse(text);
      change(descriptor);
      return valid(descriptor);
    };
    expect(spoil(() => {})).toBe(true);
    expect(
      spoil((d) => {
        d.resources[0].schema.fields[0].type = 'text';
      }),
    ).toBe(false);
    expect(
      spoil((d) => {
        d.resources[0].hash = 'nonsense';
      }),
    ).toBe(false);
    expect(
      spoil((d) => {
        d.resources[0].schema.foreignKeys = [{ fields: ['claim_id'] }];
      }),
    ).toBe(false);
    expect(
      spoil((d) => {
        d.resources[0].name = 'Has Blanks';
      }),
    ).toBe(false);
    expect(
      spoil((d) => {
        d.resources = [];
      }),
    ).toBe(false);
  });
});

describe('a run', () => {
  const folder = scratch();
  const news = {
    'b/two.txt':
      'Officials said that at least 40 people were displaced by the floods in the north of the country on Monday, and more than 300 houses were lost.\n',
    'one.txt':
      'The Taliban killed 12 soldiers in Kabul, a spokesman for the United Nations said. The Taliban denied it. Kabul was quiet on Tuesday.\n',
    'feed.ndjson':
      '{"id": "three", "text": "The Taliban and the United Nations met in Doha, and the talks went on for three days with no result at all.", "published": "2023-11-20"}\n',
    'articles.csv': 'id,file,title,publisher,published,url\none,one.txt,"First, of all",Wire,2023-05-01,https://example.org/1\n',
  };
  const hashes = (path: string): Record<string, string> =>
    Object.fromEntries(
      readdirSync(path)
        .filter((name) => name !== 'run.json')
        .sort()
        .map((name) => [
          name,
          createHash('sha256')
            .update(readFileSync(join(path, name)))
            .digest('hex'),
        ]),
    );
  const rows = (path: string, table: string): Record<string, unknown>[] => JSON.parse(readFileSync(join(path, `${table}.json`), 'utf8'));
  const out = join(folder, 'out');
  let stderr = '';
  beforeAll(() => {
    const done = sitrep(['run', fill(join(folder, 'news'), news), '--out', out]);
    stderr = done.stderr;
    expect(done.stdout).toBe('');
  });

  it('writes every table, the dictionary, the descriptor and its own record', () => {
    expect(readdirSync(out).sort()).toEqual(
      [...TABLE_NAMES.flatMap((name) => [`${name}.csv`, `${name}.json`]), 'README.md', 'datapackage.json', 'run.json'].sort(),
    );
  });

  it('takes ids from paths and NDJSON lines, titles and dates from articles.csv', () => {
    expect(rows(out, 'documents')).toMatchObject([
      { document_id: 'b/two', path: 'b/two.txt', title: expect.toSatisfy((title) => title !== 'First, of all') },
      { document_id: 'one', path: 'one.txt', title: 'First, of all', published: '2023-05-01', url: 'https://example.org/1', language: 'en' },
      { document_id: 'three', path: 'feed.ndjson', published: '2023-11-20' },
    ]);
  });

  it('names size and hash of every file truly', () => {
    const { resources } = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8'));
    expect(resources).toHaveLength(18);
    for (const { path, bytes, hash } of resources) {
      const content = readFileSync(join(out, path));
      expect([bytes, hash]).toEqual([content.length, `sha256:${createHash('sha256').update(content).digest('hex')}`]);
    }
  });

  it('keeps every key and foreign key', () => {
    const { resources } = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8'));
    for (const { name, schema } of resources.filter((resource: { schema?: object }) => resource.schema)) {
      const own = rows(out, name);
      if (schema.primaryKey)
        expect(new Set(own.map((row) => JSON.stringify(schema.primaryKey.map((key: string) => row[key])))).size).toBe(own.length);
      for (const {
        fields: [field],
        reference,
      } of schema.foreignKeys ?? []) {
        const there = new Set(rows(out, reference.resource || name).map((row) => row[reference.fields[0]]));
        for (const row of own)
          if (row[field] !== null) expect([name, field, row[field], there.has(row[field])]).toEqual([name, field, row[field], true]);
      }
    }
  });

  it('keeps the promises of its columns', () => {
    for (const table of tableList()) {
      for (const row of rows(out, table.name)) {
        for (const column of table.columns as readonly {
          name: string;
          required?: true;
          enum?: readonly string[];
          minimum?: number;
          maximum?: number;
        }[]) {
          const value = row[column.name];
          const where = `${table.name}.${column.name} = ${JSON.stringify(value)}`;
          if (column.required) expect(value, where).not.toBeNull();
          if (value === null) continue;
          if (column.enum) expect(column.enum, where).toContain(value);
          if (column.minimum !== undefined) expect(value, where).toBeGreaterThanOrEqual(column.minimum);
          if (column.maximum !== undefined) expect(value, where).toBeLessThanOrEqual(column.maximum);
          expect(value, where).not.toBe('');
        }
      }
    }
  });

  it('quotes the article at the offsets it gives', () => {
    const texts: Record<string, string> = { one: news['one.txt'], 'b/two': news['b/two.txt'], three: JSON.parse(news['feed.ndjson']).text };
    for (const table of ['mentions', 'claims', 'dates']) {
      for (const row of rows(out, table))
        expect(texts[row['document_id'] as string].slice(row['start'] as number, row['end'] as number)).toBe(row['text']);
    }
  });

  it('explains every column in README.md', () => {
    const readme = readFileSync(join(out, 'README.md'), 'utf8');
    for (const { name, columns } of tableList()) {
      const section = readme.split(`## ${name}:`)[1].split('\n## ')[0];
      for (const column of columns) expect(section).toContain(`| \`${column['name'] as string}\` |`);
    }
  });

  it('ends with a summary on stderr', () => {
    expect(stderr).toContain('3 articles in ');
    expect(stderr).toContain(`Tables: ${out}`);
  });

  it('gives the same bytes in any time zone and language, with any number of threads, with and without what is kept', () => {
    const other = join(folder, 'elsewhere');
    const cache = join(folder, 'kept');
    const settings = [
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' },
    ];
    for (const [i, env] of settings.entries())
      for (const jobs of ['1', '3']) {
        sitrep(['run', join(folder, 'news'), '--out', other, '--cache', cache, '--jobs', jobs], '', env);
        expect(hashes(other)).toEqual(hashes(out));
        const { articles } = JSON.parse(readFileSync(join(other, 'run.json'), 'utf8'));
        expect(articles.cached > 0).toBe(i > 0 || jobs !== '1');
      }
    sitrep(['run', join(folder, 'news'), '--out', other, '--no-cache', '--jobs', '3'], '', settings[0]);
    expect(hashes(other)).toEqual(hashes(out));
  });

  it('gives the same bytes again, with two workers, and with the paths in another order', () => {
    const other = join(folder, 'other');
    sitrep(['run', join(folder, 'news'), '--out', other]);
    expect(hashes(other)).toEqual(hashes(out));
    sitrep(['run', join(folder, 'news'), '--out', other, '--workers', '2']);
    expect(hashes(other)).toEqual(hashes(out));
    const [a, b] = [fill(join(folder, 'a'), { 'x.txt': news['one.txt'] }), fill(join(folder, 'b'), { 'y.txt': news['b/two.txt'] })];
    sitrep(['run', a, b, '--out', join(folder, 'ab')]);
    sitrep(['run', b, a, '--out', join(folder, 'ba')]);
    expect(hashes(join(folder, 'ba'))).toEqual(hashes(join(folder, 'ab')));
  });

  it('tells version, options, versions and machine in run.json, and nowhere else', () => {
    const record = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'));
    expect(record).toMatchObject({ tool: 'sitrep', options: { out, excel: false }, machine: { node: process.version } });
    for (const name of readdirSync(out)) if (name !== 'run.json') expect(readFileSync(join(out, name), 'utf8')).not.toContain(process.version);
  });

  it('leaves the earlier output untouched when it is killed, and the next run tidies up', async () => {
    const before = { ...hashes(out), run: readFileSync(join(out, 'run.json'), 'utf8') };
    const many = fill(join(folder, 'many'), {
      'big.ndjson': Array.from({ length: 3000 }, (_, i) => JSON.stringify({ id: `n${i}`, text: news['one.txt'].repeat(20) })).join('\n'),
    });
    const child = spawn(process.execPath, [MAIN, 'run', many, '--out', out], { stdio: 'ignore' });
    const partial = join(folder, `.out.${child.pid}.partial`);
    for (let waited = 0; !existsSync(partial) && waited < 10_000; waited += 5) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(existsSync(partial)).toBe(true);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('exit', resolve));
    expect({ ...hashes(out), run: readFileSync(join(out, 'run.json'), 'utf8') }).toEqual(before);
    sitrep(['run', join(folder, 'news'), '--out', out]);
    expect(readdirSync(folder).filter((name) => name.startsWith('.out.'))).toEqual([]);
    expect(hashes(out)).toEqual({ ...before, run: undefined } as unknown as Record<string, string>);
  });
});

describe('the output folder', () => {
  const folder = scratch();
  const names = new Set(['a.csv', 'run.json']);
  const file = (path: string, text: string): OutputFile => ({ path, pieces: [text] });
  const mark = file('run.json', '{"tool":"sitrep"}');

  it('is exchanged whole: no file of the earlier run stays', async () => {
    const target = join(folder, 'whole');
    const first = openOutput(target, names);
    await first.write(file('a.csv', 'old'));
    await first.write(mark);
    first.finish();
    writeFileSync(join(target, '.gitignore'), 'x');
    const second = openOutput(target, names);
    await second.write(mark);
    expect(readFileSync(join(target, 'a.csv'), 'utf8')).toBe('old');
    second.finish();
    expect(readdirSync(target).sort()).toEqual(['.gitignore', 'run.json']);
  });

  it('is known again in a fresh clone, where run.json is not committed', () => {
    const target = fill(join(folder, 'cloned'), { 'a.csv': 'old', 'datapackage.json': '{"name":"sitrep"}' });
    expect(() => openOutput(target, new Set([...names, 'datapackage.json'])).discard()).not.toThrow();
    const other = fill(join(folder, 'not-ours'), { 'a.csv': 'old', 'datapackage.json': '{"name":"budget"}' });
    expect(() => openOutput(other, new Set([...names, 'datapackage.json']))).toThrow(/--out/);
  });

  it('is left alone when the run is given up', async () => {
    const target = join(folder, 'given-up');
    const output = openOutput(target, names);
    await output.write(file('a.csv', 'x'));
    output.discard();
    expect(readdirSync(folder).filter((name) => name.includes('given-up'))).toEqual([]);
  });

  it("is refused when it holds somebody's files", () => {
    const target = fill(join(folder, 'foreign'), { 'thesis.docx': 'x' });
    expect(() => openOutput(target, names)).toThrow(/thesis\.docx.*--out/);
    fill(target, { 'run.json': '{"tool":"sitrep"}' });
    expect(() => openOutput(target, names)).toThrow(/thesis\.docx/);
    expect(readdirSync(target).sort()).toEqual(['run.json', 'thesis.docx']);
  });

  it('comes back when a run was killed while it exchanged the folders', () => {
    mkdirSync(join(folder, '.lost.999999999.previous'));
    fill(join(folder, '.lost.999999999.previous'), { 'run.json': '{"tool":"sitrep"}', 'a.csv': 'kept' });
    openOutput(join(folder, 'lost'), names).discard();
    expect(readFileSync(join(folder, 'lost', 'a.csv'), 'utf8')).toBe('kept');
  });
});
