import type { Figure, FigureKind, Operator, Span } from '../../../model/index.js';
import type { Numeral } from './forms/numeral.js';
import type { Noun } from './counted/counted.js';

/** A figure while it is being read: each step fills its own fields, in the order steps.ts tells. */
export interface Draft {
  numeral: Numeral;
  /** Tokens of the whole figure so far. */
  first: number;
  last: number;
  /** Tokens of number, currency and unit, without hedge and noun. */
  bodyFirst: number;
  bodyLast: number;
  kind: FigureKind;
  value: number | null;
  min: number | null;
  max: number | null;
  operator: Operator;
  lean: Figure['lean'];
  vague: string | null;
  unit: string | null;
  currency: string | null;
  currencyCertain: boolean | null;
  rate: string | null;
  hedge: string | null;
  /** Bound words seen: a range that is hedged stays a range. */
  bound: Operator | null;
  noun: Noun | null;
  counted: Span | null;
  countedVia: Figure['countedVia'];
  partOf: Span | null;
  partOfDraft: Draft | null;
  subject: Span | null;
  change: Figure['change'];
  changeFrom: number | null;
  changeTo: number | null;
  changeBy: number | null;
  salience: Figure['salience'];
  /** Ids of the rules that shaped it, some with the word of the lists that told it: `bound.before "about"`. */
  readonly because: string[];
}

export function draftOf(numeral: Numeral): Draft {
  return {
    numeral,
    first: numeral.first,
    last: numeral.last,
    bodyFirst: numeral.first,
    bodyLast: numeral.last,
    kind: numeral.form === 'fraction' || numeral.role === 'part' || numeral.role === 'majority' ? 'fraction' : 'count',
    value: numeral.value,
    min: numeral.min,
    max: numeral.max,
    operator: numeral.vague === null ? '=' : 'vague',
    lean: null,
    vague: numeral.vague,
    unit: null,
    currency: null,
    currencyCertain: null,
    rate: null,
    hedge: null,
    bound: null,
    noun: null,
    counted: null,
    countedVia: null,
    partOf: null,
    partOfDraft: null,
    subject: null,
    change: null,
    changeFrom: null,
    changeTo: null,
    changeBy: null,
    salience: numeral.role === 'rhetorical' ? 'rhetorical' : 'claim',
    because: [numeral.vague === null ? numeral.rule : `${numeral.rule} "${numeral.vague}"`, ...(numeral.sign === 0 ? [] : ['number.signed'])],
  };
}

/** The draft before one of a list; asking an array for what stands before its first is slow, so nobody does. */
export function draftBefore(drafts: readonly Draft[], draft: Draft): Draft | null {
  const i = drafts.indexOf(draft);
  return i > 0 ? drafts[i - 1] : null;
}
