export * from './changes.js';
export * from './compare.js';
export * from './summary.js';
