import type { Association } from '../../model/index.js';
import { table } from '../columns.js';
import { DOCUMENT, ENTITY, TYPES } from './values.js';

const WINDOWS = ['sentence', 'paragraph', 'document'] as const;
const NPMI =
  'Normalised pointwise mutual information, ln(n(ab) · N / (n(a) · n(b))) / −ln(n(ab) / N): −1 never together, 0 as by chance, ' +
  '1 only together; empty when both stand in every window.';
const LLR =
  'Dunning log-likelihood ratio G² = 2 · Σ observed · ln(observed / expected) over the four cells a yes/no, b yes/no: 0 independent, ' +
  'larger = stronger evidence, no unit; npmi above 0 says it is evidence for, below 0 against.';
const Q_VALUE =
  'Benjamini–Hochberg q-value of llr (χ², one degree of freedom) among the pairs of the same window type: the share of false finds ' +
  'to expect when every pair with a q as small is taken.';

export const cooccurrences = table<Association>()(
  {
    name: 'cooccurrences',
    title: 'Who appears with whom',
    key: ['a_id', 'b_id', 'window'],
    description:
      'One row two entities and window type that ever meet; sentence before paragraph before document, then by llr, highest first. ' +
      'n(a), n(b), n(ab): windows of the type that name a, b, both; N: all windows of the type in all articles, page furniture left out.',
  },
  [
    { name: 'a_id', type: 'string', required: true, refers: ENTITY, description: 'One entity; a_id comes before b_id by code units.' },
    { name: 'a_name', type: 'string', required: true, description: 'Its usual name.' },
    { name: 'a_type', type: 'string', required: true, enum: TYPES, description: 'Its type.' },
    { name: 'b_id', type: 'string', required: true, refers: ENTITY, description: 'The other entity.' },
    { name: 'b_name', type: 'string', required: true, description: 'Its usual name.' },
    { name: 'b_type', type: 'string', required: true, enum: TYPES, description: 'Its type.' },
    { name: 'window', type: 'string', required: true, enum: WINDOWS, description: 'How near: in one sentence, paragraph or article.' },
    { name: 'count', type: 'integer', required: true, minimum: 1, description: 'n(ab): windows that name both.' },
    { name: 'documents', type: 'integer', required: true, minimum: 1, description: 'Articles with such a window.' },
    { name: 'expected', type: 'number', required: true, minimum: 0, description: 'Windows that would name both by chance: n(a) · n(b) / N.' },
    { name: 'npmi', type: 'number', minimum: -1, maximum: 1, description: NPMI },
    { name: 'llr', type: 'number', required: true, minimum: 0, description: LLR },
    { name: 'q_value', type: 'number', required: true, minimum: 0, maximum: 1, description: Q_VALUE },
    { name: 'example_document_id', type: 'string', required: true, refers: DOCUMENT, description: 'Article of the example.' },
    { name: 'example_start', type: 'integer', required: true, minimum: 0, description: 'Where the example starts in that article.' },
    { name: 'example_end', type: 'integer', required: true, minimum: 0, description: 'Where it ends.' },
    {
      name: 'example_text',
      type: 'string',
      required: true,
      description: 'Shortest stretch of sentences that names both; of three and more the first and the last.',
    },
  ],
);
