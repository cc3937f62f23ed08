import {
  ARTICLE,
  clauseAt,
  isAuxiliary,
  isComma,
  isIn,
  isPlainVerb,
  isVerbal,
  phraseAtToken,
  PREPOSITION,
  type Stretch,
  wordsOf,
} from '../../../../grammar/index.js';
import type { Figure, Phrase } from '../../../../model/index.js';
import { Kind, Lexname, lexnameOf, phraseAt, Pos, posOf, singular } from '../../../../knowledge/index.js';
import { foldWord } from '../../../../text/index.js';
import { tokenSpan, wordsBetween, type Scene } from '../scene.js';

/** The things that a figure counts, told by a noun phrase that has no number of its own. */
export interface Named {
  readonly words: string;
  readonly unit: string;
}

/**
 * What "them" and "there are 200" stand for where nothing was counted before: the plural that is the subject of the words before, else
 * an object, else what a preposition governs; in the sentence of the figure, then in the one before in its paragraph.
 */
export function namedBefore(scene: Scene, figure: Figure, sentence: Stretch): Named | null {
  const { sentences, clauses } = scene.document;
  // "Surveyors agreed on 603 of them": nobody says "them" of the subject of his own clause.
  const { subject } = clauseAt(clauses, figure.first);
  const here = pluralIn(scene, sentence.first, figure.first, subject ? subject.first : -1);
  if (here) return here;
  const before = sentences[figure.sentence - 1];
  return before && before.paragraph === sentences[figure.sentence].paragraph ? pluralIn(scene, before.first, before.last, -1) : null;
}

/** Of a longer stretch only its end is read. */
const LONGEST = 80;

function pluralIn(scene: Scene, first: number, last: number, excluded: number): Named | null {
  let best: Phrase | null = null;
  let rank = 0;
  let verb = false;
  for (let token = Math.max(first, last - LONGEST); token < last; ) {
    const phrase = phraseAtToken(scene, token, last);
    if (!phrase) {
      verb ||= isAuxiliary(scene, token) || isVerbal(scene, token) || isPlainVerb(scene, token);
      token++;
      continue;
    }
    const governed = isIn(scene, phrase.first - 1, PREPOSITION) || isComma(scene, phrase.first - 1);
    const own = governed && phrase.first > first ? 1 : verb ? 2 : 3;
    if (own > rank && phrase.first !== excluded && isMany(scene, phrase)) [best, rank] = [phrase, own];
    token = phrase.last;
  }
  return best && named(scene, best);
}

/** A plural of common things, or each of them; neither a figure nor a name nor a time. */
function isMany(scene: Scene, { first, head }: Phrase): boolean {
  if (scene.figureAt[head] >= 0 || scene.figureAt[first] >= 0 || scene.mentionAt[head] >= 0 || scene.dateAt[head] >= 0) return false;
  if (isIn(scene, first, EACH)) return true;
  const pos = posOf(scene.knowledge, scene.tokens, head);
  return (pos & Pos.Plural) !== 0 || listed(scene, head) === 'person';
}
const EACH = wordsOf('each every');

function named(scene: Scene, { first, last, head }: Pick<Phrase, 'first' | 'last' | 'head'>): Named {
  const from = isIn(scene, first, ARTICLE) && first < head ? first + 1 : first;
  const word = foldWord(scene.text.slice(scene.tokens.start[head], scene.tokens.end[head]));
  const unit =
    listed(scene, head) ?? (lexnameOf(scene.knowledge, scene.tokens, head) === Lexname.Person ? 'person' : singular(scene.knowledge, word));
  return { words: wordsBetween(scene, from, last), unit };
}

/** The things of which a share before is told: "62% (1,116) of respondents", "18% of the pupils … 40 were absent"; null when it is one of a mass or sum. */
export function sharedBy(scene: Scene, share: Figure | null): Named | null {
  if (!share?.counted) return null;
  const { first, last } = tokenSpan(scene, share.counted);
  for (let head = last - 1; head >= first; head--) {
    if (isIn(scene, head, PREPOSITION) || scene.mentionAt[head] >= 0) continue;
    const many = (posOf(scene.knowledge, scene.tokens, head) & Pos.Plural) !== 0 || listed(scene, head) === 'person';
    if (many && !(head > first && head < last - 1 && isIn(scene, head - 1, PREPOSITION))) return named(scene, { first, last, head });
  }
  return null;
}

/** The unit that words/counted.csv gives the noun; "deaths" are persons to the ledger alone. */
function listed(scene: Scene, head: number): string | null {
  const row = phraseAt(scene.knowledge, scene.text, scene.tokens, head, head + 1, Kind.Counted)?.row;
  return row && row.class !== 'anyone' && row.unit !== '' ? row.unit : null;
}
