import type { Association, Entity, Findings, Window } from '../../model/index.js';

/** Who appears with whom as a graph: entities that meet somebody, and one edge a pair. */
export interface Graph {
  readonly window: Window;
  readonly nodes: readonly Entity[];
  readonly edges: readonly Association[];
}

/** The graph of the narrowest window that was counted: a sentence tells more than a page. Nodes and edges keep the tables' order. */
export function graphOf({ cooccurrences, entities }: Findings): Graph {
  const window = (['sentence', 'paragraph', 'document'] as const).find((one) => cooccurrences.some((pair) => pair.window === one)) ?? 'sentence';
  const edges = cooccurrences.filter((pair) => pair.window === window);
  const met = new Set(edges.flatMap(({ a_id, b_id }) => [a_id, b_id]));
  return { window, nodes: entities.filter(({ entity_id }) => met.has(entity_id)), edges };
}

/** What graph files tell of a node, besides its id and name. */
export const NODE_FIELDS = [
  ['type', 'string'],
  ['kind', 'string'],
  ['country', 'string'],
  ['listed', 'boolean'],
  ['documents', 'integer'],
  ['mentions', 'integer'],
  ['latitude', 'double'],
  ['longitude', 'double'],
] as const satisfies readonly (readonly [keyof Entity, string])[];

/** What they tell of an edge, besides its ends and its weight (windows that name both). */
export const EDGE_FIELDS = [
  ['documents', 'integer'],
  ['expected', 'double'],
  ['npmi', 'double'],
  ['llr', 'double'],
  ['q_value', 'double'],
  ['example_text', 'string'],
] as const satisfies readonly (readonly [keyof Association, string])[];
