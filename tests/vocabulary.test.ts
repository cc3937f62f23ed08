import { describe, expect, test } from 'vitest';
import { beginning, buildTrie, buildVocabulary, findWord, wordOf } from '../src/text/index.js';

describe('vocabulary', () => {
  // Words within Latin-1 and beyond it, some of which would be one another byte by byte.
  const words = ['attack', 'zürich', 'київ', 'a', 'ab', 'ć', 'ā', 'taliban', '喀布尔', 'ÿ', 'abc', 'ঢাকা'];
  const vocabulary = buildVocabulary(words);

  test('gives every word back, and its number', () => {
    for (const [id, word] of words.entries()) {
      expect(wordOf(vocabulary, id)).toBe(word);
      expect(findWord(vocabulary, word), word).toBe(id);
    }
  });

  test('a word of the same bytes, or none, is not found', () => {
    // Two letters of one byte each are, side by side, one of two.
    for (const word of ['', 'b', '扡', '瑡慴正', '\u0107\u0000', 'a\u0000', 'attacks', 'ки']) expect(findWord(vocabulary, word), word).toBe(-1);
  });

  test('finds each of many words', () => {
    const many = Array.from({ length: 50_000 }, (_, i) => `${i % 7 === 0 ? 'ж' : 'w'}${i.toString(36)}`);
    const large = buildVocabulary(many);
    many.forEach((word, id) => {
      if (findWord(large, word) !== id) throw new Error(`${word} is not found`);
    });
    expect(findWord(large, 'w-')).toBe(-1);
  });
});

test('a trie knows the words that begin a phrase, also among ids behind its end', () => {
  const trie = buildTrie([{ words: [3, 1], value: 7 }], 10);
  expect(trie.root.length).toBe(4);
  expect(beginning(trie, 3)).toBeGreaterThan(0);
  for (const id of [-1, 0, 2, 4, 9]) expect(beginning(trie, id), `${id}`).toBe(0);
});
