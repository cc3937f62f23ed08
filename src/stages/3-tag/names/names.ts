import { Flag, has, type EntityType, type NameMention, type Segmented } from '../../../model/index.js';
import { Kind, ANSWERS, entityText, isKind, phraseAt, levelOf, SenseFlag, USES, type Knowledge } from '../../../knowledge/index.js';
import { agree, type Judged } from './verdicts/agreement.js';
import { overview, type Overview } from './evidence/article.js';
import type { Chunk } from './pieces/chunk.js';
import { chunksOf } from './pieces/chunks.js';
import { addPresent, conditionsHold } from './conditions.js';
import { isFirm, peopleKnowing, senseOf, senseType } from './gazetteer.js';
import { best, judge, reasons, type Judgement } from './evidence/judgement.js';
import { isOtherName } from './verdicts/other-names.js';
import { isSeenLower } from './seen-words.js';
import { openScene, written, type Scene } from './scene.js';

const NONE = ANSWERS.indexOf('none');
const GROUP = ANSWERS.indexOf('group');
const PERSON = ANSWERS.indexOf('person');
const PLACE = ANSWERS.indexOf('place');

/** Finds names of groups, persons and places, sorted by start, not overlapping; each says what spoke for it. */
export function findNames(document: Segmented, knowledge: Knowledge): readonly NameMention[] {
  const scene = openScene(document, knowledge);
  const chunks = document.sentences.flatMap((sentence) => chunksOf(scene, sentence));
  const article = overview(scene, chunks);
  const judged = chunks.map((chunk, i) => judgeChunk(scene, chunk, beside(chunk, chunks[i - 1]), beside(chunk, chunks[i + 1]), article));
  const named = agree(scene, judged);
  const present = presentEntities(scene, named);
  return named.flatMap((item) => (item.answer === NONE ? [] : [mention(scene, item, present)]));
}

/** The neighbour, when it stands in the same sentence. */
const beside = (chunk: Chunk, other: Chunk | undefined): Chunk | null => (other?.sentence === chunk.sentence ? other : null);

function judgeChunk(scene: Scene, chunk: Chunk, previous: Chunk | null, next: Chunk | null, article: Overview): Judged {
  if (isCommonNoun(scene, chunk) || isOtherName(scene, chunk)) return { chunk, judgement: SURE[NONE], answer: NONE, because: null };
  if (isAddressed(scene, chunk)) return { chunk, judgement: SURE[PERSON], answer: PERSON, because: 'rule person.honorific' };
  if (isDatelinePlace(scene, chunk)) return { chunk, judgement: SURE[PLACE], answer: PLACE, because: null };
  const plain = plainType(scene, chunk);
  if (plain >= 0) return { chunk, judgement: SURE[plain], answer: plain, because: null };
  const judgement = judge(scene, chunk, previous, next, article);
  const answer = best(judgement.scores);
  return { chunk, judgement, answer: answer === NONE ? named(scene, chunk, judgement) : answer, because: null };
}

/** People from which a town's name, in a language of its own, is heard as the town and hardly as anything else. */
const LARGE_TOWN = 100_000;

/**
 * What is some name for sure, whatever stands around it: "a Barcelona striker", as rows give the word to somebody outright or to a large town and
 * English gives it to nothing; "the Western Visayas Command", an organisation by its words with one among them that is no English. The likeliest type, or none.
 */
function named(scene: Scene, chunk: Chunk, { scores }: Judgement): number {
  const { knowledge } = scene;
  if (!isCapitalByChoice(scene, chunk)) return NONE;
  if (chunk.shape === 'organisation') return holdsForeignWord(scene, chunk) ? GROUP : NONE;
  if (chunk.shape !== 'gazetteer' || !isForeign(scene, chunk)) return NONE;
  let answer = NONE;
  for (const sense of chunk.senses) {
    if (!isFirm(knowledge, sense) && !(senseType(knowledge, sense) === 'place' && peopleKnowing(knowledge, sense) >= LARGE_TOWN)) continue;
    const type = ANSWERS.indexOf(senseType(knowledge, sense));
    if (answer === NONE || scores[type] > scores[answer]) answer = type;
  }
  return answer;
}

/** Whether no word is English, nor letters, which are short for anything. */
function isForeign({ tokens, knowledge }: Scene, { first, last }: Chunk): boolean {
  for (let token = first; token < last; token++) if (has(tokens, token, Flag.Upper) || levelOf(knowledge, tokens, token) > 0) return false;
  return true;
}

function holdsForeignWord({ tokens, knowledge }: Scene, { first, last }: Chunk): boolean {
  for (let token = first; token < last; token++)
    if ((tokens.flags[token] & (Flag.Capital | Flag.Upper)) === Flag.Capital && levelOf(knowledge, tokens, token) === 0) return true;
  return false;
}

/** "Mrs. Okonjeni": nobody but a person is addressed so, unless by the office ("Mr Speaker"). */
const isAddressed = ({ knowledge, tokens }: Scene, { first, shape, senses, titleKind }: Chunk): boolean =>
  titleKind === 'honorific' &&
  shape === 'open' &&
  senses.length === 0 &&
  !isKind(knowledge, tokens, first, Kind.Title) &&
  !isKind(knowledge, tokens, first, Kind.Role);

/** "MANILA, Feb. 12 –": what can be a place is one where an article says from where it is written. */
const isDatelinePlace = ({ sentences, knowledge }: Scene, { sentence, senses }: Chunk): boolean =>
  sentences[sentence].region === 'dateline' && senses.some((sense) => senseType(knowledge, sense) === 'place');

/** "the Government", "the Party": a capitalised common noun by itself names nobody, unless a row says so. */
function isCommonNoun(scene: Scene, chunk: Chunk): boolean {
  const { tokens, knowledge, text } = scene;
  if (chunk.title !== null || chunk.senses.some((sense) => isFirm(knowledge, sense))) return false;
  const common = phraseAt(knowledge, text, tokens, chunk.first, chunk.last, Kind.NotName);
  return common !== null && common.last === chunk.last && common.row.category === 'common';
}

/** Scores of a name that its row alone decides. */
const SURE: readonly Judgement[] = ANSWERS.map((_, answer) => ({
  scores: Float64Array.from(ANSWERS, (__, a) => (a === answer ? 6 : 0)),
  evidence: [],
}));

/** Answer of a name that a row names outright and that is neither a word nor a personal name; −1 when evidence must be weighed. */
function plainType(scene: Scene, chunk: Chunk): number {
  const { knowledge } = scene;
  let answer = -1;
  if (chunk.title === null && chunk.senses.some((sense) => isFirm(knowledge, sense) && USES[knowledge.names.use[sense]] === 'demonym')) return PLACE;
  for (const sense of chunk.senses) {
    const flags = knowledge.names.flags[sense];
    if ((flags & SenseFlag.Personal) !== 0) return -1;
    // "Google", "Shell": the capital speaks where nothing but the name can have called for it.
    if ((flags & SenseFlag.Word) !== 0 && ((flags & SenseFlag.World) !== 0 || !isCapitalByChoice(scene, chunk))) return -1;
    if (!isFirm(knowledge, sense)) continue;
    const type = ANSWERS.indexOf(senseType(knowledge, sense));
    if (answer >= 0 && answer !== type) return -1;
    answer = type;
  }
  return answer;
}

/** Whether no sentence begins here, no headline or shouted text capitalises everything, and the article never writes the word small. */
function isCapitalByChoice(scene: Scene, chunk: Chunk): boolean {
  const { flags } = scene.tokens;
  return (
    (flags[chunk.first] & (Flag.SentenceStart | Flag.Shouted)) === 0 &&
    scene.headlines[chunk.sentence] === 0 &&
    !isSeenLower(scene.seen, scene.tokens, chunk.first)
  );
}

/** Entities that the article names, for the conditions of other rows. */
function presentEntities({ knowledge }: Scene, named: readonly Judged[]): ReadonlySet<number> {
  const present = new Set<number>();
  for (const { chunk, answer } of named) if (answer !== NONE) addPresent(knowledge, chunk.senses, ANSWERS[answer] as EntityType, present);
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
