import type { EntityType, Window } from '../../../model/index.js';
import { about, documents, mentionsIn, mentionsOf, nameOf, pairs, pairsOf, sentenceOf, typeOf, type PairRow } from '../data.js';
import { checks, choice, slider } from '../controls.js';
import { layout } from '../d3-force.js';
import { fill, h, svg, type Child } from '../dom.js';
import { roomFor } from '../labels.js';
import { note, to, type Route } from '../route.js';
import { around, stage } from '../stage.js';
import { pagedTable } from '../table.js';
import { articleLink, entityLink, heading, many, nothing, number, PLURALS, quote, section, TYPES } from '../words.js';

const WINDOWS: readonly Window[] = ['sentence', 'paragraph', 'document'];
const SIZES = [40, 80, 160, 320];
const QUOTES = 60;

/** Who appears with whom: a graph of the strongest pairs, the same pairs as a table, and the sentences behind each. */
export function network({ params }: Route): Node {
  let window = (params.get('window') ?? 'sentence') as Window;
  let types: ReadonlySet<string> = new Set(params.get('type')?.split(' ') ?? TYPES);
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
      type: types.size === TYPES.length ? null : [...types].join(' '),
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
      checks(
        'Type',
        TYPES.map((type) => [type, h('span', { class: `key ${type}` }, PLURALS[type].toLowerCase())] as const),
        types,
        (now) => {
          types = new Set(now);
          changed();
        },
      ),
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

const radiusOf = (count: number): number => 4 + Math.min(9, Math.sqrt(count) * 1.3);

function graph(shown: readonly PairRow[], focus: string | null, chosen: readonly [string, string] | null, choose: (row: PairRow) => void): Node {
  const ids = [...new Set(shown.flatMap(({ a_id, b_id }) => [a_id, b_id]))];
  const nodes = ids.map((id) => ({ id, radius: radiusOf(mentionsOf().get(id)?.length ?? 1) })).sort((a, b) => b.radius - a.radius);
  const places = layout(
    nodes,
    shown.map(({ a_id, b_id, count }) => ({ a: a_id, b: b_id, weight: Math.log(1 + count) })),
  );
  const at = (id: string) => places.get(id) as { readonly x: number; readonly y: number };
  const lines = shown.map((row) => {
    const [from, to] = [at(row.a_id), at(row.b_id)];
    const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
    return svg(
      'g',
      {
        class: `edge ${chosen && chosen[0] === row.a_id && chosen[1] === row.b_id ? 'chosen' : ''}`,
        'data-pair': `${row.a_id} ${row.b_id}`,
        'data-a': row.a_id,
        'data-b': row.b_id,
        onclick: () => choose(row),
      },
      svg('line', { ...ends, class: 'wire', 'stroke-width': 1 + Math.min(6, Math.log2(row.count + 1) * 0.9) }),
      svg('line', { ...ends, class: 'touch' }),
      svg('title', {}, `${nameOf(row.a_id)} + ${nameOf(row.b_id)}: ${row.count}`),
    );
  });
  const dots = nodes.map(({ id, radius }) => {
    const { x, y } = at(id);
    return svg(
      'g',
      {
        class: `node ${typeOf(id)} ${id === focus ? 'focus' : ''}`,
        'data-id': id,
        onclick: () => {
          location.hash = to('entities', id);
        },
      },
      shape(typeOf(id), x, y, radius),
      svg('title', {}, nameOf(id)),
    );
  });
  const labels = nodes.map(({ id, radius }) => ({
    ...at(id),
    words: nameOf(id),
    offset: radius + 3,
    element: svg('text', { class: 'label', x: at(id).x + radius + 3, y: at(id).y + 4, 'data-label': id }, nameOf(id)),
  }));
  const drawing = svg(
    'svg',
    {
      role: 'img',
      'aria-label': `Graph of ${many(nodes.length, 'entity', 'entities')} and ${many(shown.length, 'pair')}; the table below lists the pairs.`,
    },
    svg('g', {}, lines),
    svg('g', {}, dots),
    svg(
      'g',
      { class: 'labels' },
      labels.map(({ element }) => element),
    ),
  );
  const tight = around([...places.values()], 40);
  const whole = { ...tight, width: tight.width + 110 };
  const { element, show } = stage(drawing, whole, 'Graph of who appears with whom', (unit, view) => {
    const room = roomFor(labels, Math.min(unit, 2), 400, view, labels);
    for (const label of labels) {
      label.element.style.fontSize = `${11.5 * Math.min(unit, 2)}px`;
      label.element.classList.toggle('out', !room.has(label));
    }
  });
  const light = (id: string | null): void => {
    element.classList.toggle('lighting', id !== null);
    const near = new Set(
      id === null ? [] : [id, ...shown.filter(({ a_id, b_id }) => a_id === id || b_id === id).flatMap(({ a_id, b_id }) => [a_id, b_id])],
    );
    for (const line of lines) line.classList.toggle('lit', id !== null && (line.dataset['a'] === id || line.dataset['b'] === id));
    for (const dot of dots) dot.classList.toggle('lit', near.has(dot.dataset['id'] ?? ''));
    for (const { element: words } of labels) words.classList.toggle('lit', near.has(words.dataset['label'] ?? ''));
  };
  for (const dot of dots) {
    dot.addEventListener('pointerenter', () => light(dot.dataset['id'] ?? null));
    dot.addEventListener('pointerleave', () => light(null));
  }
  requestAnimationFrame(() => show(whole));
  return element;
}

/** A circle for a group, a diamond for a person, a square for a place: told apart without colour. */
export function shape(type: EntityType, x: number, y: number, radius: number): SVGElement {
  if (type === 'group') return svg('circle', { cx: x, cy: y, r: radius });
  if (type === 'person')
    return svg('path', {
      d: `M${x},${y - radius * 1.2}l${radius * 1.2},${radius * 1.2}l${-radius * 1.2},${radius * 1.2}l${-radius * 1.2},${-radius * 1.2}z`,
    });
  return svg('rect', { x: x - radius * 0.9, y: y - radius * 0.9, width: radius * 1.8, height: radius * 1.8 });
}

function pairTable(rows: readonly PairRow[], choose: (row: PairRow) => void): HTMLElement {
  return pagedTable(
    'Pairs',
    [
      { head: 'One', cell: (row) => entityLink(row.a_id), by: (row) => nameOf(row.a_id) },
      { head: 'Other', cell: (row) => entityLink(row.b_id), by: (row) => nameOf(row.b_id) },
      {
        head: 'Together',
        cell: (row) =>
          h(
            'button',
            { type: 'button', class: 'link', 'aria-label': `${row.count}: show the sentences`, onclick: () => choose(row) },
            number(row.count),
          ),
        by: (row) => row.count,
        numeric: true,
      },
      { head: 'Articles', cell: (row) => number(row.documents), by: (row) => row.documents, numeric: true },
      { head: 'By chance', cell: (row) => number(row.expected), by: (row) => row.expected, numeric: true },
      { head: 'NPMI', cell: (row) => (row.npmi === null ? '' : row.npmi.toFixed(2)), by: (row) => row.npmi, numeric: true },
      { head: 'LLR', cell: (row) => row.llr.toFixed(1), by: (row) => row.llr, numeric: true },
      { head: 'q', cell: (row) => (row.q_value < 0.001 ? '< 0.001' : row.q_value.toFixed(3)), by: (row) => row.q_value, numeric: true },
    ],
    rows,
  );
}

/** The passages that name both: every sentence that does, else the nearest stretch, else the articles. */
function evidence([a, b]: readonly [string, string], window: Window, row: PairRow | null): Child {
  const passages: Child[] = [];
  let sentences = 0;
  const shared = new Set<string>();
  for (const { document_id } of documents()) {
    const mentions = (mentionsIn().get(document_id) ?? []).filter(({ entity_id }) => entity_id === a || entity_id === b);
    const of = (id: string) => new Set(mentions.filter(({ entity_id }) => entity_id === id).map(({ sentence }) => sentence));
    const [first, second] = [of(a), of(b)];
    if (first.size === 0 || second.size === 0) continue;
    shared.add(document_id);
    for (const sentence of first) {
      if (!second.has(sentence) || ++sentences > QUOTES) continue;
      const { start, end } = sentenceOf(document_id, sentence);
      passages.push(
        h(
          'li',
          {},
          h(
            'p',
            {},
            quote(
              document_id,
              start,
              end,
              mentions.filter((mention) => mention.sentence === sentence),
            ),
          ),
          h('p', { class: 'source' }, articleLink(document_id, { start, end })),
        ),
      );
    }
  }
  const nearest =
    row &&
    window !== 'sentence' &&
    h(
      'li',
      {},
      h(
        'p',
        {},
        quote(
          row.example_document_id,
          row.example_start,
          row.example_end,
          (mentionsIn().get(row.example_document_id) ?? []).filter(({ entity_id }) => entity_id === a || entity_id === b),
        ),
      ),
      h('p', { class: 'source' }, articleLink(row.example_document_id, { start: row.example_start, end: row.example_end })),
    );
  return [
    h('h2', {}, entityLink(a), ' + ', entityLink(b)),
    h('p', { class: 'dim' }, `${many(sentences, 'sentence')} and ${many(shared.size, 'article')} name both.`),
    h('ul', { class: 'quotes' }, nearest, passages),
    window === 'document' &&
      h(
        'ul',
        { class: 'plain' },
        [...shared].slice(0, QUOTES).map((id) => h('li', {}, articleLink(id))),
      ),
  ];
}
