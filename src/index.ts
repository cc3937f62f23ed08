// The public library: everything a program may build on.
export { analyze, analyzeAll } from './pipeline.js';
export * from './batch/index.js';
export {
  ALL_WINDOWS,
  collate,
  expectedCount,
  logLikelihoodRatio,
  npmi,
  openCollation,
  pValue,
  qValues,
  readArticle,
  type Collation,
} from './collate/index.js';
export * from './compare/index.js';
export * from './io/index.js';
export {
  CHECK_RULES,
  checkGazetteers,
  entityText,
  GazetteerError,
  levelOf,
  Needs,
  phraseAt,
  phraseShape,
  SenseFlag,
  USES,
  type Complaint,
  type GazetteerRows,
  type Knowledge,
} from './knowledge/index.js';
export type * from './model/index.js';
export { suggestRows, SUGGESTION_COLUMNS, type KnownName, type Seen, type Suggestion } from './suggest/index.js';
export { longestPhrase, nearest, scan } from './text/index.js';
export {
  csvText,
  FORMATS,
  overrideLine,
  problemLines,
  shown,
  shownLine,
  summary,
  TABLES,
  USUAL_FORMATS,
  type Column,
  type Format,
  type Table,
} from './write/index.js';
