import { Flag, has, type Rule } from '../../../../model/index.js';
import { ANSWERS, isKind, Kind, levelOf, phraseAt, Pos, posOf } from '../../../../knowledge/index.js';
import { isCode, isFirm, senseType } from '../gazetteer.js';
import type { Chunk } from '../pieces/chunk.js';
import { apposedNoun, type Description, descriptionOf } from '../evidence/descriptions.js';
import { isCapital, isLowerWord, isWord, sign, type Scene } from '../scene.js';
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

/** “Hospital director Nabil Karroum”: the noun for a body, which only the sentence gives a capital, before a role in it. */
function isBodyOfRole(scene: Scene, { first, last, title, senses, sentence }: Chunk): boolean {
  const { tokens, knowledge } = scene;
  if (title !== null || last - first !== 1 || (tokens.flags[first] & (Flag.SentenceStart | Flag.Upper)) !== Flag.SentenceStart) return false;
  if (senses.some((sense) => isFirm(knowledge, sense)) || levelOf(knowledge, tokens, first) === 0) return false;
  if (!isKind(knowledge, tokens, first, Kind.Organisation) && !isKind(knowledge, tokens, first, Kind.Reference)) return false;
  return last < scene.sentences[sentence].last && isLowerWord(scene, last) && isKind(knowledge, tokens, last, Kind.Role);
}

function isTaken(scene: Scene, { first, last, sentence, senses, title }: Chunk): boolean {
  const { knowledge, tokens } = scene;
  // "entered Victoria’s room"
  if (last < tokens.count && has(tokens, last, Flag.Possessive)) return false;
  if (title !== null || first <= scene.sentences[sentence].first || !isLowerWord(scene, first - 1)) return false;
  if (!isKind(knowledge, tokens, first - 1, Kind.PlaceVerb) || !senses.some((sense) => senseType(knowledge, sense) === 'place')) return false;
  return !senses.some((sense) => isFirm(knowledge, sense) && senseType(knowledge, sense) !== 'place');
}

const isDescribedPlace = (scene: Scene, chunk: Chunk): boolean => apposed(scene, chunk) === 'place-word';

/** Prepositions behind which a name in a sentence is nearly always a place. */
const NEARS = ['near', 'outside', 'throughout', 'inside'];

function isNear(scene: Scene, { first, last, sentence, shape, senses, title }: Chunk): boolean {
  const { tokens, knowledge } = scene;
  const { first: from, last: limit } = scene.sentences[sentence];
  if (title !== null || shape !== 'open' || senses.length > 0 || first <= from || last - first > 3) return false;
  if (!NEARS.some((word) => isWord(scene, first - 1, word)) || has(tokens, first, Flag.Upper) || scene.headlines[sentence] === 1) return false;
  // "near Hussein’s house", "outside Apple stores": the owner, and a name that describes what follows.
  if (last < limit && (has(tokens, last, Flag.Possessive) || (has(tokens, last, Flag.Word) && isNounAt(scene, last)))) return false;
  for (let token = first; token < last; token++) {
    if (!has(tokens, token, Flag.Word) || !has(tokens, token, Flag.Capital)) continue;
    if (levelOf(knowledge, tokens, token) !== 0) return false;
    if (isKind(knowledge, tokens, token, Kind.GivenName) && !isKind(knowledge, tokens, token, Kind.Particle)) return false;
  }
  return true;
}

const isNounAt = ({ knowledge, tokens }: Scene, token: number): boolean =>
  (posOf(knowledge, tokens, token) & (Pos.Noun | Pos.Plural)) !== 0 && (posOf(knowledge, tokens, token) & (Pos.Past | Pos.Adverb)) === 0;

/** What an unlisted word that is no English is said to be behind its comma; null when nothing is said. */
function apposed(scene: Scene, { first, last, sentence, shape, senses, title }: Chunk): Description | null {
  if (title !== null || shape !== 'open' || senses.length > 0 || sign(scene, last) !== COMMA) return null;
  for (let token = first; token < last; token++) if (levelOf(scene.knowledge, scene.tokens, token) !== 0) return null;
  const { first: from, last: limit } = scene.sentences[sentence];
  return descriptionOf(scene, first, last, from, limit);
}

/** Words of an apposition at most. */
const APPOSED = 16;

function isDescribedBody(scene: Scene, chunk: Chunk): boolean {
  if (apposed(scene, chunk) !== 'organisation') return false;
  const { tokens, knowledge, text } = scene;
  const noun = apposedNoun(scene, chunk.last, scene.sentences[chunk.sentence].last);
  // "In Husaybah, the coalition troops began another phase": the subject of the sentence is no apposition.
  if (noun < 0 || (posOf(knowledge, tokens, noun) & Pos.Plural) !== 0 || isWord(scene, chunk.first - 1, 'in')) return false;
  const calls = phraseAt(knowledge, text, tokens, noun, noun + 1, Kind.Role)?.row.gives === 'group';
  if (!calls && !phraseAt(knowledge, text, tokens, noun, noun + 1, Kind.Reference)?.row.type.includes('group')) return false;
  if (isKind(knowledge, tokens, chunk.first, Kind.GivenName)) return false;
  // "Tarek Osman, the group said, was free": words of saying tell that the noun is who says so.
  const limit = Math.min(scene.sentences[chunk.sentence].last, chunk.last + APPOSED);
  for (let token = chunk.last + 2; token < limit && sign(scene, token) !== COMMA; token++)
    if (isLowerWord(scene, token) && isKind(knowledge, tokens, token, Kind.Reporting)) return false;
  return true;
}

/** “told The Newark Beacon”, “according to The Harwick Voice”: within a sentence only what is called so writes its article with a capital. */
function isPaper(scene: Scene, { first, last, sentence, shape, senses, title }: Chunk): boolean {
  const { tokens, knowledge } = scene;
  const { first: from, last: limit } = scene.sentences[sentence];
  const article = first - 1;
  if (title !== null || shape === 'place' || senses.some((sense) => isFirm(knowledge, sense)) || article - 1 <= from) return false;
  if (!isWord(scene, article, 'the') || !isCapital(scene, article) || scene.headlines[sentence] === 1 || has(tokens, first, Flag.Shouted))
    return false;
  if (has(tokens, article, Flag.SentenceStart) || has(tokens, article, Flag.Upper)) return false;
  const toldTo = isLowerWord(scene, article - 1) && isKind(knowledge, tokens, article - 1, Kind.Reporting);
  const told = toldTo || (isWord(scene, article - 1, 'to') && isWord(scene, article - 2, 'according'));
  const tells = last < limit && isLowerWord(scene, last) && isKind(knowledge, tokens, last, Kind.Reporting);
  return told || tells;
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
