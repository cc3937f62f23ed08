import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Mark, MarkError, readMarks } from '../../src/evaluate/index.js';

/** What a mark can be about; a case is checked in whole layers. */
export type SpecLayer = 'mention' | 'date' | 'figure' | 'sentence' | 'region';

/** One line of a case file. */
export interface SpecCase {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly marks: readonly (Mark & { readonly layer: SpecLayer })[];
  /** Layers in which all that is marked must be found and nothing else. */
  readonly layers: readonly SpecLayer[];
  readonly published: string | null;
  /** Why it is known to fail; null when it must pass. */
  readonly knownFailure: string | null;
}

/** The layers a file is about. A line is checked in these, and in every other layer of which it holds a mark. */
const FILES: Readonly<Record<string, readonly SpecLayer[]>> = {
  regions: ['region'],
  sentences: ['sentence'],
  names: ['mention'],
  unlisted: ['mention'],
  references: ['mention'],
  pronouns: ['mention'],
  identities: ['mention'],
  places: ['mention'],
  numbers: ['figure'],
  dates: ['date'],
  claims: ['figure'],
  nothing: ['mention', 'date', 'figure'],
};

/** Every case of the case files beside this one, sorted by file and line. */
export function specCases(): SpecCase[] {
  const folder = import.meta.dirname;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readCases(name, readFileSync(join(folder, name), 'utf8')));
}

/** The cases of one file: one a line; `#` comments, `@2024-05-14` date of publication from here on, `?` known failure, `¶` line break. */
export function readCases(name: string, content: string): SpecCase[] {
  const own = FILES[name.replace(/\.txt$/, '')];
  if (!own) throw new Error(`tests/spec/${name}: no layers are known for this file; add a line to FILES in cases.ts`);
  const cases: SpecCase[] = [];
  let published: string | null = null;
  content.split('\n').forEach((raw, i) => {
    const line = raw.trim();
    const at = `tests/spec/${name}:${i + 1}`;
    if (line === '' || line.startsWith('#')) return;
    if (line.startsWith('@')) {
      published = line.slice(1).trim() || null;
      return;
    }
    const known = line.startsWith('?');
    const hash = known ? line.lastIndexOf(' # ') : -1;
    if (known && hash < 0) throw new Error(`${at}: a line that begins with ? tells its reason after " # "`);
    const marked = (known ? line.slice(1, hash) : line).trim().replaceAll('¶', '\n');
    try {
      const { text, marks } = readMarks(marked);
      const layered = marks.map((mark) => ({ ...mark, layer: layerOf(mark.label) }));
      cases.push({
        file: name,
        line: i + 1,
        text,
        marks: layered,
        layers: [...new Set([...own, ...layered.map(({ layer }) => layer)])],
        published,
        knownFailure: known ? line.slice(hash + 3).trim() : null,
      });
    } catch (error) {
      throw error instanceof MarkError ? new Error(`${at}: ${error.message}`) : error;
    }
  });
  return cases;
}

export const FIGURE_KINDS = [
  'count',
  'money',
  'percent',
  'fraction',
  'age',
  'measure',
  'distance',
  'area',
  'rate',
  'ordinal_rank',
  'score',
  'duration',
];

function layerOf(label: string): SpecLayer {
  const [word, detail = ''] = label.split(' ');
  if (/^(?:group|person|place)(?::|$)/.test(word)) return 'mention';
  if (word === 'date' || word === 'time' || word === 'set' || (word === 'duration' && detail.startsWith('P'))) return 'date';
  if (FIGURE_KINDS.includes(word)) return 'figure';
  if (word === 'sentence') return 'sentence';
  if (['title', 'byline', 'dateline', 'furniture'].includes(word)) return 'region';
  throw new MarkError(`“${label}” is no label; tests/README.md tells them`);
}
