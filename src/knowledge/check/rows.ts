import { at, cell, type CheckRule } from './view.js';
import { USES } from '../knowledge.js';

/** Rules about single rows of entities and aliases, and about what they refer to. */
export const ROW_RULES: readonly CheckRule[] = [
  {
    id: 'bad-id',
    reads: 'an id that is not group:…, person:… or place:…',
    stops: true,
    *find({ rows }) {
      for (const row of rows.entities)
        if (!/^(group|person|place):\S+$/.test(cell(row, 'id')))
          yield [row, `"${cell(row, 'id')}" is no id; write group:…, person:… or place:… without blanks.`];
    },
  },
  {
    id: 'duplicate-id',
    reads: 'two rows with one id',
    stops: true,
    *find({ rows, byId }) {
      for (const row of rows.entities) {
        const first = byId.get(cell(row, 'id'));
        if (first && first !== row)
          yield [row, `the id ${cell(row, 'id')} stands already in ${at(first)}; give one of the two another id, or delete one.`];
      }
    },
  },
  {
    id: 'no-name',
    reads: 'an entity without a name',
    stops: true,
    *find({ rows }) {
      for (const row of rows.entities) if (cell(row, 'name') === '') yield [row, `${cell(row, 'id')} has no name; fill the column "name".`];
    },
  },
  {
    id: 'unknown-id',
    reads: 'an alias of an id that no row has',
    stops: true,
    *find({ rows, isKnown }) {
      for (const row of rows.aliases) {
        if (!isKnown(cell(row, 'id')))
          yield [row, `the alias "${cell(row, 'name')}" belongs to ${cell(row, 'id')}, which no row has as its id; correct the id, or add the row.`];
      }
    },
  },
  {
    id: 'unknown-holder',
    reads: 'an office of a person that no row has, or of no country or date',
    stops: true,
    *find({ rows, byId }) {
      for (const row of rows.offices) {
        if (!byId.has(cell(row, 'id'))) yield [row, `no row has the id ${cell(row, 'id')}; correct it, or add the person to people.csv.`];
        if (!/^[A-Z]{2}$/.test(cell(row, 'country'))) yield [row, `"${cell(row, 'country')}" is no country; write its ISO code of two capitals.`];
        for (const column of ['from', 'to'])
          if (!/^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/.test(cell(row, column)))
            yield [row, `"${cell(row, column)}" is no date; write 2013, 2013-09 or 2013-09-01.`];
      }
    },
  },
  {
    id: 'unknown-need',
    reads: 'a condition that names an unknown id',
    stops: true,
    *find({ rows, byId }) {
      for (const row of rows.aliases) {
        const unknown = cell(row, 'needs')
          .split(/\s+/)
          .filter((need) => need !== '' && need !== 'self' && need !== 'place' && need !== 'address' && !byId.has(need));
        if (unknown.length > 0)
          yield [row, `the column "needs" names ${unknown.join(', ')}, which no row has as its id; write self, place, address, or the id of a row.`];
      }
    },
  },
  {
    id: 'unknown-use',
    reads: 'a use that does not exist',
    stops: true,
    *find({ rows }) {
      const uses = USES.filter((use) => use !== 'reference');
      for (const row of rows.aliases) {
        if (cell(row, 'use') !== '' && !uses.some((use) => use === cell(row, 'use')))
          yield [row, `"${cell(row, 'use')}" is no use; write one of ${uses.join(', ')}.`];
      }
    },
  },
  {
    id: 'unknown-case',
    reads: 'a case that does not exist',
    stops: false,
    *find({ rows }) {
      for (const row of rows.aliases)
        if (!['', 'exact', 'any'].includes(cell(row, 'case')))
          yield [row, `"${cell(row, 'case')}" is no case and is ignored; write exact or any, or leave the cell empty.`];
    },
  },
  {
    id: 'unknown-parent',
    reads: 'a parent or affiliation that no row has as its id',
    stops: false,
    *find({ rows, byId }) {
      for (const row of rows.entities) {
        for (const column of ['parent', 'affiliation']) {
          if (cell(row, column) !== '' && !byId.has(cell(row, column)))
            yield [row, `the ${column} ${cell(row, column)} is no id of a row and is ignored; correct it, or add the row.`];
        }
      }
    },
  },
  {
    id: 'unknown-country',
    reads: 'a country code that no row of places.csv has',
    stops: false,
    *find({ rows, byId }) {
      for (const row of rows.entities) {
        const codes = (cell(row, 'countries') || cell(row, 'country')).split(/\s+/).filter((code) => code !== '' && !byId.has(`place:${code}`));
        if (codes.length > 0)
          yield [row, `${codes.join(', ')} is no ISO 3166-1 code of a row place:XX; write two capitals, several codes with blanks between.`];
      }
    },
  },
  {
    id: 'bad-number',
    reads: 'a coordinate or year that is none',
    stops: false,
    *find({ rows }) {
      for (const row of rows.entities) {
        for (const [column, most] of [
          ['latitude', 90],
          ['longitude', 180],
        ] as const) {
          const value = cell(row, column);
          if (value !== '' && !(Math.abs(Number(value)) <= most))
            yield [row, `the ${column} "${value}" is no number from −${most} to ${most}; write degrees with a decimal point.`];
        }
        const [from, to] = [cell(row, 'from'), cell(row, 'to')];
        for (const year of [from, to])
          if (year !== '' && !/^-?\d{1,4}(-\d\d){0,2}$/.test(year)) yield [row, `"${year}" is no year; write it like 2013, or 2013-06-01.`];
        if (from !== '' && to !== '' && Number(from.slice(0, 4)) > Number(to.slice(0, 4)))
          yield [row, `it begins in ${from} after it ends in ${to}; exchange or correct the two.`];
      }
    },
  },
  {
    id: 'no-source',
    reads: 'a row that does not say where it comes from',
    stops: false,
    *find({ rows }) {
      for (const list of [rows.entities, rows.aliases, ...rows.words.values()]) {
        for (const row of list)
          if ('source' in row.cells && cell(row, 'source') === '')
            yield [row, 'the column "source" is empty; write where the row comes from ("knowledge" if from your own).'];
      }
    },
  },
];
