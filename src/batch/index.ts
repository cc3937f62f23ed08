export * from './analyse.js';
export * from './examine.js';
export * from './language.js';
export { BUNDLED, InputError, type Progress } from './gather.js';
export { originLine, type Origins } from './origins.js';
export * from './run.js';
export * from './tag.js';
