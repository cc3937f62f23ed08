import type { Box } from './stage.js';

const FIRST = 10;

export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly words: string;
  readonly offset: number;
}

/** Where a label stands: behind its sign or before it. */
export type Side = 'right' | 'left';
const SIDES: readonly Side[] = ['right', 'left'];

/**
 * Which labels can be shown without one lying over another or being cut by the edge, and on which side, the first ones first.
 * Where there are `signs`, only the first labels may lie over one: who is named most must have a name.
 * `unit`: units of the drawing a pixel.
 */
export function roomFor(
  labels: readonly Labelled[],
  unit: number,
  most: number,
  view: Box,
  signs: readonly Labelled[] = [],
): ReadonlyMap<Labelled, Side> {
  const taken: Box[] = signs.map(({ x, y, offset }) => ({
    x: x - offset * 0.7 * unit,
    y: y - offset * 0.7 * unit,
    width: offset * 1.4 * unit,
    height: offset * 1.4 * unit,
  }));
  const shown = new Map<Labelled, Side>();
  for (const [rank, label] of labels.entries()) {
    if (shown.size >= most) break;
    const free = (box: Box): boolean =>
      within(box, view) && !taken.some((other, i) => (i >= signs.length || (rank >= FIRST && signs[i] !== label)) && cross(other, box));
    for (const side of SIDES) {
      const box = boxOf(label, side, unit);
      if (!free(box)) continue;
      taken.push(box);
      shown.set(label, side);
      break;
    }
  }
  return shown;
}

/** Shows the labels that have room, each on its side, and hides the others. */
export function place(labels: readonly (Labelled & { readonly element: SVGElement })[], room: ReadonlyMap<Labelled, Side>, unit: number): void {
  for (const label of labels) {
    const side = room.get(label);
    const away = label.offset * unit;
    label.element.setAttribute('x', String(side === 'left' ? label.x - away : label.x + away));
    label.element.setAttribute('y', String(label.y + 4 * unit));
    label.element.setAttribute('text-anchor', side === 'left' ? 'end' : 'start');
    label.element.style.fontSize = `${11.5 * unit}px`;
    label.element.classList.toggle('out', side === undefined);
  }
}

function boxOf({ x, y, words, offset }: Labelled, side: Side, unit: number): Box {
  const width = (offset * 0.5 + words.length * 6.4 + 4) * unit;
  const near = offset * 0.5 * unit;
  return { x: side === 'right' ? x + near : x - near - width, y: y - 7 * unit, width, height: 15 * unit };
}

const cross = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const within = (box: Box, view: Box): boolean =>
  box.x >= view.x && box.y >= view.y && box.x + box.width <= view.x + view.width && box.y + box.height <= view.y + view.height;
