import { foldWord, LONGEST_PHRASE } from '../../text/index.js';
import { Needs, SenseFlag, USES } from '../knowledge.js';
import { LEXICON } from '../lexicon.js';
import { GazetteerError, type GazetteerRows, type Located, placeOf } from '../rows.js';
import type { CompiledEntities } from './entities.js';
import { type PhraseShape, phraseShape } from './phrase-shape.js';

/** A name with one of the entities it can mean. */
export interface NameSense {
  readonly shape: PhraseShape;
  readonly entity: number;
  readonly use: number;
  readonly flags: number;
  readonly needs: readonly number[];
  /** Likeliest first: curated before world, then by population. */
  readonly rank: number;
}

/** A name without its article, unless only an ordinary word would be left ("the West", "the Gulf"). */
function bareName(name: string, english: ReadonlyMap<string, number>): string {
  const bare = name.replace(/^the /, '');
  return bare !== name && !bare.includes(' ') && english.has(bare.toLowerCase()) ? name : bare;
}

/** The other custom of writing initials: "M. K. Stalin" for "M.K. Stalin", and the other way round. */
function respaced(name: string): string {
  const closed = name.replace(/(\p{Lu}\.) (?=\p{Lu}\.)/gu, '$1');
  return closed === name ? name.replace(/(\p{Lu}\.)(?=\p{Lu}\.)/gu, '$1 ') : closed;
}

/** All names of all entities, the likeliest reading first. */
export function nameSenses(rows: GazetteerRows, { rows: entityRows, numberOf, population }: CompiledEntities): readonly NameSense[] {
  const english = new Map<string, number>(rows.english.map((row) => [row['word'], Number(row['level'])]));
  const personal = new Set<string>();
  for (const file of ['given-names', 'surnames']) for (const row of rows.words.get(file) ?? []) personal.add(foldWord(row.cells['phrase']));
  const directions = new Set(['-', ...(rows.words.get(LEXICON.direction.file) ?? []).map((row) => foldWord(row.cells['phrase']))]);
  const senses: (NameSense | null)[] = [];
  const seen = new Map<string, number>();
  const add = (row: Located, name: string, entity: number, use: string, condition: string, needsCell: string): void => {
    // The article is no part of a name ("the Taliban"); where it is, the row writes it with a capital ("The Hague").
    const shape = phraseShape(bareName(name, english));
    // A name that no text can match names its entity all the same; `sitrep check` lists such rows.
    if (shape.words.length === 0 || shape.words.length > LONGEST_PHRASE) return;
    const key = `${entity}\t${shape.words.join(' ')}`;
    if (seen.has(key)) return;
    seen.set(key, senses.length);
    const useNumber = USES.indexOf(use as (typeof USES)[number]);
    if (useNumber < 0) throw new GazetteerError(`${placeOf(row)}: "${use}" is no use; write one of ${USES.slice(0, 6).join(', ')}.`);
    let flags = row.file === 'world' ? SenseFlag.World : 0;
    if (condition === 'exact') flags |= SenseFlag.Exact;
    if (shape.words.length === 1) {
      const level = english.get(shape.words[0]) ?? 99;
      if (level <= 60) flags |= SenseFlag.Word;
      if (personal.has(shape.words[0])) flags |= SenseFlag.Personal;
      // A province that is also a word or a surname ("Central", "Martín") needs evidence as a town does.
      if (row.file === 'units.csv' && (flags & (SenseFlag.Word | SenseFlag.Personal)) !== 0) flags |= SenseFlag.World;
    }
    // Districts are as many as towns and as often called like ordinary words and families.
    if (row.file === 'units.csv' && entityRows[entity].cells['kind'] === 'district') flags |= SenseFlag.World | SenseFlag.District;
    // "the North East" is a direction everywhere; one country's unit of that name must be spoken of.
    const asked =
      row.file === 'units.csv' && shape.words.every((word) => directions.has(word)) ? `place:${entityRows[entity].cells['country']}` : needsCell;
    const conditions = asked.split(' ').filter(Boolean);
    if (conditions.includes('address')) flags |= SenseFlag.Address;
    const needs = conditions
      .filter((need) => need !== 'address')
      .map((need) => {
        if (need === 'self') return Needs.Self;
        if (need === 'place') return Needs.Place;
        const known = numberOf.get(need);
        if (known === undefined)
          throw new GazetteerError(`${placeOf(row)}: needs "${need}", which no row has as its id; write self, place, address or a known id.`);
        return known;
      });
    const shapeAsked = condition === 'any' ? { ...shape, capitals: 0, uppers: 0 } : shape;
    const town = row.file === 'world' || (flags & SenseFlag.District) !== 0;
    const rank = (town ? 1e10 : row.file === 'units.csv' ? 5e9 : needs.length > 0 ? 1e9 : 0) - population[entity];
    senses.push({ shape: shapeAsked, entity, use: useNumber, flags, needs, rank });
    const other = respaced(name);
    if (other !== name) add(row, other, entity, use, condition, needsCell);
  };
  entityRows.forEach((row, entity) => {
    const c = row.cells;
    // A people is named as its members are: "Uyghur" stands in the text as "Afghan" does.
    add(row, c['name'], entity, c['kind'] === 'people' ? 'demonym' : 'name', '', '');
    for (const alternate of (c['alternates'] ?? '').split('|')) if (alternate.trim()) add(row, alternate.trim(), entity, 'alias', '', '');
  });
  // An alias row that repeats the entity's own name says how that name counts: it replaces the plain reading.
  for (const row of rows.aliases) {
    const c = row.cells;
    const entity = numberOf.get(c['id']);
    if (entity === undefined)
      throw new GazetteerError(
        `${placeOf(row)}: the alias "${c['name']}" belongs to ${c['id']}, which no row has as its id; correct the id or add the row.`,
      );
    const key = `${entity}\t${phraseShape(bareName(c['name'], english)).words.join(' ')}`;
    const plain = seen.get(key);
    if (plain !== undefined) {
      if (!c['needs'] && !c['case']) {
        // The same words with fewer capitals ("government of Pakistan", "FAMa"): both ways of writing count.
        const known = senses[plain] as NameSense;
        const { capitals, uppers } = phraseShape(c['name']);
        senses[plain] = { ...known, shape: { ...known.shape, capitals: known.shape.capitals & capitals, uppers: known.shape.uppers & uppers } };
        continue;
      }
      senses[plain] = null;
      seen.delete(key);
    }
    add(row, c['name'], entity, c['use'] || 'alias', c['case'] ?? '', c['needs'] ?? '');
  }
  const kept = spoken(
    senses.filter((sense) => sense !== null),
    english,
  );
  return kept
    .map((sense, i) => ({ sense, i }))
    .sort((a, b) => a.sense.rank - b.sense.rank || a.i - b.i)
    .map(({ sense }) => sense);
}

/**
 * Many papers write an acronym that is spoken as a word with one capital: "Unifil", "Minusma", "Amisom". Where nothing else bears the word, and it is
 * no word of English and no family's name, that way of writing counts too.
 */
function spoken(senses: readonly NameSense[], english: ReadonlyMap<string, number>): readonly NameSense[] {
  const bearer = new Map<string, number>();
  for (const { shape, entity } of senses) {
    const words = shape.words.join(' ');
    bearer.set(words, bearer.has(words) && bearer.get(words) !== entity ? SEVERAL : entity);
  }
  return senses.map((sense) =>
    USES[sense.use] === 'acronym' &&
    sense.needs.length === 0 &&
    sense.shape.words.length === 1 &&
    isSpoken(sense.shape.words[0]) &&
    (sense.flags & (SenseFlag.Personal | SenseFlag.World)) === 0 &&
    !english.has(sense.shape.words[0]) &&
    bearer.get(sense.shape.words[0]) === sense.entity
      ? { ...sense, flags: sense.flags & ~SenseFlag.Exact, shape: { ...sense.shape, uppers: 0 } }
      : sense,
  );
}
const SEVERAL = -1;
/** Six letters or more (of five are many given names), two of them vowels, and no four consonants in a row. */
const isSpoken = (word: string): boolean => /^[a-z]{6,}$/.test(word) && /[aeiou][^aeiou]*[aeiou]/.test(word) && !/[^aeiou]{4}/.test(word);
