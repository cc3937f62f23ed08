// Joins the modules that the commands load into a few files, as a start must not open three hundred: dist/cli/main.js becomes the way in,
// what it loads lies in dist/program. The modules that `tsc` wrote stay for those who import them. Packages stay packages.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
rmSync(join(root, 'dist/program'), { recursive: true, force: true });
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: 'dist/cli/main.js',
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      external: /^[^./]/,
      output: {
        entryFileNames: 'cli/main.js',
        chunkFileNames: 'program/[name].js',
        // What every analysis needs is one file, free of what only a compilation of gazetteers or a format of output needs.
        codeSplitting: { groups: [{ name: 'analysis', test: /\/dist\/(?:model|text|knowledge|grammar|stages)\/|\/dist\/pipeline\.js$/ }] },
      },
    },
  },
});
