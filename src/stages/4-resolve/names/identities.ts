import type { EntityType, NameMention, NameUse, Sense, Tagged } from '../../../model/index.js';
import { countryOf, entityText, type Knowledge } from '../../../knowledge/index.js';
import { initials, remembering, slug } from '../../../text/index.js';
import { introductions } from './acronyms.js';
import { equations } from './aliases.js';
import { atHome, countCountries } from '../places/countries.js';
import { knownNames, leanOn, rememberFirm, rememberPerson, rememberSpelling } from './known-names.js';
import { isMetonym } from '../places/metonyms.js';
import { namesakesOf } from './namesakes.js';
import { type Holder, holderOf } from './offices.js';
import { choosePlaces } from '../places/places.js';

/** The entity a name was decided to mean. `listed` is the row number in the gazetteer, −1 for an entity found by rule. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly kind: string | null;
  readonly listed: number;
}

export interface Decision {
  readonly identity: Identity;
  readonly use: NameUse;
  readonly because: string;
}

/** Decides for every name of the article which entity it means, in the order of `document.names`. */
export function decide(document: Tagged, knowledge: Knowledge): readonly Decision[] {
  const { names, text } = document;
  const places = choosePlaces(document, knowledge);
  const countries = countCountries(document, knowledge);
  const decided = new Map<NameMention, Decision>();
  const surfaces = new Map(names.map((name) => [name, onOneLine(text.slice(name.start, name.end))]));
  const written = (name: NameMention): string => surfaces.get(name) as string;
  const identityOf = remembering((entity: number) => listedIdentity(knowledge, entity), Number.POSITIVE_INFINITY);

  const namesakes = namesakesOf(document, knowledge, written);
  /** Where each listed person was named last, as the names are gone through in order. */
  const lastNamed = new Map<number, number>();
  // Listed names first, then full names found by rule, then what leans on them: acronyms, short forms, other spellings.
  for (const [i, name] of names.entries()) {
    const place = places.get(name);
    if (place === null) continue;
    if (place) {
      const sense = name.senses.find((s) => s.entity === place.entity) ?? name.senses[0];
      const identity = identityOf(place.entity);
      const acting = sense.use !== 'demonym' && isMetonym(document, knowledge, i) ? 'metonym' : '';
      decided.set(name, { identity, use: sense.use, because: join(join(rowOf(name, identity, written(name)), place.because), acting) });
    } else if (name.senses.length > 0) {
      const readings = atHome(name, countries, knowledge);
      const sense = lastOf(readings, lastNamed) ?? inOffice(knowledge, readings, document.dated?.on ?? null);
      if (sense?.use === 'short' && sense.type === 'person') {
        const titled = namesakes.byTitle(name);
        if (titled !== null && !titled.senses.some(({ entity }) => entity === sense.entity)) {
          const own = titled.senses[0];
          const identity = own === undefined ? unlisted('person', written(titled), titled.kind ?? titled.role) : identityOf(own.entity);
          decided.set(name, { identity, use: 'short', because: `short form of "${written(titled)}"` });
          continue;
        }
        // "Mary Tillerson … Tillerson": no row's, as the article never names the row's own bearer in full.
        if (namesakes.isOther(name, sense.entity)) continue;
      }
      // "President Kaczyński" in 2006 is Lech, although the surname by itself means Jarosław.
      const holder = sense?.use === 'short' && !lastNamed.has(sense.entity) ? holderOf(document, knowledge, name, countries) : null;
      if (holder !== null && holder.entity !== sense?.entity) {
        decided.set(name, { identity: identityOf(holder.entity), use: holder.use, because: holder.because });
        lastNamed.set(holder.entity, name.start);
        continue;
      }
      if (sense?.type === 'person') lastNamed.set(sense.entity, name.start);
      if (sense) {
        const identity = identityOf(sense.entity);
        decided.set(name, { identity, use: sense.use, because: rowOf(name, identity, written(name)) });
      }
    }
  }
  const introduced = new Map<string, Decision>();
  for (const { full, acronym } of introductions(document)) {
    const row = decided.get(acronym);
    const target = decided.get(full) ??
      (row && row.identity.type === full.type && sharesWords(knowledge, row, written(full)) ? row : undefined) ?? {
        identity: unlisted(full.type, written(full), full.kind),
        use: 'name' as const,
        because: full.because,
      };
    decided.set(full, decided.get(full) ?? { ...target, use: 'name', because: full.because });
    const decision: Decision = { identity: target.identity, use: 'acronym', because: `acronym introduced as "${written(full)}"` };
    introduced.set(written(acronym), decision);
  }
  for (const name of names) {
    const decision = introduced.get(written(name));
    if (decision && (name.type === decision.identity.type || name.senses.length === 0)) decided.set(name, decision);
  }

  equate(document, knowledge, decided, written);

  const known = knownNames(knowledge);
  for (const [name, decision] of decided) if (decision.identity.type === 'person') rememberPerson(known, written(name), decision, name.start);
  for (const [name, decision] of decided) if (isFirmName(decision, written(name))) rememberFirm(known, written(name), decision);
  const spelled = new Map<string, Decision>();
  // "United Divers Congress … the UDC": letters that no row knows, by the words of a group's full name.
  const byInitials = new Map<string, Decision>();
  for (const name of names) {
    const surface = written(name);
    const letters = name.type === 'group' && surface.includes(' ') ? initials(surface) : '';
    if (letters.length < FEWEST || byInitials.has(letters)) continue;
    const identity = decided.get(name)?.identity ?? unlisted('group', surface, name.kind);
    byInitials.set(letters, { identity, use: 'acronym', because: `acronym of "${surface}"` });
  }
  // Full names before short ones, so that "Baryal" finds "Qari Ehsanullah Baryal" wherever it stands.
  const rest = names.filter((name) => !decided.has(name)).map((name) => ({ name, surface: written(name), words: wordCount(written(name)) }));
  rest.sort((a, b) => b.words - a.words || a.name.start - b.name.start);
  for (const { name, surface } of rest) {
    const key = `${name.type} ${slug(surface)}`;
    const same = spelled.get(key);
    if (same) {
      decided.set(name, { ...same, because: name.because });
      if (name.type === 'person') rememberPerson(known, surface, same, name.start);
      continue;
    }
    const full = name.type === 'group' ? spelled.get(`group ${slug(onOneLine(toldFull(name)))}`) : undefined;
    if (full !== undefined) {
      decided.set(name, { identity: full.identity, use: 'short', because: name.because });
      continue;
    }
    const leaning = leanOn(known, name.type, surface, name.start);
    const holder = leaning === null ? holderOf(document, knowledge, name, countries) : null;
    const decision = leaning?.decision ??
      (name.type === 'group' ? byInitials.get(surface) : undefined) ??
      inOfficeOf(knowledge, holder) ?? {
        identity: unlisted(name.type, surface, name.kind ?? name.role),
        use: plainUse(surface),
        because: places.get(name) === null ? 'rule place.unlisted: no listed place of that name lies where the article plays' : name.because,
      };
    // A surname that two bear is asked anew at each place.
    if (!leaning?.shared) spelled.set(key, decision);
    if (name.type === 'person') rememberPerson(known, surface, decision, name.start);
    else if (name.type === 'group') {
      rememberSpelling(known, surface, decision);
      if (isFirmName(decision, surface)) rememberFirm(known, surface, decision);
    }
    decided.set(name, decision);
  }
  return names.map((name) => decided.get(name) as Decision);
}

/** Letters of an acronym at least that tell a name by its initials. */
const FEWEST = 3;

/** Why a name is one: the tagger named its likeliest reading, but the row that counts is the one chosen here. */
const rowOf = ({ because }: NameMention, { id }: Identity, written: string): string =>
  because.startsWith('alias ') ? `alias ${id} "${written}"` : because;

/** A name with one blank for each stretch of blanks and line breaks. */
const onOneLine = (name: string): string => (/[^\S ]| {2}/.test(name) ? name.replace(/\s+/g, ' ') : name);

/** Gives two names that the article equates one entity: the full name's, unless only the alias is listed and is itself a full name. */
function equate(document: Tagged, knowledge: Knowledge, decided: Map<NameMention, Decision>, written: (name: NameMention) => string): void {
  const told = new Map<string, Decision>();
  for (const { full, alias } of equations(document, knowledge)) {
    const known = decided.get(full);
    const other = decided.get(alias);
    const because = `said to be "${written(full)}"`;
    const fullyListed = known === undefined && other !== undefined && other.identity.listed >= 0 && isFullName(written(alias));
    const identity = known?.identity ?? (fullyListed ? other.identity : unlisted(full.type, written(full), full.kind ?? full.role));
    if (known === undefined)
      told.set(`${full.type} ${written(full)}`, { identity, use: 'name', because: fullyListed ? `said to be "${written(alias)}"` : full.because });
    if (other === undefined || !fullyListed) told.set(`${alias.type} ${written(alias)}`, { identity, use: 'alias', because });
  }
  if (told.size === 0) return;
  for (const name of document.names) {
    const decision = told.get(`${name.type} ${written(name)}`);
    if (decision) decided.set(name, decision);
  }
}

/** Whether the name is the full one of a firm. */
const isFirmName = ({ identity, use }: Decision, name: string): boolean =>
  identity.type === 'group' && identity.kind === 'company' && use === 'name' && name.includes(' ');

/** The full name of which the tagger says that this one is short, '' when it says no such thing. */
const toldFull = ({ because }: NameMention): string => /^short form of "([^"]*)"$/.exec(because)?.[1] ?? '';

/** Whether a name is more than a byname: "El Flaco" and "Abu Tarek" are borne by many. */
const isFullName = (name: string): boolean => name.includes(' ') && !/^(?:abu|umm|el|al|la|the)\b/iu.test(name);

function wordCount(surface: string): number {
  let words = 1;
  for (let at = surface.indexOf(' '); at >= 0; at = surface.indexOf(' ', at + 1)) words++;
  return words;
}

const plainUse = (surface: string): NameUse => (/^[\p{Lu}\p{N}.-]{2,8}$/u.test(surface) ? 'acronym' : 'name');
const join = (a: string, b: string): string => (b === '' ? a : `${a}; ${b}`);

export function listedIdentity(knowledge: Knowledge, entity: number): Identity {
  const row = entityText(knowledge.entities, entity);
  return { id: row.id, name: row.name, type: row.id.slice(0, row.id.indexOf(':')) as EntityType, kind: row.kind || row.role || null, listed: entity };
}

/** An entity that no row lists; its id comes from its name, so that it is the same from run to run. */
function unlisted(type: EntityType, name: string, kind: string | null): Identity {
  return { id: `${type}:~${slug(name) || 'x'}`, name, type, kind, listed: -1 };
}

const inOfficeOf = (knowledge: Knowledge, holder: Holder | null): Decision | undefined =>
  holder === null ? undefined : { identity: listedIdentity(knowledge, holder.entity), use: holder.use, because: holder.because };

/** Of several persons who share a surname, the one named last; undefined when none was named yet or none need have been. */
function lastOf(senses: readonly Sense[], lastNamed: ReadonlyMap<number, number>): Sense | undefined {
  if (senses.length < 2 || !senses.every(({ type, needs }) => type === 'person' && needs.includes('self'))) return undefined;
  const named = senses.filter(({ entity }) => lastNamed.has(entity));
  return named.sort((a, b) => (lastNamed.get(b.entity) as number) - (lastNamed.get(a.entity) as number))[0];
}

/** Of several persons or groups of one name, the one whose years hold the article's date; without a date the first. */
function inOffice(knowledge: Knowledge, senses: readonly Sense[], on: string | null): Sense | undefined {
  if (senses.length <= 1 || on === null) return senses[0];
  const year = Number(on.slice(0, 4));
  const { from, to } = knowledge.entities;
  return senses.find(({ entity }) => (from[entity] === 0 || from[entity] <= year) && (to[entity] === 0 || to[entity] >= year)) ?? senses[0];
}

/** Whether a listed acronym's own full name holds more than half of the long words that introduce it here: "National" alone is shared by many. */
function sharesWords(knowledge: Knowledge, decision: Decision, full: string): boolean {
  if (decision.identity.listed < 0) return false;
  const long = (name: string): readonly string[] =>
    slug(name)
      .split('-')
      .filter((word) => word.length > 3);
  const known = new Set(long(entityText(knowledge.entities, decision.identity.listed).name));
  const told = long(full);
  return told.filter((word) => known.has(word)).length * 2 > told.length;
}

export const countryOfIdentity = (knowledge: Knowledge, identity: Identity): string | null =>
  identity.listed < 0 ? null : countryOf(knowledge.entities, identity.listed);
