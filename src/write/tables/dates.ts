import type { DateRecord, Paged } from '../../model/index.js';
import { table } from '../columns.js';
import { DOCUMENT, PAGE_COLUMN } from './values.js';

const ANCHORS = ['explicit', 'published', 'previous', 'event', 'none'] as const;

export const dates = table<Paged<DateRecord>>()(
  {
    name: 'dates',
    title: 'Dates and times',
    key: ['document_id', 'start', 'end'],
    description: 'One row a time expression, sorted by document_id and start.',
  },
  [
    { name: 'document_id', type: 'string', required: true, refers: DOCUMENT, description: 'Article that holds the expression.' },
    { name: 'sentence', type: 'integer', required: true, minimum: 0, description: 'Sentence of the article, counted from 0.' },
    { name: 'start', type: 'integer', required: true, minimum: 0, description: 'First UTF-16 code unit of the expression in the decoded text.' },
    { name: 'end', type: 'integer', required: true, minimum: 0, description: 'Code unit behind the expression.' },
    { name: 'text', type: 'string', required: true, description: 'The expression as written.' },
    { name: 'type', type: 'string', required: true, enum: ['DATE', 'TIME', 'DURATION', 'SET'], description: 'TIMEX3 type.' },
    {
      name: 'timex',
      type: 'string',
      required: true,
      description:
        'TIMEX3 value: 2023-06, P2D, PAST_REF, XXXX-WXX-5; a season or fiscal year of two numbers as the years that it lies in, 2014/2015.',
    },
    { name: 'from', type: 'date', description: 'First moment of the interval, where it can be known.' },
    { name: 'to', type: 'date', description: 'First moment behind the interval.' },
    { name: 'mod', type: 'string', description: 'TIMEX3 modifier: START, MID, END, APPROX, BEFORE, AFTER, ….' },
    { name: 'anchor', type: 'string', required: true, enum: ANCHORS, description: 'What a relative expression was counted from.' },
    { name: 'because', type: 'string', required: true, description: 'Rule that found it.' },
    PAGE_COLUMN,
  ],
);
