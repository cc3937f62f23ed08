// Numbers and texts as bytes, and back: a small number takes one byte, and a text that was put down before is only named again.

/** Puts values down one behind the other; whoever reads them asks for the same kinds in the same order. */
export interface ByteWriter {
  /** A whole number from 0 on. */
  readonly number: (value: number) => void;
  readonly text: (text: string | null) => void;
  /** Anything that JSON can hold. */
  readonly json: (value: unknown) => void;
  /** All bytes put down. */
  readonly bytes: () => Buffer;
}

export interface ByteReader {
  readonly number: () => number;
  readonly text: () => string | null;
  readonly json: () => unknown;
}

/** How a text begins: as nothing, as one not met before, or (from `KNOWN` on) as that of a number. */
const NULL = 0;
const NEW = 1;
const KNOWN = 2;
/** Bytes of the largest whole number. */
const NUMBER = 8;
/** Signs that do not fit into one byte. */
const WIDE = /[\u0100-\uffff]/;

/** Room that is used again and again. */
let room = Buffer.allocUnsafeSlow(1 << 16);

/** Only one may be at work at a time. */
export function openWriter(): ByteWriter {
  const known = new Map<string, number>();
  let end = 0;
  const makeRoom = (more: number): void => {
    if (end + more <= room.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(room.length * 2, end + more));
    room.copy(larger, 0, 0, end);
    room = larger;
  };
  const number = (value: number): void => {
    makeRoom(NUMBER);
    let rest = value;
    for (; rest > 0x7fffffff; rest = Math.floor(rest / 128)) room[end++] = (rest % 128) + 128;
    for (; rest > 127; rest >>>= 7) room[end++] = (rest & 127) + 128;
    room[end++] = rest;
  };
  const signs = (text: string): void => {
    const wide = WIDE.test(text);
    number(text.length * 2 + (wide ? 1 : 0));
    makeRoom(text.length * 2);
    // UTF-16 where a byte is not enough, since UTF-8 has no bytes for half a character.
    end += wide ? room.write(text, end, 'utf16le') : room.write(text, end, 'latin1');
  };
  return {
    number,
    text(text) {
      if (text === null) return number(NULL);
      const at = known.get(text);
      if (at !== undefined) return number(at + KNOWN);
      known.set(text, known.size);
      number(NEW);
      signs(text);
    },
    json: (value) => signs(JSON.stringify(value)),
    bytes: () => Buffer.from(room.subarray(0, end)),
  };
}

export function openReader(bytes: Buffer): ByteReader {
  const known: string[] = [];
  let at = 0;
  const number = (): number => {
    let value = 0;
    let unit = 1;
    for (; bytes[at] > 127; unit *= 128) value += (bytes[at++] - 128) * unit;
    return value + bytes[at++] * unit;
  };
  const signs = (): string => {
    const head = number();
    const from = at;
    at += head % 2 === 1 ? head - 1 : head / 2;
    return bytes.toString(head % 2 === 1 ? 'utf16le' : 'latin1', from, at);
  };
  return {
    number,
    text() {
      const head = number();
      if (head !== NEW) return head === NULL ? null : known[head - KNOWN];
      const text = signs();
      known.push(text);
      return text;
    },
    json: () => JSON.parse(signs()),
  };
}
