/** Asks once for what is asked for again soon: `most` answers are remembered. */
export function remembering<Told>(ask: (about: number) => Told, most: number): (about: number) => Told {
  const known = new Map<number, Told>();
  return (about) => {
    let told = known.get(about);
    if (told === undefined) {
      if (known.size >= most) known.clear();
      known.set(about, (told = ask(about)));
    }
    return told;
  };
}
