import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ALL_WINDOWS } from '../collate/index.js';
import { nearest } from '../text/index.js';
import { FORMATS } from '../write/index.js';
import { headerOf } from './gazetteers/suggestions.js';

// A project: a folder with articles, own gazetteers and gold, and sitrep.json, which says how `sitrep run` is meant there.

export const PROJECT = 'sitrep.json';
const SCHEMA = 'sitrep.schema.json';

/** A setting of sitrep.json. `path` and `paths` are told from the folder of the file. */
export interface Setting {
  readonly name: string;
  readonly holds: 'text' | 'path' | 'paths' | 'names' | 'flag' | 'count' | 'path or false';
  readonly known?: readonly string[];
  readonly reads: string;
}

/** Every setting; each is an option of `sitrep run` that the command line can set otherwise. */
export const SETTINGS: readonly Setting[] = [
  { name: 'paths', holds: 'paths', reads: 'Files and folders of articles.' },
  { name: 'out', holds: 'path', reads: 'Folder for the tables; it is replaced whole by each run.' },
  { name: 'formats', holds: 'names', known: FORMATS.map(({ name }) => name), reads: 'Formats to write.' },
  { name: 'excel', holds: 'flag', reads: 'CSV with byte order mark and CRLF, as Excel wants it.' },
  { name: 'windows', holds: 'names', known: ALL_WINDOWS, reads: 'Where two entities must meet to make a row of cooccurrences.' },
  { name: 'articles', holds: 'path', reads: 'CSV with titles, dates and addresses, if not articles.csv beside the articles.' },
  {
    name: 'gazetteers',
    holds: 'path',
    reads: 'Folder with your own names and words; its rows are added to those of sitrep, or stand in their place.',
  },
  { name: 'overrides', holds: 'path', reads: 'CSV with your corrections, if not overrides.csv beside the articles and in the gazetteers.' },
  { name: 'jobs', holds: 'count', reads: 'Threads to analyse with.' },
  { name: 'cache', holds: 'path or false', reads: 'Folder of the cache; false keeps nothing.' },
];

export type Settings = Readonly<Record<string, string | boolean | readonly string[]>>;

/** A sitrep.json that cannot be used: the message names file, setting and remedy. */
export class ProjectError extends Error {
  override readonly name = 'UsageError';
}

/** The settings of a folder, paths made absolute; none when it has no sitrep.json. */
export async function readProject(folder: string): Promise<Settings> {
  const path = join(folder, PROJECT);
  if (!existsSync(path)) return {};
  let values: unknown;
  try {
    values = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ProjectError(`${path} is no JSON (${(error as Error).message}); look for a missing comma or quote there.`);
  }
  const { faultOf } = await import('./valibot.js');
  const names = ['$schema', ...SETTINGS.map(({ name }) => name)];
  const unknown = Object.keys(values !== null && typeof values === 'object' && !Array.isArray(values) ? values : {}).find(
    (name) => !names.includes(name),
  );
  if (unknown !== undefined) {
    const near = nearest(unknown, names);
    throw new ProjectError(
      `${path}: there is no setting "${unknown}"; ${near === null ? `write one of ${names.join(', ')}` : `did you mean "${near}"?`}`,
    );
  }
  const fault = faultOf(values, SETTINGS);
  if (fault !== null) throw new ProjectError(`${path}: ${fault}`);
  return settled(values as Record<string, unknown>, dirname(resolve(path)));
}

function settled(values: Readonly<Record<string, unknown>>, folder: string): Settings {
  const settings: Record<string, string | boolean | readonly string[]> = {};
  for (const { name, holds } of SETTINGS) {
    const value = values[name];
    if (value === undefined) continue;
    if (holds === 'paths') settings[name] = [value].flat().map((path) => resolve(folder, String(path)));
    else if (holds === 'names') settings[name] = [value].flat().map(String);
    else if (holds === 'flag' || value === false) settings[name] = value as boolean;
    else settings[name] = holds === 'count' || holds === 'text' ? String(value) : resolve(folder, String(value));
  }
  return settings;
}

/** JSON Schema of sitrep.json, from which editors complete and check it. */
export function projectSchema(): object {
  const text = { type: 'string' };
  const several = (items: object): object => ({ anyOf: [items, { type: 'array', items }] });
  const shapeOf = ({ holds, known }: Setting): object => {
    if (holds === 'flag') return { type: 'boolean' };
    if (holds === 'count') return { type: 'integer', minimum: 1, maximum: 64 };
    if (holds === 'paths') return several(text);
    if (holds === 'names') return several({ enum: known });
    return holds === 'path' || holds === 'text' ? text : { anyOf: [text, { const: false }] };
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of a sitrep project',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: text,
      ...Object.fromEntries(SETTINGS.map((setting) => [setting.name, { description: setting.reads, ...shapeOf(setting) }])),
    },
  };
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** The files of a new project. */
const files = (): Readonly<Record<string, string>> => ({
  [PROJECT]: json({ $schema: `./${SCHEMA}`, paths: 'corpus', out: 'report', formats: ['csv', 'json'], gazetteers: 'gazetteers' }),
  [SCHEMA]: json(projectSchema()),
  '.gitignore': 'report/\n',
  'README.md': README,
  'corpus/articles.csv': 'file,title,publisher,published,url\n',
  ...Object.fromEntries(['groups.csv', 'people.csv', 'places.csv', 'aliases.csv'].map((name) => [`gazetteers/${name}`, headerOf(name)])),
  'gazetteers/overrides.csv': 'action,id,other,field,value,document,quote,note\n',
  'gazetteers/README.md': GAZETTEERS_README,
  'gold/README.md': GOLD_README,
});

/** Makes a project in a folder; never writes over a file. Gives the names of the files it wrote. */
export function makeProject(folder: string): readonly string[] {
  const all = Object.entries(files());
  if (statSync(folder, { throwIfNoEntry: false })?.isFile()) throw new ProjectError(`${folder} is a file; name a folder that is to be made.`);
  const there = all.map(([name]) => name).find((name) => existsSync(join(folder, name)));
  if (there !== undefined)
    throw new ProjectError(`${join(folder, there)} is there already, and sitrep init writes over nothing; name another folder, or move the file.`);
  for (const [name, text] of all) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return all.map(([name]) => name);
}

const README = `# A sitrep project

Put articles into \`corpus/\`, then run \`sitrep run\` in this folder: the tables are in \`report/\`.

| file | holds |
|---|---|
| \`sitrep.json\` | the settings; an option on the command line goes before them |
| \`corpus/\` | the articles, one a file; \`articles.csv\` there gives titles, days of publication and addresses |
| \`gazetteers/\` | your own names and words, beside those of sitrep |
| \`gazetteers/overrides.csv\` | your corrections of what a run decided |
| \`gold/\` | articles marked by hand, to measure with \`sitrep evaluate gold\` |
`;

const GAZETTEERS_README = `# Own names

A row here is added to the names that sitrep has; a row with the id (of an alias: id and name) of one of its rows stands in its place.
A group, person or place is one row of its table with id, name and kind; another name of it is a row of \`aliases.csv\`:

    groups.csv    group:ember-front,Ember Front,armed_group,,ML,,,,our desk,
    aliases.csv   group:ember-front,EF,acronym,exact,self,,,our desk,

\`sitrep check\` looks for mistakes, \`sitrep suggest report --accept --gazetteers gazetteers\` proposes rows from a run.
\`overrides.csv\` is for what is true of your articles alone: \`merge,person:~a,person:~b,,,,,one man\`.
`;

const GOLD_README = `# Gold

A text file an article, with every name marked: \`the ⟦Taliban|group:taliban⟧ took ⟦Herat|place:gn140463⟧\`. Then
\`sitrep evaluate gold\` says how right sitrep is on your kind of text.
`;
