import { ARTICLE, isIn, mentionEnd, signAt, wordsOf } from '../../../../grammar/index.js';
import { Flag, has, type Mention, type Sentence } from '../../../../model/index.js';
import { interviewee, introduced, spokenBy } from './governing.js';
import type { Voice } from './memory.js';
import { mentionOf, type Scene } from '../scene.js';

// Who has the floor: in an interview whoever is interviewed, in a transcript whose name or "A:" opens the paragraph.

/** A transcript has at least so many paragraphs that a label opens. */
const FEWEST = 3;
const ASKED = wordsOf('q question');
const ANSWERED = wordsOf('a answer');

/** For each sentence who speaks where no words of saying tell; null where nobody has the floor. */
export function floorOf(scene: Scene): readonly (Voice | null)[] | null {
  const turns = transcript(scene);
  if (turns) return turns;
  const interview = interviewee(scene);
  if (!interview) return null;
  return scene.document.sentences.map((sentence) =>
    sentence.index > interview.from && sentence.region === 'body'
      ? { ...interview.voice, via: isLabelled(scene, sentence) ? 'explicit' : 'discourse' }
      : null,
  );
}

/** The turns of a text whose paragraphs begin "Ali Khan: …" or "A: …", null when it is none. */
function transcript(scene: Scene): readonly (Voice | null)[] | null {
  const { sentences } = scene.document;
  const opening = sentences.map((sentence, i) =>
    sentence.region === 'body' && sentences[i - 1]?.paragraph !== sentence.paragraph ? labelOf(scene, sentence) : null,
  );
  const labels = opening.filter((label) => label !== null);
  if (labels.length < FEWEST || new Set(labels.map((label) => (typeof label === 'string' ? label : label.entity_id))).size < 2) return null;
  const guest = introduced(
    scene,
    opening.findIndex((label) => label !== null),
  );
  let voice: Voice | null = null;
  return sentences.map((sentence, i): Voice | null => {
    const label = opening[i];
    if (sentences[i - 1]?.paragraph !== sentence.paragraph) {
      const speaker = label === 'answer' ? guest : label === 'question' || label === null ? null : label;
      voice = speaker?.type === 'person' ? spokenBy(speaker, `turn of ${speaker.name}`) : null;
    }
    return voice && { ...voice, via: label === null ? 'discourse' : 'explicit' };
  });
}

/** What opens a paragraph before a colon: a name, or the letter of a question or answer. */
function labelOf(scene: Scene, sentence: Sentence): Mention | 'question' | 'answer' | null {
  const { last } = sentence;
  const first = isIn(scene, sentence.first, ARTICLE) && mentionOf(scene, sentence.first + 1) ? sentence.first + 1 : sentence.first;
  const mention = mentionOf(scene, first);
  const end = mention ? mentionEnd(scene, first) : first + 1;
  if (end >= last || signAt(scene, end) !== ':') return null;
  if (mention) return mention.type === 'place' ? null : mention;
  return isIn(scene, first, ASKED) ? 'question' : isIn(scene, first, ANSWERED) ? 'answer' : null;
}

/** "MW: I washed them": the label of a turn stands for the words of saying. */
function isLabelled(scene: Scene, { first, last }: Sentence): boolean {
  const end = mentionOf(scene, first) ? mentionEnd(scene, first) : first + 1;
  return end < last && signAt(scene, end) === ':' && has(scene.tokens, first, Flag.Capital);
}
