import type { Problem } from '../../model/index.js';
import { table } from '../columns.js';
import { DOCUMENT } from './values.js';

export const problems = table<Problem>()(
  {
    name: 'problems',
    title: 'What went wrong',
    key: [],
    description: 'One row a thing that went wrong, sorted by path and line: what is wrong and what to do.',
  },
  [
    { name: 'document_id', type: 'string', refers: DOCUMENT, description: 'Article it concerns; empty when no article could be read.' },
    { name: 'path', type: 'string', description: 'File it concerns, relative to the input folder.' },
    { name: 'line', type: 'integer', minimum: 1, description: 'Line of that file, counted from 1.' },
    { name: 'code', type: 'string', required: true, description: 'Stable short name of the sort of problem, such as empty-file.' },
    { name: 'message', type: 'string', required: true, description: 'One sentence: what is wrong and what to do.' },
  ],
);
