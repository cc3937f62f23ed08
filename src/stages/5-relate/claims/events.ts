import { Flag, has, type Figure } from '../../../model/index.js';
import { isKind, phraseAt, Pos, posOf, type LexiconHit } from '../../../knowledge/index.js';
import {
  ADVERB,
  ARTICLE,
  AUXILIARY,
  BE,
  COORDINATOR,
  HAVE,
  isComma,
  isPlainVerb,
  isQuote,
  isReporting,
  isWall,
  isWord,
  OF,
  PREPOSITION,
  RELATIVE,
  SUBORDINATOR,
} from './grammar.js';
import { clauseAt, isSubject, type Clauses } from './clauses.js';
import { isIn, mentionOf, mentionStart, signAt, wordsOf, type Scene, type Stretch } from './scene.js';

/** What happens to the things counted, and the words that say so. */
export interface Happening extends Stretch {
  readonly event: string;
  /** `active`: the counted are the object of the verb; `passive`: they suffer it as its subject; `subject`: they do it; `noun`: "the deaths of"; `received`: the
   *  object of a verb whose subject it befalls ("the mission received $90m"). */
  readonly shape: 'active' | 'passive' | 'subject' | 'noun' | 'received';
  /** Told by a word for the people themselves: "12 hostages". */
  readonly person: boolean;
  readonly because: string;
}

type EventHit = LexiconHit<'event'>;
type Form = 'verb' | 'past' | 'participle' | 'gerund' | 'noun' | 'state' | 'place' | 'person';

/** How far a verb may stand from its figure, in tokens. */
const REACH = 32;
const PLACING = wordsOf(
  'average averaged averages averaging put puts putting estimated estimates reached reaches stands stood stand passed exceeded exceeds hit topped number numbers numbered total totals totalled at to from of from as for was were is are has had have been be by including',
);
const GAP_PREPOSITION = wordsOf(
  'in at by from with on near after to over within against into during under for about through between across around off outside inside towards toward until without per than',
);

function eventAt(scene: Scene, token: number, limit: number): EventHit | null {
  if (scene.mentionAt[token] >= 0 || scene.dateAt[token] >= 0) return null;
  const hit = phraseAt(scene.knowledge, scene.text, scene.tokens, token, limit, 'event');
  if (!hit || (hit.last === token + 1 && isBareNoun(scene, token, hit))) return null;
  return hasForm(hit, 'place') && !isPlaceBehind(scene, hit.last) ? null : hit;
}

/** "reached Aceh", "left the capital": words that tell an event only with a place behind them. */
function isPlaceBehind(scene: Scene, token: number): boolean {
  const at = isIn(scene, token, ARTICLE) ? token + 1 : token;
  const mention = mentionOf(scene, at);
  return mention !== null && mention.type === 'place' && mention.use !== 'demonym';
}

/** "the raid", "a fire", "his post": a base form that is a noun as well is a verb only behind "to", a modal, or right before a number. */
function isBareNoun(scene: Scene, token: number, hit: EventHit): boolean {
  if (hit.row.form !== 'verb' || (posOf(scene.knowledge, scene.tokens, token) & Pos.Noun) === 0) return false;
  const before = token - 1;
  return !(
    isIn(scene, before, AUXILIARY) ||
    isIn(scene, before, PRONOUN) ||
    isIn(scene, before, COORDINATOR) ||
    isIn(scene, before, ADVERB) ||
    scene.figureAt[token + 1] >= 0 ||
    scene.mentionAt[before] >= 0 ||
    scene.figureAt[before] >= 0
  );
}
const PRONOUN = wordsOf('i we they he she it who which that');

/** Whether the subject of the verb is who it happens to: "died", "sank". */
const isActing = (hit: EventHit): boolean => hit.row.voice === 'subject' || hit.row.voice === 'any';

const hasForm = (hit: EventHit, form: Form): boolean => hit.row.form.includes(form);

/** Event phrase that ends right before `last`, the longest of at most four words. */
function eventBefore(scene: Scene, last: number, limit: number): { readonly first: number; readonly hit: EventHit } | null {
  for (let first = Math.max(limit, last - 4); first < last; first++) {
    const hit = isWord(scene, first) ? eventAt(scene, first, last) : null;
    if (hit && hit.last === last) return { first, hit };
  }
  return null;
}

/** The event of a figure; null when the words around it tell none. `sentence`: its tokens. */
export function happeningOf(scene: Scene, clauses: Clauses, figure: Figure, sentence: Stretch, isPart: boolean): Happening | null {
  if (!TOLD.has(figure.kind) || isWhole(scene, figure)) return null;
  const happening = governing(scene, clauses, figure, sentence, isPart) ?? objectOf(scene, clauses, figure, sentence);
  return happening && fits(figure, happening) ? named(figure, happening) : null;
}

/** Kinds of figures that something can happen to. */
export const TOLD: ReadonlySet<string> = new Set(['count', 'money', 'percent', 'fraction', 'measure', 'area', 'rate']);

/** "three of our 23 members": of the whole nothing is told. */
export function isWhole(scene: Scene, figure: Figure): boolean {
  let at = figure.first - 1;
  while (isIn(scene, at, ARTICLE)) at--;
  return isIn(scene, at, OF) && scene.figureAt[at - 1] >= 0 && scene.document.figures[scene.figureAt[at - 1]] !== figure;
}

const OF_MONEY: ReadonlySet<string> = new Set(['paid', 'delivered', 'seized', 'fined', 'sold', 'stolen', 'won']);

/** Sums are paid or seized, only people are lost in battle, and nobody dies of a percentage of return. */
function fits(figure: Figure, { event, shape, because }: Happening): boolean {
  if (figure.kind === 'money') return OF_MONEY.has(event) && (event !== 'sold' || shape === 'active');
  if (event === 'paid') return shape !== 'noun' && (shape !== 'received' || !because.includes('rais'));
  if (event === 'fined') return false;
  if (event === 'killed' && /"(los|take the lives)/.test(because)) return figure.unit === 'person' && figure.kind === 'count';
  // "shares closed 4 percent higher"
  if (figure.kind === 'percent' && figure.change !== null) return shape === 'noun';
  return figure.kind === 'count' || event !== 'returned';
}

/** What is handed over is paid when it is money and delivered when it is goods. */
function named(figure: Figure, happening: Happening): Happening {
  if (figure.kind === 'money' && happening.event === 'delivered') return { ...happening, event: 'paid' };
  const goods = (figure.kind === 'count' && figure.unit !== 'person') || figure.kind === 'measure';
  return goods && happening.event === 'paid' && happening.shape !== 'passive' ? { ...happening, event: 'delivered' } : happening;
}

function governing(scene: Scene, clauses: Clauses, figure: Figure, sentence: Stretch, isPart: boolean): Happening | null {
  // "killed 12, three of them women": a part has the event of its whole or one behind it.
  if (isPart) return within(scene, figure) ?? behindState(scene, figure, sentence) ?? behind(scene, figure, sentence);
  const own = within(scene, figure);
  // "40 hostages had died": a word for people tells an event only when no verb does.
  if (own && !own.person) return own;
  const told = label(scene, figure, sentence) ?? behindState(scene, figure, sentence);
  if (told) return told;
  const ahead = isSubject(clauses, figure) ? null : governed(scene, clauses, figure, sentence);
  return (isObject(scene, figure, sentence) ? (ahead ?? behind(scene, figure, sentence)) : (behind(scene, figure, sentence) ?? ahead)) ?? own;
}

/** The word before the figure that governs it; a verb only when it is the verb of the figure's clause. */
function governed(scene: Scene, clauses: Clauses, figure: Figure, sentence: Stretch): Happening | null {
  const happening = before(scene, figure, sentence);
  if (!happening || happening.shape === 'noun') return happening;
  const { verb } = clauseAt(clauses, figure.first);
  return verb < 0 || (happening.first <= verb && verb < happening.last) ? happening : null;
}

/** "is sanctioning five individuals, 14 companies and three vessels": the verb of the clause, for every item of its object. */
function objectOf(scene: Scene, clauses: Clauses, figure: Figure, sentence: Stretch): Happening | null {
  const { verb } = clauseAt(clauses, figure.first);
  if (verb < 0 || isIn(scene, figure.first - 1, PREPOSITION) || isSubject(clauses, figure)) return null;
  const here = eventBefore(scene, verb + 1, sentence.first);
  const hit = here?.hit ?? eventAt(scene, verb, figure.first);
  if (!hit || hit.row.voice === 'subject' || hasForm(hit, 'noun') || isPassive(scene, verb, sentence.first)) return null;
  return found(hit, here?.first ?? verb, hit.row.voice === 'received' ? 'received' : 'active', 'verb of the clause');
}

const found = (hit: EventHit, first: number, shape: Happening['shape'], rule: string): Happening => ({
  event: hit.row.event,
  first,
  last: hit.last,
  shape,
  person: hasForm(hit, 'person'),
  because: `event ${rule} "${hit.row.phrase}"`,
});

/** "13 deaths", "217 gunshot victims", "54 injured", "12 dead": the counted words say it themselves. */
function within(scene: Scene, figure: Figure): Happening | null {
  for (let token = figure.numberLast; token < figure.last; token++) {
    // "3,415 cases of cholera"
    const hit = isWord(scene, token) ? eventAt(scene, token, figure.last + 3) : null;
    if (!hit) continue;
    if (isIn(scene, token - 1, UNDONE)) return null;
    const closes = hit.last >= figure.last || hasForm(hit, 'state');
    if ((hasForm(hit, 'noun') || hasForm(hit, 'state')) && closes && (hit.last >= figure.last || isStateBefore(hit)))
      return found(hit, token, 'noun', 'counted');
    token = hit.last - 1;
  }
  return null;
}

const UNDONE = wordsOf('attempted foiled planned failed');

/** "displaced people", "wounded soldiers" tell an event of the counted; "armed men" does not, nor "trained nurses" by itself. */
const isStateBefore = (hit: EventHit): boolean =>
  /^(killed|wounded|missing|displaced|kidnapped|arrested|infected|seized|damaged|destroyed)$/.test(hit.row.event) && hit.row.form.includes('state');

/** A list item with a label: "Injured: one sailor", "Boats seized: seven trawlers". */
function label(scene: Scene, figure: Figure, sentence: Stretch): Happening | null {
  const most = Math.min(figure.first, sentence.first + 8);
  let colon = sentence.first;
  while (colon < most && signAt(scene, colon) !== ':') colon++;
  if (colon >= most) return null;
  for (let token = colon - 1; token >= sentence.first; token--) {
    const hit = isWord(scene, token) ? eventAt(scene, token, colon) : null;
    if (hit && hit.row.event !== 'attacked' && (hasForm(hit, 'participle') || hasForm(hit, 'noun') || hasForm(hit, 'state')))
      return found(hit, token, 'passive', 'label');
  }
  return null;
}

/** What a sentence that opens a list tells of every item: "In the raid the army seized:". */
export function listedEvent(scene: Scene, figure: Figure, lead: Stretch): Happening | null {
  for (let token = lead.last - 1; token >= lead.first; token--) {
    const hit = isWord(scene, token) ? eventAt(scene, token, lead.last) : null;
    if (!hit || (hasForm(hit, 'noun') && !hasForm(hit, 'past') && !hasForm(hit, 'verb'))) continue;
    const happening = found(hit, token, 'passive', 'list');
    if (fits(figure, happening) || (figure.kind === 'money' && hit.row.event === 'seized')) return happening;
  }
  return null;
}

/** "12 dead", "11 people were left dead", "four are missing", "left 12 people dead": a state right behind the figure. */
function behindState(scene: Scene, figure: Figure, sentence: Stretch): Happening | null {
  let token = figure.last;
  for (let steps = 0; steps < 4 && token < sentence.last; steps++, token++) {
    const hit = isWord(scene, token) ? eventAt(scene, token, sentence.last) : null;
    if (hit && hasForm(hit, 'state') && !isNounBehind(scene, hit.last, sentence)) {
      const plain =
        steps === 0 || isIn(scene, token - 1, BE) || isIn(scene, token - 1, ADVERB) || isIn(scene, token - 1, LEAVE) || isIn(scene, token - 1, MORE);
      return plain ? found(hit, token, 'passive', 'state') : null;
    }
    if (
      !isIn(scene, token, BE) &&
      !isIn(scene, token, AUXILIARY) &&
      !isIn(scene, token, ADVERB) &&
      !isIn(scene, token, LEAVE) &&
      !isIn(scene, token, MORE)
    )
      return null;
  }
  return null;
}

const LEAVE = wordsOf('left as reported feared believed confirmed listed declared presumed');
const MORE = wordsOf('more others other people');

/** "12 injured civilians": the state belongs to a noun behind it. */
const isNounBehind = (scene: Scene, token: number, sentence: Stretch): boolean =>
  token < sentence.last &&
  isWord(scene, token) &&
  (posOf(scene.knowledge, scene.tokens, token) & (Pos.Noun | Pos.Verb | Pos.Adverb)) === Pos.Noun &&
  !isIn(scene, token, PREPOSITION);

/** Whether a verb stands before the figure in its clause, so that the figure is no subject. */
function isObject(scene: Scene, figure: Figure, sentence: Stretch): boolean {
  const limit = Math.max(sentence.first, figure.first - REACH);
  for (let token = figure.first - 1; token >= limit; token--) {
    if (isWall(scene, token) || isIn(scene, token, RELATIVE) || isIn(scene, token, SUBORDINATOR)) return false;
    if (scene.mentionAt[token] >= 0) continue;
    if (isIn(scene, token, BE) || isIn(scene, token, HAVE) || isPlainVerb(scene, token)) return !isCoordinated(scene, figure, token);
    const hit = isWord(scene, token) ? eventAt(scene, token, sentence.last) : null;
    if (hit && !isNominal(scene, token, hit)) return !isCoordinated(scene, figure, token);
  }
  return false;
}

/** "killed 12 people and 30 others fled": behind "and" the figure has a verb of its own. */
function isCoordinated(scene: Scene, figure: Figure, verb: number): boolean {
  const joint = figure.first - 1;
  if (joint <= verb || !(isIn(scene, joint, COORDINATOR) || isComma(scene, joint))) return false;
  for (let token = figure.last; token < Math.min(scene.tokens.count, figure.last + 6); token++) {
    if (
      isWall(scene, token) ||
      isComma(scene, token) ||
      isIn(scene, token, RELATIVE) ||
      has(scene.tokens, token, Flag.SentenceStart) ||
      scene.figureAt[token] >= 0
    )
      return false;
    if (isIn(scene, token, BE) || isIn(scene, token, HAVE)) return true;
    const hit = isWord(scene, token) ? eventAt(scene, token, scene.tokens.count) : null;
    if (hit && isActing(hit) && hasForm(hit, 'past')) return true;
    if (isPlainVerb(scene, token)) return true;
  }
  return false;
}

/** A word that can be verb and noun is a noun behind an article, an adjective or a preposition: "the attack", "in raids". */
function isNominal(scene: Scene, token: number, hit: EventHit): boolean {
  if (!hasForm(hit, 'noun')) return false;
  if (!hasForm(hit, 'verb') && !hasForm(hit, 'past') && !hasForm(hit, 'gerund')) return true;
  const before = token - 1;
  // "responsible for killing thousands": a gerund with its object right behind it.
  if (hasForm(hit, 'gerund') && scene.figureAt[hit.last] >= 0 && !isIn(scene, before, ARTICLE)) return false;
  if (isIn(scene, before, ARTICLE) || (isIn(scene, before, PREPOSITION) && !isIn(scene, before, TO_ONLY))) return true;
  if (isIn(scene, hit.last, OF)) return true;
  // "attacks in North Sinai dropped from 332": a plural at the head of its clause, with a preposition behind it.
  if (
    isIn(scene, hit.last, GAP_PREPOSITION) &&
    scene.figureAt[hit.last] < 0 &&
    !hasForm(hit, 'past') &&
    (isComma(scene, before) || isWall(scene, before) || has(scene.tokens, token, Flag.SentenceStart) || isIn(scene, before, COORDINATOR))
  )
    return true;
  return (posOf(scene.knowledge, scene.tokens, before) & (Pos.Adjective | Pos.Verb | Pos.Noun)) === Pos.Adjective;
}

const TO_ONLY = wordsOf('to');

/** "killed 12", "killing at least 19 people", "the deaths of 12", "the toll rose to 23": the word before the figure that governs it. */
function before(scene: Scene, figure: Figure, sentence: Stretch): Happening | null {
  const limit = Math.max(sentence.first, figure.first - REACH);
  let governor = figure.first - 1;
  while (governor > limit && isIn(scene, governor, ARTICLE)) governor--;
  const prefixes = isIn(scene, governor, GAP_PREPOSITION);
  const inPhrase = isIn(scene, governor, OF);
  let transparent = true;
  for (let token = figure.first - 1; token >= limit; token--) {
    if (isWall(scene, token) && !(token === figure.first - 1 && isQuote(scene, token))) return null;
    if (isIn(scene, token, RELATIVE) && token < figure.first - 1) return null;
    if (scene.mentionAt[token] >= 0) {
      token = mentionStart(scene, token);
      continue;
    }
    const here = isWord(scene, token) ? eventBefore(scene, token + 1, limit) : null;
    if (here) {
      const { first, hit } = here;
      // "operated on 21": the preposition belongs to the verb.
      const prefixed = prefixes && hit.last <= governor;
      if (hit.last === first + 1 && isKind(scene.knowledge, scene.tokens, first, 'change') && isIn(scene, hit.last, STEP)) continue;
      const nominal = isNominal(scene, first, hit);
      if (nominal || (hasForm(hit, 'state') && transparent && isIn(scene, first - 1, ARTICLE))) {
        if (transparent && (prefixed || isIn(scene, figure.first - 1, PLACING) || isIn(scene, figure.first - 1, BE)))
          return found(hit, first, 'noun', 'noun');
      } else if (hasForm(hit, 'state') && transparent && !hasForm(hit, 'past') && isCounting(scene, first - 1)) {
        return found(hit, first, 'noun', 'number of');
      } else if (
        hit.row.voice !== 'subject' &&
        (hasForm(hit, 'verb') || hasForm(hit, 'past') || hasForm(hit, 'gerund') || hasForm(hit, 'participle'))
      ) {
        const passive = isPassive(scene, first, limit);
        const money = figure.kind === 'money';
        const received = hit.row.voice === 'received';
        if (passive && figure.unit === 'time') return found(hit, first, 'passive', 'times');
        if (passive && !money) return transparent && isCounting(scene, first - 1) ? found(hit, first, 'noun', 'number of') : null;
        if (isAttributive(scene, hit, figure)) return isCounting(scene, first - 1) ? found(hit, first, 'noun', 'number of') : null;
        if ((prefixed && !money) || (inPhrase && hit.last < governor)) return null;
        if (money ? !OF_MONEY.has(hit.row.event) : hit.row.event === 'paid' && figure.kind === 'count' && !received && figure.unit === 'person') {
          transparent = false;
          continue;
        }
        return found(hit, first, passive ? 'passive' : received ? 'received' : 'active', 'verb');
      } else if (hit.row.voice === 'subject' && transparent && isCounting(scene, first - 1)) {
        return found(hit, first, 'noun', 'number of');
      }
      token = first;
      transparent = false;
      continue;
    }
    if (isKind(scene.knowledge, scene.tokens, token, 'change') || isIn(scene, token, PLACING) || scene.figureAt[token] >= 0) continue;
    if (isReporting(scene, token) && !isIn(scene, token - 1, ARTICLE)) return null;
    if (isIn(scene, token, BE) || isPlainVerb(scene, token)) return null;
    if (isIn(scene, token, SUBORDINATOR)) return null;
  }
  return null;
}

const STEP = wordsOf('from to by');
const COUNTING = wordsOf('number numbers total share toll count tally figure of have has');
const isCounting = (scene: Scene, token: number): boolean =>
  isIn(scene, token, COUNTING) || (isIn(scene, token, ARTICLE) && isIn(scene, token - 1, OF));

/** "displaced people in Haiti rose to 700,000": the participle stands before a noun and tells no action. */
function isAttributive(scene: Scene, hit: EventHit, figure: Figure): boolean {
  if (!hasForm(hit, 'state') || hit.last >= figure.first) return false;
  return (
    isWord(scene, hit.last) &&
    scene.mentionAt[hit.last] < 0 &&
    (posOf(scene.knowledge, scene.tokens, hit.last) & Pos.Noun) !== 0 &&
    !isIn(scene, hit.last, ARTICLE) &&
    scene.figureAt[hit.last] < 0 &&
    (posOf(scene.knowledge, scene.tokens, hit.last) & Pos.Adverb) === 0
  );
}

/** Whether "was", "were", "been" stands before the participle, adverbs between. */
function isPassive(scene: Scene, token: number, limit: number): boolean {
  let at = token - 1;
  while (at >= limit && isIn(scene, at, ADVERB)) at--;
  return at >= limit && isIn(scene, at, BE);
}

/** "12 people were killed", "12 died", "12 people killed in the raid", "12, including three children, were killed". */
function behind(scene: Scene, figure: Figure, sentence: Stretch): Happening | null {
  const limit = Math.min(sentence.last, figure.last + REACH);
  let helped = false;
  let relative = false;
  for (let token = figure.last; token < limit; token++) {
    if (isWall(scene, token)) {
      if (signAt(scene, token) !== '(') return null;
      while (token < limit && signAt(scene, token) !== ')') token++;
      continue;
    }
    if (scene.mentionAt[token] >= 0) continue;
    if (isIn(scene, token, BE) || isIn(scene, token, AUXILIARY)) {
      helped = true;
      continue;
    }
    if (isIn(scene, token, RELATIVE)) {
      if (token > figure.last + 2 && !isComma(scene, token - 1) && !isIn(scene, token - 1, OF)) return null;
      relative = true;
      continue;
    }
    const hit = isWord(scene, token) && scene.figureAt[token] < 0 ? eventAt(scene, token, sentence.last) : null;
    if (hit && !isNominal(scene, token, hit)) {
      const passive = isPassive(scene, token, figure.last);
      if (isActing(hit) && (hasForm(hit, 'past') || helped || hasForm(hit, 'verb')) && !passive) return found(hit, token, 'subject', 'subject');
      if (hasForm(hit, 'participle') && hit.row.voice !== 'received' && (passive || isReduced(scene, figure, token, hit, sentence)))
        return found(hit, token, 'passive', passive ? 'passive' : 'participle');
      if (hasForm(hit, 'state') && helped) return found(hit, token, 'passive', 'state');
      return null;
    }
    if (hit) {
      token = hit.last - 1;
      continue;
    }
    if (isIn(scene, token, COORDINATOR) && scene.figureAt[token + 1] < 0 && !relative && !isListItem(scene, token, sentence)) return null;
    if (isReporting(scene, token) || isPlainVerb(scene, token)) return null;
    if (isIn(scene, token, SUBORDINATOR) && token > figure.last) return null;
  }
  return null;
}

/** "12 people killed in the raid", "five sent from Gao", "forty wounded.": a bare participle right behind the figure's noun. */
function isReduced(scene: Scene, figure: Figure, token: number, hit: EventHit, sentence: Stretch): boolean {
  if (token > figure.last + 6) return false;
  const next = hit.last;
  if (next >= sentence.last) return true;
  return (
    isWall(scene, next) ||
    isComma(scene, next) ||
    isIn(scene, next, PREPOSITION) ||
    isIn(scene, next, COORDINATOR) ||
    signAt(scene, next) === '.' ||
    has(scene.tokens, next, Flag.Punctuation) ||
    scene.dateAt[next] >= 0 ||
    isIn(scene, next, ADVERB) ||
    isIn(scene, next, ACCORDING)
  );
}

const ACCORDING = wordsOf('according');

/** "civilians and soldiers": the word behind "and" is a further noun, not a verb. */
const isListItem = (scene: Scene, token: number, sentence: Stretch): boolean =>
  token + 1 < sentence.last && !isPlainVerb(scene, token + 1) && !isIn(scene, token + 1, BE);
