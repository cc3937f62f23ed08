import type { Armful, Circle, Located, Opened } from '../armful.js';
import { LARGEST, problem } from '../problems.js';
import { readDocument } from './document.js';
import type { DocumentKind } from './kinds.js';
import { readerOfMany } from './many.js';

/**
 * What comes on standard input: one article in any format, or many (NDJSON, an archive, CSV when its column of texts is named), told by how
 * it begins.
 */
export async function* readStdin(input: Located, stream: AsyncIterable<Buffer>, circle: Circle): AsyncGenerator<Armful> {
  const chunks = stream[Symbol.asyncIterator]();
  const first = await chunks.next();
  const head = first.done ? Buffer.alloc(0) : first.value;
  const all = async function* (): AsyncGenerator<Buffer> {
    yield head;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  };
  if (/^\ufeff?\s*\{/.test(head.subarray(0, 200).toString('utf8')) && !head.subarray(0, 5).equals(Buffer.from('{\\rtf'))) {
    yield* (await readerOfMany('ndjson'))({ ...input, chunks: all }, circle);
    return;
  }
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of all()) {
    length += piece.length;
    if (length <= LARGEST) pieces.push(piece);
  }
  if (length > LARGEST) {
    yield {
      articles: [],
      problems: [problem('file-too-large', { path: input.path }, 'What came on standard input', String(Math.ceil(length / 1e6)))],
    };
    return;
  }
  const bytes = Buffer.concat(pieces);
  const start = bytes.subarray(0, 1000).toString('latin1');
  if (start.startsWith('PK\u0003\u0004') && !bytes.includes('word/document.xml'))
    yield* (await import('./zip.js')).readZipBytes(input, bytes, circle);
  else if (circle.options.fields.text !== null && !start.startsWith('PK') && !start.startsWith('%PDF-')) {
    const once: Opened['chunks'] = async function* () {
      yield bytes;
    };
    yield* (await readerOfMany('csv'))({ ...input, chunks: once }, circle);
  } else yield await readDocument(input, bytes, documentIn(start), circle);
}

function documentIn(start: string): DocumentKind {
  if (start.startsWith('%PDF-')) return 'pdf';
  if (start.startsWith('PK\u0003\u0004')) return 'docx';
  if (/^[\ufeff\xef\xbb\xbf\s]*<(?:!doctype html|html|head|body|article|\?xml)/i.test(start)) return 'html';
  if (isMailHead(start)) return 'eml';
  return 'text';
}

const MAIL = new Set('bcc cc date delivered-to from message-id mime-version received reply-to return-path sender subject to'.split(' '));

/** The first two lines are fields of a mail's head (or go on with one). */
function isMailHead(start: string): boolean {
  const lines = start.split(/\r?\n/).filter((line) => !/^\s/.test(line));
  return lines.slice(0, 2).filter((line) => MAIL.has(line.slice(0, Math.max(0, line.indexOf(':'))).toLowerCase())).length === 2;
}
