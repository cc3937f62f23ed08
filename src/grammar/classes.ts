import { Kind, isKind, type Knowledge, lexiconRows, phraseAt } from '../knowledge/index.js';
import type { Ground } from './ground.js';

/** Classes of content words that rules of clauses and claims ask for; `gazetteers/README.md` says what each tells. */
export const WORD_CLASSES = [
  'accord',
  'accounted',
  'accusing',
  'aim',
  'announcing',
  'befalls-living',
  'befalls-people',
  'belief',
  'bidding',
  'calling-for',
  'castaway',
  'caused-by',
  'charged',
  'clause-taker',
  'concluding',
  'container',
  'deed',
  'driving-out',
  'foretold',
  'going',
  'heap',
  'holding',
  'in-a-firm',
  'in-a-role',
  'instalment',
  'issued',
  'leaver',
  'line',
  'means',
  'object-control',
  'of-a-firm',
  'paid-for',
  'passed-on',
  'past-like-base',
  'place-noun',
  'plan',
  'plural-before-nouns',
  'point',
  'proposed',
  'providing',
  'recorded',
  'recounting',
  'speaking',
  'state',
  'superlative',
  'survey',
  'survey-finding',
  'trying',
  'undertaken',
  'verb-base',
  'verb-not-noun',
  'weighing',
] as const;
export type WordClass = (typeof WORD_CLASSES)[number];

/** Whether the list `word-classes` puts the token's word into the class; false outside the article. */
export function isOfClass({ knowledge, text, tokens }: Pick<Ground, 'knowledge' | 'text' | 'tokens'>, token: number, asked: WordClass): boolean {
  if (token < 0 || token >= tokens.count || !isKind(knowledge, tokens, token, Kind.WordClass)) return false;
  return lists(phraseAt(knowledge, text, tokens, token, token + 1, Kind.WordClass)?.row.class ?? '', asked);
}

/** Whether `asked` is one of the words of `classes`. */
function lists(classes: string, asked: WordClass): boolean {
  for (let at = classes.indexOf(asked); at >= 0; at = classes.indexOf(asked, at + 1)) {
    const end = at + asked.length;
    if ((at === 0 || classes[at - 1] === ' ') && (end === classes.length || classes[end] === ' ')) return true;
  }
  return false;
}

/** Whether the list puts an event, by its name in the table ("killed"), into the class. */
export function isEventOfClass(knowledge: Knowledge, event: string, asked: WordClass): boolean {
  let events = eventsBy.get(knowledge)?.get(asked);
  if (!events) {
    const rows = lexiconRows(knowledge, 'wordClass').filter((row) => lists(row.class, asked));
    events = new Set(rows.map(({ phrase }) => phrase));
    eventsBy.set(knowledge, (eventsBy.get(knowledge) ?? new Map<WordClass, ReadonlySet<string>>()).set(asked, events));
  }
  return events.has(event);
}
const eventsBy = new WeakMap<Knowledge, Map<WordClass, ReadonlySet<string>>>();
