import type { Span } from '../../model/index.js';
import { append } from './dom.js';

/** A stretch of a text and the element that it becomes. Where two cross, the later one is cut in two. */
export interface Mark extends Span {
  readonly make: () => HTMLElement;
}

/** The stretch `[from, to)` of a text, with its marks as nested elements. */
export function marked(text: string, from: number, to: number, marks: readonly Mark[]): DocumentFragment {
  const root = document.createDocumentFragment();
  const waiting = marks
    .filter(({ start, end }) => start < to && end > from && end > start)
    .map((mark) => ({ ...mark, start: Math.max(mark.start, from), end: Math.min(mark.end, to) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const open: { readonly end: number; readonly element: HTMLElement }[] = [];
  let at = from;
  const write = (end: number): void => {
    if (end > at) append(open.at(-1)?.element ?? root, [text.slice(at, end)]);
    at = Math.max(at, end);
  };
  const close = (until: number): void => {
    for (let last = open.at(-1); last && last.end <= until; last = open.at(-1)) {
      write(last.end);
      open.pop();
    }
  };
  for (let mark = waiting.shift(); mark; mark = waiting.shift()) {
    close(mark.start);
    write(mark.start);
    const around = open.at(-1);
    let { end } = mark;
    if (around && end > around.end) {
      const rest = { ...mark, start: around.end };
      end = around.end;
      const place = waiting.findIndex((other) => other.start > rest.start || (other.start === rest.start && other.end < rest.end));
      waiting.splice(place < 0 ? waiting.length : place, 0, rest);
    }
    const element = mark.make();
    append(around?.element ?? root, [element]);
    open.push({ end, element });
  }
  close(to);
  write(to);
  return root;
}

/** Paragraphs: stretches between empty lines, or single lines where there are no empty ones. */
export function paragraphs(text: string): readonly Span[] {
  const spans: Span[] = [];
  const breaks = /\n[^\S\n]*\n/.test(text) ? /\n[^\S\n]*(?:\n[^\S\n]*)+/g : /\n+/g;
  let at = 0;
  const add = (start: number, end: number): void => {
    if (text.slice(start, end).trim() !== '') spans.push({ start, end });
  };
  for (const found of text.matchAll(breaks)) {
    add(at, found.index);
    at = found.index + found[0].length;
  }
  add(at, text.length);
  return spans;
}
