import type { PdfLine } from './pdf-lines.js';

/** Lines that so many from the edge of a page may be a running head or foot. */
const DEEPEST = 3;
/** Share of the page's height at top and bottom in which they stand. */
const MARGIN = 0.14;
const FEWEST_PAGES = 2;
/** A running head stands on one page of three at least: on left pages only, within one chapter. */
const LEAST_SHARE = 0.3;

export interface PageLines {
  readonly height: number;
  readonly lines: readonly PdfLine[];
}

/** The pages without what is repeated at their edges: running heads and feet, page numbers. */
export function withoutMargins(pages: readonly PageLines[]): readonly (readonly PdfLine[])[] {
  const edges = pages.map(edgeLines);
  const seen = new Map<string, number>();
  for (const lines of edges) for (const key of new Set([...lines].map(([, place]) => place))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const needed = Math.max(FEWEST_PAGES, LEAST_SHARE * pages.length);
  return pages.map(({ lines }, p) =>
    lines.filter((line) => {
      const place = edges[p].get(line);
      return place === undefined || !((seen.get(place) as number) >= needed || isPageNumber(line.text));
    }),
  );
}

/** The outermost lines of a page, each with the words that would make it the same on another page. */
function edgeLines({ height, lines }: PageLines): ReadonlyMap<PdfLine, string> {
  const sorted = [...lines].sort((a, b) => a.base - b.base);
  const top = sorted.slice(0, DEEPEST).filter(({ base }) => base < height * MARGIN);
  const bottom = sorted.slice(-DEEPEST).filter(({ base }) => base > height * (1 - MARGIN));
  // Numbers count the pages, so that any number is the same as another.
  const words = ({ text }: PdfLine): string => text.replace(/\d+/g, '#').toLowerCase();
  return new Map([...top.map((line) => [line, `top ${words(line)}`] as const), ...bottom.map((line) => [line, `bottom ${words(line)}`] as const)]);
}

/** "3", "– 3 –", "Page 3 of 12", "iv". */
const isPageNumber = (text: string): boolean => /^\W{0,3}(?:page |p\. ?)?(?:\d{1,4}|[ivxl]{1,6})(?: ?(?:of|\/) ?\d{1,4})?\W{0,3}$/i.test(text);
