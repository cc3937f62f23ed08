import type { EntityType, NameMention, Segmented } from '../../../model/index.js';
import { ANSWERS, entityText, type Knowledge } from '../../../knowledge/index.js';
import { agree, type Judged } from './verdicts/agreement.js';
import { overview, type Overview } from './evidence/article.js';
import type { Chunk } from './pieces/chunk.js';
import { cutSentence } from './pieces/chunks.js';
import { addPresent, conditionsHold } from './conditions.js';
import { senseOf, senseType } from './gazetteer.js';
import { best, judge, reasons, type Judgement } from './evidence/judgement.js';
import { nameForSure } from './verdicts/certain.js';
import { OUTRIGHT } from './verdicts/outright.js';
import { openScene, written, type Scene } from './scene.js';

const NONE = ANSWERS.indexOf('none');

/**
 * Finds names of groups, persons and places in each document, sorted by start, not overlapping; each says what spoke for it. All documents
 * are cut into pieces before any piece is judged (see pipeline.ts).
 */
export function findNames(documents: readonly Segmented[], knowledge: Knowledge): readonly (readonly NameMention[])[] {
  const scenes = documents.map((document) => openScene(document, knowledge));
  const pieces = scenes.map(piecesOf);
  const judged = pieces.map((chunks, i) => judgeChunks(scenes[i], chunks));
  return judged.map((items, i) => mentionsOf(scenes[i], agree(scenes[i], items)));
}

function piecesOf(scene: Scene): readonly Chunk[] {
  const pieces: Chunk[] = [];
  for (const sentence of scene.sentences) cutSentence(scene, sentence, pieces);
  return pieces;
}

function judgeChunks(scene: Scene, chunks: readonly Chunk[]): readonly Judged[] {
  const article = overview(scene, chunks);
  return chunks.map((chunk, i) => judgeChunk(scene, chunk, beside(chunk, chunks[i - 1]), beside(chunk, chunks[i + 1]), article));
}

function mentionsOf(scene: Scene, named: readonly Judged[]): readonly NameMention[] {
  const present = presentEntities(scene, named);
  return named.filter(({ answer }) => answer !== NONE).map((item) => mention(scene, item, present));
}

/** The neighbour, when it stands in the same sentence. */
const beside = (chunk: Chunk, other: Chunk | undefined): Chunk | null => (other?.sentence === chunk.sentence ? other : null);

function judgeChunk(scene: Scene, chunk: Chunk, previous: Chunk | null, next: Chunk | null, article: Overview): Judged {
  for (const { find } of OUTRIGHT) {
    const verdict = find(scene, chunk);
    if (verdict !== null) return { chunk, judgement: SURE[verdict.answer], ...verdict };
  }
  const judgement = judge(scene, chunk, previous, next, article);
  const answer = best(judgement.scores);
  return { chunk, judgement, answer: answer === NONE ? nameForSure(scene, chunk, judgement) : answer, because: null };
}

/** Scores of a name that one rule alone decides. */
const SURE: readonly Judgement[] = ANSWERS.map((_, answer) => ({
  scores: Float64Array.from(ANSWERS, (__, a) => (a === answer ? 6 : 0)),
  evidence: [],
}));

/** Entities that the article names, for the conditions of other rows. */
function presentEntities({ knowledge }: Scene, named: readonly Judged[]): ReadonlySet<number> {
  const present = new Set<number>();
  for (const { chunk, answer, senses } of named) {
    if (answer === NONE) continue;
    addPresent(knowledge, chunk.senses, ANSWERS[answer] as EntityType, present);
    if (senses !== undefined) for (const sense of senses) present.add(knowledge.names.entity[sense]);
  }
  return present;
}

function mention(scene: Scene, item: Judged, present: ReadonlySet<number>): NameMention {
  const { chunk, judgement, answer } = item;
  const { tokens, knowledge } = scene;
  const type = ANSWERS[answer] as EntityType;
  const readings = chunk.senses.filter((sense) => senseType(knowledge, sense) === type && conditionsHold(knowledge, sense, present));
  const listed = readings[0];
  const because =
    item.because ??
    (listed !== undefined
      ? `alias ${entityText(knowledge.entities, knowledge.names.entity[listed]).id} "${written(scene, chunk.first, chunk.last)}"`
      : chunk.because === 'rule context' || chunk.because === ''
        ? `rule ${type}.context (${reasons(knowledge.weights, judgement.evidence, answer)})`
        : chunk.because);
  return {
    start: tokens.start[chunk.first],
    end: tokens.end[chunk.last - 1],
    first: chunk.first,
    last: chunk.last,
    sentence: chunk.sentence,
    type,
    senses: readings.map((sense) => senseOf(knowledge, sense)),
    kind: chunk.kind,
    role: chunk.title,
    because,
  };
}
