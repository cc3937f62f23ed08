import { Flag, has, type NameMention, type Reference, type Segmented } from '../../../model/index.js';
import { phraseAt, type Knowledge } from '../../../knowledge/index.js';

/** Finds common-noun references ("the group", "the ministry", "this province"), sorted by start; the span leaves the article out. */
export function findReferences(document: Segmented, knowledge: Knowledge, names: readonly NameMention[]): readonly Reference[] {
  const { tokens, text, sentences } = document;
  const found: Reference[] = [];
  const named = new Set<number>();
  for (const name of names) for (let token = name.first; token < name.last; token++) named.add(token);
  for (const sentence of sentences) {
    for (let token = sentence.first; token + 1 < sentence.last; token++) {
      if (!isArticle(text, document, token)) continue;
      const noun = phraseAt(knowledge, text, tokens, token + 1, sentence.last, 'reference');
      if (!noun || has(tokens, token + 1, Flag.Capital) || named.has(token + 1)) continue;
      // "the group of seven", "the army chief", "the group’s": a noun behind makes it another thing, a possessive does not.
      if (noun.last < sentence.last && (named.has(noun.last) || followsNoun(document, noun.last))) continue;
      found.push({
        start: tokens.start[token + 1],
        end: tokens.end[noun.last - 1],
        first: token + 1,
        last: noun.last,
        sentence: sentence.index,
        type: noun.row.type as Reference['type'],
        head: noun.row.phrase.toLowerCase(),
        because: `rule reference.the "${noun.row.phrase}"`,
      });
      token = noun.last - 1;
    }
  }
  return found;
}

function isArticle(text: string, document: Segmented, token: number): boolean {
  const { start, end } = document.tokens;
  const word = end[token] - start[token];
  if (word !== 3 && word !== 4) return false;
  const written = text.slice(start[token], end[token]).toLowerCase();
  return written === 'the' || written === 'this' || written === 'that';
}

function followsNoun(document: Segmented, token: number): boolean {
  const { tokens, text } = document;
  if (!has(tokens, token, Flag.Word)) return has(tokens, token, Flag.Number);
  const written = text.slice(tokens.start[token], tokens.end[token]);
  return written === 'of' || written === 'in' || written === 'that';
}
