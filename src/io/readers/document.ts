import { createHash } from 'node:crypto';
import type { Source } from '../../model/index.js';
import type { Armful, Circle, Located } from '../armful.js';
import { problem } from '../problems.js';
import { loadReader, withoutEnding, type DocumentKind } from './kinds.js';
import { problemOf, refuse, type Draft, type Refusal } from './reader.js';

/** The article of a file of one article, or the problem that it is. */
export async function readDocument(input: Located, bytes: Uint8Array, kind: DocumentKind, { library, options }: Circle): Promise<Armful> {
  const { path } = input;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const draft = bytes.length === 0 ? refuse('empty-file') : await drafted(bytes, kind);
  if ('refused' in draft) return { articles: [], problems: [problemOf(draft.refused, { path })] };
  if (draft.text.trim() === '') return { articles: [], problems: [problem('empty-file', { path }, path)] };
  const told = await library.find(input);
  const id = withoutEnding(path);
  const published = told?.published ?? draft.published ?? options.published;
  const source: Source = {
    id,
    text: draft.text,
    title: told?.title ?? draft.title,
    published,
    url: told?.url ?? draft.url,
    path,
    sha256,
    origin: {
      author: told?.author ?? draft.author,
      publisher: told?.publisher ?? draft.publisher,
      dated: told?.published ? 'metadata' : draft.published !== null ? 'document' : published !== null ? 'option' : null,
      extracted: draft.extracted,
      pages: draft.pages,
    },
  };
  return { articles: [{ source, problems: draft.notes.map((note) => problemOf(note, { document_id: id, path })) }], problems: [] };
}

async function drafted(bytes: Uint8Array, kind: DocumentKind): Promise<Draft | Refusal> {
  const read = await loadReader(kind);
  try {
    return await read(bytes);
  } catch (error) {
    // Each package has faults of its own; whatever it is, the other articles are not to blame.
    return refuse('broken-document', (error as Error).message.replace(/\s+/g, ' ').slice(0, 150));
  }
}
