/** The known word that a written one most likely means: one that begins like it, or is at most a third of its letters away; null when none is. */
export function nearest(word: string, known: readonly string[]): string | null {
  const lower = word.toLowerCase();
  const ranked = known
    .map((one) => ({ one, steps: one.toLowerCase().startsWith(lower) && lower.length > 2 ? 1 : steps(lower, one.toLowerCase()) }))
    .filter(({ one, steps: far }) => far <= Math.max(1, Math.floor(Math.max(one.length, word.length) / 3)))
    .sort((a, b) => a.steps - b.steps);
  return ranked[0]?.one ?? null;
}

/** Letters to put in, take out, exchange or swap with their neighbour (Damerau–Levenshtein, optimal string alignment). */
function steps(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}
