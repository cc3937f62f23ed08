/** Reads single keys: as they are pressed on a terminal, else letter by letter from what stands on stdin; null at its end. */
export interface Keys {
  readonly next: () => Promise<string | null>;
  readonly close: () => void;
}

export function openKeys(): Keys {
  const { stdin } = process;
  stdin.setEncoding('utf8');
  if (stdin.isTTY) stdin.setRawMode(true);
  const pieces = stdin[Symbol.asyncIterator]() as AsyncIterator<string>;
  let waiting: string[] = [];
  return {
    async next() {
      for (;;) {
        const key = waiting.shift();
        if (key === '\u0003' || key === '\u0004') return null;
        if (key !== undefined && !/\s/.test(key)) return key.toLowerCase();
        if (key !== undefined) continue;
        const { value, done } = await pieces.next();
        if (done) return null;
        waiting = [...value];
      }
    },
    close() {
      if (stdin.isTTY) stdin.setRawMode(false);
      stdin.pause();
    },
  };
}
