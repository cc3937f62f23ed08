/** Order by UTF-16 code units: the same on every machine, whatever its language. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** First difference decides. */
export const firstOf = (...differences: readonly number[]): number => differences.find((difference) => difference !== 0) ?? 0;

/** Keys of a tally, the most frequent first, equals by code units. */
export const byFrequency = (tally: ReadonlyMap<string, number>): readonly string[] =>
  [...tally].sort((a, b) => b[1] - a[1] || byCodeUnits(a[0], b[0])).map(([key]) => key);
