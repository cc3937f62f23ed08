import {
  ARTICLE,
  BY,
  OF,
  PREPOSITION,
  TO,
  clauseAt,
  isIn,
  verbAhead,
  isPlainNoun,
  isWord,
  phraseAtToken,
  signAt,
  subjectAround,
  type Stretch,
  wordsOf,
  isOfClass,
} from '../../../../grammar/index.js';
import type { Clauses, Figure } from '../../../../model/index.js';
import { before, isObject, isParticipleClause } from './before.js';
import { behind, behindRelative, behindState, leftState } from './behind.js';
import { label, measured, within } from './counted.js';
import { fits, named } from './fits.js';
import { splitVerb } from './split.js';
import { isClauseSubject } from '../relatives.js';
import { eventAt, eventBefore, found, type Happening, hasForm, isActing, isNominal, isPassive } from './words.js';
import type { Scene } from '../scene.js';

/** The event of a figure; null when the words around it tell none. `sentence`: its tokens. */
export function happeningOf(scene: Scene, clauses: Clauses, figure: Figure, sentence: Stretch, isPart: boolean): Happening | null {
  if (!TOLD.has(figure.kind) || isWhole(scene, figure) || isCompound(scene, figure)) return null;
  const first = governing(scene, clauses, figure, sentence, isPart);
  if (first && fits(scene, figure, first)) return named(scene, figure, first);
  // "pay $9 to patients who were infected": where the nearest words do not fit, the verb of the clause may.
  const second = first && figure.kind !== 'money' ? null : objectOf(scene, clauses, figure, sentence);
  return second && fits(scene, figure, second) ? named(scene, figure, second) : null;
}

/** Kinds of figures that something can happen to. */
export const TOLD: ReadonlySet<string> = new Set(['count', 'money', 'percent', 'fraction', 'measure', 'area', 'rate']);

/** "is building a 20-bed unit": a figure that only tells what sort of thing another one is. */
const isCompound = (scene: Scene, figure: Figure): boolean =>
  figure.kind === 'count' && signAt(scene, figure.numberLast) === '-' && figure.last === figure.numberLast + 2 && isPlainNoun(scene, figure.last);

/** "three of our 23 members": of the whole nothing is told. */
export function isWhole(scene: Scene, figure: Figure): boolean {
  let at = figure.first - 1;
  while (isIn(scene, at, ARTICLE)) at--;
  return isIn(scene, at, OF) && scene.figureAt[at - 1] >= 0 && scene.document.figures[scene.figureAt[at - 1]] !== figure;
}

function governing(scene: Scene, clauses: Clauses, figure: Figure, sentence: Stretch, isPart: boolean): Happening | null {
  // "killed 12, three of them women": a part has the event of its whole or one behind it.
  if (isPart)
    return (
      within(scene, figure) ??
      behindState(scene, figure, sentence) ??
      behind(scene, figure, sentence, 'part') ??
      doneTo(scene, figure, sentence) ??
      amongThose(scene, figure, sentence)
    );
  const inside = within(scene, figure) ?? measured(scene, figure);
  const own = inside && fits(scene, figure, inside) ? inside : null;
  // "40 hostages had died": a word for people tells an event only when no verb does.
  if (own && !own.person) return own;
  const told =
    assailing(scene, clauses, figure, sentence) ??
    provided(scene, clauses, figure, sentence) ??
    label(scene, figure, sentence) ??
    deedOf(scene, figure, sentence) ??
    splitVerb(scene, clauses, figure, sentence) ??
    behindState(scene, figure, sentence) ??
    leftState(scene, clauses, figure, sentence) ??
    behindRelative(scene, clauses, figure, sentence);
  if (told) return told;
  // "Units overran five bases": where no verb was read, the words before the figure may hold it.
  const ahead = isClauseSubject(scene, figure) && clauseAt(clauses, figure.first).verb >= 0 ? null : governed(scene, clauses, figure, sentence);
  const { verb } = clauseAt(clauses, figure.first);
  const role = verb >= 0 && verb < figure.first && !isClauseSubject(scene, figure) ? 'object' : null;
  const nearer = isObject(scene, figure, sentence)
    ? (ahead ?? behind(scene, figure, sentence, 'object'))
    : (behind(scene, figure, sentence, role) ?? ahead);
  return nearer ?? subjectVerb(scene, clauses, figure, sentence) ?? own;
}

/** "[nine members] of the committee, known as Kop, voted": the verb whose subject the figure is as the clauses were read. */
function subjectVerb(scene: Scene, clauses: Clauses, figure: Figure, sentence: Stretch): Happening | null {
  const verb = verbAhead(clauses, figure);
  const hit = verb >= 0 && verb < sentence.last ? eventAt(scene, verb, sentence.last) : null;
  if (!hit || isNominal(scene, verb, hit)) return null;
  const passive = isPassive(scene, verb, figure.last);
  if (isActing(hit) && !passive) return found(hit, verb, 'subject', 'subject');
  // "$22m has been received"
  return passive && hasForm(hit, 'participle') && (hit.row.voice !== 'received' || figure.kind === 'money')
    ? found(hit, verb, 'passive', 'passive')
    : null;
}

/** "the killing of five women was denied", "suspected of killing five women": a deed right before its number governs it, whatever the verb of the clause. */
function deedOf(scene: Scene, figure: Figure, sentence: Stretch): Happening | null {
  const of = isIn(scene, figure.first - 1, OF);
  const last = of ? figure.first - 1 : figure.first;
  const here = eventBefore(scene, last, sentence.first);
  if (!here) return null;
  const { first, hit } = here;
  if (of) return isNominal(scene, first, hit) && isIn(scene, first - 1, ARTICLE) ? found(hit, first, 'noun', 'noun') : null;
  const gerund = hasForm(hit, 'gerund') && hit.row.voice !== 'subject' && isIn(scene, first - 1, PREPOSITION) && !isIn(scene, first - 1, TO);
  return gerund ? found(hit, first, hit.row.voice === 'received' ? 'received' : 'active', 'verb') : null;
}

/** "killing nine of them": a verb right before a part has it as its object. */
function doneTo(scene: Scene, figure: Figure, sentence: Stretch): Happening | null {
  const here = eventBefore(scene, figure.first, sentence.first);
  if (!here || here.hit.row.voice === 'subject' || isNominal(scene, here.first, here.hit) || isPassive(scene, here.first, sentence.first))
    return null;
  return found(here.hit, here.first, here.hit.row.voice === 'received' ? 'received' : 'active', 'verb');
}

/** "among the dead were three brothers": a part of those of whom the words before say it. */
function amongThose(scene: Scene, figure: Figure, sentence: Stretch): Happening | null {
  const happening = before(scene, figure, sentence);
  return happening?.shape === 'noun' ? happening : null;
}

/** "supplied the gangs with 200 rifles", "presented him with $9": what is handed over stands behind "with". */
function provided(scene: Scene, clauses: Clauses, figure: Figure, sentence: Stretch): Happening | null {
  const { verb } = clauseAt(clauses, figure.first);
  if (
    !isIn(scene, figure.first - 1, WITH) ||
    verb < 0 ||
    verb > figure.first - 3 ||
    !isOfClass(scene, verb, 'providing') ||
    isPassive(scene, verb, sentence.first)
  )
    return null;
  const object = phraseAtToken(scene, verb + 1, figure.first);
  if (object?.last !== figure.first - 1) return null;
  const event = figure.kind === 'money' ? 'paid' : 'delivered';
  return {
    event,
    first: verb,
    last: verb + 1,
    shape: 'active',
    person: false,
    only: null,
    phrase: 'provide with',
    because: 'event verb "provide with"',
  };
}

/** "was struck by two missiles", "were fired on by 40 gunmen": the counted are those who attack. */
function assailing(scene: Scene, clauses: Clauses, figure: Figure, sentence: Stretch): Happening | null {
  if (!isIn(scene, figure.first - 1, BY)) return null;
  const { verb } = clauseAt(clauses, figure.first);
  const hit = verb >= 0 && verb < figure.first ? eventAt(scene, verb, figure.first) : null;
  return hit?.row.event === 'attacked' && isPassive(scene, verb, sentence.first) ? found(hit, verb, 'subject', 'by') : null;
}

/** The word before the figure that governs it; a verb only when it is the verb of the figure's clause. */
function governed(scene: Scene, clauses: Clauses, figure: Figure, sentence: Stretch): Happening | null {
  const happening = before(scene, figure, sentence);
  if (!happening) return null;
  const { verb, subject } = clauseAt(clauses, figure.first);
  if (happening.shape === 'noun') {
    // "Remittances grew, and reserves stood at $11 billion": the subject of another clause
    const other = subjectAround(clauses, happening.first);
    return other !== null && subject !== null && subject.first > other.last ? null : happening;
  }
  return verb < 0 || (happening.first <= verb && verb < happening.last) ? happening : null;
}

/** "is sanctioning five individuals, 14 companies and three vessels": the verb of the clause, for every item of its object. */
function objectOf(scene: Scene, clauses: Clauses, figure: Figure, sentence: Stretch): Happening | null {
  const { verb } = clauseAt(clauses, figure.first);
  let governor = figure.first - 1;
  while (isIn(scene, governor, ARTICLE)) governor--;
  if (isParticipleClause(scene, governor)) return null;
  if (verb < 0 || (isIn(scene, governor, PREPOSITION) && !isAlong(scene, figure)) || isClauseSubject(scene, figure)) return null;
  const here = eventBefore(scene, verb + 1, sentence.first);
  const hit = here?.hit ?? eventAt(scene, verb, figure.first);
  if (!hit || hit.row.voice === 'subject' || hasForm(hit, 'noun') || isPassive(scene, verb, sentence.first)) return null;
  return found(hit, here?.first ?? verb, hit.row.voice === 'received' ? 'received' : 'active', 'verb of the clause');
}

/** "…, together with 1,800 rounds", "along with five tents", "as well as two boats": one more of the things before. */
const isAlong = (scene: Scene, figure: Figure): boolean =>
  (isIn(scene, figure.first - 1, WITH) && isIn(scene, figure.first - 2, TOGETHER)) ||
  (isIn(scene, figure.first - 1, AS) && isIn(scene, figure.first - 2, WELL));
const WITH = wordsOf('with');
const TOGETHER = wordsOf('together along');
const AS = wordsOf('as');
const WELL = wordsOf('well');

/** What a sentence that opens a list tells of every item: "In the raid the army seized:". */
export function listedEvent(scene: Scene, figure: Figure, lead: Stretch): Happening | null {
  for (let token = lead.last - 1; token >= lead.first; token--) {
    const hit = isWord(scene, token) ? eventAt(scene, token, lead.last) : null;
    if (!hit || (hasForm(hit, 'noun') && !hasForm(hit, 'past') && !hasForm(hit, 'verb'))) continue;
    const happening = found(hit, token, 'passive', 'list');
    if (fits(scene, figure, happening) || (figure.kind === 'money' && hit.row.event === 'seized')) return happening;
  }
  return null;
}
