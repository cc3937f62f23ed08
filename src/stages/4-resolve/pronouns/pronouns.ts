import type { Tagged } from '../../../model/index.js';
import type { Knowledge } from '../../../knowledge/index.js';
import { mannersOf } from './manners.js';
import { type Antecedent, LONGEST } from './phrase.js';
import { bodyMeant, crowdMeant } from './bodies.js';
import { personMeant } from './persons.js';
import type { Scene } from './scene.js';
import type { Meaning } from './references.js';

/** Further back than any pronoun looks. */
const BEFORE_ALL = 99;

/**
 * Whom each pronoun of the article means, in the order of `document.pronouns`; null where more than one could be meant. A pronoun
 * once understood can be meant by the next.
 */
export function resolvePronouns(document: Tagged, knowledge: Knowledge, antecedents: readonly Antecedent[]): readonly (Meaning | null)[] {
  const { pronouns } = document;
  if (pronouns.length === 0) return [];
  const scene: Scene = {
    document,
    knowledge,
    antecedents,
    // Only persons are asked, and only by "he" and "she".
    manners: pronouns.some(({ pronoun }) => pronoun === 'he' || pronoun === 'she') ? mannersOf(document, knowledge, antecedents) : new Map(),
    read: new Map(),
    understood: new Map(),
    latest: { sentence: -BEFORE_ALL },
  };
  return pronouns.map((pronoun) => {
    if (pronoun.token - document.sentences[pronoun.sentence].first > LONGEST) return null;
    const meaning =
      pronoun.pronoun === 'it' ? bodyMeant(scene, pronoun) : pronoun.pronoun === 'they' ? crowdMeant(scene, pronoun) : personMeant(scene, pronoun);
    if (meaning) {
      scene.understood.set(pronoun.token, meaning.identity);
      scene.latest.sentence = pronoun.sentence;
      // Who has once been "she" is so in the whole article.
      if (pronoun.pronoun === 'he' || pronoun.pronoun === 'she')
        if (!scene.manners.has(meaning.identity.id)) scene.manners.set(meaning.identity.id, pronoun.pronoun);
    }
    return meaning;
  });
}
