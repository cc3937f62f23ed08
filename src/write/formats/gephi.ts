import { csvCell } from '../cells.js';
import type { Format, Found, OutputFile } from '../format.js';
import { EDGE_FIELDS, graphOf, NODE_FIELDS } from './graph.js';

/** The graph as two CSV files with the column names that Gephi's import looks for. */
export const gephi: Format = {
  name: 'gephi',
  reads: 'gephi-nodes.csv and gephi-edges.csv with Gephi’s own column names',
  needsTexts: false,
  names: ['gephi-nodes.csv', 'gephi-edges.csv'],
  files: (found) => [
    file('gephi-nodes.csv', 'Nodes: groups, people and places', nodeRows(found)),
    file('gephi-edges.csv', 'Edges: who appears with whom', edgeRows(found)),
  ],
};

function file(path: string, title: string, rows: Iterable<readonly unknown[]>): OutputFile {
  return { path, format: 'gephi', mediatype: 'text/csv', title, table: null, pieces: lines(rows) };
}

async function* lines(rows: Iterable<readonly unknown[]>): AsyncIterable<string> {
  const { csvLines } = await import('../csv-stringify.js');
  for (const row of rows) yield csvLines([row.map((cell) => csvCell(cell, 'string'))], '\n');
}

function* nodeRows({ findings }: Found): Iterable<readonly unknown[]> {
  yield ['Id', 'Label', ...NODE_FIELDS.map(([name]) => name)];
  for (const node of graphOf(findings).nodes) yield [node.entity_id, node.name, ...NODE_FIELDS.map(([name]) => node[name])];
}

function* edgeRows({ findings }: Found): Iterable<readonly unknown[]> {
  yield ['Source', 'Target', 'Type', 'Weight', ...EDGE_FIELDS.map(([name]) => name)];
  for (const edge of graphOf(findings).edges) yield [edge.a_id, edge.b_id, 'Undirected', edge.count, ...EDGE_FIELDS.map(([name]) => edge[name])];
}
