import type { Knowledge } from '../../knowledge/index.js';
import { plainWords } from '../../text/index.js';
import { isProse, type Line } from './lines.js';

/** Why a line is page furniture by its own words, null when it is not. */
export function furnitureLine(line: Line, knowledge: Knowledge): string | null {
  if (line.text.length > 240) return null;
  const { whole, starts, longest } = knowledge.furniture;
  const sentence = /[.!?]["”’)]?$/u.test(line.text);
  if (!sentence || line.text.length <= longest) {
    const words = plainWords(line.text);
    if (whole.has(words)) return `furniture "${line.text}"`;
    // "More than 300 tractors blocked the road.": a sentence is no label, whatever it begins with.
    const start = sentence ? undefined : starts.get(words.split(' ', 1)[0])?.find((phrase) => words.startsWith(`${phrase} `));
    if (start !== undefined) return `furniture "${start} …"`;
  }
  if (/^(?:©|\(c\)\s|copyright\s)/iu.test(line.text)) return 'furniture, copyright line';
  if (isAge(line.text)) return 'furniture, age of the page';
  if (isMenu(line.text)) return 'furniture, menu line';
  return null;
}

/** "2 weeks ago", "5 min read": what a page says of itself. */
export const isAge = (text: string): boolean =>
  /^(?:about )?(?:\d{1,3}|an?|one|two|three) (?:second|minute|min|hour|hr|day|week|month|year)s? (?:ago|read)$/iu.test(text);

/** "Home | World | Politics", "News » Africa » Mali": short words between separators. */
function isMenu(text: string): boolean {
  const parts = text.split(/[|»>›·•/]/u).map((part) => part.trim());
  return (
    parts.length >= 3 &&
    text.length < 200 &&
    // "13/03/2024" is a date.
    /\p{L}/u.test(text) &&
    parts.every((part) => part.length > 0 && part.length < 30 && !/[.!?]$/.test(part) && part.split(' ').length <= 4)
  );
}

/** A headline that stands for another article: a title-like line followed by a clipped teaser, or a title among such. */
export const isTeaser = (line: Line): boolean => line.text.length < 220 && /(?:\.\.\.|…|\[…\]|\[\.\.\.\])$/u.test(line.text);

export const isTitleLike = (line: Line): boolean =>
  line.text.length < 160 && !/[.!?:;,]$/u.test(line.text) && /^["“‘]?[\p{Lu}\p{N}]/u.test(line.text) && line.text.split(' ').length >= 3;

/** "The author is a lecturer at …", "About the author": a line about who wrote, not about what happened. */
export const isBio = (line: Line): boolean =>
  /^(?:the |this |our )?(?:author|writer|columnist|contributor|correspondent)s?\b.{0,60}\b(?:is|are|was|works|teaches|holds|has|can be)\b/iu.test(
    line.text,
  ) ||
  /^about the (?:author|writer)/iu.test(line.text) ||
  (line.text.length < 500 &&
    // Without the flags for case and Unicode the search is several times as fast, and every line is searched.
    /\b(?:[Cc]an be reached (?:at|on|via)|[Rr]eached at|[Tt]weets (?:at|@|as)|[Ff]ollow (?:him|her|them) (?:on|at)|[Vv]iews expressed)\b/.test(
      line.text,
    ) &&
    !isQuote(line.text));

const isQuote = (text: string): boolean => /^["“]/.test(text);

/** Whether any running text stands in lines `[from, …)`. */
export const proseFrom = (lines: readonly Line[], from: number): number => lines.findIndex((line, i) => i >= from && isProse(line) && !isBio(line));
