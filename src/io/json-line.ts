import { createHash } from 'node:crypto';
import type { Problem, Source } from '../model/index.js';
import { decode } from './decode.js';
import type { Line } from './lines.js';
import type { InputOptions } from './armful.js';
import { isoPrefix } from './metadata.js';
import { problem } from './problems.js';
import { rolesOf } from './readers/fields.js';
import { publishedIn } from './readers/published.js';

/** An article of an NDJSON line, or the problems of a line that is none. */
export type JsonArticle =
  | { readonly source: Source; readonly problems: readonly Problem[] }
  | { readonly source: null; readonly problems: readonly Problem[] };

/** The names a field may have when nobody says otherwise. */
const EXACT = { text: 'text', id: 'id', published: 'published', title: 'title', url: 'url', author: null, publisher: null };

/**
 * Reads one line of NDJSON (CONTRACT.md section 3). `path` is the file it stands in, null for standard input. With `options` fields may have
 * the names given there, or usual ones.
 */
export function readJsonLine({ number, bytes }: Line, path: string | null, options: InputOptions | null = null): JsonArticle {
  const where = path === null ? `Line ${number}` : `Line ${number} of ${path}`;
  const broken = (why: string): JsonArticle => ({ source: null, problems: [problem('broken-line', { path, line: number }, where, why)] });
  if (bytes === null) return broken('it is larger than an article may be');
  const decoded = decode(bytes);
  if ('binary' in decoded) return broken(decoded.binary);
  let value: unknown;
  try {
    value = JSON.parse(decoded.text);
  } catch (error) {
    return broken(`it is not valid JSON: ${brief((error as Error).message)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return broken('it is no JSON object');
  const record = value as Record<string, unknown>;
  const roles = options === null ? EXACT : rolesOf(Object.keys(record), options.fields);
  const field = (name: string | null): unknown => (name === null ? null : record[name]);
  const called = field(roles.id);
  const id = typeof called === 'number' ? String(called) : called;
  if (typeof id !== 'string' || id === '') return broken(`it has no text "${options?.fields.id ?? 'id'}"`);
  const text = field(roles.text);
  if (typeof text !== 'string') return broken(`it has no text "${options?.fields.text ?? 'text'}"`);
  const problems: Problem[] = decoded.guessed ? [problem('not-utf8', { document_id: id, path, line: number }, where)] : [];
  const optional = (role: 'title' | 'published' | 'url'): string | null => {
    const cell = field(roles[role]) ?? null;
    if (cell === null || cell === '') return null;
    if (typeof cell === 'string') return cell;
    problems.push(problem('bad-field', { document_id: id, path, line: number }, where, roles[role] as string));
    return null;
  };
  const name = (role: 'author' | 'publisher'): string | null => {
    const cell = field(roles[role]);
    return typeof cell === 'string' ? cell.trim() || null : null;
  };
  const given = optional('published');
  const told = given === null ? null : options === null ? isoPrefix(given) : publishedIn(given);
  if (given !== null && told === null) problems.push(problem('bad-date', { document_id: id, path, line: number }, where, given));
  // Standard input has no file: the bytes of the line are nobody's evidence.
  const sha256 = path === null ? null : createHash('sha256').update(bytes).digest('hex');
  const published = told ?? options?.published ?? null;
  const dated = told !== null ? 'document' : published !== null ? 'option' : null;
  const origin = { author: name('author'), publisher: name('publisher'), dated, extracted: false, pages: [] } as const;
  return { source: { id, text, title: optional('title'), published, url: optional('url'), path, sha256, origin }, problems };
}

/** The reason without the echo of the input that newer JSON errors carry. */
function brief(message: string): string {
  const echo = message.search(/, (?:\.\.\.)?"/);
  return (echo < 0 ? message : message.slice(0, echo)).replace(/[\r\n]+/g, ' ').slice(0, 120);
}
