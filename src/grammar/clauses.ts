import { Pos, posOf } from '../knowledge/index.js';
import type { Clause, Phrase } from '../model/index.js';
import { ADVERB, COORDINATOR, isAdverb, isComma, isReporting, PARTICLE, PREPOSITION, RELATIVE, TO } from './words.js';
import { isAuxiliary, isVerbal, isVerbBehind, phraseAtToken } from './phrases.js';
import { isIn, type Ground, signAt, type Stretch, wordsOf } from './ground.js';
import { isBase, isVerbForm, isVerbOfRelative, lastAuxiliary } from './verb-forms.js';

interface Frame {
  kind: 'main' | 'relative' | 'subordinate' | 'complement' | 'reduced';
  subject: Phrase | null;
  apposed: Phrase | null;
  verb: number;
  /** The verb is a past form without auxiliary: it may turn out to be a participle ("talks hosted by Canada have produced"). */
  bare: boolean;
}

/** The phrase read last: `free`, no preposition governs it; `joint`, what stood before it; `timed`, behind "after", "since". */
interface Read {
  readonly phrase: Phrase;
  readonly free: boolean;
  readonly joint: Before;
  readonly timed: boolean;
  /** Joined by "and" to a phrase that a preposition governs. */
  readonly chained: boolean;
}

type Before = 'start' | 'phrase' | 'verb' | 'comma' | 'and' | 'preposition' | 'relative';

const CONDITIONAL = wordsOf('if unless because although though while whereas when whenever whether what how why');

const TIME = wordsOf('after before since until as once than');

const LIKE_THAT = wordsOf('that');

const WHOSE = wordsOf('whose where');

/** The clauses read so far. */
export interface ClauseList {
  readonly from: number[];
  readonly states: Clause[];
}

/** Reads a sentence once from left to right and adds for each of its tokens which clause it stands in. */
export function readClauses(ground: Ground, sentence: Stretch, { from, states }: ClauseList): void {
  let stack: Frame[] = [frame('main')];
  let before: Before = 'start';
  let last = null as Read | null;
  /** The free phrase read last, while only what hangs on it was read behind it ("troops of the battalion"). */
  let open = null as Read | null;
  let apposedTo = null as Phrase | null;
  let governor = -1;

  const top = (): Frame => stack[stack.length - 1];
  const note = (token: number): void => {
    const { subject, apposed, verb } = top();
    from.push(token);
    states.push({ subject, apposed, verb, main: stack[0].subject });
  };
  const restart = (token: number): void => {
    stack = [frame('main')];
    last = null;
    open = null;
    before = 'start';
    note(token);
  };
  const push = (kind: Frame['kind'], subject: Phrase | null = null): void => {
    if (stack.length < DEEPEST) stack.push({ ...frame(kind), subject });
    else stack[stack.length - 1] = { ...frame(kind), subject };
  };
  const say = (verb: number, bare: boolean): void => {
    top().verb = verb;
    top().bare = bare;
  };

  const readPhrase = (phrase: Phrase): void => {
    const free = before !== 'preposition';
    const { verb, subject } = top();
    if (free && verb < 0) {
      if (subject === null || before === 'relative') top().subject = phrase;
      else if (before === 'comma' && top().apposed === null) top().apposed = phrase;
      else if (before === 'phrase') top().subject = phrase;
    }
    apposedTo = before === 'comma' && last ? last.phrase : null;
    const chained = before === 'and' && last !== null && (!last.free || last.chained) && last.phrase.last === phrase.first - 1;
    last = { phrase, free, joint: before, timed: governor >= 0 && isIn(ground, governor, TIME), chained };
    if (free && !chained) open = last;
    before = 'phrase';
  };

  const readVerb = (verb: number, helped: boolean): void => {
    const bare = !helped && (posOf(ground.knowledge, ground.tokens, verb) & Pos.Past) !== 0;
    const here = top();
    const subject = last?.timed && !last.free ? last : open;
    if (here.verb < 0) say(verb, bare);
    else if (before === 'phrase' && subject && subject.phrase.first > here.verb && !(last?.chained && here.bare && subject !== open)) {
      if (subject.timed && !subject.free) push('subordinate', subject.phrase);
      else if (here.kind === 'relative' && outer(stack)?.verb === -1) {
        stack.pop();
        if (top().subject === null) top().subject = subject.phrase;
      } else if (bare && subject.joint === 'verb' && isIn(ground, verb + 1, PREPOSITION) && !isReporting(ground, here.verb))
        push('reduced', subject.phrase);
      else if (subject.joint === 'comma' || subject.joint === 'and') stack = [{ ...frame('main'), subject: subject.phrase }];
      else push('complement', subject.phrase);
      say(verb, bare);
    } else if (before === 'and' || before === 'comma') {
      while (stack.length > 1 && (top().kind === 'reduced' || (before === 'comma' && top().kind === 'relative'))) stack.pop();
      say(verb, bare);
    } else {
      // "the man who fled was": the verb of the clause around; "talks hosted by Canada have produced": the first was a participle.
      if ((here.kind === 'relative' || here.kind === 'reduced') && stack.length > 1 && (outer(stack)?.verb === -1 || !here.bare)) stack.pop();
      say(verb, bare);
    }
    open = null;
    before = 'verb';
  };

  note(sentence.first);
  for (let token = sentence.first; token < sentence.last; ) {
    const sign = signAt(ground, token);
    if (sign === '(') {
      while (token < sentence.last && signAt(ground, token) !== ')') token++;
      token++;
      continue;
    }
    if (
      sign === ';' ||
      sign === ':' ||
      sign === '—' ||
      sign === '–' ||
      ((sign === '“' || sign === '"') && before !== 'preposition' && before !== 'verb')
    ) {
      restart(++token);
      continue;
    }
    if (isComma(ground, token)) {
      if (top().kind === 'subordinate' && top().verb >= 0 && outer(stack)?.verb === -1) stack.pop();
      before = 'comma';
      note(++token);
      continue;
    }
    if (sign !== '' && ground.figureAt[token] < 0 && ground.mentionAt[token] < 0) {
      token++;
      continue;
    }
    if (ground.dateAt[token] >= 0 && ground.figureAt[token] < 0) {
      if (before === 'preposition') before = 'phrase';
      token++;
      continue;
    }
    const named = ground.mentionAt[token] >= 0 || ground.figureAt[token] >= 0;
    if (!named && isIn(ground, token, COORDINATOR)) {
      before = before === 'comma' ? 'comma' : 'and';
      token++;
      continue;
    }
    if (!named && isIn(ground, token, CONDITIONAL)) {
      push('subordinate');
      before = 'start';
      note(++token);
      continue;
    }
    if (!named && isIn(ground, token, RELATIVE) && !opensWithThat(ground, token, before)) {
      const says = isIn(ground, token, LIKE_THAT) && (before === 'verb' || before === 'and' || isReporting(ground, top().verb));
      if (says) {
        if (before === 'and' && top().kind === 'complement') stack.pop();
        push('complement');
        before = 'start';
      } else {
        const governed: boolean = before === 'preposition' || isIn(ground, token, WHOSE);
        push('relative', governed ? null : antecedent(last?.phrase ?? null, apposedTo, ground));
        before = governed ? 'start' : 'relative';
      }
      note(++token);
      continue;
    }
    if (!named && isAuxiliary(ground, token)) {
      let verb = token;
      while (
        verb + 1 < sentence.last &&
        (isAuxiliary(ground, verb) || isIn(ground, verb, ADVERB) || isAdverb(ground, verb)) &&
        ground.figureAt[verb + 1] < 0
      )
        verb++;
      const full = isVerbForm(ground, verb);
      readVerb(full ? verb : lastAuxiliary(ground, token, verb), true);
      token = full ? verb + 1 : Math.max(token + 1, verb);
      note(token);
      continue;
    }
    if (!named && isIn(ground, token, TO) && isBase(ground, token + 1)) {
      if (top().verb >= 0) say(token + 1, false);
      before = 'verb';
      token += 2;
      note(token);
      continue;
    }
    if (!named && (isIn(ground, token, PREPOSITION) || isIn(ground, token, TIME))) {
      before = 'preposition';
      governor = token++;
      continue;
    }
    if (!named && (isIn(ground, token, ADVERB) || isIn(ground, token, PARTICLE) || isAdverb(ground, token))) {
      token++;
      continue;
    }
    const isGerund = !named && (posOf(ground.knowledge, ground.tokens, token) & Pos.Gerund) !== 0;
    if (
      !named &&
      !isGerund &&
      before !== 'preposition' &&
      (isVerbal(ground, token) ||
        (before === 'relative' ? isVerbOfRelative(ground, token, sentence.last) : before !== 'start' && isVerbBehind(ground, token, sentence.last)))
    ) {
      readVerb(token, false);
      note(++token);
      continue;
    }
    if (isGerund && top().verb >= 0 && isVerbBehind(ground, token, sentence.last)) {
      say(token, false);
      before = 'verb';
      note(++token);
      continue;
    }
    const phrase = phraseAtToken(ground, token, sentence.last);
    if (phrase) {
      // A figure inside a phrase sees the clause as it was before the phrase.
      readPhrase(phrase);
      token = phrase.last;
      note(token);
    } else token++;
  }
}

const DEEPEST = 8;

const frame = (kind: Frame['kind']): Frame => ({ kind, subject: null, apposed: null, verb: -1, bare: false });

const outer = (stack: readonly Frame[]): Frame | undefined => stack[stack.length - 2];

/** "That same report says": "that" as an article at the head of its clause. */
const opensWithThat = (ground: Ground, token: number, before: Before): boolean =>
  isIn(ground, token, LIKE_THAT) && (before === 'start' || before === 'preposition') && !isVerbal(ground, token + 1);

/** "X, a charity that treats": behind an apposition the named one. */
const antecedent = (phrase: Phrase | null, apposedTo: Phrase | null, ground: Ground): Phrase | null =>
  phrase && apposedTo && ground.mentionAt[phrase.head] < 0 && ground.mentionAt[apposedTo.head] >= 0 ? apposedTo : phrase;
