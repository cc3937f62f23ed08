/** A non-blank line of the page, without the blanks around it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether a blank line (or the top of the page) stands before it. */
  readonly afterGap: boolean;
}

const isBreak = (c: number): boolean => (c <= 13 ? c === 10 || c === 13 : c === 0x2028 || c === 0x2029);

/** Cuts the text into its non-blank lines; every kind of line end counts. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let gap = true;
  for (let at = 0; at < text.length; ) {
    let stop = at;
    while (stop < text.length && !isBreak(text.charCodeAt(stop))) stop++;
    let start = at;
    let end = stop;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    if (end > start) {
      lines.push({ start, end, text: text.slice(start, end), afterGap: gap });
      gap = false;
    } else gap = true;
    at = stop + 1;
    if (text.charCodeAt(stop) === 13 && text.charCodeAt(at) === 10) at++;
  }
  return lines;
}

const isBlank = (c: number): boolean => c === 32 || c === 9 || c === 0xa0 || c === 0xfeff || c === 0x3000 || c === 0x200b;

/** Whether a line reads as running text: long, or a whole sentence of some length. */
export const isProse = (line: Line): boolean =>
  line.text.length > 160 || (line.text.length > 60 && /[.!?:”"’)]$/.test(line.text) && !/(?:\.\.\.|…)$/.test(line.text));
