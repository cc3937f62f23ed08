import type { Column } from '../binary.js';
import { GazetteerError, type GazetteerRows, placeOf, type Row } from '../rows.js';
import type { CompiledEntities } from './entities.js';

/** The terms of offices.csv in the order of their holders, and the names of the offices. */
export interface CompiledOffices {
  readonly titles: readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
}

/** An ISO date or its prefix, a year at least. */
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const OPEN = 99991231;

/** Lays the terms of offices into columns: days are numbers such as 20130901, an empty end is open. */
export function compileOffices({ offices }: GazetteerRows, { numberOf }: CompiledEntities): CompiledOffices {
  const titles = [...new Set(offices.flatMap(titlesOf))];
  const terms = offices
    .flatMap((row) =>
      titlesOf(row).map((title) => ({
        holder: holderOf(row, numberOf),
        title: titles.indexOf(title),
        country: countryOf(row),
        from: dayOf(row, 'from', '-01-01', 0),
        to: dayOf(row, 'to', '-12-31', OPEN),
      })),
    )
    .sort((a, b) => a.holder - b.holder || a.from - b.from || a.title - b.title);
  return {
    titles,
    columns: {
      'office.holder': Int32Array.from(terms, ({ holder }) => holder),
      'office.title': Uint8Array.from(terms, ({ title }) => title),
      'office.country': Uint16Array.from(terms, ({ country }) => country),
      'office.from': Int32Array.from(terms, ({ from }) => from),
      'office.to': Int32Array.from(terms, ({ to }) => to),
    },
  };
}

/** "prime minister | premier": what one office is called. */
const titlesOf = ({ cells }: Row): readonly string[] => cells['office'].toLowerCase().split(' | ');

function holderOf(row: Row, numberOf: ReadonlyMap<string, number>): number {
  const holder = numberOf.get(row.cells['id']);
  if (holder === undefined) throw new GazetteerError(`${placeOf(row)}: no row has the id "${row.cells['id']}"; correct the id or add the person.`);
  return holder;
}

function countryOf(row: Row): number {
  const code = row.cells['country'];
  if (!/^[A-Z]{2}$/.test(code)) throw new GazetteerError(`${placeOf(row)}: "${code}" is no country; write its ISO code of two capitals.`);
  return (code.charCodeAt(0) << 8) | code.charCodeAt(1);
}

/** First or last day of a date that may be a year or a month; `empty` where the cell is. */
function dayOf(row: Row, column: 'from' | 'to', rest: '-01-01' | '-12-31', empty: number): number {
  const cell = row.cells[column] ?? '';
  if (cell === '' && empty !== 0) return empty;
  if (!DATE.test(cell))
    throw new GazetteerError(`${placeOf(row)}: "${cell}" in the column "${column}" is no date; write 2013, 2013-09 or 2013-09-01.`);
  return Number((cell + rest.slice(cell.length - 4)).replaceAll('-', ''));
}
