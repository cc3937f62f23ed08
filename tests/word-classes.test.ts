import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { WORD_CLASSES } from '../src/grammar/index.js';
import { lexiconRows } from '../src/knowledge/index.js';
import { loadKnowledge } from '../src/io/gazetteers/gazetteers.js';

test('each class of words that rules ask for is in the list and in its guide, and no other', async () => {
  const listed = new Set(lexiconRows(await loadKnowledge(), 'wordClass').flatMap((row) => row.class.split(' ')));
  expect([...listed].sort()).toEqual([...WORD_CLASSES].sort());
  const guide = readFileSync('gazetteers/README.md', 'utf8').split('**`word-classes.csv`**')[1].split('\n\n')[0];
  expect([...guide.matchAll(/^- `([^`]+)`/gm)].map(([, name]) => name).sort()).toEqual([...WORD_CLASSES].sort());
});
