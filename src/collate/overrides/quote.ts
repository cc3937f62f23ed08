/** Words of a sentence, with the part in `[…]` that is meant; without brackets nothing particular of them. */
export interface Quotation {
  readonly words: string;
  readonly meant: string | null;
}

export function quotationOf(quote: string): Quotation {
  const open = quote.indexOf('[');
  const close = quote.indexOf(']', open);
  if (open < 0 || close < 0) return { words: evened(quote), meant: null };
  return {
    words: evened(`${quote.slice(0, open)}${quote.slice(open + 1, close)}${quote.slice(close + 1)}`),
    meant: evened(quote.slice(open + 1, close)),
  };
}

/** Whether `text`, a part of `sentence`, is what the quotation means, or holds it. */
export function fits({ words, meant }: Quotation, text: string, sentence: string): boolean {
  return evened(sentence).includes(words) && (meant === null || evened(text).includes(meant));
}

/** Line ends and runs of blanks do not count. */
export const evened = (text: string): string => text.replace(/\s+/g, ' ').trim();
