import type { Terminal } from '../command.js';

/**
 * The console. A reader of the data that goes away (`| head`) ends the program with success; one of the words is not missed. Streams are
 * opened by their first use: each costs a start some milliseconds.
 */
export function openTerminal(): Terminal {
  const { env } = process;
  const opened = new Set<NodeJS.WriteStream>();
  const heard = (stream: NodeJS.WriteStream): NodeJS.WriteStream => {
    if (!opened.has(stream))
      stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE') throw error;
        if (stream === process.stdout) process.exit(0);
      });
    opened.add(stream);
    return stream;
  };
  return {
    out: (data) => {
      const stdout = heard(process.stdout);
      return stdout.write(data) ? Promise.resolve() : new Promise((resolve) => stdout.once('drain', resolve));
    },
    say: (line) => {
      heard(process.stderr).write(`${line}\n`);
    },
    get colour() {
      return !env['NO_COLOR'] && env['TERM'] !== 'dumb' && process.stdout.isTTY === true;
    },
    get watched() {
      return process.stderr.isTTY === true;
    },
  };
}
