import { groupOfClaim, groups } from '../data.js';
import { checks, choice, searchBox } from '../controls.js';
import { fill, h } from '../dom.js';
import { note, to, type Route } from '../route.js';
import { pager } from '../table.js';
import { heading, many, matcher, nothing } from '../words.js';
import { groupCard, questionOf, type Group } from './ledger-group.js';

const PAGE = 20;
const VERDICTS = ['several', 'contradict', 'update', 'widen', 'agree', 'all'] as const;
const WORDS: Readonly<Record<(typeof VERDICTS)[number], string>> = {
  several: 'several voices',
  contradict: 'contradict',
  update: 'update',
  widen: 'widen',
  agree: 'agree',
  all: 'all, single ones too',
};

/** Comparable claims side by side over time and source. */
export function claims({ subject, params }: Route): Node {
  const asked = subject === '' ? null : (groupOfClaim().get(subject) ?? subject);
  if (asked !== null) {
    const group = groups().find(([{ group_id }]) => group_id === asked);
    return h(
      'div',
      { class: 'ledger' },
      h('p', { class: 'back' }, h('a', { href: to('ledger') }, 'Ledger')),
      group ? groupCard(group, 'h1') : [heading('Not in the ledger'), nothing('No group of claims has this id.')],
    );
  }
  let verdict = params.get('verdict') ?? 'several';
  let query = params.get('q') ?? '';
  let order = params.get('sort') ?? 'voices';
  let page = Number(params.get('page')) || 0;
  let across = params.get('across') === 'true';
  const list = h('div', { class: 'cards' });
  const draw = (focus?: string): void => {
    note({
      verdict: verdict === 'several' ? null : verdict,
      q: query,
      sort: order === 'voices' ? null : order,
      page: page || null,
      across: across ? 'true' : null,
    });
    const fits = matcher(query);
    const found = ordered(
      groups().filter((rows) => chosen(rows, verdict) && (!across || articlesOf(rows) > 1) && fits(textOf(rows))),
      order,
    );
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    page = Math.min(page, pages - 1);
    fill(
      list,
      h('p', { class: 'dim', role: 'status' }, many(found.length, 'question')),
      found.length === 0 && nothing('Nothing fits.'),
      found.slice(page * PAGE, page * PAGE + PAGE).map((rows) => groupCard(rows)),
      pages > 1 &&
        pager(
          page,
          pages,
          found.length,
          (next, where) => {
            page = next;
            draw(where);
            list.scrollIntoView();
          },
          'question',
        ),
    );
    if (focus) list.querySelector<HTMLElement>(focus)?.focus({ preventScroll: true });
  };
  const changed = (): void => {
    page = 0;
    draw();
  };
  const root = h(
    'div',
    { class: 'ledger' },
    heading('Ledger', 'Claims that can be compared, side by side: the same thing, entity, event and measure, a place in common, and one time.'),
    h(
      'div',
      { class: 'controls' },
      searchBox('Search', query, (value) => {
        query = value;
        changed();
      }),
      choice(
        'Verdict',
        VERDICTS.map((name) => [name, WORDS[name]] as const),
        verdict,
        (value) => {
          verdict = value;
          changed();
        },
      ),
      choice(
        'Sort',
        [
          ['voices', 'most voices'],
          ['newest', 'newest first'],
          ['size', 'largest number'],
        ],
        order,
        (value) => {
          order = value;
          changed();
        },
      ),
      checks('Articles', [['across', 'several only']], new Set(across ? ['across'] : []), (now) => {
        across = now.has('across');
        changed();
      }),
    ),
    list,
    legend(),
  );
  draw();
  return root;
}

const chosen = ([{ verdict }]: Group, wanted: string): boolean =>
  wanted === 'all' || (wanted === 'several' ? verdict !== 'single' : verdict === wanted);
const articlesOf = (rows: Group): number => new Set(rows.map(({ claim_id }) => claim_id.slice(0, claim_id.lastIndexOf(':')))).size;
const textOf = (rows: Group): string => `${questionOf(rows)} ${rows[0].first_said_by ?? ''} ${rows[0].last_said_by ?? ''} ${rows[0].group_id}`;

function ordered(list: readonly Group[], by: string): readonly Group[] {
  if (by === 'newest') return [...list].sort(([a], [b]) => (b.last_said ?? '').localeCompare(a.last_said ?? ''));
  if (by === 'size') return [...list].sort(([a], [b]) => (b.span_max ?? b.span_min ?? 0) - (a.span_max ?? a.span_min ?? 0));
  return list;
}

const legend = (): HTMLElement =>
  h(
    'details',
    { class: 'legend' },
    h('summary', {}, 'How to read this'),
    h(
      'p',
      {},
      'A full dot is an exact figure, a ring an approximate or bounded one. A thick line is a range; a thin one says that the claim leaves it open how far.',
    ),
    h(
      'p',
      {},
      '“Echoes” is the same source or sentence again, “agrees” a figure that fits, “widens” one that allows more, “updates” a newer one, “precedes” a level or count that is over, “contradicts” one that cannot hold as well. Newer does not mean right.',
    ),
  );
