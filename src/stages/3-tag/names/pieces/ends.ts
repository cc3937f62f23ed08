import { Flag, has, type Rule } from '../../../../model/index.js';
import { isKind, Kind, levelOf, phraseAt, SenseFlag } from '../../../../knowledge/index.js';
import { gazetteerAt, isFirm, senseType } from '../gazetteer.js';
import { isShoutedTown } from './listed.js';
import { isCapital, isEnglish, isFaith, isFunctionWord, sign, type Scene } from '../scene.js';

/** Whether a piece `[token, at)` that nothing explains ends before `at`, in a run that ends with `end`. */
type End = (scene: Scene, token: number, at: number, end: number, limit: number) => boolean;

const AMPERSAND = 38;
const isGiven = (scene: Scene, token: number): boolean => isKind(scene.knowledge, scene.tokens, token, Kind.GivenName);

/** Where a piece that nothing explains ends. */
export const ENDS: readonly Rule<End>[] = [
  {
    id: 'end.function-word',
    reads: 'before a function word of a shouted line: “NEWS FROM THE COAST”',
    find: (scene, _, at) =>
      has(scene.tokens, at, Flag.Shouted) && isFunctionWord(scene, at) && !isKind(scene.knowledge, scene.tokens, at, Kind.Particle),
  },
  {
    id: 'end.two-people',
    reads: 'between two people: “Benjamin Ntim & Kojo Annan”, though “Marks & Spencer” is one firm',
    find: (scene, token, at, end) =>
      sign(scene, at) === AMPERSAND && at > token + 1 && isGiven(scene, token) && at + 2 < end && isGiven(scene, at + 1),
  },
  {
    id: 'end.title',
    reads: 'before a title: “Kano Professor Idris”',
    find: (scene, _, at, end, limit) => isTitleBefore(scene, at, end, limit),
  },
  {
    id: 'end.weekday',
    reads: 'before a weekday that ends a run: “Chelsea Sunday, May 5”',
    find: (scene, _, at) => isWeekday(scene, at) && !isCapital(scene, at + 1),
  },
  {
    id: 'end.letters',
    reads:
      'before letters that can be a title, where a given name or a word that is no English follows: “Labour MP Emily Osei”, “Suba MP Caroli Omondi”',
    find: (scene, _, at, end, limit) => {
      if (!has(scene.tokens, at, Flag.Upper) || has(scene.tokens, at, Flag.Shouted)) return false;
      const title = phraseAt(scene.knowledge, scene.text, scene.tokens, at, limit, Kind.Title);
      if (title === null || title.last >= end) return false;
      const foreign = levelOf(scene.knowledge, scene.tokens, title.last) === 0 && title.last + 1 < end && !has(scene.tokens, title.last, Flag.Upper);
      return isGiven(scene, title.last) || foreign;
    },
  },
  {
    id: 'end.distinction',
    reads: 'before letters of distinction behind a full name: “James Holm QC”, “Ana Reyes PhD”, “Jess Holm MP”; “Louis Ashe III” is all name',
    find: (scene, token, at, end, limit) => {
      if (at !== end - 1 || at < token + 2 || !isGiven(scene, token) || !hasInnerCapital(scene, at) || has(scene.tokens, at, Flag.Shouted))
        return false;
      const title = phraseAt(scene.knowledge, scene.text, scene.tokens, at, limit, Kind.Title);
      return title !== null && title.last === end && !isKind(scene.knowledge, scene.tokens, at, Kind.Generation);
    },
  },
  {
    id: 'end.faith',
    reads: 'before a faith: “Lebanese Shiite”',
    find: (scene, _, at, __, limit) => isNameWord(scene, at) && isFaith(scene, at, limit),
  },
  {
    id: 'end.event',
    reads: 'behind the last word of an event’s name, before a word that is no English: “In the Soviet Cup Dnister lost”',
    find: (scene, token, at) =>
      at > token + 1 &&
      isKind(scene.knowledge, scene.tokens, at - 1, Kind.EventTail) &&
      isCapital(scene, at) &&
      levelOf(scene.knowledge, scene.tokens, at) === 0,
  },
  {
    id: 'end.listed',
    reads: 'before a listed group or place of several words',
    find: (scene, _, at, end, limit) => {
      const hit = isNameWord(scene, at) ? gazetteerAt(scene, at, limit) : null;
      if (hit === null || hit.last > end || hit.words === 1) return false;
      return hit.senses.some((sense) => isFirm(scene.knowledge, sense) && senseType(scene.knowledge, sense) !== 'person');
    },
  },
  {
    id: 'end.headline',
    reads: 'between ordinary words and a listed name, as headlines capitalise every word: “Targeting TTP”, “Gunmen Attack Kabul”',
    find: (scene, token, at, end, limit) => {
      const { knowledge } = scene;
      const hit = isNameWord(scene, at) ? gazetteerAt(scene, at, limit) : null;
      if (hit === null || hit.last > end || !isEnglish(scene, token, at)) return false;
      if (isShoutedTown(scene, hit)) return true;
      return hit.senses.some((sense) => isFirm(knowledge, sense) && (knowledge.names.flags[sense] & (SenseFlag.Word | SenseFlag.Personal)) === 0);
    },
  },
];

/** Where a piece that nothing explains ends: where a rule says so, at the latest with its run. */
export function openEnd(scene: Scene, token: number, end: number, limit: number): number {
  for (let at = token + 1; at < end; at++) for (const { find } of ENDS) if (find(scene, token, at, end, limit)) return at;
  return end;
}

const hasInnerCapital = ({ text, tokens }: Scene, token: number): boolean => {
  const tail = text.slice(tokens.start[token] + 1, tokens.end[token]);
  return tail !== tail.toLowerCase();
};

const isNameWord = (scene: Scene, token: number): boolean => isCapital(scene, token) || isKind(scene.knowledge, scene.tokens, token, Kind.Particle);

/** Where a name inside a run must end: before a title, a weekday or a person ("University of Kano Professor Idris"). */
export function boundary(scene: Scene, from: number, last: number, limit: number): number {
  for (let at = from + 1; at < last; at++)
    if (isTitleBefore(scene, at, last, limit) || isOfficeBefore(scene, at, last, limit) || isWeekday(scene, at) || isFullName(scene, at, last))
      return at;
  return last;
}

/** "University of Havana Julio Fernández": a given name that is no word, and a surname behind it. */
const isFullName = (scene: Scene, token: number, last: number): boolean =>
  token + 1 < last &&
  isGiven(scene, token) &&
  levelOf(scene.knowledge, scene.tokens, token) === 0 &&
  !gazetteerAt(scene, token, last) &&
  isKind(scene.knowledge, scene.tokens, token + 1, Kind.Surname);

const isWeekday = (scene: Scene, token: number): boolean => isKind(scene.knowledge, scene.tokens, token, Kind.Weekday);

/** "Bank of Korea Governor Rhee": an English word for an office that may be a name, too, where what follows is no English. */
function isOfficeBefore(scene: Scene, at: number, last: number, limit: number): boolean {
  const { knowledge, tokens } = scene;
  if (!isCapital(scene, at) || levelOf(knowledge, tokens, at) === 0) return false;
  const title = phraseAt(knowledge, scene.text, tokens, at, limit, Kind.Title);
  if (title === null || !OFFICES.has(title.row.kind) || title.last >= last || owns(scene, title.last)) return false;
  return isCapital(scene, title.last) && levelOf(knowledge, tokens, title.last) === 0;
}
const OFFICES: ReadonlySet<string> = new Set(['political', 'military']);

/** Whether a title that can be nothing else stands at `at`, with more of the run behind it. */
function isTitleBefore(scene: Scene, at: number, last: number, limit: number): boolean {
  if (!isCapital(scene, at)) return false;
  const title = phraseAt(scene.knowledge, scene.text, scene.tokens, at, limit, Kind.Title);
  return title !== null && !title.row.ambiguous && title.last < last && !owns(scene, title.last);
}

/** Whether a possessive ending stands at `token`: "Magistrate’s Court" is no magistrate. */
export const owns = (scene: Scene, token: number): boolean => has(scene.tokens, token, Flag.Possessive);
