import { has, Flag, isTight } from '../../../model/index.js';
import { hashOf } from '../../../text/index.js';
import type { Scene } from './scene.js';
import { roleBit } from './words.js';

// A shape is one line that says how an expression looks: `month day ,? year`. It is compiled once into linked closures that
// try the parts from left to right and look no further than the shape is long.
//
//   month        a class of words or numbers (its reader says what it is worth)      month:m   the same, kept under the name m
//   of , - /     any other word or sign stands for itself, as does =month              of?       may be absent
//   ~day         no blank before it                                                  (a b | c) one of several ways, also (…)?

/** Reads one class at token `at`: the token behind it, or −1; what it is worth is left in `scene.value`. */
export type Reader = (scene: Scene, at: number) => number;
type Match = (scene: Scene, at: number) => number;

type Part =
  | { readonly is: 'class'; readonly name: string; readonly slot: string; readonly tight: boolean }
  | { readonly is: 'word'; readonly word: string; readonly tight: boolean }
  | { readonly is: 'choice'; readonly ways: readonly (readonly Part[])[]; readonly optional: boolean };

export interface Shape {
  /** Token behind the shape when it stands at `at`, −1 otherwise; fills the scene's captures. */
  readonly match: Match;
  /** Classes and words that can stand first. */
  readonly firsts: readonly string[];
  /** Sets of roles (`roleBit`): of each, one must stand among the tokens of any match. */
  readonly needs: readonly number[];
}

/** Compiles a shape; an unbalanced bracket is an error of the rule's author and is thrown at start. */
export function compileShape(shape: string, readers: ReadonlyMap<string, Reader>): Shape {
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
  return { match: link(parts, (_scene, end) => end, readers), firsts: [...new Set(firstsOf(parts).names)], needs: needsOf(parts) };
}

function part(symbol: string, readers: ReadonlyMap<string, Reader>): Part[] {
  const optional = symbol.length > 1 && symbol.endsWith('?');
  const tight = symbol.length > 1 && symbol.startsWith('~');
  const plain = symbol.slice(tight ? 1 : 0, optional ? -1 : undefined);
  const [name, slot = ''] = plain.startsWith('=') ? [plain.slice(1)] : plain.split(/:(?=\w+$)/);
  const one: Part = readers.has(name) && !plain.startsWith('=') ? { is: 'class', name, slot, tight } : { is: 'word', word: name, tight };
  return optional ? [{ is: 'choice', ways: [[one]], optional: true }] : [one];
}

const bitOf = (name: string): number =>
  name === 'units' || name === 'abbreviated' ? roleBit('unit') : name === 'weekdays' ? roleBit('weekday') : name === 'ordinal' ? 0 : roleBit(name);

/** One set for each part that cannot be left out; a choice needs what all its ways need, taken together. */
function needsOf(parts: readonly Part[]): number[] {
  const needs: number[] = [];
  for (const one of parts) {
    if (one.is === 'class' && bitOf(one.name) !== 0) needs.push(bitOf(one.name));
    if (one.is !== 'choice' || one.optional) continue;
    const ways = one.ways.map(needsOf);
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

function link(parts: readonly Part[], end: Match, readers: ReadonlyMap<string, Reader>): Match {
  let next = end;
  for (let i = parts.length - 1; i >= 0; i--) next = linkOne(parts[i], next, readers);
  return next;
}

function linkOne(one: Part, next: Match, readers: ReadonlyMap<string, Reader>): Match {
  if (one.is === 'choice') {
    const ways = one.ways.map((way) => link(way, next, readers));
    if (one.optional) ways.push(next);
    return (scene, at) => {
      for (const way of ways) {
        const end = way(scene, at);
        if (end >= 0) return end;
      }
      return -1;
    };
  }
  const { tight } = one;
  if (one.is === 'word') {
    const hash = hashOf(one.word);
    return (scene, at) => {
      const { tokens } = scene;
      return at < scene.limit && tokens.hash[at] === hash && (!tight || isTight(tokens, at)) ? next(scene, at + 1) : -1;
    };
  }
  const read = readers.get(one.name) as Reader;
  const { slot } = one;
  return (scene, at) => {
    if (at >= scene.limit || (tight && !isTight(scene.tokens, at)) || has(scene.tokens, at, Flag.Masked)) return -1;
    const behind = read(scene, at);
    if (behind < 0) return -1;
    if (slot === '') return next(scene, behind);
    const { value, phrase } = scene;
    const end = next(scene, behind);
    // Kept once the whole shape has matched, from its end to its beginning: of two parts of one name the later stands.
    if (end >= 0) scene.captures[slot] ??= { value, phrase, first: at, last: behind };
    return end;
  };
}
