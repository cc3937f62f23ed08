import type { DocumentRecord } from '../../../model/index.js';
import { documents } from '../data.js';
import { searchBox } from '../controls.js';
import { fill, h } from '../dom.js';
import { note, type Route } from '../route.js';
import { pagedTable } from '../table.js';
import { articleLink, heading, many, matcher, number } from '../words.js';
import { reader } from './reader.js';

/** The list of articles, or one of them to read. */
export function articles(route: Route): Node {
  return route.subject === '' ? list(route) : reader(route);
}

const PUBLISHER = ({ publisher }: DocumentRecord): string => publisher ?? '';

function list({ params }: Route): Node {
  let query = params.get('q') ?? '';
  const place = h('div', {});
  const publishers = documents().some(({ publisher }) => publisher !== null);
  const draw = (): void => {
    const fits = matcher(query);
    const rows = documents().filter(({ title, document_id, url, published, author, publisher }) =>
      fits([title, document_id, url, published, author, publisher].join(' ')),
    );
    fill(
      place,
      pagedTable(
        'Articles',
        [
          { head: 'Published', day: true, cell: ({ published }) => published ?? '–', by: ({ published }) => published },
          {
            head: 'Title',
            cell: ({ document_id, duplicate_of }) => [
              articleLink(document_id),
              duplicate_of !== null && h('span', { class: 'dim' }, ' copy of ', articleLink(duplicate_of)),
            ],
            by: ({ title, document_id }) => title ?? document_id,
            wide: true,
          },
          ...(publishers ? [{ head: 'Publisher', cell: PUBLISHER, by: PUBLISHER }] : []),
          { head: 'Sentences', cell: ({ sentences }) => number(sentences), by: ({ sentences }) => sentences, numeric: true },
          { head: 'Mentions', cell: ({ mentions }) => number(mentions), by: ({ mentions }) => mentions, numeric: true },
          { head: 'Claims', cell: ({ claims }) => number(claims), by: ({ claims }) => claims, numeric: true },
          { head: 'Problems', cell: ({ problems }) => (problems === 0 ? '' : problems), by: ({ problems }) => problems, numeric: true },
        ],
        rows,
        ({ sort, down, page }) => note({ sort, down: down ? 'true' : null, page: page || null }),
        { sort: params.get('sort') ?? '', down: params.get('down') === 'true', page: Number(params.get('page')) || 0 },
      ),
    );
  };
  draw();
  const search = searchBox('Search titles, authors, publishers', query, (value) => {
    query = value;
    note({ q: query, page: null });
    draw();
  });
  return h('div', {}, heading('Articles', many(documents().length, 'article')), h('div', { class: 'controls' }, search), place);
}
