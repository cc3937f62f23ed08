import type { DocumentRecord } from '../../model/index.js';
import { table } from '../columns.js';
import { DOCUMENT } from './values.js';

export const documents = table<DocumentRecord>()(
  {
    name: 'documents',
    title: 'Articles',
    key: ['document_id'],
    description: 'One row an article that could be read, sorted by document_id.',
  },
  [
    { name: 'document_id', type: 'string', required: true, description: 'Path below the input folder without its ending, or id of an NDJSON line.' },
    { name: 'title', type: 'string', description: 'Headline: from articles.csv or the NDJSON line, else the one found on the page.' },
    {
      name: 'published',
      type: 'date',
      description: 'Day of publication, from articles.csv or the NDJSON line, else from the document or its dateline; never guessed.',
    },
    { name: 'url', type: 'string', description: 'Web address the article came from.' },
    { name: 'path', type: 'string', description: 'File the article was read from, relative to the input folder, with forward slashes.' },
    { name: 'sha256', type: 'string', description: 'SHA-256 of the bytes read (of the line, for NDJSON), lower-case hexadecimal.' },
    { name: 'language', type: 'string', description: 'ISO 639-1 code, "und" for a language sitrep does not know; empty when the text is too short.' },
    { name: 'characters', type: 'integer', required: true, minimum: 0, description: 'Length of the decoded text in UTF-16 code units.' },
    { name: 'sentences', type: 'integer', required: true, minimum: 0, description: 'Sentences found, page furniture left out.' },
    { name: 'mentions', type: 'integer', required: true, minimum: 0, description: 'Rows of mentions.csv with this document_id.' },
    { name: 'claims', type: 'integer', required: true, minimum: 0, description: 'Rows of claims.csv with this document_id.' },
    { name: 'problems', type: 'integer', required: true, minimum: 0, description: 'Rows of problems.csv with this document_id.' },
    { name: 'author', type: 'string', description: 'Who wrote it, as articles.csv or the document itself tells.' },
    { name: 'publisher', type: 'string', description: 'Paper, agency or site, as articles.csv or the document itself tells.' },
    {
      name: 'published_from',
      type: 'string',
      enum: ['metadata', 'document', 'dateline', 'option'],
      description: 'Who tells the day of publication: articles.csv, the facts of the document, a line of its text, or the option --published.',
    },
    {
      name: 'text_path',
      type: 'string',
      description:
        'File of this folder with the text in which start and end count, for documents whose text is taken out of HTML, PDF, DOCX or mail; ' +
        'empty where the decoded file (the cell, the field) is that text.',
    },
    { name: 'page_starts', type: 'ids', description: 'Where in the text each page of a PDF begins: the first number is page 1, the next page 2.' },
    {
      name: 'duplicate_of',
      type: 'string',
      refers: DOCUMENT,
      description:
        'The article of which this is a copy, word for word or nearly: the earliest published, of equals the smallest id. Statistics count both once; empty for all others.',
    },
  ],
);
