import {
  ARTICLE,
  BE,
  OF,
  PREPOSITION,
  RELATIVE,
  clauseAt,
  isComma,
  isIn,
  isOfClass,
  isPlainVerb,
  isWord,
  mentionEnd,
  phraseAtToken,
  wordsOf,
} from '../../../../grammar/index.js';
import { Kind, isKind } from '../../../../knowledge/index.js';
import { type Clauses, type Figure, Flag, has, type Mention } from '../../../../model/index.js';
import type { Voice } from '../speakers/memory.js';
import { partyFrom, subjectParty, type Party } from './parties.js';
import { meantBy, mentionOf, tokenSpan, type Scene } from '../scene.js';

/**
 * The entity that the counted words name: the group, person, people or nationality in them ("al-Qaeda fighters", "Afghans"), in the
 * "of …" right behind ("1,200 soldiers of the army"), or the group whose they are by a pronoun ("40 of its fighters"); a place only
 * when it is itself what is measured. Null for sums of money.
 */
export function countedEntity(scene: Scene, figure: Figure): string | null {
  // "HSBC lost 1.1% to HK$64.15": of a sum only whose level it is
  if (!figure.counted || (figure.kind === 'money' && figure.change === null) || figure.unit === 'time') return null;
  const { first, last } = tokenSpan(scene, figure.counted);
  const start = isIn(scene, first, ARTICLE) ? first + 1 : first;
  for (let token = start; token < last; token = mentionEnd(scene, token)) {
    const mention = mentionOf(scene, token);
    if (!mention) {
      // "residents from Gao": what follows only tells where or whose.
      if (isIn(scene, token, PREPOSITION) && !isIn(scene, token, OF)) return null;
      continue;
    }
    const whole = token === start && mentionEnd(scene, token) >= last;
    if (mention.type !== 'place' || mention.use === 'demonym' || whole || isMeasuredPlace(scene, figure, token)) return mention.entity_id;
  }
  // "nine members of Daesh … wounding two": words taken over from a figure before go on as they do there
  const goesOn = figure.last === last || figure.countedVia !== 'phrase';
  return (goesOn ? entityBehindOf(scene, last) : null) ?? groupBefore(scene, figure, first) ?? saidToBe(scene, figure);
}

/** "40 of its fighters", "all but 4 of its 28 staff", "their 5,200 members": the group that the possessive before the words or the number stands for. */
function groupBefore(scene: Scene, figure: Figure, counted: number): string | null {
  if (figure.kind !== 'count' && figure.kind !== 'fraction') return null;
  for (const token of [counted, counted - 1, figure.first - 1, figure.numberFirst - 1]) {
    const meant = isIn(scene, token, ARTICLE) ? meantBy(scene, token) : null;
    if (meant?.type === 'group') return meant.entity_id;
  }
  // "Greenpeace's 3 million members", "half of UNICEF's staff": whose they are by name
  for (const token of [counted - 1, figure.first - 1, figure.numberFirst - 1]) {
    if (token < 1 || !has(scene.tokens, token, Flag.Possessive)) continue;
    const owner = mentionOf(scene, token - 1);
    if (owner?.type === 'group' && owner.use !== 'reference') return owner.entity_id;
  }
  // "4 of its 28 staff": the number of the whole stands between.
  for (let token = counted - 1; token > counted - WHOLE && scene.figureAt[token] >= 0; token--) {
    const meant = meantBy(scene, token - 1);
    if (meant?.type === 'group' && isIn(scene, token - 1, ARTICLE)) return meant.entity_id;
  }
  return null;
}
/** Longest number of a whole, in tokens. */
const WHOLE = 5;

function entityBehindOf(scene: Scene, token: number): string | null {
  if (!isIn(scene, token, OF)) return null;
  const at = isIn(scene, token + 1, ARTICLE) ? token + 2 : token + 1;
  const mention = mentionOf(scene, at);
  if (!mention || has(scene.tokens, mentionEnd(scene, at), Flag.Possessive)) return null;
  return mention.type === 'group' || mention.use === 'demonym' ? mention.entity_id : null;
}

/** "the river island of Majuli has shrunk to [480 square kilometres]": a noun for the land that its name stands behind. */
const isMeasuredPlace = (scene: Scene, figure: Figure, token: number): boolean =>
  figure.kind !== 'count' &&
  isIn(scene, token - 1, OF) &&
  (isOfClass(scene, token - 2, 'place-noun') || isKind(scene.knowledge, scene.tokens, token - 2, Kind.PlaceHead));

/** "Of the passengers [40] were French nationals": the group or nationality that the counted are said to be, null where none is said. */
function saidToBe(scene: Scene, figure: Figure): string | null {
  // "thirteen of the crew were Filipinos" are crew, whoever they are
  if (figure.kind !== 'count' || figure.countedVia === 'phrase' || !isIn(scene, figure.last, ARE)) return null;
  const phrase = phraseAtToken(scene, figure.last + 1, scene.tokens.count);
  if (!phrase) return null;
  for (let token = phrase.first; token < phrase.last; token = mentionEnd(scene, token)) {
    const mention = mentionOf(scene, token);
    if (mention && (mention.type === 'group' || mention.use === 'demonym') && !has(scene.tokens, mentionEnd(scene, token), Flag.Possessive))
      return mention.entity_id;
  }
  return null;
}
const ARE = wordsOf('are were');

/** Who is that old: "Ali Khan, a 52-year-old driver" the name before, "she is 58" the person for whom the subject stands. */
export function agedPerson(scene: Scene, clauses: Clauses, figure: Figure, voice: Voice | null): Party | null {
  const named = apposedTo(scene, figure);
  if (named) return partyFrom(named);
  const clause = clauseAt(clauses, figure.first);
  if (!isIn(scene, clause.verb, BE)) return null;
  const party = subjectParty(scene, clause, voice);
  return party?.id?.startsWith('person:') ? party : null;
}

/** The person before the comma of an apposition that holds the age: "…, a 52-year-old driver", "…, a grandmother of 68", "…, a farmer, 41". */
function apposedTo(scene: Scene, figure: Figure): Mention | null {
  for (let at = figure.first - 1; at > 0 && at > figure.first - APPOSITION; at--) {
    if (isComma(scene, at)) {
      const mention = mentionOf(scene, at - 1);
      if (mention) return mention.type === 'person' && isIn(scene, at + 1, A) ? mention : null;
      continue;
    }
    if (!isWord(scene, at) || scene.figureAt[at] >= 0 || isIn(scene, at, BE) || isPlainVerb(scene, at) || isIn(scene, at, RELATIVE)) return null;
  }
  return null;
}
const APPOSITION = 8;
const A = wordsOf('a an');
