import type { PronounMention } from '../../../model/index.js';
import { pronounOf } from '../../../text/index.js';
import type { Identity } from '../names/identities.js';
import { type Manner, told } from './manners.js';
import type { NounPhrase } from './phrase.js';
import { BACK, identityOf, isNear, isQuoted, isSpeaking, lookBack, only, opensClause, phrasesOf, type Scene } from './scene.js';
import type { Meaning } from './references.js';

/**
 * "he", "her": the one person of the right sort in the nearest sentence that has any; of several, the one that is its first subject.
 * "she said" goes on with who spoke, whoever else was spoken of.
 */
export function personMeant(scene: Scene, pronoun: PronounMention): Meaning | null {
  if (!isNear(scene, pronoun, BACK, ({ type }) => type === 'person')) return null;
  const { sentences } = scene.document;
  const wanted = pronoun.pronoun === 'he' ? 'he' : 'she';
  const quoted = isQuoted(scene, pronoun);
  const speakers = quoted ? speakersOf(scene, pronoun.sentence) : NOBODY;
  const says = !quoted && isSpeaking(scene, pronoun);
  for (const s of lookBack(scene, pronoun)) {
    const own = s === pronoun.sentence;
    if (own && pronoun.token === sentences[s].first) continue;
    const candidates: Candidate[] = [];
    const rivals: NounPhrase[] = [];
    let excluded = false;
    for (const phrase of phrasesOf(scene, s)) {
      if ((own && phrase.first >= pronoun.token) || (phrase.quoted && !quoted)) continue;
      const identity = identityOf(scene, phrase);
      if (identity ? identity.type !== 'person' || speakers.has(identity.id) : !couldBePerson(scene, phrase, pronoun)) continue;
      const manner = identity ? (scene.manners.get(identity.id) ?? null) : mannerOf(scene, phrase);
      if (manner !== null && manner !== wanted) {
        excluded ||= identity !== null && phrase.role === 'subject';
        continue;
      }
      if (identity) candidates.push({ identity, phrase });
      else rivals.push(phrase);
    }
    if (candidates.length === 0 && (rivals.length === 0 || (says && own))) continue;
    const one = only(candidates);
    const subject = firstSubject(candidates);
    // "From Lee in Rome: Maria Roe sits": given names can mislead, so that whoever is no subject does not outdo one who is.
    if (excluded && candidates.every(({ phrase }) => phrase.role === 'oblique')) return null;
    // Over the end of a paragraph only its subject is carried.
    if (sentences[s].paragraph !== sentences[pronoun.sentence].paragraph && !(subject && one)) return null;
    if (pronoun.case === 'object' && own && !candidates.every(({ phrase }) => mayBeObject(scene, phrase, pronoun))) return null;
    if (own && one && pronoun.case === 'subject' && subject === null && othersBefore(scene, pronoun, one, wanted)) return null;
    // "She worked in Rome. Faber published her book": nobody tells what a bare surname takes, and somebody before is known to take it.
    if (own && one && isStranger(scene, one) && followsKnown(scene, pronoun, one, wanted)) return null;
    if (one && rivals.length === 0) return { identity: one, because: `only ${one.name} could be meant` };
    if (own && pronoun.case !== 'subject') return null;
    const first = subject?.phrase.first ?? Number.POSITIVE_INFINITY;
    if (!subject || rivals.some((rival) => (rival.role === 'subject' && rival.first < first) || !says)) return null;
    // "Lee was punished by Maria. She …": whoever is known to take the pronoun could be meant as well.
    const known = (one: Candidate): boolean => scene.manners.get(one.identity.id) === wanted;
    if (!known(subject) && candidates.some(known)) return null;
    return { identity: subject.identity, because: `${subject.identity.name} is the subject before` };
  }
  return null;
}

/** A person of one word of whom no title, role or given name tells anything. */
const isStranger = (scene: Scene, { id, name }: Identity): boolean => !name.includes(' ') && !scene.manners.has(id);

/** Whether the sentence before, in the paragraph, has somebody else as its subject who is known to take the pronoun. */
function followsKnown(scene: Scene, { sentence }: PronounMention, one: Identity, wanted: Manner): boolean {
  const { sentences } = scene.document;
  if (sentence === 0 || sentences[sentence - 1].paragraph !== sentences[sentence].paragraph) return false;
  return phrasesOf(scene, sentence - 1).some((phrase) => {
    const identity = phrase.role === 'subject' ? identityOf(scene, phrase) : null;
    return identity !== null && identity.id !== one.id && scene.manners.get(identity.id) === wanted;
  });
}

/** "Lee saw him", "Lee's attempts to call him": whoever is the subject of the verb, or owns it, is not its object; a clause must lie between. */
const mayBeObject = (scene: Scene, phrase: NounPhrase, pronoun: PronounMention): boolean =>
  (phrase.role === 'object' || phrase.role === 'subject') && opensClause(scene, phrase, pronoun);

/** "After they removed Lee, he fled": who is no subject of the sentence competes with the subject of the one before. */
function othersBefore(scene: Scene, { sentence }: PronounMention, one: Identity, wanted: Manner): boolean {
  const { sentences } = scene.document;
  if (sentence === 0 || sentences[sentence - 1].paragraph !== sentences[sentence].paragraph) return false;
  return phrasesOf(scene, sentence - 1).some((phrase) => {
    const identity = phrase.role === 'subject' ? identityOf(scene, phrase) : null;
    return identity?.type === 'person' && identity.id !== one.id && (scene.manners.get(identity.id) ?? wanted) === wanted;
  });
}

/** A common noun for a person, or a pronoun of the same sort that nobody understood. */
const couldBePerson = ({ document: { tokens } }: Scene, { sort, apposed, first }: NounPhrase, { pronoun }: PronounMention): boolean =>
  sort === 'person' ? !apposed : sort === 'pronoun' && pronounOf(tokens.hash[first])?.pronoun === pronoun;

interface Candidate {
  readonly identity: Identity;
  readonly phrase: NounPhrase;
}

/** The first candidate that is a subject; null when none is, or another one is joined to it ("X and Y said"). */
function firstSubject(candidates: readonly Candidate[]): Candidate | null {
  const at = candidates.findIndex(({ phrase }) => phrase.role === 'subject' && !phrase.apposed);
  if (at < 0) return null;
  const next = candidates[at + 1];
  return next?.phrase.joined && next.phrase.role === 'subject' && next.identity.id !== candidates[at].identity.id ? null : candidates[at];
}

const NOBODY: ReadonlySet<string> = new Set();

/** Persons who stand outside the quotations of a sentence and the one before: one of them speaks, and nobody calls himself "he". */
function speakersOf(scene: Scene, sentence: number): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const s of [sentence, sentence - 1]) {
    if (s < 0) continue;
    for (const phrase of phrasesOf(scene, s)) {
      const identity = identityOf(scene, phrase);
      if (identity && !phrase.quoted && phrase.role === 'subject') ids.add(identity.id);
    }
  }
  return ids;
}

const mannerOf = ({ document, knowledge }: Scene, { last }: NounPhrase): Manner | null => told(document, knowledge, last - 1);
