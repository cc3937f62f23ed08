import { geoEqualEarth, geoPath } from 'd3-geo';
import { createRequire } from 'node:module';
import { feature, mesh } from 'topojson-client';
import { presimplify, quantile, simplify } from 'topojson-simplify';

const require = createRequire(import.meta.url);
const WIDTH = 1000;
/** Share of the points of the 1:50 million outline that is kept. */
const KEPT = 0.16;

/** Land and borders as SVG paths in an Equal Earth projection, and what it takes to put a point on it. */
export function worldOutline() {
  const weighed = presimplify(require('world-atlas/countries-50m.json'));
  const world = simplify(weighed, quantile(weighed, 1 - KEPT));
  const projection = geoEqualEarth().fitWidth(WIDTH, { type: 'Sphere' }).precision(0.5);
  const path = geoPath(projection).digits(1);
  const [[, top], [, bottom]] = path.bounds({ type: 'Sphere' });
  return {
    width: WIDTH,
    height: Math.ceil(bottom - top),
    scale: projection.scale(),
    x: projection.translate()[0],
    y: projection.translate()[1],
    land: relative(path(feature(world, world.objects.land))),
    borders: relative(path(mesh(world, world.objects.countries, (a, b) => a !== b))),
  };
}

/** The same path with each line as a step from the point before it, written as short as SVG allows. */
function relative(path) {
  let [x, y] = [0, 0];
  let [startX, startY] = [0, 0];
  let last = '';
  return path.replace(/([MLZ])(?:(-?[\d.]+),(-?[\d.]+))?/g, (_, command, toX, toY) => {
    const before = last;
    last = command;
    if (command === 'Z') {
      [x, y] = [startX, startY];
      return 'z';
    }
    const [nextX, nextY] = [Math.round(toX * 10), Math.round(toY * 10)];
    const [stepX, stepY] = [nextX - x, nextY - y];
    [x, y] = [nextX, nextY];
    if (command === 'M') {
      [startX, startY] = [x, y];
      return `M${nextX / 10},${nextY / 10}`;
    }
    return `${before === 'L' ? (stepX < 0 ? '' : ' ') : 'l'}${short(stepX)}${stepY < 0 ? '' : ' '}${short(stepY)}`;
  });
}

/** Tenths as a number: 3 is ".3", -12 is "-1.2". */
const short = (tenths) => String(tenths / 10).replace(/^(-?)0\./, '$1.');
