import type { ThreadWork } from '../batch/threads.js';
import { programVersion } from '../io/program.js';
import { obey } from './commander.js';
import { COMMANDS } from './commands.js';
import { openTerminal } from './terminal/terminal.js';

/** Does what the words of a command line say. Gives the exit code; what goes wrong is told on stderr. */
export async function obeyed(words: readonly string[]): Promise<number> {
  const terminal = openTerminal();
  try {
    return await obey(words, COMMANDS, programVersion(), terminal);
  } catch (error) {
    const { name, message, stack } = error as Error;
    // The errors we raise say what to do; any other is a fault of the program and shows where.
    const known = ['GazetteerError', 'InputError', 'OutputError', 'UsageError'].includes(name);
    terminal.say(known ? `sitrep: ${message}` : `sitrep has a fault, please report it with the command you gave:\n${stack ?? message}`);
    return 2;
  }
}

/** The programs of worker threads; `thread.ts` runs the one that is asked for. */
export const THREADS: Readonly<Record<ThreadWork, () => Promise<void>>> = {
  analysis: async () => (await import('../batch/worker.js')).analyseInThread(),
  pairs: async () => (await import('../batch/pairs-worker.js')).pairInThread(),
};
