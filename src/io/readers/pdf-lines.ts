import type { Glyphs, PdfPage } from './unpdf.js';

/** A line of one column. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

/** Parts of the letter size: what lies on one line, what is a blank between words, what parts two columns. */
const SAME_LINE = 0.4;
const BLANK = 0.17;
const GUTTER = 1.3;
/** A column has so many lines at least, and so large a share of all of its part of the page. */
const FEWEST_LINES = 4;
const LEAST_SHARE = 0.15;
/** Share of lines that may run across a gutter: headlines and captions. */
const MOST_ACROSS = 0.35;

/** The lines of a page in the order in which they are read: column by column, what runs across columns in its place. */
export const linesOf = ({ glyphs }: PdfPage): readonly PdfLine[] => inColumns(segments(glyphs));

/** Words that stand beside each other without a gap as wide as between columns. Sorted from top to bottom, left to right. */
function segments(glyphs: readonly Glyphs[]): readonly PdfLine[] {
  const found: PdfLine[] = [];
  let row: Glyphs[] = [];
  const close = (): void => {
    row.sort((a, b) => a.left - b.left);
    let open: Glyphs[] = [];
    for (const glyph of row) {
      const last = open.at(-1);
      if (last && glyph.left - last.right > GUTTER * Math.max(last.size, glyph.size)) {
        found.push(joined(open));
        open = [];
      }
      open.push(glyph);
    }
    if (open.length > 0) found.push(joined(open));
    row = [];
  };
  for (const glyph of [...glyphs].sort((a, b) => a.base - b.base || a.left - b.left)) {
    const first = row[0];
    if (first && glyph.base - first.base > SAME_LINE * Math.max(first.size, glyph.size)) close();
    row.push(glyph);
  }
  close();
  return found;
}

function joined(row: readonly Glyphs[]): PdfLine {
  let text = '';
  let right = row[0].left;
  for (const glyph of row) {
    // Bold type is sometimes the same words printed twice, a hair apart.
    const twice = text !== '' && glyph.left < right - glyph.size && text.endsWith(glyph.text);
    if (!twice) {
      const blank = text !== '' && glyph.left - right > BLANK * glyph.size && !/\s$/.test(text) && !/^\s/.test(glyph.text);
      text += (blank ? ' ' : '') + glyph.text;
    }
    right = Math.max(right, glyph.right);
  }
  const size = row.reduce((largest, glyph) => (glyph.text.length > largest.text.length ? glyph : largest)).size;
  return { text: text.replace(/\s+/g, ' ').trim(), left: row[0].left, right, base: row[0].base, size };
}

/** Cuts a part of a page at its clearest gutter and each side again; lines across the gutter part what is above from what is below. */
function inColumns(lines: readonly PdfLine[], depth = 0): readonly PdfLine[] {
  const gutter = depth < 6 ? gutterOf(lines) : null;
  if (gutter === null) return lines;
  const ordered: PdfLine[] = [];
  let [left, right]: [PdfLine[], PdfLine[]] = [[], []];
  const close = (): void => {
    ordered.push(...inColumns(left, depth + 1), ...inColumns(right, depth + 1));
    [left, right] = [[], []];
  };
  for (const line of lines) {
    if (line.right <= gutter) left.push(line);
    else if (line.left >= gutter) right.push(line);
    else {
      close();
      ordered.push(line);
    }
  }
  close();
  return ordered;
}

/** Where a second column begins: an edge at which several lines begin and which few others cross. */
function gutterOf(lines: readonly PdfLine[]): number | null {
  if (lines.length < 2 * FEWEST_LINES) return null;
  const lefts = lines.map(({ left }) => left).sort((a, b) => a - b);
  const rights = lines.map(({ right }) => right).sort((a, b) => a - b);
  let best: { readonly at: number; readonly across: number } | null = null;
  for (let i = 1; i < lefts.length; i++) {
    const at = lefts[i] - 0.5;
    if (at <= lefts[i - 1]) continue;
    const behind = lefts.length - i;
    const before = below(rights, at);
    const across = lines.length - behind - before;
    const least = Math.max(FEWEST_LINES, LEAST_SHARE * lines.length);
    if (behind < least || before < least || across > MOST_ACROSS * lines.length) continue;
    if (below(lefts, at + 4) - i < FEWEST_LINES - 1) continue;
    if (best === null || across < best.across) best = { at, across };
  }
  return best?.at ?? null;
}

/** How many of the sorted numbers are at most `limit`. */
function below(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
