#!/usr/bin/env node
import { join } from 'node:path';
import { openProgram } from './joined.js';

const { obeyed } = openProgram(join(import.meta.dirname, '../program')).load('sitrep.cjs') as typeof import('./sitrep.js');
process.exitCode = await obeyed(process.argv.slice(2));
