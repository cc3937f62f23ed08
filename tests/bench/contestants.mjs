// Who is measured on the same text in the same round: sitrep whole and by stage, the tools a user would pick instead, and the limits.
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as chrono from 'chrono-node';
import nlp from 'compromise';
import { createRequire } from 'node:module';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { folderOf, sourceOf } from './articles.mjs';

const { recognizeNumber } = createRequire(import.meta.url)('@microsoft/recognizers-text-number');

/**
 * A contestant: `work()` handles `size` bytes. Slow ones get a smaller share of the text. `group`: whole, stage, limit or peer.
 * `program` holds the modules of a build; `close` removes what was written.
 */
export function contestantsOf({ list, size }, program, knowledge) {
  const { analyzeAll, ARMFUL, armfuls, run, scan, longestPhrase, clean, segment, tag, resolve, relate } = program;
  const decoder = new TextDecoder('utf-8');
  const sources = list.map((bytes, i) => sourceOf(decoder.decode(bytes), i));
  const folder = folderOf(list);
  const out = join(tmpdir(), `sitrep-bench-out-${process.pid}`);
  // Each stage works on what the stage before left in the same round.
  let cleaned = [];
  let segmented = [];
  let tagged = [];
  let resolved = [];
  let kept = 0;
  const options = { paths: [folder], out, formats: ['csv', 'json'], windows: ['sentence', 'paragraph', 'document'] };
  const settings = { ...options, articles: null, gazetteers: null, workers: 1, excel: false };
  const wink = winkNLP(model, ['sbd', 'negation', 'sentiment', 'ner', 'pos', 'cer']);
  /** The first articles that make up about a `share` of the text. */
  const some = (share) => sources.slice(0, Math.max(1, Math.round(sources.length * share)));
  const bytesOf = (few) => few.reduce((sum, _, i) => sum + list[i].length, 0);
  const peer = (name, share, read) => {
    const few = some(share);
    return { name, group: 'peer', size: bytesOf(few), work: () => few.forEach(({ text }) => (kept += read(text))) };
  };
  const accepts = () => true;
  const contestants = [
    { name: 'sitrep, files in, tables out', group: 'whole', size, work: async () => (kept += (await run(settings)).highlights.rows.claims) },
    {
      name: 'sitrep, analysis alone',
      group: 'whole',
      size,
      work: () => {
        for (const armful of armfuls(sources, ARMFUL, ({ text }) => text.length))
          analyzeAll(armful, knowledge).forEach(({ mentions }) => (kept += mentions.length));
      },
    },
    { name: '1-clean', group: 'stage', size, work: () => (cleaned = sources.map((source) => clean(source, knowledge))) },
    { name: '2-segment', group: 'stage', size, work: () => (segmented = cleaned.map((document) => segment(document, knowledge))) },
    { name: '3-tag', group: 'stage', size, work: () => (tagged = tag(segmented, knowledge)) },
    { name: '4-resolve', group: 'stage', size, work: () => (resolved = resolve(tagged, knowledge)) },
    { name: '5-relate', group: 'stage', size, work: () => relate(resolved, knowledge).forEach(({ claims }) => (kept += claims.length)) },
    { name: 'UTF-8 decoding', group: 'limit', size, work: () => list.forEach((bytes) => (kept += decoder.decode(bytes).length)) },
    { name: 'scan', group: 'limit', size, work: () => sources.forEach(({ text }) => (kept += scan(text, knowledge.vocabulary).count)) },
    {
      name: 'scan and name trie',
      group: 'limit',
      size,
      work: () =>
        sources.forEach(({ text }) => {
          const tokens = scan(text, knowledge.vocabulary);
          for (let token = 0; token < tokens.count; token++)
            kept += longestPhrase(knowledge.names.trie, text, tokens, token, tokens.count, accepts).words;
        }),
    },
    peer('wink-nlp, all pipes', 1, (text) => wink.readDoc(text).tokens().length()),
    peer('compromise, people, places, organizations, numbers', 0.08, (text) => {
      const doc = nlp(text);
      return doc.people().length + doc.places().length + doc.organizations().length + doc.numbers().length;
    }),
    peer('chrono, dates', 0.3, (text) => chrono.parse(text, new Date(Date.UTC(2024, 4, 14))).length),
    peer('Recognizers-Text, numbers', 0.01, (text) => recognizeNumber(text, 'en-us').length),
  ];
  const close = () => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(out, { recursive: true, force: true });
    if (kept === 0) throw new Error('nothing was found: the benchmark measured nothing');
  };
  return { contestants, close };
}
