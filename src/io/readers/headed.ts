/** The text with its headline above it, as a reader of the page sees it. */
export function headed(title: string | null, text: string): string {
  if (title === null) return text;
  const plain = (words: string): string =>
    words
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .toLowerCase();
  return plain(text.slice(0, 2 * title.length + 20)).startsWith(plain(title)) ? text : `${title}\n\n${text}`;
}
