import type { DocumentReader } from './reader.js';

/** What a file can be, told by its ending: a format of one article, or of many. */
export type DocumentKind = 'text' | 'markdown' | 'html' | 'pdf' | 'docx' | 'eml';
export type Kind = DocumentKind | 'ndjson' | 'csv' | 'zip' | 'stdin';

const KINDS: Readonly<Record<string, Kind>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.eml': 'eml',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.zip': 'zip',
};

/** Endings of all that is read. */
export const READ_ENDINGS: readonly string[] = [...Object.keys(KINDS), '.ndjson.gz'];

/** Endings of documents that people take for articles and that are not read, each with what to save it as. */
const UNREAD: Readonly<Record<string, string>> = {
  '.doc': '.docx',
  '.odt': '.docx',
  '.rtf': '.docx',
  '.pages': '.docx',
  '.ppt': '.pdf',
  '.pptx': '.pdf',
  '.epub': '.html',
  '.mht': '.html',
  '.mhtml': '.html',
  '.msg': '.eml',
  '.mbox': '.eml',
  '.xls': '.csv',
  '.xlsx': '.csv',
  '.7z': '.zip',
  '.rar': '.zip',
  '.tar': '.zip',
  '.gz': '.zip',
  '.tgz': '.zip',
};

const endingOf = (path: string): string => /\.[^./\\]{1,12}$/.exec(path)?.[0].toLowerCase() ?? '';

/** Files of many articles are read compressed, too. */
export const isCompressed = (path: string): boolean => endingOf(path) === '.gz';

export function kindOf(path: string): Kind | null {
  const kind = KINDS[endingOf(isCompressed(path) ? path.slice(0, -'.gz'.length) : path)] ?? null;
  return isCompressed(path) && kind !== 'ndjson' && kind !== 'csv' ? null : kind;
}

/** What to save a document as whose own format is not read; null for everything else. */
export function unreadFormat(path: string): { readonly ending: string; readonly instead: string } | null {
  const ending = endingOf(path);
  return ending in UNREAD ? { ending, instead: UNREAD[ending] } : null;
}

/** Whether one file of this kind is one article. */
export const isDocument = (kind: Kind): kind is DocumentKind => READERS[kind as DocumentKind] !== undefined;

/** Whether the article's text is taken out of a format of its own. */
export const isExtracted = (kind: Kind): boolean => isDocument(kind) && kind !== 'text' && kind !== 'markdown';

/** The name without the ending of a format that is read. */
export const withoutEnding = (path: string): string => (kindOf(path) === null ? path : path.slice(0, -endingOf(path).length) || path);

const READERS: Readonly<Record<DocumentKind, () => Promise<DocumentReader>>> = {
  text: async () => (await import('./text.js')).readText,
  markdown: async () => (await import('./text.js')).readMarkdown,
  html: async () => (await import('./html.js')).readHtml,
  pdf: async () => (await import('./pdf.js')).readPdf,
  docx: async () => (await import('./docx.js')).readDocx,
  eml: async () => (await import('./eml.js')).readEml,
};

/** The reader of a format, loaded when the first such file comes. */
export const loadReader = (kind: DocumentKind): Promise<DocumentReader> => READERS[kind]();
