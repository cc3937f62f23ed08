import type { PdfLine } from './pdf-lines.js';

/** A text and where in it each page begins. */
export interface PagedText {
  readonly text: string;
  readonly pages: readonly number[];
}

/** Against the usual distance of lines, the letter size and the width of the column: what begins a new paragraph. */
const WIDER = 1.35;
const OTHER_SIZE = 0.12;
const INDENT = 0.8;
const SHORT = 0.8;
const SENTENCE_END = /[.!?:]["'”’)\]]{0,2}$/;

/**
 * Lines as running text: a line goes on where the paragraph does, also over the end of a column or page; a word divided at a line's
 * end becomes one again.
 */
export function paragraphsOf(pages: readonly (readonly PdfLine[])[]): PagedText {
  const spacing = usualSpacing(pages);
  const words = wordsOf(pages);
  const starts: number[] = [];
  let text = '';
  let last: PdfLine | null = null;
  let column = { left: 0, right: 0 };
  for (const lines of pages) {
    let fresh = true;
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i];
      const turned: boolean = last !== null && (fresh || line.base < last.base || line.left > last.right || line.right < last.left);
      const widths = turned || last === null ? columnAt(lines, i) : column;
      const goesOn: boolean = last !== null && (turned ? isOpen(last, line) : isSameParagraph(last, line, column, spacing));
      if (text !== '') text = goesOn ? together(text, line.text, words) : `${text}\n\n`;
      if (fresh) starts.push(text.length);
      text += line.text;
      fresh = false;
      column = turned || last === null ? widths : { left: Math.min(column.left, line.left), right: Math.max(column.right, line.right) };
      last = line;
    }
    if (fresh) starts.push(text.length);
  }
  return { text, pages: starts };
}

/** What was read so far, ready for the next line of the paragraph: with a blank, or with a divided word healed. */
function together(text: string, next: string, words: ReadonlySet<string>): string {
  if (text.endsWith('\u00ad')) return text.slice(0, -1);
  const divided = /(?:^|\s)([^\s-]{2,}?)[-‐]$/.exec(text.slice(-60));
  if (!divided || !/^\p{Ll}/u.test(next)) return /[-‐–—/]$/.test(text) && !/\s[-‐–—]$/.test(text) ? text : `${text} `;
  const [tail] = /^\p{L}+/u.exec(next) as RegExpExecArray;
  const head = lastWord(divided[1]);
  // "counter-" + "terrorism": as the document writes it elsewhere, else as one word.
  return words.has(`${head}-${tail}`.toLowerCase()) && !words.has(`${head}${tail}`.toLowerCase()) ? text : text.slice(0, -1);
}

/** The letters at the end of a text. */
function lastWord(text: string): string {
  let start = text.length;
  while (start > 0 && /\p{L}/u.test(text[start - 1])) start--;
  return text.slice(start);
}

/** Whether a paragraph runs on from the foot of a column to the head of the next. */
const isOpen = (last: PdfLine, next: PdfLine): boolean =>
  !SENTENCE_END.test(last.text) &&
  Math.abs(last.size - next.size) <= OTHER_SIZE * last.size &&
  (/^[\p{Ll}\d(]/u.test(next.text) || /[-,\u00ad]$/.test(last.text));

function isSameParagraph(
  last: PdfLine,
  next: PdfLine,
  column: { readonly left: number; readonly right: number },
  spacing: ReadonlyMap<number, number>,
): boolean {
  if (Math.abs(last.size - next.size) > OTHER_SIZE * Math.max(last.size, next.size)) return false;
  const usual = spacing.get(Math.round(last.size)) ?? last.size * 1.2;
  if (next.base - last.base > WIDER * Math.max(usual, last.size)) return false;
  if (
    next.left - Math.min(column.left, last.left) > INDENT * next.size &&
    last.left - column.left <= INDENT * next.size &&
    SENTENCE_END.test(last.text)
  )
    return false;
  const short = last.right - column.left < SHORT * (Math.max(column.right, next.right) - column.left);
  return !(short && (SENTENCE_END.test(last.text) || !/^\p{Ll}/u.test(next.text)));
}

/** Left and right edge of the column that begins with a line. */
function columnAt(lines: readonly PdfLine[], from: number): { readonly left: number; readonly right: number } {
  let { left, right, base } = lines[from];
  for (let i = from; i < lines.length && lines[i].base >= base; i++) {
    if (lines[i].left > right || lines[i].right < left) break;
    [left, right, base] = [Math.min(left, lines[i].left), Math.max(right, lines[i].right), lines[i].base];
  }
  return { left, right };
}

/** The commonest distance between lines, for each size of letters. */
function usualSpacing(pages: readonly (readonly PdfLine[])[]): ReadonlyMap<number, number> {
  const counts = new Map<number, Map<number, number>>();
  for (const lines of pages) {
    for (let i = 1; i < lines.length; i++) {
      const distance = Math.round((lines[i].base - lines[i - 1].base) * 2) / 2;
      const size = Math.round(lines[i].size);
      if (distance < size * 0.8 || distance > size * 3 || Math.round(lines[i - 1].size) !== size) continue;
      const tally = counts.get(size) ?? new Map<number, number>();
      counts.set(size, tally.set(distance, (tally.get(distance) ?? 0) + 1));
    }
  }
  return new Map([...counts].map(([size, tally]) => [size, [...tally].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0][0]]));
}

/** Every word that stands undivided in the document, in lower case. */
function wordsOf(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const lines of pages) {
    for (const { text } of lines) {
      for (const [word] of text.matchAll(/\p{L}+(?:[-‐]\p{L}+)?/gu)) words.add(word.toLowerCase().replace('‐', '-'));
    }
  }
  return words;
}
