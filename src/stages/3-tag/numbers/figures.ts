import type { ClauseList } from '../../../grammar/index.js';
import type { Knowledge } from '../../../knowledge/index.js';
import type { Clauses, Figure, NameMention, Segmented, Sentence, Tagged, TimeExpression } from '../../../model/index.js';
import { numeralsOf } from './beginnings.js';
import { draftOf, type Draft } from './draft.js';
import { figuresOf } from './figure.js';
import type { Numeral } from './forms/numeral.js';
import type { Line } from './line.js';
import { settleCurrencies } from './measures/homes.js';
import { readMeasure } from './measures/measures.js';
import { clauseReader } from './reader.js';
import { refusalOf, refuse } from './refusals/refusals.js';
import { rolesOf } from './roles.js';
import { classesOf, isWord, type Refusal, type Scene } from './scene.js';
import { STEPS } from './steps.js';
import { CLOSING, OPENING } from './words.js';

export type { Refusal } from './scene.js';

/** The figures of a document and the clauses of the sentences that hold them. */
export interface Figures {
  readonly figures: readonly Figure[];
  readonly clauses: Clauses;
}

/**
 * Finds every number of each document that says how much or how many, sorted by start; never inside a name or a date. Each step goes
 * through all sentences before the next begins (see pipeline.ts).
 */
export function findFigures(
  documents: readonly Segmented[],
  knowledge: Knowledge,
  names: readonly (readonly NameMention[])[],
  times: readonly (readonly TimeExpression[])[],
  refused: Refusal[] | null = null,
): readonly Figures[] {
  const articles = documents.map((document, i) => openArticle(document, knowledge, names[i], times[i], refused));
  for (const step of STEPS) for (const { lines } of articles) for (const line of lines) step(line);
  return articles.map((article, i) => ({
    figures: settleCurrencies(figuresOf(article.lines), names[i], knowledge),
    clauses: article.clauses,
  }));
}

/** The numbers of an article that are no claims, each with the rule that says why. */
export function refusedNumbers(document: Tagged, knowledge: Knowledge): readonly Refusal[] {
  const refused: Refusal[] = [];
  findFigures([document], knowledge, [document.names], [document.times], refused);
  return refused;
}

function openArticle(
  { text, tokens, sentences }: Segmented,
  knowledge: Knowledge,
  names: readonly NameMention[],
  times: readonly TimeExpression[],
  refused: Refusal[] | null,
): { readonly scene: Scene; readonly clauses: Clauses; readonly lines: readonly Line[] } {
  const clauses: ClauseList = { from: [], states: [] };
  const scene: Scene = {
    text,
    tokens,
    knowledge,
    names,
    times,
    nameAt: ownersOf(tokens.count, names),
    timeAt: ownersOf(tokens.count, times),
    classes: classesOf(knowledge),
    roles: rolesOf(knowledge),
    clauses,
    refused,
    wordBits: NO_BITS,
    first: 0,
    limit: 0,
    value: 0,
    phrase: null,
    captures: {},
  };
  const reader = clauseReader(scene, clauses);
  const lines: Line[] = [];
  for (const sentence of sentences) {
    const drafts = draftsOf(scene, sentence);
    if (drafts.length > 0) lines.push({ scene, sentence, reader, drafts, counting: new Set(), previous: lines.at(-1) ?? null });
  }
  return { scene, clauses, lines };
}

/** No class of the number shapes is told by bits. */
const NO_BITS = new Int32Array(0);

function ownersOf(count: number, mentions: readonly { readonly first: number; readonly last: number }[]): Int32Array {
  const owners = new Int32Array(count + 1).fill(-1);
  for (let i = 0; i < mentions.length; i++) {
    const { first, last } = mentions[i];
    for (let at = first; at < last; at++) owners[at] = i;
  }
  return owners;
}

/** The numbers of a sentence with their units, without those that are no claims. */
function draftsOf(scene: Scene, { first, last }: Sentence): Draft[] {
  const drafts: Draft[] = [];
  for (const numeral of numeralsOf(scene, first, last)) {
    const earlier = drafts.at(-1);
    // Coins and scales read with the number before ("20 rupees 43"), and the same number again in brackets ("forty-five (45)").
    if (earlier && (numeral.first < earlier.bodyLast || repeats(scene, earlier, numeral))) continue;
    const draft = draftOf(numeral);
    readMeasure(scene, draft, first, last);
    const refusal = refusalOf(scene, draft, first, last);
    if (refusal === null) drafts.push(draft);
    else refuse(scene, refusal, draft.first, draft.last);
  }
  return drafts;
}

const repeats = (scene: Scene, earlier: Draft, numeral: Numeral): boolean =>
  numeral.first - earlier.numeral.last === 1 &&
  isWord(scene, numeral.first - 1, OPENING) &&
  numeral.value === earlier.value &&
  earlier.unit === null &&
  isWord(scene, numeral.last, CLOSING);
