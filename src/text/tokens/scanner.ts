import { Flag, type Tokens } from '../../model/index.js';
import { Class, classOf, foldOf, isLetterClass } from './characters.js';
import { findUnits, hashEnd, hashStart, hashStep, type Vocabulary } from './vocabulary.js';

// One pass over the text fills the token columns. The scratch columns are kept between calls and copied out at the end.
let scratch = columns(1 << 14);

function columns(capacity: number) {
  return {
    capacity,
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    id: new Int32Array(capacity),
    hash: new Int32Array(capacity),
    flags: new Uint16Array(capacity),
  };
}

/** A "word" longer than this is no word of any gazetteer: its id is −1 and only its first units are hashed. */
const LONGEST_WORD = 256;
const folded = new Uint16Array(LONGEST_WORD);

/** Twice the room, with what stands there already. */
function grow(): void {
  const wider = columns(scratch.capacity * 2);
  wider.start.set(scratch.start);
  wider.end.set(scratch.end);
  wider.id.set(scratch.id);
  wider.hash.set(scratch.hash);
  wider.flags.set(scratch.flags);
  scratch = wider;
}

const DOT = 46;
const COMMA = 44;
const LOWER_S = 115;
const [NEWLINE, RETURN] = [10, 13];

/**
 * Splits `text` into tokens and looks each word up in `vocabulary`.
 * Words keep inner apostrophes ("Qa'ida") and digits behind letters ("M23"); a possessive ’s, hyphens, slashes and every
 * other sign are tokens of their own; digits keep inner separators ("2,000.5"); "U.S." is one token. Cost is linear.
 */
export function scan(text: string, vocabulary: Vocabulary): Tokens {
  const length = text.length;
  // Local names: the loop must not look the module's columns up for each token.
  let { capacity, start, end, id, hash, flags } = scratch;
  let count = 0;
  let gap = Flag.LineStart | Flag.SpaceBefore;
  let i = 0;
  while (i < length) {
    const c = text.charCodeAt(i);
    const k = classOf(c);
    if (k === Class.Blank || k === Class.Ignorable) {
      gap |= Flag.SpaceBefore;
      i++;
      continue;
    }
    if (k === Class.Newline) {
      gap |= Flag.SpaceBefore | Flag.LineStart;
      i++;
      continue;
    }
    if (count === capacity) {
      grow();
      ({ capacity, start, end, id, hash, flags } = scratch);
    }
    start[count] = i;
    let flag = gap;
    gap = 0;
    let h = hashStart;
    let units = 0;
    if (isLetterClass(k)) {
      flag |= Flag.Word;
      if (k === Class.Upper) flag |= Flag.Capital;
      let uppers = 0;
      if (i + 2 < length && text.charCodeAt(i + 1) === DOT && isInitialWithDot(text, i, length)) {
        // "U.S.", "a.m.": letters with dots between, the dots left out of the folded form.
        flag |= Flag.Dotted;
        while (i < length && isLetterClass(classOf(text.charCodeAt(i)))) {
          const letter = text.charCodeAt(i);
          if (classOf(letter) === Class.Upper) uppers++;
          const f = foldOf(letter);
          if (units < LONGEST_WORD) folded[units] = f;
          units++;
          h = hashStep(h, f);
          i++;
          if (i < length && text.charCodeAt(i) === DOT) i++;
          else break;
          if (i + 1 < length && isLetterClass(classOf(text.charCodeAt(i))) && isLetterClass(classOf(text.charCodeAt(i + 1)))) break;
        }
        if (units > 1 && uppers === units) flag |= Flag.Upper;
      } else {
        let letters = 0;
        for (; i < length; i++) {
          const unit = text.charCodeAt(i);
          const kind = classOf(unit);
          if (isLetterClass(kind)) {
            letters++;
            if (kind === Class.Upper) uppers++;
          } else if (kind === Class.Digit) {
            flag |= Flag.Alphanumeric;
          } else if (kind === Class.Mark || kind === Class.Ignorable) {
            continue;
          } else if (kind === Class.Apostrophe) {
            if (i + 1 >= length || !isLetterClass(classOf(text.charCodeAt(i + 1))) || isPossessive(text, i, length)) break;
            continue;
          } else {
            const rest = kind === Class.Hyphen ? restOfLine(text, i, length) : -1;
            const whole = rest < 0 ? 0 : joined(vocabulary, text, rest, length, units, h);
            if (whole === 0) break;
            // "Sep-\ntember": the halves of one word on two lines.
            for (let at = rest; at < whole; at++) h = hashStep(h, folded[units++]);
            i = whole;
            break;
          }
          if (units < LONGEST_WORD) {
            const f = foldOf(unit);
            folded[units] = f;
            h = hashStep(h, f);
          }
          units++;
        }
        if (letters > 1 && uppers === letters) flag |= Flag.Upper;
      }
    } else if (k === Class.Digit) {
      flag |= Flag.Number;
      for (; i < length; i++) {
        const digit = text.charCodeAt(i);
        if (classOf(digit) !== Class.Digit) {
          const separator = digit === DOT || digit === COMMA;
          if (!separator || i + 1 >= length || classOf(text.charCodeAt(i + 1)) !== Class.Digit) break;
        }
        if (units < LONGEST_WORD) {
          folded[units] = digit;
          h = hashStep(h, digit);
        }
        units++;
      }
    } else if (k === Class.Apostrophe && isPossessive(text, i, length)) {
      flag |= Flag.Possessive | Flag.Punctuation;
      folded[0] = 39;
      folded[1] = LOWER_S;
      units = 2;
      h = hashStep(hashStep(h, 39), LOWER_S);
      i += 2;
    } else {
      flag |= k === Class.Fraction ? Flag.Number : Flag.Punctuation;
      const pair = c >= 0xd800 && c <= 0xdbff && i + 1 < length && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
      const f = k === Class.Hyphen ? 45 : k === Class.Apostrophe ? 39 : k === Class.Fraction ? c : foldOf(c);
      folded[0] = f;
      units = 1;
      h = hashStep(h, f);
      i += pair ? 2 : 1;
    }
    h = hashEnd(h);
    end[count] = i;
    hash[count] = h;
    flags[count] = flag;
    id[count] = units <= LONGEST_WORD ? findUnits(vocabulary, h, folded, units) : -1;
    count++;
  }
  return {
    count,
    start: start.slice(0, count),
    end: end.slice(0, count),
    id: id.slice(0, count),
    hash: hash.slice(0, count),
    flags: flags.slice(0, count),
  };
}

/** Where the next line goes on behind a hyphen that ends a line within a word; −1 where it does not. */
function restOfLine(text: string, hyphen: number, length: number): number {
  const next = text.charCodeAt(hyphen + 1) === RETURN ? hyphen + 2 : hyphen + 1;
  if (text.charCodeAt(next) !== NEWLINE || next + 1 >= length) return -1;
  return classOf(text.charCodeAt(hyphen - 1)) === Class.Lower && classOf(text.charCodeAt(next + 1)) === Class.Lower ? next + 1 : -1;
}

/**
 * The end of the letters at `from` that, behind the first `units` letters, are a word of the vocabulary; 0 when they are none ("well-\nknown"). Leaves the
 * letters in `folded`. Only plain small letters: what a printer parts has no others.
 */
function joined(vocabulary: Vocabulary, text: string, from: number, length: number, units: number, start: number): number {
  let h = start;
  let all = units;
  let i = from;
  for (; i < length && all < LONGEST_WORD && classOf(text.charCodeAt(i)) === Class.Lower; i++) {
    folded[all] = foldOf(text.charCodeAt(i));
    h = hashStep(h, folded[all++]);
  }
  return all < LONGEST_WORD && (i >= length || !isLetterClass(classOf(text.charCodeAt(i)))) && findUnits(vocabulary, hashEnd(h), folded, all) >= 0
    ? i
    : 0;
}

/** ’s at the end of a word: "Taliban’s", also "he’s". */
function isPossessive(text: string, at: number, length: number): boolean {
  if (at === 0 || at + 1 >= length || (text.charCodeAt(at + 1) | 32) !== LOWER_S) return false;
  if (at > 0 && !isLetterClass(classOf(text.charCodeAt(at - 1))) && classOf(text.charCodeAt(at - 1)) !== Class.Digit) return false;
  if (at + 2 >= length) return true;
  const after = classOf(text.charCodeAt(at + 2));
  return !isLetterClass(after) && after !== Class.Digit && after !== Class.Mark;
}

/** One letter, a dot, one letter, and then no further letter: "U.S.", "U.S", "a.m."; not "A.Smith". */
function isInitialWithDot(text: string, at: number, length: number): boolean {
  if (at + 2 >= length || text.charCodeAt(at + 1) !== DOT || !isLetterClass(classOf(text.charCodeAt(at + 2)))) return false;
  return at + 3 >= length || !isLetterClass(classOf(text.charCodeAt(at + 3)));
}
