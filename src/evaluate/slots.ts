import type { Claim } from '../model/index.js';
import { foldWord } from '../text/index.js';
import type { Gold, GoldClaim } from './gold.js';

/** How the gold and the answer of a slot are compared. */
type Comparison = 'number' | 'exact' | 'words' | 'ids' | 'actor' | 'claim';

interface Slot {
  readonly name: string;
  readonly compare: Comparison;
  /** What the answer says; null or empty when nothing. */
  readonly of: (claim: Claim) => string | number | null;
  /** The id that names the same thing as the words. */
  readonly id?: (claim: Claim) => string | null;
  /** What an empty cell means. */
  readonly usual?: string;
}

/** Every slot of a claim that the gold marks, in the order of the claims file. */
export const SLOTS: readonly Slot[] = [
  { name: 'kind', compare: 'exact', of: (c) => c.kind },
  { name: 'value', compare: 'number', of: (c) => c.value },
  { name: 'min', compare: 'number', of: (c) => c.min },
  { name: 'max', compare: 'number', of: (c) => c.max },
  { name: 'operator', compare: 'exact', of: (c) => c.operator },
  { name: 'lean', compare: 'exact', of: (c) => c.lean },
  { name: 'vague', compare: 'exact', of: (c) => c.vague },
  { name: 'unit', compare: 'exact', of: (c) => c.unit },
  { name: 'currency', compare: 'exact', of: (c) => c.currency },
  { name: 'rate', compare: 'exact', of: (c) => c.rate },
  { name: 'counted', compare: 'words', of: (c) => c.counted },
  { name: 'counted_entity_id', compare: 'exact', of: (c) => c.counted_entity_id },
  { name: 'counted_via', compare: 'exact', of: (c) => c.counted_via },
  { name: 'part_of', compare: 'claim', of: (c) => c.part_of },
  { name: 'condition', compare: 'words', of: (c) => c.condition },
  { name: 'alternative_of', compare: 'claim', of: (c) => c.alternative_of },
  { name: 'event', compare: 'exact', of: (c) => c.event },
  { name: 'actor', compare: 'actor', of: (c) => c.actor, id: (c) => c.actor_id },
  { name: 'target', compare: 'actor', of: (c) => c.target, id: (c) => c.target_id },
  { name: 'places', compare: 'ids', of: (c) => c.place_ids.join(' ') },
  { name: 'origins', compare: 'ids', of: (c) => c.origin_ids.join(' ') },
  { name: 'change', compare: 'exact', of: (c) => c.change },
  { name: 'change_from', compare: 'number', of: (c) => c.change_from },
  { name: 'change_to', compare: 'number', of: (c) => c.change_to },
  { name: 'change_by', compare: 'number', of: (c) => c.change_by },
  { name: 'when_text', compare: 'words', of: (c) => c.when_text },
  { name: 'said_by', compare: 'actor', of: (c) => c.said_by, id: (c) => c.said_by_id },
  { name: 'said_by_id', compare: 'exact', of: (c) => c.said_by_id },
  { name: 'said_on', compare: 'exact', of: (c) => c.said_on },
  { name: 'said_via', compare: 'exact', of: (c) => c.said_via },
  { name: 'hedge', compare: 'words', of: (c) => c.hedge },
  { name: 'polarity', compare: 'exact', of: (c) => c.polarity, usual: 'affirmed' },
  { name: 'modality', compare: 'exact', of: (c) => c.modality, usual: 'asserted' },
  { name: 'salience', compare: 'exact', of: (c) => c.salience, usual: 'claim' },
];

/** The slots that make up the figure itself, and those that say of what and with what outcome. */
export const FIGURE_SLOTS: readonly string[] = ['value', 'min', 'max', 'operator', 'vague'];
export const STATEMENT_SLOTS: readonly string[] = [...FIGURE_SLOTS, 'kind', 'unit', 'currency', 'rate', 'counted', 'event', 'change', 'polarity'];

/** What comparing a claim needs to know of the article. */
export interface Setting {
  readonly gold: Gold;
  /** Gold claim's name → the claim that answers it. */
  readonly answers: ReadonlyMap<string, Claim>;
  /** Words of a gold mention, folded → its entity. */
  readonly entityOf: ReadonlyMap<string, string>;
}

export type Verdict = 'right' | 'wrong' | 'missed' | 'extra' | 'empty';

/** Compares one slot: `missed` when only the gold fills it, `extra` when only the answer does, `empty` when neither does. */
export function judge(slot: Slot, wanted: GoldClaim, answer: Claim, setting: Setting): Verdict {
  const gold = cell(slot, wanted.slots);
  const given = slot.of(answer);
  const found = given === null || given === '' || given === slot.usual ? null : String(given);
  if (isImplied(slot, wanted.slots['operator'])) return 'empty';
  if (gold === null) return found === null ? 'empty' : 'extra';
  if (found === null) return 'missed';
  return agrees(slot, wanted, gold, found, answer, setting) ? 'right' : 'wrong';
}

const cell = (slot: Slot, slots: GoldClaim['slots']): string | null => {
  const value = slots[slot.name] ?? null;
  return value === slot.usual ? null : value;
};

/** "around 400" has no bounds of its own and "exactly 12" has them twice: neither is a question. */
const isImplied = (slot: Slot, operator: string | null | undefined): boolean =>
  (operator === '~' || operator === '=') && (slot.name === 'min' || slot.name === 'max');

function agrees(slot: Slot, wanted: GoldClaim, gold: string, found: string, answer: Claim, setting: Setting): boolean {
  switch (slot.compare) {
    case 'number':
      return near(Number(gold), Number(found));
    case 'exact':
      return gold.toLowerCase() === found.toLowerCase();
    case 'ids':
      return [...new Set(gold.split(' '))].sort().join(' ') === [...new Set(found.split(' '))].sort().join(' ');
    case 'words':
      return sameWords(gold, found);
    case 'actor':
      return sameWords(gold, found) || (slot.id?.(answer) ?? '') === (wanted.slots[`${slot.name}_id`] ?? setting.entityOf.get(plain(gold)) ?? '-');
    case 'claim': {
      const named = setting.gold.claims.find((claim) => claim.name === gold);
      if (!named) return sameWords(gold, found);
      return (
        found === setting.answers.get(gold)?.claim_id ||
        sameWords(setting.gold.text.slice(named.start, named.end), found) ||
        sameWords(named.slots['counted'] ?? '', found)
      );
    }
  }
}

/** Equal to a thousandth: 0.333 is a third. */
export const near = (a: number, b: number): boolean => Math.abs(a - b) <= 0.0011 * Math.max(Math.abs(a), Math.abs(b));

const EMPTY_WORDS = new Set(['the', 'a', 'an', 'of', 'in', 'on', 'by', 'and', 'its', 'their', 'his', 'her']);

/** The words that say something, folded. */
const content = (words: string): readonly string[] =>
  words
    .split(/[^\p{L}\p{N}’'%.]+/u)
    .map(foldWord)
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word));
export const plain = (words: string): string => content(words).join(' ');

/** Whether two phrases share at least half of their words (Dice), little words and letter case left aside. */
export function sameWords(a: string, b: string): boolean {
  const left = new Set(content(a));
  const right = new Set(content(b));
  if (left.size === 0 || right.size === 0) return left.size === right.size;
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  return (2 * shared) / (left.size + right.size) >= 0.5;
}
