import { createHash } from 'node:crypto';
import type { Problem, Source } from '../../model/index.js';
import { ARMFUL, type Armful, type Article, type Circle, type Opened } from '../armful.js';
import { csvRecords } from '../csv-parse.js';
import { decode } from '../decode.js';
import { reason } from '../list.js';
import { problem } from '../problems.js';
import { rolesOf, type Role } from './fields.js';
import { withoutEnding } from './kinds.js';
import { publishedIn } from './published.js';

/**
 * The articles of a CSV file, a row each. Commas, semicolons and tabs part cells, whichever the first line has most of. A file that nobody
 * named and that has no column of texts is some other table, and passed over.
 */
export async function* readTable(input: Opened, { options }: Circle): AsyncGenerator<Armful> {
  const { path, named } = input;
  let articles: Article[] = [];
  let problems: Problem[] = [];
  let bytes = 0;
  let row = 0;
  let columns: readonly string[] | null = null;
  let roles: Readonly<Record<Role, string | null>> | null = null;
  try {
    const opening = await beginning(input);
    if ('binary' in opening) {
      yield { articles, problems: named ? [problem('binary-file', { path }, path, opening.binary)] : [] };
      return;
    }
    for await (const { line, cells } of csvRecords(decoded(input, opening.encoding), delimiterOf(opening.head))) {
      if (columns === null || roles === null) {
        columns = cells.map((cell) => cell.trim());
        roles = rolesOf(columns, options.fields);
        if (roles.text === null) {
          if (named || options.fields.text !== null)
            problems.push(problem('no-text-column', { path, line: 1 }, path, columns.join(', ').slice(0, 300)));
          break;
        }
        if (opening.encoding === 'windows-1252') problems.push(problem('not-utf8', { path }, path));
        continue;
      }
      const read = articleOf(++row, line, columns, roles, cells);
      if ('source' in read) articles.push(read);
      else problems.push(read);
      bytes += cells.reduce((sum, cell) => sum + cell.length, 0);
      if (bytes < ARMFUL) continue;
      yield { articles, problems };
      [articles, problems, bytes] = [[], [], 0];
    }
    if (columns === null && named) problems.push(problem('empty-file', { path }, path));
  } catch (error) {
    const { code, lines } = error as { readonly code?: string; readonly lines?: number };
    const isTable = code?.startsWith('CSV_') === true;
    const where = lines === undefined ? path : `Line ${lines} of ${path}`;
    if (isTable)
      problems.push(
        problem('broken-table', { path, line: lines ?? null }, where, code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quote is never closed' : reason(error)),
      );
    else problems.push(problem('unreadable-file', { path }, path, reason(error)));
  }
  yield { articles, problems };

  function articleOf(
    row: number,
    line: number,
    columns: readonly string[],
    roles: Readonly<Record<Role, string | null>>,
    cells: readonly string[],
  ): Article | Problem {
    const cell = (role: Role): string | null => {
      const at = roles[role] === null ? -1 : columns.indexOf(roles[role] as string);
      return cells[at]?.trim() || null;
    };
    const where = `Line ${line} of ${path}`;
    // The text is taken as it stands, blanks and all.
    const text = cells[columns.indexOf(roles.text as string)] ?? '';
    if (text.trim() === '') return problem('empty-text', { path, line }, where);
    const id = cell('id') ?? `${withoutEnding(path)}#${row}`;
    const date = cell('published');
    const told = date === null ? null : publishedIn(date);
    const published = told ?? options.published;
    const source: Source = {
      id,
      text,
      title: cell('title'),
      published,
      url: cell('url'),
      path,
      sha256: createHash('sha256').update(text).digest('hex'),
      origin: {
        author: cell('author'),
        publisher: cell('publisher'),
        dated: told !== null ? 'document' : published !== null ? 'option' : null,
        extracted: false,
        pages: [],
      },
    };
    const bad = date !== null && told === null ? [problem('bad-date', { document_id: id, path, line }, where, date.slice(0, 80))] : [];
    return { source, problems: bad };
  }
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The first line and the encoding, for which the whole file is looked through: one letter at its end can tell. */
async function beginning({ chunks }: Opened): Promise<{ readonly head: string; readonly encoding: Encoding } | { readonly binary: string }> {
  let first: Buffer | null = null;
  const strict = new TextDecoder('utf-8', { fatal: true });
  let valid = true;
  for await (const chunk of chunks()) {
    if (first === null) {
      first = chunk;
      // A cut letter at the end of the sample must not count against UTF-8.
      const sample = decode(chunk.subarray(0, Math.min(chunk.length & ~1, 65_536)));
      if ('binary' in sample) return sample;
      const [a, b] = chunk;
      if ((a === 0xff && b === 0xfe) || (chunk.includes(0) && chunk[1] === 0)) return { head: sample.text, encoding: 'utf-16le' };
      if ((a === 0xfe && b === 0xff) || chunk.includes(0)) return { head: sample.text, encoding: 'utf-16be' };
    }
    try {
      strict.decode(chunk, { stream: true });
    } catch {
      valid = false;
      break;
    }
  }
  const encoding = valid ? 'utf-8' : 'windows-1252';
  return { head: new TextDecoder(encoding).decode((first ?? Buffer.alloc(0)).subarray(0, 65_536)), encoding };
}

async function* decoded({ chunks }: Opened, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function delimiterOf(head: string): string {
  const end = head.search(/[\r\n]/);
  const line = (end < 0 ? head : head.slice(0, end)).replace(/"[^"]*"/g, '');
  const count = (sign: string): number => line.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
