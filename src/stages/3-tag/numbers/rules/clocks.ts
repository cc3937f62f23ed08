import * as is from '../refusals/exclusions.js';
import type { RefusalRule } from '../rule.js';

/** Asked of numbers that are no money. */
export const CLOCKS: readonly RefusalRule[] = [
  {
    id: 'not.minutes',
    reads: 'the minutes of a clock time',
    shape: 'digits ~: ~#',
    by: null,
    examples: [
      ['They mixed it in a 1:1 ratio.', ''],
      ['It rose at 05:30hrs.', ''],
    ],
    not: ['The list: 16 goats.'],
  },
  {
    id: 'not.hours',
    reads: 'the hours of a clock time',
    shape: '# ~: ~digits',
    by: null,
    examples: [
      ['They mixed it in a 1:1 ratio.', ''],
      ['The odds were 90:275 then.', ''],
    ],
    not: ['He asked 16: all came.'],
  },
  {
    id: 'not.half-day',
    reads: 'an hour with am or pm',
    shape: '# halfOfDay',
    by: is.isHour,
    examples: [
      ['It rained at 14pm last night.', ''],
      ['They eat at 13.30pm there.', ''],
    ],
    not: ['The film is 2.123 pm thick.'],
  },
  {
    id: 'not.clock',
    reads: 'an hour of the clock or of a zone',
    shape: '# (oclock | gmt | utc)',
    by: null,
    examples: [
      ['The call was at 8 GMT then.', ''],
      ['It rang at 9 UTC.', ''],
    ],
    not: ['Ten clocks struck.'],
  },
  {
    id: 'not.four-figure-hour',
    reads: 'an hour of the clock in four figures',
    shape: null,
    by: is.isFourFigureHour,
    examples: [
      ['They came about 1600hrs.', ''],
      ['They left at 0600 hours.', ''],
    ],
    not: ['They worked 1800 hours.', 'He slept 16 hours.'],
  },
  {
    id: 'not.part-of-day',
    reads: 'an hour of the morning, afternoon or evening',
    shape: '# in the partOfDay',
    by: is.isSmallHour,
    examples: [
      ['He works two hours in the morning, two in the afternoon.', ''],
      ['He sleeps one hour at noon, six in the evening.', ''],
    ],
    not: ['They sold 50 in the morning.'],
  },
];
