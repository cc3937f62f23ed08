// Joins the modules that the commands load into a few files, as a start must not open three hundred: dist/program holds them, and
// dist/cli/main.js begins with sitrep.cjs (src/cli/joined.ts says how). The modules that `tsc` wrote stay for those who import them.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'dist/program');

/** Packages that lie in the joined files, as every command needs them; all others stay packages. */
const WITH_US = ['commander', 'p-limit', 'yocto-queue'];

/** Commander loads what it needs to start subcommands that are programs of their own. We have none. */
const NO_CHILDREN = {
  name: 'no-children',
  transform: (code, module) => (module.endsWith('commander/lib/command.js') ? code.replace("require('node:child_process')", '{}') : null),
};

/** Joins what `entry` needs; `groups` says which modules become one file. */
const joined = (entry, options, output) =>
  build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: WITH_US },
    plugins: [NO_CHILDREN],
    build: {
      ssr: join('dist/cli', entry),
      outDir: 'dist/program',
      target: 'node20',
      minify: false,
      ...options,
      rolldownOptions: {
        external: (name) => /^[^./]/.test(name) && !WITH_US.includes(name),
        // Our modules do nothing but define: of those that a barrel hands on, only what is used is taken.
        treeshake: { moduleSideEffects: false },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs', ...output },
      },
    },
  });

rmSync(folder, { recursive: true, force: true });
const modulesOf = async (entry) => {
  const { output } = [await joined(entry, { write: false }, {})].flat()[0];
  const { modules } = output.find(({ isEntry }) => isEntry);
  return Object.entries(modules).flatMap(([module, { renderedLength }]) => (renderedLength > 0 ? [module] : []));
};
// What `sitrep explain` needs of our modules is one file: it must answer at once, and most of it every other command needs, too.
const first = new Set(await modulesOf('sitrep.js'));
const explained = new Set((await modulesOf('explain/explain.js')).filter((module) => !first.has(module)));
await joined(
  'sitrep.js',
  {},
  { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'analysis', test: (module) => explained.has(module) }] } },
);

// Signs beyond ASCII become escapes: a text without them takes half the memory, and no time to decode.
for (const name of readdirSync(folder)) {
  const file = join(folder, name);
  const escaped = readFileSync(file, 'utf8').replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  writeFileSync(file, escaped);
}
