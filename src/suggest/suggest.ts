import { isAcronymOf, skeleton, slug } from '../text/index.js';
import { evidenceOf, formsOf } from './evidence.js';
import type { Cells, KnownName, Seen, SuggestedFile, Suggestion } from './suggestion.js';

/** How often a name must be seen: in so many articles, or so many times. */
export interface Often {
  readonly documents: number;
  readonly mentions: number;
}

const FILE: Readonly<Record<string, SuggestedFile>> = { group: 'groups.csv', person: 'people.csv', place: 'places.csv' };
/** What a row says until a person knows better. */
const USUAL_KIND: Readonly<Record<string, string>> = { group: 'organisation', person: 'person', place: 'place' };
const ACRONYM = /^\p{Lu}[\p{Lu}\d-]{1,7}$/u;
const MOST_SPELLINGS = 6;

interface Cluster {
  readonly main: Cells;
  readonly others: Cells[];
}

/**
 * Rows that the gazetteers may want for names seen often and listed nowhere, the most frequent first; the spellings of a name
 * stand behind its own row. `known` are the names of the gazetteers, `kinds` those that each type has there.
 */
export function suggestRows(
  seen: Seen,
  known: readonly KnownName[],
  kinds: ReadonlyMap<string, ReadonlySet<string>>,
  often: Often,
): readonly Suggestion[] {
  const forms = formsOf(seen.mentions);
  const evidence = evidenceOf(seen);
  const near = nearReader(known);
  return clustersOf(seen.entities.filter(({ listed }) => listed === 'false'))
    .map((cluster) => ({ ...cluster, ...measured([cluster.main, ...cluster.others]) }))
    .filter(({ documents, mentions }) => documents >= often.documents || mentions >= often.mentions)
    .sort((a, b) => b.documents - a.documents || b.mentions - a.mentions || (a.main['entity_id'] < b.main['entity_id'] ? -1 : 1))
    .flatMap(({ main, others, documents, mentions }) => {
      const { type, name, country = '' } = main;
      const written = forms.get(main['entity_id']) ?? [];
      const twin = near(type, name);
      const isAcronym = type === 'group' && ACRONYM.test(name) && written.every(({ text }) => ACRONYM.test(text));
      const id = twin?.id ?? `${type}:${slug(name)}`;
      const shared = { accept: '', source: 'suggested', mentions, documents, evidence: evidence(main['entity_id'], name).join(' | ') };
      const alias = (row: Pick<Suggestion, 'name' | 'use' | 'sort' | 'why'>): Suggestion => ({
        ...shared,
        ...row,
        file: 'aliases.csv',
        id,
        kind: '',
        case: ACRONYM.test(row.name) ? 'exact' : '',
        needs: '',
        country: '',
      });
      const own = twin
        ? alias({ name, use: 'name', sort: 'near', why: `reads like ${twin.id} "${twin.name}": another spelling, or somebody else` })
        : {
            ...shared,
            file: FILE[type],
            id,
            name,
            kind: kinds.get(type)?.has(main['kind']) ? main['kind'] : USUAL_KIND[type],
            use: '',
            case: '',
            needs: '',
            country,
            sort: isAcronym ? ('acronym' as const) : ('new' as const),
            why: isAcronym
              ? acronymWhy(name, known)
              : `${times(mentions)} in ${documents === 1 ? 'one article' : `${documents} articles`}, and in no gazetteer`,
          };
      const spellings = [
        ...others.map((other) => ({ name: other['name'], use: 'name', why: `spelling of ${name}, ${times(Number(other['mentions']))}` })),
        ...written
          // The surname of a person is found without a row: it is short for the full name in every article.
          .filter(({ text, use }) => text !== name && !(type === 'person' && use === 'short') && use !== 'demonym')
          .map(({ text, use, count }) => ({ name: text, use: use || 'alias', why: `stands for ${name}, ${times(count)}` })),
      ];
      const distinct = [...new Map(spellings.map((one) => [slug(one.name), one])).values()].filter((one) => slug(one.name) !== slug(name));
      return [own, ...distinct.slice(0, MOST_SPELLINGS).map((one) => alias({ ...one, sort: 'spelling' }))];
    });
}

function measured(rows: readonly Cells[]) {
  const sum = (column: string): number => rows.reduce((all, row) => all + Number(row[column]), 0);
  return { documents: sum('documents'), mentions: sum('mentions') };
}

/** Unlisted entities of one type whose names are spellings of one, the most named of each first. Names of one word stay alone. */
function clustersOf(unlisted: readonly Cells[]): readonly Cluster[] {
  const clusters = new Map<string, Cluster>();
  for (const row of [...unlisted].sort((a, b) => Number(b['mentions']) - Number(a['mentions']) || (a['entity_id'] < b['entity_id'] ? -1 : 1))) {
    const key = row['name'].includes(' ') && row['type'] !== 'place' ? `${row['type']}\t${skeleton(row['name'])}` : row['entity_id'];
    const known = clusters.get(key);
    if (known) known.others.push(row);
    else clusters.set(key, { main: row, others: [] });
  }
  return [...clusters.values()];
}

/** Finds the listed entity of the type whose name is the same, or a spelling of the same in several words. */
function nearReader(known: readonly KnownName[]): (type: string, name: string) => KnownName | null {
  const byKey = new Map<string, KnownName>();
  for (const one of known) {
    const type = one.id.slice(0, one.id.indexOf(':'));
    for (const key of keysOf(type, one.name)) if (!byKey.has(key)) byKey.set(key, one);
  }
  return (type, name) => {
    for (const key of keysOf(type, name)) {
      const found = byKey.get(key);
      if (found) return found;
    }
    return null;
  };
}

const keysOf = (type: string, name: string): readonly string[] => [
  `${type}\t${slug(name)}`,
  ...(name.includes(' ') && type !== 'place' ? [`${type}\t${skeleton(name)}`] : []),
];

/** What an acronym that no article spells out may stand for. */
function acronymWhy(acronym: string, known: readonly KnownName[]): string {
  const fitting = known.filter(
    ({ id, name }) => id.startsWith('group:') && name.includes(' ') && initials(name) === acronym && isAcronymOf(acronym, name),
  );
  const some = [...new Map(fitting.map(({ id, name }) => [id, `${id} "${name}"`])).values()].slice(0, 3);
  return some.length === 0
    ? 'no article spells the letters out; write the full name, and the letters as a row of aliases.csv'
    : `no article spells the letters out; they may be ${some.join(', ')}: then make it a row of aliases.csv with that id`;
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

const initials = (name: string): string => (name.match(/(?<![\p{L}\p{M}])\p{Lu}/gu) ?? []).join('');
