import { Readability } from '@mozilla/readability';
import type { Page, PageElement } from './linkedom.js';
import { extentOf } from './page-text.js';

/** The article that stands out on a page. */
export interface Found {
  readonly content: PageElement;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
}

/** So many elements are a page; more are a data dump, over which the search, which is quadratic, would take minutes. */
const MOST_ELEMENTS = 12_000;
/** So many elements stand within each other on a page; more are a trap. */
const DEEPEST = 200;

function isSearchable(body: PageElement): boolean {
  const { elements, depth } = extentOf(body);
  return elements <= MOST_ELEMENTS && depth <= DEEPEST;
}

/** Finds the article of a page and takes it out of it; null when none stands out. The page is changed. */
export function articleOn(page: Page): Found | null {
  if (page.body === null || !isSearchable(page.body)) return null;
  const reader = new Readability<PageElement>(page as never, {
    charThreshold: 250,
    serializer: (element) => element as unknown as PageElement,
  });
  const found = reader.parse();
  if (!found?.content) return null;
  const { content, title, byline, siteName, publishedTime } = found;
  return { content, title: title || null, byline: byline || null, publisher: siteName || null, published: publishedTime || null };
}
