/** Whether the letters of `short` are, in order, letters that begin the words of `long`, two thirds of them at least. */
export function isAcronymOf(short: string, long: string): boolean {
  const letters = short.replace(/[^\p{L}]/gu, '').toLowerCase();
  const capitals = short.replace(/[^\p{Lu}]/gu, '').toLowerCase();
  if (capitals.length < 1 || letters.length < 2 || short.length > 14 || /\s/u.test(short)) return false;
  const words = long.split(/[\s\-–/]+/u).filter((word) => /\p{L}/u.test(word));
  if (words.length < 2) return false;
  // "Cenidh", "Asodegue": a word made of the beginnings of words.
  if (capitals.length < 2) return letters.length >= 4 && isBlend(letters, words.map(plain));
  const initials = words.map((word) => plain(word).charAt(0));
  let at = 0;
  let hits = 0;
  for (const letter of capitals) {
    const next = initials.indexOf(letter, at);
    if (next >= 0) {
      hits++;
      at = next + 1;
    }
  }
  return hits / capitals.length >= 2 / 3 && initials.includes(capitals[0]);
}

const plain = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '');

/** Whether `letters` can be cut into beginnings of some of `words` in order: each piece begins a word, the first piece one of the first two. */
function isBlend(letters: string, words: readonly string[]): boolean {
  // Letters used so far → most words used for them; a word may give any beginning of it, or nothing.
  let reached = new Map<number, number>([[0, 0]]);
  for (const [i, word] of words.entries()) {
    const next = new Map(reached);
    for (const [at, used] of reached) {
      if (at === 0 && i > 1) continue;
      for (let length = 1; length <= word.length && letters[at + length - 1] === word[length - 1]; length++)
        next.set(at + length, Math.max(next.get(at + length) ?? 0, used + 1));
    }
    reached = next;
  }
  return (reached.get(letters.length) ?? 0) >= 2;
}

/** First letters of the capitalised words of a name, in capitals: "Chennai Petroleum Corporation Limited" gives CPCL. */
export const initials = (name: string): string =>
  name
    .split(/[\s\-–/]+/u)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('');
