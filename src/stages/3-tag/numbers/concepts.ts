import { Flag, has, type Span } from '../../../model/index.js';
import { isKind, phraseAt, Pos, posOf } from '../../../knowledge/index.js';
import { governorOf } from './changes.js';
import type { Draft } from './draft.js';
import { isPlural, nounAt } from './counted.js';
import { Class, isClass, isHyphen, isOneOf, isTightTo, isWord, type Scene } from './scene.js';

const DETERMINERS = ['the', 'a', 'an', 'its', 'their', 'his', 'her', 'our', 'your', 'my', 'this', 'that', 'these', 'those', 'all', 'each', 'every', 'some', 'many'];
const PRONOUNS = ['it', 'he', 'she', 'they', 'we', 'i', 'you'];
const DEICTICS = ['there', 'who', 'this', 'that'];
/** Heads that only say "so much": what is measured stands elsewhere. */
const LIGHT = ['total', 'average', 'maximum', 'minimum', 'record', 'equivalent', 'majority', 'minority', 'mean', 'median', 'high', 'low', 'past', 'last'];
const OPENERS = ['in', 'on', 'at', 'after', 'before', 'since', 'by', 'for', 'with', 'during', 'according', 'despite', 'as', 'from', 'under', 'over', 'among', 'of', 'to', 'if', 'when', 'while', 'although', 'through'];

export interface Found {
  readonly span: Span;
  readonly last: number;
  /** Stands right behind the figure and belongs to its span. */
  readonly adjacent: boolean;
  /** The whole of which a share is told. */
  readonly whole: boolean;
}

const found = (scene: Scene, first: number, last: number, adjacent = false, whole = false): Found =>
  ({ span: { start: scene.tokens.start[first], end: scene.tokens.end[last - 1] }, last, adjacent, whole });

/**
 * What an amount, share or measure is of: the noun behind it ("a $94,000 contract", "12 km of road", "20 percent of spending"),
 * the object of a verb of change ("cut the rate to 3 percent"), the noun it is said of ("a fine of $5m"), else the subject of its clause.
 */
export function readConcept(scene: Scene, draft: Draft, first: number, limit: number, neighbours: readonly Draft[]): void {
  const it = behind(scene, draft, limit) ?? objectOf(scene, draft, first) ?? before(scene, draft, first)
    ?? (draft.kind === 'duration' ? null : subjectOf(scene, draft, first, neighbours) ?? ofList(scene, draft, neighbours));
  if (!it) return;
  draft.counted = it.span;
  draft.countedVia = 'phrase';
  if (it.whole && (draft.kind === 'percent' || draft.kind === 'fraction')) draft.partOf = it.span;
  if (it.adjacent) draft.last = Math.max(draft.last, it.last);
}

/** "$1 million to $1.25 million, 99 days; $1.25 million to": in a list the concept of the figure before goes on. */
function ofList(scene: Scene, draft: Draft, neighbours: readonly Draft[]): Found | null {
  const earlier = neighbours[neighbours.indexOf(draft) - 1];
  if (!earlier?.counted || earlier.kind === 'count' || draft.first - earlier.last > 2 || !isOneOf(scene, draft.first - 1, [';', ',', 'and', 'or', 'to'])) return null;
  return { span: earlier.counted, last: draft.last, adjacent: false, whole: false };
}

/** Token behind a bracket that opens at `at` ("8 miles (13 kilometers) of tunnels"), else `at`. */
function behindBracket(scene: Scene, at: number, limit: number): number {
  if (at >= limit || !isWord(scene, at, '(')) return at;
  for (let close = at + 1; close < Math.min(scene.tokens.count, at + 10); close++) if (isWord(scene, close, ')')) return close + 1;
  return at;
}

function behind(scene: Scene, draft: Draft, limit: number): Found | null {
  let at = behindBracket(scene, draft.last, limit);
  const bracketed = at > draft.last;
  const reach = bracketed ? scene.tokens.count : limit;
  if (at >= reach || draft.numeral.sign > 0) return null;
  const opener = at;
  if (isWord(scene, at, 'of') || (isOneOf(scene, at, ['in', 'for']) && draft.kind === 'money')) {
    at++;
    const determined = at < reach && isOneOf(scene, at, DETERMINERS);
    if (determined) at++;
    if (at >= reach || has(scene.tokens, at, Flag.Number)) return null;
    // "in Afghanistan" is a place, "in the crisis" a time, not what was paid; "for flights" is.
    if (!isWord(scene, opener, 'of') && (scene.nameAt[at] >= 0 || scene.timeAt[at] >= 0 || determined || has(scene.tokens, at, Flag.Capital))) return null;
    if ((posOf(scene.knowledge, scene.tokens, at) & Pos.Gerund) !== 0 && !isWord(scene, opener, 'of')) return null;
    const noun = nounAt(scene, at, reach, true, true);
    return noun && !isTimeWord(scene, noun.head) ? found(scene, at, noun.last, !bracketed, true) : null;
  }
  if (bracketed) return null;
  if (isHyphen(scene, at) && isTightTo(scene, at)) at++;
  if (at >= reach || !has(scene.tokens, at, Flag.Word) || isClass(scene, at, Class.stop)) return null;
  if (isClass(scene, at, Class.adverb) && !isOneOf(scene, at, ['new', 'long', 'short', 'full', 'total', 'extra', 'additional'])) return null;
  if (isOneOf(scene, at, ['lower', 'higher', 'up', 'down', 'off', 'late', 'early'])) return null;
  const pos = posOf(scene.knowledge, scene.tokens, at);
  if ((pos & (Pos.Noun | Pos.Adjective | Pos.Plural)) === 0 && pos !== 0) return null;
  if ((pos & Pos.Adverb) !== 0 && (pos & (Pos.Noun | Pos.Adjective)) === 0) return null;
  // "fell 3% Tuesday", "34 cents Friday"
  const noun = nounAt(scene, at, reach, true, false);
  if (!noun || isTimeWord(scene, noun.head) || isOneOf(scene, noun.head, BEHIND_MEASURES)) return null;
  return found(scene, at, noun.last, true);
}
const BEHIND_MEASURES = ['north', 'south', 'east', 'west', 'northeast', 'northwest', 'southeast', 'southwest', 'later', 'earlier', 'ago', 'old', 'higher', 'lower', 'worth', 'long', 'wide', 'tall'];

function isTimeWord(scene: Scene, token: number): boolean {
  if (isKind(scene.knowledge, scene.tokens, token, 'weekday') || isKind(scene.knowledge, scene.tokens, token, 'month')) return true;
  return phraseAt(scene.knowledge, scene.text, scene.tokens, token, token + 1, 'unit')?.row.kind === 'duration';
}

/** "boost the driving range by 35 miles", "lowered its guidance to $84 billion": what a transitive verb of change moves. */
function objectOf(scene: Scene, draft: Draft, first: number): Found | null {
  const next = draft.bodyLast;
  // "pulled the sector 0.68 percent lower"
  if (next < scene.tokens.count && isOneOf(scene, next, ['lower', 'higher']) && isNominal(scene, draft.first - 1) && !isVerbal(scene, draft.first - 1, draft.first)) return phraseEndingAt(scene, draft.first - 1, first);
  const governor = governorOf(scene, draft.first, first);
  if (!governor) return null;
  const ahead = governor.first - 1;
  // "JD Sports, down 1.95p"
  if (governor.row.form === 'particle') return ahead > first && isWord(scene, ahead, ',') && has(scene.tokens, ahead - 1, Flag.Capital) ? phraseEndingAt(scene, ahead - 1, first) : null;
  // "cause sea levels to rise 11 feet"; not "is expected to rise"
  if (ahead > first && isWord(scene, ahead, 'to') && isNominal(scene, ahead - 1) && !isAdjectival(scene, ahead - 1)) return phraseEndingAt(scene, ahead - 1, first);
  let at = governor.first + 1;
  while (at < draft.first && !isOneOf(scene, at, DETERMINERS) && isOneOf(scene, at, ['up', 'down', 'back'])) at++;
  if (isOneOf(scene, at, DETERMINERS)) at++;
  if (at >= draft.first - 1 || isOneOf(scene, at, PRONOUNS) || isClass(scene, at, Class.stop)) return null;
  const noun = nounAt(scene, at, draft.first, true, true);
  return noun ? found(scene, at, noun.last) : null;
}

/** A participle or adjective that takes an infinitive: "expected", "set", "likely". */
function isAdjectival(scene: Scene, token: number): boolean {
  const pos = posOf(scene.knowledge, scene.tokens, token);
  return (pos & Pos.Past) !== 0 || isOneOf(scene, token, ['set', 'likely', 'due', 'poised', 'able', 'ready', 'bound']);
}

/** "an interest rate of 1.38%", "savings ranging from", "a grant worth up to", "Nasdaq +0.8%": the noun phrase right before. */
function before(scene: Scene, draft: Draft, first: number): Found | null {
  let at = draft.first - 1;
  if (at < first) return null;
  if (draft.numeral.sign > 0) return phraseEndingAt(scene, isWord(scene, at, '+') ? at - 1 : at, first);
  if (draft.kind === 'duration' && isWord(scene, at, 'for') && at > first && !isVerbal(scene, at - 1, draft.first)) return phraseEndingAt(scene, at - 1, first);
  if (isWord(scene, at, 'from') && at > first && isWord(scene, at - 1, 'ranging')) at--;
  if (!isOneOf(scene, at, ['of', 'ranging', 'worth', 'totaling', 'totalling', 'exceeding'])) return null;
  at--;
  if (at > first && isWord(scene, at, ',')) at--;
  const phrase = phraseEndingAt(scene, at, first);
  return phrase && isOneOf(scene, at, LIGHT) ? null : phrase;
}

/** Noun phrase that ends with the token `last`, read backwards to its determiner. */
function phraseEndingAt(scene: Scene, last: number, first: number): Found | null {
  if (last < first) return null;
  let from = last;
  // "S&P 500 +0.3%"
  if (has(scene.tokens, last, Flag.Number) && last > first && has(scene.tokens, last - 1, Flag.Capital)) from = last - 1;
  else if (!isNominal(scene, last)) return null;
  while (from > first && last - from < 8 && (isNominal(scene, from - 1) || (isHyphen(scene, from - 1) && isTightTo(scene, from)) || has(scene.tokens, from - 1, Flag.Possessive) || isWord(scene, from - 1, '&'))) from--;
  while (from < last && !has(scene.tokens, from, Flag.Word)) from++;
  return found(scene, from, last + 1);
}

function isNominal(scene: Scene, token: number): boolean {
  if (has(scene.tokens, token, Flag.Masked) || !has(scene.tokens, token, Flag.Word) || isClass(scene, token, Class.stop)) return false;
  if (scene.nameAt[token] >= 0) return true;
  if (isKind(scene.knowledge, scene.tokens, token, 'hedge')) return false;
  const pos = posOf(scene.knowledge, scene.tokens, token);
  return pos === 0 || (pos & (Pos.Noun | Pos.Plural | Pos.Adjective)) !== 0;
}

/**
 * Subject of the clause a figure stands in: the first noun phrase behind the clause's border, with a short "of …" or "to …" behind it;
 * the noun before "which" for a relative clause; null when the subject is a pronoun.
 */
export function subjectOf(scene: Scene, draft: Draft, first: number, neighbours: readonly Draft[]): Found | null {
  let border = first;
  for (let at = draft.first - 1; at > first; at--) {
    if (isOneOf(scene, at, ['which', 'who', 'that'])) {
      const antecedent = antecedentOf(scene, at, first);
      if (antecedent) return antecedent;
      if (isWord(scene, at, 'that')) {
        border = at + 1;
        break;
      }
    }
    if (isBorder(scene, at, neighbours, draft)) {
      border = at + 1;
      break;
    }
  }
  return firstPhrase(scene, afterOpener(scene, border, draft.first), draft.first, neighbours);
}

/** The noun a relative pronoun stands for; null where "that" opens a statement ("said that", "this means that"). */
function antecedentOf(scene: Scene, pronoun: number, first: number): Found | null {
  let at = pronoun - 1;
  if (isWord(scene, at, ',')) at--;
  // "Ford (F) which has"
  if (isWord(scene, at, ')')) while (at > first && !isWord(scene, at + 1, '(')) at--;
  if (at < first || scene.timeAt[at] >= 0) return null;
  const pos = posOf(scene.knowledge, scene.tokens, at);
  if (isWord(scene, pronoun, 'that') && scene.nameAt[at] < 0 && (pos & (Pos.Third | Pos.Past)) !== 0) return null;
  return phraseEndingAt(scene, at, first);
}

/** "In Tokyo trade, Nintendo plunged", "Meanwhile, exports fell": the clause proper begins behind the comma. */
function afterOpener(scene: Scene, border: number, limit: number): number {
  if (!isOneOf(scene, border, OPENERS) && (posOf(scene.knowledge, scene.tokens, border) & Pos.Adverb) === 0) return border;
  for (let at = border + 1; at < limit - 1; at++) if (isWord(scene, at, ',') && at + 2 < limit) return at + 1;
  return border;
}

function firstPhrase(scene: Scene, border: number, limit: number, figures: readonly Draft[]): Found | null {
  for (let at = border; at < limit; at++) {
    if (scene.timeAt[at] >= 0 || figures.some((other) => other.bodyFirst <= at && at < other.bodyLast)) continue;
    if (isOneOf(scene, at, PRONOUNS) || (isOneOf(scene, at, DEICTICS) && at + 1 < limit && !isNominal(scene, at + 1))) return null;
    if (isOneOf(scene, at, DETERMINERS) || !has(scene.tokens, at, Flag.Word)) continue;
    if (!isNominal(scene, at) || isVerbal(scene, at, limit) || isAdverb(scene, at)) continue;
    if (at > border && isWord(scene, at - 1, 'to') && (posOf(scene.knowledge, scene.tokens, at) & Pos.Verb) !== 0) continue;
    let last = runEnd(scene, at, limit);
    // "exports to China", "the price of gold"
    if (last + 1 < limit && isOneOf(scene, last, ['of', 'to', 'in', 'for']) && last - at < 6) {
      let more = last + 1;
      if (isOneOf(scene, more, DETERMINERS)) more++;
      const end = runEnd(scene, more, limit);
      const verb = isWord(scene, last, 'to') && (posOf(scene.knowledge, scene.tokens, last + 1) & Pos.Verb) !== 0 && scene.nameAt[last + 1] < 0;
      if (end > more && end < limit && !verb && scene.timeAt[more] < 0) last = end;
    }
    return found(scene, at, last);
  }
  return null;
}

function runEnd(scene: Scene, at: number, limit: number): number {
  let last = at;
  while (last < limit && last - at < 8 && scene.timeAt[last] < 0) {
    const goes = (isNominal(scene, last) && !(last > at && isVerbal(scene, last, limit))) || (last > at && isHyphen(scene, last - 1) && isTightTo(scene, last) && has(scene.tokens, last, Flag.Word)) || (isHyphen(scene, last) && isTightTo(scene, last)) || has(scene.tokens, last, Flag.Possessive) || isWord(scene, last, '&') || (has(scene.tokens, last, Flag.Number) && isHyphen(scene, last - 1));
    if (!goes) break;
    last++;
  }
  while (last > at && !has(scene.tokens, last - 1, Flag.Word | Flag.Number)) last--;
  return last;
}

const isAdverb = (scene: Scene, token: number): boolean => {
  const pos = posOf(scene.knowledge, scene.tokens, token);
  return scene.nameAt[token] < 0 && (pos & Pos.Adverb) !== 0 && (pos & Pos.Noun) === 0 && !has(scene.tokens, token + 1, Flag.Capital);
};

/** A clause begins behind ";", ":", "while", "but", or behind "and" and a comma when another figure stands before it. */
function isBorder(scene: Scene, token: number, neighbours: readonly Draft[], draft: Draft): boolean {
  if (isOneOf(scene, token, ['after', 'before', 'while', 'when', 'since', 'by'])) {
    return !isWord(scene, token, 'by') && (posOf(scene.knowledge, scene.tokens, token + 1) & Pos.Gerund) === 0 && scene.timeAt[token + 1] < 0;
  }
  if (isWord(scene, token, '(')) return !closes(scene, token, draft.first);
  if (isOneOf(scene, token, [';', ':', 'but', 'whereas', 'although', 'though', 'because', 'if', 'says', 'said', 'saying', 'as', 'where', '—', '–', 'unless'])) return true;
  if (!isOneOf(scene, token, [',', 'and', 'or'])) return false;
  if (token + 1 >= draft.first - 1 || (posOf(scene.knowledge, scene.tokens, token + 1) & Pos.Gerund) !== 0) return false;
  return neighbours.some((other) => other !== draft && other.kind !== 'age' && other.bodyLast <= token && token - other.bodyLast < 4);
}

function closes(scene: Scene, open: number, limit: number): boolean {
  for (let at = open + 1; at < limit; at++) if (isWord(scene, at, ')')) return true;
  return false;
}

function isVerbal(scene: Scene, token: number, limit: number): boolean {
  if (scene.nameAt[token] >= 0) return false;
  const pos = posOf(scene.knowledge, scene.tokens, token);
  const afterNoun = token > 0 && (isPlural(scene, token - 1) || scene.nameAt[token - 1] >= 0 || (posOf(scene.knowledge, scene.tokens, token - 1) & Pos.Noun) !== 0);
  if (isKind(scene.knowledge, scene.tokens, token, 'change') && afterNoun && (pos & (Pos.Past | Pos.Third | Pos.Verb)) !== 0) return true;
  if ((pos & Pos.Past) !== 0 && afterNoun && isPlural(scene, token - 1)) return true;
  if ((pos & Pos.Past) !== 0 && (pos & (Pos.Adjective | Pos.Noun)) === 0) return !(token + 1 < limit && isPlural(scene, token + 1));
  if ((pos & Pos.Gerund) !== 0 && (pos & Pos.Noun) === 0) return true;
  return (pos & Pos.Verb) !== 0 && (pos & (Pos.Noun | Pos.Adjective | Pos.Plural)) === 0;
}
