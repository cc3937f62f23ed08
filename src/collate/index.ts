export * from './collate.js';
export * from './read.js';
export * from './statistics.js';
