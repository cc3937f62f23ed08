import { readFileSync, statSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { basename } from 'node:path';
import { decode, examine, GAZETTEERS, isoPrefix, loadKnowledge, shownLine } from '../index.js';
import { GAZETTEERS_OPTION, textOf, UsageError, type Command } from './command.js';
import { drawTree } from './explain-tree.js';
import { brush } from './paint.js';
import { whyNot } from './why-not.js';

export const explain: Command = {
  reads: `Shows what is found in a text, where it came from and why: names, dates and numbers, sentence by sentence.

The text is the words you give, or a file, or what stands on stdin. Colours only on a terminal; NO_COLOR turns them off.`,
  argument: { name: '[text...]', reads: 'a text in quotes, or a file; none: stdin' },
  options: [
    { flags: '--why-not <phrase>', reads: 'say why this phrase of the text is no name, or what else became of it' },
    { flags: '--second-opinion', reads: 'add what compromise and wink-nlp see that sitrep does not (slow)' },
    { flags: '--published <date>', reads: 'day of publication, to which "last week" is counted', usually: 'unknown' },
    GAZETTEERS_OPTION,
  ],
  examples: [
    ['sitrep explain "At least 12 soldiers were killed in Herat."', 'a sentence'],
    ['sitrep explain article.txt --published 2023-11-20', 'a file'],
    ['sitrep explain article.txt --why-not Badri', 'why is Badri not there?'],
    ['pbpaste | sitrep explain | less', 'what was copied'],
  ],
  async run(words, options, terminal) {
    const text = await textToExplain(words);
    if (text.trim() === '') throw new UsageError('There is no text to explain; write it in quotes, name a file, or send it on stdin.');
    const given = textOf(options, 'published');
    const published = given === null ? null : isoPrefix(given);
    if (given !== null && published === null) throw new UsageError(`"${given}" is no date; write the day as 2023-11-20 behind --published.`);
    const knowledge = await loadKnowledge(textOf(options, 'gazetteers') ?? GAZETTEERS, terminal.say);
    const source = { id: 'text', text, title: null, published, url: null, path: null, sha256: null };
    const examined = examine({ source, problems: [] }, knowledge);
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

async function textToExplain(words: readonly string[]): Promise<string> {
  const [first] = words;
  if (first === undefined || first === '-') {
    if (process.stdin.isTTY) process.stderr.write('Type or paste a text, then press Ctrl-D.\n');
    return decoded(await buffer(process.stdin), 'The text on stdin');
  }
  if (words.length === 1 && isFile(first)) return decoded(readFileSync(first), basename(first));
  return words.join(' ');
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // A text too long for a file name is no file.
    return false;
  }
}

function decoded(bytes: Uint8Array, where: string): string {
  const read = decode(bytes);
  if ('binary' in read) throw new UsageError(`${where} is not text (${read.binary}); save it as plain text in UTF-8.`);
  return read.text;
}
