import type { Entity } from '../../model/index.js';
import { table } from '../columns.js';
import { TYPES } from './values.js';

const LOCATED = ['itself', 'parent'] as const;

export const entities = table<Entity>()(
  {
    name: 'entities',
    title: 'Groups, people and places',
    key: ['entity_id'],
    description: 'One row an entity over all articles, those in most articles first.',
  },
  [
    { name: 'entity_id', type: 'string', required: true, description: 'Type, colon, stable name; "~" behind the colon: in no gazetteer.' },
    { name: 'type', type: 'string', required: true, enum: TYPES, description: 'Group, person or place.' },
    { name: 'name', type: 'string', required: true, description: 'Usual name; for an entity of no gazetteer the one most mentions carry.' },
    { name: 'kind', type: 'string', description: 'Finer type: armed_group, ministry, country, province; for people their role.' },
    { name: 'listed', type: 'boolean', required: true, description: 'Whether a gazetteer row names it.' },
    { name: 'country', type: 'string', description: 'ISO 3166-1 alpha-2 code; empty when unknown or several.' },
    { name: 'latitude', type: 'number', minimum: -90, maximum: 90, description: 'Degrees north of the equator (WGS 84).' },
    { name: 'longitude', type: 'number', minimum: -180, maximum: 180, description: 'Degrees east of Greenwich (WGS 84).' },
    { name: 'external_ids', type: 'ids', description: 'Ids in other registers: geonames:…, iso:…, ofac:….' },
    { name: 'surface_forms', type: 'names', description: 'Every spelling met, the most frequent first.' },
    { name: 'documents', type: 'integer', required: true, minimum: 1, description: 'Articles that mention it.' },
    {
      name: 'mentions',
      type: 'integer',
      required: true,
      minimum: 1,
      description: 'Mentions by a name in all articles: "the group" and "he" are not counted.',
    },
    { name: 'first_seen', type: 'date', description: 'Date of the earliest dated article that mentions it.' },
    { name: 'last_seen', type: 'date', description: 'Date of the latest dated article that mentions it.' },
    {
      name: 'located',
      type: 'string',
      enum: LOCATED,
      description: 'Whose position latitude and longitude are: its own (itself), or of the parent it is said to lie in.',
    },
    { name: 'parent_id', type: 'string', description: 'Unit or country a place lies in, larger group of a group, group of a person.' },
    { name: 'parent', type: 'string', description: 'Its usual name.' },
  ],
);
