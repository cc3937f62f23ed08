import { Readability } from '@mozilla/readability';
import type { Page, PageElement } from './linkedom.js';

/** The article that stands out on a page. */
export interface Found {
  readonly content: PageElement;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
}

/** So many elements are a page; more are a data dump, over which the search would take minutes. */
const MOST_ELEMENTS = 100_000;

/** Finds the article of a page and takes it out of it; null when none stands out. The page is changed. */
export function articleOn(page: Page): Found | null {
  const reader = new Readability<PageElement>(page as never, {
    maxElemsToParse: MOST_ELEMENTS,
    charThreshold: 250,
    serializer: (element) => element as unknown as PageElement,
  });
  const found = reader.parse();
  if (!found?.content) return null;
  const { content, title, byline, siteName, publishedTime } = found;
  return { content, title: title || null, byline: byline || null, publisher: siteName || null, published: publishedTime || null };
}
