/** Rows of sorted sources in one order; of equal rows those of the earlier source first. A row may be lent until the next is asked for. */
export function* merged<Row>(sources: readonly Iterator<Row>[], order: (a: Row, b: Row) => number): Generator<Row> {
  try {
    // A heap of the sources' next rows.
    const heap: { row: Row; readonly source: number }[] = [];
    const before = (a: number, b: number): boolean => (order(heap[a].row, heap[b].row) || heap[a].source - heap[b].source) < 0;
    const swap = (a: number, b: number): void => {
      const one = heap[a];
      heap[a] = heap[b];
      heap[b] = one;
    };
    const sink = (at: number): void => {
      for (let child = 2 * at + 1; child < heap.length; child = 2 * at + 1) {
        if (child + 1 < heap.length && before(child + 1, child)) child++;
        if (!before(child, at)) return;
        swap(child, at);
        at = child;
      }
    };
    sources.forEach((rows, source) => {
      const { value, done } = rows.next();
      if (!done) heap.push({ row: value, source });
    });
    for (let at = heap.length >> 1; at >= 0; at--) sink(at);
    while (heap.length > 0) {
      yield heap[0].row;
      const { value, done } = sources[heap[0].source].next();
      if (done) {
        swap(0, heap.length - 1);
        heap.pop();
      } else heap[0].row = value;
      sink(0);
    }
  } finally {
    for (const source of sources) source.return?.(undefined);
  }
}
