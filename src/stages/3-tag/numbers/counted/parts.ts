import { Kind, Pos, posOf } from '../../../../knowledge/index.js';
import { Flag, has } from '../../../../model/index.js';
import { wordsOf } from '../../../../text/index.js';
import type { Draft } from '../draft.js';
import { entryAt, isOneOf, isStop, isWord, type Scene } from '../scene.js';
import { isNominal } from './phrases.js';
import { AND, COMMA, HYPHEN, OF } from '../words.js';

/** The unit of "others". */
const OTHER = 'other';
/** How far "including" may stand from the whole and from its part. */
const REACH = 12;

/** Finds parts of a whole ("12 people, including three children") and what is left unsaid ("killed 12 and wounded 30"). */
export function relateParts(scene: Scene, drafts: readonly Draft[]): void {
  shareNouns(scene, drafts);
  shareWholes(scene, drafts);
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i];
    // "killed 62 militants and captured 11 others": others of the kind before, people where none was counted
    if (draft.unit === OTHER)
      draft.unit = i > 0 && drafts[i - 1].kind === 'count' && drafts[i - 1].unit !== OTHER ? (drafts[i - 1].unit ?? 'person') : 'person';
    if ((draft.kind !== 'count' && draft.kind !== 'fraction') || draft.partOfDraft) continue;
    const whole = i > 0 && draft.kind === 'count' ? wholeOf(scene, drafts, i) : null;
    // "a third of us": whoever speaks, unless they were counted
    if (!whole && draft.countedVia === 'coreference' && draft.counted === null && isOneOf(scene, draft.last - 1, SPEAKERS)) {
      Object.assign(draft, { counted: { start: scene.tokens.start[draft.last - 1], end: scene.tokens.end[draft.last - 1] }, unit: 'person' });
      continue;
    }
    if (draft.kind === 'fraction' || draft.unit === 'time') continue;
    if (whole) {
      draft.partOfDraft = whole;
      draft.because.push('part.member');
      if (draft.counted === null && whole.counted !== null) inherit(draft, whole, 'coreference', 'part.of-whole');
      continue;
    }
    if (i > 0 && isGappedFate(scene, drafts[i - 1], draft)) inherit(draft, drafts[i - 1], 'ellipsis', 'counted.ellipsis');
    if (draft.counted === null && draft.countedVia !== 'coreference' && i > 0) {
      // "killed 12 people, including three children, and wounded 30": the thirty are people.
      const model = drafts[i - 1].partOfDraft ?? drafts[i - 1];
      // "240 pupils at three schools fell ill; 31 were kept": whom of the two it goes on with is told by the clauses
      const people = model.unit !== 'person' && drafts.slice(Math.max(0, i - 6), i).some(({ kind, unit }) => kind === 'count' && unit === 'person');
      if (!people && isElliptic(scene, draft, model)) inherit(draft, model, 'ellipsis', 'counted.ellipsis');
    }
  }
}

/** "42 soldiers were killed and 37 wounded": behind a passive the participle is a verb whose "were" is left out, and says nothing of what they are. */
function isGappedFate(scene: Scene, model: Draft, { noun, first }: Draft): boolean {
  if (!noun || noun.last - noun.first > 1 || !isOneOf(scene, noun.head, FATES) || model.unit !== 'person' || model.counted === null) return false;
  if (!isOneOf(scene, first - 1, GAPPING) || first - model.last > GAP) return false;
  for (let at = model.last; at < first - 1; at++) if (isOneOf(scene, at, FINITE)) return true;
  return false;
}
const FATES = wordsOf('wounded injured hurt missing displaced detained arrested');
const GAPPING = wordsOf(', and but while');
/** Tokens between those to whom one thing was done and those to whom another was. */
const GAP = 14;

/** "four-, five- and six-cylinder", "45 and 50 cases": a bare count in a list has the noun of the one behind it. */
export function shareNouns(scene: Scene, drafts: readonly Draft[]): void {
  for (let i = drafts.length - 2; i >= 0; i--) {
    const [one, two] = [drafts[i], drafts[i + 1]];
    if (one.kind !== 'count' || two.kind !== 'count' || one.counted !== null || two.counted === null || one.numeral.vague !== null) continue;
    const gap = two.first - one.last;
    if (gap < 1 || gap > 3) continue;
    let linked = true;
    for (let at = one.last; at < two.first; at++) if (!isOneOf(scene, at, COUNT_LIST_TIES)) linked = false;
    if (linked && (gap === 1 || isWord(scene, one.last, HYPHEN) || (gap === 2 && isWord(scene, one.last, COMMA))))
      inherit(one, two, 'ellipsis', 'counted.list');
  }
}
const COUNT_LIST_TIES = wordsOf(', and or - & to');

/** "14 of the 21 sites": the first number is a part of the second and counts the same things. */
export function shareWholes(scene: Scene, drafts: readonly Draft[]): void {
  for (let i = 0; i + 1 < drafts.length; i++) {
    const [part, whole] = [drafts[i], drafts[i + 1]];
    if ((part.kind !== 'count' && part.kind !== 'fraction') || whole.kind !== 'count' || part.counted !== null) continue;
    // "half the 640 pupils"
    const halved = part.kind === 'fraction' && isOneOf(scene, part.last, WHOLE_DETERMINERS);
    if (!halved && !isWord(scene, part.last, OF)) continue;
    if (!opensWhole(scene, halved ? part.last : part.last + 1, whole.first)) continue;
    if (whole.counted !== null) inherit(part, whole, 'ellipsis', 'part.number-of');
    part.partOfDraft = whole;
  }
}

/** "of seven", "of the 21", "of the usual 3,400", "of the company's 46,000": what may stand between "of" and the number of the whole. */
function opensWhole(scene: Scene, first: number, last: number): boolean {
  if (last - first > LONGEST_LEAD || (last > first && !isOneOf(scene, first, WHOLE_DETERMINERS) && scene.nameAt[first] < 0)) return false;
  for (let at = first + 1; at < last; at++) if (!has(scene.tokens, at, Flag.Possessive) && !isNominal(scene, at)) return false;
  // "of the usual 3,400": an adjective; "of the company's 46,000": an owner
  return last - first < 2 || has(scene.tokens, last - 1, Flag.Possessive) || (posOf(scene.knowledge, scene.tokens, last - 1) & Pos.Adjective) !== 0;
}
const LONGEST_LEAD = 5;
const WHOLE_DETERMINERS = wordsOf('the its their our my his her your all these those some');

function inherit(draft: Draft, from: Draft, via: 'ellipsis' | 'coreference', rule: string): void {
  if (from.kind !== 'count') return;
  draft.counted = from.counted;
  draft.countedVia = via;
  draft.unit = from.unit;
  draft.because.push(rule);
}

/** The count this one is a part of: a word of membership stands between ("including", "among them", "of whom"), or behind it ("three of them"). */
export function wholeOf(scene: Scene, drafts: readonly Draft[], i: number): Draft | null {
  const draft = drafts[i];
  for (let at = draft.first - 1; at >= Math.max(drafts[i - 1].last, draft.first - REACH); at--) {
    if (entryAt(scene, at, draft.first, Kind.Counted, (row) => row.class === 'member')) return largest(drafts, i, draft);
    if (isOneOf(scene, at, STATEMENT_ENDS)) break;
  }
  const behind = draft.last;
  // "four policemen among them"
  if (isOneOf(scene, behind, AMONG) && isOneOf(scene, behind + 1, PART_PRONOUNS)) return largest(drafts, i, draft);
  const pronoun =
    draft.countedVia === 'coreference' || (behind + 1 < scene.tokens.count && isWord(scene, behind, OF) && isOneOf(scene, behind + 1, PART_PRONOUNS));
  if (pronoun) return largest(drafts, i, draft);
  // "including three children and two women": the second is a part of the same whole.
  const sibling = drafts[i - 1];
  // but not "among them nine children, and 2,300 goats were lost", which begins anew.
  const anew = isWord(scene, draft.first - 2, COMMA) && isOneOf(scene, draft.last, FINITE);
  if (
    !anew &&
    sibling.partOfDraft &&
    draft.first - sibling.last <= 2 &&
    (isWord(scene, draft.first - 1, AND) || isWord(scene, draft.first - 1, COMMA))
  )
    return sibling.partOfDraft;
  return null;
}
const FINITE = wordsOf('was were is are has have had will');
const AMONG = wordsOf('among amongst');
const SPEAKERS = wordsOf('us you');
const PART_PRONOUNS = wordsOf('them whom which');
const STATEMENT_ENDS = wordsOf('; .');

function largest(drafts: readonly Draft[], i: number, part: Draft): Draft | null {
  for (let j = i - 1; j >= Math.max(0, i - 6); j--) {
    const whole = drafts[j];
    if (whole.kind !== 'count' || whole.partOfDraft) continue;
    const size = whole.value ?? whole.max ?? Number.POSITIVE_INFINITY;
    if (size >= (part.value ?? part.min ?? 0)) return whole;
  }
  return null;
}

/** A bare count that goes on with the noun of the count before: "around 400 fighters … up to 2,000 if", "killed 12 people and wounded 30". */
export function isElliptic(scene: Scene, draft: Draft, model: Draft): boolean {
  if (model.kind !== 'count' || model.counted === null || model.unit === 'time' || draft.first - model.last > 30) return false;
  if (draft.numeral.form === 'vague' && draft.numeral.role !== 'numeral') return false;
  const next = draft.last;
  if (next < scene.tokens.count && has(scene.tokens, next, Flag.Word) && !isStop(scene, next)) return isOneOf(scene, next, ELLIPTIC_NOUNS);
  return !has(scene.tokens, draft.numeral.first, Flag.Number) || draft.bound !== null || model.unit === 'person' || draft.first - model.last < 6;
}
const ELLIPTIC_NOUNS = wordsOf('others wounded injured missing dead more');
