/** Folder, below that of the tables, of texts that stand in no file of their own. */
export const TEXTS = 'texts';

/**
 * Path of an article's text below the output folder: the id's harmless signs, and where that is not the whole id a mark made of all of
 * it, so that two ids never share a file, whatever the system makes of capitals.
 */
export function textPath(id: string): string {
  const plain = id
    .replace(/[^\p{L}\p{N}_.-]+/gu, '_')
    .replace(/^\.+/, '')
    .slice(0, 80);
  const whole = plain === id && plain === plain.toLowerCase();
  return `${TEXTS}/${whole ? plain : `${plain}-${mark(id)}`}.txt`;
}

/** FNV-1a over the code units, twice with different beginnings, in base 36. */
function mark(text: string): string {
  let [a, b] = [0x811c9dc5, 0x2f9be6cc];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x01000193);
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36).slice(0, 4)}`;
}
