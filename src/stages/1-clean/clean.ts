import type { Clean, Region, RegionKind, Source } from '../../model/index.js';
import type { Knowledge } from '../../knowledge/index.js';
import { asOf, dateIn, datelineLength, isByline, isDateLine, issuedOn } from './dateline.js';
import { furnitureLine, isAge, isBio, isTeaser, isTitleLike, proseFrom } from './furniture.js';
import { isProse, linesOf, type Line } from './lines.js';
import { findMasks } from './masks.js';

/** Marks the parts of the page: title, byline, dateline, body, furniture, and the addresses in them. The text is never changed. */
export function clean(source: Source, knowledge: Knowledge): Clean {
  const lines = linesOf(source.text);
  const kinds = lineKinds(lines, source.title, knowledge);
  const regions = regionsOf(lines, kinds);
  return { ...source, regions, masks: findMasks(source.text), dated: datedOf(source, lines, kinds, knowledge) };
}

interface LineKind {
  readonly kind: RegionKind;
  readonly because: string;
}
const BODY: LineKind = { kind: 'body', because: 'running text' };

function lineKinds(lines: readonly Line[], title: string | null, knowledge: Knowledge): readonly LineKind[] {
  const kinds: LineKind[] = lines.map((line) => {
    const because = furnitureLine(line, knowledge);
    return because === null ? BODY : { kind: 'furniture', because };
  });
  // A page of nothing but labels is no page: a note or a list was given, and all of it counts.
  if (kinds.every(({ kind }) => kind === 'furniture')) return lines.map(() => BODY);
  const firstProse = Math.max(0, proseFrom(lines, 0));
  markTop(lines, kinds, firstProse, title);
  markEnd(lines, kinds, firstProse);
  return kinds;
}

/** Above the first running text stand the title, byline and date, and what the page says of itself. */
function markTop(lines: readonly Line[], kinds: LineKind[], firstProse: number, title: string | null): void {
  // A page that gives its age ("2 weeks ago") shows labels above it: they belong to the page, not to the article.
  for (let i = 0; i < Math.min(firstProse, 6); i++) {
    if (isAge(lines[i].text))
      for (let above = 0; above < i; above++)
        if (kinds[above].kind === 'body' && lines[above].text.length < 40)
          kinds[above] = { kind: 'furniture', because: 'furniture, label above the age of the page' };
  }
  const given = title?.trim().toLowerCase();
  let titled = false;
  for (let i = 0; i < firstProse; i++) {
    if (kinds[i].kind !== 'body') continue;
    if (given && lines[i].text.toLowerCase() === given) {
      kinds[i] = { kind: 'title', because: 'the title of the metadata' };
      titled = true;
    } else if (isByline(lines[i])) kinds[i] = { kind: 'byline', because: 'byline' };
    else if (isDateLine(lines[i])) kinds[i] = { kind: 'dateline', because: 'date line' };
    else if (!titled && isTitleLike(lines[i])) {
      kinds[i] = { kind: 'title', because: 'first line of the page that reads like a headline' };
      titled = true;
    }
  }
  // Without any line above it, a short first line that ends no sentence is the headline of a page without blank lines.
  if (!titled && lines.length > 1 && kinds[0].kind === 'body' && !isProse(lines[0]) && isTitleLike(lines[0]))
    kinds[0] = { kind: 'title', because: 'first line of the page' };
}

/** Below the last running text: author boxes, comment forms, cards of other articles. */
function markEnd(lines: readonly Line[], kinds: LineKind[], firstProse: number): void {
  let last = lines.length - 1;
  while (last > firstProse && !(isProse(lines[last]) && kinds[last].kind === 'body' && !isBio(lines[last]))) last--;
  for (let i = Math.max(1, firstProse); i < lines.length; i++) {
    if (kinds[i].kind === 'body' && isBio(lines[i])) {
      kinds[i] = { kind: 'furniture', because: 'furniture, about the author' };
      // The author's name stands once or twice on lines of its own above the box.
      for (let above = i - 1; above > firstProse && above >= i - 2 && lines[above].text.length < 40 && !isProse(lines[above]); above--)
        kinds[above] = { kind: 'furniture', because: 'furniture, name above the author box' };
    }
  }
  let ended = false;
  for (let i = last + 1; i < lines.length; i++) {
    if (kinds[i].kind === 'body' && isTeaser(lines[i])) {
      kinds[i] = { kind: 'furniture', because: 'furniture, teaser of another article' };
      if (i - 1 > last && kinds[i - 1].kind === 'body' && isTitleLike(lines[i - 1]))
        kinds[i - 1] = { kind: 'furniture', because: 'furniture, headline of another article' };
    } else if (kinds[i].kind === 'body' && ended) kinds[i] = { kind: 'furniture', because: 'furniture, below the end of the article' };
    if (kinds[i].kind === 'furniture') ended = true;
  }
}

/** Lines of one kind that follow each other make one region; a dateline at the head of the first paragraph is split off. */
function regionsOf(lines: readonly Line[], kinds: readonly LineKind[]): readonly Region[] {
  const regions: Region[] = [];
  let headed = false;
  lines.forEach((line, i) => {
    const { kind, because } = kinds[i];
    const previous = regions.at(-1);
    if (kind === 'body' && !headed && isProse(line)) {
      headed = true;
      const length = datelineLength(line.text);
      if (length > 0) {
        regions.push({ start: line.start, end: line.start + length, kind: 'dateline', because: 'dateline before a dash' });
        regions.push({ start: line.start + length, end: line.end, kind: 'body', because });
        return;
      }
    }
    if (previous && previous.kind === kind && (kind === 'body' || previous.because === because)) {
      regions[regions.length - 1] = { ...previous, end: line.end };
    } else regions.push({ start: line.start, end: line.end, kind, because });
  });
  return regions;
}

/** The article's own date: metadata first, then a date line, byline or dateline that gives day, month and year. */
function datedOf(source: Source, lines: readonly Line[], kinds: readonly LineKind[], knowledge: Knowledge): Clean['dated'] {
  if (source.published !== null) return { on: source.published, because: 'metadata' };
  for (let i = 0; i < lines.length; i++) {
    const { kind } = kinds[i];
    if (kind === 'dateline' || kind === 'byline') {
      const on = dateIn(lines[i].text, knowledge);
      if (on !== null) return { on, because: `${kind} "${lines[i].text.slice(0, 80)}"` };
    }
    if ((kind === 'title' || kind === 'body') && !isProse(lines[i])) {
      const on = issuedOn(lines[i], knowledge);
      if (on !== null) return { on, because: `issued "${lines[i].text.slice(0, 80)}"` };
    }
    if (kind === 'body' && isProse(lines[i])) {
      const report = asOf(lines[i], knowledge);
      if (report !== null) return { on: report, because: `issued "${lines[i].text.slice(0, 40)}"` };
      const length = datelineLength(lines[i].text);
      const on = length > 0 ? dateIn(lines[i].text.slice(0, length), knowledge) : null;
      return on === null ? null : { on, because: `dateline "${lines[i].text.slice(0, length).trim()}"` };
    }
  }
  return null;
}
