import { Flag, has } from '../model/index.js';
import { Kind, isKind, Pos, posOf } from '../knowledge/index.js';
import { isIn, signAt, wordsOf, type Ground } from './ground.js';

// Closed classes of English: the words that tell where a clause begins, who acts and who suffers.

export const BE = wordsOf('is are am was were be been being isnt arent wasnt werent');
export const HAVE = wordsOf('has have had having hasnt havent hadnt');
export const AUXILIARY = wordsOf(
  "is are am was were be been being has have had do does did will would shall should can could may might must 'll wont didnt doesnt dont not never wouldnt couldnt cannot to",
);
export const MODAL = wordsOf('do does did will would shall should can could may might must cannot wont didnt doesnt dont wouldnt couldnt');
export const ADVERB = wordsOf(
  'also then later now again already still only just even now meanwhile so since subsequently earlier recently reportedly allegedly initially finally first once since together alone either too separately repeatedly publicly',
);
export const ARTICLE = wordsOf('the a an this that these those its their his her our my your some any another each every all both no');
/** Words that complete a verb and are none themselves: "put up", "laid off". */
export const PARTICLE = wordsOf('up down out off away back');
export const PRONOUN = wordsOf('i you he she it we they him her me us them nobody everyone somebody someone anybody anyone there');
export const PRONOUN_PERSON = wordsOf('he she i');
export const PRONOUN_GROUP = wordsOf('it they we');
export const RELATIVE = wordsOf('who which whose whom that where');
export const SUBORDINATOR = wordsOf('if unless because although though while whereas when whenever after before until since whether than as');
export const COORDINATOR = wordsOf('and or but nor yet');
export const THAT = wordsOf('that');
export const OF = wordsOf('of');
export const BY = wordsOf('by');
/** "after", "since": what they govern can be the subject of a clause of its own. */
export const TIME = wordsOf('after before since until as once than');
/** "if", "because", "what": a clause begins. */
export const CONDITIONAL = wordsOf('if unless because although though while whereas when whenever whether what how why');
export const TO = wordsOf('to');
export const AND = wordsOf('and or &');
export const FROM = wordsOf('from');
export const PREPOSITION = wordsOf(
  'in on at near by with from of for to into onto over under within during against among between across through around about after before along behind beside beyond despite inside outside off since than toward towards until upon via without per',
);
/** Words that govern a noun phrase as prepositions do, though they look like verbs or are rare: "three countries including Chad". */
export const QUASI_PREPOSITION = wordsOf('including excluding involving concerning regarding amid amidst amongst besides except unlike plus');
/** Prepositions behind which a place is where something holds. */
export const LOCATIVE = wordsOf(
  'in near at around across outside inside off along throughout within through on over between above below beyond behind beside surrounding into towards toward onto aboard',
);

/** Every word that is more than a noun, verb or adjective: one look turns the others away. */
export const FUNCTION_WORD = wordsOf(
  'to',
  COORDINATOR,
  CONDITIONAL,
  RELATIVE,
  BE,
  HAVE,
  MODAL,
  PREPOSITION,
  QUASI_PREPOSITION,
  TIME,
  ADVERB,
  PARTICLE,
);

/** Signs that no clause crosses: what stands beyond them has its own subject. */
export const isWall = (ground: Ground, token: number): boolean => {
  const sign = signAt(ground, token);
  return sign !== '' && (';:()[]“”"«»•'.includes(sign) || ((sign === '—' || sign === '–') && has(ground.tokens, token + 1, Flag.SpaceBefore)));
};

export const isQuote = (ground: Ground, token: number): boolean => {
  const sign = signAt(ground, token);
  return sign !== '' && '“”"«»'.includes(sign);
};

export const isComma = (ground: Ground, token: number): boolean => signAt(ground, token) === ',';

/** A form that can only be a finite or past verb: "visited", "covers"; words that are also nouns are left out. */
export function isPlainVerb(ground: Ground, token: number): boolean {
  const pos = posOf(ground.knowledge, ground.tokens, token);
  return (pos & Pos.Verb) !== 0 && (pos & (Pos.Past | Pos.Third)) !== 0 && (pos & (Pos.Noun | Pos.Adjective)) === 0 && ground.mentionAt[token] < 0;
}

export const isReporting = (ground: Ground, token: number): boolean => isKind(ground.knowledge, ground.tokens, token, Kind.Reporting);

export const isWord = (ground: Ground, token: number): boolean => has(ground.tokens, token, Flag.Word);

/** Last token before `token` that is no adverb and no auxiliary, not before `limit`. */
export function skipBack(ground: Ground, token: number, limit: number): number {
  while (
    token >= limit &&
    (isIn(ground, token, AUXILIARY) ||
      isIn(ground, token, ADVERB) ||
      isAdverb(ground, token) ||
      isSoFar(ground, token) ||
      isSoFar(ground, token - 1)) &&
    ground.mentionAt[token] < 0 &&
    // "has now counted": a time that is an adverb
    (ground.dateAt[token] < 0 || isIn(ground, token - 1, AUXILIARY))
  )
    token--;
  return token;
}

/** "so far": the adverb of two words that begins at the token. */
export const isSoFar = (ground: Ground, token: number): boolean => isIn(ground, token, SO) && isIn(ground, token + 1, FAR);
const SO = wordsOf('so');
const FAR = wordsOf('far');

export function isAdverb(ground: Ground, token: number): boolean {
  const pos = posOf(ground.knowledge, ground.tokens, token);
  return (pos & Pos.Adverb) !== 0 && (pos & (Pos.Noun | Pos.Verb | Pos.Adjective)) === 0;
}

const CONTRAST = wordsOf('while whereas');
const JOINING = wordsOf('and but yet');

/** Where a new clause of equal rank begins: ";", ", and" before no name or number, "while". */
export function isClauseBreak(ground: Ground, token: number): boolean {
  const sign = signAt(ground, token);
  if (sign === '') return isIn(ground, token, CONTRAST);
  return (
    sign === ';' ||
    (sign === ',' &&
      isIn(ground, token + 1, JOINING) &&
      ground.mentionAt[token + 2] < 0 &&
      ground.figureAt[token + 2] < 0 &&
      ground.dateAt[token + 2] < 0 &&
      !isIn(ground, token + 2, LOCATIVE))
  );
}
