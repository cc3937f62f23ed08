import { Flag, has, tokenAtOrAfter } from '../../../../model/index.js';
import { Kind, type LexiconRow, Pos, posOf } from '../../../../knowledge/index.js';
import { wordsOf } from '../../../../text/index.js';
import { nounAt } from '../counted/counted.js';
import { fits } from './fits.js';
import type { Draft } from '../draft.js';
import { Class, entryAt, isClass, isOneOf, isWord, type Scene } from '../scene.js';
import { BETWEEN, BY, COMMA, FROM, OF, SOME, TO } from '../words.js';
import { chainedRole, isSecondOf, restates, type Role } from './chains.js';

/** How far before a figure its verb of change may stand: "rose sharply in the third quarter by 12 percent". */
const REACH = 10;

export interface Governor {
  readonly row: LexiconRow<'change'>;
  readonly role: Role;
  readonly first: number;
}

/** The word of change that governs a figure standing at `first`, and as what: how much, whence or whither; null when none. */
export function governorOf(scene: Scene, first: number, sentenceFirst: number): Governor | null {
  let at = first - 1;
  let role: Role = 'by';
  if (at < sentenceFirst) return null;
  if (isWord(scene, at, BETWEEN) || isWord(scene, at, SOME)) at--;
  if (at < sentenceFirst) return null;
  if (isWord(scene, at, BY)) {
    at--;
    // "fell for a seventh month, by 11,200"
    if (at > sentenceFirst && isWord(scene, at, COMMA)) at--;
  } else if (isWord(scene, at, TO)) {
    role = 'to';
    at--;
    // "nearly halved, to €38 million"
    if (at - 1 > sentenceFirst && isWord(scene, at, COMMA) && entryAt(scene, at - 1, at, Kind.Change, (row) => row.form === 'verb') !== null) at--;
  } else if (isWord(scene, at, FROM)) {
    role = 'from';
    at--;
    // "has been creeping upward, from 20 to 29"
    if (at > sentenceFirst && isWord(scene, at, COMMA)) at--;
  } else if (isWord(scene, at, OF)) {
    role = 'of';
    at--;
  }
  const stop = Math.max(sentenceFirst, at - REACH);
  for (let begin = at; begin >= stop; begin--) {
    // "cut its forecast for 2020 to": a year tells nothing that moves.
    if (isOneOf(scene, begin, ENDS_OF_VERB_PHRASE) || (has(scene.tokens, begin, Flag.Number) && scene.timeAt[begin] < 0)) return null;
    const hit = entryAt(scene, begin, first, Kind.Change, (row) => row.form !== 'than' && row.form !== 'against');
    if (!hit) continue;
    const gap = at + 1 - hit.last;
    if (gap < 0) continue;
    const form = hit.row.form;
    if (role === 'of') return (form === 'noun' || form === 'both') && gap === 0 ? { row: hit.row, role: 'by', first: begin } : null;
    if (form === 'noun') {
      // "cut its growth outlook to 2%": the noun only describes what moves.
      if (gap > 0 && (role === 'to' || role === 'from')) continue;
      return null;
    }
    // Between the verb and its amount stand adverbs at most: "rose sharply", "rose only", "was up about".
    const direct = role === 'by' && !isWord(scene, first - 1, BY);
    if (direct && gap > 0 && !adverbsOnly(scene, hit.last, at + 1)) return null;
    if (form === 'particle' && (gap > 1 || isPhrasal(scene, begin, sentenceFirst))) {
      // "trending up", "crept up": the verb with its particle is a word of change itself.
      const whole = begin > stop ? entryAt(scene, begin - 1, first, Kind.Change, (row) => row.form === 'verb') : null;
      if (whole?.last === hit.last) continue;
      return null;
    }
    if (role === 'to' && gap > 0 && hasVerb(scene, hit.last, at + 1)) return null;
    return { row: hit.row, role, first: begin };
  }
  return null;
}
const ENDS_OF_VERB_PHRASE = wordsOf(', ; : ( ) and but while which that than');

/** "gave up 517 yards", "boiling down to": the particle belongs to a verb that moves nothing. */
function isPhrasal(scene: Scene, particle: number, sentenceFirst: number): boolean {
  const before = particle - 1;
  if (before < sentenceFirst || isOneOf(scene, before, BE) || isClass(scene, before, Class.moving)) return false;
  const pos = posOf(scene.knowledge, scene.tokens, before);
  return isOneOf(scene, before, PHRASAL) || (pos & (Pos.Past | Pos.Gerund | Pos.Third)) !== 0 || ((pos & Pos.Verb) !== 0 && (pos & Pos.Noun) === 0);
}
const BE = wordsOf('is was were are be been being');
/** Verbs that a dictionary knows as nouns too: "they make up 40 percent". */
const PHRASAL = wordsOf('give gave given gives giving make take use set pick buy sign split');

function hasVerb(scene: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const pos = posOf(scene.knowledge, scene.tokens, at);
    if ((pos & Pos.Verb) !== 0 && (pos & (Pos.Noun | Pos.Adjective | Pos.Plural)) === 0) return true;
  }
  return false;
}

const adverbsOnly = (scene: Scene, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) {
    if (isOneOf(scene, at, AMOUNT_ADVERBS)) continue;
    if (/ly$/.test(scene.text.slice(scene.tokens.start[at], scene.tokens.end[at]))) continue;
    return false;
  }
  return true;
};
const AMOUNT_ADVERBS = wordsOf('just only even further another a sharply slightly back up down as an additional more roughly almost');

/** Rule of an amount whose clause leaves the verb of the clause before out: it moved the same way. */
export const GAPPED = 'amount.gapped';

/** Reads the change a figure states: "rose by 12%", "up 9 per cent to $84", "fell from 75 to 45", "a 3 percent drop", "34% higher". */
export function readChanges(scene: Scene, drafts: readonly Draft[], sentenceFirst: number, limit: number): void {
  let last = null as { readonly draft: Draft; readonly row: LexiconRow<'change'> } | null;
  for (const draft of drafts) {
    const governor = governorOf(scene, draft.first, sentenceFirst);
    const chained = last ? chainedRole(scene, last.draft, draft) : null;
    const sign = draft.numeral.sign;
    if (last && pairs(scene, last.draft, draft)) {
      last.draft.changeTo = draft.changeTo = draft.value ?? draft.max;
      draft.changeFrom = last.draft.changeFrom;
    }
    if (draft.changeFrom !== null && draft.changeTo !== null) {
      // A pair already joined by "from … to".
      const row: LexiconRow<'change'> | undefined = governor?.row ?? last?.row;
      draft.change = (row?.change as Draft['change']) ?? (draft.changeTo > draft.changeFrom ? 'up' : 'down');
      draft.because.push(row ? `change.both-ends "${row.phrase}"` : 'change.both-ends');
      if (row) last = { draft, row };
    } else if (governor && !isFixed(draft) && fits(scene, draft, governor)) {
      if (last && isParallel(scene, last.draft, draft)) likeBefore(draft, last.draft);
      set(draft, governor.row, governor.role, 'change.governed');
      last = { draft, row: governor.row };
    } else if (last && (chained || (isWord(scene, draft.first - 1, BY) && !isFixed(draft) && draft.kind !== 'count'))) {
      // "complaints rose 11% to 3,142": the level counts what the share is of.
      if (chained === 'to' && draft.kind === 'count' && draft.counted === null && last.draft.kind === 'percent' && last.draft.counted !== null) {
        draft.counted = last.draft.counted;
        draft.countedVia = 'ellipsis';
        draft.unit =
          nounAt(scene, tokenAtOrAfter(scene.tokens, draft.counted.start), tokenAtOrAfter(scene.tokens, draft.counted.end), false, true)?.unit ??
          null;
        draft.subject = null;
      }
      set(draft, last.row, chained ?? 'by', 'change.chained');
      last = { draft, row: last.row };
    } else if (last && (restates(scene, last.draft, draft) || isSecondOf(scene, last.draft, draft))) {
      set(draft, last.row, last.draft.changeBy === null ? 'to' : 'by', 'change.restated');
      last = { draft, row: last.row };
    } else if (last && draft.because.includes(GAPPED)) {
      set(draft, last.row, isWord(scene, draft.first - 1, TO) ? 'to' : 'by', 'change.gapped');
      last = { draft, row: last.row };
    } else if (sign > 0 && draft.kind === 'percent') {
      draft.change = 'up';
      draft.changeBy = draft.value;
      draft.because.push('change.signed');
    } else {
      const behind = changeBehind(scene, draft, limit);
      if (behind) {
        set(draft, behind, 'by', 'change.behind');
        last = { draft, row: behind };
      }
    }
  }
}

/** "rose by 2 percent but rye fell by 1": a bare number behind "by", as the one before it. */
const isParallel = (scene: Scene, earlier: Draft, draft: Draft): boolean =>
  earlier.kind === 'percent' &&
  earlier.changeBy !== null &&
  draft.kind === 'count' &&
  draft.unit === null &&
  draft.noun === null &&
  draft.value !== null &&
  draft.value <= MOST_PERCENT &&
  draft.first - earlier.last <= REACH &&
  isWord(scene, draft.first - 1, BY) &&
  isWord(scene, earlier.first - 1, BY);
const MOST_PERCENT = 100;

function likeBefore(draft: Draft, earlier: Draft): void {
  draft.kind = earlier.kind;
  draft.unit = earlier.unit;
  draft.counted = draft.subject;
  draft.countedVia = draft.subject ? 'phrase' : null;
  draft.subject = null;
  draft.because.push('change.like-before');
}

/** "from $36,040 last night to $34,935": a whence and a whither of one verb with words between. */
const pairs = (scene: Scene, last: Draft, draft: Draft): boolean =>
  last.changeFrom !== null &&
  last.changeTo === null &&
  draft.first - last.last <= 10 &&
  isWord(scene, draft.first - 1, TO) &&
  (draft.unit === last.unit || draft.unit === null || draft.kind === 'count') &&
  draft.kind !== 'duration';

/** Ages and bare durations do not move: "rose in three years" says when. */
const isFixed = (draft: Draft): boolean => draft.kind === 'age' || draft.kind === 'duration';

function set(draft: Draft, row: LexiconRow<'change'>, role: Role, rule: string): void {
  draft.change = row.change as Draft['change'];
  const { value } = draft;
  if (role === 'to' || (role === 'by' && draft.change !== 'same' && isBeyond(draft))) draft.changeTo = value;
  else if (role === 'from') draft.changeFrom = value;
  else if (draft.change !== 'same') draft.changeBy = value;
  draft.because.push(`${rule} "${row.phrase}"`);
}

/** "fell below 80,000", "rose above 90": the level that was passed. */
const isBeyond = (draft: Draft): boolean =>
  draft.hedge === null && (draft.because.includes('bound.before "below"') || draft.because.includes('bound.before "above"'));

/** "34% higher", "a 3 percent drop", "9 per cent up on last year". */
export function changeBehind(scene: Scene, draft: Draft, limit: number): LexiconRow<'change'> | null {
  if (draft.kind !== 'percent' && draft.kind !== 'money' && draft.kind !== 'measure' && draft.kind !== 'fraction') return null;
  const at = draft.bodyLast;
  for (let next = at; next < Math.min(limit, at + 2); next++) {
    const hit = entryAt(scene, next, limit, Kind.Change, (row) => row.form === 'noun' || row.form === 'both' || row.form === 'particle');
    if (!hit) continue;
    if (hit.row.form === 'particle') return next === at && isOneOf(scene, next, WAYS) ? hit.row : null;
    // "a 3 percent drop in", not "65 percent cut their".
    return hit.row.form === 'noun' || hit.last >= limit || isOneOf(scene, hit.last, AFTER_CHANGE) ? hit.row : null;
  }
  return null;
}
const AFTER_CHANGE = wordsOf(
  'in on from to of . , for since over compared next last this ; and forecast expected predicted recorded reported seen registered posted',
);
const WAYS = wordsOf('higher lower up down stronger weaker firmer softer dearer cheaper');
