import type { Mention } from '../../model/index.js';
import { buildVocabulary, scan } from '../../text/index.js';
import type { Found } from '../format.js';

const NO_WORDS = buildVocabulary([]);

/** Articles as CoNLL-U Plus: a token a line with its place in the text and a BIO tag of its name; furniture and words that only point back ("he") are left out. */
export function* conll({ findings, texts }: Found): Iterable<string> {
  const mentions = new Map<string, Mention[]>();
  for (const mention of findings.mentions) {
    if (mention.use === 'reference') continue;
    const list = mentions.get(mention.document_id);
    if (list) list.push(mention);
    else mentions.set(mention.document_id, [mention]);
  }
  yield '# global.columns = ID FORM NE ENTITY START END\n';
  for (const { document_id, text, sentences } of texts) {
    const tokens = scan(text, NO_WORDS);
    const named = mentions.get(document_id) ?? [];
    let token = 0;
    let next = 0;
    yield `# newdoc id = ${document_id.replace(/\s+/g, ' ')}\n`;
    for (const [i, sentence] of sentences.entries()) {
      let lines = `# sent_id = ${document_id.replace(/\s+/g, ' ')}-${i}\n`;
      while (token < tokens.count && tokens.start[token] < sentence.start) token++;
      for (let id = 1; token < tokens.count && tokens.end[token] <= sentence.end; token++, id++) {
        const [start, end] = [tokens.start[token], tokens.end[token]];
        while (next < named.length && named[next].end <= start) next++;
        const mention = next < named.length && named[next].start < end ? named[next] : null;
        const tag = mention === null ? 'O' : `${start <= mention.start ? 'B' : 'I'}-${mention.type}`;
        lines += `${id}\t${text.slice(start, end).replace(/\s+/g, '')}\t${tag}\t${mention?.entity_id ?? '_'}\t${start}\t${end}\n`;
      }
      yield `${lines}\n`;
    }
  }
}
