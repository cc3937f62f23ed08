import { Flag, has, type PronounMention } from '../../../model/index.js';
import { Kind, isKind, Pos, posOf } from '../../../knowledge/index.js';
import { ARTICLE, BE, HAVE, MODAL, PREPOSITION, SUBORDINATOR } from '../../../grammar/index.js';
import { holds, pronounOf, wordsOf } from '../../../text/index.js';
import type { Identity } from '../names/identities.js';
import type { Antecedent, NounPhrase } from './phrase.js';
import { behindAdverbs, identityOf, isNear, isQuoted, isSpeaking, only, opensClause, phrasesOf, type Scene } from './scene.js';
import type { Meaning } from './references.js';

/**
 * "it", "its": the group or place that is the subject before, in the sentence or, where nothing else stands before, in the sentence
 * before; where a person is the subject, the one group named beside him.
 */
export function bodyMeant(scene: Scene, pronoun: PronounMention): Meaning | null {
  if (pronoun.case === 'subject' && !isActive(scene, pronoun)) return null;
  if (!isNear(scene, pronoun, 1, ({ type }) => type !== 'person')) return null;
  const quoted = isQuoted(scene, pronoun);
  const before = phrasesOf(scene, pronoun.sentence).filter((one) => one.first < pronoun.token && one.quoted === quoted && isSingular(scene, one));
  const says = !quoted && isSpeaking(scene, pronoun);
  const at = before.findLastIndex(({ role, apposed }) => role === 'subject' && !apposed);
  if (at >= 0 && !(says && identityOf(scene, before[at]) === null)) {
    return pronoun.token - before[at].last > FAR || isNearer(scene, before, at, pronoun) ? null : bodyOf(scene, before[at], 'is the subject');
  }
  const beside = pronoun.case === 'possessive' ? besidePerson(scene, before) : null;
  if (beside || quoted || (before.length > 0 && !says)) return beside;
  const { sentences } = scene.document;
  const last = pronoun.sentence - 1;
  if (last < 0 || sentences[last].paragraph !== sentences[pronoun.sentence].paragraph) return null;
  const earlier = phrasesOf(scene, last).filter((phrase) => isSingular(scene, phrase) && !phrase.quoted);
  const main = earlier.find(({ role, apposed }) => role === 'subject' && !apposed);
  return main ? (bodyOf(scene, main, 'is the subject before') ?? predicateOf(scene, earlier, main)) : besidePerson(scene, earlier);
}

/** "The largest bank is the Weavers' Union. It has 300 branches.": what a common noun is said to be. */
function predicateOf(scene: Scene, phrases: readonly NounPhrase[], subject: NounPhrase): Meaning | null {
  const { hash } = scene.document.tokens;
  const next = phrases[phrases.indexOf(subject) + 1];
  if (subject.means !== null || next?.role !== 'object' || !holds(BE, hash[subject.last])) return null;
  for (let token = subject.last + 1; token < next.first; token++) if (!holds(ARTICLE, hash[token])) return null;
  return bodyOf(scene, next, 'is what the subject before is');
}

/** "X of the Weavers' Circle said half of its members": the only group, and no common noun beside it. */
function besidePerson(scene: Scene, phrases: readonly NounPhrase[]): Meaning | null {
  if (phrases.some(({ sort }) => sort === 'thing')) return null;
  const groups = phrases.flatMap((phrase) => identityOf(scene, phrase) ?? []).filter(({ type }) => type === 'group');
  const one = only(groups.map((identity) => ({ identity })));
  return one ? { identity: one, because: `only ${one.name} could be meant` } : null;
}

/** Neither people nor several things. */
const isSingular = (scene: Scene, phrase: NounPhrase): boolean => {
  if (phrase.sort === 'many' || phrase.sort === 'person') return false;
  return phrase.sort !== 'pronoun' || (identityOf(scene, phrase)?.type ?? 'person') !== 'person';
};

const bodyOf = (scene: Scene, phrase: NounPhrase, why: string): Meaning | null => {
  const identity = identityOf(scene, phrase);
  return identity && identity.type !== 'person' ? { identity, because: `${identity.name} ${why}` } : null;
};

/** Whether "it" does something: the subject of a verb that bodies have; not "it is unclear", "it takes years", "called it", "all of it". */
function isActive({ document, knowledge }: Scene, { token, sentence }: PronounMention): boolean {
  const { tokens } = document;
  const { first, last } = document.sentences[sentence];
  const before = token - 1;
  if (before >= first) {
    if (holds(PREPOSITION, tokens.hash[before]) && !holds(SUBORDINATOR, tokens.hash[before])) return false;
    const pos = posOf(knowledge, tokens, before);
    const verb = (pos & (Pos.Verb | Pos.Noun)) === Pos.Verb || (pos & (Pos.Gerund | Pos.Third)) !== 0 || holds(BE, tokens.hash[before]);
    if (verb && !isKind(knowledge, tokens, before, Kind.Reporting)) return false;
  }
  const next = behindAdverbs(document, knowledge, token + 1, last);
  if (next <= token || holds(BE, tokens.hash[next]) || holds(LIFELESS, tokens.hash[next])) return false;
  return holds(HAVE, tokens.hash[next]) || holds(MODAL, tokens.hash[next]) || (posOf(knowledge, tokens, next) & Pos.Verb) !== 0;
}
/** Verbs whose "it" is nothing at all, or nothing that acts. */
const LIFELESS = wordsOf(
  'takes took seems seemed appears appeared turns turned happens happened remains remained rained snowed costs cost includes included contains contained covers covered comprises consists lasts lasted lies lay means meant began begins started ended amounts stands',
);

/** How many words from its subject a pronoun can stand. */
const FAR = 24;

/**
 * Whether something nearer than the subject can be meant: another name that is the object ("forced Chile to give up a slice of its
 * land"), or in a clause of its own any noun ("fired on the ship because its owner").
 */
function isNearer(scene: Scene, phrases: readonly NounPhrase[], subject: number, pronoun: PronounMention): boolean {
  const meant = identityOf(scene, phrases[subject])?.id;
  const between = phrases.slice(subject + 1);
  if (between.some((phrase) => phrase.role === 'object' && phrase.means !== null && phrase.means.identity.id !== meant)) return true;
  return (
    between.some(({ sort, role, means }) => sort === 'thing' && role !== 'owner' && means === null) && opensClause(scene, phrases[subject], pronoun)
  );
}

/** "they", "their": a group whose name is a plural or a force of many, when it is the subject before and nobody else stands there. */
export function crowdMeant(scene: Scene, pronoun: PronounMention): Meaning | null {
  if (pronoun.case === 'object' || !isNear(scene, pronoun, 1, (one) => isPlural(scene, one))) return null;
  const quoted = isQuoted(scene, pronoun);
  const own = phrasesOf(scene, pronoun.sentence).filter((one) => one.first < pronoun.token && one.quoted === quoted && isCrowd(scene, one));
  const near = crowdOf(scene, own);
  if (near !== undefined || quoted) return near ?? null;
  const { sentences } = scene.document;
  const last = pronoun.sentence - 1;
  if (last < 0 || sentences[last].paragraph !== sentences[pronoun.sentence].paragraph) return null;
  return (
    crowdOf(
      scene,
      phrasesOf(scene, last).filter((phrase) => !phrase.quoted && isCrowd(scene, phrase)),
    ) ?? null
  );
}

/** The one group among these; null when something else can be meant, undefined when nothing can. */
function crowdOf(scene: Scene, phrases: readonly NounPhrase[]): Meaning | null | undefined {
  if (phrases.length === 0) return undefined;
  const groups = phrases.map((phrase) => ({ identity: identityOf(scene, phrase) as Identity }));
  const one = groups.some(({ identity }) => identity === null) || phrases[0].role !== 'subject' ? null : only(groups);
  return one?.type === 'group' ? { identity: one, because: `${one.name} is the subject before` } : null;
}

/** What "they" can mean: several things or persons, or a group of many. */
function isCrowd(scene: Scene, { sort, means, first, joined }: NounPhrase): boolean {
  // "X, Y and Z should stay in jail. Their lawyer": persons who are named together.
  if (joined && means?.type === 'person') return true;
  if (sort === 'pronoun') return pronounOf(scene.document.tokens.hash[first])?.pronoun === 'they';
  return means === null ? sort === 'many' : isPlural(scene, means);
}

/** A group whose name is a plural ("the Self-Defense Forces", "the police") or names its fighters with one word ("the Taliban"). */
function isPlural({ document: { tokens, text }, knowledge }: Scene, { type, identity, first, last }: Antecedent): boolean {
  if (type !== 'group') return false;
  if (last - first === 1 && identity.kind === 'armed_group' && !has(tokens, first, Flag.Upper) && first > 0 && holds(THE, tokens.hash[first - 1]))
    return true;
  let head = last - 1;
  for (let token = first + 1; token < last; token++) if (holds(PREPOSITION, tokens.hash[token])) head = Math.min(head, token - 1);
  return (
    holds(FORCES, tokens.hash[head]) ||
    (posOf(knowledge, tokens, head) & Pos.Plural) !== 0 ||
    /[^sui]s$/.test(text.slice(tokens.start[head], tokens.end[head]))
  );
}
const THE = wordsOf('the');
/** Nouns that are plurals without an s. */
const FORCES = wordsOf('police gendarmerie');
