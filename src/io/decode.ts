import { isUtf8 } from 'node:buffer';

/** Bytes as text, or why they are none. `guessed`: they were no UTF-8 and were read as Windows-1252. */
export type Decoded = { readonly text: string; readonly guessed: boolean } | { readonly binary: string };

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'it is a PDF'],
  ['PK\u0003\u0004', 'it is a ZIP archive or an Office document'],
  ['\u00d0\u00cf\u0011\u00e0', 'it is an old Office document'],
  ['{\\rtf', 'it is a rich text document'],
  ['\u001f\u008b', 'it is compressed'],
  ['\u00ff\u00fe\u0000\u0000', 'it is in UTF-32'],
  ['\u0000\u0000\u00fe\u00ff', 'it is in UTF-32'],
];

/**
 * Decodes a file: UTF-8, UTF-16 (with a byte order mark, or plain to see), else Windows-1252. The mark is no part of the text; line ends stay as
 * they are. Bytes that no text editor writes are refused with the reason.
 */
export function decode(bytes: Uint8Array): Decoded {
  const head = latin1(bytes.subarray(0, 8));
  const signature = SIGNATURES.find(([start]) => head.startsWith(start));
  if (signature) return { binary: signature[1] };
  if (head.startsWith('\u00ff\u00fe')) return utf16('utf-16le', bytes);
  if (head.startsWith('\u00fe\u00ff')) return utf16('utf-16be', bytes);
  if (bytes.includes(0)) {
    const order = unmarkedUtf16(bytes);
    return order === null ? { binary: 'it holds zero bytes' } : utf16(order, bytes);
  }
  if (tooManyControls(bytes)) return { binary: 'it is full of control characters' };
  if (isUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes), guessed: false };
  return { text: new TextDecoder('windows-1252').decode(bytes), guessed: true };
}

function utf16(encoding: 'utf-16le' | 'utf-16be', bytes: Uint8Array): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes('\0') ? { binary: 'it holds zero characters' } : { text, guessed: false };
}

/** UTF-16 without its mark: every second byte of English is zero, and no other is. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i & 1]++;
  if (bytes.length % 2 !== 0) return null;
  const enough = sample.length * 0.4;
  return zeros[1] > enough && zeros[0] === 0 ? 'utf-16le' : zeros[0] > enough && zeros[1] === 0 ? 'utf-16be' : null;
}

/** More than one in twenty of the first bytes is a control sign that no text holds. */
function tooManyControls(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  let controls = 0;
  for (const byte of sample) if (byte < 32 && (byte < 8 || byte > 13) && byte !== 27) controls++;
  return controls * 20 > sample.length;
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Decodes a page of the web: a byte order mark, else valid UTF-8, else the encoding that its own head names, else Windows-1252. */
export function decodePage(bytes: Uint8Array): Decoded {
  const plain = decode(bytes);
  if ('binary' in plain || !plain.guessed) return plain;
  const named = decoderOf(encodingIn(bytes));
  return named === null ? plain : { text: named.decode(bytes), guessed: false };
}

/** The name behind the first "charset" or "encoding" of the bytes in which a page must tell it; empty when there is none. */
function encodingIn(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1').toLowerCase();
  for (const word of ['charset', 'encoding']) {
    const at = head.indexOf(word);
    const [, name] = (at >= 0 && /^[=\s"']{1,5}([\w-]{2,30})/.exec(head.slice(at + word.length, at + 60))) || [];
    if (name) return name;
  }
  return '';
}

function decoderOf(encoding: string): { readonly decode: (bytes: Uint8Array) => string } | null {
  try {
    // What says so of itself in bytes of one, two or more letters each is no UTF-16.
    return encoding === '' || /^utf/i.test(encoding) ? null : new TextDecoder(encoding);
  } catch {
    return null;
  }
}
