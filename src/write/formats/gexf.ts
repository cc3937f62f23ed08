import type { Found } from '../format.js';
import { EDGE_FIELDS, graphOf, NODE_FIELDS } from './graph.js';
import { xml } from './xml.js';

/** The graph as GEXF 1.3 (Gephi, Gephi Lite, Cosmograph): undirected, weighted by the windows that name both. */
export function* gexf({ findings }: Found): Iterable<string> {
  const { window, nodes, edges } = graphOf(findings);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
  yield `<meta><creator>sitrep</creator><description>Who appears with whom in one ${window}</description></meta>\n`;
  yield '<graph defaultedgetype="undirected" mode="static">\n';
  yield `<attributes class="node">${NODE_FIELDS.map(attribute).join('')}</attributes>\n`;
  yield `<attributes class="edge">${EDGE_FIELDS.map(attribute).join('')}</attributes>\n<nodes>\n`;
  for (const node of nodes) yield `<node id="${xml(node.entity_id)}" label="${xml(node.name)}">${values(NODE_FIELDS, node)}</node>\n`;
  yield '</nodes>\n<edges>\n';
  for (const [i, edge] of edges.entries())
    yield `<edge id="${i}" source="${xml(edge.a_id)}" target="${xml(edge.b_id)}" weight="${edge.count}">${values(EDGE_FIELDS, edge)}</edge>\n`;
  yield '</edges>\n</graph>\n</gexf>\n';
}

const attribute = ([name, type]: readonly [string, string]): string => `<attribute id="${name}" title="${name}" type="${type}"/>`;

function values<Row extends object>(fields: readonly (readonly [keyof Row, string])[], row: Row): string {
  const given = fields.filter(([name]) => row[name] !== null);
  return `<attvalues>${given.map(([name]) => `<attvalue for="${String(name)}" value="${xml(row[name])}"/>`).join('')}</attvalues>`;
}
