import { createHash } from 'node:crypto';
import type { Problem, Source } from '../model/index.js';
import { decode } from './decode.js';
import type { Line } from './lines.js';
import { isoPrefix } from './metadata.js';
import { problem } from './problems.js';

/** An article of an NDJSON line, or the problems of a line that is none. */
export type JsonArticle =
  | { readonly source: Source; readonly problems: readonly Problem[] }
  | { readonly source: null; readonly problems: readonly Problem[] };

/** Reads one line of NDJSON (CONTRACT.md section 3). `path` is the file it stands in, null for standard input. */
export function readJsonLine({ number, bytes }: Line, path: string | null): JsonArticle {
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
  const id = typeof record['id'] === 'number' ? String(record['id']) : record['id'];
  if (typeof id !== 'string' || id === '') return broken('it has no text "id"');
  if (typeof record['text'] !== 'string') return broken('it has no text "text"');
  const problems: Problem[] = decoded.guessed ? [problem('not-utf8', { document_id: id, path, line: number }, where)] : [];
  const optional = (field: 'title' | 'published' | 'url'): string | null => {
    const cell = record[field] ?? null;
    if (cell === null || cell === '') return null;
    if (typeof cell === 'string') return cell;
    problems.push(problem('bad-field', { document_id: id, path, line: number }, where, field));
    return null;
  };
  const given = optional('published');
  const published = given === null ? null : isoPrefix(given);
  if (given !== null && published === null) problems.push(problem('bad-date', { document_id: id, path, line: number }, where, given));
  // Standard input has no file: the bytes of the line are nobody's evidence.
  const sha256 = path === null ? null : createHash('sha256').update(bytes).digest('hex');
  return { source: { id, text: record['text'], title: optional('title'), published, url: optional('url'), path, sha256 }, problems };
}

/** The reason without the echo of the input that newer JSON errors carry. */
function brief(message: string): string {
  const echo = message.search(/, (?:\.\.\.)?"/);
  return (echo < 0 ? message : message.slice(0, echo)).replace(/[\r\n]+/g, ' ').slice(0, 120);
}
