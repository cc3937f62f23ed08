export * from './collate.js';
export * from './read.js';
export * from './statistics.js';
export { inMemory, type Sorter, type Sorting } from './sums.js';
export { openOverriding, type Overriding } from './overrides/index.js';
