import type { TimexType } from '../../../model/index.js';
import type { Rule } from '../../../text/index.js';
import type { Capture, Scene } from './scene.js';

/** What a rule makes of its captures; `first`, `last` narrow the tokens when it does not cover the whole shape. */
export interface Made {
  readonly type: TimexType;
  readonly timex: string;
  readonly relation: string | null;
  readonly mod: string | null;
  readonly first?: number;
  readonly last?: number;
}

export type Captures = Readonly<Record<string, Capture>>;

/**
 * One way to write a time. `make` returns null for what has the shape and is none ("August 32"): those words then yield
 * nothing at all; 'pass' leaves them to other rules.
 */
export interface TimeRule extends Rule {
  readonly shape: string;
  readonly make: (c: Captures, scene: Scene, first: number, last: number) => Made | readonly Made[] | null | 'pass';
  /** Text and the value its (last) expression has in an article of Wednesday, 15 May 2024. */
  readonly examples: Rule['examples'];
  /** Texts that yield no time at all. */
  readonly not: Rule['not'];
}

export const number = (c: Captures, slot: string): number => Number(c[slot].value);
export const text = (c: Captures, slot: string): string => String(c[slot].value);

export const made = (type: TimexType, timex: string, relation: string | null = null, mod: string | null = null): Made => ({
  type,
  timex,
  relation,
  mod,
});
/** The same for the tokens of some captures only. */
export const over = (from: Capture, to: Capture, one: Made): Made => ({ ...one, first: from.first, last: to.last });
