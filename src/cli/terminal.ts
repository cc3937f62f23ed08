import type { Terminal } from './command.js';

/** The console. A reader that goes away (`| head`) ends the program with success. */
export function openTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
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
