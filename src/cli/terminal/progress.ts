import type { Terminal } from '../command.js';

const FIRST_AFTER = 1000;
const EVERY = 1000;
/** In a log file a line a second is a flood, and who pipes a short input through expects no word at all. */
const EVERY_UNWATCHED = 10_000;

/** Shows how far something has come: nothing within the first second, then a line that replaces itself; in a log a line every ten seconds. */
export interface ProgressLine {
  readonly show: (text: string) => void;
  /** Wipes the line. */
  readonly end: () => void;
}

export function openProgress({ say, watched }: Terminal): ProgressLine {
  let next = performance.now() + (watched ? FIRST_AFTER : EVERY_UNWATCHED);
  let shown = false;
  const wipe = (): void => {
    if (shown && watched) process.stderr.write('\r\u001b[K');
    shown = false;
  };
  return {
    show(text) {
      const now = performance.now();
      if (now < next) return;
      next = now + (watched ? EVERY : EVERY_UNWATCHED);
      if (watched) process.stderr.write(`\r\u001b[K${text}`);
      else say(text);
      shown = true;
    },
    end: wipe,
  };
}
