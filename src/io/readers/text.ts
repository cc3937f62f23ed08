import { decode } from '../decode.js';
import { publishedIn } from './published.js';
import { note, refuse, wordsAlone, type Draft, type Refusal } from './reader.js';

/** A plain text: its decoded bytes are the text that spans count. */
export async function readText(bytes: Uint8Array): Promise<Draft | Refusal> {
  const decoded = decode(bytes);
  if ('binary' in decoded) return refuse('binary-file', decoded.binary);
  return { ...wordsAlone(decoded.text, false), notes: decoded.guessed ? [note('not-utf8')] : [] };
}

const FENCE = /^---[ \t]*\r?\n/;
const FIELD = /^([A-Za-z_]{1,30}):[ \t]*(\S.*)$/;

/** A value without the quotation marks around it. */
const unquoted = (value: string): string =>
  value.length > 1 && (value[0] === '"' || value[0] === "'") && value.endsWith(value[0]) ? value.slice(1, -1) : value;

/** Markdown is a plain text, too; the block of fields that may stand before it tells title, author, date and address. */
export async function readMarkdown(bytes: Uint8Array): Promise<Draft | Refusal> {
  const draft = await readText(bytes);
  if ('refused' in draft || !FENCE.test(draft.text)) return draft;
  const fields = new Map<string, string>();
  for (const line of draft.text.slice(0, 4000).split(/\r?\n/).slice(1)) {
    if (line.trimEnd() === '---') break;
    const [, name, value] = FIELD.exec(line) ?? [];
    if (name) fields.set(name.toLowerCase(), unquoted(value.trim()));
  }
  const first = (...names: readonly string[]): string | null => names.map((name) => fields.get(name)).find((value) => value) ?? null;
  const date = first('date', 'published');
  return {
    ...draft,
    title: first('title'),
    published: date === null ? null : publishedIn(date),
    url: first('url', 'link', 'source'),
    author: first('author', 'by'),
    publisher: first('publisher', 'site'),
  };
}
