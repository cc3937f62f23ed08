// Writes dist/write/report/page.js: the report's page without its data, as one text before the data and one behind it, and the
// outline of the world. Plain Node, no network. The same sources and packages give the same bytes.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { worldOutline } from './world.mjs';

const here = import.meta.dirname;
const out = path.resolve(here, '..', '..', 'dist', 'write', 'report');

/** The page's program as one script that needs nothing else. */
async function script() {
  const made = await build({
    root: here,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { entry: path.join(here, 'client', 'main.ts'), formats: ['iife'], name: 'sitrep', fileName: 'page' },
    },
  });
  const [chunk] = (Array.isArray(made) ? made : [made]).flatMap(({ output }) => output);
  // Inside a script element nothing may look like its end.
  return chunk.code.replaceAll('</', '<\\/').replaceAll('<!--', '<\\!--').trim();
}

const styles = fs
  .readFileSync(path.join(here, 'page.css'), 'utf8')
  .replace(/\/\*.*?\*\//gs, '')
  .replace(/\s*\n\s*/g, '\n')
  .trim();
const program = await script();
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = `default-src 'none'; script-src ${hash(program)}; style-src ${hash(styles)}; img-src data:; base-uri 'none'; form-action 'none'`;

const before = `<!doctype html>
<!-- Holds d3-force, d3-geo and what they build on (d3-array, d3-dispatch, d3-quadtree, d3-timer): copyright Mike Bostock, ISC licence.
     The outline of the world is Natural Earth's, in the public domain, by way of world-atlas. -->
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>sitrep report</title>
<style>${styles}</style>
</head>
<body>
<noscript>This report needs JavaScript, which is switched off here. The tables beside it hold the same rows.</noscript>
<div id="app"></div>
`;
const behind = `<script>${program}</script>
</body>
</html>
`;

fs.mkdirSync(out, { recursive: true });
const page = { before, behind, world: JSON.stringify(worldOutline()) };
fs.writeFileSync(
  path.join(out, 'page.js'),
  Object.entries(page)
    .map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};\n`)
    .join(''),
);
