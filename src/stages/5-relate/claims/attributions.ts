import { Flag, has, type Sentence } from '../../../model/index.js';
import { isKind, phraseAt } from '../../../knowledge/index.js';
import {
  ADVERB,
  AND,
  ARTICLE,
  BE,
  HAVE,
  isComma,
  isPlainVerb,
  isQuote,
  isWall,
  isWord,
  PREPOSITION,
  PRONOUN_GROUP,
  PRONOUN_PERSON,
  RELATIVE,
  skipBack,
  THAT,
  TO,
} from './grammar.js';
import { isIn, mentionEnd, mentionOf, mentionStart, signAt, wordsBetween, wordsOf, type Scene, type Stretch } from './scene.js';
import { dateIn, isDocumentWord, isSpeakerWord, speakerOf, type Speaker } from './sources.js';

/** "X said that …", "…, X said", "According to X, …": what it covers and what only tells of the speaker. */
export interface Attribution {
  readonly speaker: Speaker;
  /** Tokens whose figures the speaker answers for. */
  readonly covers: Stretch;
  /** Tokens that tell who, when and where it was said: neither place nor date of a claim. */
  readonly silent: Stretch;
  readonly trailing: boolean;
  /** Stands in a relative clause ("which the report calls …"): speaks for that clause alone. */
  readonly aside: boolean;
  /** The words of saying, readable: `"said"`. */
  readonly by: string;
}

const SAYING = wordsOf('said says say told tells saying');
const REPORTED_SPEECH = wordsOf('that how why whether');
const TRANSFER = wordsOf('told tells informed briefed reminded warned assured');

/** How a word of saying works: alone, only before "that" or a quotation, for documents and counters, or as a preposition. */
type Manner = 'verb' | 'tally' | 'weak' | 'according' | 'participle';

function sayingAt(scene: Scene, token: number, limit: number): { readonly last: number; readonly manner: Manner } | null {
  if (scene.mentionAt[token] >= 0 || scene.figureAt[token] >= 0 || scene.dateAt[token] >= 0 || has(scene.tokens, token, Flag.Masked)) return null;
  const source = phraseAt(scene.knowledge, scene.text, scene.tokens, token, limit, 'source');
  if (source) {
    const { kind } = source.row;
    const verb = kind.includes('verb') ? 'verb' : kind.includes('tally') ? 'tally' : null;
    if (kind === 'according') return { last: source.last, manner: 'according' };
    // "a UN report said", "the count stands": a noun, unless what it says follows at once.
    const noun = kind !== 'verb' && kind !== 'tally';
    if (verb && (!noun || isSaid(scene, token, source.last))) return { last: source.last, manner: verb };
    if (noun && kind !== 'speaker') return null;
  }
  const hit = phraseAt(scene.knowledge, scene.text, scene.tokens, token, limit, 'reporting');
  if (!hit || isIn(scene, token, BE)) return null;
  if (hit.row.form === 'phrase') return { last: hit.last, manner: isIn(scene, token, ACCORDING) ? 'according' : 'verb' };
  return { last: hit.last, manner: hit.row.form === 'participle' ? 'participle' : 'weak' };
}
const ACCORDING = wordsOf('according');

/** Whether a word that is noun and verb is the verb: a number, "that" or an article right behind it, no article before it. */
const isSaid = (scene: Scene, token: number, after: number): boolean =>
  (scene.figureAt[after] >= 0 || isIn(scene, after, THAT) || (isIn(scene, after, ARTICLE) && scene.mentionAt[after] < 0)) &&
  !isIn(scene, token - 1, ARTICLE) &&
  !isIn(scene, token - 1, PREPOSITION);

/** Every attribution of a sentence, in order. Cost is linear in its tokens. */
export function attributionsOf(scene: Scene, sentence: Sentence): readonly Attribution[] {
  const found: Attribution[] = [];
  let floor = sentence.first;
  const opening = inDocument(scene, sentence);
  if (opening) {
    found.push(opening);
    floor = opening.silent.last;
  }
  for (let token = sentence.first; token < sentence.last; token++) {
    const hit = isWord(scene, token) ? sayingAt(scene, token, sentence.last) : null;
    if (!hit) {
      const inside = token >= floor && signAt(scene, token) === '(' ? bracketed(scene, token, sentence, floor) : null;
      if (inside) found.push(inside);
      continue;
    }
    if (token < floor) continue;
    const attribution =
      hit.manner === 'according'
        ? accordingTo(scene, token, hit.last, sentence, floor)
        : verbal(scene, token, hit.last, sentence, floor, hit.manner, found.at(-1) ?? null);
    if (attribution) {
      found.push(attribution);
      floor = Math.max(hit.last, attribution.silent.last);
    }
    token = Math.max(token, hit.last - 1);
  }
  return bounded(found, sentence);
}

/** A leading attribution ends where the next one's speaker begins. */
function bounded(found: readonly Attribution[], sentence: Sentence): readonly Attribution[] {
  return found.map((one, i) => {
    const next = found[i + 1];
    if (!next || next.trailing || one.trailing) return one;
    const last = Math.min(one.covers.last, next.silent.first);
    return last > one.covers.first
      ? { ...one, covers: { first: one.covers.first, last } }
      : { ...one, covers: { first: sentence.first, last: one.silent.first } };
  });
}

/** "In the survey, 63% …": the sentence opens with the document it reports. */
function inDocument(scene: Scene, sentence: Sentence): Attribution | null {
  const { first } = sentence;
  if (!isIn(scene, first, IN_BY) || !isIn(scene, first + 1, ARTICLE)) return null;
  let last = first + 2;
  while (last < Math.min(sentence.last, first + 8) && !isComma(scene, last)) last++;
  if (!isComma(scene, last) || !isDocumentWord(scene, last - 1, last)) return null;
  const speaker = speakerOf(scene, { first: first + 1, last }, sentence);
  return speaker && speaker.type === 'document'
    ? {
        speaker: { ...speaker, on: dateIn(scene, first, last) },
        covers: { first: last, last: sentence.last },
        silent: { first, last },
        trailing: false,
        aside: false,
        by: 'in',
      }
    : null;
}
const IN_BY = wordsOf('in by');

/** "62% of them children (IOM).": a group alone in brackets at the end, and not the short form of the name before it. */
function bracketed(scene: Scene, token: number, sentence: Sentence, floor: number): Attribution | null {
  const mention = mentionOf(scene, token + 1);
  const close = mention ? mentionEnd(scene, token + 1) : 0;
  if (mention?.type !== 'group' || signAt(scene, close) !== ')' || close + 2 < sentence.last) return null;
  if (mentionOf(scene, token - 1)?.entity_id === mention.entity_id) return null;
  return {
    speaker: { id: mention.entity_id, name: mention.name, type: 'group', back: null, on: null },
    covers: { first: wallBefore(scene, token, floor), last: token },
    silent: { first: token, last: close },
    trailing: true,
    aside: false,
    by: '(…)',
  };
}

/** "According to a June 2023 UN report, …" and "…, according to police". */
function accordingTo(scene: Scene, token: number, after: number, sentence: Sentence, floor: number): Attribution | null {
  if (isIn(scene, token, PER) && !(token === sentence.first || isComma(scene, token - 1) || signAt(scene, token - 1) === '(')) return null;
  let last = after;
  let comma = -1;
  for (; last < sentence.last; last++) {
    if (isComma(scene, last)) {
      comma = last;
      // "According to Shahin Tavakoli, who wrote the paper, one in three …": a relative clause still tells of the speaker.
      if (isIn(scene, last + 1, RELATIVE) || (isIn(scene, last + 1, ARTICLE) && isAppositive(scene, last + 1, sentence))) continue;
      break;
    }
    if (isWall(scene, last) && signAt(scene, last) !== '(' && signAt(scene, last) !== ')') break;
  }
  const speaker = speakerOf(scene, { first: after, last: comma > 0 && comma < last ? comma : last }, sentence);
  if (!speaker) return null;
  const wall = wallBefore(scene, token, floor);
  const opens = token <= wall + 1;
  const end = isWall(scene, last) && signAt(scene, last) === ';' && !opens ? last : opens ? wallAfter(scene, last, sentence) : last;
  return {
    speaker: { ...speaker, on: dateIn(scene, after, last) },
    covers: opens ? { first: last, last: end } : { first: wall, last: token },
    silent: { first: token, last },
    trailing: !opens,
    aside: false,
    by: 'according to',
  };
}

/** "a private institute in Mashhad," between commas: no verb before the next comma. */
function isAppositive(scene: Scene, token: number, sentence: Sentence): boolean {
  for (let at = token; at < sentence.last; at++) {
    if (isComma(scene, at)) return true;
    if (isWall(scene, at) || scene.figureAt[at] >= 0 || isPlainVerb(scene, at) || isIn(scene, at, BE) || isIn(scene, at, HAVE)) return false;
  }
  return false;
}

function wallBefore(scene: Scene, token: number, floor: number): number {
  let at = token;
  while (at > floor && signAt(scene, at - 1) !== ';') at--;
  return at;
}

const wallAfter = (scene: Scene, token: number, sentence: Sentence): number => {
  let at = token;
  while (at < sentence.last && signAt(scene, at) !== ';') at++;
  return at;
};

const PER = wordsOf('per');

function verbal(
  scene: Scene,
  verb: number,
  after: number,
  sentence: Sentence,
  floor: number,
  manner: Manner,
  previous: Attribution | null,
): Attribution | null {
  if (manner === 'participle' && !isIn(scene, verb, SAYING_PARTICIPLE)) return null;
  const passive = isIn(scene, skipAdverbs(scene, verb - 1, floor), BE);
  if (passive || isIn(scene, verb - 1, TO) || isIn(scene, verb - 1, ARTICLE) || isIn(scene, verb - 1, PREPOSITION) || isIn(scene, verb - 1, MODAL))
    return null;
  const inverted = invertedAt(scene, verb, after, sentence);
  if (inverted) return inverted;
  // "put the toll at 16 and said that": one speaker, two verbs.
  const again = previous && !previous.trailing && isIn(scene, skipBack(scene, verb - 1, floor), JOINT) ? previous.speaker : null;
  const subject = again ? { first: verb, last: verb } : subjectOf(scene, verb, sentence, floor);
  if (!subject) return null;
  const speaker = again ?? speakerOf(scene, subject, sentence);
  if (!speaker) return null;
  // Where the words said begin: behind "that", or behind the words on when, where and to whom.
  const content = contentAfter(scene, after, sentence);
  const opened = subject.first - 1;
  const trails =
    opened > sentence.first &&
    (isComma(scene, opened) || isQuote(scene, opened)) &&
    (!content.that || isQuote(scene, opened)) &&
    !hasFigure(scene, after, content.rest) &&
    (content.rest >= sentence.last || isQuote(scene, content.rest) || isComma(scene, content.rest));
  const by = wordsBetween(scene, verb, after);
  const on = dateIn(scene, subject.first, subject.last) ?? dateIn(scene, after, content.first);
  if (trails) {
    return {
      speaker: { ...speaker, on },
      covers: { first: wallBefore(scene, verb, sentence.first), last: sentence.last },
      silent: { first: subject.first, last: Math.max(after, content.first) },
      trailing: true,
      aside: false,
      by,
    };
  }
  if (manner === 'weak' && content.that && (content.first - after > 9 || isIn(scene, verb - 1, AND))) return null;
  const figures = hasFigure(scene, after, sentence.last);
  if (!content.that && !isQuote(scene, content.rest) && signAt(scene, after) !== ':') {
    if (manner === 'weak' || manner === 'participle') return null;
    // "NEMA counted 41 deaths", "the report listed 87 schools": counting is saying when a body or a document does it.
    if (
      manner === 'tally' &&
      (!figures ||
        (speaker.type !== 'document' && !isPut(scene, verb, sentence)) ||
        speaker.type === 'place' ||
        (speaker.type === 'words' && !isIn(scene, verb, PUT)))
    )
      return null;
    // "demand", "report", "count" behind an adjective or a noun are nouns, unless a plural or a pronoun stands before them.
    if (manner === 'verb' && !figures && !isIn(scene, verb, SAYING)) return null;
  }
  const aside = isIn(scene, subject.first - 1, RELATIVE) || isIn(scene, verb - 1, RELATIVE);
  return {
    speaker: { ...speaker, on },
    covers: { first: after, last: aside && isIn(scene, subject.first - 1, RELATIVE) ? commaAfter(scene, after, sentence) : sentence.last },
    silent: { first: subject.first, last: Math.max(after, content.that ? content.first : after) },
    trailing: false,
    aside,
    by,
  };
}

/** "put his takings at 1,900": the verb with its "at" before a figure. */
function isPut(scene: Scene, verb: number, sentence: Sentence): boolean {
  if (!isIn(scene, verb, PUT)) return isIn(scene, verb, COUNTED);
  for (let token = verb + 1; token + 1 < Math.min(sentence.last, verb + 12); token++)
    if (isIn(scene, token, AT) && scene.figureAt[token + 1] >= 0) return true;
  return false;
}
const PUT = wordsOf('put puts');
const COUNTED = wordsOf('counted counts recorded documented');
const AT = wordsOf('at as');

const SAYING_PARTICIPLE = wordsOf('saying adding stating claiming noting');
const MODAL = wordsOf('will would shall should can could may might must cannot');

const skipAdverbs = (scene: Scene, token: number, limit: number): number => {
  while (token >= limit && isIn(scene, token, ADVERB)) token--;
  return token;
};

const hasFigure = (scene: Scene, first: number, last: number): boolean => {
  for (let token = first; token < last; token++) if (scene.figureAt[token] >= 0) return true;
  return false;
};

const commaAfter = (scene: Scene, token: number, sentence: Sentence): number => {
  while (token < sentence.last && !isComma(scene, token)) token++;
  return token;
};

/** Behind the verb: "told reporters on Wednesday that": where the content begins and whether "that" opens it. */
function contentAfter(scene: Scene, after: number, sentence: Sentence): { readonly first: number; readonly rest: number; readonly that: boolean } {
  const limit = Math.min(sentence.last, after + 24);
  let end = after;
  for (let token = after; token < limit; token++) {
    if (isIn(scene, token, REPORTED_SPEECH) && scene.mentionAt[token] < 0) return { first: token + 1, rest: token + 1, that: true };
    if (isQuote(scene, token) || isComma(scene, token) || isWall(scene, token)) return { first: token, rest: token, that: false };
    if (scene.figureAt[token] >= 0 || isPlainVerb(scene, token) || isIn(scene, token, BE) || isIn(scene, token, HAVE))
      return { first: end, rest: token, that: false };
    if (scene.dateAt[token] >= 0) end = token + 1;
    if (signAt(scene, token) === '.' && token === sentence.last - 1) return { first: sentence.last, rest: sentence.last, that: false };
  }
  return limit === sentence.last ? { first: sentence.last, rest: sentence.last, that: false } : { first: end, rest: limit, that: false };
}

/** "…,” said Yerlan Tasbolat of Halyk Capital Research": the speaker behind the verb. */
function invertedAt(scene: Scene, verb: number, after: number, sentence: Sentence): Attribution | null {
  const before = verb - 1;
  if (before < sentence.first || !(isQuote(scene, before) || isComma(scene, before) || signAt(scene, before) === '?')) return null;
  if (after >= sentence.last || isIn(scene, after, THAT) || isQuote(scene, after) || (isIn(scene, after, PREPOSITION) && scene.mentionAt[after] < 0))
    return null;
  if (
    scene.mentionAt[after] < 0 &&
    !has(scene.tokens, after, Flag.Capital) &&
    !isIn(scene, after, ARTICLE) &&
    !isSpeakerWord(scene, after, sentence.last) &&
    !isKind(scene.knowledge, scene.tokens, after, 'title')
  )
    return null;
  // "Ali Khan, president of the union, estimated losses": a verb with its subject before the comma.
  if (isComma(scene, before) && !isIn(scene, verb, SAYING) && !hasFigureBefore(scene, before, sentence)) return null;
  if (isComma(scene, before) && isIn(scene, verb, TRANSFER)) return null;
  let last = after;
  while (last < sentence.last && !isComma(scene, last) && !isQuote(scene, last) && signAt(scene, last) !== '.' && signAt(scene, last) !== ';')
    last = mentionEnd(scene, last);
  for (let token = after; token < last; token++) {
    if (
      scene.figureAt[token] >= 0 ||
      (scene.mentionAt[token] < 0 &&
        (isPlainVerb(scene, token) || isIn(scene, token, BE) || isIn(scene, token, HAVE) || isIn(scene, token, MODAL)) &&
        !isIn(scene, token - 1, RELATIVE))
    )
      return null;
    if (isIn(scene, token, RELATIVE)) break;
  }
  // "said its secretary, K. Tharmalingam, 55": the name follows the office.
  if (isComma(scene, last) && mentionOf(scene, last + 1)?.type === 'person') last = mentionEnd(scene, last + 1);
  const speaker = speakerOf(scene, { first: after, last: Math.min(last, sentence.last) }, sentence);
  if (!speaker) return null;
  const rest = quoteAfter(scene, last, sentence);
  // "…,” said Amina, 29, who came with her five children": what holds a figure is told by the writer.
  const end = rest === sentence.last && hasFigure(scene, last, rest) ? last : rest;
  return {
    speaker: { ...speaker, on: dateIn(scene, after, end) },
    covers: { first: wallBefore(scene, verb, sentence.first), last: rest < sentence.last ? sentence.last : verb },
    silent: { first: verb, last: end },
    trailing: true,
    aside: false,
    by: wordsBetween(scene, verb, after),
  };
}

const hasFigureBefore = (scene: Scene, token: number, sentence: Sentence): boolean => hasFigure(scene, sentence.first, token);

const quoteAfter = (scene: Scene, token: number, sentence: Sentence): number => {
  while (token < sentence.last && !isQuote(scene, token)) token++;
  return token;
};

/** The noun phrase before a verb of saying, appositions included; null when none stands there. */
function subjectOf(scene: Scene, verb: number, sentence: Sentence, floor: number): Stretch | null {
  let at = skipBack(scene, verb - 1, floor);
  if (at < floor) return null;
  // "…, which found that": the antecedent speaks. "offers a rate and says": the subject of the sentence goes on.
  if (isIn(scene, at, RELATIVE) && at > floor) {
    at = isComma(scene, at - 1) ? at - 2 : at - 1;
    if (signAt(scene, at) === ')') while (at > floor && signAt(scene, at) !== '(') at--;
    if (signAt(scene, at) === '(') at--;
    return mentionOf(scene, at) ? { first: mentionStart(scene, at), last: at + 1 } : null;
  }
  if (isIn(scene, at, JOINT)) return headOf(scene, sentence, floor, at);
  if (signAt(scene, at) === ')') while (at > floor && signAt(scene, at) !== '(') at--;
  if (signAt(scene, at) === '(') at--;
  if (scene.mentionAt[at] < 0 && (isIn(scene, at, PRONOUN_PERSON) || isIn(scene, at, PRONOUN_GROUP))) return { first: at, last: at + 1 };
  const last = at + 1;
  if (isComma(scene, at)) {
    // "Yasir Khan, 43, president of the union, estimated": back over the appositions to the name they follow.
    let first = at;
    let name = -1;
    for (let token = at - 1; token >= floor; token--) {
      if (isQuote(scene, token) || signAt(scene, token) === ';' || signAt(scene, token) === ':' || isIn(scene, token, THAT)) break;
      const mention = mentionOf(scene, token);
      if (
        mention &&
        mention.type !== 'place' &&
        (isComma(scene, mentionEnd(scene, token)) ||
          signAt(scene, mentionEnd(scene, token)) === '(' ||
          signAt(scene, mentionEnd(scene, token)) === ')') &&
        mentionEnd(scene, token) <= at
      ) {
        const start = mentionStart(scene, token);
        if (name < 0 || mention.type === 'person') {
          name = mentionEnd(scene, token);
          first = start;
        }
      }
      if (!mention && isReporting2(scene, token)) break;
    }
    if (name < 0) return null;
    return { first: phraseFirst(scene, first, floor), last: name };
  }
  const first = phraseFirst(scene, at, floor);
  if (first > at) return null;
  return { first, last };
}

const JOINT = wordsOf('and but');

/** The name that opens the sentence or its last part: the subject that a verb behind "and" shares. */
function headOf(scene: Scene, sentence: Sentence, floor: number, limit: number): Stretch | null {
  for (let token = Math.max(sentence.first, floor); token < limit; token++) {
    const mention = mentionOf(scene, token);
    if (isIn(scene, token, PRONOUN_PERSON) || (isIn(scene, token, PRONOUN_GROUP) && token === sentence.first))
      return { first: token, last: token + 1 };
    if (!mention) {
      if (isPlainVerb(scene, token)) return null;
      continue;
    }
    const end = mentionEnd(scene, token);
    if (mention.type !== 'place' && !isIn(scene, token - 1, PREPOSITION))
      return { first: token, last: has(scene.tokens, end, Flag.Possessive) ? Math.min(limit, end + 3) : end };
    token = end - 1;
  }
  return null;
}

const isReporting2 = (scene: Scene, token: number): boolean => isIn(scene, token, SAYING);

/** First token of the noun phrase that ends with `token`: back over nouns, names and the prepositions inside it. */
function phraseFirst(scene: Scene, token: number, floor: number): number {
  let first = token + 1;
  for (let at = token; at >= floor; at--) {
    if (scene.mentionAt[at] >= 0) {
      at = mentionStart(scene, at);
      first = at;
      continue;
    }
    if (scene.figureAt[at] >= 0 && isComma(scene, at - 1)) break;
    if (signAt(scene, at) === ')') {
      // "the Integrated Office (BINUH) believes"
      let open = at;
      while (open > floor && open > at - 8 && signAt(scene, open) !== '(') open--;
      if (signAt(scene, open) === '(') {
        at = open;
        continue;
      }
    }
    if (isIn(scene, at, THAT) && (at === floor || isQuote(scene, at - 1) || isComma(scene, at - 1) || isIn(scene, at + 1, SAME)) && at < token)
      return at;
    if (isComma(scene, at) || isWall(scene, at) || isQuote(scene, at) || isIn(scene, at, RELATIVE) || isIn(scene, at, CLAUSE)) break;
    if (isPlainVerb(scene, at) || isIn(scene, at, BE) || isIn(scene, at, HAVE) || isIn(scene, at, MODAL)) break;
    if (isIn(scene, at, AND) && !isListed(scene, at)) break;
    if (!isWord(scene, at) && !has(scene.tokens, at, Flag.Number) && signAt(scene, at) !== '-' && !has(scene.tokens, at, Flag.Possessive)) break;
    first = at;
  }
  while (
    first <= token &&
    scene.mentionAt[first] < 0 &&
    (isIn(scene, first, PREPOSITION) || isIn(scene, first, AND) || isIn(scene, first, ADVERB) || isIn(scene, first, CLAUSE))
  )
    first++;
  return first;
}
const CLAUSE = wordsOf('but yet because although though while whereas if unless when as than so');
/** "residents and aid workers": two speakers of one verb. */
const isListed = (scene: Scene, token: number): boolean =>
  isSpeakerWord(scene, token - 1, token) || (scene.mentionAt[token - 1] >= 0 && isComma(scene, mentionStart(scene, token - 1) - 1));
const SAME = wordsOf('same');
