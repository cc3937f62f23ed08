import { lexiconRows, type Knowledge } from '../../../knowledge/index.js';
import { compileShape, findWord, type Shape } from '../../../text/index.js';
import { MOST_DIGITS } from './counts.js';
import { digitClasses, READERS } from './readers.js';
import type { TimeRule } from './rule.js';
import { CALENDAR } from './rules/calendar.js';
import { CALENDARS } from './rules/calendars.js';
import { DAYS } from './rules/days.js';
import { DURATIONS } from './rules/durations.js';
import { FIGURES } from './rules/figures.js';
import { LISTS } from './rules/lists.js';
import { OFFSETS } from './rules/offsets.js';
import { OTHERS } from './rules/others.js';
import { PARTS } from './rules/parts.js';
import { PERIODS } from './rules/periods.js';
import { RELATIVE } from './rules/relative.js';
import { SETS } from './rules/sets.js';
import { YEARS } from './rules/years.js';
import type { Scene } from './scene.js';
import { compileTimeWords, roleBit, type TimeWords } from './words.js';

/** Every rule of the date grammar; of two that take the same words the first wins. */
export const TIME_RULES: readonly TimeRule[] = [
  ...OTHERS,
  ...CALENDARS,
  ...CALENDAR,
  ...DAYS,
  ...FIGURES,
  ...LISTS,
  ...PERIODS,
  ...YEARS,
  ...RELATIVE,
  ...PARTS,
  ...OFFSETS,
  ...SETS,
  ...DURATIONS,
];

export interface CompiledRule {
  readonly rule: TimeRule;
  readonly shape: Shape<Scene>;
}

/** Rules that can begin alike; `needs[i]`: roles of which each must stand near for rule i to match. */
export interface Candidates {
  readonly rules: readonly CompiledRule[];
  readonly needs: Int32Array;
}

const candidatesOf = (rules: readonly CompiledRule[]): Candidates => ({
  rules,
  needs: Int32Array.from(rules, ({ shape }) => shape.needs.reduce((all, bits) => (isOneBit(bits) ? all | bits : all), 0)),
});
const isOneBit = (bits: number): boolean => (bits & (bits - 1)) === 0;
export const NO_RULES: Candidates = candidatesOf([]);

/** What a word is to the driver: nothing, a word that may only lead to a time ("the", "about"), or one that tells of one. */
export const enum Mark {
  None = 0,
  Lead = 1,
  Trigger = 2,
}

export interface Grammar {
  readonly words: TimeWords;
  /** One of `Mark` for each vocabulary id. */
  readonly mark: Uint8Array;
  /** Index into `candidates` for each vocabulary id: the rules that can begin with the word. */
  readonly candidatesOf: Uint16Array;
  readonly candidates: readonly Candidates[];
  /** 1 for words behind which one word of no list may stand: "two bloody weeks". */
  readonly loose: Uint8Array;
  /** Second words of the phrases that begin with a word, for each entry of `candidates`. */
  readonly seconds: readonly ReadonlySet<number>[];
  /** Rules that begin with a number, by how many digits it has; those of 0 for what holds other signs ("1,000", "2.5"). */
  readonly digits: readonly Candidates[];
  /** Rules that begin with letters and digits: "Q3", "FY2024". */
  readonly signs: Candidates;
  /** Rules that begin with an apostrophe. */
  readonly apostrophe: Candidates;
}

/** Roles whose words are too common to start a search by themselves. */
const LEADS: ReadonlySet<string> = new Set([
  'last',
  'next',
  'this',
  'that',
  'following',
  'previous',
  'phase',
  'edge',
  'half',
  'ago',
  'hence',
  'later',
  'earlier',
  'approximate',
  'every',
  'vague',
  'zone',
  'ordinal',
  'signal',
  'era',
  'future',
  'past',
  'present',
  'usual',
]);

const NO_WORDS: ReadonlySet<number> = new Set();
/** Roles of words that no rule reads: they are only looked up beside an expression that was found. */
const BESIDE: ReadonlySet<string> = new Set(['intent', 'deferral', 'record', 'ahead', 'numbered', 'calendar', 'straddling', 'calendar-of']);

const known = new WeakMap<Knowledge, Grammar>();

/** The grammar for a Knowledge, compiled when it is first asked for. */
export function grammarOf(knowledge: Knowledge): Grammar {
  let grammar = known.get(knowledge);
  if (!grammar) known.set(knowledge, (grammar = compile(knowledge)));
  return grammar;
}

function compile(knowledge: Knowledge): Grammar {
  const { vocabulary } = knowledge;
  const words = compileTimeWords(knowledge);
  const rules = TIME_RULES.map((rule) => ({ rule, shape: compileShape(rule.shape, READERS, bitOf) }));
  const mark = new Uint8Array(vocabulary.size);
  const classesOf = new Map<number, Set<string>>();
  const put = (id: number, name: string, value: number): void => {
    if (id < 0) return;
    let classes = classesOf.get(id);
    if (!classes) classesOf.set(id, (classes = new Set()));
    classes.add(name);
    if (value > mark[id]) mark[id] = value;
  };
  const secondsOf = new Map<number, Set<number>>();
  for (const phrase of words.lists.flat()) {
    // "2566 BE": a sign that folds to "be" is only read behind its year.
    if (BESIDE.has(phrase.role) || (phrase.role === 'era' && phrase.value === 'BE' && phrase.words.length === 1)) continue;
    const [first, second] = phrase.words;
    const lead = LEADS.has(phrase.role) || (second !== undefined && LEAD_WORDS.has(vocabularyWord(phrase.phrase)));
    put(first, phrase.role, lead ? Mark.Lead : Mark.Trigger);
    for (const name of aliasesOf(phrase.role, phrase.detail)) put(first, name, Mark.None);
    if (second !== undefined) secondsOf.set(first, (secondsOf.get(first) ?? new Set()).add(second));
  }
  // "half past three": its other words are all too common to start a search.
  put(findWord(vocabulary, 'past'), 'last', Mark.Trigger);
  for (const row of lexiconRows(knowledge, 'number')) {
    if (['unit', 'teen', 'ten', 'hundred'].includes(row.role)) {
      put(findWord(vocabulary, row.phrase.toLowerCase()), 'n', Mark.Lead);
      put(findWord(vocabulary, row.phrase.toLowerCase()), 'day', Mark.Lead);
    }
  }
  for (const { shape } of rules) {
    for (const name of shape.firsts)
      if (!READERS.has(name) || name === 'aHalf') put(findWord(vocabulary, name === 'aHalf' ? 'half' : name), name, Mark.Lead);
  }
  const candidates: Candidates[] = [NO_RULES];
  const seconds: ReadonlySet<number>[] = [NO_WORDS];
  const candidatesOfWord = new Uint16Array(vocabulary.size);
  // Most words of a class are of no other: "March" can begin what "April" can.
  const sameFirsts = new Map<string, Candidates>();
  for (const [id, classes] of classesOf) {
    const key = [...classes].join(' ');
    let begun = sameFirsts.get(key);
    if (!begun) sameFirsts.set(key, (begun = candidatesOf(rules.filter(({ shape }) => shape.firsts.some((name) => classes.has(name))))));
    candidatesOfWord[id] = candidates.length;
    candidates.push(begun);
    seconds.push(secondsOf.get(id) ?? NO_WORDS);
  }
  const beginning = (names: readonly string[]): Candidates =>
    candidatesOf(rules.filter(({ shape }) => shape.firsts.some((name) => names.includes(name))));
  const loose = new Uint8Array(vocabulary.size);
  for (const [id, classes] of classesOf)
    if (classes.has('n') || classes.has('vague') || classes.has('approximate') || classes.has('a')) loose[id] = 1;
  return {
    words,
    loose,
    seconds,
    mark,
    candidatesOf: candidatesOfWord,
    candidates,
    digits: Array.from({ length: MOST_DIGITS + 1 }, (_, width) => beginning(digitClasses(width))),
    signs: beginning(['quarterSign', 'fiscalSign', 'fiscalQuarterSign', 'misreadDay']),
    apostrophe: beginning(['apostrophe']),
  };
}

/** Phrases of several words that begin with one of these ("the past", "in the past") must not make every "the" a trigger. */
const LEAD_WORDS: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'in',
  'at',
  'to',
  'as',
  'up',
  'for',
  'this',
  'these',
  'so',
  'some',
  'just',
  'right',
  'most',
  'not',
  'once',
  'more',
  'last',
  'quite',
  'day',
  'until',
  'till',
  'all',
  'human',
  'good',
  'local',
  'thus',
]);
const vocabularyWord = (phrase: string): string => phrase.toLowerCase().split(/[\s-]/)[0];

/** The role that one of a class must have, as `roleBit`; 0 when digits may stand for it too. */
const bitOf = (name: string): number =>
  name === 'units' || name === 'abbreviated' || name === 'working'
    ? roleBit('unit')
    : name === 'weekdays'
      ? roleBit('weekday')
      : name === 'calendar' || name === 'calendarMonth'
        ? roleBit('era')
        : name === 'ordinal'
          ? 0
          : roleBit(name);

/** Classes of the readers that read a role under other names. */
function aliasesOf(role: string, detail: string): readonly string[] {
  if (role === 'weekday') return detail === 'plural' ? ['weekdays'] : [];
  if (role === 'unit') return detail === 'plural' ? ['units'] : detail === 'abbreviation' ? ['abbreviated'] : detail === 'working' ? ['working'] : [];
  if (role === 'ordinal') return ['day', 'dayth'];
  if (role === 'era') return ['year', 'calendar', 'calendarMonth'];
  return [];
}
