import { describe, expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from './support/source-files.js';

// The checker's own programs need Java or a native binary; its JavaScript does the same everywhere.
process.env['RECHECK_BACKEND'] = 'pure';
const { check } = await import('recheck');

/** Letters that stand for a whole class: what overlaps with what stays the same, and the checker's automata stay small. */
const CLASSES: Readonly<Record<string, string>> = {
  L: 'A-Za-z\\u00e9',
  Letter: 'A-Za-z\\u00e9',
  Lu: 'A-Z',
  Ll: 'a-z',
  M: '\\u0301',
  N: '0-9',
  Nd: '0-9',
};

/** The expression with `\p{L}` and its like written as small ranges. */
function smaller(source: string): string {
  let inClass = false;
  return source.replace(/\\p\{(\w+)\}|\\.|\[|\]/gu, (piece, name: string | undefined) => {
    if (piece === '[') inClass = true;
    else if (piece === ']') inClass = false;
    const range = name === undefined ? undefined : CLASSES[name];
    return range === undefined ? piece : inClass ? range : `[${range}]`;
  });
}

/** `null` when the expression takes linear time on every input, else what is the matter with it. */
async function fault(source: string, flags: string): Promise<string | null> {
  const verdict = await check(smaller(source), flags.replace(/[gy]/g, ''), { timeout: 60_000 });
  if (verdict.status === 'safe') return null;
  return verdict.status === 'vulnerable' ? `${verdict.complexity.summary}, e.g. ${verdict.attack.pattern}` : `undecided (${verdict.error.kind})`;
}

/** Every expression once, with the first place it stands. An expression that only ever sees bounded text says so: `// safe: …` */
function expressionsOf(files: readonly SourceFile[]): Map<string, { source: string; flags: string; at: string }> {
  const found = new Map<string, { source: string; flags: string; at: string }>();
  for (const { path, expressions } of files) {
    for (const { source, flags, line, annotated } of expressions) {
      const key = `/${source}/${flags}`;
      if (!annotated && !found.has(key)) found.set(key, { source, flags, at: `${path}:${line}` });
    }
  }
  return found;
}

describe('regular expressions', () => {
  test('none takes more than linear time on hostile text', { timeout: 600_000 }, async () => {
    const faults: string[] = [];
    for (const [key, { source, flags, at }] of expressionsOf(sourceFiles())) {
      const found = await fault(source, flags);
      if (found !== null) faults.push(`${at}: ${key} is ${found}`);
    }
    expect(faults).toEqual([]);
  });

  test('a slow one is seen', async () => {
    expect(await fault('^(\\p{L}+)+$', 'u')).toContain('exponential');
    expect(await fault('\\s*[\\r\\n]', 'g')).toContain('polynomial');
    expect(await fault('^[a-z]+$', '')).toBeNull();
  });
});
