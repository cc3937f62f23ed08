#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { programVersion } from '../io/program.js';
import { COMMANDS } from './commands.js';
import { obey } from './commander.js';
import { openTerminal } from './terminal/terminal.js';

// Our functions are many and small. Left to itself the compiler copies them into each other, threads deep, for a fifth of the processor time
// of a run over some megabytes, and the code is no faster for it. The limit counts for worker threads, too.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=300');
// It also compiles a function for good as soon as it looks busy, and then again and again as more kinds of text come by. One that has to be
// four times as busy first is compiled once: a run over a megabyte of news takes a fifth less, over three a seventh, and long ones are as fast.
setFlagsFromString('--interrupt-budget=300000');

const terminal = openTerminal();
try {
  process.exitCode = await obey(process.argv.slice(2), COMMANDS, programVersion(), terminal);
} catch (error) {
  const { name, message, stack } = error as Error;
  // The errors we raise say what to do; any other is a fault of the program and shows where.
  const known = ['GazetteerError', 'InputError', 'OutputError', 'UsageError'].includes(name);
  terminal.say(known ? `sitrep: ${message}` : `sitrep has a fault, please report it with the command you gave:\n${stack ?? message}`);
  process.exitCode = 2;
}
