import { documentOf, problems } from '../data.js';
import { h } from '../dom.js';
import { pagedTable } from '../table.js';
import { articleLink, heading, many } from '../words.js';

/** What went wrong, and what to do. */
export function problemList(): Node {
  const rows = problems();
  return h(
    'div',
    {},
    heading('Problems', rows.length === 0 ? 'Every article could be read.' : `${many(rows.length, 'problem')}: what is wrong, and what to do.`),
    rows.length > 0 &&
      pagedTable(
        'Problems',
        [
          {
            head: 'File',
            cell: ({ path, line }) => (path === null ? '–' : `${path}${line === null ? '' : `, line ${line}`}`),
            by: ({ path }) => path,
          },
          {
            head: 'Article',
            cell: ({ document_id }) => (document_id !== null && documentOf().has(document_id) ? articleLink(document_id) : (document_id ?? '–')),
            by: ({ document_id }) => document_id,
          },
          { head: 'Code', cell: ({ code }) => h('code', {}, code), by: ({ code }) => code },
          { head: 'Message', cell: ({ message }) => message, wide: true },
        ],
        rows,
      ),
  );
}
