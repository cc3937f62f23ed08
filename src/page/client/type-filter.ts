import type { EntityType } from '../../model/index.js';
import { checks } from './controls.js';
import { h } from './dom.js';
import { PLURALS, TYPES } from './words.js';

// Which of the three types a view shows: a choice that stands in its address.

export type Types = ReadonlySet<EntityType>;

const NONE = 'none';

/** The types that an address asks for: all when it asks for none. */
export function typesIn(params: URLSearchParams): Types {
  const asked = params.get('type')?.split(' ');
  return new Set(asked === undefined ? TYPES : TYPES.filter((type) => asked.includes(type)));
}

/** What the address says of them. */
export const typesNoted = (types: Types): string | null => (types.size === TYPES.length ? null : [...types].join(' ') || NONE);

export const typeFilter = (types: Types, changed: (types: Types) => void): HTMLElement =>
  checks(
    'Type',
    TYPES.map((type) => [type, h('span', { class: `key ${type}` }, PLURALS[type].toLowerCase())] as const),
    types,
    (now) => changed(new Set(TYPES.filter((type) => now.has(type)))),
  );
