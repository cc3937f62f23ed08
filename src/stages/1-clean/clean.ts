import type { Clean, Region, RegionKind, Source } from '../../model/index.js';
import type { Knowledge } from '../../knowledge/index.js';
import { datelineLength, isByline, isLabelledByline } from './dateline.js';
import { dayOf, isDateLine } from './dates.js';
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
  const firstProse = proseFrom(lines, 0);
  markTop(lines, kinds, firstProse, title);
  // A note of short lines has no running text that could end.
  if (firstProse >= 0) markEnd(lines, kinds, firstProse);
  return kinds;
}

/** So many lines of a note without running text are looked at for its date. */
const NOTE_HEAD = 4;

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
  for (let i = 0; i < (firstProse < 0 ? Math.min(NOTE_HEAD, lines.length) : firstProse); i++) {
    if (kinds[i].kind !== 'body') continue;
    if (i >= firstProse) {
      if (isDateLine(lines[i])) kinds[i] = { kind: 'dateline', because: 'date line' };
      continue;
    }
    if (given && lines[i].text.toLowerCase() === given) {
      kinds[i] = { kind: 'title', because: 'the title of the metadata' };
      titled = true;
    } else if (isByline(lines[i]) || (titled && isLabelledByline(lines[i]))) kinds[i] = { kind: 'byline', because: 'byline' };
    else if (isDateLine(lines[i])) kinds[i] = { kind: 'dateline', because: 'date line' };
    else if (!titled && isTitleLike(lines[i]) && !goesOn(lines, i)) {
      kinds[i] = { kind: 'title', because: 'first line of the page that reads like a headline' };
      titled = true;
    }
  }
  // Without any line above it, a short first line that ends no sentence is the headline of a page without blank lines.
  if (!titled && lines.length > 1 && kinds[0].kind === 'body' && !isProse(lines[0]) && isTitleLike(lines[0]) && !goesOn(lines, 0))
    kinds[0] = { kind: 'title', because: 'first line of the page' };
}

/** Whether a line is the first of a wrapped paragraph: the next goes on in lower case, and the last ends a sentence. */
function goesOn(lines: readonly Line[], i: number): boolean {
  const next = lines[i + 1];
  if (!next || next.afterGap || !/^\p{Ll}/u.test(next.text)) return false;
  let last = i + 1;
  while (last + 1 < lines.length && !lines[last + 1].afterGap) last++;
  return /[.!?:”"’)]$/.test(lines[last].text);
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

/** The article's own day: from metadata, else as the page tells it. */
function datedOf(source: Source, lines: readonly Line[], kinds: readonly LineKind[], knowledge: Knowledge): Clean['dated'] {
  if (source.published !== null) return { on: source.published, because: 'metadata' };
  return dayOf(
    lines.map((line, i) => ({ line, kind: kinds[i].kind })),
    knowledge,
  );
}
