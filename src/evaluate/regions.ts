import type { Related } from '../model/index.js';
import type { Gold } from './gold.js';
import type { Measure } from './scores.js';

/** Scores page furniture by characters (blanks left out), and counts what was found inside gold furniture, where nothing is asked for. */
export function scoreRegions(golds: readonly Gold[], articles: readonly Related[]): Measure[] {
  let gold = 0;
  let found = 0;
  let right = 0;
  let records = 0;
  let inside = 0;
  golds.forEach((document, d) => {
    const { text, regions, mentions, dates, claims } = articles[d];
    const wanted = cover(
      text.length,
      document.regions.filter(({ kind }) => kind === 'furniture'),
    );
    const given = cover(
      text.length,
      regions.filter(({ kind }) => kind === 'furniture'),
    );
    for (let i = 0; i < text.length; i++) {
      if (text.charCodeAt(i) <= 32) continue;
      gold += wanted[i];
      found += given[i];
      right += wanted[i] & given[i];
    }
    for (const { start } of [...mentions, ...dates, ...claims]) {
      records++;
      inside += wanted[start];
    }
  });
  return [
    { name: 'furniture', gold, found, right },
    { name: 'outside-furniture', gold: records, found: records, right: records - inside },
  ];
}

/** One byte a character, 1 inside any of the spans. */
function cover(length: number, spans: readonly { readonly start: number; readonly end: number }[]): Uint8Array {
  const covered = new Uint8Array(length);
  for (const { start, end } of spans) covered.fill(1, start, end);
  return covered;
}
