/** So many runs of one size are merged into one of the next: a process may not have many files open, and each row is written few times. */
const FAN = 64;

/** Sorted runs that were put away, the earlier before the later. */
export interface Levels<Run> {
  readonly add: (run: Run) => void;
  readonly all: () => readonly Run[];
}

/** Keeps some hundred runs at most, however many come; `merge` makes one of several, which are used no more. */
export function openLevels<Run>(merge: (runs: readonly Run[]) => Run, fan = FAN): Levels<Run> {
  const runs: { readonly run: Run; readonly level: number }[] = [];
  return {
    add(run) {
      runs.push({ run, level: 0 });
      for (let last = runs.at(-fan); last !== undefined && last.level === runs[runs.length - 1].level; last = runs.at(-fan)) {
        const some = runs.splice(-fan);
        runs.push({ run: merge(some.map((one) => one.run)), level: last.level + 1 });
      }
    },
    all: () => runs.map(({ run }) => run),
  };
}
