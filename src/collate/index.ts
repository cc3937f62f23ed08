export * from './collate.js';
export * from './read.js';
export * from './statistics.js';
export { merged } from './merge.js';
export { MEMORY, type Overflow, type Texts } from './overflow.js';
export { sortRecords, type Away } from './records.js';
export { inMemory, type Sorter, type Sorting } from './sums.js';
export { openOverriding, type Overriding } from './overrides/index.js';
