import { growthOf } from './support/work.mjs';
import { describe, expect, it, test } from 'vitest';
import { loadKnowledge } from '../src/io/gazetteers/gazetteers.js';
import type { Clean, DateRecord } from '../src/model/index.js';
import { clean } from '../src/stages/1-clean/clean.js';
import { segment } from '../src/stages/2-segment/segment.js';
import { TIME_RULES } from '../src/stages/3-tag/dates/grammar.js';
import { findTimes } from '../src/stages/3-tag/dates/times.js';
import { resolveDates } from '../src/stages/4-resolve/dates.js';
import { dayNumber, dayOf, easterOf, isoDay, isoOf, mondayOf, nthWeekday, weekdayOf, weekOf } from '../src/text/index.js';

const knowledge = await loadKnowledge();

/** Dates of a text without names, in an article of Wednesday, 15 May 2024, or of no known day. */
function datesOf(text: string, on: string | null = '2024-05-15'): readonly DateRecord[] {
  const clean: Clean = {
    id: 'a',
    text,
    title: null,
    published: on,
    url: null,
    path: null,
    sha256: null,
    regions: [{ start: 0, end: text.length, kind: 'body', because: 'test' }],
    masks: [],
    dated: on === null ? null : { on, because: 'test' },
  };
  const document = segment(clean, knowledge);
  const times = findTimes(document, knowledge, []);
  return resolveDates({ ...document, names: [], times, figures: [], references: [], pronouns: [] });
}
const values = (text: string, on?: string | null): readonly string[] => datesOf(text, on).map((date) => date.timex);

describe('each rule of the date grammar', () => {
  for (const rule of TIME_RULES) {
    test(rule.id, () => {
      for (const [text, timex] of rule.examples) expect(`${text} → ${values(text).at(-1)}`).toBe(`${text} → ${timex}`);
      for (const text of rule.not) expect(`${text} → ${values(text).join(' ')}`).toBe(`${text} → `);
    });
  }
  it('has two examples and a counter-example', () => {
    // What tells ages apart makes no time, so that it has counter-examples only.
    const lacking = TIME_RULES.filter(({ examples, not }) => examples.length < 2 || not.length < 1);
    expect(lacking.map(({ id }) => id)).toEqual(['duration.age']);
  });
  it('has an id of its own', () => expect(new Set(TIME_RULES.map((rule) => rule.id)).size).toBe(TIME_RULES.length));
});

describe('anchors', () => {
  it('guesses nothing without a date of publication', () => {
    expect(values('They met on Tuesday.', null)).toEqual(['XXXX-WXX-2']);
    expect(values('It fell last year.', null)).toEqual(['XXXX']);
    expect(values('They leave today.', null)).toEqual(['PRESENT_REF']);
  });
  it('tells a story from the date before', () => {
    const story =
      'The war began in 1803. In March 1804 they landed. On 7 April they took the port, and two days later the fort. It ended in December; in January they sailed.';
    expect(values(story)).toEqual(['1803', '1804-03', '1804-04-07', '1804-04-09', '1804-12', '1805-01']);
  });
  it('counts from what the article has dated', () => {
    const bounds = (text: string) => datesOf(text).map(({ from, to, anchor }) => [from, to, anchor].join(' '));
    expect(bounds('The junta came by a coup on 26 July 2023. A day after the coup it shut the borders.').at(-1)).toBe('2023-07-27 2023-07-28 event');
    expect(bounds('The vote is on 12 June. Two days before the vote all is quiet.').at(-1)).toBe('2024-06-10 2024-06-11 event');
    // Two days are told of the word, or none.
    expect(bounds('A raid on 2 May failed. A raid on 9 May did not. A day after the raid they left.').at(-1)).toBe('  none');
    expect(bounds('A day after the raid they left.').at(-1)).toBe('  none');
  });
  it('dates an entry by its hour to the day of writing', () => {
    expect(values('We will be back at 6 a.m. tomorrow.\n\n19:30\n\nNine dead.')).toEqual(['2024-05-16T06:00', '2024-05-15T19:30']);
  });
  it('reads the tense', () => {
    expect(values('They will vote on Friday.')).toEqual(['2024-05-17']);
    expect(values('They voted on Friday.')).toEqual(['2024-05-10']);
    expect(values('They will vote in March.')).toEqual(['2025-03']);
    expect(values('They voted in June.')).toEqual(['2023-06']);
  });
  it('says which anchor it took', () => {
    expect(datesOf('In June 2023 he left; three days earlier he arrived yesterday.').map((date) => date.anchor)).toEqual([
      'explicit',
      'previous',
      'published',
    ]);
  });
});

describe('intervals', () => {
  const intervals = (text: string): readonly (readonly [string | null, string | null])[] => datesOf(text).map((date) => [date.from, date.to]);
  it('are half open', () => {
    expect(intervals('on 31 December 2023')).toEqual([['2023-12-31', '2024-01-01']]);
    expect(intervals('in June 2023')).toEqual([['2023-06', '2023-07']]);
    expect(intervals('in the 1990s')).toEqual([['1990', '2000']]);
    expect(intervals('the third quarter of 2018')).toEqual([['2018-07', '2018-10']]);
    expect(intervals('in early June 2023')).toEqual([['2023-06-01', '2023-06-16']]);
  });
  it('stay open where the words leave them open', () => {
    expect(intervals('since June 2023')).toEqual([['2023-06', null]]);
    expect(intervals('until June 2023')).toEqual([[null, '2023-07']]);
    expect(intervals('post-2021 Kabul')).toEqual([['2021', null]]);
    expect(intervals('before 3 June 2023')).toEqual([[null, '2023-06-03']]);
  });
  it('bound lengths that touch the day of writing', () => {
    expect(intervals('over the last two decades')).toEqual([['2004-05-15', '2024-05-15']]);
  });
});

test('words that look like times and are none', () => {
  for (const text of [
    'Some 2,000 fighters and 300 guards fled.',
    'The sun rose and they sat down.',
    'She may march on.',
    'The fall of the town came at a price.',
    'A second column followed.',
    'three quarters of the men',
    'Brigade 313',
    'resolution 2593',
    'He is in his 20s.',
    'Nice day.',
  ])
    expect(`${text} → ${values(text).join(' ')}`).toBe(`${text} → `);
});

test('spans are those of the text, sorted and apart', () => {
  const text = 'On Sunday, 5 May 2024, at 10:30 am they met; since the end of April 2023, every Friday, for two weeks.';
  const dates = datesOf(text);
  expect(dates.map((date) => date.text)).toEqual(['Sunday, 5 May 2024, at 10:30 am', 'the end of April 2023', 'every Friday', 'two weeks']);
  for (const date of dates) expect(text.slice(date.start, date.end)).toBe(date.text);
});

test('the calendar', () => {
  expect(isoDay(dayOf(dayNumber(2000, 2, 29)))).toBe('2000-02-29');
  for (let day = -800_000; day < 50_000; day += 997) {
    const { year, month, day: d } = dayOf(day);
    expect(dayNumber(year, month, d)).toBe(day);
  }
  expect(weekdayOf(dayNumber(2024, 5, 15))).toBe(3);
  expect(weekOf(dayNumber(2021, 1, 3))).toEqual({ year: 2020, week: 53 });
  expect(isoOf(mondayOf(2021, 1))).toBe('2021-01-04');
  expect(isoOf(easterOf(2024))).toBe('2024-03-31');
  expect(isoOf(nthWeekday(2024, 11, 4, 4) as number)).toBe('2024-11-28');
  expect(nthWeekday(2024, 2, 1, 5)).toBeNull();
});

test('hostile input takes linear work', async () => {
  for (const run of [
    'the last 1 of the 2 - 3 early May to next ',
    '1-1-1-',
    'from 3 to ',
    'one hundred and ',
    '2 days and ',
    'on Monday, ',
    '2001-',
  ]) {
    const read = (count: number): void => void datesOf(run.repeat(count));
    expect(await growthOf(read, 250, 8), run).toBeLessThan(12);
  }
});

describe('the day of an article', () => {
  const BODY = 'The harbour master said that the ice would not hold for another week, and that no truck should cross it after the weekend.';
  const dayIn = (...lines: readonly string[]): string | null =>
    clean({ id: 'a', text: lines.join('\n'), title: null, published: null, url: null, path: null, sha256: null }, knowledge).dated?.on ?? null;

  test.each([
    'Published 2024-03-12',
    'Published: March 12, 2024',
    'Last updated: 12 Mar 2024 10:15 GMT',
    'Posted on March 12, 2024 by admin',
    'Tuesday, March 12th, 2024',
    '2024-03-12T10:15:00Z',
    'Nadia Rahmouni, Kotlas, 12 March 2024',
    '13/03/2024',
    '12.03.2024',
  ])('a line of its own above the text: %s', (line) => {
    expect(dayIn('The ice road closes', line, '', BODY)).toBe(line.startsWith('13') ? '2024-03-13' : '2024-03-12');
  });

  test.each([
    'Situation report no. 5 – 12 March 2024',
    'Northern harbours: ice and storms – situation report no. 12 (as of 12 March 2024)',
    'Ice road: flash update (as of 12 March 2024)',
    'Statement on the ice road, 12 March 2024',
  ])('the heading of a document: %s', (line) => {
    expect(dayIn(line, '', BODY)).toBe('2024-03-12');
    expect(dayIn(line, 'Published 14 March 2024', '', BODY), 'the day of publication goes before').toBe('2024-03-14');
  });

  it('may stand below the text, and in a note without running text', () => {
    expect(dayIn('The ice road closes', '', BODY, '', 'Published on 12 March 2024')).toBe('2024-03-12');
    expect(dayIn('Ice road', '12 March 2024', 'No truck may cross.')).toBe('2024-03-12');
  });

  it('is not guessed', () => {
    for (const line of [
      'On 12 March 2024, 12 men were arrested.',
      '02/03/2024',
      '12 March',
      'The flood of 12 March 2024 and what it left',
      'Issue 12, March 2024',
    ])
      expect(dayIn(line, '', BODY), line).toBe(null);
  });
});
