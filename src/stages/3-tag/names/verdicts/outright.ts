import { Flag, has, type Rule } from '../../../../model/index.js';
import { ANSWERS, isKind, Kind, levelOf, phraseAt } from '../../../../knowledge/index.js';
import { isCode, isFirm, senseType } from '../gazetteer.js';
import type { Chunk } from '../pieces/chunk.js';
import { descriptionOf } from '../evidence/descriptions.js';
import { isLowerWord, sign, type Scene } from '../scene.js';
import { callingOf, isIntroducedBody, unitOf } from './callings.js';
import { headOf } from './headed.js';
import { plainType } from './listed.js';
import { OTHER_NAMES } from './other-names.js';
import { isSite, isUpperTown } from './sites.js';

/** A decision without weighing: an index into ANSWERS, and why, where no row says so. */
export interface Verdict {
  readonly answer: number;
  readonly because: string | null;
}

const NONE: Verdict = { answer: ANSWERS.indexOf('none'), because: null };
const SCENE: Verdict = { answer: ANSWERS.indexOf('place'), because: null };
const BODY: Verdict = { answer: ANSWERS.indexOf('group'), because: null };
const ADDRESSED: Verdict = { answer: ANSWERS.indexOf('person'), because: 'rule person.honorific' };

/** What is decided without weighing; the first rule that has an answer gives it. */
export const OUTRIGHT: readonly Rule<(scene: Scene, chunk: Chunk) => Verdict | null>[] = [
  {
    id: 'none.common-noun',
    reads: 'a capitalised common noun by itself names nobody, unless a row says so: “the Government”, “the Party”',
    find: (scene, chunk) => (isCommonNoun(scene, chunk) ? NONE : null),
  },
  ...OTHER_NAMES.map(({ id, reads, find }) => ({
    id,
    reads,
    find: (scene: Scene, chunk: Chunk) => (chunk.title === null && find(scene, chunk) ? NONE : null),
  })),
  {
    id: 'person.honorific',
    reads: 'nobody but a person is addressed so, unless by the office: “Mrs. Okonjeni”, but “Mr Speaker”',
    find: (scene, chunk) => (isAddressed(scene, chunk) ? ADDRESSED : null),
  },
  {
    id: 'place.dateline',
    reads: 'what can be a place is one where an article says from where it is written: “MANILA, Feb. 12 –”; in brackets stands the agency',
    find: (scene, { first, sentence, senses }) =>
      scene.sentences[sentence].region === 'dateline' &&
      sign(scene, first - 1) !== OPENING &&
      senses.some((sense) => senseType(scene.knowledge, sense) === 'place')
        ? SCENE
        : null,
  },
  {
    id: 'place.state-code',
    reads: 'the letters of a state, which rows give only where addresses write them: “Ocala, Fla.”, “Austin, TX 78701”, “R-Calif.”',
    find: ({ knowledge }, { senses }) => (senses.some((sense) => isCode(knowledge, sense)) ? SCENE : null),
  },
  {
    id: 'place.site',
    reads: 'a site, a water or a height is a place by the word for it: “Carbet Falls”, “Lake Tana”, “Cemetery of Recoleta”',
    find: (scene, chunk) => (isSite(scene, chunk) ? SCENE : null),
  },
  {
    id: 'place.upper-town',
    reads: 'a well-known town in capitals whose name is no word, no person’s and no other row’s: “SIEGE OF BAMAKO”',
    find: (scene, chunk) => (isUpperTown(scene, chunk) ? SCENE : null),
  },
  {
    id: 'group.introduced',
    reads: 'a full name that is introduced with its acronym and ends with the word for a body of people: “National Dairy Authority (NDA)”',
    find: (_, chunk) => (isIntroducedBody(chunk) ? BODY : null),
  },
  {
    id: 'group.called',
    reads: 'an unlisted name directly behind the noun for a body of people: “the band Black Lanterns”, “a newspaper called El Roble”',
    find: (scene, chunk) => {
      const noun = callingOf(scene, chunk);
      return noun === null ? null : { ...BODY, because: `rule group.called "${noun}"` };
    },
  },
  {
    id: 'group.unit-of',
    reads: 'a person’s full name behind an article and before the word for a body under arms: “the Carolina Ramírez front”',
    find: (scene, chunk) => {
      const noun = unitOf(scene, chunk);
      return noun === null ? null : { ...BODY, because: `rule group.unit-of "${noun}"` };
    },
  },
  {
    id: 'place.taken',
    reads: 'what can be a place is one behind a verb that is done to places: “stormed Palma”, “fled Goma”',
    find: (scene, chunk) => (isTaken(scene, chunk) ? SCENE : null),
  },
  {
    id: 'place.described',
    reads: 'an unlisted word that is no English, with what kind of place it is said behind it: “Chilobwe, a township near Blantyre”',
    find: (scene, chunk) => (isDescribedPlace(scene, chunk) ? SCENE : null),
  },
  {
    id: 'place.headed',
    reads: 'a word that is no English, beside the noun for a kind of place: “Kesso village”, “the districts of Kesso and Tarumbe”',
    find: (scene, chunk) => {
      const noun = headOf(scene, chunk);
      return noun === null ? null : { ...SCENE, because: chunk.senses.length > 0 ? null : `rule place.headed "${noun}"` };
    },
  },
  {
    id: 'listed.alone',
    reads: 'a row decides alone, where its name is neither a word nor a personal name',
    find: (scene, chunk) => {
      const answer = plainType(scene, chunk);
      return answer < 0 ? null : { answer, because: null };
    },
  },
];

function isCommonNoun(scene: Scene, chunk: Chunk): boolean {
  const { tokens, knowledge, text } = scene;
  if (chunk.title !== null || chunk.senses.some((sense) => isFirm(knowledge, sense))) return false;
  const common = phraseAt(knowledge, text, tokens, chunk.first, chunk.last, Kind.NotName);
  return common !== null && common.last === chunk.last && common.row.category === 'common';
}

function isTaken(scene: Scene, { first, last, sentence, senses, title }: Chunk): boolean {
  const { knowledge, tokens } = scene;
  // "entered Victoria’s room"
  if (last < tokens.count && has(tokens, last, Flag.Possessive)) return false;
  if (title !== null || first <= scene.sentences[sentence].first || !isLowerWord(scene, first - 1)) return false;
  if (!isKind(knowledge, tokens, first - 1, Kind.PlaceVerb) || !senses.some((sense) => senseType(knowledge, sense) === 'place')) return false;
  return !senses.some((sense) => isFirm(knowledge, sense) && senseType(knowledge, sense) !== 'place');
}

function isDescribedPlace(scene: Scene, { first, last, sentence, shape, senses, title }: Chunk): boolean {
  if (title !== null || shape !== 'open' || senses.length > 0 || sign(scene, last) !== COMMA) return false;
  for (let token = first; token < last; token++) if (levelOf(scene.knowledge, scene.tokens, token) !== 0) return false;
  const { first: from, last: limit } = scene.sentences[sentence];
  return descriptionOf(scene, first, last, from, limit) === 'place-word';
}

const COMMA = 44;
const OPENING = 40;

/** Kinds of titles whose abbreviations stand before nothing but a person’s name: "Lt Hope", "Dr Strange". */
const RANKS = new Set(['academic', 'military', 'police']);
const LONGEST_ABBREVIATION = 4;

function isAddressed({ knowledge, tokens }: Scene, { first, shape, senses, title, titleKind, titleSure }: Chunk): boolean {
  if (title === null || shape === 'organisation') return false;
  const abbreviation = title.length <= LONGEST_ABBREVIATION && title !== title.toUpperCase();
  const tells =
    titleKind === 'honorific' ? titleSure || (shape === 'open' && senses.length === 0) : titleSure && abbreviation && RANKS.has(titleKind);
  if (!tells || senses.some((sense) => isFirm(knowledge, sense) && senseType(knowledge, sense) !== 'person')) return false;
  return !isKind(knowledge, tokens, first, Kind.Title) && !isKind(knowledge, tokens, first, Kind.Role);
}
