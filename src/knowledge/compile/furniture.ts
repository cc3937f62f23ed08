import { plainWords } from '../../text/index.js';
import { LEXICON } from '../lexicon.js';
import type { GazetteerRows } from '../rows.js';

/** The phrases of words/furniture.csv as lines are compared with them: their words alone, folded. */
export interface CompiledFurniture {
  readonly whole: readonly string[];
  /** Those that begin a line, by their first word. */
  readonly starts: readonly (readonly [first: string, phrases: readonly string[]])[];
  /** Characters of the longest phrase as written. */
  readonly longest: number;
}

export function compileFurniture({ words }: GazetteerRows): CompiledFurniture {
  const rows = words.get(LEXICON.furniture.file) ?? [];
  const starts = new Map<string, string[]>();
  for (const { cells } of rows) {
    if ((cells['where'] ?? '').trim() !== 'start') continue;
    const phrase = plainWords(cells['phrase'] ?? '');
    const first = phrase.split(' ')[0];
    starts.set(first, [...(starts.get(first) ?? []), phrase]);
  }
  return {
    // A row of signs alone ("©") is no words: a line of dashes is not furniture for it.
    whole: rows.map(({ cells }) => plainWords(cells['phrase'] ?? '')).filter((phrase) => phrase !== ''),
    starts: [...starts],
    longest: Math.max(0, ...rows.map(({ cells }) => (cells['phrase'] ?? '').length)),
  };
}
