import { Flag, has, isTight } from '../../../model/index.js';
import { widthOf } from './counts.js';
import type { Reader, Scene } from './scene.js';

// Words of letters and digits that tell of a time: "Q3", "FY2024", and a day whose figures were misread.

const signOf = (scene: Scene, at: number): string => scene.text.slice(scene.tokens.start[at], scene.tokens.end[at]).toUpperCase();

/** "Q3", "h2". */
export const quarterSign: Reader = (scene, at) => {
  if (widthOf(scene, at) !== 2 || !has(scene.tokens, at, Flag.Alphanumeric)) return -1;
  const sign = signOf(scene, at);
  if (!/^Q[1-4]$|^H[12]$/.test(sign)) return -1;
  scene.value = sign;
  return at + 1;
};

const FISCAL = /^FY(\d{4}|\d{2})$/;

/** "FY2024", "FY24": the year. */
export const fiscalSign: Reader = (scene, at) => {
  const width = widthOf(scene, at);
  if ((width !== 4 && width !== 6) || !has(scene.tokens, at, Flag.Alphanumeric)) return -1;
  const year = FISCAL.exec(signOf(scene, at))?.[1];
  if (!year) return -1;
  scene.value = year.length === 2 ? 2000 + Number(year) : Number(year);
  return at + 1;
};

/** "Q3FY25": the quarter and the year, "Q3 2025". */
export const fiscalQuarterSign: Reader = (scene, at) => {
  const width = widthOf(scene, at);
  if ((width !== 6 && width !== 8) || !has(scene.tokens, at, Flag.Alphanumeric)) return -1;
  const m = /^(Q[1-4]|H[12])FY(?:20)?(\d\d)$/.exec(signOf(scene, at));
  if (!m) return -1;
  scene.value = `${m[1]} 20${m[2]}`;
  return at + 1;
};

/** "l2", "2O": a day whose ones and noughts a machine took for letters; a letter behind a figure is a token of its own. */
export const misreadDay: Reader = (scene, at) => {
  const { tokens, text } = scene;
  const last = has(tokens, at, Flag.Alphanumeric) ? at : widthOf(scene, at) === 1 && at + 1 < scene.limit && isTight(tokens, at + 1) ? at + 1 : -1;
  if (last < 0 || tokens.end[last] - tokens.start[at] !== 2) return -1;
  const raw = text.slice(tokens.start[at], tokens.end[last]);
  if (!/^[lI][0-9]$|^[0-3][lIO]$/.test(raw)) return -1;
  scene.value = Number(raw.replace(/[lI]/, '1').replace('O', '0'));
  return last + 1;
};
