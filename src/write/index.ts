export { csvCell } from './cells.js';
export type * from './columns.js';
export * from './format.js';
export * from './formats.js';
export { csvText } from './formats/tabular.js';
export * from './summary.js';
export * from './tables.js';
export * from './terminal.js';
export * from './write.js';
