import { join } from 'node:path';
import type { ThreadWork } from '../batch/threads.js';
import { openProgram } from './joined.js';

// Where a worker thread begins: with the joined program, as the command does, to do what its first argument says.

const { THREADS } = openProgram(join(import.meta.dirname, '../program')).load('sitrep.cjs') as typeof import('./sitrep.js');
await THREADS[process.argv[2] as ThreadWork]();
