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
  let at = 0;
  let used = 0;
  for (const [i, word] of words.entries()) {
    let length = 0;
    while (at + length < letters.length && length < word.length && letters[at + length] === word[length]) length++;
    if (length === 0) continue;
    if (used === 0 && i > 1) return false;
    used++;
    at += length;
    if (at === letters.length) return used >= 2;
  }
  return false;
}
