import type { CommandLine } from './command.js';

/** Every command of sitrep. A new one is a file and a line here. */
export const COMMANDS: readonly CommandLine[] = [
  { name: 'run', reads: 'read articles and write every table', load: async () => (await import('./run.js')).run },
  { name: 'tag', reads: 'a filter: one JSON article a line in, one JSON record a line out', load: async () => (await import('./tag.js')).tag },
  { name: 'explain', reads: 'show what is found in a text, and why', load: async () => (await import('./explain/explain.js')).explain },
  { name: 'check', reads: 'look for mistakes in the gazetteers', load: async () => (await import('./check.js')).check },
  {
    name: 'evaluate',
    reads: 'how right is it? precision, recall, F1 against marked articles',
    load: async () => (await import('./evaluate.js')).evaluate,
  },
  { name: 'diff', reads: 'what differs between two runs, and why', load: async () => (await import('./diff.js')).diff },
  { name: 'suggest', reads: 'propose rows for the gazetteers from names seen often', load: async () => (await import('./suggest.js')).suggest },
  { name: 'init', reads: 'make a project folder with settings and own gazetteers', load: async () => (await import('./init.js')).init },
  { name: 'cache', reads: 'show or clear what is kept of earlier runs', load: async () => (await import('./cache.js')).cache },
  {
    name: 'completion',
    reads: 'complete commands and options on the Tab key',
    load: async () => (await import('./completion.js')).completion(COMMANDS),
  },
];
