import { type EntityType, type Mention, overlaps, type Related, type Span } from '../model/index.js';
import { isPronoun } from '../text/index.js';
import { align } from './alignment.js';
import type { Gold, GoldMention } from './gold.js';
import type { Item } from './items.js';
import type { Measure, Tally } from './scores.js';

export type Population = 'names' | 'demonyms' | 'references' | 'pronouns';
const POPULATIONS: readonly Population[] = ['names', 'demonyms', 'references', 'pronouns'];
const TYPES: readonly EntityType[] = ['group', 'person', 'place'];
const MODES = ['strict', 'span', 'partial', 'overlap'] as const;
type Mode = (typeof MODES)[number];

/** A gold mention and the mention that answers it. */
export interface MentionPair {
  readonly document: string;
  readonly gold: GoldMention;
  readonly mention: Mention;
}

const populationOf = (text: string, { use, start, end }: Span & { readonly use: string }): Population =>
  use === 'demonym' ? 'demonyms' : use !== 'reference' ? 'names' : isPronoun(text.slice(start, end)) ? 'pronouns' : 'references';

/**
 * Scores mentions as SemEval-2013 task 9 does: `strict` span and type, `span` alone, `partial` half a point for an overlap,
 * `overlap` any overlap with the right type; the rows of one type ask for that type in every mode. Names, demonyms, references
 * and pronouns are four contests: what touches gold of another contest only is a miss there, and not also a false alarm here.
 * `references.resolved` and `pronouns.resolved` also ask for the right entity; `pairs` leaves pronouns out, so that what is said
 * of merging is said of words that could stand alone.
 */
export function scoreMentions(golds: readonly Gold[], articles: readonly Related[]): { measures: Measure[]; items: Item[]; pairs: MentionPair[] } {
  const sums = new Map<string, { gold: number; found: number; right: number }>();
  const items: Item[] = [];
  const pairs: MentionPair[] = [];
  const resolved = new Map<Population, { gold: number; found: number; right: number }>(
    POPULATIONS.map((one) => [one, { gold: 0, found: 0, right: 0 }]),
  );
  const add = (population: Population, types: readonly string[], mode: Mode, what: Partial<Tally>): void => {
    for (const type of types) {
      const key = `${population}.${type}.${mode}`;
      const sum = sums.get(key) ?? { gold: 0, found: 0, right: 0 };
      sums.set(key, { gold: sum.gold + (what.gold ?? 0), found: sum.found + (what.found ?? 0), right: sum.right + (what.right ?? 0) });
    }
  };
  golds.forEach((gold, d) => {
    for (const population of POPULATIONS) {
      const wanted = gold.mentions.filter((mention) => populationOf(gold.text, mention) === population);
      const others = gold.mentions.filter((mention) => populationOf(gold.text, mention) !== population);
      const given = articles[d].mentions.filter((mention) => populationOf(articles[d].text, mention) === population);
      const found = given.filter((mention) => wanted.some((w) => overlaps(w, mention)) || !others.some((other) => overlaps(other, mention)));
      const { ofWanted, ofFound } = align(wanted, found, (w, f) => (sameSpan(w, f) ? 4 : 0) + (w.type === f.type ? 2 : 0) + 1);
      const tally = resolved.get(population) as { gold: number; found: number; right: number };
      tally.gold += wanted.length;
      tally.found += found.length;
      wanted.forEach((w, i) => {
        const answer = ofWanted[i] < 0 ? null : found[ofWanted[i]];
        for (const mode of MODES) {
          const right = answer ? points(mode, w, answer) : 0;
          add(population, ['all'], mode, { gold: 1, right });
          add(population, [w.type], mode, { gold: 1, right: answer?.type === w.type ? right : 0 });
        }
        items.push(itemOf(gold, w, answer));
        if (answer && sameSpan(w, answer) && w.entity_id === answer.entity_id) tally.right++;
        if (answer && answer.type === w.type && population !== 'pronouns') pairs.push({ document: gold.id, gold: w, mention: answer });
      });
      found.forEach((f, j) => {
        for (const mode of MODES) add(population, ['all', f.type], mode, { found: 1 });
        if (ofFound[j] < 0) items.push(extra(gold, f));
      });
    }
  });
  const measures: Measure[] = [];
  for (const population of POPULATIONS) {
    for (const type of population === 'demonyms' ? ['all'] : ['all', ...TYPES]) {
      for (const mode of MODES) {
        const name = `${population}.${type}.${mode}`;
        measures.push({ name, ...(sums.get(name) ?? { gold: 0, found: 0, right: 0 }) });
      }
    }
  }
  for (const population of ['references', 'pronouns'] as const)
    measures.push({ name: `${population}.resolved`, ...(resolved.get(population) as Tally) });
  return { measures, items, pairs };
}

const sameSpan = (a: GoldMention, b: Mention): boolean => a.start === b.start && a.end === b.end;

function points(mode: Mode, wanted: GoldMention, answer: Mention): number {
  const span = sameSpan(wanted, answer);
  if (mode === 'partial') return span ? 1 : 0.5;
  if (mode === 'span') return span ? 1 : 0;
  const type = wanted.type === answer.type;
  return type && (span || mode === 'overlap') ? 1 : 0;
}

const label = ({ entity_id, use }: { readonly entity_id: string; readonly use: string }): string =>
  use === 'name' ? entity_id : `${entity_id} ${use}`;

function itemOf(gold: Gold, wanted: GoldMention, answer: Mention | null): Item {
  const wrong: string[] = [];
  if (!answer) wrong.push('missed');
  else {
    if (!sameSpan(wanted, answer)) wrong.push('span');
    if (wanted.type !== answer.type) wrong.push('type');
    if (wanted.entity_id !== answer.entity_id) wrong.push('id');
  }
  return {
    document: gold.id,
    layer: 'mention',
    start: wanted.start,
    end: wanted.end,
    text: gold.text.slice(wanted.start, wanted.end),
    expected: label(wanted),
    answered: answer && label(answer),
    answer: answer && { start: answer.start, end: answer.end },
    wrong,
  };
}

const extra = (gold: Gold, mention: Mention): Item => ({
  document: gold.id,
  layer: 'mention',
  start: mention.start,
  end: mention.end,
  text: mention.text,
  expected: null,
  answered: label(mention),
  answer: { start: mention.start, end: mention.end },
  wrong: ['extra'],
});
