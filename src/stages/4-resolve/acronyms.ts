import type { NameMention, Tagged } from '../../model/index.js';

/** An acronym that the article itself introduces: "Full Name (FN)" or "FN (Full Name)". */
export interface Introduction {
  readonly full: NameMention;
  readonly acronym: NameMention;
}

/** All introductions of the article, in its order. */
export function introductions(document: Tagged): readonly Introduction[] {
  const found: Introduction[] = [];
  const { names, text } = document;
  for (let i = 0; i + 1 < names.length; i++) {
    const [a, b] = [names[i], names[i + 1]];
    if (a.sentence !== b.sentence || b.first - a.last > 4) continue;
    const between = text.slice(a.end, b.start);
    if (!/^[’'s]*\s*[([]\s*(?:the |or |aka |a\.k\.a\. |also known as |known as )?["“‘']?$/u.test(between)) continue;
    if (!/^["”’']?\s*[)\],;]/u.test(text.slice(b.end, b.end + 4))) continue;
    const [first, second] = [text.slice(a.start, a.end), text.slice(b.start, b.end)];
    if (isAcronymOf(second, first)) found.push({ full: a, acronym: b });
    else if (isAcronymOf(first, second)) found.push({ full: b, acronym: a });
  }
  return found;
}

/** Whether the letters of `short` are, in order, letters of `long` of which at least two thirds begin a word. */
export function isAcronymOf(short: string, long: string): boolean {
  const letters = short.replace(/[^\p{Lu}]/gu, '').toLowerCase();
  if (letters.length < 2 || short.length > 12 || /\s\p{Ll}{4,}/u.test(short)) return false;
  const words = long.split(/[\s\-–/]+/u).filter((word) => /\p{L}/u.test(word));
  if (words.length < 2) return false;
  const initials = words.map((word) => word.replace(/^[^\p{L}]+/u, '').charAt(0).toLowerCase());
  let at = 0;
  let hits = 0;
  for (const letter of letters) {
    const next = initials.indexOf(letter, at);
    if (next >= 0) {
      hits++;
      at = next + 1;
    }
  }
  return hits / letters.length >= 2 / 3 && letters[0] === (initials.includes(letters[0]) ? letters[0] : '');
}
