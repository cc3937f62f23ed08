import type { Line } from './lines.js';

// An expression that counts letters of all scripts (\p{L}{3,9}) takes twenty milliseconds to compile, and each start pays for it: here
// letters of all scripts are not counted, and those that are counted are Latin.

/** Whether a text has so many characters. */
const isBetween = (least: number, { length }: string, most: number): boolean => length >= least && length <= most;

/**
 * Length of the dateline at the head of a paragraph ("KABUL – ", "GAO, Mali (Agency), March 3, 2024 — "), 0 when there is none:
 * a few capitalised words, perhaps an agency and a date, then a dash; "NEW DELHI: " in papers of Asia.
 */
export function datelineLength(text: string): number {
  const head = text.slice(0, 110);
  const colon = /^(\p{Lu}[\p{Lu} '’.-]+)(?:, ([\p{L}\d. ]+))?: (?=\p{Lu}[\p{Ll} ])/u.exec(head);
  if (colon && isBetween(3, colon[1], 31) && (colon[2] === undefined || isBetween(3, colon[2], 20))) return colon[0].length;
  const dash = /[–—―]|--|\s-\s/u.exec(head);
  if (!dash || dash.index < 3) return 0;
  const place = head.slice(0, dash.index).trimEnd();
  if (place.split(' ').length > 12 || /[.!?]\s+\p{Lu}\p{Ll}/u.test(place.replace(/\b\p{Lu}\p{Ll}{2,3}\./gu, ''))) return 0;
  const first = /^[\p{Lu}][\p{L}'’.-]*(?:[ -][\p{Lu}][\p{L}'’.-]*){0,3}/u.exec(place);
  if (!first) return 0;
  const rest = place.slice(first[0].length);
  const shouted = /^[\p{Lu}\s'’.-]{3,}$/u.test(first[0]);
  // "Rebels killed 12 people in the town – five of them children": words in lower case are a sentence.
  // safe: at most 110 characters
  const told = /\s\p{Ll}/u.test(rest.replace(/\([^)]*\)/gu, ''));
  const dated = !told && (/\d/.test(rest) || rest.trimEnd().endsWith(')'));
  const listed = /^,\s*[\p{Lu}][\p{L}. ]{2,30}$/u.test(rest);
  return (shouted && rest.length < 60) || dated || listed ? head.length - head.slice(dash.index + dash[0].length).trimStart().length : 0;
}

/** "By Amina Diallo", "By our correspondent in Gao", "Amina Diallo | 3 March 2024". */
export const isByline = (line: Line): boolean =>
  (/^by:?\s+\p{Lu}/iu.test(line.text) &&
    /^by/iu.test(line.text) &&
    line.text.length < 120 &&
    !/[.!?]$/u.test(line.text.replace(/\b\p{Lu}\.$/u, ''))) ||
  (/^(?:reporting|written|story|text) by\b/iu.test(line.text) && line.text.length < 120);

/** "Interview: Amina Diallo, 3 March 2024", "Words: Amina Diallo and Tomas Quispe", "Interview by …" below a headline: a label and nothing but names and dates. */
export function isLabelledByline({ text }: Line): boolean {
  const label = text.length < 120 ? /^(?:interview|text|words|author|writer|report|reporting|story)(?: by|:) (?=\S+ )/i.exec(text) : null;
  // safe: at most 120 characters, and each word is read in one way
  return label !== null && /^(?:(?:\p{Lu}[\p{L}’'-]*\.?|and|&|in|for|de|der|van|von|bin|el|\d{1,4}),?(?: |$))+$/u.test(text.slice(label[0].length));
}
