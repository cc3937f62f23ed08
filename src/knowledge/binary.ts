// One file holds the compiled knowledge: the length of the header and that of the resident part, the header in JSON, then the typed columns,
// each at a multiple of eight bytes. Opening it copies nothing: every column is a view into the buffer, which may be shared between workers.
// The texts of the entities lie last, a quarter of the file of which an article needs a few lines: they need not be read with the rest.

const COLUMN_TYPES = { Uint8Array, Uint16Array, Uint32Array, Int16Array, Int32Array, Float64Array } as const;
type ColumnName = keyof typeof COLUMN_TYPES;
export type Column = Uint8Array | Uint16Array | Uint32Array | Int16Array | Int32Array | Float64Array;

interface Header<Meta> {
  readonly format: number;
  readonly meta: Meta;
  readonly columns: readonly { readonly name: string; readonly type: ColumnName; readonly at: number; readonly length: number }[];
}

/** What `decode` makes of the bytes of a file. */
export interface Decoded<Meta> {
  readonly meta: Meta;
  readonly columns: Readonly<Record<string, Column>>;
  /** Where the texts begin in the file. */
  readonly resident: number;
}

/** Raised whenever the layout changes, so that an old file is recompiled, not misread. */
export const FORMAT = 12;
/** Bytes before the header. */
export const PREFACE = 8;
const align = (n: number): number => (n + 7) & ~7;

export function encode<Meta>(meta: Meta, columns: Readonly<Record<string, Column>>, texts: Uint8Array): Uint8Array {
  let at = 0;
  const list = Object.entries(columns).map(([name, data]) => {
    const entry = { name, type: data.constructor.name as ColumnName, at, length: data.length };
    at = align(at + data.byteLength);
    return entry;
  });
  const header = new TextEncoder().encode(inAscii(JSON.stringify({ format: FORMAT, meta, columns: list } satisfies Header<Meta>)));
  const base = align(PREFACE + header.length);
  const resident = base + at;
  const bytes = new Uint8Array(resident + texts.length);
  const preface = new DataView(bytes.buffer);
  preface.setUint32(0, header.length, true);
  preface.setUint32(4, resident, true);
  bytes.set(header, PREFACE);
  Object.values(columns).forEach((data, i) => {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), base + list[i].at);
  });
  bytes.set(texts, resident);
  return bytes;
}

/** Length of the part that must be read, from the first `PREFACE` bytes of a file; the texts follow. Anything for a file of another format. */
export const residentLength = (preface: Uint8Array): number => new DataView(preface.buffer, preface.byteOffset).getUint32(4, true);

/** Views into `buffer`, which holds the resident part at least; null when it is no file of this format. */
export function decode<Meta>(buffer: ArrayBufferLike): Decoded<Meta> | null {
  try {
    const view = new DataView(buffer);
    const length = view.getUint32(0, true);
    const header: Header<Meta> = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, PREFACE, length).slice()));
    if (header.format !== FORMAT) return null;
    const base = align(PREFACE + length);
    const columns: Record<string, Column> = {};
    for (const column of header.columns) columns[column.name] = new COLUMN_TYPES[column.type](buffer as ArrayBuffer, base + column.at, column.length);
    return { meta: header.meta, columns, resident: view.getUint32(4, true) };
  } catch {
    return null;
  }
}

/** The same JSON without a sign beyond ASCII, which is read back in half the time. */
export const inAscii = (json: string): string => json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Texts behind one another as UTF-8: text i is `bytes[offset[i] … offset[i+1])`. */
export function packed(texts: readonly string[]): { readonly offset: Int32Array; readonly bytes: Uint8Array } {
  const encoded = texts.map((text) => new TextEncoder().encode(text));
  const offset = starts(encoded);
  const bytes = new Uint8Array(offset[texts.length]);
  encoded.forEach((one, i) => bytes.set(one, offset[i]));
  return { offset, bytes };
}

/** Where each of several lists begins when they stand behind one another, and where the last ends. */
export function starts(lists: readonly ArrayLike<unknown>[]): Int32Array {
  const first = new Int32Array(lists.length + 1);
  lists.forEach(({ length }, i) => {
    first[i + 1] = first[i] + length;
  });
  return first;
}
