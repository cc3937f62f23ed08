/** Names whose words are remembered; more would keep too many articles in memory, of which a name as written is a part. */
export const MOST_NAMES = 4000;

/** The same function, which works out once what is asked for again soon: `most` answers are remembered, none of them `undefined`. */
export function remembering<Asked, Told>(ask: (about: Asked) => Told, most: number): (about: Asked) => Told {
  const known = new Map<Asked, Told>();
  return (about) => {
    let told = known.get(about);
    if (told === undefined) {
      if (known.size >= most) known.clear();
      known.set(about, (told = ask(about)));
    }
    return told;
  };
}
