import type { Figure, Sentence } from '../../../model/index.js';
import { attributionsOf, type Attribution } from './attributions.js';
import { isQuote, isWord } from './grammar.js';
import { isIn, mentionEnd, mentionOf, signAt, wordsOf, type Scene, type Stretch } from './scene.js';
import { isDocumentWord, type Speaker } from './sources.js';

export type Via = 'explicit' | 'anaphora' | 'discourse';

/** Who answers for a figure, and how the text says so. */
export interface Voice {
  readonly speaker: Speaker;
  readonly via: Via;
  /** The word of saying. */
  readonly by: string;
  readonly because: string;
}

/** What one sentence says of speakers. */
export interface Scope {
  readonly voices: readonly { readonly covers: Stretch; readonly silent: Stretch; readonly voice: Voice; readonly trailing: boolean }[];
  /** Who goes on speaking in this sentence where no words of its own say otherwise. */
  readonly carried: Voice | null;
  /** Quoted stretches. */
  readonly quotes: readonly Stretch[];
}

const GIVEN = wordsOf('given provided supplied compiled released');
const STATED = wordsOf('stated noted indicated specified mentioned');

/** A longer "sentence" is a table without stops: nobody speaks in it. */
const LONGEST_SENTENCE = 600;

/** Reads the article once from top to bottom and tells for each sentence who speaks in it. */
export function scopesOf(scene: Scene): readonly Scope[] {
  const { sentences } = scene.document;
  const memory: Memory = { person: null, document: null, it: null };
  const interview = interviewee(scene);
  let general: Voice | null = null;
  const scopes: Scope[] = [];
  let paragraph = -1;
  let last: Voice | null = null;
  let open = false;
  /** First sentence of a quotation that has not been given a speaker yet. */
  let waiting = -1;
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph;
      if (!isListed(scene, sentence.index)) last = null;
      open = false;
      waiting = -1;
    }
    const found = sentence.last - sentence.first > LONGEST_SENTENCE ? [] : attributionsOf(scene, sentence);
    const { quotes, endsOpen } = quotesOf(scene, sentence, open);
    const voices = found
      .map((one) => ({
        covers: one.covers,
        silent: one.silent,
        trailing: one.trailing,
        voice: voiceFor(memory, scene, one, sentence.region === 'body'),
      }))
      .filter((one) => one.voice !== null) as Scope['voices'][number][];
    const quoted = quotes.length > 0 && quotes[0].first <= sentence.first + 1;
    let carried: Voice | null = last === null ? null : { speaker: last.speaker, via: 'discourse', by: '', because: `${last.because}, carried on` };
    if (carried && !quoted && !open && !carriesOn(scene, sentence, last as Voice)) carried = null;
    if (voices.length === 0 && quoted && !open && endsOpen) waiting = sentence.index;
    else if (voices.length === 0 && quoted && (last === null || waiting >= 0) && (endsOpen || waiting >= 0))
      waiting = waiting < 0 ? sentence.index : waiting;
    if (general && !carried) carried = general;
    if (interview && voices.length === 0 && !carried && sentence.index > interview.from && sentence.region === 'body') carried = interview.voice;
    scopes.push({ voices, carried, quotes });
    const trailing = voices.find((one) => one.trailing) ?? voices[0];
    if (waiting >= 0 && trailing) {
      for (let s = waiting; s < sentence.index; s++)
        scopes[s] = { ...scopes[s], carried: { ...trailing.voice, via: trailing.voice.via === 'anaphora' ? 'anaphora' : 'discourse' } };
      waiting = -1;
    }
    const main = found.filter((one) => !one.aside);
    if (voices.length > 0 && main.length === 0) last = carried;
    else if (voices.length > 0) last = voices[voices.length - 1].voice;
    else if (carried === null && !quoted) last = null;
    general = generalVoice(scene, sentence, found) ?? general;
    notice(memory, scene, sentence);
    open = endsOpen;
  }
  return scopes;
}

/** Whether the sentence is an item of a list that a sentence ending in a colon opened. */
export function isListed(scene: Scene, sentence: number): boolean {
  return opener(scene, sentence) >= 0;
}

/** The sentence ending in ":" that opened the list of which this sentence is an item, at most twenty items above; −1 when none. */
export function opener(scene: Scene, sentence: number): number {
  const { sentences } = scene.document;
  if (!isItem(scene, sentence)) return -1;
  for (let s = sentence - 1; s >= 0 && s > sentence - 20; s--) {
    if (signAt(scene, sentences[s].last - 1) === ':') return s;
    if (!isItem(scene, s)) return -1;
  }
  return -1;
}

function isItem(scene: Scene, sentence: number): boolean {
  const { first, last } = scene.document.sentences[sentence];
  const sign = signAt(scene, first);
  return (sign !== '' && '•-–—*·▪'.includes(sign)) || signAt(scene, last - 1) === ';';
}

/** Who was named last, so that "he" and "the same report" find their speaker. Filled sentence by sentence. */
interface Memory {
  person: Speaker | null;
  document: Speaker | null;
  /** The group or report that "it" means: the one that spoke last or begins a sentence. */
  it: Speaker | null;
}

/** The voice of an attribution; a word that points back takes the speaker remembered, with the date of that report. `keeps`: it is remembered. */
function voiceFor(memory: Memory, scene: Scene, one: Attribution, keeps: boolean): Voice | null {
  const { speaker } = one;
  const by = `speaker "${one.by}"`;
  if (speaker.back === null) {
    if (!one.aside && keeps) remember(memory, scene, one);
    return { speaker, via: 'explicit', by: one.by, because: `${by} ${speaker.name}` };
  }
  const known = speaker.back === 'person' ? memory.person : speaker.back === 'group' ? memory.it : memory.document;
  if (known) {
    if (speaker.back === 'document') memory.it = known;
    return { speaker: { ...known, on: speaker.on ?? known.on }, via: 'anaphora', by: one.by, because: `${by} ${speaker.name} = ${known.name}` };
  }
  if (speaker.back !== 'document') return null;
  memory.document = { ...speaker, back: null };
  return { speaker: memory.document, via: 'anaphora', by: one.by, because: `${by} ${speaker.name}` };
}

function remember(memory: Memory, scene: Scene, { speaker, silent }: Attribution): void {
  if (speaker.type === 'person' || speaker.type === 'words') memory.person = speaker;
  else memory.it = speaker;
  if (speaker.type === 'document') memory.document = speaker;
  // "The UN said in a report dated …": the report is theirs when the next sentence names it.
  if (speaker.type === 'group' && tellsOfDocument(scene, silent)) memory.document = { ...speaker, type: 'document' };
}

/** The first person named in a sentence can be "he" in the next, a group that begins one can be "it". */
function notice(memory: Memory, scene: Scene, sentence: Sentence): void {
  if (sentence.region !== 'body') return;
  let first = true;
  for (let token = sentence.first; token < sentence.last; token++) {
    const mention = mentionOf(scene, token);
    if (!mention) continue;
    const named = { id: mention.entity_id, name: mention.name, back: null, on: null };
    if (mention.type === 'person' && first) {
      if (memory.person?.id !== mention.entity_id) memory.person = { ...named, type: 'person' };
      first = false;
    }
    if (mention.type === 'group' && mention.use !== 'demonym' && token - sentence.first < 4 && memory.it?.id !== mention.entity_id)
      memory.it = { ...named, type: 'group' };
    token = mentionEnd(scene, token) - 1;
  }
}

const tellsOfDocument = (scene: Scene, { first, last }: Stretch): boolean => {
  for (let token = first; token < last; token++)
    if (isWord(scene, token) && scene.mentionAt[token] < 0 && isDocumentWord(scene, token, last)) return true;
  return false;
};

/**
 * A sentence without a speaker of its own goes on with the named speaker before it, unless it begins with a name.
 */
function carriesOn(scene: Scene, sentence: Sentence, voice: Voice): boolean {
  if (voice.speaker.type === 'words' || voice.speaker.type === 'place') return false;
  for (let token = sentence.first; token < Math.min(sentence.last, sentence.first + 6); token++) {
    const mention = mentionOf(scene, token);
    if (mention) return mention.use === 'reference' && mention.type === 'group';
    if (signAt(scene, token) === ',') return true;
  }
  return true;
}

function quotesOf(scene: Scene, sentence: Sentence, open: boolean): { readonly quotes: readonly Stretch[]; readonly endsOpen: boolean } {
  const quotes: Stretch[] = [];
  let first = open ? sentence.first : -1;
  for (let token = sentence.first; token < sentence.last; token++) {
    if (!isQuote(scene, token)) continue;
    const sign = signAt(scene, token);
    const opens = sign === '“' || sign === '«' ? true : sign === '”' || sign === '»' ? false : first < 0;
    if (opens && first < 0) first = token + 1;
    else if (!opens && first >= 0) {
      quotes.push({ first, last: token });
      first = -1;
    }
  }
  if (first >= 0) quotes.push({ first, last: sentence.last });
  return { quotes, endsOpen: first >= 0 };
}

/** "Unless stated otherwise, figures were given by Captain X on Sunday": who answers for everything that follows. */
function generalVoice(scene: Scene, sentence: Sentence, found: readonly Attribution[]): Voice | null {
  if (found.length > 0 && found[0].speaker.back !== null) return null;
  let given = -1;
  let stated = false;
  for (let token = sentence.first; token < sentence.last; token++) {
    if (isIn(scene, token, STATED)) stated = true;
    if (isIn(scene, token, GIVEN) && isIn(scene, token + 1, BY_WORD)) given = token + 2;
  }
  if (given < 0 || !(stated || isDocumentWord(scene, sentence.first, sentence.last) || isIn(scene, sentence.first, ALL))) return null;
  let on: string | null = null;
  let speaker: Speaker | null = null;
  for (let token = given; token < sentence.last; token++) {
    const mention = mentionOf(scene, token);
    if (mention && mention.type !== 'place' && (!speaker || (speaker.type !== 'person' && mention.type === 'person')))
      speaker = { id: mention.entity_id, name: mention.name, type: mention.type, back: null, on: null };
    const date = scene.dateAt[token] >= 0 ? scene.document.dates[scene.dateAt[token]] : null;
    if (date && /^\d{4}-\d\d(-\d\d)?$/.test(date.timex)) on = date.timex;
  }
  return speaker ? { speaker: { ...speaker, on }, via: 'discourse', by: '', because: `speaker of all figures ${speaker.name}` } : null;
}
const BY_WORD = wordsOf('by');
const ALL = wordsOf('all the figures numbers');

/** In an interview (several paragraphs are nothing but a question) the person introduced before the first question speaks. */
function interviewee(scene: Scene): { readonly from: number; readonly voice: Voice } | null {
  const { sentences, mentions } = scene.document;
  let questions = 0;
  let from = -1;
  for (let s = 0; s < sentences.length; s++) {
    const sentence = sentences[s];
    const alone = sentences[s - 1]?.paragraph !== sentence.paragraph && sentences[s + 1]?.paragraph !== sentence.paragraph;
    if (!alone || sentence.region !== 'body' || signAt(scene, sentence.last - 1) !== '?') continue;
    questions++;
    if (from < 0) from = s;
  }
  if (questions < 3 || from < 0) return null;
  let personal = 0;
  for (let s = from; s < sentences.length; s++)
    for (let token = sentences[s].first; token < sentences[s].last; token++) if (isWord(scene, token) && isIn(scene, token, FIRST_PERSON)) personal++;
  const person = mentions.find(
    (mention) =>
      mention.type === 'person' &&
      mention.use === 'name' &&
      mention.sentence < from &&
      sentences[mention.sentence]?.region === 'body' &&
      !/\bby\s+$/i.test(scene.text.slice(Math.max(0, mention.start - 4), mention.start)),
  );
  if (personal < 4 || !person) return null;
  return {
    from,
    voice: {
      speaker: { id: person.entity_id, name: person.name, type: 'person', back: null, on: null },
      via: 'discourse',
      by: '',
      because: `speaker interviewed ${person.name}`,
    },
  };
}
const FIRST_PERSON = wordsOf('i we my our me us');

/** Who answers for the figure; null when nobody is named. */
export function voiceOf(scope: Scope, figure: Figure): Voice | null {
  let best: Scope['voices'][number] | null = null;
  for (const one of scope.voices) {
    if (figure.first >= one.silent.first && figure.first < one.silent.last) {
      // An age or a number in the words about the speaker is the writer's own.
      return one.voice.speaker.type === 'document' && figure.kind !== 'age' ? one.voice : null;
    }
    if (figure.first < one.covers.first || figure.first >= one.covers.last) continue;
    if (!best || one.covers.last - one.covers.first < best.covers.last - best.covers.first) best = one;
  }
  if (best) return best.voice;
  if (scope.voices.length > 0) {
    const first = scope.voices[0];
    if (figure.first < first.silent.first && scope.carried && scope.quotes.some((quote) => quote.first <= figure.first && figure.first < quote.last))
      return scope.carried;
    return null;
  }
  return scope.carried;
}
