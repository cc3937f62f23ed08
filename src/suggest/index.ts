export * from './suggest.js';
export * from './suggestion.js';
