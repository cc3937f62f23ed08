import { Flag, has, type Rule } from '../../../../model/index.js';
import { ANSWERS, isKind, Kind, levelOf, saysAlso } from '../../../../knowledge/index.js';
import { keyOf } from '../evidence/article.js';
import type { Chunk } from '../pieces/chunk.js';
import { gazetteerAt, isFirm, senseType } from '../gazetteer.js';
import { best, type Judgement } from '../evidence/judgement.js';
import { listsAgree } from './lists.js';
import { isWord, sign, written, type Scene } from '../scene.js';
import { initials, isAcronymOf } from '../../../../text/index.js';

/** A piece of text with what is thought of it: `answer` is an index into ANSWERS. */
export interface Judged {
  readonly chunk: Chunk;
  readonly judgement: Judgement;
  readonly answer: number;
  /** Said instead of the evidence when the article itself decided. */
  readonly because: string | null;
  /** Readings that a rule decided for; they need no other witness. */
  readonly senses?: readonly number[];
}

const NONE = ANSWERS.indexOf('none');
const PERSON = ANSWERS.indexOf('person');
const PLACE = ANSWERS.indexOf('place');
const GROUP = ANSWERS.indexOf('group');

/** Lets all mentions of an article speak together: each rule in turn goes over what was thought of the pieces. */
export const agree = (scene: Scene, judged: readonly Judged[]): readonly Judged[] =>
  AGREEMENTS.reduce((sofar, { find }) => find(scene, sofar), judged);

export const AGREEMENTS: readonly Rule<(scene: Scene, judged: readonly Judged[]) => readonly Judged[]>[] = [
  { id: 'agree.one-sense', reads: 'all places where the same words stand are judged together', find: answersTogether },
  { id: 'agree.list', reads: 'items of a list are of one type: “Tarumbe, Bamako and Kesso”', find: listsAgree },
  { id: 'agree.acronym', reads: 'an acronym in brackets is what its full name is: “Rubber Circle (RC)”', find: acronymsIntroduced },
  {
    id: 'agree.initials',
    reads: 'letters that no row knows are the group of the article whose words begin with them: “United Divers Congress … UDC”',
    find: initialsOfGroups,
  },
  {
    id: 'agree.group-part',
    reads: 'an unlisted name that a body’s begins with, before its first word of English, is that body: “Al-Noor Relief … Al-Noor’s director”',
    find: partsOfGroups,
  },
  { id: 'agree.byname', reads: 'another name of a person or group is a person or group: “Ines Kaplon, alias Zurich”', find: bynamesTold },
  { id: 'agree.person-part', reads: 'a single word that is part of a person’s full name in the article is that person', find: partsOfPersons },
];

/** Evidence adds up over the places of a name, but ten sightings in like surroundings are not ten independent witnesses. */
function answersTogether(scene: Scene, judged: readonly Judged[]): readonly Judged[] {
  const keys = keysOf(scene, judged);
  const sums = new Map<number, { readonly scores: Float64Array; count: number }>();
  judged.forEach(({ judgement }, i) => {
    const sum = sums.get(keys[i]);
    if (!sum) sums.set(keys[i], { scores: judgement.scores.slice(), count: 1 });
    else {
      for (let a = 0; a < ANSWERS.length; a++) sum.scores[a] += judgement.scores[a];
      sum.count++;
    }
  });
  const scores = new Float64Array(ANSWERS.length);
  return judged.map((item, i) => {
    const sum = sums.get(keys[i]);
    if (sum === undefined || sum.count === 1) return item;
    for (let a = 0; a < ANSWERS.length; a++) scores[a] = item.judgement.scores[a] * OWN_SHARE + (sum.scores[a] / sum.count) * (1 - OWN_SHARE);
    const answer = best(scores);
    return answer === item.answer ? item : { ...item, answer };
  });
}

const OWN_SHARE = 0.3;
/** How much it speaks for a person that the word is the last (or first) name of a person named in full in the article. */
const PART_BONUS = 4;

const keysOf = (scene: Scene, judged: readonly Judged[]): readonly number[] => judged.map(({ chunk }) => keyOf(scene, chunk.first, chunk.last));

function partsOfPersons(scene: Scene, judged: readonly Judged[]): readonly Judged[] {
  const parts = personParts(scene, judged);
  if (parts.size === 0) return judged;
  return judged.map((item) => {
    const { chunk, answer, because, judgement } = item;
    if (answer === PERSON || because !== null || chunk.last - chunk.first > 3 || chunk.shape === 'organisation') return item;
    const full = parts.get(keyOf(scene, chunk.first, chunk.last));
    if (full === undefined || chunk.senses.some((sense) => isFirm(scene.knowledge, sense))) return item;
    if (answer === PLACE && liesIn(scene, chunk)) return item;
    if (judgement.scores[PERSON] + PART_BONUS < Math.max(...judgement.scores)) return item;
    return { ...item, answer: PERSON, because: `short form of "${full}"` };
  });
}

/** "In Gary, Indiana,": where a name lies is said behind it. */
function liesIn(scene: Scene, { first, last }: Chunk): boolean {
  if (last + 1 >= scene.tokens.count || sign(scene, last) !== COMMA || !isWord(scene, first - 1, 'in')) return false;
  const around = gazetteerAt(scene, last + 1, scene.tokens.count);
  return around?.senses.some((sense) => senseType(scene.knowledge, sense) === 'place') ?? false;
}
const COMMA = 44;

/** Words that are the surname, or the given name, of a person named in full in the article. */
function personParts(scene: Scene, judged: readonly Judged[]): ReadonlyMap<number, string> {
  const parts = new Map<number, string>();
  for (const { chunk, answer } of judged) {
    if (answer !== PERSON) continue;
    const words = wordTokens(scene, chunk);
    if (words.length < 2) continue;
    const full = scene.text.slice(scene.tokens.start[chunk.first], scene.tokens.end[chunk.last - 1]);
    const tail = words.at(-1) as number;
    for (const first of [tail, ...particleStarts(scene, chunk, tail)]) parts.set(keyOf(scene, first, chunk.last), full);
    const head = keyOf(scene, words[0], words[0] + 1);
    if (!parts.has(head)) parts.set(head, full);
  }
  return parts;
}

function acronymsIntroduced(scene: Scene, judged: readonly Judged[]): readonly Judged[] {
  const acronyms = introducedAcronyms(scene, judged);
  if (acronyms.size === 0) return judged;
  return judged.map((item) => {
    const introduced = acronyms.get(keyOf(scene, item.chunk.first, item.chunk.last));
    return introduced === undefined ? item : { ...item, answer: introduced.answer, because: `acronym of "${introduced.full}"` };
  });
}

/** Acronyms that the article introduces itself, "Full Name (FN)", with the answer for the full name. */
function introducedAcronyms(scene: Scene, judged: readonly Judged[]): ReadonlyMap<number, { readonly answer: number; readonly full: string }> {
  const found = new Map<number, { answer: number; full: string }>();
  for (let i = 1; i < judged.length; i++) {
    const { chunk } = judged[i];
    const before = judged[i - 1];
    if (chunk.sentence !== before.chunk.sentence || !isBracketed(scene, before.chunk.last, chunk)) continue;
    if (before.answer === PERSON) continue;
    const full = written(scene, before.chunk.first, before.chunk.last);
    if (!isAcronymOf(written(scene, chunk.first, chunk.last), full)) continue;
    found.set(keyOf(scene, chunk.first, chunk.last), { answer: before.answer, full });
  }
  return found;
}

function initialsOfGroups(scene: Scene, judged: readonly Judged[]): readonly Judged[] {
  const open = judged.some((item) => isOpenAcronym(scene, item));
  if (!open) return judged;
  const full = new Map<string, string>();
  for (const { chunk, answer } of judged) {
    // "Reactive Oxygen Species (ROS)" is no body: its words or a row must say so.
    const body = chunk.shape === 'organisation' || chunk.senses.some((sense) => isFirm(scene.knowledge, sense));
    if (answer !== GROUP || !body || chunk.last - chunk.first < FEWEST) continue;
    const name = written(scene, chunk.first, chunk.last);
    const letters = initials(name);
    if (letters.length >= FEWEST && !full.has(letters)) full.set(letters, name);
  }
  return judged.map((item) => {
    const name = isOpenAcronym(scene, item) ? full.get(written(scene, item.chunk.first, item.chunk.last)) : undefined;
    return name === undefined ? item : { ...item, answer: GROUP, because: `acronym of "${name}"` };
  });
}

const WHERE = ['in', 'of', 'at', 'near', 'from', 'to', 'around'];

function partsOfGroups(scene: Scene, judged: readonly Judged[]): readonly Judged[] {
  let parts: Map<number, string> | null = null;
  const { tokens, knowledge } = scene;
  for (const { chunk, answer } of judged) {
    if (answer !== GROUP || chunk.shape !== 'organisation' || chunk.senses.length > 0) continue;
    let end = chunk.first;
    while (end < chunk.last && levelOf(knowledge, tokens, end) === 0) end++;
    if (end === chunk.first || end >= chunk.last || !has(tokens, end, Flag.SpaceBefore)) continue;
    (parts ??= new Map()).set(keyOf(scene, chunk.first, end), written(scene, chunk.first, chunk.last));
  }
  if (parts === null) return judged;
  const persons = personParts(scene, judged);
  // "the Gojjam Council of Elders … the lion of Gojjam": what something is in or of may be where the body is.
  for (const { chunk } of judged) if (WHERE.some((word) => isWord(scene, chunk.first - 1, word))) parts.delete(keyOf(scene, chunk.first, chunk.last));
  return judged.map((item) => {
    const { chunk, answer, because } = item;
    if (answer === GROUP || because !== null || chunk.shape !== 'open' || chunk.title !== null || chunk.senses.length > 0) return item;
    // "Emil Touma", after whom an institute is called, is nevertheless a person.
    if (isKind(knowledge, tokens, chunk.first, Kind.GivenName) && !isKind(knowledge, tokens, chunk.first, Kind.Particle)) return item;
    const key = keyOf(scene, chunk.first, chunk.last);
    const full = parts.get(key);
    return full === undefined || persons.has(key) ? item : { ...item, answer: GROUP, because: `short form of "${full}"` };
  });
}

/** Letters of an acronym at least that tell a name by its initials. */
const FEWEST = 3;

const isOpenAcronym = ({ tokens, knowledge }: Scene, { chunk, because }: Judged): boolean =>
  because === null &&
  chunk.last - chunk.first === 1 &&
  chunk.title === null &&
  (tokens.flags[chunk.first] & (Flag.Upper | Flag.Shouted)) === Flag.Upper &&
  tokens.end[chunk.first] - tokens.start[chunk.first] >= FEWEST &&
  !chunk.senses.some((sense) => isFirm(knowledge, sense));

/** "Full Name (FN)", "Full Name, FN,", "Full Name, or FN,": what stands between a name and its acronym. */
function isBracketed(scene: Scene, from: number, { first, last }: Chunk): boolean {
  if (first - from === 1 && sign(scene, from) === 40) return true;
  if (sign(scene, from) !== 44 || last >= scene.tokens.count || sign(scene, last) !== 44) return false;
  return first - from === 1 || (isWord(scene, from + 1, 'or') && first - from <= 3);
}

/** Whether "of" or "from" governs the name, or the one that its bracket repeats. */
function isOwned(scene: Scene, judged: readonly Judged[], i: number): boolean {
  const { first } = judged[i].chunk;
  const named = i > 0 && sign(scene, first - 1) === 40 && judged[i - 1].chunk.last === first - 1 ? judged[i - 1].chunk.first : first;
  const at = isWord(scene, named - 1, 'the') ? named - 2 : named - 1;
  return isWord(scene, at, 'of') || isWord(scene, at, 'from');
}

function bynamesTold(scene: Scene, judged: readonly Judged[]): readonly Judged[] {
  const told = [...judged];
  const bynames = new Map<number, Judged>();
  for (let i = 1; i < told.length; i++) {
    const [before, { chunk, answer }] = [told[i - 1], told[i]];
    if (before.answer === NONE || before.answer === PLACE || answer === before.answer || chunk.sentence !== before.chunk.sentence) continue;
    const full = written(scene, before.chunk.first, before.chunk.last);
    const between = scene.text.slice(scene.tokens.end[before.chunk.last - 1], scene.tokens.start[chunk.first]);
    // "a figure of the Salt Front, known as Ines": who belongs to a group has another name than it.
    if (before.answer === GROUP && isOwned(scene, told, i - 1)) continue;
    if (!saysAlso(scene.knowledge.lexicon, between)) continue;
    told[i] = { ...told[i], answer: before.answer, because: `byname of "${full}"` };
    bynames.set(keyOf(scene, chunk.first, chunk.last), told[i]);
  }
  if (bynames.size === 0) return told;
  // What is a byname once is one wherever it stands: "known as Økokrim … the Økokrim prosecutor".
  return told.map((item) => {
    const byname = bynames.get(keyOf(scene, item.chunk.first, item.chunk.last));
    return byname === undefined || item.answer === NONE || item.because !== null || item.chunk.senses.some((sense) => isFirm(scene.knowledge, sense))
      ? item
      : { ...item, answer: byname.answer, because: byname.because };
  });
}

/** "bin Laden", "al-Zawahiri": the surname with the particles before it. */
function particleStarts(scene: Scene, chunk: Chunk, tail: number): number[] {
  const starts: number[] = [];
  for (let token = tail - 1; token > chunk.first; token--) {
    const c = scene.text.charCodeAt(scene.tokens.start[token]);
    if (c >= 65 && c <= 90 && scene.tokens.end[token] - scene.tokens.start[token] > 3) break;
    starts.push(token);
  }
  return starts;
}

function wordTokens(scene: Scene, chunk: Chunk): number[] {
  const words: number[] = [];
  for (let token = chunk.first; token < chunk.last; token++) if (scene.tokens.end[token] - scene.tokens.start[token] > 1) words.push(token);
  return words;
}
