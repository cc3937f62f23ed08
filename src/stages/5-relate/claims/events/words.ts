import {
  ADVERB,
  ARTICLE,
  AUXILIARY,
  BE,
  COORDINATOR,
  HAVE,
  OF,
  PREPOSITION,
  clauseAt,
  isComma,
  isIn,
  isWall,
  isWord,
  type Stretch,
  wordsOf,
} from '../../../../grammar/index.js';
import { Kind, type LexiconHit, phraseAt, Pos, posOf } from '../../../../knowledge/index.js';
import { Flag, has } from '../../../../model/index.js';
import { isPlaceWord, isPlainAdjective } from '../places/words.js';
import { mentionOf, type Scene } from '../scene.js';

/** What happens to the things counted, and the words that say so. */
export interface Happening extends Stretch {
  readonly event: string;
  /** `active`: the counted are the object of the verb; `passive`: they suffer it as its subject; `subject`: they do it; `noun`: "the deaths of"; `received`: the
   *  object of a verb whose subject it befalls ("the mission received $90m"). */
  readonly shape: 'active' | 'passive' | 'subject' | 'noun' | 'received';
  /** Told by a word for the people themselves: "12 hostages". */
  readonly person: boolean;
  /** What alone must be counted for the word to tell the event: "gave $5", "moved 40 families", "claimed 12 lives", "recovered 12 guns"; null for whatever. */
  readonly only: 'money' | 'people' | 'lives' | 'goods' | null;
  /** The phrase of events.csv that tells it. */
  readonly phrase: string;
  readonly because: string;
}

export type EventHit = LexiconHit<Kind.Event>;

type Form = 'verb' | 'past' | 'participle' | 'gerund' | 'noun' | 'state' | 'place' | 'person' | 'money' | 'people' | 'lives' | 'goods';

export const GAP_PREPOSITION = wordsOf(
  'in at by from with on near after to over within against into during under for about through between across around off outside inside towards toward until without per than',
);

export function eventAt(scene: Scene, token: number, limit: number): EventHit | null {
  if (scene.mentionAt[token] >= 0 || scene.dateAt[token] >= 0) return null;
  const hit = phraseAt(scene.knowledge, scene.text, scene.tokens, token, limit, Kind.Event);
  if (!hit || (hit.last === token + 1 && isBareNoun(scene, token, hit))) return null;
  return hasForm(hit, 'place') && !isPlaceBehind(scene, hit.last) ? null : hit;
}

/** "reached Aceh", "entered the northern town": words that tell an event only with a place behind them. */
function isPlaceBehind(scene: Scene, token: number): boolean {
  let at = isIn(scene, token, ARTICLE) ? token + 1 : token;
  const mention = mentionOf(scene, at);
  if (mention) return mention.type === 'place' && mention.use !== 'demonym';
  while (at > token && isPlainAdjective(scene, at)) at++;
  return at > token && isPlaceWord(scene, at);
}

/** "the raid", "a fire", "his post": a base form that is a noun as well is a verb only behind "to", a modal, or right before a number. */
function isBareNoun(scene: Scene, token: number, hit: EventHit): boolean {
  if (!hasForm(hit, 'verb') || FURTHER.some((form) => hasForm(hit, form))) return false;
  const before = token - 1;
  // "has burns"
  if (isIn(scene, before, HAVE)) return true;
  // "the trader pays carriers $18": the verb of its clause.
  if ((posOf(scene.knowledge, scene.tokens, token) & Pos.Third) !== 0 && clauseAt(scene.document.clauses, token + 1).verb === token) return false;
  return (
    (posOf(scene.knowledge, scene.tokens, token) & Pos.Noun) !== 0 &&
    !(
      isIn(scene, before, AUXILIARY) ||
      isIn(scene, before, PRONOUN) ||
      isIn(scene, before, COORDINATOR) ||
      isIn(scene, before, ADVERB) ||
      scene.figureAt[token + 1] >= 0 ||
      scene.mentionAt[before] >= 0 ||
      scene.figureAt[before] >= 0
    )
  );
}

const PRONOUN = wordsOf('i we they he she it who which that');
/** Forms that make a row more than a base form. */
const FURTHER: readonly Form[] = ['past', 'participle', 'noun', 'state'];
const LIMITS = ['money', 'people', 'lives', 'goods'] as const;

/** Whether the subject of the verb is who it happens to: "died", "sank". */
export const isActing = (hit: EventHit): boolean => hit.row.voice === 'subject' || hit.row.voice === 'any';

export const hasForm = (hit: EventHit, form: Form): boolean => hit.row.form.includes(form);

/** Event phrase that ends right before `last`, the longest of at most four words. */
export function eventBefore(scene: Scene, last: number, limit: number): { readonly first: number; readonly hit: EventHit } | null {
  for (let first = Math.max(limit, last - 4); first < last; first++) {
    const hit = isWord(scene, first) ? eventAt(scene, first, last) : null;
    if (hit && hit.last === last) return { first, hit };
  }
  return null;
}

export const found = (hit: EventHit, first: number, shape: Happening['shape'], rule: string): Happening => ({
  event: hit.row.event,
  first,
  last: hit.last,
  shape,
  person: hasForm(hit, 'person'),
  only: LIMITS.find((form) => hasForm(hit, form)) ?? null,
  phrase: hit.row.phrase,
  because: `event ${rule} "${hit.row.phrase}"`,
});

/** A word that can be verb and noun is a noun behind an article, an adjective or a preposition: "the attack", "in raids". */
export function isNominal(scene: Scene, token: number, hit: EventHit): boolean {
  if (!hasForm(hit, 'noun')) return false;
  if (!hasForm(hit, 'verb') && !hasForm(hit, 'past') && !hasForm(hit, 'gerund')) return true;
  const before = token - 1;
  // "responsible for killing thousands": a gerund with its object right behind it.
  if (hasForm(hit, 'gerund') && scene.figureAt[hit.last] >= 0 && !isIn(scene, before, ARTICLE)) return false;
  if (isIn(scene, before, ARTICLE) || (isIn(scene, before, PREPOSITION) && !isIn(scene, before, TO_ONLY))) return true;
  if (isIn(scene, hit.last, OF)) return true;
  // "attacks in North Sinai dropped from 332": a plural at the head of its clause, with a preposition behind it.
  if (
    isIn(scene, hit.last, GAP_PREPOSITION) &&
    scene.figureAt[hit.last] < 0 &&
    !hasForm(hit, 'past') &&
    (isComma(scene, before) || isWall(scene, before) || has(scene.tokens, token, Flag.SentenceStart) || isIn(scene, before, COORDINATOR))
  )
    return true;
  return (posOf(scene.knowledge, scene.tokens, before) & (Pos.Adjective | Pos.Verb | Pos.Noun)) === Pos.Adjective;
}

const TO_ONLY = wordsOf('to');

/** Whether "was", "were", "been" stands before the participle, adverbs between. */
export function isPassive(scene: Scene, token: number, limit: number): boolean {
  // "is sanctioning five firms"
  if ((posOf(scene.knowledge, scene.tokens, token) & Pos.Gerund) !== 0) return false;
  let at = token - 1;
  while (at >= limit && isIn(scene, at, ADVERB)) at--;
  return at >= limit && isIn(scene, at, BE);
}

/** How far a verb may stand from its figure, in tokens. */
export const REACH = 32;

export const OF_MONEY: ReadonlySet<string> = new Set(['paid', 'delivered', 'released', 'seized', 'fined', 'sold', 'stolen', 'won']);
