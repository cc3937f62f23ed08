import type { EntityType } from '../../index.js';

// The one door to compromise: a second look at capitalised words that nothing else explains. It is slow (0.2 MB/s), so it
// sees single phrases only, and only when a person asks.

/** What compromise takes a phrase for; null when it sees no name in it. */
export async function secondLook(phrase: string): Promise<EntityType | null> {
  const { default: nlp } = await import('compromise');
  const view = nlp(phrase);
  if (view.people().found) return 'person';
  if (view.places().found) return 'place';
  return view.organizations().found ? 'group' : null;
}
