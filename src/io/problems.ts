import type { Problem } from '../model/index.js';

/** Where something went wrong. */
export interface Place {
  readonly document_id?: string | null;
  readonly path?: string | null;
  readonly line?: number | null;
}

/** Largest article that is read, in bytes. */
export const LARGEST = 50_000_000;
const MEGABYTES = LARGEST / 1e6;

/** Every problem an input can have: its code and the sentence that says what is wrong and what to do. `where` names the file. */
const SENTENCES = {
  'no-such-path': (where: string) => `There is no file or folder ${where}; correct the path.`,
  'unreadable-file': (where: string, why: string) => `${where} cannot be read (${why}); check its permissions or the link, then run again.`,
  'not-a-file': (where: string) => `${where} is a device, pipe or socket and was left out; copy its content into a .txt file.`,
  'symlink-loop': (where: string) => `${where} links back to a folder above it and was left out; remove the link if you do not need it.`,
  'link-outside': (where: string) =>
    `${where} links to something outside of the input folder and was left out; copy it there, or name the place it links to as an input.`,
  'folder-twice': (where: string, other: string) =>
    `${where} is the same folder as ${other} and was left out; remove the link if you do not need it.`,
  'unsupported-format': (where: string, ending: string, instead: string) =>
    `${where} was left out: sitrep does not read ${ending} files; save it as ${instead}.`,
  'encrypted-file': (where: string) => `${where} is locked with a password; save a copy without one.`,
  'broken-document': (where: string, why: string) =>
    `${where} cannot be read (${why}); open it in the program that made it and save it anew, or save its text as .txt.`,
  'no-text-layer': (where: string) => `${where} holds pictures of pages and no text; run text recognition (OCR) over it and save the result.`,
  'pages-without-text': (where: string, pages: string) =>
    `${where} has pages without text (${pages}), perhaps pictures of pages; run text recognition (OCR) over them if they matter.`,
  'too-many-pages': (where: string, most: string) => `${where} has more than ${most} pages; split it into one file an article.`,
  'no-article': (where: string) => `${where} is a page without words; open it in a browser and save it once all of it is shown.`,
  'whole-page': (where: string) =>
    `${where}: no article stands out on the page, so all of its words were read; if menus got in, save the article as .txt.`,
  attachments: (where: string, names: string) => `${where} has attachments that were not read (${names}); save them beside it to have them read.`,
  'only-attachments': (where: string, names: string) => `${where} holds no words but attachments (${names}); save them beside it to have them read.`,
  'broken-archive': (where: string, why: string) => `${where} is no ZIP archive that can be read (${why}); pack it anew.`,
  'archive-trap': (where: string, size: string) =>
    `${where} would unpack to ${size} MB, far more than text does; unpack it yourself if you trust it, and name the folder.`,
  'outside-archive': (where: string) => `${where} has a name that leads out of its archive and was left out; pack it anew under a plain name.`,
  'archive-in-archive': (where: string) => `${where} is an archive within an archive and was left out; unpack the outer one and name the folder.`,
  'empty-archive': (where: string) => `${where} holds no file that sitrep reads; see sitrep run --help for what it reads.`,
  'no-text-column': (where: string, columns: string) =>
    `${where} has no column that is known to hold texts (its columns: ${columns}); name the column with --text-field.`,
  'broken-table': (where: string, why: string) =>
    `${where} cannot be read on from there (${why}); put cells with commas, quotes or line breaks in quotes and double each quote inside.`,
  'empty-file': (where: string) => `${where} holds no text; delete it, or fill it and run again.`,
  'binary-file': (where: string, what: string) => `${where} is not text (${what}); save it as plain text in UTF-8 (.txt).`,
  'file-too-large': (where: string, size: string) =>
    `${where} has ${size} MB, more than the ${MEGABYTES} MB one article may have; split it into one file an article.`,
  'not-utf8': (where: string) => `${where} is not valid UTF-8 and was read as Windows-1252; if letters look wrong, save it as UTF-8.`,
  'duplicate-id': (where: string, id: string, other: string) =>
    `${where} has the id "${id}" that another article has too, so it became "${other}"; rename one of the files.`,
  'broken-line': (where: string, why: string) => `${where} is no article (${why}); write one JSON object a line with the texts "id" and "text".`,
  'bad-field': (where: string, field: string) => `${where}: the field "${field}" is no text and was left out; write it in quotes, or null.`,
  'bad-date': (where: string, date: string) => `${where}: "${date}" is no date and was left out; write the day as 2023-11-20, or 2023-11, or 2023.`,
  'empty-text': (where: string) => `${where} holds no text; leave the article out, or fill its field "text".`,
  'other-language': (where: string, language: string) =>
    `${where} seems to be in another language than English (${language}) and was not analysed; translate it, or leave it out.`,
  'analysis-failed': (where: string, why: string) =>
    `${where} could not be analysed (${why}); please report this with the article, it is a fault of sitrep.`,
  'broken-metadata': (where: string, why: string) =>
    `${where} is no CSV that can be read (${why}); titles, dates and addresses were left out; repair the file and run again.`,
  'metadata-without-article': (where: string, name: string) =>
    `${where} describes "${name}", but no such article was found; correct its columns id or file.`,
  'broken-gold': (where: string, why: string) => `${where} cannot be scored: ${why}.`,
} as const;

export type ProblemCode = keyof typeof SENTENCES;

/** Problems of a file, a row or a line that gave no article. */
export const REFUSALS: ReadonlySet<string> = new Set<ProblemCode>([
  'no-such-path',
  'unreadable-file',
  'not-a-file',
  'symlink-loop',
  'link-outside',
  'folder-twice',
  'unsupported-format',
  'encrypted-file',
  'broken-document',
  'no-text-layer',
  'too-many-pages',
  'no-article',
  'only-attachments',
  'broken-archive',
  'archive-trap',
  'outside-archive',
  'archive-in-archive',
  'empty-archive',
  'no-text-column',
  'broken-table',
  'empty-file',
  'binary-file',
  'file-too-large',
  'broken-line',
  'empty-text',
]);

/** Problems of an article that was read and not analysed. */
export const GIVEN_UP: ReadonlySet<string> = new Set<ProblemCode>(['other-language', 'analysis-failed']);

/** A problem row. `where` is how the sentence calls the thing; `details` fill the rest of the sentence. */
export function problem<C extends ProblemCode>(code: C, place: Place, where: string, ...details: Details<C>): Problem {
  const sentence = SENTENCES[code] as (where: string, ...details: readonly string[]) => string;
  return { document_id: place.document_id ?? null, path: place.path ?? null, line: place.line ?? null, code, message: sentence(where, ...details) };
}

type Details<C extends ProblemCode> = Parameters<(typeof SENTENCES)[C]> extends [string, ...infer Rest extends string[]] ? Rest : [];
