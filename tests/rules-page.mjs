// Writes src/stages/3-tag/RULES.md, the page of all rules of the number and date grammars, from the rules of the last build.
// `npm run accept` runs it; tests/rules.test.ts fails while the page differs from the rules.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const code = (text) => `\`${text.replaceAll('|', '\\|')}\``;
const shown = ([text, made]) => (made === '' ? text : `${text} → ${code(made)}`);
const look = ({ shape, by }) => [shape && code(shape), by?.name && `function ${code(by.name)}`].filter(Boolean).join(', ');
const row = (rule) =>
  `| ${[code(rule.id), cell(rule.reads), look(rule), cell(rule.examples.slice(0, 1).map(shown).join('')), cell(rule.not[0])].join(' | ')} |`;
const table = (rules) => ['| rule | reads | looks | example | not |', '| --- | --- | --- | --- | --- |', ...rules.map(row), ''].join('\n');

/** The page as text. */
export const rulesPage = (times, figures, refusals) =>
  [
    '# The rules of numbers and dates',
    '',
    'Written by `npm run accept`; do not edit. `because` of a date or claim names these ids. A rule is an object with its examples and',
    'counter-examples, which are tests; shapes are explained in `src/text/shape.ts`, # is the number. Where no pattern can say how something',
    'looks, or not alone, a function is named.',
    '',
    '## Numbers',
    '',
    table(figures),
    '## Numbers that are no claims',
    '',
    '`sitrep explain --why-not` names these.',
    '',
    table(refusals),
    '## Dates',
    '',
    'Values are those in an article of Wednesday, 15 May 2024.',
    '',
    table(times),
  ].join('\n');

if (argv[1] === fileURLToPath(import.meta.url)) {
  const load = (path) => import(pathToFileURL(join(import.meta.dirname, '../dist/stages/3-tag', path)).href);
  const [{ TIME_RULES }, { FIGURE_RULES, REFUSAL_RULES }] = await Promise.all([load('dates/grammar.js'), load('numbers/grammar.js')]);
  writeFileSync(join(import.meta.dirname, '../src/stages/3-tag/RULES.md'), rulesPage(TIME_RULES, FIGURE_RULES, REFUSAL_RULES));
}
