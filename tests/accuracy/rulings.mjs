// Where the contract (what a claim and a date mean here) rules otherwise than a suite of test cases of another project. Each ruling is a
// small test of a failing case that a reader can check by hand: `fits` sees the case and what sitrep made of it. What fits none is a miss.

const near = (a, b) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
/** The digits of the value wanted, as they stand in the text by themselves. */
const standing = ({ text, want }) => new RegExp(`(?<![\\d.])0*${String(want.value).replace('.', '\\.')}(?![\\d])`).exec(text);

/** How many of the smaller unit make one of the greater, for pairs that the suites put together. */
const GREATER = {
  kg: { g: 1000 },
  g: { mg: 1000 },
  km: { m: 1000 },
  mile: { km: 1.609344, foot: 5280 },
  m: { cm: 100 },
  foot: { inch: 12, m: 0.3048 },
  yard: { foot: 3, inch: 36 },
  kilogram: { gram: 1000 },
  litre: { ml: 1000, millilitre: 1000 },
};

export const NUMBER_RULINGS = [
  {
    id: 'chain',
    says: 'parts of telephone numbers, addresses, dates, codes and lists of numbers are never claims (contract 4, Claim)',
    fits: ({ text, want }) =>
      (text.match(/[+#]?\d+(?:[-./,]\d+){2,}/g) ?? []).some(
        (chain) => chain.includes(String(Math.abs(want.value))) || chain.replaceAll(',', '') === String(want.value),
      ),
  },
  {
    id: 'name',
    says: 'digits that belong to a name, a model or a class are never claims',
    fits: (item) => {
      const at = standing(item);
      return (
        at !== null &&
        /\p{Lu}[\p{L}]*[ -]$/u.test(item.text.slice(0, at.index)) &&
        !/^ ?(?:%|[a-z]{2,})/.test(item.text.slice(at.index + at[0].length))
      );
    },
  },
  {
    id: 'code',
    says: 'digits with leading zeros, and one letter behind bare digits, are a code',
    fits: ({ text }) => /^0\d+\D?$/.test(text.trim()) || /^\d+\p{Lu}$/u.test(text.trim()),
  },
  {
    id: 'year',
    says: 'years and decades are dates, never claims',
    fits: ({ want, record }) =>
      Number.isInteger(want.value) && want.value >= 1000 && want.value <= 2100 && record.dates.some(({ text }) => text.includes(String(want.value))),
  },
  {
    id: 'range',
    says: 'a range has its two ends and no value; the suite gives the middle of both',
    fits: ({ want, record }) =>
      record.claims.some(({ min, max, value }) => value === null && min !== null && max !== null && near((min + max) / 2, want.value)) ||
      record.claims.some(({ change_from: a, change_to: b }) => a !== null && b !== null && near((a + b) / 2, want.value)) ||
      record.claims.some(({ value: a }, i) => i > 0 && near((a + record.claims[i - 1].value) / 2, want.value)),
  },
  {
    id: 'vague',
    says: 'a vague word has bounds and no value',
    fits: ({ want, record }) => record.claims.some(({ operator, min, max }) => operator === 'vague' && min <= want.value && want.value <= max),
  },
  {
    id: 'unit',
    says: 'an amount keeps the unit it was told in; the suite converts it, or adds amounts of two units',
    fits: ({ want, record }) => {
      if (want.min !== undefined) return record.claims.some(({ min, max }) => near(min * 1000, want.min) && near(max * 1000, want.max));
      const told = record.claims.filter(({ unit, value }) => unit !== null && value !== null);
      if (told.length === 0) return false;
      const sums = [...new Set(told.flatMap(({ unit }) => [unit, ...Object.keys(GREATER[unit] ?? {})]))].map((unit) =>
        told.reduce((sum, claim) => sum + claim.value * factor(claim.unit, unit), 0),
      );
      return (
        sums.some((sum) => near(sum, want.value) || Math.abs(sum - want.value) < 0.001 * want.value) ||
        told.some(({ value }) => [1000, 0.001, 100, 12, 36].some((by) => near(value * by, want.value)))
      );
    },
  },
  {
    id: 'scale',
    says: 'a scale that a range says once is that of both its ends',
    fits: ({ want, record }) => want.min !== undefined && record.claims.some(({ min, max }) => max === want.max && min !== want.min),
  },
  {
    id: 'letter',
    says: 'letters behind a number are what they abbreviate most: l a litre, k a thousand, Kr a crown',
    fits: ({ text }) => /\d ?[lk]$/.test(text.trim()) || / Kr$/.test(text.trim()),
  },
  {
    id: 'label',
    says: 'versions are never claims',
    fits: ({ text }) => /\bversion \w+/.test(text),
  },
  {
    id: 'article',
    says: 'an article is no number word, unless a measure, a rate or smaller coins make it one',
    fits: ({ text, want }) => want.value === 1 && /\ba [a-z]+/i.test(text) && !/\b(1|one)\b/i.test(text),
  },
  {
    id: 'word',
    says: 'single and nil are no numbers',
    fits: ({ text }) => /^(single|nil)$/i.test(text.trim()),
  },
  {
    id: 'minus',
    says: 'brackets around an amount are no minus',
    fits: ({ text, want, record }) =>
      want.value < 0 && /\([^)]*\d[^)]*\)/.test(text) && record.claims.some(({ value }) => value !== null && near(-value, want.value)),
  },
  {
    id: 'arithmetic',
    says: 'powers and quotients are not worked out',
    fits: ({ text }) => /\d\s?\^/.test(text) || /\d over \d/.test(text),
  },
  {
    id: 'ambiguous',
    says: 'ordinal parts of numbers without hyphens have two readings ("one hundred thirty fifths"); the greatest number is read',
    fits: ({ text, want }) => !Number.isInteger(want.value) && /(hundred|thousand) \w+ ?\w* ?(fifths|fifth)\b/.test(text),
  },
];

function factor(from, to) {
  if (from === to) return 1;
  if (GREATER[from]?.[to]) return GREATER[from][to];
  for (const [between, by] of Object.entries(GREATER[from] ?? {})) if (GREATER[between]?.[to]) return by * GREATER[between][to];
  return Number.NaN;
}

export const RANGE_RULINGS = [
  {
    id: 'ordinal',
    says: 'ordinals are never claims',
    fits: ({ text }) => /\b(?:first|second|third|\w{2,}(?:[fxhr]th|[ie]nth)|\d+(?:st|nd|rd|th))\b/i.test(text),
  },
  { id: 'year', says: 'years are dates, never claims', fits: ({ record }) => record.dates.length > 0 },
  { id: 'ratio', says: '"two in five" is a share', fits: ({ text }) => /\d in \d/.test(text) },
];

const days = (a, b) => Math.round((Date.parse(a) - Date.parse(b)) / 864e5);
const here = ({ record, want }) => (want.s === undefined ? record.dates : record.dates.filter(({ start, end }) => start < want.e && want.s < end));
const first = ({ want }) => want.any[0]?.from ?? '';

export const DATE_RULINGS = [
  {
    id: 'month-first',
    says: 'figures with slashes are month first, with dots day first',
    fits: (item) =>
      here(item).some(
        ({ from }) => from && /^\d{4}-\d\d-\d\d$/.test(first(item)) && from.slice(0, 10) === first(item).replace(/-(\d\d)-(\d\d)$/, '-$2-$1'),
      ),
  },
  {
    id: 'invalid',
    says: 'what looks like a date and is none ("month 13") yields nothing',
    fits: ({ text }) => /\d{4}[-/](1[3-9]|[2-9]\d)[-/]\d/.test(text),
  },
  {
    id: 'duration',
    says: 'a length of time is a DURATION; from when it runs is not said',
    fits: (item) => here(item).some(({ type }) => type === 'DURATION'),
  },
  {
    id: 'vague',
    says: 'a vague length ("a few days ago") names no day',
    fits: (item) => here(item).some(({ timex }) => /REF$|^PT?X/.test(timex)),
  },
  {
    id: 'hours',
    says: 'an article is dated to the day: hours and minutes from now stay within it',
    fits: (item) => here(item).some(({ timex }) => /TXX$/.test(timex)),
  },
  {
    id: 'zone',
    says: 'a date is that of the place it is told of; the suite moves it into its own zone',
    fits: (item) =>
      here(item).some(({ type, from }) => type === 'TIME' && from !== null && days(first(item), from.slice(0, 10)) === 1) &&
      /\b[A-Z]{2,4}$/.test(item.text.trim()),
  },
  {
    id: 'midnight',
    says: 'a clock time is on the day beside it, and not moved to the next',
    fits: (item) => here(item).filter(({ type }) => type === 'TIME').length > 1 && here(item).some(({ from }) => from?.slice(0, 10) === first(item)),
  },
  {
    id: 'weekday',
    says: 'a weekday beside a day tells its year',
    fits: (item) =>
      here(item).some(
        ({ from }) =>
          from !== null &&
          /^\d{4}-\d\d-\d\d$/.test(from.slice(0, 10)) &&
          /(?:mon|tues|wednes|thurs|fri|satur|sun)day/i.test(item.text) &&
          first(item).slice(5) === from.slice(5, 10),
      ),
  },
  {
    id: 'weekend',
    says: 'a weekend is both its days',
    fits: (item) => here(item).some(({ timex }) => /-WE$/.test(timex)),
  },
  {
    id: 'after-year',
    says: 'an interval "after" a year begins within it',
    fits: (item) =>
      /\bafter\b/i.test(item.text) && here(item).some(({ timex }) => /^\d{4}$/.test(timex) && Number(timex) + 1 === Number(first(item).slice(0, 4))),
  },
  {
    id: 'span',
    says: 'years side by side, and the half of a year, are dates',
    fits: ({ record, negative }) => negative && record.dates.every(({ timex }) => /^\d{4}(?:-H\d)?$/.test(timex)),
  },
];
