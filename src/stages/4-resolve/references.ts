import type { Mention, Reference, Tagged } from '../../model/index.js';
import type { Identity } from './identities.js';

/**
 * Resolves references such as "the group" to the entity named last before them, where only one entity of that type was
 * named in the same and the previous sentence, and its kind does not contradict the noun. Unsafe ones yield nothing.
 */
export function resolveReferences(document: Tagged, named: readonly Mention[], identities: ReadonlyMap<string, Identity>): readonly Mention[] {
  const resolved: Mention[] = [];
  for (const reference of document.references) {
    const target = antecedent(document, reference, named, identities);
    if (target === null) continue;
    resolved.push({
      mention_id: `${document.id}#${reference.start}-${reference.end}`,
      document_id: document.id,
      sentence: reference.sentence,
      start: reference.start,
      end: reference.end,
      text: document.text.slice(reference.start, reference.end),
      type: target.type,
      use: 'reference',
      entity_id: target.id,
      name: target.name,
      because: `${reference.because}; only ${target.name} was named before`,
    });
  }
  return resolved;
}

function antecedent(document: Tagged, reference: Reference, named: readonly Mention[], identities: ReadonlyMap<string, Identity>): Identity | null {
  const paragraph = document.sentences[reference.sentence].paragraph;
  let found: Identity | null = null;
  for (let i = lastBefore(named, reference.start); i >= 0; i--) {
    const mention = named[i];
    if (mention.sentence < reference.sentence - 2 || document.sentences[mention.sentence].paragraph !== paragraph) break;
    if (mention.type !== reference.type || mention.use === 'demonym') continue;
    const identity = identities.get(mention.entity_id) as Identity;
    if (!fits(reference.head, identity)) continue;
    if (found !== null && found.id !== identity.id) return null;
    found = identity;
  }
  return found;
}

/** Index of the last mention that ends before `offset`, by binary search. */
function lastBefore(named: readonly Mention[], offset: number): number {
  let low = 0;
  let high = named.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (named[middle].end <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Kinds that a noun can stand for; a noun that is not here fits only a name that holds it ("the committee"). */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  ministry: ['ministry'],
  government: ['government'],
  university: ['university'],
  company: ['company'],
  party: ['party'],
  court: ['court'],
  province: ['province', 'region'],
  district: ['district'],
  city: ['city'],
  town: ['city'],
  village: ['city'],
  country: ['country', 'territory'],
  militia: ['militia', 'armed_group'],
  group: ['armed_group', 'militia', 'movement', 'criminal_organisation', 'gang', 'organisation', 'alliance', 'ngo'],
  movement: ['movement', 'armed_group', 'party'],
  army: ['military'],
  military: ['military'],
  agency: ['agency', 'intelligence_service', 'international_organisation'],
  bank: ['central_bank'],
  organisation: ['international_organisation', 'ngo', 'organisation', 'armed_group'],
  newspaper: ['media'],
  charity: ['ngo'],
};

function fits(head: string, identity: Identity): boolean {
  if (KINDS[head]?.includes(identity.kind ?? '')) return true;
  return identity.name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .includes(head);
}
