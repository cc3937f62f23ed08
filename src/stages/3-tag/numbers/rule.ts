import { type AroundShape, compileAround, compileShape, type Rule, type Shape } from '../../../text/index.js';
import type { Draft } from './draft.js';
import type { Numeral, Part } from './forms/numeral.js';
import type { Found } from './counted/phrases.js';
import { AHEAD, BACK } from './forms/readers.js';
import type { Captures, Scene } from './scene.js';

/** One way to write a number, or what stands beside it and says more of it; the shape has # where the number stands. */
export interface FigureRule extends Rule {
  /** Reads, or decides where the shape alone does not; null where the shape says all. */
  readonly by: ((...given: never[]) => unknown) | null;
}

/** A number by itself; `by` reads it at a token where the shape stands. */
export interface NumberRule extends FigureRule {
  readonly by: (scene: Scene, token: number, limit: number) => Numeral | null;
}

/** A number that goes on behind one already read; `by` gets its first token and what is read of it. */
export interface LongerRule extends FigureRule {
  readonly by: (scene: Scene, token: number, part: Part, limit: number) => Numeral | null;
}

/**
 * What is written beside a number and says what it measures; `by` writes it into the draft and gives the word of the lists that told it
 * ('' for none), null when nothing does. Behind a shape it gets what its classes were worth and the token behind the whole.
 */
export interface BesideRule extends FigureRule {
  readonly by: (scene: Scene, draft: Draft, first: number, limit: number, captures: Captures, last: number) => string | null;
}

/** What stands between two numbers and joins them: into one range, or as two of a list; `by` sees both. */
export interface LinkRule extends FigureRule {
  readonly shape: string;
  readonly by: ((one: Draft, two: Draft) => boolean) | null;
  /** `to` is a range or a change, `or` a range of neighbours, `list` two figures that share what is said once. */
  readonly link: 'range' | 'or' | 'to' | 'list';
}

/** Of how long a time an amount is told; the last class of the shape leaves the period, `by` sees the token behind it. */
export interface RateRule extends FigureRule {
  readonly shape: string;
  readonly by: ((scene: Scene, last: number, limit: number) => boolean) | null;
}

/** Why a number is no claim; where it has a shape, `by` is asked behind it. */
export interface RefusalRule extends FigureRule {
  readonly by: ((scene: Scene, draft: Draft, first: number, limit: number) => boolean) | null;
}

/** Where the words stand that say what an amount is of; `neighbours` are the figures around it. */
export interface ConceptRule extends FigureRule {
  readonly by: (scene: Scene, draft: Draft, first: number, limit: number, neighbours: readonly Draft[]) => Found | null;
}

/** A shape read from a token on. */
export const shapeOf = (shape: string): Shape<Scene> => compileShape(shape, AHEAD, () => 0);
/** A shape around a number. */
export const aroundOf = (shape: string): AroundShape<Scene> => compileAround(shape, AHEAD, BACK);

/** Token behind the shape when it stands at `token`, −1 otherwise. */
export function matchAt(scene: Scene, shape: Shape<Scene>, token: number, limit: number): number {
  scene.limit = limit;
  return shape.match(scene, token);
}

/** Whether the shape stands around tokens `[first, last)`: the tokens of the whole when it does. */
export function matchAround(
  scene: Scene,
  shape: AroundShape<Scene>,
  { first, last }: { readonly first: number; readonly last: number },
  floor: number,
  limit: number,
): { readonly first: number; readonly last: number } | null {
  scene.first = floor;
  scene.limit = limit;
  const begin = shape.before(scene, first);
  if (begin < 0) return null;
  const end = shape.after(scene, last);
  return end < 0 ? null : { first: begin, last: end };
}
