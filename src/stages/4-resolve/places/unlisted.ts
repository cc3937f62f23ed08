import type { Mention, NameMention, Tagged } from '../../../model/index.js';
import { entityText, Kind, phraseAt, TYPES, type Knowledge } from '../../../knowledge/index.js';
import { firstValue, lastValue, longestPhrase } from '../../../text/index.js';
import type { Identity } from '../names/identities.js';

/**
 * Where a place that no row lists is said to lie: "the village of X in Fife", "X, Auckland", "the X district of Luanda".
 * `named` are the mentions of `document.names`, in their order. Id of the place → row of the listed place around it, the
 * first that the article tells.
 */
export function placesAround(
  document: Tagged,
  knowledge: Knowledge,
  named: readonly Mention[],
  identities: ReadonlyMap<string, Identity>,
): ReadonlyMap<string, number> {
  const around = new Map<string, number>();
  document.names.forEach((name, i) => {
    const id = named[i].entity_id;
    const whole = name.type === 'place' && id.startsWith('place:~') ? wholeOf(document, knowledge, name) : -1;
    if (whole >= 0) around.set(id, whole);
    const outer = document.names[i + 1];
    if (name.type !== 'place' || !id.startsWith('place:~') || around.has(id) || outer === undefined || outer.sentence !== name.sentence) return;
    const holder = identities.get(named[i + 1].entity_id);
    if (holder === undefined || holder.listed < 0 || !HOLDERS.has(holder.kind ?? '')) return;
    if (isSaidToLieIn(document, name, outer, document.names[i + 2])) around.set(id, holder.listed);
  });
  return around;
}

/** The country or province of which "Northern Nigeria", "West Jersey" is a part; −1 when the name tells none. */
function wholeOf({ text, tokens }: Tagged, knowledge: Knowledge, { first, last }: NameMention): number {
  const part = phraseAt(knowledge, text, tokens, first, last, Kind.PlaceWord);
  if (part?.row.kind !== 'direction') return -1;
  const { names, entities } = knowledge;
  const { node } = longestPhrase(names.trie, text, tokens, part.last, last, () => true);
  for (let v = firstValue(names.trie, node); node !== 0 && v < lastValue(names.trie, node); v++) {
    const entity = names.entity[names.trie.values[v]];
    if (TYPES[entities.type[entity]] === 'place' && HOLDERS.has(entityText(entities, entity).kind)) return entity;
  }
  return -1;
}

/** Kinds of places that others lie in. */
const HOLDERS: ReadonlySet<string> = new Set(['country', 'territory', 'province', 'district', 'city', 'island', 'region']);

/** Words between a place and what it lies in: "X district of Y", "X, a suburb located east of Y", "X camp in Y". */
const LINKS: ReadonlySet<string> = new Set(
  (
    'in of the a an ( , located situated lying north south east west northern southern eastern western central northeastern northwestern ' +
    'southeastern southwestern north-east north-west south-east south-west small remote coastal rural nearby refugee just about ' +
    'village town city suburb district area region province state county township settlement neighbourhood neighborhood community hamlet camp camps slum island port ' +
    'capital municipality commune department governorate'
  ).split(' '),
);
const REACH = 9;

function isSaidToLieIn(document: Tagged, name: NameMention, outer: NameMention, behind: NameMention | undefined): boolean {
  const { text, tokens } = document;
  if (outer.first <= name.last || outer.first - name.last > REACH) return false;
  let linked = false;
  for (let token = name.last; token < outer.first; token++) {
    const word = text.slice(tokens.start[token], tokens.end[token]).toLowerCase();
    if (!LINKS.has(word)) return false;
    linked ||= word === 'in' || word === 'of' || word === '(';
  }
  if (linked) return true;
  // "X, Y" alone may be a list: only where none goes on behind it.
  if (outer.first !== name.last + 1) return false;
  const next = outer.last < tokens.count ? text.slice(tokens.start[outer.last], tokens.end[outer.last]).toLowerCase() : '';
  if (next === 'and' || next === 'or') return false;
  return !(next === ',' && behind !== undefined && behind.type === 'place' && behind.first <= outer.last + 2 && endsInAnd(document, behind));
}

/** Whether a list goes on behind a name and ends in "and": "X, Y, Z and A". */
function endsInAnd({ text, tokens }: Tagged, name: NameMention): boolean {
  if (name.last >= tokens.count) return false;
  const next = text.slice(tokens.start[name.last], tokens.end[name.last]).toLowerCase();
  const before = text.slice(tokens.start[name.first - 1], tokens.end[name.first - 1]).toLowerCase();
  return next === 'and' || next === 'or' || before === 'and' || before === 'or';
}
