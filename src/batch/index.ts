export * from './analyse.js';
export * from './language.js';
export { originLine, type Origins } from './origins.js';
export * from './run.js';
export * from './tag.js';
