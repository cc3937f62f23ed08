import type { ConceptRule } from '../rule.js';
import { CONCEPTS_BEFORE } from './concepts-before.js';
import { CONCEPTS_BEHIND } from './concepts-behind.js';

/** What an amount is of, the nearest words first. */
export const CONCEPTS: readonly ConceptRule[] = [...CONCEPTS_BEHIND, ...CONCEPTS_BEFORE];
