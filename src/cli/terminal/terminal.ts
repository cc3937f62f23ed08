import type { Terminal } from '../command.js';

/** The console. A reader of the data that goes away (`| head`) ends the program with success; one of the words is not missed. */
export function openTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      if (stream === stdout) process.exit(0);
    });
  }
  return {
    out: (data) => (stdout.write(data) ? Promise.resolve() : new Promise((resolve) => stdout.once('drain', resolve))),
    say: (line) => {
      stderr.write(`${line}\n`);
    },
    colour: stdout.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    watched: stderr.isTTY === true,
  };
}
