import type { Span } from '../model/index.js';

/** A marked stretch of a text: `⟦around 400|count ~400⟧`. */
export interface Mark extends Span {
  readonly label: string;
}

/** A text without its marks, and the marks, sorted by start, the longer first. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A marked text that cannot be read; the message says where and what to do. */
export class MarkError extends Error {
  override readonly name = 'MarkError';
}

/** Reads `⟦words|label⟧` marks, which may nest. A mark that is never closed, or closed twice, is a MarkError. */
export function readMarks(marked: string): MarkedText {
  const pieces: string[] = [];
  const open: number[] = [];
  const marks: Mark[] = [];
  let length = 0;
  let from = 0;
  const keep = (to: number): void => {
    pieces.push(marked.slice(from, to));
    length += to - from;
  };
  for (let i = 0; i < marked.length; i++) {
    const c = marked[i];
    if (c === '⟦') {
      keep(i);
      from = i + 1;
      open.push(length);
    } else if (c === '|' && open.length > 0) {
      const end = labelEnd(marked, i + 1);
      if (end < 0) continue;
      keep(i);
      marks.push({ start: open.pop() as number, end: length, label: marked.slice(i + 1, end) });
      from = end + 1;
      i = end;
    } else if (c === '⟧') throw new MarkError(`a mark is closed that was never opened, or has no |label, near “${around(marked, i)}”`);
  }
  keep(marked.length);
  if (open.length > 0) throw new MarkError(`a mark is never closed, near “${around(pieces.join(''), open[0])}”`);
  return { text: pieces.join(''), marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) };
}

/** Where the label that begins at `from` ends; −1 when the sign before it was no label's but part of the text. */
function labelEnd(marked: string, from: number): number {
  for (let i = from; i < marked.length; i++) {
    if (marked[i] === '⟧') return i;
    if (marked[i] === '⟦' || marked[i] === '|') return -1;
  }
  return -1;
}

const around = (text: string, at: number): string => text.slice(Math.max(0, at - 25), at + 25).replace(/\s+/g, ' ');

/** The text of `window` with marks written into it. Where two marks cross, the later one is left out. */
export function writeMarks(text: string, marks: readonly Mark[], window: Span = { start: 0, end: text.length }): string {
  const inside = marks.filter((mark) => mark.start >= window.start && mark.end <= window.end).sort((a, b) => a.start - b.start || b.end - a.end);
  const open: Mark[] = [];
  let out = '';
  let at = window.start;
  const closeUntil = (offset: number): void => {
    while (open.length > 0 && open[open.length - 1].end <= offset) {
      const mark = open.pop() as Mark;
      out += `${text.slice(at, mark.end)}|${mark.label}⟧`;
      at = mark.end;
    }
  };
  for (const mark of inside) {
    closeUntil(mark.start);
    if (open.length > 0 && mark.end > open[open.length - 1].end) continue;
    out += `${text.slice(at, mark.start)}⟦`;
    at = mark.start;
    open.push(mark);
  }
  closeUntil(window.end);
  return out + text.slice(at, window.end);
}
