import { Pos, posOf } from '../knowledge/index.js';
import { isOfClass } from './classes.js';
import { type Ground, isIn, wordsOf } from './ground.js';
import { isParticipleBefore } from './phrases.js';
import { isAuxiliary, isVerbal, isVerbBehind } from './verbs.js';
import { isFigure, note, outer, push, type Reading, say, top } from './reading.js';
import { takeVerb } from './reading-verbs.js';
import { isVerbForm, isVerbOfRelative, lastAuxiliary } from './verb-forms.js';
import { ADVERB, isAdverb, isWord, isSoFar } from './words.js';

// The words of a sentence that are taken into its clauses one by one: auxiliaries, prepositions, adverbs, full verbs.

/** An auxiliary with the adverbs and further auxiliaries behind it and the full verb they help. */
export function takeAuxiliary(reading: Reading, token: number): number {
  const { ground, limit } = reading;
  let at = token;
  // "was little changed"
  while (
    at + 1 < limit &&
    (isAuxiliary(ground, at) || isIn(ground, at, ADVERB) || isAdverb(ground, at) || (isIn(ground, at, LITTLE) && isVerbForm(ground, at + 1))) &&
    ground.figureAt[at + 1] < 0
  )
    at++;
  const full = isVerbForm(ground, at);
  const verb = full ? at : lastAuxiliary(ground, token, at);
  // "having increased by": no subject of its own
  if (isIn(ground, token, NONFINITE) && top(reading).verb >= 0) {
    say(reading, verb);
    reading.before = 'verb';
  } else takeVerb(reading, verb, true);
  const next = full ? at + 1 : Math.max(token + 1, at);
  note(reading, next);
  return next;
}
const NONFINITE = wordsOf('having being');
const LITTLE = wordsOf('little');

/** A preposition, which a figure with a verb left out can stand behind. */
export function takePreposition(reading: Reading, token: number): number {
  const { ground, before, last } = reading;
  // "were down 2.3%, Burlington by 2.6%": the verb is left out the second time.
  const gapped = before === 'phrase' && last?.free && (last.joint === 'comma' || last.joint === 'and') && top(reading).verb >= 0;
  if (gapped && isIn(ground, token, GAPPING) && ground.figureAt[token + 1] >= 0 && !isFigure(ground, last.phrase)) {
    top(reading).subject = last.phrase;
    note(reading, token + 1);
  }
  reading.before = 'preposition';
  reading.governor = token;
  return token + 1;
}
const GAPPING = wordsOf('by between from at to');

/** An adverb or particle, which can be a predicate without a verb. */
export function takeAdverb(reading: Reading, token: number): number {
  const { ground, before, last, tieing } = reading;
  // "such as Blackmores up 9.4 per cent": a predicate without a verb.
  if (before === 'phrase' && last && isIn(ground, token, UP_DOWN) && ground.figureAt[token + 1] >= 0 && !isFigure(ground, last.phrase)) {
    push(reading, 'reduced', tieing ?? last.phrase);
    say(reading, token);
    note(reading, token + 1);
  }
  // "donors have so far given"
  return isSoFar(ground, token) ? token + 2 : token + 1;
}
const UP_DOWN = wordsOf('up down');

/** A verb without auxiliary, a gerund behind its subject; `token` when the word is none where it stands. */
export function takeFullVerb(reading: Reading, token: number): number {
  const { ground, before, last, limit } = reading;
  const pos = posOf(ground.knowledge, ground.tokens, token);
  const here = top(reading);
  if ((pos & Pos.Gerund) !== 0) {
    // "destroying houses and cutting power": what is joined to one is another.
    // "will cut jobs, blaming high costs": so is what stands behind a comma and can be no noun.
    const parallel =
      (before === 'and' || before === 'comma') &&
      here.verb >= 0 &&
      isWord(ground, token + 1) &&
      (isGerund(ground, here.verb) ||
        (here.kind === 'reduced' && isGerund(ground, outer(reading)?.verb ?? -1)) ||
        (before === 'comma' && (pos & (Pos.Noun | Pos.Adjective)) === 0));
    if (here.verb < 0 || !(parallel || isVerbBehind(ground, token, limit))) return token;
    // "with prices averaging 5 percent", "couples earning less than"
    if (before === 'phrase' && last && (last.absolute || (isOfClass(ground, token, 'state') && !isFigure(ground, last.phrase))))
      push(reading, 'reduced', last.phrase);
    // "forcing airlines to cancel flights and stranding passengers": what goes on is the gerund before.
    else if (before === 'and' && here.kind === 'reduced' && !isGerund(ground, here.verb) && isGerund(ground, outer(reading)?.verb ?? -1))
      reading.stack.pop();
    say(reading, token);
    reading.before = 'verb';
  } else {
    // "Meanwhile, exports to China fell": a form that could be a noun is none while no subject stands before it.
    const awaited = (before === 'comma' || before === 'and') && here.subject === null && here.verb < 0 && (pos & Pos.Noun) !== 0;
    const describes =
      (before === 'start' || before === 'verb' || (before === 'comma' && here.verb < 0 && here.subject === null)) &&
      isParticipleBefore(ground, token, limit);
    // "the trader, who lives there, pays carriers", "the firm, a maker of boats, buys steel": a subject that waits behind a comma.
    const around = outer(reading);
    const waits = here.kind === 'relative' && here.verb >= 0 && around?.verb === -1 ? around.subject : here.verb < 0 ? here.subject : null;
    const resumes = before === 'comma' && waits !== null && isOfClass(ground, token, 'verb-not-noun');
    const verb =
      !describes &&
      before !== 'preposition' &&
      (resumes ||
        isVerbal(ground, token) ||
        (before === 'relative' ? isVerbOfRelative(ground, token, limit) : before !== 'start' && !awaited && isVerbBehind(ground, token, limit)));
    if (!verb) return token;
    takeVerb(reading, token, false);
  }
  note(reading, token + 1);
  return token + 1;
}

const isGerund = (ground: Ground, token: number): boolean =>
  token >= 0 && ground.mentionAt[token] < 0 && (posOf(ground.knowledge, ground.tokens, token) & Pos.Gerund) !== 0;
