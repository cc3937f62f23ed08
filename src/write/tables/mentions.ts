import type { Mention, Paged } from '../../model/index.js';
import { table } from '../columns.js';
import { DOCUMENT, ENTITY, PAGE_COLUMN, TYPES } from './values.js';

const USES = ['name', 'acronym', 'short', 'alias', 'demonym', 'former', 'reference'] as const;

export const mentions = table<Paged<Mention>>()(
  {
    name: 'mentions',
    title: 'Names in the text',
    key: ['mention_id'],
    description: 'One row a name of a group, person or place, sorted by document_id and start. Names never overlap.',
  },
  [
    { name: 'mention_id', type: 'string', required: true, description: 'Stable id, made from document and span.' },
    { name: 'document_id', type: 'string', required: true, refers: DOCUMENT, description: 'Article that holds the name.' },
    { name: 'sentence', type: 'integer', required: true, minimum: 0, description: 'Sentence of the article, counted from 0.' },
    { name: 'start', type: 'integer', required: true, minimum: 0, description: 'First UTF-16 code unit of the name in the decoded text.' },
    { name: 'end', type: 'integer', required: true, minimum: 0, description: 'Code unit behind the name: text.slice(start, end) gives it.' },
    { name: 'text', type: 'string', required: true, description: 'The name as written, without article, title or possessive ending.' },
    { name: 'type', type: 'string', required: true, enum: TYPES, description: 'What the name stands for.' },
    { name: 'use', type: 'string', required: true, enum: USES, description: 'How it stands for it.' },
    { name: 'entity_id', type: 'string', required: true, refers: ENTITY, description: 'The entity it means.' },
    { name: 'name', type: 'string', required: true, description: 'Usual name of that entity.' },
    { name: 'because', type: 'string', required: true, description: 'Rule or gazetteer row that found it.' },
    PAGE_COLUMN,
  ],
);
