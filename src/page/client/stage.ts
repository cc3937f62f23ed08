import { button } from './controls.js';
import { h } from './dom.js';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Stage {
  readonly element: HTMLElement;
  readonly show: (box: Box) => void;
}

/**
 * A drawing that can be moved and made larger: by drag, by buttons, by keys, and by the wheel once it was clicked. `redrawn` is told how many
 * units of the drawing a pixel is, so that signs can keep their size.
 */
export function stage(drawing: SVGSVGElement, whole: Box, label: string, redrawn: (unitsPerPixel: number, box: Box) => void): Stage {
  let box = whole;
  const show = (next: Box): void => {
    const width = Math.min(Math.max(next.width, whole.width / 400), whole.width * 1.5);
    const height = next.height * (width / next.width);
    box = { x: next.x + (next.width - width) / 2, y: next.y + (next.height - height) / 2, width, height };
    drawing.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
    const frame = drawing.getBoundingClientRect();
    const pixels = frame.width > 0 ? Math.max(box.width / frame.width, box.height / frame.height) : box.width / 900;
    redrawn(pixels, box);
  };
  const zoom = (factor: number, x = box.x + box.width / 2, y = box.y + box.height / 2): void =>
    show({ x: x - (x - box.x) * factor, y: y - (y - box.y) * factor, width: box.width * factor, height: box.height * factor });
  const move = (x: number, y: number): void => show({ ...box, x: box.x + x, y: box.y + y });
  const pointOf = (event: MouseEvent): DOMPoint => new DOMPoint(event.clientX, event.clientY).matrixTransform(drawing.getScreenCTM()?.inverse());
  drawing.addEventListener(
    'wheel',
    (event) => {
      // A page that is scrolled must not be caught by a drawing on its way.
      if (!event.ctrlKey && !element.contains(document.activeElement)) return;
      event.preventDefault();
      const { x, y } = pointOf(event);
      zoom(event.deltaY < 0 ? 0.8 : 1.25, x, y);
    },
    { passive: false },
  );
  let held: DOMPoint | null = null;
  drawing.addEventListener('pointerdown', (event) => {
    held = pointOf(event);
  });
  drawing.addEventListener('pointermove', (event) => {
    if (!held || event.buttons === 0) return;
    const now = pointOf(event);
    if (Math.abs(held.x - now.x) + Math.abs(held.y - now.y) > box.width / 300) move(held.x - now.x, held.y - now.y);
  });
  addEventListener('pointerup', () => {
    held = null;
  });
  const KEYS: Readonly<Record<string, () => void>> = {
    '+': () => zoom(0.7),
    '-': () => zoom(1.4),
    ArrowLeft: () => move(-box.width / 8, 0),
    ArrowRight: () => move(box.width / 8, 0),
    ArrowUp: () => move(0, -box.height / 8),
    ArrowDown: () => move(0, box.height / 8),
  };
  const element = h(
    'div',
    {
      class: 'stage',
      tabindex: 0,
      role: 'region',
      'aria-label': `${label}. Plus and minus make it larger and smaller, arrows move it.`,
      onkeydown: (event) => {
        const act = KEYS[(event as KeyboardEvent).key];
        if (!act || event.target !== element) return;
        event.preventDefault();
        act();
      },
    },
    drawing,
    h(
      'div',
      { class: 'zoom' },
      button('+', () => zoom(0.6), { 'aria-label': 'Larger' }),
      button('−', () => zoom(1.6), { 'aria-label': 'Smaller' }),
      button('Fit', () => show(whole)),
    ),
  );
  return { element, show };
}

/** The least box around points, with a margin. */
export function around(points: readonly { readonly x: number; readonly y: number }[], margin: number): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
  return { x: left, y: top, width: Math.max(...xs) + margin - left, height: Math.max(...ys) + margin - top };
}
