// The figures of the accuracy report: pure functions, used by report.mjs, which writes them, and by the tests, which check
// that what is committed is in step.

/** A measured value: {set, measure, value}, value in percent with two decimals. */
const round = (value) => Math.round(value * 10000) / 100;

/** Measures of the bundled corpus as values: F1 of each. */
export const corpusValues = (measures, f1) => measures.map((m) => ({ set: 'corpus', measure: m.name, value: round(f1(m)) }));

// ---- development sets ---------------------------------------------------------------------------------------------------------

const NAMES = { 'all.strict.F': 'strict', 'all.partial.F': 'partial', 'all.overlap.F': 'overlap' };
const NUMBERS = { 'value.F': 'value', wholeCase: 'whole case' };
const DATE_CASES = { found: 'found', right: 'value', clean: 'negatives clean' };
const DATES = { 'relaxed.F': 'relaxed', 'strict.F': 'strict', valueF: 'value' };
const COUNTED = { value: 'value', valueAndNoun: 'value and noun' };

/** Row of the scorer → what is reported of it: path in its numbers → name; and what others reach there. */
export const DEVELOPMENT = [
  { row: 'seeds names', what: 'names in five seed articles', of: NAMES },
  {
    row: 'seeds claims',
    what: 'claims in five seed articles',
    of: { figureShare: 'figure', fieldShare: 'fields', keptShare: 'exclusions kept', dateShare: 'dates' },
  },
  { row: 'ww-dev', what: 'names in news of the world’s own papers', of: NAMES, peers: 'prototype 73, compromise 52' },
  { row: 're3d-dev', what: 'names in texts of defence analysts', of: NAMES, peers: 'prototype 65, compromise 53' },
  { row: 'wikigold', what: 'names in Wikipedia', of: NAMES, peers: 'prototype 60, compromise 45' },
  { row: 'geovirus', what: 'places in Wikinews', of: { ...NAMES, 'resolution.accuracy': 'resolved' }, peers: 'Stanford NER 92.8 overlap' },
  { row: 'ewt-dev', what: 'names in untidy text', of: NAMES, peers: 'on its sister set: prototype 60, compromise 64' },
  { row: 'ewt-dev counted', what: 'counted nouns in untidy text', of: COUNTED },
  { row: 'gum-dev', what: 'names in interviews, speeches, textbooks', of: NAMES, peers: 'on its sister set: prototype 71, compromise 62' },
  { row: 'gum-dev dates', what: 'dates as intervals', of: DATES },
  { row: 'gum-dev counted', what: 'counted nouns', of: COUNTED },
  { row: 'wikiwars', what: 'dates in narrative', of: DATES, peers: 'HeidelTime 92.6 / 85.6 / 83.3, chrono 70.9 / 42.9 / 32.7' },
  {
    row: 'newsquant-even',
    what: 'quantities in news',
    peers: 'CQE 92.0 / 85.6 / 88.1 / 76.1 / 57.0',
    of: { 'value.F': 'value', 'unit.F': 'and unit', 'change.F': 'and change', 'partial.F': 'and concept in part', 'complete.F': 'and concept whole' },
  },
  { row: 'recognizers-number', what: 'Recognizers-Text, numbers', of: NUMBERS, peers: 'Recognizers for JavaScript 84.7 value' },
  { row: 'recognizers-range', what: 'Recognizers-Text, ranges', of: NUMBERS, peers: 'Recognizers for JavaScript 0' },
  ...['percent', 'age', 'currency', 'dimension', 'temperature'].map((name) => ({
    row: `recognizers-${name}`,
    what: `Recognizers-Text, ${name}`,
    of: NUMBERS,
  })),
  { row: 'recognizers-datetime', what: 'Recognizers-Text, dates', of: DATE_CASES },
  { row: 'duckling-number', what: 'Duckling’s corpus, numbers', of: NUMBERS },
  { row: 'duckling-time', what: 'Duckling’s corpus, dates', of: DATE_CASES },
  { row: 'quantulum3', what: 'quantulum3’s tests', of: NUMBERS },
  { row: 'chrono', what: 'chrono’s tests', of: DATE_CASES },
];

/** What the scorer's `--json` file says, as values. A row without one of its numbers is an error. */
export function developmentValues(rows) {
  return DEVELOPMENT.flatMap(({ row, of }) => {
    const numbers = rows.find((r) => r.row === row)?.numbers;
    if (!numbers) throw new Error(`the scorer gave no row "${row}"`);
    const all = { ...numbers, ...(row === 'seeds claims' ? seedShares(numbers) : {}) };
    return Object.entries(of).map(([path, measure]) => {
      const value = path.split('.').reduce((at, key) => at?.[key], all);
      if (typeof value !== 'number') throw new Error(`the scorer's row "${row}" has no number ${path}`);
      return { set: row, measure, value: round(value) };
    });
  });
}

function seedShares({ claims, figure, fields, exclusions, kept, dates, dateRight }) {
  const sum = (key) => Object.values(fields).reduce((n, field) => n + field[key], 0);
  return { figureShare: figure / claims, fieldShare: sum('right') / sum('gold'), keptShare: kept / exclusions, dateShare: dateRight / dates };
}

// ---- floors --------------------------------------------------------------------------------------------------------------------

/** Half a point below what was measured: room to trade a little of one thing for much of another, none to slide. */
const ROOM = 0.5;
const CORPUS_FLOORS =
  /^(?:(?:names|demonyms|references|pronouns)\.(?:all|group|person|place)\.(?:strict|overlap)|(?:references|pronouns)\.resolved|ids\.(?:all|listed|unlisted)|merges|b3\.\w+|dates\.(?:relaxed|strict|value)|claims\.\w+|cooccurrences|furniture|outside-furniture)$/;

/** The floors after a good run: each as it was or higher, new measures added. Never lower: lowering one is an edit by hand that a reviewer sees. */
export function raiseFloors(floors, values) {
  const raised = new Map(floors.map((floor) => [`${floor.set}\t${floor.measure}`, { ...floor }]));
  for (const { set, measure, value } of values) {
    if (set === 'corpus' && !CORPUS_FLOORS.test(measure)) continue;
    const key = `${set}\t${measure}`;
    const floor = Math.max(0, Math.floor((value - ROOM) * 10) / 10);
    raised.set(key, { set, measure, floor: Math.max(raised.get(key)?.floor ?? 0, floor) });
  }
  return [...raised.values()].sort((a, b) => (a.set < b.set ? -1 : a.set > b.set ? 1 : 0) || (a.measure < b.measure ? -1 : 1));
}

/** Floors that these values miss, as sentences. */
export const missed = (floors, values) =>
  floors.flatMap(({ set, measure, floor }) => {
    const found = values.find((value) => value.set === set && value.measure === measure);
    if (found && found.value >= floor) return [];
    return [`${set}, ${measure}: ${found ? found.value.toFixed(2) : 'not measured'}, floor ${floor}`];
  });

export const csv = (columns, rows) =>
  `${[columns, ...rows.map((row) => columns.map((column) => row[column]))].map((row) => row.join(',')).join('\n')}\n`;
export const readCsv = (text) => {
  const [head, ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(head.map((name, i) => [name, name === 'floor' || name === 'value' ? Number(cells[i]) : cells[i]])));
};

// ---- the report ------------------------------------------------------------------------------------------------------------------

const table = (head, rows) => [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');
const one = (value) => (value === undefined ? '–' : value.toFixed(1));

const CORPUS_ROWS = [
  ['names', 'names.all'],
  ['groups', 'names.group'],
  ['persons', 'names.person'],
  ['places', 'names.place'],
  ['demonyms', 'demonyms.all'],
  ['references', 'references.all'],
  ['pronouns', 'pronouns.all'],
];

/** REPORT.md. `evaluation` is that of the bundled corpus, `development` the values of the development sets. */
export function reportText({ documents, measures }, { precision, recall, f1 }, development) {
  const named = new Map(measures.map((m) => [m.name, m]));
  const get = (name) => named.get(name) ?? { name, gold: 0, found: 0, right: 0 };
  const triple = (name) => [precision, recall, f1].map((of) => (100 * of(get(name))).toFixed(1)).join(' / ');
  const row = (label, name) => [label, String(Math.round(get(name).gold)), triple(name)];
  const slots = measures.filter(({ name, gold, found }) => name.startsWith('slots.') && gold + found > 0);
  return `# How right sitrep is

Written by \`npm run accept\`; do not edit. All figures are percent: precision / recall / F1, or one share. A figure can be checked
with \`sitrep evaluate\`, which also shows every miss and false alarm (\`--errors 20\`).

## The bundled corpus

${documents} articles of many regions and genres, written and marked for this project ([how](../../corpus/gold/README.md)). sitrep
is tuned with them in sight, so take their figures as a guard against getting worse rather than as a promise.

${table(
  ['mentions', 'gold', 'strict', 'partial', 'overlap'],
  CORPUS_ROWS.map(([label, name]) => [
    label,
    String(get(`${name}.strict`).gold),
    ...['strict', 'partial', 'overlap'].map((mode) => triple(`${name}.${mode}`)),
  ]),
)}
Strict: the same words and the right type. Partial: half a point where the words overlap. Overlap: any overlap with the right type (SemEval-2013 task 9).

${table(
  ['entities', 'mentions', 'P / R / F1'],
  [
    row('right entity', 'ids.all'),
    row('of these in the gazetteers', 'ids.listed'),
    row('of these not in the gazetteers', 'ids.unlisted'),
    row('references found and resolved rightly', 'references.resolved'),
    row('pronouns found and resolved rightly', 'pronouns.resolved'),
    row('pairs of mentions put together', 'merges'),
    row('B³ precision', 'b3.precision'),
    row('B³ recall', 'b3.recall'),
    row('pairs of entities in one sentence', 'cooccurrences'),
  ],
)}
${table(['dates', 'gold', 'P / R / F1'], [row('found', 'dates.relaxed'), row('with the same words', 'dates.strict'), row('with the right value', 'dates.value')])}
${table(
  ['numeric claims', 'gold', 'P / R / F1'],
  [
    row('found', 'claims.found'),
    row('with the right figure', 'claims.figure'),
    row('with figure, unit, thing counted, event and change', 'claims.statement'),
    row('with every slot right', 'claims.whole'),
  ],
)}
Of the claims found, each slot:

${table(
  ['slot', 'gold', 'P / R / F1'],
  slots.map(({ name }) => row(`\`${name.slice(6)}\``, name)),
)}
${table(
  ['page', 'P / R / F1'],
  [
    ['furniture, by characters', triple('furniture')],
    ['records that lie outside furniture', triple('outside-furniture')],
  ],
)}
## Development sets

Texts and gold of others, on which sitrep may be tuned; they are not part of this package. Peers are figures as published or as
measured on the same set, in the order of the columns; where no mode is named, theirs is F1 of names.

${table(
  ['set', 'measures', 'sitrep', 'peers'],
  DEVELOPMENT.map(({ row: set, what, of, peers }) => {
    const names = Object.values(of);
    const values = names.map((measure) => one(development.find((v) => v.set === set && v.measure === measure)?.value));
    return [set, `${what}: ${names.join(' / ')}`, values.join(' / '), peers ?? ''];
  }),
)}
For whole claims (figure, unit, thing and what holds of it) the nearest published figure is that of quinex: 28 % of all claims entirely right.
`;
}

/** The lines of README.md between its two accuracy comments. */
export function readmeBlock({ documents, measures }, { f1 }, development) {
  const of = (name) => (100 * f1(measures.find((m) => m.name === name) ?? { gold: 0, found: 0, right: 0 })).toFixed(1);
  const dev = (set, ...names) => names.map((measure) => one(development.find((v) => v.set === set && v.measure === measure)?.value)).join(' / ');
  return table(
    ['what (F1, percent)', `own ${documents} articles`, 'texts of others'],
    [
      [
        'names of groups, persons, places',
        of('names.all.strict'),
        `${dev('ww-dev', 'strict')} (world news), ${dev('wikigold', 'strict')} (Wikipedia)`,
      ],
      ['the right entity', of('ids.all'), `${dev('geovirus', 'resolved')} (places on the map)`],
      ['dates with the right value', of('dates.value'), `${dev('wikiwars', 'value')} (histories of wars)`],
      ['figures of numeric claims', of('claims.figure'), `${dev('newsquant-even', 'value')} (news)`],
      ['figure, unit, thing and change', of('claims.statement'), `${dev('newsquant-even', 'and concept whole')} (news)`],
    ],
  );
}

export const BLOCK = /(<!-- accuracy: begin[^>]*-->\n)[\s\S]*?(<!-- accuracy: end -->)/;
