import { decodePage } from '../decode.js';
import { headed } from './headed.js';
import { pageOf, type Page } from './linkedom.js';
import { pageFacts } from './page-facts.js';
import { pageText } from './page-text.js';
import { articleOn } from './readability.js';
import { publishedIn } from './published.js';
import { note, refuse, wordsAlone, type Draft, type Note, type Refusal } from './reader.js';

/** A page from the web: its headline and the article that stands out on it, paragraph by paragraph; menus and the like are left behind. */
export async function readHtml(bytes: Uint8Array): Promise<Draft | Refusal> {
  const decoded = decodePage(bytes);
  if ('binary' in decoded) return refuse('binary-file', decoded.binary);
  const draft = draftOf(decoded.text);
  return decoded.guessed && !('refused' in draft) ? { ...draft, notes: [...draft.notes, note('not-utf8')] } : draft;
}

/** The draft of a page that is decoded already. */
export function draftOf(html: string): Draft | Refusal {
  const page = pageOf(html);
  const facts = pageFacts(page);
  const whole = page.body === null ? '' : pageText(page.body);
  const found = whole === '' ? null : articleOf(page);
  const notes: Note[] = [];
  let text = found === null ? '' : pageText(found.content);
  if (text === '') {
    if (whole === '') return refuse('no-article');
    notes.push(note('whole-page'));
    text = whole;
  }
  const title = facts.title ?? found?.title ?? null;
  return {
    ...wordsAlone(headed(title, text), true),
    title,
    published: facts.published ?? (found?.published ? publishedIn(found.published) : null),
    url: facts.url,
    author: facts.author ?? found?.byline ?? null,
    publisher: facts.publisher ?? found?.publisher ?? null,
    notes,
  };
}

function articleOf(page: Page): ReturnType<typeof articleOn> {
  try {
    return articleOn(page);
  } catch {
    // Pages beyond its limits are read whole.
    return null;
  }
}
