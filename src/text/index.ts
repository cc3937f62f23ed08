export * from './characters.js';
export * from './fold.js';
export * from './numerals.js';
export * from './phrase.js';
export * from './scanner.js';
export * from './trie.js';
export * from './vocabulary.js';
