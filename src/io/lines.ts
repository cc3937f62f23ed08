import { LARGEST } from './problems.js';

/** A line of a byte stream without its line end, counted from 1; `bytes` is null when it is longer than an article may be. */
export interface Line {
  readonly number: number;
  readonly bytes: Buffer | null;
}

const NEWLINE = 10;
const RETURN = 13;

/**
 * Splits bytes into lines at LF or CRLF only: JSON may hold U+2028 and a lone CR never stands between two records. Lines that
 * hold nothing are counted but not given. Memory is bounded by the longest line allowed.
 */
export async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let pieces: Buffer[] = [];
  let length = 0;
  let number = 0;
  const close = (): Line => {
    const whole = pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
    const line = { number: ++number, bytes: length > LARGEST ? null : trim(whole, number === 1) };
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, at));
      const line = close();
      if (line.bytes === null || line.bytes.length > 0) yield line;
      from = at + 1;
    }
    if (from < chunk.length) take(chunk.subarray(from));
  }
  if (length > 0) {
    const line = close();
    if (line.bytes === null || line.bytes.length > 0) yield line;
  }

  function take(piece: Buffer): void {
    length += piece.length;
    // What is beyond the limit is counted, not kept.
    if (length <= LARGEST) pieces.push(piece);
  }
}

/** Without the CR of a CRLF, and without a byte order mark before the first line. */
function trim(line: Buffer, first: boolean): Buffer {
  const end = line.length > 0 && line[line.length - 1] === RETURN ? line.length - 1 : line.length;
  const start = first && line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? 3 : 0;
  return line.subarray(start, Math.max(start, end));
}
