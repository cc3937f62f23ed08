import type { Related } from '../../index.js';
import { secondLook } from './compromise.js';
import { secondOpinion } from './wink.js';

/**
 * What two other programs see that sitrep does not: capitalised words without a mention that compromise takes for a name, and
 * numbers and dates of wink-nlp that touch none of ours. A line each, in the order of the text.
 */
export async function otherOpinions(document: Related): Promise<readonly string[]> {
  const lines: string[] = [];
  const ours = [...document.mentions, ...document.dates, ...document.claims];
  const untouched = (start: number, end: number): boolean => !ours.some((record) => record.start < end && start < record.end);
  for (const sentence of document.sentences) {
    const words = document.text.slice(sentence.start, sentence.end);
    for (const run of words.matchAll(/\p{Lu}[\p{L}’'-]{1,40}(?: \p{Lu}[\p{L}’'-]{1,40}){0,5}/gu)) {
      const start = sentence.start + run.index;
      if (!untouched(start, start + run[0].length)) continue;
      const type = await secondLook(run[0]);
      if (type !== null) lines.push(`compromise takes "${run[0]}" for a ${type}; sitrep names nothing there`);
    }
    if (!/\d|\b(?:one|two|three|dozen|hundred|thousand|million|day|week|month|year)/iu.test(words)) continue;
    for (const { words: seen, kind } of await secondOpinion(words)) {
      const at = words.indexOf(seen);
      if (at >= 0 && untouched(sentence.start + at, sentence.start + at + seen.length))
        lines.push(`wink-nlp takes "${seen}" for a ${kind}; sitrep claims nothing there`);
    }
  }
  return lines;
}
