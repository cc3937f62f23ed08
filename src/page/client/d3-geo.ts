import { geoEqualEarthRaw } from 'd3-geo';
import type { World } from './data.js';

/** Where a place stands on the outline of the world. */
export function onMap({ scale, x, y }: World, latitude: number, longitude: number): { readonly x: number; readonly y: number } {
  const [rightward, upward] = geoEqualEarthRaw((longitude * Math.PI) / 180, (latitude * Math.PI) / 180);
  return { x: x + scale * rightward, y: y - scale * upward };
}
