import type { NameMention, Sense, Tagged } from '../../model/index.js';
import { countryOf, entityText, phraseAt, type Knowledge } from '../../knowledge/index.js';

/** Which place a name means: the entity and what decided. */
export interface PlaceChoice {
  readonly entity: number;
  readonly because: string;
}

/**
 * Decides between places of one name: the parent named beside it, the countries the paragraph and the article speak of,
 * the head word beside it, then population. Returns one choice for each name of `names` that has place readings.
 */
export function choosePlaces(document: Tagged, knowledge: Knowledge): ReadonlyMap<NameMention, PlaceChoice> {
  const choices = new Map<NameMention, PlaceChoice>();
  const votes = countryVotes(document, knowledge);
  const memory = new Map<string, PlaceChoice>();
  document.names.forEach((name, index) => {
    if (name.type !== 'place' || name.senses.length === 0) return;
    const paragraph = document.sentences[name.sentence].paragraph;
    const head = headBeside(document, knowledge, name);
    const parent = parentBeside(document, index);
    const key = `${document.text.slice(name.start, name.end)} ${head ?? ''} ${parent === null ? paragraph : parent.start}`;
    let choice = memory.get(key);
    if (!choice) {
      choice = choose(knowledge, name.senses, { head, parent, paragraph, votes });
      memory.set(key, choice);
    }
    choices.set(name, choice);
  });
  return choices;
}

interface Votes {
  /** Country → how often the article names it or an unambiguous place of it. */
  readonly article: ReadonlyMap<string, number>;
  readonly paragraphs: ReadonlyMap<number, ReadonlyMap<string, number>>;
}

interface Surroundings {
  readonly head: string | null;
  readonly parent: NameMention | null;
  readonly paragraph: number;
  readonly votes: Votes;
}

function choose(knowledge: Knowledge, senses: readonly Sense[], around: Surroundings): PlaceChoice {
  let best = senses[0].entity;
  let bestScore = -Infinity;
  let because = '';
  for (const { entity } of senses) {
    const [score, reason] = pointsOf(knowledge, entity, senses, around);
    if (score > bestScore) [best, bestScore, because] = [entity, score, reason];
  }
  return { entity: best, because: senses.length > 1 ? because : '' };
}

/** Points of a candidate. Ten for the parent named beside it outweigh everything else; a country outweighs any town of its name. */
function pointsOf(knowledge: Knowledge, entity: number, senses: readonly Sense[], around: Surroundings): [number, string] {
  const { entities } = knowledge;
  const { id, kind } = entityText(entities, entity);
  const country = countryOf(entities, entity);
  let points = 0;
  let because = 'largest of its name';
  // Countries, seas and regions outweigh any town or province of their name.
  if (!id.startsWith('place:gn') && !/^place:[A-Z]{2}-/.test(id)) points += 12;
  const population = entities.population[entity];
  points += Math.log10(population + 1);
  if (kind === 'province') points += holdsItsCity(knowledge, entity, senses) ? -2 : 1.5;
  else if (kind === 'district') points += 2.5;
  if (around.head !== null) {
    const fits = HEADS[around.head] === kind || around.head === kind;
    points += fits ? 8 : HEADS[around.head] !== undefined && kind !== null ? -2 : 0;
    if (fits) because = `"${around.head}" beside it`;
  }
  if (around.parent?.senses.some((sense) => isAbove(knowledge, sense.entity, entity))) {
    points += 20;
    because = 'its parent stands beside it';
  }
  if (country !== null) {
    const near = around.votes.paragraphs.get(around.paragraph)?.get(country) ?? 0;
    const far = around.votes.article.get(country) ?? 0;
    if (near > 0) points += 3;
    if (far > 0) points += 2 + Math.min(2, far / 4);
    if ((near > 0 || far > 0) && because === 'largest of its name') because = `the article speaks of ${country}`;
  }
  return [points, because];
}

/** Whether another reading is a town inside this province that has a fifth of its people: the bare name then means the town. */
function holdsItsCity({ entities }: Knowledge, province: number, senses: readonly Sense[]): boolean {
  return senses.some(({ entity }) => entities.parent[entity] === province && entities.population[entity] * 5 > entities.population[province]);
}

const HEADS: Readonly<Record<string, string>> = {
  province: 'province',
  state: 'province',
  region: 'province',
  governorate: 'province',
  oblast: 'province',
  prefecture: 'province',
  district: 'district',
  county: 'district',
  department: 'province',
  municipality: 'district',
  city: 'city',
  town: 'city',
  village: 'city',
  capital: 'city',
  port: 'city',
  suburb: 'city',
};

/** The head word beside a name: "Kunar province", "the town of Gao"; null when none. */
function headBeside(document: Tagged, knowledge: Knowledge, name: NameMention): string | null {
  const { text, tokens } = document;
  const sentence = document.sentences[name.sentence];
  if (name.last < sentence.last) {
    const behind = phraseAt(knowledge, text, tokens, name.last, sentence.last, 'placeWord');
    if (behind) return behind.row.phrase.toLowerCase().replace(/s$/, '');
  }
  for (let back = 1; back <= 3 && name.first - back >= sentence.first; back++) {
    const before = phraseAt(knowledge, text, tokens, name.first - back, name.first, 'placeWord');
    if (before && before.last >= name.first - 1) {
      const words = before.row.phrase
        .toLowerCase()
        .split(' ')
        .filter((word) => word !== 'of' && word !== 'the');
      return words.at(-1) ?? null;
    }
  }
  return null;
}

/** The place that follows after a comma or in brackets: "Paris, Texas", "Gao (Mali)". */
function parentBeside(document: Tagged, index: number): NameMention | null {
  const name = document.names[index];
  const next = document.names[index + 1];
  if (next?.type !== 'place' || next.sentence !== name.sentence || next.first - name.last > 2) return null;
  const between = document.text.slice(name.end, next.start).trim();
  return between === ',' || between === '(' || between === 'in' || between === ', in' ? next : null;
}

function isAbove(knowledge: Knowledge, above: number, entity: number): boolean {
  const { entities, countries } = knowledge;
  for (let at = entities.parent[entity], steps = 0; at >= 0 && steps < 5; at = entities.parent[at], steps++) if (at === above) return true;
  const country = countryOf(entities, entity);
  return country !== null && countries.get(country) === above && above !== entity;
}

/** Countries that the article names, or whose places it names without ambiguity. */
function countryVotes(document: Tagged, knowledge: Knowledge): Votes {
  const article = new Map<string, number>();
  const paragraphs = new Map<number, Map<string, number>>();
  for (const name of document.names) {
    const country = votedCountry(knowledge, name);
    if (country === null) continue;
    article.set(country, (article.get(country) ?? 0) + 1);
    const paragraph = document.sentences[name.sentence].paragraph;
    let row = paragraphs.get(paragraph);
    if (!row) paragraphs.set(paragraph, (row = new Map()));
    row.set(country, (row.get(country) ?? 0) + 1);
  }
  return { article, paragraphs };
}

function votedCountry(knowledge: Knowledge, name: NameMention): string | null {
  if (name.senses.length === 0) return null;
  if (name.type === 'person') return null;
  const first = countryOf(knowledge.entities, name.senses[0].entity);
  if (first === null) return null;
  if (/^place:[A-Z]{2}$/.test(entityText(knowledge.entities, name.senses[0].entity).id)) return first;
  return name.senses.every((sense) => countryOf(knowledge.entities, sense.entity) === first) ? first : null;
}
