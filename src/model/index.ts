export type * from './document.js';
export type * from './figure.js';
export type * from './findings.js';
export type * from './ledger.js';
export type * from './name.js';
export type * from './records.js';
export * from './span.js';
export type * from './time.js';
export * from './tokens.js';
