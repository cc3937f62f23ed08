import type { IdentityRow } from '../../model/index.js';
import { table } from '../columns.js';
import { ENTITY, TYPES } from './values.js';

export const identities = table<IdentityRow>()(
  {
    name: 'identities',
    title: 'Who is who over all articles',
    key: ['entity_id'],
    description:
      'One row a person or group of no gazetteer that several articles name, or whose name another bears too; those in most articles first. ' +
      'Two of one name are one entity where what the articles tell suffices, and two where it does not; two spellings are one where it is strong.',
  },
  [
    {
      name: 'entity_id',
      type: 'string',
      required: true,
      refers: ENTITY,
      description: 'Id over all articles; what tells it from others of its name stands behind a second "~".',
    },
    { name: 'type', type: 'string', required: true, enum: TYPES, description: 'Group or person.' },
    { name: 'name', type: 'string', required: true, description: 'Name in the first of its articles.' },
    {
      name: 'outcome',
      type: 'string',
      required: true,
      enum: ['joined', 'apart'],
      description: 'joined: several articles mean this one; apart: one article means it, and others of its name are others.',
    },
    { name: 'found_as', type: 'ids', required: true, description: 'Ids that it has within single articles, as `sitrep tag` gives them.' },
    { name: 'documents', type: 'integer', required: true, minimum: 1, description: 'Articles that mention it.' },
    { name: 'document_ids', type: 'names', required: true, description: 'Those articles.' },
    { name: 'because', type: 'string', required: true, description: 'What spoke for joining; for one kept apart, all that is told of it.' },
    { name: 'apart_from', type: 'ids', description: 'Entities of the same name that are somebody else, at most 64.' },
  ],
);
