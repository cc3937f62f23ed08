import type { Page, PageElement } from './linkedom.js';
import { publishedIn } from './published.js';

/** What a page tells of its article beside the words. */
export interface PageFacts {
  readonly title: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
}

const NONE: PageFacts = { title: null, published: null, url: null, author: null, publisher: null };

const META: Readonly<Record<keyof PageFacts, readonly string[]>> = {
  title: ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'citation_title', 'parsely-title'],
  published: [
    'article:published_time',
    'datepublished',
    'og:published_time',
    'citation_publication_date',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date',
    'dcterms.date',
    'dcterms.created',
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publishdate',
    'publish-date',
    'publication_date',
    'date',
  ],
  url: ['og:url', 'parsely-link'],
  author: ['author', 'article:author', 'dc.creator', 'dcterms.creator', 'parsely-author', 'sailthru.author', 'byl'],
  publisher: ['og:site_name', 'publisher', 'dc.publisher', 'dcterms.publisher', 'application-name'],
};

/** Title, date, address, author and publisher of a page: from JSON-LD, else from its meta tags, else from the page itself. */
export function pageFacts(page: Page): PageFacts {
  const sources = [linkedData(page), metaTags(page), visible(page)];
  const first = (field: keyof PageFacts): string | null => sources.map((source) => source[field]).find((value) => value !== null) ?? null;
  return { title: first('title'), published: first('published'), url: first('url'), author: first('author'), publisher: first('publisher') };
}

const ARTICLES = /(?:Article|Posting|Report|WebPage)$/;
const MOST_OBJECTS = 500;

/** Facts of the first article that the page's JSON-LD describes. */
function linkedData(page: Page): PageFacts {
  for (const script of elements(page, 'script[type="application/ld+json"]')) {
    let data: unknown;
    try {
      data = JSON.parse((script.textContent ?? '').trim().replace(/^<!\[CDATA\[|\]\]>$/g, ''));
    } catch {
      continue;
    }
    const queue: unknown[] = [data];
    for (let i = 0; i < queue.length && i < MOST_OBJECTS; i++) {
      const item = queue[i];
      if (Array.isArray(item)) queue.push(...item.slice(0, MOST_OBJECTS));
      if (!isRecord(item)) continue;
      if ([item['@type']].flat().some((type) => typeof type === 'string' && ARTICLES.test(type)) && (item['headline'] ?? item['datePublished'])) {
        return {
          title: text(item['headline']) ?? text(item['name']),
          published: dated(text(item['datePublished'])),
          url: address(
            text(item['url']) ??
              text(item['mainEntityOfPage']) ??
              (isRecord(item['mainEntityOfPage']) ? text(item['mainEntityOfPage']['@id']) : null),
          ),
          author: names(item['author'] ?? item['creator']),
          publisher: names(item['publisher']),
        };
      }
      queue.push(item['@graph'], item['mainEntity']);
    }
  }
  return NONE;
}

function metaTags(page: Page): PageFacts {
  const values = new Map<string, string>();
  for (const tag of elements(page, 'meta')) {
    const content = text(tag.getAttribute('content'));
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = tag.getAttribute(attribute)?.toLowerCase();
      if (name && content !== null && !values.has(name)) values.set(name, content);
    }
  }
  const first = (field: keyof PageFacts, use: (value: string) => string | null = (value) => value): string | null =>
    META[field].map((name) => values.get(name)).flatMap((value) => (value ? (use(value) ?? []) : []))[0] ?? null;
  const person = (value: string): string | null => (address(value) === null ? value : null);
  return {
    title: first('title'),
    published: first('published', dated),
    url: first('url', address),
    author: first('author', person),
    publisher: first('publisher'),
  };
}

/** What the page shows: its time element, the heading, the author's link, and the title of the window. */
function visible(page: Page): PageFacts {
  const time = elements(page, 'time[itemprop="datePublished"], time[pubdate], article time[datetime], header time[datetime], time[datetime]')[0];
  const marked = elements(page, '[itemprop="datePublished"]')[0];
  const date = [time?.getAttribute('datetime'), time?.textContent, marked?.getAttribute('datetime'), marked?.textContent];
  const heading = elements(page, 'h1');
  const author = elements(page, '[itemprop="author"] [itemprop="name"], [rel="author"], [itemprop="author"]')[0];
  const canonical = elements(page, 'link[rel="canonical"]')[0]?.getAttribute('href') ?? null;
  return {
    title: (heading.length === 1 ? text(heading[0].textContent) : null) ?? text(elements(page, 'title')[0]?.textContent),
    published: date.flatMap((value) => dated(text(value)) ?? [])[0] ?? null,
    url: address(canonical),
    author: text(author?.textContent),
    publisher: null,
  };
}

const elements = (page: Page, selector: string): readonly PageElement[] => Array.from(page.querySelectorAll(selector));

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const dated = (value: string | null): string | null => (value === null ? null : publishedIn(value));

const address = (value: string | null): string | null => (value !== null && /^https?:\/\//i.test(value) ? value : null);

/** A text on one line; null when there is none. */
function text(value: unknown): string | null {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, 500) || null : null;
}

/** "A, B": names that stand as texts or as objects, alone or in a list. */
function names(value: unknown): string | null {
  const found = [value].flat().flatMap((item) => text(isRecord(item) ? item['name'] : item) ?? []);
  return found.filter((name) => address(name) === null).join(', ') || null;
}
