import { type Knowledge, lexiconRows } from '../../knowledge/index.js';
import type { Claim } from '../../model/index.js';

/** What the words around a figure say of its standing beside others. */
export interface Wording {
  /** It was told before and is over: "the first count had been seven", "an earlier statement spoke of five". */
  readonly former: boolean;
  /** It takes the place of another: "he revised the toll in the evening: 23 are dead". */
  readonly newer: boolean;
  /** It holds on the day it is told: "now puts it at barely $106 billion". */
  readonly present: boolean;
  /** It counts what no other count holds: "a further 1,500 jobs". */
  readonly further: boolean;
}

/** Tells of the claims of one article, in their order, what their words say. Linear in claims and in the words of their sentences. */
export type WordingReader = (claims: readonly Claim[]) => (claim: Claim) => Wording;

/** Words between a count and the verb that revises it. */
const TALLY_REACH = 3;
/** Words right before a figure that may tell it for a further one. */
const FURTHER_REACH = 2;

/** Reads the words by the classes `former`, `tally`, `formerly`, `revising`, `present` and `further` of words/counted.csv. */
export function wordingReader(knowledge: Knowledge): WordingReader {
  const rows = lexiconRows(knowledge, 'counted');
  const of = (wanted: string): ReadonlySet<string> => new Set(rows.filter((row) => row.class === wanted).map((row) => row.phrase));
  const [former, tally, formerly, present, further, revising] = ['former', 'tally', 'formerly', 'present', 'further', 'revising'].map(of);
  const isFormer = (words: readonly string[]): boolean => {
    for (let w = 0; w < words.length; w++) {
      if (formerly.has(words[w]) || (w > 0 && formerly.has(`${words[w - 1]} ${words[w]}`))) return true;
      if (w > 0 && tally.has(words[w]) && former.has(words[w - 1])) return true;
    }
    return false;
  };
  // "Raised the toll to 15", "the toll has risen to 13"
  const isRevised = (words: readonly string[]): boolean =>
    words.some((word, w) => revising.has(word) && words.slice(Math.max(0, w - TALLY_REACH), w + 1 + TALLY_REACH).some((other) => tally.has(other)));
  return (claims) => {
    const ends = endsBefore(claims);
    return (claim) => {
      const at = claim.sentence_text.indexOf(claim.text);
      const before = wordsOf(claim.sentence_text.slice(Math.min(ends.get(claim) ?? 0, Math.max(at, 0)), Math.max(at, 0)));
      return {
        former: isFormer(before) || isFormer(wordsOf(claim.said_by ?? '')),
        newer: isRevised(before),
        present: before.some((word) => present.has(word)),
        further: before.slice(-FURTHER_REACH).some((word) => further.has(word)),
      };
    };
  };
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}’'-]+/u)
    .filter((word) => word !== '');

/** Where in its sentence the figure before ends, for each claim that has one there. */
function endsBefore(claims: readonly Claim[]): ReadonlyMap<Claim, number> {
  const ends = new Map<Claim, number>();
  for (let i = 1; i < claims.length; i++) {
    const [before, claim] = [claims[i - 1], claims[i]];
    if (before.sentence !== claim.sentence) continue;
    const at = claim.sentence_text.indexOf(before.text);
    if (at >= 0) ends.set(claim, at + before.text.length);
  }
  return ends;
}
