import { growthOf, workOf } from './support/work.mjs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collate, readArticle } from '../src/collate/index.js';
import { loadKnowledge } from '../src/io/gazetteers/gazetteers.js';
import type { Related, Source } from '../src/model/index.js';
import { analyze } from '../src/pipeline.js';
import { foldOf, scan } from '../src/text/index.js';
import { breaches } from './fuzz/promises.mjs';

const knowledge = await loadKnowledge();
const source = (text: string, id = 'a', published: string | null = '2024-05-14'): Source => ({
  id,
  text,
  title: null,
  published,
  url: null,
  path: null,
  sha256: null,
});

/** Pieces that set grammars going, and pieces that break them. */
const PIECES = [
  'al-Qaeda',
  'the Taliban',
  'TTP',
  'Kabul',
  'Mali',
  'Malians',
  'Dr. Weyni Tsegaye',
  'President',
  'the group',
  'said',
  '“',
  '”',
  '’s',
  "'",
  '(',
  ')',
  '[',
  '—',
  '-',
  '/',
  ',',
  '.',
  '…',
  ':',
  ';',
  '12',
  '2,000',
  '1.5',
  '$5 million',
  '€',
  '40%',
  'per cent',
  'half',
  'dozens of',
  'tens of thousands',
  'at least',
  'between',
  'and',
  'to',
  'from',
  'rose',
  'killed',
  'people',
  'fighters',
  'of the',
  'in',
  'June 12',
  '2023',
  '12 March 2024',
  'on Tuesday',
  'last year',
  'two weeks ago',
  '9/11',
  '10:30 a.m.',
  'every Friday',
  'the 1990s',
  'Leave a Reply',
  'By ',
  'Share this article',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  ' ',
  '\u00a0',
  '\u200b',
  '\u2028',
  '\u0301',
  'é',
  'İ',
  'ß',
  '𝟝',
  '👩‍👩‍👧',
  'العربية',
  '日本',
  '⟦',
  '⟧',
  '|',
  'https://example.org/a_(b)',
  '@handle',
  'x@example.org',
  '\ud800',
  '\u0000',
  '½',
  '٣',
  'U.S.',
  'a.m.',
  'No. 5',
];
const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(' ')) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 40 })
      .map((pieces) => pieces.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);
// The same texts each time, so that a failure belongs to a change; PROPERTY_RUNS=20000 looks further, with other texts.
const more = Number(process.env['PROPERTY_RUNS'] ?? 0);
if (more === 0) fc.configureGlobal({ seed: 20_240_514 });
const runs = { numRuns: more || 300 };

describe('every text whatever', () => {
  test('spans hold their words, lists are sorted, mentions do not overlap, nothing comes from furniture, nothing crashes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(breaches(analyze(source(text), knowledge))).toEqual([]);
      }),
      runs,
    );
  });

  test('a breach is seen', () => {
    const article = analyze(source('Rain fell in Peru.'), knowledge);
    const [mention] = article.mentions;
    expect(breaches(article)).toEqual([]);
    const broken = (changes: Partial<Related>): number => breaches({ ...article, ...changes }).length;
    expect(broken({ mentions: [{ ...mention, start: mention.start + 1 }] })).toBeGreaterThan(0);
    expect(broken({ mentions: [mention, mention] })).toBeGreaterThan(0);
    expect(broken({ entities: [] })).toBeGreaterThan(0);
    expect(broken({ mentions: [{ ...mention, because: '' }] })).toBeGreaterThan(0);
    const [claim] = analyze(source('Rain killed 12 people in Peru.'), knowledge).claims;
    const widened = { ...claim, text: 'Rain', start: 0, end: 4, sentence: 0 };
    expect(broken({ claims: [{ ...widened, value: Number.NaN }] })).toBeGreaterThan(broken({ claims: [widened] }));
    expect(broken({ claims: [{ ...widened, min: 3, max: 2 }] })).toBeGreaterThan(broken({ claims: [widened] }));
    expect(broken({ regions: [{ start: 0, end: 18, kind: 'furniture', because: '' }] })).toBeGreaterThan(0);
  });

  test('the same article gives the same bytes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(JSON.stringify(analyze(source(text), knowledge))).toBe(JSON.stringify(analyze(source(text), knowledge)));
      }),
      { numRuns: 100 },
    );
  });

  test('the order of articles makes no difference', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 2, maxLength: 5 }), (texts) => {
        const sources = texts.map((text, i) => source(text, `a${i}`));
        const read = (list: readonly Source[]): string =>
          JSON.stringify(
            collate(
              list.map((one) => readArticle(analyze(one, knowledge), 'en')),
              [],
              knowledge,
            ),
          );
        expect(read([...sources].reverse())).toBe(read(sources));
      }),
      { numRuns: 60 },
    );
  });

  test('regions are sorted, do not overlap and cover all that is not blank', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { regions } = analyze(source(text), knowledge);
        const covered = new Uint8Array(text.length);
        regions.forEach(({ start, end }, i) => {
          expect(start).toBeGreaterThanOrEqual(i === 0 ? 0 : regions[i - 1].end);
          covered.fill(1, start, end);
        });
        const left =
          [...text].length > 0 ? [...covered.keys()].filter((i) => covered[i] === 0 && /\S/.test(text[i])).map((i) => text.charCodeAt(i)) : [];
        // Signs that no reader sees count as blank.
        expect(
          left.filter((c) => !(c < 32 || c === 0x200b || c === 0xad || c === 0xfeff || (c >= 0x200c && c <= 0x200f) || (c >= 0x2060 && c <= 0x2064))),
        ).toEqual([]);
      }),
      runs,
    );
  });
});

describe('the scanner', () => {
  test('tokens are ascending, not empty, and leave out only blanks and invisible signs', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = scan(text, knowledge.vocabulary);
        for (let i = 0; i < tokens.count; i++) {
          expect(tokens.end[i]).toBeGreaterThan(tokens.start[i]);
          if (i > 0) expect(tokens.start[i]).toBeGreaterThanOrEqual(tokens.end[i - 1]);
        }
      }),
      runs,
    );
  });

  test('folding a code unit gives one code unit', () => {
    for (let c = 0; c <= 0xffff; c++) expect(String.fromCharCode(foldOf(c)).length).toBe(1);
    expect(['é', 'É', 'ğ', 'Ł', '’'].map((letter) => String.fromCharCode(foldOf(letter.charCodeAt(0))))).toEqual([
      'e',
      'e',
      'g',
      'l',
      expect.stringMatching(/^.$/),
    ]);
  });
});

describe('hostile text', () => {
  const HOSTILE = [
    '(',
    '((a',
    '[',
    '“',
    '"',
    "'",
    '’s',
    '.',
    '…',
    '- ',
    '—',
    '1',
    '1,',
    '1.',
    '1 ',
    '12 to ',
    '$',
    '$1',
    '½',
    'a.',
    'A.',
    'U.S.',
    'A',
    'Aa ',
    'The ',
    'the group ',
    'St. ',
    'Mr. ',
    'and ',
    'of ',
    'al-',
    'Al ',
    'January ',
    '1 January ',
    'last ',
    'between ',
    'half of ',
    'one of the ',
    'hundred ',
    'million ',
    'said ',
    'according to ',
    'killed ',
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\u0301',
    '\u200b',
    'é',
    '👩‍',
    '@',
    '@a',
    'http://',
    'x@',
    '/',
    '|',
    'Ministry of ',
    'University of the ',
    'President ',
    'General Sir ',
    'New York, ',
    'Paris (',
    'a-',
    '1-',
    '1/',
    '1:',
    'if ',
    'By A ',
    ', ',
    '; ',
    '⟦',
    '\ud800',
    'By ',
    'Ms\n',
    'Home\n',
    'Cotton bales …\n',
  ];

  test.each(HOSTILE)('%j repeated takes no more than linear work', async (piece) => {
    const read = (length: number): void => {
      expect(breaches(analyze(source(piece.repeat(Math.ceil(length / piece.length))), knowledge)).slice(0, 3)).toEqual([]);
    };
    // Four times the text: linear is 4 times the work, quadratic 16. Sentences of more than 600 tokens are read in windows.
    expect(await growthOf(read, 2_000, 4)).toBeLessThan(10);
  });
});

describe('work', () => {
  test('counts about the same each time, and more than linear growth is seen', async () => {
    const read = (): void => void analyze(source('At least 12 people were killed near Gao on Tuesday, the army said. '.repeat(20)), knowledge);
    read();
    const once = await workOf(read);
    expect(once).toBeGreaterThan(1_000);
    expect(Math.abs((await workOf(read)) / once - 1)).toBeLessThan(0.5);
    // Each beginning of the text is read by itself: the square of its length in all.
    const quadratic = (length: number): void => {
      for (let end = 1; end <= length; end++) scan('a '.repeat(end), knowledge.vocabulary);
    };
    expect(await growthOf(quadratic, 50, 4)).toBeGreaterThan(12);
  });
});
