import { Flag, has, type Rule } from '../../../../model/index.js';
import { ANSWERS, isKind, Kind, levelOf, phraseAt } from '../../../../knowledge/index.js';
import { gazetteerAt, isCode, isFirm, senseType } from '../gazetteer.js';
import type { Chunk } from '../pieces/chunk.js';
import { isCapital, isWord, sign, type Scene } from '../scene.js';
import { isBodyOfRole, isDescribedBody, isPaper } from './bodies.js';
import { callingOf, isIntroducedBody, unitOf } from './callings.js';
import { isDescribedPlace, isHomeOfAged, isHomeOfSomebody, isNear, isTaken } from './grounds.js';
import { firmOf } from './firms.js';
import { headOf } from './headed.js';
import { plainType } from './listed.js';
import { OTHER_NAMES } from './other-names.js';
import { isSite, isUpperTown } from './sites.js';
import { teamOf } from './teams.js';

/** A decision without weighing: an index into ANSWERS, and why, where no row says so. */
export interface Verdict {
  readonly answer: number;
  readonly because: string | null;
  /** Readings that it decides for, where a rule tells more than the type. */
  readonly senses?: readonly number[];
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
  {
    id: 'none.body-of-role',
    reads: 'the noun for a body, which only the sentence gives a capital, before a role in it: “Hospital director Nabil Karroum”',
    find: (scene, chunk) => (isBodyOfRole(scene, chunk) ? NONE : null),
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
    id: 'person.initials',
    reads: 'an initial before a word that is no English and no row knows: “S. Kumaresan”',
    find: (scene, chunk) => (isInitialled(scene, chunk) ? { ...ADDRESSED, because: 'rule person.initials' } : null),
  },
  {
    id: 'person.kunya',
    reads: 'an unlisted name of three words or more that begins as the father or mother of somebody: “Abu Zaraa al-Mahrami”',
    find: (scene, chunk) => (isKunya(scene, chunk) ? { ...ADDRESSED, because: 'rule person.kunya' } : null),
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
    id: 'place.near',
    reads: 'an unlisted name behind a preposition that governs places, and no given name in it: “near Al Shadaddi”, “outside Quionga”',
    find: (scene, chunk) => (isNear(scene, chunk) ? { ...SCENE, because: 'rule place.near' } : null),
  },
  {
    id: 'group.team',
    reads: 'a club, or the town or county it is from, that plays where an article speaks of sport: “Lancashire beat Kent”, “a Chelsea striker”',
    find: (scene, chunk) => {
      const senses = teamOf(scene, chunk);
      return senses === null ? null : { ...BODY, because: senses.length > 0 ? null : 'rule group.team', senses };
    },
  },
  {
    id: 'group.firm',
    reads: 'a firm whose short name is a word or a person’s, too, beside what is a firm’s: “Ford shares”, “the carmaker Fiat”, “a stake in Shell”',
    find: (scene, chunk) => {
      const senses = firmOf(scene, chunk);
      return senses === null ? null : { ...BODY, because: null, senses };
    },
  },
  {
    id: 'place.home-of-aged',
    reads: 'from where somebody is of whom the age is told: “Tamsin Purdue, 38, of Baynton,”',
    find: (scene, chunk) => (isHomeOfAged(scene, chunk) ? { ...SCENE, because: chunk.senses.length > 0 ? null : 'rule place.home-of-aged' } : null),
  },
  {
    id: 'place.home-of-somebody',
    reads: 'what can be a place, between an article and a word for a man or woman: “A Shelley man drowned”',
    find: (scene, chunk) => (isHomeOfSomebody(scene, chunk) ? SCENE : null),
  },
  {
    id: 'place.taken',
    reads: 'what can be a place is one behind a verb that is done to places: “stormed Palma”, “fled Goma”',
    find: (scene, chunk) => (isTaken(scene, chunk) ? SCENE : null),
  },
  {
    id: 'group.paper',
    reads: 'an unlisted name with an article of its own, to which or by which something is said: “told The Newark Beacon”',
    find: (scene, chunk) => (isPaper(scene, chunk) ? { ...BODY, because: 'rule group.paper' } : null),
  },
  {
    id: 'group.described',
    reads: 'an unlisted word that is no English, with what kind of body it is said behind it: “Ezema, the largest opposition party, said”',
    find: (scene, chunk) => (isDescribedBody(scene, chunk) ? { ...BODY, because: 'rule group.described' } : null),
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

const OPENING = 40;

/** Letters of an initial, its dot included, at most: "M.K." */
const LONGEST_INITIAL = 4;

function isInitialled(scene: Scene, { first, last, shape, senses }: Chunk): boolean {
  if (shape !== 'open' || senses.length > 0 || last - first < 2 || last - first > 6) return false;
  const { tokens, knowledge, text } = scene;
  const length = tokens.end[first] - tokens.start[first];
  const dotted = text[tokens.end[first] - 1] === '.' || text[tokens.start[first + 1]] === '.';
  if (!dotted || length > LONGEST_INITIAL || (length > 1 && !has(tokens, first, Flag.Dotted))) return false;
  const tail = last - 1;
  // "319 S. Denver": a street, a people.
  if (gazetteerAt(scene, tail, last)?.senses.some((sense) => senseType(scene.knowledge, sense) === 'place')) return false;
  const plain = (tokens.flags[tail] & (Flag.Word | Flag.Capital | Flag.Upper | Flag.Shouted)) === (Flag.Word | Flag.Capital);
  return plain && levelOf(knowledge, tokens, tail) === 0 && tokens.end[tail] - tokens.start[tail] > 3;
}

const KUNYAS = ['abu', 'abou', 'umm'];

const isKunya = (scene: Scene, { first, last, shape, senses }: Chunk): boolean =>
  shape === 'open' && senses.length === 0 && last - first >= 3 && KUNYAS.some((word) => isWord(scene, first, word)) && isCapital(scene, last - 1);

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
