import { GAZETTEERS, linesOf, loadKnowledge, tagLine } from '../index.js';
import { GAZETTEERS_OPTION, textOf, type Command } from './command.js';
import { openProgress } from './terminal/progress.js';

/** Answers are gathered to this many characters before they are written, or until the input pauses. */
const FULL = 1 << 16;

export const tag: Command = {
  reads: `A filter for pipes: one JSON article a line on stdin, one JSON record a line on stdout, in the same order.

In:  {"id": "a1", "text": "…", "title": null, "published": "2023-11-20", "url": null}; only id and text must be there.
Out: {"id": "a1", "mentions": […], "dates": […], "claims": […], "entities": […], "cooccurrences": […], "problems": […]}
A line that is no article gives {"id": null, "line": 7, "problems": […]} in its place, and exit code 1 at the end.`,
  argument: null,
  instead: 'send its lines on stdin (sitrep tag < FILE), or make tables of files with sitrep run FILE',
  options: [GAZETTEERS_OPTION],
  examples: [
    ['sitrep tag < feed.ndjson > tagged.ndjson', 'a file of articles'],
    ['zcat feed.ndjson.gz | sitrep tag | jq .claims', 'in a pipe'],
  ],
  async run(_words, options, terminal) {
    const knowledge = await loadKnowledge(textOf(options, 'gazetteers') ?? GAZETTEERS, terminal.say);
    const progress = openProgress(terminal);
    let waiting = '';
    let problems = 0;
    let faulty = 0;
    let answers = 0;
    const flush = (): Promise<void> => {
      const data = waiting;
      waiting = '';
      return data === '' ? Promise.resolve() : terminal.out(data);
    };
    for await (const line of linesOf(process.stdin)) {
      const answer = tagLine(line, knowledge);
      // The event loop turns when the input pauses: then whoever wrote a line and waits gets the answer.
      if (waiting === '') setImmediate(flush);
      waiting += `${answer.json}\n`;
      if (waiting.length > FULL) await flush();
      problems += answer.problems.length;
      if (answer.faulty) faulty++;
      progress.show(`${++answers} articles, ${problems} problems`);
    }
    await flush();
    progress.end();
    // An article that says nothing, or in another language, is answered with its problem: only a faulty line is a fault.
    return faulty > 0 ? 1 : 0;
  },
};
