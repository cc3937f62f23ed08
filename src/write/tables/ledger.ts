import type { LedgerRow } from '../../model/index.js';
import { table } from '../columns.js';
import { DOCUMENT, ENTITY, MODALITIES, OPERATORS } from './values.js';

export const ledger = table<LedgerRow>()(
  {
    name: 'ledger',
    title: 'Comparable claims side by side',
    key: ['claim_id'],
    description:
      'One row a claim that names a thing and a number, in groups of claims that can be compared: the same thing, entity, event and measure, a place in ' +
      'common, and for an event one time. Groups with the most voices first; inside a group in the order in which the claims were made.',
  },
  [
    { name: 'group_id', type: 'string', required: true, description: 'Claims with the same group_id can be compared.' },
    { name: 'position', type: 'integer', required: true, minimum: 1, description: 'Place in the group, counted from 1, earliest first.' },
    {
      name: 'relation',
      type: 'string',
      required: true,
      enum: ['first', 'echoes', 'agrees', 'widens', 'updates', 'precedes', 'contradicts'],
      description:
        'How it stands to the claims before it: the same source or sentence again, a figure that fits, one that allows more, a newer one, the level or count of ' +
        'an earlier time, or one that cannot hold as well.',
    },
    { name: 'relation_to', type: 'string', refers: ['claims', 'claim_id'], description: 'The earlier claim that relation looks back to.' },
    {
      name: 'thing',
      type: 'string',
      description: 'The thing counted, in the singular, without names: "foreign fighter"; "person" for people of any sort.',
    },
    { name: 'entity_id', type: 'string', refers: ENTITY, description: 'Entity that the thing counted names, or that has it.' },
    { name: 'entity', type: 'string', description: 'Its usual name.' },
    { name: 'event', type: 'string', description: 'What happened to the thing counted.' },
    { name: 'place_ids', type: 'ids', description: 'Entities of the places.' },
    { name: 'places', type: 'names', description: 'Names of those places.' },
    { name: 'value', type: 'number', description: 'The number as written; empty for ranges and vague words.' },
    { name: 'min', type: 'number', description: 'Lower bound where one can be derived.' },
    { name: 'max', type: 'number', description: 'Upper bound where one can be derived.' },
    { name: 'operator', type: 'string', required: true, enum: OPERATORS, description: 'How the number binds: exactly, about, more than, ….' },
    { name: 'unit', type: 'string', description: 'Singular English word or symbol.' },
    { name: 'currency', type: 'string', description: 'ISO 4217 code.' },
    { name: 'rate', type: 'string', description: 'ISO 8601 period the number is counted over.' },
    { name: 'change', type: 'string', enum: ['up', 'down', 'same'], description: 'Direction when the number tells a change.' },
    { name: 'text', type: 'string', required: true, description: 'The figure as written.' },
    { name: 'condition', type: 'string', description: 'Words under which the number holds.' },
    { name: 'modality', type: 'string', required: true, enum: MODALITIES, description: 'How the text holds it.' },
    { name: 'said_by_id', type: 'string', refers: ENTITY, description: 'Entity that says so.' },
    { name: 'said_by', type: 'string', description: 'Who says so, as written; empty: the article itself.' },
    { name: 'said_on', type: 'date', description: 'When it was said: date of the source, else of the article.' },
    { name: 'when_from', type: 'date', description: 'First moment the number speaks of.' },
    { name: 'when_to', type: 'date', description: 'First moment behind that time.' },
    {
      name: 'verdict',
      type: 'string',
      required: true,
      enum: ['single', 'agree', 'widen', 'update', 'contradict'],
      description: 'What the group comes to: the strongest relation in it; single: one source, echoed or not.',
    },
    { name: 'claims', type: 'integer', required: true, minimum: 1, description: 'Claims of the group.' },
    {
      name: 'independent',
      type: 'integer',
      required: true,
      minimum: 1,
      description: 'Voices of the group that echo no other: a speaker counts once an article.',
    },
    { name: 'span_min', type: 'number', description: 'Lowest bound that a claim of the group names.' },
    { name: 'span_max', type: 'number', description: 'Highest bound that a claim of the group names.' },
    { name: 'first_said', type: 'date', description: 'When the first claim of the group was made.' },
    { name: 'first_said_by', type: 'string', description: 'By whom.' },
    { name: 'last_said', type: 'date', description: 'When the last claim of the group was made.' },
    { name: 'last_said_by', type: 'string', description: 'By whom.' },
    { name: 'claim_id', type: 'string', required: true, refers: ['claims', 'claim_id'], description: 'The claim, with all that is known of it.' },
    { name: 'document_id', type: 'string', required: true, refers: DOCUMENT, description: 'Article that makes the claim.' },
    { name: 'start', type: 'integer', required: true, minimum: 0, description: 'Where the figure starts in that article.' },
    { name: 'end', type: 'integer', required: true, minimum: 0, description: 'Where it ends.' },
    { name: 'because', type: 'string', required: true, description: 'Why relation is what it is.' },
    { name: 'sentence_text', type: 'string', required: true, description: 'The sentence as written.' },
  ],
);
