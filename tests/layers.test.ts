import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { describe, expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from './support/source-files.js';

const rules = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const files = sourceFiles();

/**
 * Breaches of the rules in these files. dependency-cruiser reads TypeScript only through the compiler's old programming
 * interface, which TypeScript 7 does not have; so it gets each file as the list of its imports, found by a parser. Circles count only
 * where they remain when the types are erased.
 */
async function breaches(sources: readonly Pick<SourceFile, 'path' | 'imports'>[], circles = false): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-layers-'));
  try {
    for (const { path, imports } of sources) {
      const file = join(folder, path.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, imports.map((name) => `import '${name}';\n`).join(''));
    }
    const { output } = await cruise(
      ['src'],
      { baseDir: folder, validate: true, ruleSet: rules, doNotFollow: { path: 'node_modules' } },
      { extensions: ['.js'] },
    );
    return (output as ICruiseResult).summary.violations
      .filter(({ rule }) => (rule.name === 'no-circles') === circles)
      .map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('layers', () => {
  test('imports go down only, and stages never import each other', async () => {
    expect(await breaches(files)).toEqual([]);
  });

  test('no two modules need each other', async () => {
    const values = files.map(({ path, values: imports }) => ({ path, imports }));
    expect(await breaches(values, true)).toEqual([]);
    const spoiled = values.map((file) => (file.path === 'src/text/tokens/characters.ts' ? { ...file, imports: ['./scanner.js'] } : file));
    expect((await breaches(spoiled, true)).join('\n')).toContain('no-circles: src/text/tokens/characters.js');
  });

  test.each([
    ['model-imports-down-only', 'src/model/index.ts', '../text/index.js'],
    ['text-imports-down-only', 'src/text/index.ts', '../knowledge/index.js'],
    ['knowledge-imports-down-only', 'src/knowledge/index.ts', '../pipeline.js'],
    ['grammar-imports-down-only', 'src/grammar/words.ts', '../stages/3-tag/tag.js'],
    ['stages-are-strangers', 'src/stages/2-segment/segment.ts', '../1-clean/clean.js'],
    ['rooms-are-strangers', 'src/evaluate/index.ts', '../write/index.js'],
    ['rooms-are-strangers', 'src/collate/index.ts', '../stages/1-clean/clean.js'],
    ['only-io-batch-cli-touch-the-world', 'src/write/index.ts', 'node:fs'],
    ['only-io-batch-cli-touch-the-world', 'src/pipeline.ts', 'path'],
    ['pipeline-imports-down-only', 'src/pipeline.ts', './io/index.js'],
    ['io-batch-imports-down-only', 'src/io/decode.ts', '../cli/main.js'],
  ])('the rule %s sees a breach: %s imports %s', async (rule, path, name) => {
    expect(files.map((file) => file.path)).toContain(path);
    const spoiled = files.map((file) => (file.path === path ? { path, imports: [...file.imports, name] } : file));
    expect((await breaches(spoiled)).join('\n')).toContain(rule);
  });

  test('only io, batch and cli touch the console, the process or the clock', () => {
    expect(files.flatMap(worldly)).toEqual([]);
  });

  test('the world is seen when it is touched', () => {
    const spoiled = (text: string): string[] => worldly({ path: 'src/stages/2-segment/segment.ts', text });
    for (const text of [
      'console.log(1)',
      'process.env',
      'Date.now()',
      'new Date()',
      'performance.now()',
      'Math.random()',
      'await fetch(url)',
      'setTimeout(f)',
    ])
      expect(spoiled(text)).toHaveLength(1);
    expect(spoiled('// the console\nnew Date(0); preprocess(text)')).toEqual([]);
  });

  test('each third-party package has one door', () => {
    const doors = new Map<string, string[]>();
    for (const { path, imports } of files) {
      for (const name of imports) {
        if (name.startsWith('.') || name.startsWith('node:')) continue;
        const packageName = name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/');
        doors.set(packageName, [...new Set([...(doors.get(packageName) ?? []), path])]);
      }
    }
    expect([...doors].filter(([, paths]) => paths.length > 1)).toEqual([]);
    for (const [name, [path]] of doors) expect(path, `the door of ${name} bears its name`).toContain(`/${name.replace(/^@.*\//, '').split('-')[0]}`);
  });
});

const WORLD =
  /\b(?:console\s*\.|process\s*\.|Date\s*\.\s*now\b|new\s+Date\s*\(\s*\)|performance\s*\.\s*now\b|Math\s*\.\s*random\b|fetch\s*\(|set(?:Timeout|Interval|Immediate)\s*\()/;

/** Lines outside io, batch and cli that use the console, the process, the clock, chance or the network; comments do not count. */
function worldly({ path, text }: Pick<SourceFile, 'path' | 'text'>): string[] {
  if (/^src\/(?:io|batch|cli)\//.test(path)) return [];
  return text
    .split('\n')
    .flatMap((line, i) => (WORLD.test(line.replace(/^\s*(?:\/\/|\*|\/\*).*|\s\/\/ .*$/, '')) ? [`${path}:${i + 1}: ${line.trim()}`] : []));
}
