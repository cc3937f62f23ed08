// The layers of src (src/ARCHITECTURE.md): imports go down only, stages and the other rooms of layer 3 are strangers to each other.
// tests/layers.test.ts runs these rules over every import of src, type imports included.
const LAYERS = [
  ['model'],
  ['text'],
  ['knowledge'],
  ['grammar'],
  ['stages', 'collate', 'write', 'evaluate', 'compare', 'suggest'],
  ['pipeline'],
  ['io', 'batch'],
  ['index', 'cli'],
];
const inside = (names) => `^src/(?:${names.map((name) => `${name}(?:/|\\.js$)`).join('|')})`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...LAYERS.slice(0, -1).map((names, i) => ({
      name: `${names.join('-')}-imports-down-only`,
      comment: 'A layer may import itself and the layers below it.',
      severity: 'error',
      from: { path: inside(names) },
      to: { path: inside(LAYERS.slice(i + 1).flat()) },
    })),
    {
      name: 'stages-are-strangers',
      comment: 'A stage gets what it needs from the document type, never from another stage; pipeline.ts alone knows their order.',
      severity: 'error',
      from: { path: '^src/stages/([^/]+)/' },
      to: { path: '^src/stages/([^/]+)/', pathNot: '^src/stages/$1/' },
    },
    {
      name: 'rooms-are-strangers',
      comment: 'stages, collate, write, evaluate, compare and suggest do not know each other.',
      severity: 'error',
      from: { path: '^src/(stages|collate|write|evaluate|compare|suggest)/' },
      to: { path: '^src/(?:stages|collate|write|evaluate|compare|suggest)/', pathNot: '^src/$1/' },
    },
    {
      name: 'only-io-batch-cli-touch-the-world',
      comment: 'Everything below io is a pure function of its arguments. A door file may use node:module to get a CommonJS package.',
      severity: 'error',
      from: { pathNot: '^src/(?:io|batch|cli)/' },
      to: { dependencyTypes: ['core'], pathNot: '^(?:node:)?module$' },
    },
    {
      name: 'no-circles',
      comment: 'Of two modules, one is below the other.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: { doNotFollow: { path: 'node_modules' } },
};
