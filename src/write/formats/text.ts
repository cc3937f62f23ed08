import { TEXTS, textPath } from '../../text/index.js';
import type { Format } from '../format.js';

/** The texts in which spans count, a file an article. */
export const text: Format = {
  name: 'text',
  reads: 'a folder of the texts in which start and end count; those of HTML, PDF, DOCX and mail are always there',
  needsTexts: true,
  names: [TEXTS],
  files: ({ texts }) =>
    texts.map((article) => ({
      path: textPath(article.document_id),
      format: 'text',
      mediatype: 'text/plain',
      title: 'Text of an article',
      table: null,
      pieces: [article.text],
    })),
};
