import { lexiconRows, type Knowledge, type LexiconRow } from '../../../../knowledge/index.js';
import { digitsValue } from '../../../../text/index.js';
import { plain, times, type Numeral } from './numeral.js';
import { Role, roleAt } from '../roles.js';
import type { Scene } from '../scene.js';

const tables = new WeakMap<Knowledge, ReadonlyMap<string, LexiconRow<'currency'>>>();

function currenciesOf(knowledge: Knowledge): ReadonlyMap<string, LexiconRow<'currency'>> {
  let table = tables.get(knowledge);
  if (!table)
    tables.set(
      knowledge,
      (table = new Map(
        lexiconRows(knowledge, 'currency')
          .filter((row) => row.position !== 'after' || /^[A-Z]{3}$/.test(row.phrase))
          .map((row) => [row.phrase, row]),
      )),
    );
  return table;
}

// safe: sticky at a token that begins with letters, every repetition bounded
const GLUED = /(\p{L}{1,4})(\d{1,15}(?:[.,]\d{1,15}){0,6})(bn|mn|m|k|b|tn)?(?![\p{L}\d])/uy;
const SCALES: Readonly<Record<string, number>> = { bn: 1e9, b: 1e9, mn: 1e6, m: 1e6, k: 1e3, tn: 1e12 };

/** "RM23.50", "USD10m", "$US55,931": a currency code and its amount, which the scanner reads as one word; null for other codes ("M23"). */
export function gluedAt(scene: Scene, token: number, limit: number): Numeral | null {
  const { text, tokens, knowledge } = scene;
  GLUED.lastIndex = tokens.start[token];
  const found = GLUED.exec(text);
  if (!found) return null;
  const [, letters, digits, letter] = found;
  const dollar = text[tokens.start[token] - 1] === '$' ? '$' : '';
  const table = currenciesOf(knowledge);
  const row = table.get(dollar + letters) ?? (dollar === '' ? table.get(letters.toUpperCase()) : undefined);
  if (!row) return null;
  // A letter alone is a currency before an amount with decimals, groups or a scale ("R1.4bn", "R18.40"), else a code ("R2").
  if (row.position === 'glued' && !/[.,]/.test(digits) && !letter && !roleAt(scene, token + 1, limit, Role.Scale)) return null;
  const from = tokens.start[token] + letters.length;
  const value = digitsValue(text, from, from + digits.length);
  // "COP26": so few pesos are a conference
  if (Number.isNaN(value) || (row.least !== null && value < row.least)) return null;
  const end = tokens.start[token] + found[0].length;
  let last = token + 1;
  while (last < limit && tokens.start[last] < end) last++;
  const scale = letter ? SCALES[letter] : 1;
  const word = letter ? null : roleAt(scene, last, limit, Role.Scale | Role.Letter);
  const factor = word ? (word.row.value ?? 1) : scale;
  return { ...plain(token, word ? word.last : last, times(value, factor), 'digits', factor), glued: row, rule: 'number.digits' };
}
