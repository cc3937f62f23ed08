import type { Found } from '../format.js';
import { EDGE_FIELDS, graphOf, NODE_FIELDS } from './graph.js';
import { xml } from './xml.js';

const TYPES: Readonly<Record<string, string>> = { integer: 'int' };

/** The graph as GraphML (NetworkX, igraph, yEd): undirected, weighted by the windows that name both. */
export function* graphml({ findings }: Found): Iterable<string> {
  const { window, nodes, edges } = graphOf(findings);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield key('node', 'label', 'string') + NODE_FIELDS.map(([name, type]) => key('node', name, type)).join('');
  yield key('edge', 'weight', 'integer') + EDGE_FIELDS.map(([name, type]) => key('edge', name, type)).join('');
  yield `<graph id="${window}" edgedefault="undirected">\n`;
  for (const node of nodes)
    yield `<node id="${xml(node.entity_id)}">${datum('node', 'label', node.name)}${NODE_FIELDS.map(([name]) => datum('node', name, node[name])).join('')}</node>\n`;
  for (const edge of edges)
    yield `<edge source="${xml(edge.a_id)}" target="${xml(edge.b_id)}">${datum('edge', 'weight', edge.count)}${EDGE_FIELDS.map(([name]) => datum('edge', name, edge[name])).join('')}</edge>\n`;
  yield '</graph>\n</graphml>\n';
}

const key = (of: string, name: string, type: string): string =>
  `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${TYPES[type] ?? type}"/>\n`;

const datum = (of: string, name: string, value: unknown): string => (value === null ? '' : `<data key="${of}-${name}">${xml(value)}</data>`);
