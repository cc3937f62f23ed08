export * from './check.js';
export * from './compile.js';
export * from './knowledge.js';
export * from './lexicon.js';
export * from './open.js';
export * from './rows.js';
export * from './weights.js';
