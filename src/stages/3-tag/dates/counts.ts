import { Kind, isKind, phraseAt } from '../../../knowledge/index.js';
import { Flag, has } from '../../../model/index.js';
import { hashOf, nextWord } from '../../../text/index.js';
import { type Reader, type Scene, signAt } from './scene.js';

// Numbers that count units, in figures and in words.

/** A longer number is no part of a time. */
export const MOST_DIGITS = 8;

/** Value of a token of digits only, −1 otherwise. */
export function digits(scene: Scene, at: number): number {
  const { tokens, text } = scene;
  if (at < 0 || at >= tokens.count || !has(tokens, at, Flag.Number)) return -1;
  const length = tokens.end[at] - tokens.start[at];
  if (length > MOST_DIGITS) return -1;
  let value = 0;
  for (let i = tokens.start[at]; i < tokens.end[at]; i++) {
    const c = text.charCodeAt(i) - 48;
    if (c < 0 || c > 9) return -1;
    value = value * 10 + c;
  }
  scene.value = value;
  return value;
}

export const widthOf = (scene: Scene, at: number): number => scene.tokens.end[at] - scene.tokens.start[at];

/** "12", "2.5", "twenty-four", "two hundred", "two and a half". */
export const cardinal: Reader = (scene, at) => {
  const { tokens, text, knowledge } = scene;
  let value: number;
  let end = at + 1;
  if (has(tokens, at, Flag.Number)) {
    value = digits(scene, at);
    if (value < 0) {
      const raw = text.slice(tokens.start[at], tokens.end[at]);
      value = Number(/^\d{1,3}(,\d{3})+$/.test(raw) ? raw.replaceAll(',', '') : raw);
      if (!Number.isFinite(value)) return -1;
    }
  } else {
    if (!isKind(knowledge, tokens, at, Kind.Number)) return -1;
    const one = numberWord(scene, at);
    if (one === null || one.value < 1) return -1;
    value = one.value;
    if (one.role === 'ten') {
      const next = nextWord(text, tokens, at, scene.limit);
      const unit = next < 0 ? null : numberWord(scene, next);
      if (unit?.role === 'unit') {
        value += unit.value;
        end = next + 1;
      }
    }
    if (end < scene.limit && numberWord(scene, end)?.role === 'hundred') {
      value *= 100;
      end++;
    }
  }
  if (end < scene.limit && signAt(scene, end + 1) === 47 && digits(scene, end) === 1 && digits(scene, end + 2) === 2) {
    value += 0.5;
    end += 3;
  }
  const scale = end < scene.limit ? SCALES.get(tokens.hash[end]) : undefined;
  if (scale !== undefined) {
    value *= scale;
    end++;
  }
  scene.value = value;
  const half = endOfWords(scene, end, AND_A_HALF);
  if (half >= 0) {
    scene.value = value + 0.5;
    end = half;
  }
  return end;
};

const SCALES: ReadonlyMap<number, number> = new Map([
  [hashOf('thousand'), 1e3],
  [hashOf('million'), 1e6],
  [hashOf('billion'), 1e9],
]);
const AND_A_HALF = ['and', 'a', 'half'].map(hashOf);

export const aHalf: Reader = (scene, at) => endOfWords(scene, at, HALF);
const HALF = ['half'].map(hashOf);

function endOfWords(scene: Scene, at: number, words: readonly number[]): number {
  if (at + words.length > scene.limit) return -1;
  for (let i = 0; i < words.length; i++) if (scene.tokens.hash[at + i] !== words[i]) return -1;
  return at + words.length;
}

/** A number word below a hundred at `at`, "eighty-six" with its unit: its value is left in `scene.value`; −1 when none stands there. */
function belowHundred(scene: Scene, at: number): number {
  const one = at < scene.limit ? numberWord(scene, at) : null;
  if (one === null || one.role === 'hundred' || one.value < 1) return -1;
  scene.value = one.value;
  if (one.role !== 'ten') return at + 1;
  const next = nextWord(scene.text, scene.tokens, at, scene.limit);
  const unit = next < 0 ? null : numberWord(scene, next);
  if (unit?.role !== 'unit') return at + 1;
  scene.value = one.value + unit.value;
  return next + 1;
}

/** "nineteen eighty-six", "seventeen hundred and thirty-three", "two thousand and fifteen": a year in words; "two thousand" alone is none. */
export const yearWords: Reader = (scene, at) => {
  const { hash } = scene.tokens;
  let end = belowHundred(scene, at);
  if (end < 0) return -1;
  const head = scene.value as number;
  const [isThousand, isHundred] = [hash[end] === THOUSAND, hash[end] === HUNDRED];
  if (isThousand ? head > 2 : head < FIRST_CENTURY || head > LAST_CENTURY) return -1;
  let value = head * (isThousand ? 1000 : 100);
  if (isThousand || isHundred) end++;
  if (isThousand) {
    const hundreds = belowHundred(scene, end);
    if (hundreds >= 0 && hash[hundreds] === HUNDRED) {
      value += (scene.value as number) * 100;
      end = hundreds + 1;
    }
  }
  if ((isThousand || isHundred) && hash[end] === AND) end++;
  const last = belowHundred(scene, end);
  if (last < 0 || (!isThousand && !isHundred && (scene.value as number) < LEAST_PAIR)) return -1;
  scene.value = value + (scene.value as number);
  return last;
};
const [THOUSAND, HUNDRED, AND] = ['thousand', 'hundred', 'and'].map(hashOf);
const [FIRST_CENTURY, LAST_CENTURY] = [10, 20];
/** "nineteen ten" is a year, "nineteen two" none. */
const LEAST_PAIR = 10;

function numberWord(scene: Scene, at: number): { readonly value: number; readonly role: string } | null {
  if (!isKind(scene.knowledge, scene.tokens, at, Kind.Number)) return null;
  const hit = phraseAt(scene.knowledge, scene.text, scene.tokens, at, at + 1, Kind.Number);
  const wanted = hit !== null && COUNTING.has(hit.row.role) && hit.row.value !== null;
  return wanted && hit ? { value: hit.row.value as number, role: hit.row.role } : null;
}
const COUNTING: ReadonlySet<string> = new Set(['unit', 'teen', 'ten', 'hundred']);
