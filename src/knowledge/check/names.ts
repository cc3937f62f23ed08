import { LONGEST_PHRASE } from '../../text/index.js';
import { at, type CheckRule, type NameRow } from './view.js';
import type { Row } from '../rows.js';

/** Words up to this level of the English list are ones every reader meets. */
const COMMON = 35;

/** Rules about names that cannot be found, or be told from other names or words. */
export const NAME_RULES: readonly CheckRule[] = [
  {
    id: 'never-matches',
    reads: 'a name that no text can hold',
    stops: false,
    *find({ names }) {
      for (const { row, name, key, words } of names) {
        if (name === '') continue;
        if (!/[\p{L}\p{N}]/u.test(key)) yield [row, `the name "${name}" has no letter or digit, so no text can match it; correct or delete the row.`];
        else if (words > LONGEST_PHRASE)
          yield [row, `the name "${name}" has ${words} words, and names of more than ${LONGEST_PHRASE} are never matched; add a shorter alias.`];
      }
    },
  },
  {
    id: 'shadowed',
    reads: 'an alias that repeats a name its entity has already',
    stops: false,
    *find({ names }) {
      const first = new Map<string, NameRow>();
      for (const name of names) {
        if (name.words === 0) continue;
        const key = `${name.id}\t${name.key}`;
        const known = first.get(key);
        if (!known) first.set(key, name);
        // A flagged alias that repeats the entity's own name says under which condition that name counts.
        else if (!(name.flagged && !known.isAlias)) {
          const which =
            name.capitals === known.capitals ? 'delete this row' : 'only the capitals of that row count: delete the row that has more of them';
          yield [name.row, `"${name.name}" is the same as "${known.name}" in ${at(known.row)} once case, accents and hyphens are folded; ${which}.`];
        }
      }
    },
  },
  {
    id: 'same-name',
    reads: 'two entities with one name and no condition on either',
    stops: false,
    find: ({ names }) => collisions(names, (a, b) => !a.isAlias && !b.isAlias),
  },
  {
    id: 'colliding-name',
    reads: "an alias that is also another entity's name, with no condition on either",
    stops: false,
    find: ({ names }) => collisions(names, (a, b) => a.isAlias || b.isAlias),
  },
  {
    id: 'common-word',
    reads: 'an alias that is an ordinary English word and counts alone',
    stops: false,
    *find({ names, levels }) {
      for (const { row, name, key, isAlias, words, flagged, use } of names) {
        if (!isAlias || words !== 1 || flagged || use === 'demonym' || (levels.get(key) ?? 99) > COMMON) continue;
        yield [row, `"${name}" is an ordinary English word too; write exact in "case" if its letters tell, or self or an id in "needs".`];
      }
    },
  },
];

/** Names of different entities that no text tells apart and no condition decides between. */
function* collisions(names: readonly NameRow[], concerns: (a: NameRow, b: NameRow) => boolean): Generator<readonly [Row, string]> {
  const conditional = new Set(names.filter((name) => name.isAlias && name.flagged).map((name) => `${name.id}\t${name.key}`));
  const first = new Map<string, NameRow>();
  for (const name of names) {
    if (name.words === 0 || conditional.has(`${name.id}\t${name.key}`)) continue;
    const known = first.get(name.key);
    if (!known) first.set(name.key, name);
    else if (known.id !== name.id && concerns(known, name)) {
      yield [
        name.row,
        `"${name.name}" is both ${known.id} (${at(known.row)}) and ${name.id}; write a condition in "needs" of the alias row of the rarer one.`,
      ];
    }
  }
}
