// Names with * (any letters of a name), ? (one letter), [abc] or [a-c] (one of these) and ** (any folders), for shells that leave them to the program.

export const isPattern = (path: string): boolean => /[*?[]/.test(path);

/** The folder above the first name with a sign in it, and the names from there. */
export function patternParts(path: string): { readonly folder: string; readonly names: readonly string[] } {
  const names = path.replaceAll('\\', '/').split('/');
  const at = names.findIndex(isPattern);
  return { folder: names.slice(0, at).join('/') || (path.startsWith('/') ? '/' : '.'), names: names.slice(at) };
}

/** Whether the names of a path fit a pattern's; `begin`: whether a path in this folder can fit. Linear but for the number of `**`. */
export function fits(names: readonly string[], pattern: readonly string[], begin = false): boolean {
  if (pattern.length === 0) return names.length === 0;
  if (names.length === 0) return begin || pattern.every((name) => name === '**');
  if (pattern[0] === '**') return begin || fits(names, pattern.slice(1)) || fits(names.slice(1), pattern);
  return fitsName(names[0], pattern[0]) && fits(names.slice(1), pattern.slice(1), begin);
}

/** Two fingers, one on each; after a miss the last star takes one letter more. */
function fitsName(name: string, pattern: string): boolean {
  const signs = pattern.match(/\[[^\]]+\]|[\s\S]/g) ?? [];
  let [n, p, star, from] = [0, 0, -1, 0];
  while (n < name.length) {
    if (signs[p] === '*') [star, from] = [p++, n];
    else if (p < signs.length && fitsLetter(name[n], signs[p])) {
      n++;
      p++;
    } else if (star >= 0) [p, n] = [star + 1, ++from];
    else return false;
  }
  while (signs[p] === '*') p++;
  return p === signs.length;
}

function fitsLetter(letter: string, sign: string): boolean {
  if (sign === '?') return true;
  if (sign.length < 3) return sign === letter;
  const inside = sign.slice(1, -1).replace(/^[!^]/, '');
  let found = false;
  for (let i = 0; i < inside.length; i++) {
    if (inside[i + 1] === '-' && i + 2 < inside.length) {
      found ||= letter >= inside[i] && letter <= inside[i + 2];
      i += 2;
    } else found ||= letter === inside[i];
  }
  return found === !/^\[[!^]/.test(sign);
}
