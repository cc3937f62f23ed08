import type { Window } from '../../../model/index.js';
import { about, pairs, pairsOf, typeOf, type PairRow } from '../data.js';
import { choice, slider } from '../controls.js';
import { fill, h, type Child } from '../dom.js';
import { note, to, type Route } from '../route.js';
import { typeFilter, typesIn, typesNoted } from '../type-filter.js';
import { entityLink, heading, many, nothing, number, section } from '../words.js';
import { graph } from './network-graph.js';
import { evidence, pairTable } from './network-pairs.js';

const WINDOWS: readonly Window[] = ['sentence', 'paragraph', 'document'];
const SIZES = [40, 80, 160, 320];

/** Who appears with whom: a graph of the strongest pairs, the same pairs as a table, and the sentences behind each. */
export function network({ params }: Route): Node {
  let window = (params.get('window') ?? 'sentence') as Window;
  let types = typesIn(params);
  let least = Number(params.get('least')) || 1;
  let most = Number(params.get('most')) || SIZES[1];
  let by = params.get('by') ?? 'count';
  const focus = params.get('focus');
  let pair: readonly [string, string] | null =
    params.get('a') !== null && params.get('b') !== null ? [params.get('a') as string, params.get('b') as string] : null;
  const picture = h('div', { class: 'picture' });
  const list = h('div', {});
  const behind = h('section', { class: 'behind', 'aria-live': 'polite', tabindex: -1, 'aria-label': 'Evidence' });

  const choose = (row: PairRow | null): void => {
    pair = row === null ? null : [row.a_id, row.b_id];
    note({ a: pair?.[0], b: pair?.[1] });
    showBehind();
    behind.scrollIntoView({ block: 'nearest' });
    for (const line of picture.querySelectorAll('[data-pair]'))
      line.classList.toggle('chosen', pair !== null && line.getAttribute('data-pair') === pair.join(' '));
  };
  const showBehind = (): void => {
    const row =
      pair &&
      pairsOf()
        .get(pair[0])
        ?.find((one) => one.window === window && one.a_id === pair?.[0] && one.b_id === pair?.[1]);
    fill(
      behind,
      pair === null
        ? h('p', { class: 'dim' }, 'Choose a line of the graph or a number in the table: the sentences behind it come up here.')
        : evidence(pair, window, row ?? null),
    );
  };
  const draw = (): void => {
    const { shown, fitting } = strongest(window, types, least, by, most, focus);
    fill(picture, shown.length === 0 ? nothing('Nothing fits.') : graph(shown, focus, pair, choose));
    fill(list, caption(shown.length, fitting, window), pairTable(shown, choose));
    showBehind();
  };
  const changed = (): void => {
    note({
      window: window === 'sentence' ? null : window,
      type: typesNoted(types),
      least: least === 1 ? null : least,
      most: most === SIZES[1] ? null : most,
      by: by === 'count' ? null : by,
    });
    draw();
  };
  const heaviest = Math.min(
    40,
    Math.max(
      2,
      ...pairs()
        .filter((row) => row.window === 'sentence')
        .map(({ count }) => count),
    ),
  );
  const root = h(
    'div',
    { class: 'network' },
    heading(
      'Network',
      focus === null ? 'Entities named together. ' : ['Around ', entityLink(focus), '. '],
      focus !== null && h('a', { href: to('network') }, 'Show all'),
    ),
    h(
      'div',
      { class: 'controls' },
      choice(
        'Window',
        WINDOWS.map((name) => [name, `same ${name === 'document' ? 'article' : name}`] as const),
        window,
        (value) => {
          window = value as Window;
          changed();
        },
      ),
      typeFilter(types, (now) => {
        types = now;
        changed();
      }),
      slider('At least', [1, heaviest], least, (value) => {
        least = value;
        changed();
      }),
      choice(
        'Strongest by',
        [
          ['count', 'count'],
          ['llr', 'evidence (LLR)'],
          ['npmi', 'NPMI'],
        ],
        by,
        (value) => {
          by = value;
          changed();
        },
      ),
      choice(
        'Pairs',
        SIZES.map((size) => [String(size), String(size)] as const),
        String(most),
        (value) => {
          most = Number(value);
          changed();
        },
      ),
    ),
    h('div', { class: 'spread wide' }, picture, behind),
    section('Pairs', list),
  );
  queueMicrotask(draw);
  return root;
}

function strongest(window: Window, types: ReadonlySet<string>, least: number, by: string, most: number, focus: string | null) {
  const source = focus === null ? pairs() : (pairsOf().get(focus) ?? []);
  const fitting = source.filter(
    (row) =>
      row.window === window &&
      row.count >= least &&
      types.has(typeOf(row.a_id)) &&
      types.has(typeOf(row.b_id)) &&
      (focus !== null || by === 'count' || (row.npmi ?? 1) > 0),
  );
  const value = (row: PairRow): number => (by === 'count' ? row.count : by === 'npmi' ? (row.npmi ?? 1) : row.llr);
  const sorted = [...fitting].sort((a, b) => value(b) - value(a) || b.llr - a.llr);
  return { shown: sorted.slice(0, most), fitting: fitting.length };
}

function caption(shown: number, fitting: number, window: Window): Child {
  const all = about().pairs[window];
  const held = pairs().filter((row) => row.window === window).length;
  return h(
    'p',
    { class: 'dim', role: 'status' },
    `${many(shown, 'pair')} of ${number(fitting)} that fit. `,
    held < all && `This page holds the ${number(held)} strongest of ${number(all)} pairs; cooccurrences.csv holds all.`,
  );
}
