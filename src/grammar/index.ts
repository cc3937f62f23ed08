// English as far as it can be read without knowing what the names mean: closed classes, noun phrases, clauses.
export * from './ground.js';
export * from './classes.js';
export * from './words.js';
export * from './nouns.js';
export * from './verbs.js';
export * from './phrases.js';
export * from './clause-states.js';
export * from './clauses.js';
export type { ClauseList } from './reading.js';
