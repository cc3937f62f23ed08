import {
  ARTICLE,
  BE,
  COORDINATOR,
  HAVE,
  OF,
  PREPOSITION,
  RELATIVE,
  SUBORDINATOR,
  isComma,
  isIn,
  isPlainVerb,
  isQuote,
  isReporting,
  isWall,
  isWord,
  mentionStart,
  type Stretch,
  wordsOf,
  isOfClass,
} from '../../../../grammar/index.js';
import { Kind, isKind, Pos, posOf } from '../../../../knowledge/index.js';
import { type Figure, Flag, has } from '../../../../model/index.js';
import {
  eventAt,
  eventBefore,
  type EventHit,
  found,
  GAP_PREPOSITION,
  type Happening,
  hasForm,
  isActing,
  isNominal,
  isPassive,
  OF_MONEY,
  REACH,
} from './words.js';
import type { Scene } from '../scene.js';

/** Whether a verb stands before the figure in its clause, so that the figure is no subject. */
export function isObject(scene: Scene, figure: Figure, sentence: Stretch): boolean {
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

const PLACING = wordsOf(
  'average averaged averages averaging put puts putting estimated estimates reached reaches stands stood stand passed exceeded exceeds hit topped number numbers numbered total totals totalled at to from of from as for was were is are has had have been be by including',
);

/** "killed 12", "killing at least 19 people", "the deaths of 12", "the toll rose to 23": the word before the figure that governs it. */
export function before(scene: Scene, figure: Figure, sentence: Stretch): Happening | null {
  const limit = Math.max(sentence.first, figure.first - REACH);
  let governor = figure.first - 1;
  while (governor > limit && (isIn(scene, governor, ARTICLE) || isQuote(scene, governor))) governor--;
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
      if (hit.last === first + 1 && isKind(scene.knowledge, scene.tokens, first, Kind.Change) && isIn(scene, hit.last, STEP)) continue;
      const nominal = isNominal(scene, first, hit);
      if (nominal || (hasForm(hit, 'state') && transparent && isIn(scene, first - 1, ARTICLE))) {
        if (
          transparent &&
          (prefixed || isIn(scene, figure.first - 1, PLACING) || isIn(scene, figure.first - 1, BE) || isFurther(scene, hit.last, figure))
        )
          return found(hit, first, 'noun', 'noun');
      } else if (
        hasForm(hit, 'state') &&
        transparent &&
        !hasForm(hit, 'past') &&
        isCounting(scene, first - 1) &&
        // "has overrun nine towns"
        !(isIn(scene, first - 1, HAVE) && hasForm(hit, 'participle'))
      ) {
        return found(hit, first, 'noun', 'number of');
      } else if (
        hit.row.voice !== 'subject' &&
        (hasForm(hit, 'verb') || hasForm(hit, 'past') || hasForm(hit, 'gerund') || hasForm(hit, 'participle'))
      ) {
        // "the number of people killed in the floods rose to 54"
        if (transparent && hit.last < figure.first && hasForm(hit, 'participle') && isNumberOf(scene, first - 1))
          return found(hit, first, 'noun', 'number of');
        const passive = isPassive(scene, first, limit);
        const money = figure.kind === 'money';
        const received = hit.row.voice === 'received';
        if (passive && figure.unit === 'time') return found(hit, first, 'passive', 'times');
        if (passive && !money) return transparent && isCounting(scene, first - 1) ? found(hit, first, 'noun', 'number of') : null;
        if (isAttributive(scene, hit, figure)) return isCounting(scene, first - 1) ? found(hit, first, 'noun', 'number of') : null;
        if ((prefixed && !money) || (inPhrase && hit.last < governor && !isSumOf(scene, figure, hit.last, governor))) return null;
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
    // "deployed four teams, each serving 1,500 people": a participle right before the figure has it as its object.
    if (token === governor && isParticipleClause(scene, token)) return null;
    if (isKind(scene.knowledge, scene.tokens, token, Kind.Change) || isIn(scene, token, PLACING) || scene.figureAt[token] >= 0) continue;
    // "with the displaced there are 14,000"
    if (isIn(scene, token, THERE)) return null;
    if (isReporting(scene, token) && !isIn(scene, token - 1, ARTICLE)) return null;
    if (isIn(scene, token, BE) || isPlainVerb(scene, token)) return null;
    if (isIn(scene, token, SUBORDINATOR)) return null;
  }
  return null;
}

/** "among the dead were five soldiers and [two traders]": one more behind "were", with nothing but figures between. */
function isFurther(scene: Scene, from: number, figure: Figure): boolean {
  let be = figure.first - 1;
  if (!isIn(scene, be, COORDINATOR) && !isComma(scene, be)) return false;
  while (be > from && (scene.figureAt[be] >= 0 || isIn(scene, be, COORDINATOR) || isComma(scene, be))) be--;
  return isIn(scene, be, BE);
}

/** ", serving", "each serving": a participle behind a comma that does not count. */
export const isParticipleClause = (scene: Scene, token: number): boolean =>
  (posOf(scene.knowledge, scene.tokens, token) & Pos.Gerund) !== 0 &&
  (isComma(scene, token - 1) || isIn(scene, token - 1, EACH)) &&
  !isIn(scene, token, COUNTING_UP);
const EACH = wordsOf('each all both');
const COUNTING_UP = wordsOf('including totalling totaling numbering averaging involving comprising counting following excluding');

const STEP = wordsOf('from to by');
const THERE = wordsOf('there');

const COUNTING = wordsOf('number numbers total share toll count tally figure of have has');

const isCounting = (scene: Scene, token: number): boolean =>
  isIn(scene, token, COUNTING) || (isIn(scene, token, ARTICLE) && isIn(scene, token - 1, OF));

/** "number of women and children": the words before `token` down to what says that they are counted. */
function isNumberOf(scene: Scene, token: number): boolean {
  for (let at = token; at > token - 5 && at > 1; at--) {
    if (isIn(scene, at, OF)) return isIn(scene, at - 1, COUNTING);
    if (!isWord(scene, at) || (posOf(scene.knowledge, scene.tokens, at) & (Pos.Noun | Pos.Adjective)) === 0) return false;
  }
  return false;
}

/** "paid a ransom of $5 million", "seized a haul of 40 rifles": `of` joins the number to a sum or heap that is the object of the verb before. */
function isSumOf(scene: Scene, figure: Figure, verbEnd: number, of: number): boolean {
  if (of - verbEnd < 1 || of - verbEnd > 4) return false;
  for (let token = verbEnd; token < of; token++) if (isIn(scene, token, PREPOSITION) || isComma(scene, token)) return false;
  return figure.kind === 'money' || isOfClass(scene, of - 1, 'heap');
}

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
