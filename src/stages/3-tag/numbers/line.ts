import type { Sentence } from '../../../model/index.js';
import type { Draft } from './draft.js';
import type { ClauseReader } from './reader.js';
import type { Scene } from './scene.js';

/** A sentence with numbers, and what is known of them so far; its fields grow from step to step. */
export interface Line {
  readonly scene: Scene;
  readonly sentence: Sentence;
  readonly reader: ClauseReader;
  readonly drafts: Draft[];
  /** Those that count something: told apart before the nouns are read, which change what a figure is. */
  readonly counting: Set<Draft>;
  /** The sentence with numbers before it in the article. */
  readonly previous: Line | null;
}

/** Token that nothing behind draft `i` may reach. */
export const limitOf = ({ drafts, sentence }: Line, i: number): number => (i + 1 < drafts.length ? drafts[i + 1].first : sentence.last);

/** The last sum of money in the few sentences before; null when there is none. */
export function sumBefore({ previous, sentence }: Line): Draft | null {
  for (let line = previous; line && sentence.index - line.sentence.index <= SUM_REACH; line = line.previous) {
    const sum = line.drafts.findLast(({ kind }) => kind === 'money');
    if (sum) return sum;
  }
  return null;
}
/** A currency is left out over so many sentences at most. */
const SUM_REACH = 3;
