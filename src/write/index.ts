export { csvCell } from './cells.js';
export type * from './columns.js';
export type { WrittenFile } from './datapackage.js';
export * from './formats.js';
export * from './summary.js';
export * from './tables.js';
export * from './terminal.js';
export * from './write.js';
