import { cacheEntries, clearEntry, shownLine, usualCacheFolder } from '../index.js';
import { CACHE_OPTION, textOf, type Command } from './command.js';

export const cache: Command = {
  reads: `Shows what the cache keeps of earlier runs, a line for each set of inputs: megabytes, day of the last use, files and folders.

A run keeps what it finds in each article, and the next run over the same files and folders analyses only the articles of which the
text, title, date, address or name changed; all of them, when the gazetteers or the program changed. The tables are the same bytes
with and without. The cache holds sentences of the articles; only its owner may read it.`,
  argument: null,
  options: [CACHE_OPTION, { flags: '--clear', reads: 'delete it all' }],
  examples: [
    ['sitrep cache', 'what is kept, and where'],
    ['sitrep cache --clear', 'delete it'],
  ],
  async run(_words, options, terminal) {
    const folder = textOf(options, 'cache') ?? usualCacheFolder();
    const entries = cacheEntries(folder);
    const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
    const all = megabytes(entries.reduce((sum, { bytes }) => sum + bytes, 0));
    if (options['clear'] === true) {
      for (const entry of entries) clearEntry(entry);
      terminal.say(entries.length === 0 ? `Nothing is kept in ${folder}.` : `${all} MB deleted in ${folder}.`);
      return 0;
    }
    for (const { paths, bytes, used } of entries)
      await terminal.out(`${megabytes(bytes).padStart(10)} MB  ${new Date(used).toISOString().slice(0, 10)}  ${shownLine(paths.join(' '))}\n`);
    terminal.say(entries.length === 0 ? `Nothing is kept in ${folder}.` : `${all} MB in ${folder}; delete it with sitrep cache --clear.`);
    return 0;
  },
};
