import { foldWord } from './fold.js';

/** The words of a line, folded, with single blanks between them: what is left of "— Read  More! »" is "read more". */
export const plainWords = (line: string): string =>
  foldWord(line)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
