/** Control signs but tab and line feed, and the signs that turn the direction of writing around. */
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text that is safe to print: signs that a terminal would obey are shown instead, ESC as ␛, others by their number.
 * Articles come from anywhere, and some could clear the screen or rename the window.
 */
export function shown(text: string): string {
  return text.replace(UNSAFE, (sign) => {
    const code = sign.charCodeAt(0);
    if (code < 32) return String.fromCharCode(0x2400 + code);
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** The same on one line. */
export const shownLine = (text: string): string => shown(text.replace(/\s+/g, ' ').trim());
