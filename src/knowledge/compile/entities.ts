import { type Column, packed } from '../binary.js';
import { TYPES } from '../knowledge.js';
import { type Cells, GazetteerError, type GazetteerRows, placeOf, type Row } from '../rows.js';
import { measureUnits, seatUnits } from './units.js';

/** The entities of all tables, numbered, as columns. */
export interface CompiledEntities {
  readonly rows: readonly Row[];
  /** Id → number. */
  readonly numberOf: ReadonlyMap<string, number>;
  readonly population: Int32Array;
  /** ISO 3166-1 alpha-2 → number of the country. */
  readonly countries: Readonly<Record<string, number>>;
  readonly columns: Readonly<Record<string, Column>>;
  /** Rows of `EntityText` behind one another. */
  readonly texts: Uint8Array;
}

/** The words of a row, which are asked for only where it is found in a text: columns of `EntityText`. */
function textOf({ file, line, cells: c }: Row, latitude: number, longitude: number): string {
  const degrees = (value: number): string => (Number.isNaN(value) ? '' : String(value));
  const origin = file === 'world' ? 'world' : `${file}:${line}`;
  const codes = (c['countries'] ?? c['country'] ?? '').trim();
  const cells = [c['id'], c['name'], c['kind'], c['role'] ?? '', codes, c['external_ids'] ?? '', degrees(latitude), degrees(longitude), origin];
  return cells.map((cell) => cell.replace(/[\t\n]/g, ' ')).join('\t');
}

/** Numbers the entities and lays what is known of them into columns. */
export function compileEntities(rows: GazetteerRows): CompiledEntities {
  const entityRows = entityTable(rows);
  const numberOf = new Map(entityRows.map((row, i) => [row.cells['id'], i]));
  const count = entityRows.length;
  const type = new Uint8Array(count);
  const country = new Uint16Array(count);
  const latitude = new Float64Array(count).fill(Number.NaN);
  const longitude = new Float64Array(count).fill(Number.NaN);
  const population = new Int32Array(count);
  const capital = new Uint8Array(count);
  const parent = new Int32Array(count).fill(-1);
  const from = new Int16Array(count);
  const to = new Int16Array(count);
  const countries: Record<string, number> = {};
  entityRows.forEach((row, i) => {
    const c = row.cells;
    type[i] = TYPES.indexOf(c['id'].slice(0, c['id'].indexOf(':')) as (typeof TYPES)[number]);
    const codes = (c['countries'] ?? c['country'] ?? '').trim();
    if (/^[A-Z]{2}$/.test(codes)) country[i] = (codes.charCodeAt(0) << 8) | codes.charCodeAt(1);
    if (c['latitude']) latitude[i] = Number(c['latitude']);
    if (c['longitude']) longitude[i] = Number(c['longitude']);
    population[i] = Number(c['population'] ?? 0) || 0;
    // The seat of a territory is not better known than the towns of its name elsewhere.
    if (c['feature'] === 'PPLC' && entityRows[numberOf.get(`place:${codes}`) ?? i].cells['kind'] === 'country') capital[i] = 1;
    parent[i] = numberOf.get(c['parent'] ?? c['affiliation'] ?? '') ?? -1;
    from[i] = Number((c['from'] ?? '').slice(0, 4)) || 0;
    to[i] = Number((c['to'] ?? '').slice(0, 4)) || 0;
    if (/^place:[A-Z]{2}$/.test(c['id'])) countries[c['id'].slice(6)] = i;
  });
  measureUnits(entityRows, numberOf, rows.world, { latitude, longitude, population, parent });
  seatUnits(entityRows, rows.world, latitude, longitude);
  for (const row of rows.centres) {
    const unit = numberOf.get(row.cells['id']);
    if (unit === undefined) throw new GazetteerError(`${placeOf(row)}: no row has the id "${row.cells['id']}"; correct the id or delete the row.`);
    latitude[unit] = Number(row.cells['latitude']);
    longitude[unit] = Number(row.cells['longitude']);
  }
  const texts = packed(entityRows.map((row, i) => textOf(row, latitude[i], longitude[i])));
  const columns: Readonly<Record<string, Column>> = {
    'entity.type': type,
    'entity.country': country,
    'entity.population': population,
    'entity.capital': capital,
    'entity.parent': parent,
    'entity.from': from,
    'entity.to': to,
    'entity.offset': texts.offset,
  };
  return { rows: entityRows, numberOf, population, countries, columns, texts: texts.bytes };
}

/** Curated rows first, so that they keep low numbers; then the towns of the world gazetteer that no curated row names by id. */
function entityTable(rows: GazetteerRows): readonly Row[] {
  const known = new Map<string, Row>();
  for (const row of rows.entities) {
    const id = row.cells['id'] ?? '';
    if (!/^(group|person|place):\S+$/.test(id))
      throw new GazetteerError(`${placeOf(row)}: "${id}" is no id; write group:…, person:… or place:… without blanks.`);
    const twin = known.get(id);
    if (twin)
      throw new GazetteerError(`${placeOf(row)}: the id ${id} stands already in ${placeOf(twin)}; give one of the two another id or delete it.`);
    if (!(row.cells['name'] ?? '').trim()) throw new GazetteerError(`${placeOf(row)}: ${id} has no name; fill the column "name".`);
    known.set(id, row);
  }
  const towns: Row[] = [];
  for (const cells of rows.world) {
    const id = `place:gn${cells['geonames_id']}`;
    if (known.has(id)) continue;
    towns.push({
      file: 'world',
      line: 0,
      cells: { ...cells, id, kind: 'city', countries: cells['country'], external_ids: `geonames:${cells['geonames_id']}` } as Cells,
    });
  }
  return [...rows.entities, ...towns];
}
