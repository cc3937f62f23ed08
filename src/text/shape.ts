import { Flag, isTight, type Tokens } from '../model/index.js';
import { hashOf } from './tokens/vocabulary.js';

// A shape is one line that says how an expression looks: `month day ,? year`. It is compiled once into a program that
// tries the parts from left to right and looks no further than the shape is long. All grammars of 3-tag are written in it.
//
//   month        a class of words or numbers (its reader says what it is worth)      month:m   the same, kept under the name m
//   of , - /     any other word or sign stands for itself, as does =month              of?       may be absent
//   ~day         no blank before it                                                  (a b | c) one of several ways, also (…)?
//   aged #       # is a number that was found before: what stands left of it is read from right to left, the rest behind it
//   # to #       two such numbers and what joins them

/**
 * What every rule of a grammar is to its reader. Examples and counter-examples are tests, its line in src/stages/3-tag/RULES.md is made
 * from it, and `because` of what it made names its id.
 */
export interface Rule {
  readonly id: string;
  readonly reads: string;
  /** How it looks; null where no pattern can say it and a function reads it alone. */
  readonly shape: string | null;
  /** A text, and what the rule makes of it, as marks of tests/spec tell it. */
  readonly examples: readonly (readonly [text: string, made: string])[];
  /** Texts in which the rule has no part. */
  readonly not: readonly string[];
}

/** What one part of a shape was worth, and the tokens `[first, last)` it took; `P` is the row or piece it came from. */
export interface Capture<P> {
  readonly value: number | string;
  readonly phrase: P | null;
  readonly first: number;
  readonly last: number;
}

/** What shapes and their readers see of a document; the fields that are not readonly change as it is read. */
export interface ShapeScene<P> {
  readonly tokens: Tokens;
  /** First token a match may take. */
  first: number;
  /** Token no match may reach. */
  limit: number;
  /** For each vocabulary id the classes that can begin with the word, as the bits that the grammar's `bitOf` gives them. */
  readonly wordBits: Int32Array;
  /** Worth of the class read last. */
  value: number | string;
  phrase: P | null;
  /** By name; undefined where the shape did not take that way. */
  captures: Record<string, Capture<P>>;
}

/** Reads one class at token `at`: the token behind it, or −1; what it is worth is left in `scene.value`. */
export type Reader<S> = (scene: S, at: number) => number;
type Match<S> = (scene: S, at: number) => number;
type Readers<S> = ReadonlyMap<string, Reader<S>>;

type Part =
  | { readonly is: 'class'; readonly name: string; readonly slot: string; readonly tight: boolean }
  | { readonly is: 'word'; readonly word: string; readonly tight: boolean }
  | { readonly is: 'choice'; readonly ways: readonly (readonly Part[])[]; readonly optional: boolean };

export interface Shape<S> {
  /** Token behind the shape when it stands at `at`, −1 otherwise; fills the scene's captures. */
  readonly match: Match<S>;
  /** Classes and words that can stand first. */
  readonly firsts: readonly string[];
  /** Sets of classes, by the bits of `bitOf`: of each, one must stand among the tokens of any match. */
  readonly needs: readonly number[];
}

/**
 * A shape around numbers: `before` gives the first token of what stands left of the first, `after` the token behind what follows it (up to
 * the second number where there are two); −1 where the text differs.
 */
export interface AroundShape<S> {
  readonly before: Match<S>;
  readonly after: Match<S>;
}

/**
 * Compiles a shape; an unbalanced bracket is an error of the rule's author and is thrown at start. `bitOf` gives the bit of `wordBits` that the
 * first word of a class always has, 0 where digits or other words may stand for it.
 */
export function compileShape<P, S extends ShapeScene<P>>(shape: string, readers: Readers<S>, bitOf: (name: string) => number): Shape<S> {
  const parts = partsOf(shape, readers);
  return { match: link<P, S>(parts, readers, 'ahead', bitOf), firsts: [...new Set(firstsOf(parts).names)], needs: needsOf(parts, bitOf) };
}

/**
 * Compiles a shape around one `#`, or around two with nothing behind the second. A reader of `backward` gets the token behind its class and
 * gives the first of it; classes that may stand on both sides are in both maps.
 */
export function compileAround<P, S extends ShapeScene<P>>(shape: string, forward: Readers<S>, backward: Readers<S>): AroundShape<S> {
  const [left, right, rest = ''] = shape.split(/(?:^|\s)~?#(?=\s|$)/);
  if (right === undefined || rest.trim() !== '') throw new Error(`shape "${shape}" needs a #, or two with nothing behind`);
  const before = link<P, S>(partsOf(left, backward), backward, 'back', () => 0);
  const after = link<P, S>(partsOf(right, forward), forward, 'ahead', () => 0);
  if (!/(?:^|\s)~#/.test(shape)) return { before, after };
  return { before: (scene, at) => (isTight(scene.tokens, at) ? before(scene, at) : -1), after };
}

/** The parts of a shape as written. */
function partsOf<S>(shape: string, readers: Readers<S>): Part[] {
  const symbols = shape.match(/[()|]|[^\s()|]+/g) ?? [];
  let at = 0;
  const sequence = (): Part[] => {
    const parts: Part[] = [];
    for (; at < symbols.length && symbols[at] !== ')' && symbols[at] !== '|'; ) {
      const symbol = symbols[at++];
      if (symbol !== '(') {
        parts.push(...part(symbol, readers));
        continue;
      }
      const ways = [sequence()];
      while (symbols[at] === '|') {
        at++;
        ways.push(sequence());
      }
      if (symbols[at++] !== ')') throw new Error(`shape "${shape}" lacks a closing bracket`);
      const optional = symbols[at] === '?';
      if (optional) at++;
      parts.push({ is: 'choice', ways, optional });
    }
    return parts;
  };
  const parts = sequence();
  if (at < symbols.length) throw new Error(`shape "${shape}" has a bracket too many`);
  return parts;
}

function part<S>(symbol: string, readers: Readers<S>): Part[] {
  const optional = symbol.length > 1 && symbol.endsWith('?');
  const tight = symbol.length > 1 && symbol.startsWith('~');
  const plain = symbol.slice(tight ? 1 : 0, optional ? -1 : undefined);
  const [name, slot = ''] = plain.startsWith('=') ? [plain.slice(1)] : plain.split(/:(?=\w+$)/);
  const one: Part = readers.has(name) && !plain.startsWith('=') ? { is: 'class', name, slot, tight } : { is: 'word', word: name, tight };
  return optional ? [{ is: 'choice', ways: [[one]], optional: true }] : [one];
}

/** One set for each part that cannot be left out; a choice needs what all its ways need, taken together. */
function needsOf(parts: readonly Part[], bitOf: (name: string) => number): number[] {
  const needs: number[] = [];
  for (const one of parts) {
    if (one.is === 'class' && bitOf(one.name) !== 0) needs.push(bitOf(one.name));
    if (one.is !== 'choice' || one.optional) continue;
    const ways = one.ways.map((way) => needsOf(way, bitOf));
    if (ways.every((way) => way.length > 0)) needs.push(ways.reduce((all, way) => all | way[way.length - 1], 0));
  }
  return needs;
}

function firstsOf(parts: readonly Part[]): { readonly names: string[]; readonly empty: boolean } {
  const names: string[] = [];
  for (const one of parts) {
    if (one.is === 'class') names.push(one.name);
    else if (one.is === 'word') names.push(one.word);
    else {
      const ways = one.ways.map(firstsOf);
      names.push(...ways.flatMap((way) => way.names));
      if (one.optional || ways.some((way) => way.empty)) continue;
    }
    return { names, empty: false };
  }
  return { names, empty: true };
}

/** Which way a part is read: ahead from its first token, back from the token behind it. */
type Way = 'ahead' | 'back';

/**
 * A shape as a row of numbers that one loop steps through. Functions linked to each other would do the same, but an engine compiles one loop
 * well, and sees in such functions one that calls anything.
 */
interface Program<S> {
  readonly code: Int32Array;
  readonly readers: readonly Reader<S>[];
  readonly slots: readonly string[];
  readonly ahead: boolean;
}

/** What a number of a program asks for; behind it stands what is told here, `next` being where the program goes on. */
const enum Step {
  /** The shape has matched. */
  End,
  /** next, tight, hash of the word */
  Word,
  /** next, tight, number of the reader, slot or −1, bits of which the word must have one or 0 */
  Class,
  /** how many ways, where each begins */
  Choice,
}

function link<P, S extends ShapeScene<P>>(parts: readonly Part[], readers: Readers<S>, way: Way, bitOf: (name: string) => number): Match<S> {
  const code: number[] = [Step.End];
  const asked: Reader<S>[] = [];
  const slots: string[] = [];
  /** Writes what ends in `next`, and gives its beginning: what is read last is written first. */
  const write = (list: readonly Part[], next: number): number =>
    (way === 'ahead' ? [...list].reverse() : list).reduce((then, one) => writeOne(one, then), next);
  const writeOne = (one: Part, next: number): number => {
    if (one.is === 'choice') {
      const ways = one.ways.map((parts) => write(parts, next));
      if (one.optional) ways.push(next);
      return code.push(Step.Choice, ways.length, ...ways) - ways.length - 2;
    }
    const tight = one.tight ? 1 : 0;
    if (one.is === 'word') return code.push(Step.Word, next, tight, hashOf(one.word)) - 4;
    const slot = one.slot === '' ? -1 : slots.push(one.slot) - 1;
    const reader = asked.push(readers.get(one.name) as Reader<S>) - 1;
    return code.push(Step.Class, next, tight, reader, slot, bitOf(one.name)) - 6;
  };
  const begin = write(parts, 0);
  const program: Program<S> = { code: Int32Array.from(code), readers: asked, slots, ahead: way === 'ahead' };
  return (scene, at) => (differs<P, S>(program, begin, scene, at) ? -1 : run<P, S>(program, begin, scene, at));
}

/** Whether the text surely differs from the first part: the one look that most attempts end with. */
function differs<P, S extends ShapeScene<P>>({ code, ahead }: Program<S>, pc: number, scene: S, at: number): boolean {
  const token = ahead ? at : at - 1;
  if (code[pc] === Step.Word) return (ahead ? token >= scene.limit : token < scene.first) || scene.tokens.hash[token] !== code[pc + 3];
  if (code[pc] !== Step.Class || code[pc + 5] === 0) return false;
  const id = token < scene.limit ? scene.tokens.id[token] : -1;
  return id < 0 || (scene.wordBits[id] & code[pc + 5]) === 0;
}

/** Steps through a program from `pc` on; the token behind (or, backwards, the first of) what it took, −1 where the text differs. */
function run<P, S extends ShapeScene<P>>(program: Program<S>, pc: number, scene: S, at: number): number {
  const { code, ahead } = program;
  const { tokens } = scene;
  while (code[pc] !== Step.End) {
    if (code[pc] === Step.Choice) {
      const last = pc + 1 + code[pc + 1];
      for (let way = pc + 2; way < last; way++) {
        if (differs<P, S>(program, code[way], scene, at)) continue;
        const end = run<P, S>(program, code[way], scene, at);
        if (end >= 0) return end;
      }
      pc = code[last];
      continue;
    }
    const token = ahead ? at : at - 1;
    if (ahead ? token >= scene.limit : token < scene.first) return -1;
    const tight = code[pc + 2] === 1;
    if (code[pc] === Step.Word) {
      if (tokens.hash[token] !== code[pc + 3] || (tight && !isTight(tokens, token))) return -1;
      at = ahead ? at + 1 : token;
      pc = code[pc + 1];
      continue;
    }
    if (tight && ahead && !isTight(tokens, token)) return -1;
    const bits = code[pc + 5];
    if (bits !== 0 && (tokens.id[token] < 0 || (scene.wordBits[tokens.id[token]] & bits) === 0)) return -1;
    if ((tokens.flags[token] & Flag.Masked) !== 0) return -1;
    const far = program.readers[code[pc + 3]](scene, at);
    if (far < 0 || (tight && !ahead && !isTight(tokens, far))) return -1;
    const slot = code[pc + 4];
    pc = code[pc + 1];
    if (slot >= 0) {
      const { value, phrase } = scene;
      const end = run<P, S>(program, pc, scene, far);
      // Kept once the whole shape has matched, from its end to its beginning: of two parts of one name the one read later stands.
      if (end >= 0) scene.captures[program.slots[slot]] ??= { value, phrase, first: ahead ? at : far, last: ahead ? far : at };
      return end;
    }
    at = far;
  }
  return at;
}
