import { entities as all } from '../data.js';
import { choice, searchBox } from '../controls.js';
import { fill, h } from '../dom.js';
import { note, type Route } from '../route.js';
import { pagedTable } from '../table.js';
import { typeFilter, typesIn, typesNoted } from '../type-filter.js';
import { entityLink, heading, many, matcher, number, plain } from '../words.js';
import { entityPage } from './entity.js';

/** The list of entities, or the page of one. */
export function entities(route: Route): Node {
  return route.subject === '' ? list(route) : entityPage(route.subject);
}

function list({ params }: Route): Node {
  let query = params.get('q') ?? '';
  let listed = params.get('listed') ?? '';
  let types = typesIn(params);
  let given = { sort: params.get('sort') ?? '', down: params.get('down') === 'true', page: Number(params.get('page')) || 0 };
  const place = h('div', {});
  const count = h('p', { class: 'dim', role: 'status' });
  const draw = (): void => {
    const fits = matcher(query);
    const rows = all().filter(
      (entity) =>
        types.has(entity.type) &&
        (listed === '' || String(entity.listed) === listed) &&
        fits(`${entity.name} ${entity.surface_forms.join(' ')} ${entity.kind ?? ''} ${entity.country ?? ''} ${entity.entity_id}`),
    );
    fill(count, many(rows.length, 'entity', 'entities'));
    fill(
      place,
      pagedTable(
        'Entities',
        [
          { head: 'Name', cell: ({ entity_id }) => entityLink(entity_id), by: ({ name }) => name },
          { head: 'Type', cell: ({ type }) => type, by: ({ type }) => type },
          { head: 'Kind', cell: ({ kind }) => (kind === null ? '' : plain(kind)), by: ({ kind }) => kind },
          { head: 'Country', cell: ({ country }) => country ?? '', by: ({ country }) => country },
          { head: 'Articles', cell: (row) => number(row.documents), by: (row) => row.documents, numeric: true },
          { head: 'Mentions', cell: (row) => number(row.mentions), by: (row) => row.mentions, numeric: true },
          { head: 'First seen', day: true, cell: (row) => row.first_seen ?? '', by: (row) => row.first_seen },
          { head: 'Last seen', day: true, cell: (row) => row.last_seen ?? '', by: (row) => row.last_seen },
        ],
        rows,
        (state) => {
          given = state;
          note({ sort: state.sort, down: state.down ? 'true' : null, page: state.page || null });
        },
        given,
      ),
    );
  };
  const changed = (): void => {
    given = { ...given, page: 0 };
    note({ q: query, listed, type: typesNoted(types), page: null });
    draw();
  };
  draw();
  return h(
    'div',
    {},
    heading('Entities', 'Groups, people and places, those in most articles first.'),
    h(
      'div',
      { class: 'controls' },
      searchBox('Search names', query, (value) => {
        query = value;
        changed();
      }),
      typeFilter(types, (now) => {
        types = now;
        changed();
      }),
      choice(
        'Gazetteer',
        [
          ['', 'any'],
          ['true', 'listed'],
          ['false', 'found by rule'],
        ],
        listed,
        (value) => {
          listed = value;
          changed();
        },
      ),
    ),
    count,
    place,
  );
}
