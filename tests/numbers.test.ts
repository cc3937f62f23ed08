import { growthOf } from './support/work.mjs';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../src/io/gazetteers/gazetteers.js';
import type { Figure } from '../src/model/index.js';
import { analyze } from '../src/pipeline.js';
import { clean } from '../src/stages/1-clean/clean.js';
import { segment } from '../src/stages/2-segment/segment.js';
import { findFigures } from '../src/stages/3-tag/numbers/figures.js';
import { digitsValue } from '../src/text/index.js';

const knowledge = await loadKnowledge();

interface Read {
  readonly text: string;
  readonly figures: readonly Figure[];
}

function read(text: string): Read {
  return { text, figures: analyze({ id: 'a', text, title: null, published: null, url: null, path: null, sha256: null }, knowledge).figures };
}

const wordsOf = ({ text }: Read, span: { readonly start: number; readonly end: number } | null): string | null =>
  span ? text.slice(span.start, span.end) : null;

/** One value and every way to say it, as Duckling keeps its corpus. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  '400': ['He saw 400 goats.', 'He saw four hundred goats.', 'He saw 4 hundred goats.'],
  '205000': ['They lost 205,000 trees.', 'They lost two hundred and five thousand trees.', 'They lost 2.05 lakh trees.'],
  '2500000': ['It has 2.5 million trees.', 'It has two and a half million trees.', 'It has 2,500,000 trees.', 'It has 25 lakh trees.'],
  '30000000': ['It sold 3 crore bulbs.', 'It sold thirty million bulbs.', 'It sold 30mn bulbs.'],
  '12': ['A dozen boats sank.', 'Twelve boats sank.', '12 boats sank.'],
  '500000': ['Half a million cows died.', '500k cows died.', 'Five hundred thousand cows died.'],
  '-5': ['It was minus five degrees.', 'It was -5 degrees.'],
};

describe('the value of a number phrase', () => {
  test.each(Object.entries(VALUES).flatMap(([value, ways]) => ways.map((way) => [Number(value), way] as const)))('%d: %s', (value, way) => {
    expect(read(way).figures.map((figure) => figure.value)).toEqual([value]);
  });

  test.each([
    ['2,000', 2000],
    ['2.000,5', 2000.5],
    ['12,34,567', 1234567],
    ['1,3', 1.3],
    ['1.234.567', 1234567],
    ['0.05', 0.05],
    ['٣٤', 34],
  ])('digits by any custom: %s', (digits, value) => expect(digitsValue(digits, 0, digits.length)).toBe(value));

  test.each(['192.168.1.2', '22,24,26'])('no single number: %s', (digits) => expect(digitsValue(digits, 0, digits.length)).toBeNaN());
});

/** A sentence and what its figures must say; only the fields named are compared. */
const FIGURES: readonly (readonly [string, readonly Readonly<Record<string, unknown>>[]])[] = [
  ['Around 60 miners were trapped.', [{ value: 60, operator: '~', min: null, max: null, unit: 'person' }]],
  ['Nearly 60 miners were trapped.', [{ value: 60, operator: '~', lean: 'below' }]],
  ['At least 60 miners were trapped.', [{ value: 60, operator: '>=', min: 60, max: null }]],
  ['As many as 60 miners were trapped.', [{ value: 60, operator: '<=', max: 60, min: null }]],
  ['Exactly 60 miners were trapped.', [{ value: 60, operator: '=', min: 60, max: 60 }]],
  [
    'The ferry carries 200-odd cars, 60 or more bikes and 12 or so vans.',
    [
      { value: 200, operator: '~' },
      { value: 60, operator: '>=' },
      { value: 12, operator: '~' },
    ],
  ],
  ['An estimated 60 miners were trapped.', [{ operator: '~', hedge: 'estimated' }]],
  ['Between 12 and 15 boats sank.', [{ value: null, operator: 'range', min: 12, max: 15, unit: 'boat' }]],
  ['12–15 boats sank.', [{ operator: 'range', min: 12, max: 15 }]],
  ['Three or four boats sank.', [{ operator: 'range', min: 3, max: 4 }]],
  ['The bridge cost $3–5bn.', [{ operator: 'range', min: 3e9, max: 5e9, currency: 'USD', currencyCertain: false }]],
  ['The load is between 2 and about 7 kg.', [{ operator: 'range', min: 2, max: 7, unit: 'kg' }]],
  ['Dozens of houses burned.', [{ value: null, operator: 'vague', vague: 'dozens', min: 24, max: 120, unit: 'house' }]],
  ['Tens of millions of bees died.', [{ vague: 'tens of millions', min: 1e7, max: 1e8 }]],
  ['He paid Rs 20 crore for it.', [{ kind: 'money', value: 2e8, currency: 'INR' }]],
  ['She earns 13 dollars and forty-five cents.', [{ kind: 'money', value: 13.45 }]],
  ['The stall takes A$40 a day.', [{ currency: 'AUD', currencyCertain: true, rate: 'P1D' }]],
  ['The mine yields tens of millions of dollars weekly.', [{ kind: 'money', vague: 'tens of millions', currency: 'USD', rate: 'P1W' }]],
  [
    'The road is 12 km (7 miles) long.',
    [
      { kind: 'distance', value: 12, unit: 'km' },
      { kind: 'distance', value: 7, unit: 'mile' },
    ],
  ],
  ['A 31-year-old baker came.', [{ kind: 'age', value: 31, unit: 'year' }]],
  ['The winds reached 90 km/h.', [{ kind: 'measure', value: 90, unit: 'kilometre per hour' }]],
  ['A third of the orchards died.', [{ kind: 'fraction', value: 1 / 3 }]],
  ['One in five pupils walks.', [{ kind: 'fraction', value: 0.2 }]],
  [
    'Sales rose by 12 percent to 340 tonnes.',
    [
      { change: 'up', changeBy: 12 },
      { change: 'up', changeTo: 340 },
    ],
  ],
  [
    'The herd fell from 75 to 45 cows.',
    [
      { change: 'down', changeFrom: 75, changeTo: 45 },
      { change: 'down', changeFrom: 75, changeTo: 45 },
    ],
  ],
  [
    'The flood killed 12 people, including three children.',
    [
      { value: 12, partOfFigure: -1 },
      { value: 3, partOfFigure: 0 },
    ],
  ],
  ['There are three reasons for it.', [{ value: 3, salience: 'enumeration' }]],
];

/** A sentence and what its figures count, in the words of the text. */
const COUNTED: readonly (readonly [string, readonly (string | null)[]])[] = [
  ['The port lost 14 fishing boats in the storm.', ['fishing boats']],
  ['There are around 400 hill farmers in the valley and up to 2,000 if herders are included.', ['hill farmers', 'hill farmers']],
  ['The number of hill farmers is about 400.', ['hill farmers']],
  ['The herders number in the dozens.', ['herders']],
  ['The blast killed 12 people, including three children, and wounded 30.', ['people', 'children', 'people']],
  ['14 of the 21 sites were closed.', ['sites', 'sites']],
  ['The firm signed a $94,000 contract.', ['contract']],
  ['Exports to Chad fell 7 percent.', ['Exports to Chad']],
  ['The engine has four-, five- and six-cylinder versions.', ['cylinder', 'cylinder', 'cylinder']],
  ['He repaired dozens of Kia and Fiat vans.', ['Kia and Fiat vans']],
];

/** Digits and number words that say when, which or nothing. */
const NOTHING: readonly string[] = [
  'It was the 21st time and the second attempt.',
  'She came on 4 July 2016 and left in March 2019.',
  'The 1990s were dry.',
  'The train left at 10:27 and came at 5pm.',
  'The Badri 313 battalion and Department 12 met.',
  'He read page 12 of version 2.',
  'Our team won 3-1 at home.',
  'Dial 0800 555 123 now.',
  'He is the one who knows.',
  'They spoke to one another.',
  'He was in two minds.',
  'See note [27] there.',
  'She lives at 575 Harbour Road.',
  'The code 7731 opens it.',
  'The clinic treats COVID-19 there.',
  'It works 24/7.',
  'He left two weeks ago.',
  'No one came.',
  'The dial rose at ten o’clock.',
];

describe('figures', () => {
  test.each(FIGURES)('%s', (sentence, wanted) => {
    expect(read(sentence).figures).toMatchObject(wanted);
  });

  test.each(COUNTED)('counted: %s', (sentence, wanted) => {
    const seen = read(sentence);
    expect(seen.figures.map((figure) => wordsOf(seen, figure.counted))).toEqual(wanted);
  });

  test.each(NOTHING)('no figure: %s', (sentence) => {
    const seen = read(sentence);
    expect(seen.figures.map((figure) => wordsOf(seen, figure))).toEqual([]);
  });

  test('spans lie inside their sentence, in order, and quote the text', () => {
    for (const [sentence] of FIGURES) {
      const { figures, text } = read(sentence);
      figures.forEach((figure, i) => {
        expect(figure.start).toBeLessThan(figure.end);
        expect(figure.end).toBeLessThanOrEqual(text.length);
        if (i > 0) expect(figure.start).toBeGreaterThanOrEqual(figures[i - 1].start);
        expect(figure.because).not.toBe('');
      });
    }
  });

  /** Each begins a rule again and again and never ends it. */
  const HOSTILE = [
    'one hundred and ',
    'one hundred and two thousand, ',
    '1-1-1-',
    'from 3 to ',
    'between 3 and ',
    '(12 ',
    '12-',
    '$5 ',
    '400 fighters of the ',
    'rose by 3% to ',
    'at least about ',
    'a half of a third of ',
    'aged 4, ',
    '5 per car per ',
    'Dial 12 ',
  ];

  test('hostile runs of numbers take linear work', async () => {
    const read = (run: string, size: number): void => {
      const source = { id: 'a', text: `${run.repeat(size)}end.`, title: null, published: null, url: null, path: null, sha256: null };
      findFigures([segment(clean(source, knowledge), knowledge)], knowledge, [[]], [[]]);
    };
    for (const run of HOSTILE) expect(await growthOf((size) => read(run, size), 250, 8), run).toBeLessThan(12);
  });
});
