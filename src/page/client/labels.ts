import type { Box } from './stage.js';

const FIRST = 10;

export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly words: string;
  readonly offset: number;
}

/**
 * Which labels can be shown without one lying over another, the first ones first. Where there are `signs`, only the first labels
 * may lie over one: who is named most must have a name.
 * `unit`: units of the drawing a pixel.
 */
export function roomFor(labels: readonly Labelled[], unit: number, most: number, view: Box, signs: readonly Labelled[] = []): ReadonlySet<Labelled> {
  const taken: Box[] = signs.map(({ x, y, offset }) => ({
    x: x - offset * 0.7 * unit,
    y: y - offset * 0.7 * unit,
    width: offset * 1.4 * unit,
    height: offset * 1.4 * unit,
  }));
  const shown = new Set<Labelled>();
  for (const [rank, label] of labels.entries()) {
    if (shown.size >= most) break;
    if (label.x < view.x || label.x > view.x + view.width || label.y < view.y || label.y > view.y + view.height) continue;
    const box = {
      x: label.x + label.offset * 0.5 * unit,
      y: label.y - 7 * unit,
      width: (label.offset * 0.5 + label.words.length * 6.4 + 4) * unit,
      height: 15 * unit,
    };
    if (
      taken.some(
        (other, i) =>
          (i >= signs.length || (rank >= FIRST && signs[i] !== label)) &&
          other.x < box.x + box.width &&
          box.x < other.x + other.width &&
          other.y < box.y + box.height &&
          box.y < other.y + other.height,
      )
    )
      continue;
    taken.push(box);
    shown.add(label);
  }
  return shown;
}
