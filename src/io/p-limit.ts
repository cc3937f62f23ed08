import pLimit from 'p-limit';

/** Runs the tasks, at most `most` at a time; results in the order of the tasks. */
export function inParallel<T>(most: number, tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const limit = pLimit(most);
  return Promise.all(tasks.map((task) => limit(task)));
}
