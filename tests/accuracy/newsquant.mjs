#!/usr/bin/env node
// Says of each error on NewsQuant of which sort it is, whether the contract rules otherwise, and what each figure would be if every other error
// were mended. Needs a build, and the development sets in ../shared. The sorts are told from the two answers alone, never from the text.
//   node tests/accuracy/newsquant.mjs [--experiments]      --experiments: what each figure would be if the contract ruled as the gold does
import { read, scorer, SETS } from './opened.mjs';

const { asQuantity, newsquant } = await scorer('newsquant.mjs');
const docs = SETS.find(({ name }) => name === 'newsquant-even').docs();
const records = docs.map(read);

const close = (a, b) => Math.abs(a - b) <= 1e-8 + 1e-5 * Math.abs(b);
const isRange = (text) => /^[^E-][^E]*-/.test(text);
const numberOf = (text) => (isRange(text) ? text.split('-').map(Number) : Number(text));
const same = (a, b) => (Array.isArray(a) ? Array.isArray(b) && close(a[0], b[0]) && close(a[1], b[1]) : !Array.isArray(b) && close(a, b));
const wordsOf = (text) => text.toLowerCase().split(/[,\s]+/);
const head = (unit) => unit.split(' ').at(-1);
const PERIODS = / per (?:second|minute|hour|day|week|month|quarter|year)$/;
const SUPERLATIVE = /\b(?:best|most|\w+est)\b/;

/** Sorts of error for each figure, the first that fits; `ruled`: the contract, or our own gold by its rulings, says otherwise. */
const SORTS = {
  unit: [
    ['money for each of a thing', true, ({ want, claim }) => claim.currency !== null && want.unit.includes(' per ') && !PERIODS.test(want.unit)],
    ['pence as points', true, ({ want, ours }) => want.unit === 'point' && ours.unit === 'penny'],
    ['one of the best: the superlative is lost', true, ({ ours, claim }) => claim.value === 1 && SUPERLATIVE.test(ours.unit)],
    ['a fraction has "% x" as its unit', true, ({ want }) => want.unit.startsWith('%')],
    ['modifiers of the counted noun', true, ({ want, ours, claim }) => claim.kind === 'count' && head(want.unit) === head(ours.unit)],
    ['no unit found', false, ({ ours }) => ours.unit === '-'],
    ['another unit', false, () => true],
  ],
  change: [
    ['a direction beside a hedge', true, ({ want, claim }) => claim.change !== null && /[<>~]/.test(want.change)],
    ['both ends of a change without direction', true, ({ want, claim }) => claim.change_from !== null && want.change === '='],
    ['the level of a change without direction', true, ({ want, claim }) => claim.change_to !== null && want.change === '='],
    ['the amount of a change without direction', true, ({ want, claim }) => claim.change !== null && want.change === '='],
    ['a direction not found', false, ({ want, claim }) => claim.change === null && /up|down/.test(want.change)],
    ['hedges', true, () => true],
  ],
  partial: [
    ['no concept, although the clause has a subject', true, ({ want }) => want.concepts === '-'],
    ['a count: neither whole nor actor', false, ({ ours, claim }) => claim.kind === 'count' && ours.concepts[0] === '-'],
    ['a count: another phrase', false, ({ claim }) => claim.kind === 'count'],
    ['an amount: nothing found', false, ({ ours }) => ours.concepts[0] === '-'],
    ['an amount: another phrase', false, () => true],
  ],
  complete: [
    ['two phrases joined', true, ({ want }) => want.concepts.includes(',')],
    ['a word given twice', true, ({ want }) => new Set(wordsOf(want.concepts)).size < wordsOf(want.concepts).length],
    ['no concept, although the clause has a subject', true, ({ want }) => want.concepts === '-'],
    ['a count: neither whole nor actor', false, ({ ours, claim }) => claim.kind === 'count' && ours.concepts[0] === '-'],
    ['an amount: nothing found', false, ({ ours }) => ours.concepts[0] === '-'],
    ['another phrase', false, ({ common }) => common === 0],
    ['fewer or more words of it', false, () => true],
  ],
};

const conceptsOf = ({ referred_concepts }) => ({ concepts: referred_concepts.split(/[,\s]+/) });
const MENDED = {
  unit: ({ normalized_unit }) => ({ unit: normalized_unit }),
  change: ({ change }) => ({ change }),
  partial: conceptsOf,
  complete: conceptsOf,
};

const counts = Object.fromEntries(Object.keys(SORTS).map((figure) => [figure, SORTS[figure].map(() => 0)]));
let misses = 0;
/** For each figure our answers, with what the gold asks for where the contract does not rule otherwise. */
const mended = Object.fromEntries(Object.keys(SORTS).map((figure) => [figure, docs.map(() => [])]));
docs.forEach((doc, i) => {
  const { claims } = records[i];
  const open = claims.flatMap((claim, k) => asQuantity(claim, claims.slice(0, k)).map((ours) => ({ ours, claim })));
  for (const quantity of doc.quantities) {
    const want = { unit: quantity.normalized_unit.toLowerCase(), change: quantity.change, concepts: quantity.referred_concepts };
    const found = open.filter(({ ours }) => same(numberOf(quantity.value), ours.value));
    const pair = found.find(({ ours }) => ours.unit.toLowerCase() === want.unit) ?? found[0];
    if (!pair) {
      misses++;
      continue;
    }
    open.splice(open.indexOf(pair), 1);
    const { ours, claim } = pair;
    const [asked, told] = [new Set(wordsOf(want.concepts)), new Set(ours.concepts.map((word) => word.toLowerCase()))];
    const common = [...asked].filter((word) => told.has(word)).length;
    const wrong = {
      unit: ours.unit.toLowerCase() !== want.unit,
      change: ours.change !== want.change,
      partial: common === 0,
      complete: common !== wordsOf(want.concepts).length || common !== ours.concepts.length,
    };
    for (const [figure, sorts] of Object.entries(SORTS)) {
      const sort = wrong[figure] ? sorts.findIndex(([, , fits]) => fits({ want, ours, claim, common })) : -1;
      if (sort >= 0) counts[figure][sort]++;
      mended[figure][i].push(sort >= 0 && !sorts[sort][1] ? { ...ours, ...MENDED[figure](quantity) } : ours);
    }
  }
  for (const figure of Object.keys(SORTS)) mended[figure][i].push(...open.map(({ ours }) => ours));
});

const scored = newsquant(docs, records);
const percent = (share) => (100 * share).toFixed(1);
console.log(`${scored.gold} quantities, ${scored.pred} claims, ${misses} not found`);
for (const [figure, sorts] of Object.entries(SORTS)) {
  const [now, most] = [scored, newsquant(docs, mended[figure], (answers) => answers)].map(({ numbers }) => numbers[figure].F);
  console.log(`\n${figure}: ${percent(now)}, and ${percent(most)} with all mended that the contract does not rule otherwise`);
  sorts.forEach(([name, isRuled], k) => console.log(`${String(counts[figure][k]).padStart(5)}  ${isRuled ? 'ruled ' : '      '} ${name}`));
}

if (process.argv.includes('--experiments')) {
  const withClaims = (change) =>
    newsquant(
      docs,
      records.map((record) => ({ ...record, claims: record.claims.map(change) })),
    ).numbers;
  const withQuantities = (change) =>
    newsquant(docs, records, ({ claims }) => claims.flatMap((claim, k) => asQuantity(claim, claims.slice(0, k)).map((ours) => change(ours, claim))))
      .numbers;
  const isLevel = ({ change_from, change_to, change_by }) => change_to !== null && change_from === null && change_by === null;
  const still = (fits) => withClaims((claim) => (claim.change !== null && fits(claim) ? { ...claim, change: null } : claim));
  const behind = (claim, i) => docs[i].text.slice(claim.end, claim.end + 30);
  const each = new Map(records.flatMap(({ claims }, i) => claims.map((claim) => [claim, / ?(?:per|an?) ([a-z]+)/y.exec(behind(claim, i))?.[1]])));
  const experiments = {
    'the level of a change bears no direction': still(isLevel),
    'nor do both of its ends': still(({ change_from, change_to }) => change_from !== null && change_to !== null),
    'nor a noun of change': still(({ because }) => because.includes('change.behind')),
    'a hedge goes before a direction': still(({ operator }) => operator !== '='),
    'all four': still((claim) => isLevel(claim) || claim.change_from !== null || claim.because.includes('change.behind') || claim.operator !== '='),
    'just under is a bound': withClaims((claim) => (claim.because.includes('"just under"') ? { ...claim, operator: '<' } : claim)),
    'money for each: "dollar per barrel"': withQuantities((ours, claim) =>
      claim.currency !== null && claim.rate === null && each.get(claim) ? { ...ours, unit: `${ours.unit} per ${each.get(claim)}` } : ours,
    ),
    'pence are points': withQuantities((ours) => (ours.unit === 'penny' ? { ...ours, unit: 'point' } : ours)),
    'the head of what is counted alone': withQuantities((ours, { kind }) => (kind === 'count' ? { ...ours, unit: head(ours.unit) } : ours)),
  };
  console.log('\nunit  change  partial  complete, if …');
  for (const [name, numbers] of Object.entries(experiments))
    console.log(
      `${Object.keys(SORTS)
        .map((figure) => percent(numbers[figure].F))
        .join('  ')}  ${name}`,
    );
}
