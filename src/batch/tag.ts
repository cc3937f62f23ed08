import { problem, readJsonLine, type Line } from '../io/index.js';
import type { Knowledge } from '../knowledge/index.js';
import type { Problem } from '../model/index.js';
import { examine } from './examine.js';

/** The answer to one line of NDJSON. */
export interface TagAnswer {
  /** One line of JSON, without its line end. */
  readonly json: string;
  readonly problems: readonly Problem[];
  /** Whether the line itself was at fault: no article, or with a field that cannot be read. */
  readonly faulty: boolean;
}

/** Answers one line of `sitrep tag` (CONTRACT.md section 3); never throws. */
export function tagLine(line: Line, knowledge: Knowledge): TagAnswer {
  const { source, problems } = readJsonLine(line, null);
  if (source === null) return { json: JSON.stringify({ id: null, line: line.number, problems }), problems, faulty: true };
  const empty = source.text.trim() === '' ? [problem('empty-text', { document_id: source.id, line: line.number }, `Line ${line.number}`)] : [];
  const examined = examine({ source, problems: [...problems, ...empty] }, knowledge);
  const { mentions = [], dates = [], claims = [], entities = [], cooccurrences = [] } = examined.related ?? {};
  const record = { id: source.id, mentions, dates, claims, entities, cooccurrences, problems: examined.problems };
  return { json: JSON.stringify(record), problems: examined.problems, faulty: problems.length > 0 };
}
