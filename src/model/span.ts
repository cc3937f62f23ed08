/** A half-open range of UTF-16 code units in the decoded source text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Order of records in every list: by start, the longer first, as CONTRACT.md promises. */
export const byStart = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;
