import { Flag, has, type PronounMention, type Tagged } from '../../../model/index.js';
import { Kind, isKind, Pos, posOf, type Knowledge } from '../../../knowledge/index.js';
import { SUBORDINATOR } from '../../../grammar/index.js';
import { holds } from '../../../text/index.js';
import type { Identity } from '../names/identities.js';
import type { Manners } from './manners.js';
import { nounPhrases } from './noun-phrases.js';
import type { Antecedent, NounPhrase } from './phrase.js';
import { quotedBehind } from './sentence-words.js';

/** What is known of an article while its pronouns are resolved one after the other. */
export interface Scene {
  readonly document: Tagged;
  readonly knowledge: Knowledge;
  readonly antecedents: readonly Antecedent[];
  readonly manners: Manners;
  readonly read: Map<number, readonly NounPhrase[]>;
  /** Token of a pronoun → whom it was found to mean. */
  readonly understood: Map<number, Identity>;
  /** The sentence in which the pronoun stands that was understood last; far below 0 when none was. */
  readonly latest: { sentence: number };
}

/** How many sentences of its paragraph a pronoun looks back. */
export const BACK = 3;
/** Sentences and words of a paragraph before a place that are looked through to know whether it lies inside a quotation. */
const QUOTED_BACK = 8;
const QUOTED_FAR = 400;
/** So many names before a pronoun are asked whether it pays to read on. */
const NAMES_BACK = 40;

/** The noun phrases of a sentence, read once. */
export function phrasesOf(scene: Scene, index: number): readonly NounPhrase[] {
  let phrases = scene.read.get(index);
  if (!phrases) {
    const { document, knowledge, antecedents } = scene;
    const sentence = document.sentences[index];
    phrases = nounPhrases(document, knowledge, sentence, antecedents, firstIn(antecedents, index), isInsideQuotes(document, index, sentence.first));
    scene.read.set(index, phrases);
  }
  return phrases;
}

/** Whether a token of sentence `index` lies inside a quotation that opened before it in its paragraph. */
function isInsideQuotes({ sentences, tokens, text }: Tagged, index: number, at: number): boolean {
  let from = index;
  while (from > 0 && index - from < QUOTED_BACK && sentences[from - 1].paragraph === sentences[index].paragraph) from--;
  let open = false;
  for (let token = Math.max(sentences[from].first, at - QUOTED_FAR); token < at; token++)
    if (has(tokens, token, Flag.Punctuation)) open = quotedBehind(text[tokens.start[token]], open);
  return open;
}

/** Whether a name or reference that `could` be meant, or a pronoun understood before, stands near enough that it pays to read on. */
export function isNear(
  { antecedents, latest }: Scene,
  { sentence, token }: PronounMention,
  back: number,
  could: (one: Antecedent) => boolean,
): boolean {
  if (latest.sentence >= sentence - back) return true;
  const last = firstIn(antecedents, sentence + 1) - 1;
  for (let i = last; i >= 0 && i > last - NAMES_BACK && antecedents[i].sentence >= sentence - back; i--)
    if (antecedents[i].first < token && could(antecedents[i])) return true;
  return false;
}

/** Number of the first antecedent of a sentence: binary search. */
function firstIn(antecedents: readonly Antecedent[], sentence: number): number {
  let low = 0;
  let high = antecedents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (antecedents[middle].sentence < sentence) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The entity that a phrase means, also by a pronoun understood before; null when none. */
export const identityOf = (scene: Scene, phrase: NounPhrase): Identity | null =>
  phrase.means?.identity ?? (phrase.sort === 'pronoun' ? (scene.understood.get(phrase.first) ?? null) : null);

/** The sentences that a pronoun looks back to, its own first: those of its paragraph, else the end of the paragraph before. */
export function* lookBack({ document: { sentences } }: Scene, { sentence }: PronounMention): Iterable<number> {
  yield sentence;
  const { paragraph } = sentences[sentence];
  let s = sentence - 1;
  for (; s >= 0 && sentence - s <= BACK && sentences[s].paragraph === paragraph; s--) yield s;
  if (s === sentence - 1 && s >= 0 && sentences[s].region === 'body') yield s;
}

/** Whether the pronoun stands in quoted words. */
export const isQuoted = ({ document }: Scene, { token, sentence }: PronounMention): boolean => isInsideQuotes(document, sentence, token);

/** "she said", "he also told": the pronoun is the subject of a verb of saying. */
export function isSpeaking({ document, knowledge }: Scene, { token, sentence, case: at }: PronounMention): boolean {
  if (at !== 'subject') return false;
  const next = behindAdverbs(document, knowledge, token + 1, document.sentences[sentence].last);
  return isKind(knowledge, document.tokens, next, Kind.Reporting);
}

/** First token from `token` on that is no adverb. */
export function behindAdverbs({ tokens }: Tagged, knowledge: Knowledge, token: number, last: number): number {
  while (token < last && (posOf(knowledge, tokens, token) & (Pos.Adverb | Pos.Verb)) === Pos.Adverb) token++;
  return Math.min(token, last - 1);
}

/** The one of which all are; null when there are several or none. */
export const only = (list: readonly { readonly identity: Identity }[]): Identity | null =>
  list.length > 0 && list.every(({ identity }) => identity.id === list[0].identity.id) ? list[0].identity : null;

/** Whether a subordinate clause begins between a phrase and the pronoun. */
export function opensClause({ document: { tokens } }: Scene, { last }: NounPhrase, { token }: PronounMention): boolean {
  for (let at = last; at < token; at++) if (holds(SUBORDINATOR, tokens.hash[at])) return true;
  return false;
}
