import type { Mention, NameUse, Resolved, Span, Tagged } from '../../model/index.js';
import type { Knowledge } from '../../knowledge/index.js';
import { resolveDates } from './dates.js';
import { entitiesOf } from './entities.js';
import { decide, type Identity } from './names/identities.js';
import type { Antecedent } from './pronouns/phrase.js';
import { resolvePronouns } from './pronouns/pronouns.js';
import { resolveReferences } from './pronouns/references.js';
import { placesAround } from './places/unlisted.js';

/**
 * Decides which entity each name, reference and pronoun means, and which day each time expression.
 * Each room goes through all documents before the next begins (see pipeline.ts).
 */
export function resolve(documents: readonly Tagged[], knowledge: Knowledge): readonly Resolved[] {
  const decided = documents.map((document) => resolveNames(document, knowledge));
  for (const one of decided) takeReferences(one, knowledge);
  for (const one of decided) takePronouns(one, knowledge);
  const dates = documents.map((document) => resolveDates(document));
  return decided.map(({ document, named, mentions, identities }, i) => {
    const around = placesAround(document, knowledge, named, identities);
    return { ...document, mentions, entities: entitiesOf(document, knowledge, mentions, identities, around), dates: dates[i] };
  });
}

/** What is known of a document so far; the lists grow from room to room. */
interface Decided {
  readonly document: Tagged;
  readonly named: readonly Mention[];
  readonly identities: Map<string, Identity>;
  readonly antecedents: Antecedent[];
  readonly mentions: Mention[];
}

function resolveNames(document: Tagged, knowledge: Knowledge): Decided {
  const decisions = decide(document, knowledge);
  const identities = new Map<string, Identity>();
  const antecedents: Antecedent[] = [];
  const named = document.names.map((name, i) => {
    const { identity, use, because } = decisions[i];
    identities.set(identity.id, identity);
    // "A Greek-owned ship lost its mast": a people is no antecedent.
    if (use !== 'demonym') antecedents.push(antecedentOf(name, identity));
    return mentionOf(document, name, identity, use, because);
  });
  return { document, named, identities, antecedents, mentions: [...named] };
}

function takeReferences({ document, named, identities, antecedents, mentions }: Decided, knowledge: Knowledge): void {
  resolveReferences(document, knowledge, named, identities).forEach((meaning, i) => {
    if (meaning === null) return;
    const reference = document.references[i];
    mentions.push(mentionOf(document, reference, meaning.identity, 'reference', `${reference.because}; ${meaning.because}`));
    antecedents.push(antecedentOf(reference, meaning.identity));
  });
  if (mentions.length > named.length) antecedents.sort((a, b) => a.first - b.first);
}

function takePronouns({ document, named, antecedents, mentions }: Decided, knowledge: Knowledge): void {
  resolvePronouns(document, knowledge, antecedents).forEach((meaning, i) => {
    if (meaning === null) return;
    const pronoun = document.pronouns[i];
    mentions.push(mentionOf(document, pronoun, meaning.identity, 'reference', `rule pronoun.${pronoun.pronoun}; ${meaning.because}`));
  });
  if (mentions.length > named.length) mentions.sort((a, b) => a.start - b.start);
}

const antecedentOf = ({ first, last, sentence }: Omit<Antecedent, 'identity' | 'type'>, identity: Identity): Antecedent => ({
  identity,
  type: identity.type,
  first,
  last,
  sentence,
});

const mentionOf = (
  document: Tagged,
  { start, end, sentence }: Span & { readonly sentence: number },
  identity: Identity,
  use: NameUse,
  because: string,
): Mention => ({
  mention_id: `${document.id}#${start}-${end}`,
  document_id: document.id,
  sentence,
  start,
  end,
  text: document.text.slice(start, end),
  type: identity.type,
  use,
  entity_id: identity.id,
  name: identity.name,
  because,
});
