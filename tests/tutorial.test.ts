import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE } from '../src/io/program.js';
import { MAIN, scratch } from './support/sitrep.js';

interface Step {
  readonly command: string;
  /** What is printed; `…` stands for anything, alone on a line for any lines. */
  readonly printed: readonly string[];
}

const steps = [...readFileSync(join(PACKAGE, 'corpus', 'TUTORIAL.md'), 'utf8').matchAll(/```console\n([\s\S]*?)```/g)].flatMap(([, block]) =>
  block
    .split(/^\$ /m)
    .slice(1)
    .map((text): Step => {
      const [command, ...printed] = text.trimEnd().split('\n');
      return { command, printed };
    }),
);

/** The lines as one pattern: literal words, `…` for any. */
function patternOf(printed: readonly string[]): RegExp {
  const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const lines = printed.map((line) => (line === '…' ? '(?:.*\\n)*?' : `${line.split('…').map(literal).join('.*')}\\n`));
  return new RegExp(`^${lines.join('')}$`);
}

describe('the tutorial', () => {
  const folder = scratch();

  it('has commands', () => {
    expect(steps.length).toBeGreaterThan(6);
    expect('a\nb c\n').toMatch(patternOf(['…', 'b …']));
    expect('a\nb c\n').not.toMatch(patternOf(['b …']));
  });

  it.each(steps)('$command', { timeout: 300_000 }, ({ command, printed }) => {
    const script = `sitrep() { ${JSON.stringify(process.execPath)} ${JSON.stringify(MAIN)} "$@"; }\n{ ${command}\n} 2>&1`;
    const { status, stdout } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
    expect(status, stdout).toBe(0);
    expect(stdout).toMatch(patternOf(printed));
  });
});
