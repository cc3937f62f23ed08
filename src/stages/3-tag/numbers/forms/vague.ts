import { Kind } from '../../../../knowledge/index.js';
import { entryAt, isWord, type Scene } from '../scene.js';
import type { Numeral } from './numeral.js';
import { OF } from '../words.js';

/** Vague number word at `token`: "dozens", "tens of millions", "several hundred", "a handful of", "many of"; null when none. */
export function vagueAt(scene: Scene, token: number, limit: number): Numeral | null {
  const hit = entryAt(scene, token, limit, Kind.Vague, () => true);
  if (!hit) return null;
  const { row } = hit;
  let last = hit.last;
  // "of" belongs to the phrase only where it makes the word; the counted noun is read behind it either way.
  if (row.phrase.endsWith(' of') && row.role !== 'part' && isWord(scene, last - 1, OF)) last--;
  const vague = row.role === 'part' ? row.phrase : row.phrase.replace(/ of$/, '');
  return {
    first: token,
    last,
    value: null,
    min: row.min,
    max: row.max,
    vague,
    form: 'vague',
    role: row.role,
    scale: 1,
    sign: 0,
    glued: null,
    rule: '',
  };
}
