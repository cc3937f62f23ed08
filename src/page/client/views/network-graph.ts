import type { EntityType } from '../../../model/index.js';
import { mentionsOf, nameOf, typeOf, type PairRow } from '../data.js';
import { layout } from '../d3-force.js';
import { svg } from '../dom.js';
import { place, roomFor } from '../labels.js';
import { to } from '../route.js';
import { around, stage } from '../stage.js';
import { many } from '../words.js';

const radiusOf = (count: number): number => 4 + Math.min(9, Math.sqrt(count) * 1.3);

/** The pairs as lines between signs; a line is chosen by a click, a sign leads to the page of its entity. */
export function graph(
  shown: readonly PairRow[],
  focus: string | null,
  chosen: readonly [string, string] | null,
  choose: (row: PairRow) => void,
): Node {
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
    element: svg('text', { class: 'label', 'data-label': id }, nameOf(id)),
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
    const size = Math.min(unit, 2);
    place(labels, roomFor(labels, size, 400, view, labels), size);
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
