import {
  ADVERB,
  AND,
  ARTICLE,
  BE,
  PREPOSITION,
  PRONOUN_GROUP,
  isComma,
  isIn,
  isQuote,
  signAt,
  type Stretch,
  wordsOf,
} from '../../../../grammar/index.js';
import type { Figure, Sentence } from '../../../../model/index.js';
import { attributionsOf } from './attributions.js';
import type { Attribution } from './saying.js';
import { generalVoice } from './governing.js';
import { isListed } from '../links/lists.js';
import { emptyMemory, type Memory, notice, type Voice, voiceFor } from './memory.js';
import { meantBy, mentionOf, type Scene } from '../scene.js';
import type { Speaker } from './sources.js';
import { HEADING } from './verbless.js';
import { floorOf } from './turns.js';

/** What one sentence says of speakers. */
export interface Scope {
  readonly voices: readonly { readonly covers: Stretch; readonly silent: Stretch; readonly voice: Voice; readonly trailing: boolean }[];
  /** Who goes on speaking in this sentence where no words of its own say otherwise. */
  readonly carried: Voice | null;
  /** Quoted stretches. */
  readonly quotes: readonly Stretch[];
  /** Who has the floor in an interview or transcript. */
  readonly speaking: Voice | null;
}

/** A longer "sentence" is a table without stops: nobody speaks in it. */
const LONGEST_SENTENCE = 600;

/** Reads the article once from top to bottom and tells for each sentence who speaks in it. */
export function scopesOf(scene: Scene): readonly Scope[] {
  const { sentences } = scene.document;
  const memory = emptyMemory();
  const floor = floorOf(scene);
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
    const voices = voicesOf(scene, sentence, found, quotes, memory, general);
    const quoted = quotes.length > 0 && quotes[0].first <= sentence.first + 1;
    let carried: Voice | null =
      last === null ? null : { speaker: last.speaker, via: 'discourse', by: '', hedge: null, modality: null, because: `${last.because}, carried on` };
    if (carried && !quoted && !open && !carriesOn(scene, sentence, last as Voice)) carried = null;
    if (voices.length === 0 && quoted && !open && endsOpen) waiting = sentence.index;
    else if (voices.length === 0 && quoted && (last === null || waiting >= 0) && (endsOpen || waiting >= 0))
      waiting = waiting < 0 ? sentence.index : waiting;
    if (general && !carried) carried = general;
    const speaking = floor?.[sentence.index] ?? null;
    if (voices.length === 0) carried ??= speaking;
    scopes.push({ voices, carried, quotes, speaking });
    const trailing = voices.find((one) => one.trailing) ?? voices[0];
    if (waiting >= 0 && trailing) {
      for (let s = waiting; s < sentence.index; s++) scopes[s] = { ...scopes[s], carried: { ...trailing.voice, via: 'discourse' } };
      waiting = -1;
    }
    const main = found.filter((one) => !one.aside);
    if (voices.length > 0 && main.length === 0) last = carried;
    // "Minister: 50,000 homes": a headline's speaker has said what stands behind his colon and no more.
    else if (voices.length > 0) last = voices[voices.length - 1].voice.by === HEADING ? null : voices[voices.length - 1].voice;
    else if (carried === null && !quoted) last = null;
    general = generalVoice(scene, sentence, found) ?? general;
    notice(memory, scene, sentence);
    open = endsOpen;
  }
  return scopes;
}

/** The voices of a sentence; "“they told us that 300 would come”": whom a pronoun inside a quotation means, only its speaker knows. */
function voicesOf(
  scene: Scene,
  sentence: Sentence,
  found: readonly Attribution[],
  quotes: readonly Stretch[],
  memory: Memory,
  general: Voice | null,
): Scope['voices'] {
  const voices: Scope['voices'][number][] = [];
  for (const one of found) {
    const { covers, silent, trailing } = one;
    if (!trailing && isPronoun(one) && quotes.some((quote) => quote.first <= silent.first && silent.last <= quote.last)) continue;
    const before = voices.at(-1);
    // "Doctors said they had admitted six": nobody else was named.
    const told =
      voiceFor(memory, scene, one, sentence.region === 'body') ??
      (isPronoun(one) && before && !before.trailing && before.silent.last >= silent.first - 1 ? before.voice : null);
    // "Witnesses said they had counted": the sentence itself says who they are.
    const named = told && isPronoun(one) && before && !before.trailing && told.speaker.name === before.voice.speaker.name;
    const voice = named ? { ...told, via: before.voice.via } : told;
    if (voice) voices.push({ covers, silent, trailing, voice: dated(voice, general) as Voice });
  }
  return voices;
}

/**
 * Whether a sentence without words of saying goes on with what the speaker before it said: all that follows a document's statement, up to
 * another name; of a person or body only what takes up the thread: "Seventeen of the victims …", "They were …".
 */
function carriesOn(scene: Scene, sentence: Sentence, voice: Voice): boolean {
  const { speaker } = voice;
  // "Our monitors recorded the following: – 40 wells dry;": the items are what was said.
  if (isListed(scene, sentence.index)) return true;
  if (speaker.type === 'words' || speaker.type === 'place') return false;
  let first = sentence.first;
  while (first < sentence.last && (isIn(scene, first, AND) || isIn(scene, first, ADVERB) || isComma(scene, first))) first++;
  if (speaker.type !== 'document' && !takesUp(scene, first) && !tellsOfHimself(scene, first, speaker)) return false;
  for (let token = first; token < Math.min(sentence.last, first + 6); token++) {
    const mention = mentionOf(scene, token);
    if (mention?.entity_id === speaker.id) return true;
    if (mention?.type === 'place' ? token - first < 2 && mention.use !== 'demonym' : mention && !isIn(scene, token - 1, PREPOSITION))
      return mention?.use === 'reference' && mention.type === 'group';
    if (isComma(scene, token)) return true;
  }
  return true;
}

/** "Sales are slow, said Ali Khan. He sold 41 in May", "Her brother is one of them"; not "He is 58", which the writer tells. */
const tellsOfHimself = (scene: Scene, token: number, speaker: Speaker): boolean =>
  speaker.type === 'person' &&
  meantBy(scene, token)?.entity_id === speaker.id &&
  !(isIn(scene, token + 1, BE) && scene.figureAt[token + 2] >= 0 && scene.document.figures[scene.figureAt[token + 2]].kind === 'age');

/** The voice with the date of the statement that governs the text, when it is the same speaker's. */
const dated = (voice: Voice | null, general: Voice | null): Voice | null =>
  voice && general && voice.speaker.on === null && voice.speaker.id !== null && voice.speaker.id === general.speaker.id
    ? { ...voice, speaker: { ...voice.speaker, on: general.speaker.on } }
    : voice;

const isPronoun = ({ speaker }: Attribution): boolean => speaker.back === 'person' || speaker.back === 'group';

const takesUp = (scene: Scene, token: number): boolean =>
  scene.figureAt[token] >= 0 ||
  isIn(scene, token, PRONOUN_GROUP) ||
  isIn(scene, token, POINTING) ||
  (isIn(scene, token, ARTICLE) && scene.figureAt[token + 1] >= 0);
const POINTING = wordsOf('its their those these of all none both');

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
    // "There are forty of them. A sergeant told me …": who has the floor says what nobody else is said to.
    return scope.speaking;
  }
  return scope.carried;
}
