import { makeProject } from '../index.js';
import { UsageError, type Command } from './command.js';

export const init: Command = {
  reads: `Makes a project folder: a place for articles, for gold and for names of your own, and sitrep.json with the settings of its runs.

sitrep run in that folder needs no words behind it; options on the command line go before sitrep.json. An editor that knows JSON
schemas completes the settings. Nothing is ever written over.`,
  argument: { name: '[folder...]', reads: 'the folder to make, or an empty one; none: this one' },
  options: [],
  examples: [
    ['sitrep init sahel-desk', 'a new project'],
    ['cd sahel-desk && sitrep run', 'its tables, into sahel-desk/report/'],
  ],
  async run(folders, _options, { say }) {
    if (folders.length > 1) throw new UsageError('sitrep init makes one folder: name one.');
    const folder = folders[0] ?? '.';
    const written = makeProject(folder);
    say(`${written.length} files in ${folder}. Put articles into ${folder}/corpus, then: ${folder === '.' ? '' : `cd ${folder} && `}sitrep run`);
    return 0;
  },
};
