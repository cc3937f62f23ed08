// What cells of several tables may hold, and where they lead.

export const TYPES = ['group', 'person', 'place'] as const;
export const MODALITIES = ['asserted', 'reported', 'possible', 'hypothetical', 'planned', 'denied'] as const;
export const OPERATORS = ['=', '~', '>', '>=', '<', '<=', 'range', 'vague'] as const;
export const DOCUMENT = ['documents', 'document_id'] as const;
export const ENTITY = ['entities', 'entity_id'] as const;

export const PAGE_COLUMN = {
  name: 'page',
  type: 'integer',
  minimum: 1,
  description: 'Page of the file on which it begins, counted from 1; empty where the file has no pages.',
} as const;
