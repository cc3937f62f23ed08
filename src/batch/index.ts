export * from './analyse.js';
export * from './language.js';
export * from './run.js';
export * from './tag.js';
