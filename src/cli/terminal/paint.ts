/** Dresses words for a terminal, or leaves them plain. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly group: (text: string) => string;
  readonly person: (text: string) => string;
  readonly place: (text: string) => string;
  readonly date: (text: string) => string;
  readonly claim: (text: string) => string;
}

const CODES = { strong: [1, 22], faint: [2, 22], group: [31, 39], person: [33, 39], place: [32, 39], date: [36, 39], claim: [35, 39] } as const;

export function brush(colour: boolean): Paint {
  const dress =
    ([on, off]: readonly [number, number]) =>
    (text: string): string =>
      colour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    strong: dress(CODES.strong),
    faint: dress(CODES.faint),
    group: dress(CODES.group),
    person: dress(CODES.person),
    place: dress(CODES.place),
    date: dress(CODES.date),
    claim: dress(CODES.claim),
  };
}
