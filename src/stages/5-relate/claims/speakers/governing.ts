import { isIn, isWord, signAt, wordsOf } from '../../../../grammar/index.js';
import type { Mention, Sentence } from '../../../../model/index.js';
import type { Voice } from './memory.js';
import type { Attribution } from './saying.js';
import { mentionOf, type Scene } from '../scene.js';
import { isDocumentWord, type Speaker } from './sources.js';

const GIVEN = wordsOf('given provided supplied compiled released');
const STATED = wordsOf('stated noted indicated specified mentioned');

/** "Unless stated otherwise, figures were given by Captain X on Sunday": who answers for everything that follows. */
export function generalVoice(scene: Scene, sentence: Sentence, found: readonly Attribution[]): Voice | null {
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
      speaker = { id: mention.entity_id, name: mention.name, type: mention.type, back: null, head: 0, again: false, on: null };
    const date = scene.dateAt[token] >= 0 ? scene.document.dates[scene.dateAt[token]] : null;
    if (date && /^\d{4}-\d\d(-\d\d)?$/.test(date.timex)) on = date.timex;
  }
  return speaker
    ? { speaker: { ...speaker, on }, via: 'discourse', by: '', hedge: null, modality: null, because: `speaker of all figures ${speaker.name}` }
    : null;
}
const BY_WORD = wordsOf('by');
const ALL = wordsOf('all the figures numbers');

/** In an interview (several paragraphs are nothing but a question) the person introduced before the first question speaks. */
export function interviewee(scene: Scene): { readonly from: number; readonly voice: Voice } | null {
  const { sentences } = scene.document;
  let questions = 0;
  let from = -1;
  for (let s = 0; s < sentences.length; s++) {
    const sentence = sentences[s];
    const alone = (s === 0 || sentences[s - 1].paragraph !== sentence.paragraph) && sentences[s + 1]?.paragraph !== sentence.paragraph;
    if (!alone || sentence.region !== 'body' || signAt(scene, sentence.last - 1) !== '?') continue;
    questions++;
    if (from < 0) from = s;
  }
  if (questions < 3 || from < 0) return null;
  let personal = 0;
  for (let s = from; s < sentences.length; s++)
    for (let token = sentences[s].first; token < sentences[s].last; token++) if (isWord(scene, token) && isIn(scene, token, FIRST_PERSON)) personal++;
  const person = introduced(scene, from);
  return personal < 4 || !person ? null : { from, voice: spokenBy(person, `speaker interviewed ${person.name}`) };
}

/** The first person whom the body names before sentence `from`, its writer left out. */
export const introduced = ({ document: { mentions, sentences }, text }: Scene, from: number): Mention | null =>
  mentions.find(
    (mention) =>
      mention.type === 'person' &&
      mention.use === 'name' &&
      mention.sentence < from &&
      sentences[mention.sentence]?.region === 'body' &&
      !/\bby\s+$/i.test(text.slice(Math.max(0, mention.start - 4), mention.start)),
  ) ?? null;

/** The voice of somebody who has the floor. */
export const spokenBy = (person: Mention, because: string): Voice => ({
  speaker: { id: person.entity_id, name: person.name, type: 'person', back: null, head: 0, again: false, on: null },
  via: 'discourse',
  by: '',
  hedge: null,
  modality: null,
  because,
});
const FIRST_PERSON = wordsOf('i we my our me us');
