// Hostile documents, each made from a seed and its number alone: the same on every machine, in any order, in as many processes as there are.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Numbers from 0 to 1, the same for the same words. */
export function randomOf(...words) {
  let state = 0x9e3779b9;
  for (const sign of words.join(':')) state = Math.imul(state ^ sign.charCodeAt(0), 0x85ebca6b) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end) => Math.floor(next() * end);
  return { next, below, pick: (list) => list[below(list.length)], chance: (share) => next() < share };
}

/** Every phrase that sets a grammar going: the words of all lists, and shapes that are code. */
function triggers() {
  const folder = join(root, 'gazetteers', 'words');
  const phrases = readdirSync(folder)
    .filter((name) => name.endsWith('.csv') && !/^(?:given-names|surnames)/.test(name))
    .sort()
    .map((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .slice(1)
        .map((line) => line.replace(/^"((?:[^"]|"")*)".*/, '$1').replace(/,.*/, ''))
        .filter(Boolean),
    );
  return [...phrases.filter((list) => list.length > 0), SHAPES, SHAPES, SIGNS];
}

const SHAPES = [
  '12',
  '2,000',
  '1.5',
  '1,50',
  '12–15',
  '12 to 15',
  '$5 million',
  '€3-5bn',
  'Rs 20 crore',
  '40%',
  '40 per cent',
  '9/11',
  '10:30 a.m.',
  '12 March 2024',
  '2024-03-12',
  'March 12, 2024',
  '03/04/2024',
  'the 1990s',
  "the '90s",
  '2023/24',
  'No. 5',
  'Badri 313',
  'M23',
  '5th',
  '3.2.1',
  '+44 20 7946 0018',
  '34°31′N',
  '½',
  '2½',
  '٣',
  '𝟝',
  'two hundred and five thousand',
  'one hundred and',
  'tens of thousands of',
  'one in five',
  'half a dozen',
  'between 25 and 30',
  'from 12 to 15',
  'rose by',
  'up 12% on',
  'al-Qaeda',
  'the Taliban',
  'TTP',
  'Kabul',
  'Paris, Texas',
  'Malians',
  'Dr. Weyni Tsegaye',
  'Brig. Gen.',
  'the group',
  'he',
  'the ministry',
  'Ministry of',
  'University of the',
  'U.S.',
  'a.m.',
  'St.',
  'Mr.',
  'al-',
  'Al',
  "O'Neil",
  'Jean-Luc',
  'Abu',
  'bin',
  'von der',
  '(AP)',
  'KABUL (AP) —',
  'By ',
  'Leave a Reply',
  'Share this article',
  'Related:',
  'https://example.org/a_(b)?c=[d]',
  'x@example.org',
  '@handle',
  '#tag',
  'www.',
  'file:///',
]; // prettier-ignore
const SIGNS = [
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  '\u00a0',
  '\u2028',
  '\u2029',
  '\u000b',
  '\u0000',
  '\u0001',
  '\u001b[31m',
  '\u00ad',
  '\ufeff',
  '\ufffd',
  '\uffff',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\u202a',
  '\u202e',
  '\u202c',
  '\u2066',
  '\u2069',
  '\u061c',
  '\u0301',
  '\u0300\u0301\u0302',
  '\ud800',
  '\udc00',
  '\udbff\udfff',
  '“',
  '”',
  '‘',
  '’',
  "'",
  '"',
  '«',
  '»',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '<',
  '>',
  '</script>',
  '<!--',
  '&amp;',
  '=1+1',
  '@SUM(A1)',
  '+',
  '-',
  '—',
  '–',
  '/',
  '\\',
  '|',
  ',',
  ';',
  ':',
  '.',
  '..',
  '…',
  '!',
  '?',
  '*',
  '_',
  '`',
  '~',
  '^',
  '%',
  '$',
  '€',
  '£',
  '¥',
  '№',
  '°',
  '±',
  '×',
  '§',
  '•',
  '👩‍👩‍👧',
  '🇦🇫',
  'İ',
  'ı',
  'ß',
  'ﬁ',
  'Ǆ',
  'Σ',
  'ς',
  'é',
  'é',
  'العربية',
  '日本語',
  'Ελλάδα',
  'Россия',
  'हिन्दी',
  '⟦',
  '⟧',
]; // prettier-ignore

/** All of them, each once. */
export const phrases = () => [...new Set(triggers().flat())];

const folder = join(root, 'corpus', 'articles');
let known = null;
/** Lists of words and the bundled articles, read once. */
const material = () =>
  (known ??= {
    lists: triggers(),
    articles: readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  });

const word = (random) => random.pick(random.pick(material().lists));

/** A code unit of any sort: often one that means something, sometimes half of a pair. */
const unit = (random) =>
  String.fromCharCode(random.chance(0.5) ? 32 + random.below(95) : random.chance(0.3) ? 0xd800 + random.below(0x800) : random.below(0x10000));

/** Sorts of documents: how many of ten thousand there are, and how one is made. */
const SORTS = {
  mutated: [
    3500,
    (random) => {
      let text = random.pick(material().articles);
      const from = random.below(text.length);
      text = text.slice(from, from + 200 + random.below(1500));
      for (let count = 1 + random.below(12); count > 0; count--) text = mutated(text, random);
      return text;
    },
  ],
  spliced: [
    500,
    (random) => {
      const half = (text) => text.slice(random.below(text.length)).slice(0, 600);
      return half(random.pick(material().articles)) + random.pick(SIGNS) + half(random.pick(material().articles));
    },
  ],
  soup: [
    3500,
    (random) => {
      const [most, between] = [1 + random.below(60), random.pick([' ', ' ', ' ', '', ', ', '\n', ' and ', '-'])];
      return Array.from({ length: most }, () => (random.chance(0.15) ? random.pick(SIGNS) : word(random))).join(between);
    },
  ],
  repeated: [
    1200,
    (random) => {
      const piece = [word(random), random.pick(SIGNS), random.chance(0.5) ? word(random) : '', random.pick([' ', '', ', ', '\n'])].join('');
      return piece.repeat(Math.ceil((200 + random.below(3000)) / piece.length));
    },
  ],
  nested: [
    500,
    (random) => {
      const [open, close] = random.pick(['()', '[]', '“”', '‘’', '«»', '{}', '<>', '""', "''", '⟦⟧']);
      const depth = 1 + random.below(800);
      const inside = random.chance(0.5) ? word(random) : '';
      return `${`${open}${inside}`.repeat(depth)} ${word(random)} ${random.chance(0.7) ? close.repeat(random.below(depth + 5)) : ''}`;
    },
  ],
  unicode: [790, (random) => Array.from({ length: random.below(600) }, () => unit(random)).join('')],
  giant: [
    10,
    (random) => {
      const piece = random.pick([
        '(',
        ')',
        '[',
        '“',
        '"',
        '1',
        '1,',
        '0',
        '9.',
        'a',
        'A',
        ' ',
        '\n',
        '-',
        '’s',
        '\u0301',
        '\u200b',
        '\ud800',
        'one hundred and ',
        `${word(random)} `,
      ]);
      return piece.repeat(Math.ceil(1e6 / piece.length));
    },
  ],
}; // prettier-ignore

function mutated(text, random) {
  const at = random.below(text.length + 1);
  const length = random.chance(0.8) ? random.below(12) : random.below(300);
  const [before, piece, behind] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
  switch (random.below(9)) {
    case 0:
      return before + behind;
    case 1:
      return before + piece + piece + behind;
    case 2:
      return before + word(random) + piece + behind;
    case 3:
      return before + random.pick(SIGNS) + piece + behind;
    case 4:
      return before + unit(random) + piece.slice(1) + behind;
    case 5:
      return before + piece.toUpperCase() + behind;
    case 6:
      return before + piece.toLowerCase() + behind;
    case 7:
      return before + piece.replaceAll(random.pick([' ', '\n', '.', ',', 'e']), random.pick(SIGNS)) + behind;
    default:
      return before + [...piece].reverse().join('') + behind;
  }
}

export const LARGEST = 10e6;
/** The sort and the text of the n-th document of a seed. The first of each hundred thousand is one line of ten megabytes. */
export function documentOf(seed, n) {
  const random = randomOf(seed, n);
  if (n % 100_000 === 99_999) return { sort: 'line', text: `${word(random)} `.repeat(LARGEST).slice(0, LARGEST) };
  let rest = random.below(10_000);
  for (const [sort, [share, make]] of Object.entries(SORTS)) {
    if (rest < share) return { sort, text: make(random) };
    rest -= share;
  }
  throw new Error('the shares of the sorts are not ten thousand');
}
