import type { Claim } from '../../model/index.js';

/** All numbers for which a claim holds, ends included; open ends are infinite. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

type Figure = Pick<Claim, 'value' | 'min' | 'max' | 'change_to' | 'change_by' | 'operator' | 'lean'>;

/** "About 400" holds for a tenth more or less. */
const ABOUT = 0.1;

/** For which numbers the claim holds, null when it names none. */
export function boundsOf(claim: Figure): Bounds | null {
  const number = claim.value ?? claim.change_to ?? claim.change_by;
  if (number !== null) return around(number, claim);
  if (claim.min === null && claim.max === null) return null;
  return { min: claim.min ?? Number.NEGATIVE_INFINITY, max: claim.max ?? Number.POSITIVE_INFINITY };
}

function around(number: number, { operator, lean }: Figure): Bounds {
  switch (operator) {
    case '~': {
      const slack = Math.abs(number) * ABOUT;
      return { min: lean === 'above' ? number : number - slack, max: lean === 'below' ? number : number + slack };
    }
    case '>':
    case '>=':
      return { min: number, max: Number.POSITIVE_INFINITY };
    case '<':
    case '<=':
      return { min: Number.NEGATIVE_INFINITY, max: number };
    default:
      return { min: number, max: number };
  }
}

export const meet = (a: Bounds, b: Bounds): boolean => a.min <= b.max && b.min <= a.max;

export const same = (a: Bounds, b: Bounds): boolean => a.min === b.min && a.max === b.max;

/** Whether `a` allows all that `b` allows and more. */
export const isWider = (a: Bounds, b: Bounds): boolean => a.min <= b.min && a.max >= b.max && !same(a, b);

/** The size of a figure: its middle, or the one end that is known. */
export function sizeOf({ min, max }: Bounds): number {
  if (!Number.isFinite(min)) return Math.abs(max);
  return Number.isFinite(max) ? Math.abs(min + max) / 2 : Math.abs(min);
}

/** "400", "360–440", "at least 30", "up to 2000". */
export function shownBounds({ min, max }: Bounds): string {
  if (min === max) return String(min);
  if (!Number.isFinite(max)) return `at least ${min}`;
  return Number.isFinite(min) ? `${min}–${max}` : `up to ${max}`;
}
