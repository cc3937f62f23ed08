import { examine, GAZETTEERS, isoPrefix, loadKnowledge, shownLine } from '../../index.js';
import { GAZETTEERS_OPTION, textOf, UsageError, type Command } from '../command.js';
import { articleToExplain } from './article.js';
import { drawTree } from './tree.js';
import { brush } from '../terminal/paint.js';
import { whyNot } from './why-not.js';

export const explain: Command = {
  reads: `Shows what is found in a text, where it came from and why: names, dates and numbers, sentence by sentence.

The text is the words you give, or an article in any format that sitrep run reads, or what stands on stdin. Of a file of many articles
it is the first, or the one that --id names. Colours only on a terminal; NO_COLOR turns them off.`,
  argument: { name: '[text...]', reads: 'a text in quotes, or a file; none: stdin' },
  options: [
    { flags: '--id <id>', reads: 'which article of a table, a feed or an archive', usually: 'its first' },
    { flags: '--why-not <phrase>', reads: 'say why this phrase of the text is no name, or what else became of it' },
    { flags: '--second-opinion', reads: 'add what compromise and wink-nlp see that sitrep does not (slow)' },
    { flags: '--published <date>', reads: 'day of publication, to which "last week" is counted', usually: 'unknown' },
    GAZETTEERS_OPTION,
  ],
  examples: [
    ['sitrep explain "At least 12 soldiers were killed in Herat."', 'a sentence'],
    ['sitrep explain article.txt --published 2023-11-20', 'a file'],
    ['sitrep explain report.pdf', 'a file of another format'],
    ['sitrep explain feed.ndjson --id a17', 'one article of many'],
    ['sitrep explain article.txt --why-not Badri', 'why is Badri not there?'],
    ['pbpaste | sitrep explain | less', 'what was copied'],
  ],
  async run(words, options, terminal) {
    const given = textOf(options, 'published');
    const published = given === null ? null : isoPrefix(given);
    if (given !== null && published === null) throw new UsageError(`"${given}" is no date; write the day as 2023-11-20 behind --published.`);
    const article = await articleToExplain(words, { published, id: textOf(options, 'id') }, terminal.say);
    const knowledge = await loadKnowledge(textOf(options, 'gazetteers') ?? GAZETTEERS, terminal.say);
    const examined = examine(article, knowledge);
    for (const { message } of examined.problems) terminal.say(`sitrep: ${shownLine(message)}`);
    if (examined.related === null) return 1;
    const paint = brush(terminal.colour);
    const phrase = textOf(options, 'whyNot');
    const lines = phrase === null ? drawTree(examined.related, examined.language, paint) : whyNot(phrase, examined.related, knowledge, paint);
    const others = options['secondOpinion'] === true ? await (await import('./opinions.js')).otherOpinions(examined.related) : [];
    await terminal.out(`${[...lines, ...others.map(shownLine)].join('\n')}\n`);
    return examined.problems.length > 0 ? 1 : 0;
  },
};
