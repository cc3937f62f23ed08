import { linesOf } from './pdf-lines.js';
import { withoutMargins, type PageLines } from './pdf-margins.js';
import { paragraphsOf } from './pdf-paragraphs.js';
import { note, refuse, wordsAlone, type Draft, type Refusal } from './reader.js';
import { openPdf } from './unpdf.js';

/** So many pages are no article. */
const MOST_PAGES = 3000;
/** Titles that programs write, not people: how they begin, and names of files. */
const NO_TITLES = ['untitled', 'microsoft word', 'microsoft powerpoint', 'powerpoint presentation', 'document', 'slide 1'];
const FILE_NAME = /\.(?:docx?|indd|pdf|qxd|tex|dvi|pages|pptx?|xlsx?|html?)$/;

/**
 * The text layer of a PDF as it is read: column by column, divided words healed, running heads, feet and page numbers left out.
 * The dates in its properties are those of the file, not of the publication, and are not taken.
 */
export async function readPdf(bytes: Uint8Array): Promise<Draft | Refusal> {
  const pdf = await openPdf(bytes);
  if (pdf === 'locked') return refuse('encrypted-file');
  const pages: PageLines[] = [];
  for await (const page of pdf.pages()) {
    if (pages.length === MOST_PAGES) return refuse('too-many-pages', String(MOST_PAGES));
    pages.push({ height: page.height, lines: linesOf(page) });
  }
  const { text, pages: starts } = paragraphsOf(withoutMargins(pages));
  if (text.trim() === '') return refuse('no-text-layer');
  const bare = pages.flatMap(({ lines }, i) => (lines.length === 0 ? [i + 1] : []));
  const title = pdf.title !== null && isTitle(pdf.title.toLowerCase()) ? pdf.title : null;
  const notes = bare.length === 0 ? [] : [note('pages-without-text', bare.slice(0, 10).join(', ') + (bare.length > 10 ? ' …' : ''))];
  return { ...wordsAlone(text, true), title, author: pdf.author, pages: starts, notes };
}

const isTitle = (title: string): boolean =>
  !FILE_NAME.test(title) && !NO_TITLES.some((none) => title.startsWith(none) && (none !== 'document' || title.length < 12));
