import { button } from './controls.js';
import { fill, h, type Child } from './dom.js';
import { many, nothing, number } from './words.js';

export interface TableColumn<Row> {
  readonly head: string;
  readonly cell: (row: Row) => Child;
  /** What rows are sorted by; a column without it cannot be sorted by. */
  readonly by?: (row: Row) => string | number | null;
  readonly numeric?: boolean;
  readonly wide?: boolean;
  /** Kept on one line. */
  readonly day?: boolean;
}

export interface TableState {
  /** Head of the column sorted by; empty: as the rows come. */
  readonly sort: string;
  readonly down: boolean;
  readonly page: number;
}

const PAGE = 50;

/** A table in pages of 50 rows, sorted by a click on a head: however many rows there are, few are on the screen. */
export function pagedTable<Row>(
  caption: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  changed: (state: TableState) => void = () => {},
  given: Partial<TableState> = {},
): HTMLElement {
  let state: TableState = { sort: '', down: false, page: 0, ...given };
  const root = h('div', { class: 'paged' });
  const show = (next: TableState, focus?: string): void => {
    state = next;
    changed(state);
    draw();
    if (focus) root.querySelector<HTMLElement>(focus)?.focus();
  };
  const draw = (): void => {
    const sorted = sortedBy(rows, columns.find(({ head }) => head === state.sort)?.by, state.down);
    const pages = Math.max(1, Math.ceil(rows.length / PAGE));
    const page = Math.min(state.page, pages - 1);
    const headCell = ({ head, by, numeric }: TableColumn<Row>, i: number): HTMLElement => {
      const mine = state.sort === head;
      const sort = (): void => show({ sort: head, down: mine ? !state.down : numeric === true, page: 0 }, `th:nth-child(${i + 1}) button`);
      return h(
        'th',
        { scope: 'col', class: numeric ? 'numeric' : null, 'aria-sort': mine ? (state.down ? 'descending' : 'ascending') : null },
        by ? button([head, h('span', { class: 'arrow', 'aria-hidden': 'true' }, mine ? (state.down ? '↓' : '↑') : '')], sort) : head,
      );
    };
    fill(
      root,
      rows.length === 0
        ? nothing('Nothing fits.')
        : h(
            'div',
            { class: 'scroll' },
            h(
              'table',
              {},
              h('caption', { class: 'hidden' }, caption),
              h('thead', {}, h('tr', {}, columns.map(headCell))),
              h(
                'tbody',
                {},
                sorted.slice(page * PAGE, page * PAGE + PAGE).map((row) =>
                  h(
                    'tr',
                    {},
                    columns.map(({ cell, numeric, wide, day }) =>
                      h('td', { class: numeric ? 'numeric' : wide ? 'wide' : day ? 'day' : null }, cell(row)),
                    ),
                  ),
                ),
              ),
            ),
          ),
      pages > 1 && pager(page, pages, rows.length, (to, focus) => show({ ...state, page: to }, focus)),
    );
  };
  draw();
  return root;
}

/** Rows in the order of a value; what has none comes last, either way. */
function sortedBy<Row>(rows: readonly Row[], by: ((row: Row) => string | number | null) | undefined, down: boolean): readonly Row[] {
  if (!by) return rows;
  const sign = down ? -1 : 1;
  return rows
    .map((row) => ({ row, value: by(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      if (typeof a.value === 'number' && typeof b.value === 'number') return sign * (a.value - b.value);
      return sign * String(a.value).localeCompare(String(b.value), 'en');
    })
    .map(({ row }) => row);
}

/** Ways to the page before and behind. */
export function pager(page: number, pages: number, rows: number, go: (page: number, focus: string) => void, thing = 'row'): HTMLElement {
  return h(
    'nav',
    { class: 'pager', 'aria-label': 'Pages' },
    button('Earlier', () => go(page - 1, '.earlier'), page === 0 ? { class: 'earlier', disabled: '' } : { class: 'earlier' }),
    h('span', { role: 'status' }, `Page ${number(page + 1)} of ${number(pages)}, ${many(rows, thing)}`),
    button('Later', () => go(page + 1, '.later'), page === pages - 1 ? { class: 'later', disabled: '' } : { class: 'later' }),
  );
}
