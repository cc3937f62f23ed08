import { type ClauseList, type Ground, readClauses } from '../../../grammar/index.js';
import { Pos, posOf } from '../../../knowledge/index.js';
import type { Sentence } from '../../../model/index.js';
import type { Draft } from './draft.js';
import type { Scene } from './scene.js';

/** Reads the clauses of the sentences that hold figures, each once; what it has read goes with the document. */
export interface ClauseReader {
  read(sentence: Sentence, drafts: readonly Draft[]): void;
}

/** A reader for one article: for its clauses a figure with the noun it counts is one phrase. */
export function clauseReader({ text, tokens, knowledge, nameAt, timeAt }: Scene, list: ClauseList): ClauseReader {
  let figureAt: Int32Array | null = null;
  return {
    read(sentence, drafts) {
      figureAt ??= new Int32Array(tokens.count + 1).fill(-1);
      for (let i = 0; i < drafts.length; i++) {
        const { first, bodyFirst, last } = drafts[i];
        // "output averaged 11 million barrels": the word that bounds the figure is the verb of its clause.
        const verb = first < bodyFirst && (posOf(knowledge, tokens, first) & (Pos.Past | Pos.Third)) !== 0;
        figureAt.fill(i, verb ? first + 1 : first, last);
      }
      const ground: Ground = { text, tokens, knowledge, mentionAt: nameAt, dateAt: timeAt, figureAt, figures: drafts };
      readClauses(ground, sentence, list);
    },
  };
}
