import { f1, type Measure } from './scores.js';

/** The least that a measure of a set may be, F1 in percent. */
export interface Floor {
  readonly set: string;
  readonly measure: string;
  readonly floor: number;
}

export interface Shortfall extends Floor {
  /** What it is, in percent; null when nothing of that name was measured. */
  readonly value: number | null;
}

/** Every floor of `set` that the measures fall below or do not reach because nothing of that name was measured. */
export function belowFloors(set: string, measures: readonly Measure[], floors: readonly Floor[]): Shortfall[] {
  const values = new Map(measures.map((measure) => [measure.name, 100 * f1(measure)]));
  return floors
    .filter((floor) => floor.set === set)
    .flatMap((floor) => {
      const value = values.get(floor.measure) ?? null;
      return value !== null && value >= floor.floor ? [] : [{ ...floor, value }];
    });
}
