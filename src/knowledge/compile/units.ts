import { foldWord } from '../../text/index.js';
import type { Cells, Row } from '../rows.js';

/**
 * A unit has the people of its towns. A province lies in the middle of their extent, nearer to its centre than its seat is;
 * so does a district of which the seat is not known. The middle needs five towns, of a district one.
 */
export function measureUnits(
  entityRows: readonly Row[],
  numberOf: ReadonlyMap<string, number>,
  world: readonly Cells[],
  {
    latitude,
    longitude,
    population,
    parent,
  }: { readonly latitude: Float64Array; readonly longitude: Float64Array; readonly population: Int32Array; readonly parent: Int32Array },
): void {
  const towns = new Map<number, { readonly y: number[]; readonly x: number[] }>();
  for (const town of world) {
    for (let unit = numberOf.get(town['parent']) ?? -1; unit >= 0; unit = parent[unit]) {
      const { kind } = entityRows[unit].cells;
      if (kind !== 'province' && kind !== 'district') break;
      population[unit] += Number(town['population']) || 0;
      let known = towns.get(unit);
      if (!known) towns.set(unit, (known = { y: [], x: [] }));
      known.y.push(Number(town['latitude']));
      known.x.push(Number(town['longitude']));
    }
  }
  for (const [unit, { y, x }] of towns) {
    const province = entityRows[unit].cells['kind'] === 'province';
    if (province ? y.length < 5 : !Number.isNaN(latitude[unit])) continue;
    const [middleY, middleX] = [middleOf(y), middleOf(x)];
    if (middleY === null || middleX === null) continue;
    latitude[unit] = middleY;
    longitude[unit] = middleX;
  }
}

/** A unit that nothing else puts on the map lies where the largest town of its name and country does. */
export function seatUnits(entityRows: readonly Row[], world: readonly Cells[], latitude: Float64Array, longitude: Float64Array): void {
  const wanted = new Map<string, { readonly units: number[]; people: number }>();
  entityRows.forEach(({ file, cells }, unit) => {
    if (file !== 'units.csv' || !Number.isNaN(latitude[unit])) return;
    const key = `${cells['country']} ${foldWord(cells['name'])}`;
    const known = wanted.get(key);
    if (known) known.units.push(unit);
    else wanted.set(key, { units: [unit], people: -1 });
  });
  for (const town of world) {
    // Other spellings ("Milan" for "Milano") matter for cities only.
    const spellings = Number(town['population']) >= 30_000 ? [town['name'], ...town['alternates'].split('|')] : [town['name']];
    for (const name of spellings) {
      const seat = wanted.get(`${town['country']} ${foldWord(name)}`);
      if (seat === undefined || seat.people >= Number(town['population'])) continue;
      seat.people = Number(town['population']);
      for (const unit of seat.units) {
        latitude[unit] = Number(town['latitude']);
        longitude[unit] = Number(town['longitude']);
      }
    }
  }
}

/** The middle between the outermost values; a value far outside the others is a slip of the source. Null round the globe. */
function middleOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const quarter = sorted[Math.floor(sorted.length / 4)];
  const threeQuarters = sorted[Math.floor((sorted.length * 3) / 4)];
  const fence = 4 * (threeQuarters - quarter) + 2;
  const kept = sorted.filter((value) => value >= quarter - fence && value <= threeQuarters + fence);
  const [low, high] = [kept[0], kept[kept.length - 1]];
  return high - low > 90 ? null : Math.round((low + high) * 5000) / 10000;
}
