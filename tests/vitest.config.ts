import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/built.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two workers: the machines that check this have two cores, and each worker loads the gazetteers once a file.
    maxWorkers: 2,
  },
});
