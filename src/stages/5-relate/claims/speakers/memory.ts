import { OF, PREPOSITION, isComma, isIn, isPlainNoun, isWord, mentionEnd, type Stretch, wordsOf } from '../../../../grammar/index.js';
import { Flag, has, type Mention, type Modality, type Sentence } from '../../../../model/index.js';
import { Kind, isKind, Lexname, lexnameOf, phraseAt } from '../../../../knowledge/index.js';
import type { Attribution } from './saying.js';
import { mentionOf, type Scene } from '../scene.js';
import { isDocumentWord, type Speaker } from './sources.js';
import { hedgeOf } from '../standing/hedges.js';

export type Via = 'explicit' | 'anaphora' | 'discourse';

/** Who answers for a figure, and how the text says so. */
export interface Voice {
  readonly speaker: Speaker;
  readonly via: Via;
  /** The word of saying. */
  readonly by: string;
  /** The word of saying when it makes what is said an estimate or opinion ("believes") or hearsay ("claimed"). */
  readonly hedge: string | null;
  /** What the word of saying makes of a figure: planned ("promised"), possible ("expects"), reported ("claimed"); null when nothing. */
  readonly modality: Modality | null;
  readonly because: string;
}

/**
 * Who spoke last, so that "the same report" and "the ministry" find their speaker, and "she" a speaker without a name ("a doctor").
 * Whom of those named a pronoun means is resolved before claims are made. Filled sentence by sentence.
 */
export interface Memory {
  /** Whom "he" means where nobody named is meant; null as soon as somebody is named. */
  person: Speaker | null;
  document: Speaker | null;
  /** The body that counted something: "the survey" can be its count when no document was named. */
  counter: Speaker | null;
  /** The group or report that "it" means: the one that spoke last or begins a sentence. */
  it: Speaker | null;
  /** Who spoke last. */
  last: Speaker | null;
  /** Folded hash of a word → the body named last whose name holds it; of those `heard` only when somebody asks. */
  readonly bodies: Map<number, Speaker>;
  /** Folded hash of a role → the person whom the text called so last: "the nurse Mariana Toledo", "Ola Berg, a minister". */
  readonly officers: Map<number, Speaker>;
  /** First tokens of the bodies named since `bodies` was asked last. */
  heard: number[];
}

export const emptyMemory = (): Memory => ({
  person: null,
  document: null,
  counter: null,
  it: null,
  last: null,
  bodies: new Map(),
  officers: new Map(),
  heard: [],
});

/** The voice of an attribution; a word that points back takes the speaker remembered, with the date of that report. `keeps`: it is remembered. */
export function voiceFor(memory: Memory, scene: Scene, one: Attribution, keeps: boolean): Voice | null {
  const { speaker } = one;
  const by = `speaker "${one.by}"`;
  const manner = mannerOf(scene, one);
  // "The report, prepared by the office, says": the report told of before, now with its owner.
  if (speaker.type === 'document' && speaker.back === null && speaker.on === null && memory.document?.on && isIn(scene, one.silent.first, THE))
    return voiceFor(memory, scene, { ...one, speaker: { ...speaker, again: true, on: memory.document.on } }, keeps);
  // "“…,” she said on Monday. She added that …": what goes on is said on the same day.
  const same = speaker.on === null && speaker.id !== null && speaker.id === memory.last?.id;
  const day = same && (speaker.again || isIn(scene, one.verb, ADDING)) ? memory.last?.on : null;
  if (day) return voiceFor(memory, scene, { ...one, speaker: { ...speaker, on: day } }, keeps);
  const officer = speaker.type === 'words' && speaker.head !== 0 ? memory.officers.get(speaker.head) : undefined;
  if (officer) return voiceFor(memory, scene, { ...one, speaker: { ...officer, head: speaker.head, again: true, on: speaker.on } }, keeps);
  if (speaker.back === null) {
    if (!one.aside && keeps) remember(memory, scene, one);
    return { speaker, via: speaker.again ? 'anaphora' : 'explicit', by: one.by, ...manner, because: `${by} ${speaker.name}` };
  }
  const known =
    speaker.back === 'person'
      ? memory.person
      : speaker.back === 'group'
        ? nameless(memory.it)
        : speaker.back === 'named'
          ? bodyOf(memory, scene, speaker.head)
          : /^(?:the|that) same /i.test(speaker.name) && memory.last?.type === 'group'
            ? memory.last
            : (memory.document ?? memory.counter);
  if (known) {
    if (speaker.back === 'document' || speaker.back === 'named') memory.it = known;
    return {
      speaker: { ...known, on: speaker.on ?? known.on },
      via: 'anaphora',
      by: one.by,
      ...manner,
      because: `${by} ${speaker.name} = ${known.name}`,
    };
  }
  if (speaker.back === 'named')
    return { speaker: { ...speaker, back: null }, via: 'anaphora', by: one.by, ...manner, because: `${by} ${speaker.name}` };
  if (speaker.back !== 'document') return null;
  memory.document = { ...speaker, back: null };
  return { speaker: memory.document, via: 'anaphora', by: one.by, ...manner, because: `${by} ${speaker.name}` };
}

/** A report, or speakers told by words alone. */
const nameless = (speaker: Speaker | null): Speaker | null => (speaker && speaker.id !== null && speaker.type !== 'document' ? null : speaker);

function mannerOf(scene: Scene, { by, verb }: Attribution): Pick<Voice, 'hedge' | 'modality'> {
  const row = verb < 0 ? null : phraseAt(scene.knowledge, scene.text, scene.tokens, verb, scene.tokens.count, Kind.Modal)?.row;
  const weak = row?.modality === 'opinion' || row?.modality === 'reported';
  const modality = row?.modality === 'planned' || row?.modality === 'possible' || row?.modality === 'reported' ? row.modality : null;
  return { hedge: weak ? (row.phrase.includes(' ') ? hedgeOf(row.phrase) : by) : null, modality };
}

/** "the third report of the High Commissioner": whose a document is that the text only mentions, so far without a word of its own. */
function ownerOf(scene: Scene, token: number, sentence: Sentence): Speaker | null {
  if (!isIn(scene, token + 1, OWNING) || !isWord(scene, token) || !isDocumentWord(scene, token, token + 1)) return null;
  for (let at = token + 2; at < Math.min(sentence.last, token + 4); at++) {
    const mention = mentionOf(scene, at);
    if (mention)
      return mention.type === 'group'
        ? { id: mention.entity_id, name: mention.name, type: 'document', back: null, head: 0, again: false, on: null }
        : null;
  }
  return null;
}
const ADDING = wordsOf('added adds adding continued continues');
const OWNING = wordsOf('of by from');
const THE = wordsOf('the');

function remember(memory: Memory, scene: Scene, { speaker, silent }: Attribution): void {
  // "Officials believe …": more than one, so that "they" means them. "The minister said": he is meant by "he".
  if (speaker.type === 'person' || (speaker.type === 'words' && !speaker.name.endsWith('s')))
    memory.person = speaker.head !== 0 ? speaker : nameless(speaker);
  else memory.it = speaker;
  memory.last = speaker;
  if (speaker.type === 'document') memory.document = speaker;
  // "The UN said in a report dated …": the report is theirs when the next sentence names it.
  // "he said in an interview" opens none.
  if ((speaker.type === 'group' || (speaker.type === 'person' && !speaker.again)) && tellsOfDocument(scene, silent))
    memory.document = { ...speaker, type: 'document' };
  if (speaker.type === 'group' && isCounted(scene, silent)) memory.counter = { ...speaker, type: 'document' };
}

/** Takes note of whom a sentence of the body names: nobody nameless is "he" any longer, a group that begins it can be "the ministry". */
export function notice(memory: Memory, scene: Scene, sentence: Sentence): void {
  if (sentence.region !== 'body') return;
  for (let token = sentence.first; token < sentence.last; token++) {
    const mention = mentionOf(scene, token);
    if (!mention) {
      memory.document ??= ownerOf(scene, token, sentence);
      continue;
    }
    const named = { id: mention.entity_id, name: mention.name, back: null, head: 0, again: false, on: null };
    if (mention.type === 'person') memory.person = null;
    if (mention.type === 'person' && mention.use !== 'reference')
      for (const role of rolesOf(scene, token, mentionEnd(scene, token), sentence)) memory.officers.set(role, { ...named, type: 'person' });
    if (mention.type === 'group' && mention.use !== 'demonym' && token - sentence.first < 4 && memory.it?.id !== mention.entity_id)
      memory.it = { ...named, type: 'group' };
    const end = mentionEnd(scene, token);
    if (mention.type === 'group' && mention.use !== 'reference') memory.heard.push(token);
    token = end - 1;
  }
}

/** Folded hashes of what words beside a name say its bearer is: "the nurse [Mariana Toledo]", "[Ola Berg], a former minister,". */
function rolesOf(scene: Scene, first: number, last: number, sentence: Sentence): readonly number[] {
  const roles: number[] = [];
  const see = (token: number): void => {
    if (scene.mentionAt[token] < 0 && isKind(scene.knowledge, scene.tokens, token, Kind.Role) && isPersonal(scene, token))
      roles.push(scene.tokens.hash[token]);
  };
  if (first > sentence.first) see(first - 1);
  if (!isComma(scene, last)) return roles;
  const limit = Math.min(sentence.last, last + LONGEST_ROLE);
  let end = last + 1;
  while (end < limit && isWord(scene, end) && !isIn(scene, end, PREPOSITION)) end++;
  if (end < limit) see(end - 1);
  return roles;
}
const isPersonal = ({ knowledge, tokens }: Scene, token: number): boolean => lexnameOf(knowledge, tokens, token) === Lexname.Person;
/** Tokens behind a name and its comma in which its role is looked for. */
const LONGEST_ROLE = 7;

/** "the ministry" = "Ministry of Energy": the body named last whose name holds the word with this hash. */
function bodyOf(memory: Memory, scene: Scene, word: number): Speaker | undefined {
  for (const first of memory.heard) {
    const { entity_id, name } = mentionOf(scene, first) as Mention;
    const body: Speaker = { id: entity_id, name, type: 'group', back: null, head: 0, again: false, on: null };
    const end = mentionEnd(scene, first);
    for (let at = first; at < end; at++) memory.bodies.set(scene.tokens.hash[at], body);
  }
  memory.heard = [];
  return memory.bodies.get(word);
}

/** "Komnas HAM counted 46 incidents. The same survey …" */
const isCounted = (scene: Scene, { last }: Stretch): boolean =>
  last > 0 &&
  isWord(scene, last - 1) &&
  /tally/.test(phraseAt(scene.knowledge, scene.text, scene.tokens, last - 1, last, Kind.Source)?.row.kind ?? '');

const tellsOfDocument = (scene: Scene, { first, last }: Stretch): boolean => {
  for (let token = first; token < last; token++)
    if (isWord(scene, token) && scene.mentionAt[token] < 0 && isDocumentWord(scene, token, last) && !belongsToRole(scene, token)) return true;
  return false;
};

/** "the study’s author", "led the survey team", "author of the report": the document only tells who somebody is. */
const belongsToRole = (scene: Scene, token: number): boolean =>
  has(scene.tokens, token + 1, Flag.Possessive) ||
  isPlainNoun(scene, token + 1) ||
  (isIn(scene, token - 1, THE) && isIn(scene, token - 2, OF) && isKind(scene.knowledge, scene.tokens, token - 3, Kind.Role));
