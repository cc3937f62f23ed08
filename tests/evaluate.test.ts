import { describe, expect, test } from 'vitest';
import {
  type BaselineRow,
  baselineOf,
  belowFloors,
  compareWithBaseline,
  evaluate,
  f1,
  type Gold,
  precision,
  readGold,
  readMarks,
  recall,
  writeErrors,
  writeMarks,
  writeTables,
} from '../src/evaluate/index.js';
import type { Claim, DateRecord, Mention, Related } from '../src/model/index.js';

const TEXT = 'Fighters of Boko Haram killed 12 loggers near Kano on Monday. The group left.';
const MARKED =
  'Fighters of ⟦Boko Haram|group:boko-haram⟧ killed ⟦12 loggers|claim c1⟧ near ⟦Kano|place:gn2335204⟧ on ⟦Monday|date 2024-05-13⟧. The ⟦group|group:boko-haram reference⟧ left.';
const SLOTS = {
  claim: 'c1',
  kind: 'count',
  value: '12',
  min: '12',
  max: '12',
  operator: '=',
  unit: 'person',
  counted: 'loggers',
  event: 'killed',
  actor: 'Boko Haram',
  places: 'place:gn2335204',
};
const gold = (id = 'a'): Gold => readGold(id, MARKED, new Map([['c1', SLOTS]]));

const span = (words: string, from = 0): { start: number; end: number } => ({
  start: TEXT.indexOf(words, from),
  end: TEXT.indexOf(words, from) + words.length,
});
const mention = (words: string, type: Mention['type'], entity_id: string, use: Mention['use'] = 'name'): Mention => ({
  ...span(words),
  mention_id: '',
  document_id: 'a',
  sentence: 0,
  text: words,
  type,
  use,
  entity_id,
  name: words,
  because: 'test',
});
const date = (words: string, timex: string): DateRecord => ({
  ...span(words),
  document_id: 'a',
  sentence: 0,
  text: words,
  type: 'DATE',
  timex,
  from: null,
  to: null,
  mod: null,
  anchor: 'published',
  because: 'test',
});
const claim = (words: string, changes: Partial<Claim> = {}): Claim => ({
  ...span(words),
  claim_id: 'a:c',
  document_id: 'a',
  sentence: 0,
  text: words,
  kind: 'count',
  value: 12,
  min: 12,
  max: 12,
  operator: '=',
  lean: null,
  vague: null,
  unit: 'person',
  currency: null,
  currency_certain: null,
  rate: null,
  counted: 'loggers',
  counted_entity_id: null,
  counted_via: null,
  part_of: null,
  condition: null,
  alternative_of: null,
  event: 'killed',
  actor_id: 'group:boko-haram',
  actor: 'Boko Haram',
  target_id: null,
  target: null,
  place_ids: ['place:gn2335204'],
  places: ['Kano'],
  origin_ids: [],
  change: null,
  change_from: null,
  change_to: null,
  change_by: null,
  when_from: null,
  when_to: null,
  when_text: null,
  said_by_id: null,
  said_by: null,
  said_on: null,
  said_via: null,
  hedge: null,
  polarity: 'affirmed',
  modality: 'asserted',
  salience: 'claim',
  because: 'test',
  sentence_text: '',
  ...changes,
});
const RIGHT = {
  mentions: [
    mention('Boko Haram', 'group', 'group:boko-haram'),
    mention('Kano', 'place', 'place:gn2335204'),
    mention('group', 'group', 'group:boko-haram', 'reference'),
  ],
  dates: [date('Monday', '2024-05-13')],
  claims: [claim('12 loggers')],
};
const article = (changes: Partial<Related> = {}): Related => ({
  id: 'a',
  text: TEXT,
  title: null,
  published: null,
  url: null,
  path: null,
  sha256: null,
  regions: [{ start: 0, end: TEXT.length, kind: 'body', because: '' }],
  masks: [],
  dated: null,
  tokens: { count: 0, start: new Int32Array(), end: new Int32Array(), id: new Int32Array(), hash: new Int32Array(), flags: new Uint16Array() },
  sentences: [
    { index: 0, first: 0, last: 1, paragraph: 0, region: 'body', start: 0, end: 61 },
    { index: 1, first: 1, last: 2, paragraph: 0, region: 'body', start: 62, end: TEXT.length },
  ],
  names: [],
  figures: [],
  times: [],
  references: [],
  pronouns: [],
  entities: [],
  problems: [],
  ...RIGHT,
  cooccurrences: [{ a_id: 'group:boko-haram', b_id: 'place:gn2335204', window: 'sentence', count: 1 }],
  ...changes,
});
const scores = (changes: Partial<Related>) => {
  const { measures } = evaluate([gold()], [article(changes)]);
  return (name: string): readonly number[] => {
    const found = measures.find((m) => m.name === name);
    if (!found) throw new Error(name);
    return [precision(found), recall(found), f1(found)].map((value) => Math.round(value * 1000) / 1000);
  };
};

describe('gold', () => {
  test('marks are read with their offsets, nested ones too', () => {
    const { text, marks } = readMarks('⟦killed ⟦five ⟦Russians|place:RU demonym⟧|claim c1⟧|title⟧ a|b');
    expect(text).toBe('killed five Russians a|b');
    expect(marks.map(({ start, end, label }) => [text.slice(start, end), label])).toEqual([
      ['killed five Russians', 'title'],
      ['five Russians', 'claim c1'],
      ['Russians', 'place:RU demonym'],
    ]);
    expect(writeMarks(text, marks)).toBe('⟦killed ⟦five ⟦Russians|place:RU demonym⟧|claim c1⟧|title⟧ a|b');
  });

  test.each([
    ['⟦open|place:AF', 'never closed'],
    ['a⟧ b', 'never opened'],
    ['⟦a|plaice:AF⟧', 'no label'],
    ['⟦a|place:AF nickname⟧', 'the use is one of'],
    ['⟦a|claim c9⟧', 'no row c9'],
    ['⟦a|date⟧', 'no label'],
    ['nothing', 'row c1'],
  ])('%s cannot be read: %s', (marked, message) => {
    expect(() => readGold('a', marked, new Map(marked === 'nothing' ? [['c1', SLOTS]] : []))).toThrow(message);
  });

  test('it is the article without marks', () => {
    expect(gold().text).toBe(TEXT);
    expect(gold().mentions.map(({ entity_id, use }) => [entity_id, use])).toEqual([
      ['group:boko-haram', 'name'],
      ['place:gn2335204', 'name'],
      ['group:boko-haram', 'reference'],
    ]);
  });
});

describe('scores', () => {
  test('a right run has only right items', () => {
    const { items, measures } = evaluate([gold()], [article()]);
    expect(items.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    expect(
      measures
        .filter(({ gold: g, found }) => g + found > 0)
        .map((m) => [m.name, f1(m)])
        .filter(([, value]) => value !== 1),
    ).toEqual([]);
  });

  test('names: strict, partial and overlap', () => {
    const of = scores({
      mentions: [mention('Boko', 'group', 'group:~boko'), mention('Kano', 'group', 'group:~kano'), mention('loggers', 'person', 'person:~loggers')],
    });
    expect(of('names.all.strict')).toEqual([0, 0, 0]);
    expect(of('names.all.span')).toEqual([0.333, 0.5, 0.4]);
    expect(of('names.all.partial')).toEqual([0.5, 0.75, 0.6]);
    expect(of('names.all.overlap')).toEqual([0.333, 0.5, 0.4]);
    expect(of('names.group.overlap')).toEqual([0.5, 1, 0.667]);
    expect(of('references.all.strict')).toEqual([0, 0, 0]);
  });

  test('a name where gold has a reference is a miss there and no false alarm here', () => {
    const of = scores({ mentions: [RIGHT.mentions[0], RIGHT.mentions[1], mention('group', 'group', 'group:~group')] });
    expect(of('names.all.strict')).toEqual([1, 1, 1]);
    expect(of('references.all.strict')).toEqual([0, 0, 0]);
  });

  test('pronouns are a contest of their own, and right only with the right entity', () => {
    const text = `${TEXT} It said it had.`;
    const marked = readGold('a', `${MARKED} ⟦It|group:boko-haram reference⟧ said it had.`, new Map([['c1', SLOTS]]));
    const at = text.lastIndexOf('It');
    const said = (entity_id: string, start: number): Mention => ({ ...mention('it', 'group', entity_id, 'reference'), start, end: start + 2 });
    const of = (entity_id: string): Record<string, number[]> => {
      const mentions = [...RIGHT.mentions, said(entity_id, at), said(entity_id, text.lastIndexOf('it'))];
      const { measures } = evaluate([marked], [{ ...article({ mentions }), text }]);
      return Object.fromEntries(measures.map((m) => [m.name, [m.gold, m.found, m.right]]));
    };
    expect(of('group:boko-haram')).toMatchObject({
      'pronouns.all.strict': [1, 2, 1],
      'pronouns.resolved': [1, 2, 1],
      'references.resolved': [1, 1, 1],
    });
    expect(of('group:kano')).toMatchObject({ 'pronouns.all.strict': [1, 2, 1], 'pronouns.resolved': [1, 2, 0], 'references.resolved': [1, 1, 1] });
    expect(of('group:kano')['merges']).toEqual(of('group:boko-haram')['merges']);
  });

  test('entities: right ids, merges, B³', () => {
    const of = scores({ mentions: [mention('Boko Haram', 'group', 'group:~haram'), RIGHT.mentions[1], RIGHT.mentions[2]] });
    expect(of('ids.all')).toEqual([0.5, 0.5, 0.5]);
    expect(of('merges')).toEqual([0, 0, 0]);
    expect(of('b3.precision')[0]).toBe(1);
    expect(of('b3.recall')[0]).toBeCloseTo(0.667, 2);
    expect(scores({})('merges')).toEqual([1, 1, 1]);
  });

  test('dates: relaxed, strict, value', () => {
    const of = scores({ dates: [date('on Monday', '2024-05-13'), date('near', 'PRESENT_REF')] });
    expect(of('dates.relaxed')).toEqual([0.5, 1, 0.667]);
    expect(of('dates.strict')).toEqual([0, 0, 0]);
    expect(of('dates.value')).toEqual([0.5, 1, 0.667]);
    expect(scores({ dates: [date('Monday', '2024-05-20')] })('dates.valued')).toEqual([0, 0, 0]);
  });

  test('claims: figure, statement, slots', () => {
    const wrong = scores({ claims: [claim('12 loggers', { event: 'wounded', place_ids: ['place:NG'], said_by: 'a chief' })] });
    expect(wrong('claims.found')).toEqual([1, 1, 1]);
    expect(wrong('claims.figure')).toEqual([1, 1, 1]);
    expect(wrong('claims.statement')).toEqual([0, 0, 0]);
    expect(wrong('slots.event')).toEqual([0, 0, 0]);
    expect(wrong('slots.said_by')).toEqual([0, 0, 0]);
    expect(wrong('slots.counted')).toEqual([1, 1, 1]);
    expect(scores({ claims: [claim('12 loggers', { value: 13, min: 13, max: 13 })] })('claims.figure')).toEqual([0, 0, 0]);
    expect(scores({ claims: [] })('claims.found')).toEqual([0, 0, 0]);
    // The same words in part, or the same entity by id, are right.
    expect(scores({ claims: [claim('12 loggers', { counted: 'loggers near Kano', actor: 'Jama’atu Ahlis Sunna' })] })('slots.actor')).toEqual([
      1, 1, 1,
    ]);
  });

  test('co-occurrences by entity and sentence', () => {
    expect(scores({ cooccurrences: [] })('cooccurrences')).toEqual([0, 0, 0]);
    expect(scores({ cooccurrences: [{ a_id: 'group:boko-haram', b_id: 'place:gn2335204', window: 'sentence', count: 2 }] })('cooccurrences')).toEqual(
      [0.5, 1, 0.667],
    );
  });
});

describe('baseline and floors', () => {
  const items = (changes: Partial<Related> = {}) => evaluate([gold()], [article(changes)]).items;

  test('nothing flips when nothing changed', () => {
    expect(compareWithBaseline(items(), baselineOf(items()))).toEqual([]);
  });

  test('what got right and what got wrong is told item by item', () => {
    const worse = {
      mentions: RIGHT.mentions.slice(1),
      claims: [claim('12 loggers', { event: null })],
      dates: [...RIGHT.dates, date('near', 'PRESENT_REF')],
    };
    const brief = (before: readonly BaselineRow[], now: ReturnType<typeof items>) =>
      compareWithBaseline(now, before).map(({ item, before: old, newlyRight, newlyWrong }) => [(item ?? old)?.text, newlyRight, newlyWrong]);
    expect(brief(baselineOf(items()), items(worse))).toEqual([
      ['Boko Haram', [], ['missed']],
      ['12 loggers', [], ['event']],
      ['near', [], ['extra']],
    ]);
    expect(brief(baselineOf(items(worse)), items())).toEqual([
      ['Boko Haram', ['missed'], []],
      ['12 loggers', ['event'], []],
      ['near', ['extra'], []],
    ]);
  });

  test('errors are shown as two marked sentences', () => {
    const now = article({ mentions: [mention('Boko', 'group', 'group:~boko'), ...RIGHT.mentions.slice(1)] });
    expect(writeErrors(evaluate([gold()], [now]).items, [now], 5)).toContain(
      '    wanted   Fighters of ⟦Boko Haram|group:boko-haram⟧ killed 12 loggers near Kano on Monday.\n    found    Fighters of ⟦Boko|group:~boko⟧ Haram killed 12 loggers near Kano on Monday.\n',
    );
    expect(writeTables(evaluate([gold()], [now]))).toMatch(/names all +2 +2 +50\.0\/50\.0\/50\.0 +75\.0\/75\.0\/75\.0/);
  });

  test('a floor is missed from below, and by a measure that is gone', () => {
    const { measures } = evaluate([gold()], [article({ dates: [] })]);
    const floors = [
      { set: 'x', measure: 'names.all.strict', floor: 100 },
      { set: 'x', measure: 'dates.value', floor: 0.1 },
      { set: 'x', measure: 'gone', floor: 1 },
      { set: 'y', measure: 'gone', floor: 1 },
    ];
    expect(belowFloors('x', measures, floors).map(({ measure, value }) => [measure, value])).toEqual([
      ['dates.value', 0],
      ['gone', null],
    ]);
  });
});
