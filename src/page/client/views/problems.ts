import { corrections, documentOf, entityOf, problems, type Correction } from '../data.js';
import { h, type Child } from '../dom.js';
import { pagedTable } from '../table.js';
import { articleLink, entityLink, heading, many, section } from '../words.js';

/** What went wrong and what to do, and what became of the corrections in overrides.csv. */
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
          { head: 'Message', cell: ({ message }) => message, wide: true },
          { head: 'File', day: true, cell: place, by: ({ path }) => path },
          {
            head: 'Article',
            cell: ({ document_id }) => (document_id === null ? '–' : article(document_id)),
            by: ({ document_id }) => document_id,
          },
          { head: 'Code', cell: ({ code }) => h('code', {}, code), by: ({ code }) => code },
        ],
        rows,
      ),
    corrections().length > 0 && section('Corrections of overrides.csv', correctionList(corrections())),
  );
}

const place = ({ path, line }: { readonly path: string | null; readonly line: number | null }): string =>
  path === null ? '–' : `${path}${line === null ? '' : `, line ${line}`}`;

const article = (id: string): Child => (documentOf().has(id) ? articleLink(id) : id);

const entity = (id: string): Child => (entityOf().has(id) ? entityLink(id) : h('code', {}, id));

function correctionList(rows: readonly Correction[]): HTMLElement {
  const idle = rows.filter(({ changed }) => changed === 0).length;
  return h(
    'div',
    {},
    h(
      'p',
      { class: 'dim' },
      `${many(rows.length - idle, 'row')} applied${idle === 0 ? '.' : `, ${idle} no longer ${idle === 1 ? 'fits' : 'fit'} anything: the problems above say why.`}`,
    ),
    pagedTable(
      'Corrections',
      [
        { head: 'Row', day: true, cell: place, by: ({ line }) => line },
        { head: 'Action', cell: ({ action }) => action, by: ({ action }) => action },
        {
          head: 'Of what',
          cell: ({ id, quote }) => [id !== '' && entity(id), id !== '' && quote !== '' && ' ', quote !== '' && `“${quote}”`],
          by: ({ id }) => id,
        },
        { head: 'Into', cell: into },
        {
          head: 'In articles',
          cell: ({ documents }) => (documents.length === 0 ? 'all' : documents.map((id, i) => [i > 0 && ', ', article(id)])),
        },
        {
          head: 'Changed',
          cell: ({ changed }) => (changed === 0 ? h('strong', {}, 'fits nothing') : many(changed, 'row')),
          by: ({ changed }) => changed,
          numeric: true,
        },
      ],
      rows,
    ),
  );
}

function into({ other, field, value }: Correction): Child {
  const words = value === null ? 'empty' : [value].flat().join(', ');
  if (field !== '') return `${field}: ${words}`;
  return [other !== '' && entity(other), words !== '' && ` ${words}`];
}
