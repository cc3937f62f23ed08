import { Flag, type Clean, type Segmented, type Sentence, type Tokens, tokenAtOrAfter } from '../../model/index.js';
import { Kind, isKind, type Knowledge } from '../../knowledge/index.js';
import { isLetterClass, classOf, scan } from '../../text/index.js';

const CLOSERS = new Set(['"', '”', '’', "'", ')', ']', '»', '…', '*']);

/**
 * Scans the text into tokens and cuts them into sentences and paragraphs. Furniture and masked spans are flagged
 * `Masked` and belong to no sentence or yield nothing inside one.
 */
export function segment(document: Clean, knowledge: Knowledge): Segmented {
  const tokens = scan(document.text, knowledge.vocabulary);
  maskTokens(document, tokens);
  const sentences = cut(document, tokens, knowledge);
  for (const sentence of sentences) {
    tokens.flags[sentence.first] |= Flag.SentenceStart;
    if (isShouted(tokens, sentence)) for (let t = sentence.first; t < sentence.last; t++) tokens.flags[t] |= Flag.Shouted;
  }
  return { ...document, tokens, sentences };
}

function maskTokens(document: Clean, tokens: Tokens): void {
  const hidden = [...document.regions.filter((region) => region.kind === 'furniture'), ...document.masks].sort((a, b) => a.start - b.start);
  let token = 0;
  for (const span of hidden) {
    while (token > 0 && tokens.end[token - 1] > span.start) token--;
    while (token < tokens.count && tokens.end[token] <= span.start) token++;
    for (; token < tokens.count && tokens.start[token] < span.end; token++) tokens.flags[token] |= Flag.Masked;
  }
}

function cut(document: Clean, tokens: Tokens, knowledge: Knowledge): Sentence[] {
  const { text, regions } = document;
  const sentences: Sentence[] = [];
  const lines = linesOf(text);
  let paragraph = -1;
  for (const region of regions) {
    if (region.kind === 'furniture') continue;
    let first = tokenAtOrAfter(tokens, region.start);
    const end = tokenAtOrAfter(tokens, region.end);
    if (first >= end) continue;
    paragraph++;
    for (let token = first; token < end; token++) {
      const last = token + 1;
      const breaks = last === end || isParagraphBreak(text, tokens, last, lines) || endsSentence(text, tokens, token, first, knowledge);
      if (!breaks) continue;
      sentences.push({
        index: sentences.length,
        first,
        last,
        start: tokens.start[first],
        end: tokens.end[last - 1],
        paragraph,
        region: region.kind,
      });
      if (last < end && isParagraphBreak(text, tokens, last, lines)) paragraph++;
      first = last;
    }
  }
  return sentences;
}

/** A blank line, or a line break behind a line that is whole (it ends with a stop, or the next line begins a list item). */
function isParagraphBreak(text: string, tokens: Tokens, next: number, { wrap, longest }: Lines): boolean {
  if ((tokens.flags[next] & Flag.LineStart) === 0) return false;
  let lines = 0;
  for (let i = tokens.end[next - 1]; i < tokens.start[next]; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || c === 0x2028 || c === 0x2029 || (c === 13 && text.charCodeAt(i + 1) !== 10)) lines++;
  }
  if (lines >= 2) return true;
  const before = text[tokens.end[next - 1] - 1];
  if ('.!?:”"’…'.includes(before)) return true;
  // A wrapped line goes on in lower case or reaches the usual width; a heading or list line is short and the next one starts anew.
  const after = text.charCodeAt(tokens.start[next]);
  if ('•-–*·▪'.includes(text[tokens.start[next]])) return true;
  const width = tokens.end[next - 1] - lineStart(text, tokens.end[next - 1]);
  // In a text that is wrapped throughout, a line is whole where the next word would still have stood in it.
  const longer = width + 1 + tokens.end[next] - tokens.start[next];
  if (wrap > 0 && longer > wrap) return false;
  // A line that had room to spare for the next word was ended on purpose.
  const whole = width < 55 || longer + SPARE <= (wrap > 0 ? wrap : longest);
  return whole && (tokens.flags[next] & (Flag.Capital | Flag.Number)) !== 0 && isLetterClass(classOf(after));
}

/** Lines that long may be wrapped; of so many of them at least a text is said to be. */
const [NARROWEST, WIDEST, FEWEST_LINES] = [40, 110, 8];

/** Letters that a line of a ragged text leaves free at most beyond the word that did not fit. */
const SPARE = 8;

/** How the lines of a text are broken. */
interface Lines {
  /** The width that four of five lines of a wrapped text keep within; 0 for a text whose paragraphs are lines. */
  readonly wrap: number;
  /** Letters of the longest line. */
  readonly longest: number;
}

function linesOf(text: string): Lines {
  const widths = new Uint32Array(WIDEST + 1);
  let [lines, long, longest] = [0, 0, 0];
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const width = end - start;
    longest = Math.max(longest, width);
    if (width > WIDEST) long++;
    else if (width >= NARROWEST) {
      widths[width]++;
      lines++;
    }
    start = end + 1;
  }
  if (lines < FEWEST_LINES || long * 10 > lines) return { wrap: 0, longest };
  let width = 0;
  for (let seen = 0; seen < lines * 0.8; width++) seen += widths[width];
  return { wrap: width - 1, longest };
}

function lineStart(text: string, offset: number): number {
  let i = offset;
  while (i > 0 && text.charCodeAt(i - 1) !== 10 && text.charCodeAt(i - 1) !== 13) i--;
  return i;
}

/** Whether the sentence that began at `first` ends with `token`. */
function endsSentence(text: string, tokens: Tokens, token: number, first: number, knowledge: Knowledge): boolean {
  const next = token + 1;
  if (next >= tokens.count) return true;
  const flags = tokens.flags[token];
  // Nearly every token is a word, and ends no sentence.
  if ((flags & (Flag.Punctuation | Flag.Dotted)) === 0) return false;
  const sign = text.charCodeAt(tokens.start[token]);
  // Closing quotes and brackets stay with the sentence they close.
  if ((tokens.flags[next] & Flag.SpaceBefore) === 0 && CLOSERS.has(text[tokens.start[next]])) return false;
  let stop = token;
  while (stop > first && CLOSERS.has(text[tokens.start[stop]]) && (tokens.flags[stop] & Flag.SpaceBefore) === 0) stop--;
  const mark = text[tokens.start[stop]];
  const dotted = (tokens.flags[stop] & Flag.Dotted) !== 0;
  if (sign !== 46 && mark !== '.' && mark !== '!' && mark !== '?' && mark !== '…' && !dotted) return false;
  if ((tokens.flags[next] & Flag.SpaceBefore) === 0) return false;
  if (mark === '!' || mark === '?') return startsSentence(text, tokens, next);
  if (!startsSentence(text, tokens, next)) return false;
  if (dotted) {
    // "in the U.S. The army": only a following function word shows that the dot also ends the sentence.
    return (flags & Flag.Dotted) === 0 ? true : isFunctionWord(tokens, next, knowledge);
  }
  if (mark === '.' && stop === token && stop > first && (tokens.flags[stop] & Flag.SpaceBefore) === 0) {
    const before = stop - 1;
    if ((tokens.flags[before] & Flag.Word) !== 0) {
      const length = tokens.end[before] - tokens.start[before];
      if (length === 1 && (tokens.flags[before] & Flag.Capital) !== 0)
        return isFunctionWord(tokens, next, knowledge) && text[tokens.start[before]] !== 'I' ? true : text[tokens.start[before]] === 'I';
      if ((tokens.flags[before] & Flag.Upper) === 0 && isKind(knowledge, tokens, before, Kind.Abbreviation))
        return isFunctionWord(tokens, next, knowledge) && !isKind(knowledge, tokens, before, Kind.Title);
    }
  }
  return true;
}

function startsSentence(text: string, tokens: Tokens, token: number): boolean {
  const flags = tokens.flags[token];
  if ((flags & (Flag.Capital | Flag.Number)) !== 0) return true;
  if ((flags & Flag.LineStart) !== 0) return true;
  if ((flags & Flag.Punctuation) !== 0) return '"“‘([\'«—–•'.includes(text[tokens.start[token]]);
  return (flags & Flag.Word) !== 0 && !/[a-z]/.test(text[tokens.start[token]]);
}

/** Capitalised words that begin sentences and hardly ever names: "The", "In", "He". */
function isFunctionWord(tokens: Tokens, token: number, knowledge: Knowledge): boolean {
  const id = tokens.id[token];
  return id >= 0 && knowledge.words.level[id] === 10 && (knowledge.words.pos[id] & 3) === 0;
}

/** Most letters upper case over at least three words: capitals tell nothing here. */
function isShouted(tokens: Tokens, sentence: Sentence): boolean {
  let words = 0;
  let upper = 0;
  for (let token = sentence.first; token < sentence.last; token++) {
    if ((tokens.flags[token] & Flag.Word) === 0 || tokens.end[token] - tokens.start[token] < 2) continue;
    words++;
    if ((tokens.flags[token] & Flag.Upper) !== 0) upper++;
  }
  return words >= 3 && upper / words > 0.7;
}
