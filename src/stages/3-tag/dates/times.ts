import { Flag, type NameMention, type Segmented, type TimeExpression } from '../../../model/index.js';
import type { Knowledge } from '../../../knowledge/index.js';
import { isPieceOfCode } from './codes.js';
import { inCustom } from './custom.js';
import { type Candidates, type Grammar, grammarOf, Mark, NO_RULES } from './grammar.js';
import { digits, widthOf } from './counts.js';
import { joinNeighbours } from './neighbours.js';
import type { Made } from './rule.js';
import type { Scene } from './scene.js';

/** An expression on its way: tokens and value, not yet joined with its neighbours. */
export interface Found extends Made {
  readonly first: number;
  readonly last: number;
  readonly because: string;
}

/** How far a leading word ("the", "about") may stand before the word that tells of a time. */
const REACH = 5;

/** Finds time expressions, sorted by start, not overlapping; never inside a name. */
export function findTimes(document: Segmented, knowledge: Knowledge, names: readonly NameMention[]): readonly TimeExpression[] {
  const { text, tokens, sentences } = document;
  const grammar = grammarOf(knowledge);
  const scene: Scene = {
    text,
    tokens,
    knowledge,
    words: grammar.words,
    wordBits: grammar.words.roles,
    first: 0,
    limit: 0,
    end: 0,
    value: 0,
    phrase: null,
    captures: {},
  };
  const times: TimeExpression[] = [];
  let name = 0;
  for (const sentence of sentences) {
    const found: Found[] = [];
    scene.first = sentence.first;
    scene.end = sentence.last;
    for (let token = sentence.first; token < sentence.last; ) {
      while (name < names.length && names[name].last <= token) name++;
      const blocked = name < names.length && names[name].first < sentence.last ? names[name] : null;
      if (blocked && blocked.first <= token) {
        token = blocked.last;
        continue;
      }
      scene.limit = blocked ? blocked.first : sentence.last;
      const candidates = rulesAt(grammar, scene, token);
      token = candidates === NO_RULES ? token + 1 : readAt(scene, candidates, token, found);
    }
    if (found.length === 0) continue;
    scene.limit = sentence.last;
    for (const one of joinNeighbours(scene, found)) {
      if (isPieceOfCode(text, tokens, one.first, one.last)) continue;
      times.push({
        start: tokens.start[one.first],
        end: tokens.end[one.last - 1],
        first: one.first,
        last: one.last,
        sentence: sentence.index,
        type: one.type,
        timex: one.timex,
        relation: one.relation,
        mod: one.mod,
        because: one.because,
      });
    }
  }
  return inCustom(times, text);
}

/** Characters of "Q3FY2024". */
const LONGEST_SIGN = 8;
const [LETTER_F, LETTER_Q, LETTER_H] = [102, 113, 104];

/** The rules worth trying at a token: most tokens have none. */
function rulesAt(grammar: Grammar, scene: Scene, token: number): Candidates {
  const { tokens, text, limit } = scene;
  const flags = tokens.flags[token];
  if ((flags & Flag.Masked) !== 0) return NO_RULES;
  if ((flags & Flag.Number) !== 0) return grammar.digits[digits(scene, token) < 0 ? 0 : widthOf(scene, token)];
  if ((flags & Flag.Punctuation) !== 0) {
    const c = text.charCodeAt(tokens.start[token]);
    const quote = c === 39 || c === 0x2019 || c === 0x2018;
    return quote && token + 1 < limit && (tokens.flags[token + 1] & Flag.Number) !== 0 ? grammar.apostrophe : NO_RULES;
  }
  if ((flags & Flag.Alphanumeric) !== 0) {
    const width = tokens.end[token] - tokens.start[token];
    const letter = text.charCodeAt(tokens.start[token]) | 32;
    if (width === 2 || (width <= LONGEST_SIGN && (letter === LETTER_F || letter === LETTER_Q || letter === LETTER_H))) return grammar.signs;
  }
  const id = tokens.id[token];
  if (id < 0 || grammar.mark[id] === Mark.None) return NO_RULES;
  if (grammar.mark[id] === Mark.Lead && !triggerAhead(grammar, scene, token)) return NO_RULES;
  return grammar.candidates[grammar.candidatesOf[id]];
}

/** Whether a leading word leads to a time: it goes on with another word of the grammar, and one that tells of a time is near. */
function triggerAhead(grammar: Grammar, scene: Scene, token: number): boolean {
  const { tokens } = scene;
  const { mark } = grammar;
  const end = Math.min(scene.limit, token + 1 + REACH);
  for (let t = token + 1; t < end; t++) {
    const flags = tokens.flags[t];
    if ((flags & Flag.Number) !== 0) return true;
    const id = tokens.id[t];
    const known = id < 0 ? Mark.None : mark[id];
    if (known === Mark.Trigger) return true;
    // "two bloody weeks": one strange word may stand behind a number or an article, none behind other leading words.
    if (known === Mark.None && (flags & Flag.Punctuation) === 0 && (t > token + 1 || grammar.loose[tokens.id[token]] === 0)) break;
  }
  return startsPhrase(grammar, scene, token);
}

/** "the past", "so far": phrases of leading words only. */
const startsPhrase = (grammar: Grammar, scene: Scene, token: number): boolean =>
  token + 1 < scene.limit && grammar.seconds[grammar.candidatesOf[scene.tokens.id[token]]].has(scene.tokens.id[token + 1]);

/** More tokens than any shape takes. */
const LONGEST_SHAPE = 14;

/** Roles of the words from `token` on, as far as a shape can reach. */
function rolesNear({ tokens, words, limit }: Scene, token: number): number {
  const end = Math.min(limit, token + LONGEST_SHAPE);
  let roles = 0;
  for (let t = token; t < end; t++) if (tokens.id[t] >= 0) roles |= words.roles[tokens.id[t]];
  return roles;
}

function meets(needs: readonly number[], near: number): boolean {
  for (let i = 0; i < needs.length; i++) if ((needs[i] & near) === 0) return false;
  return true;
}

/** Adds what the longest rule finds at `token`; returns the token to go on with. */
function readAt(scene: Scene, { rules, needs }: Candidates, token: number, found: Found[]): number {
  let best: readonly Made[] | null = null;
  let bestEnd = token;
  let because = '';
  const near = rolesNear(scene, token);
  for (let i = 0; i < needs.length; i++) {
    if ((needs[i] & ~near) !== 0) continue;
    const { rule, shape } = rules[i];
    if (!meets(shape.needs, near)) continue;
    const end = shape.match(scene, token);
    if (end < 0) continue;
    const { captures } = scene;
    scene.captures = {};
    if (end <= bestEnd) continue;
    const outcome = rule.make(captures, scene, token, end);
    if (outcome === 'pass') continue;
    best = outcome === null ? [] : Array.isArray(outcome) ? outcome : [outcome as Made];
    bestEnd = end;
    because = `rule ${rule.id}`;
  }
  if (!best) return token + 1;
  for (const { type, timex, relation, mod, first = token, last = bestEnd } of best) found.push({ type, timex, relation, mod, first, last, because });
  return bestEnd;
}
