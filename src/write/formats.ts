import { oneFile, type Format } from './format.js';
import { brat } from './formats/brat.js';
import { conll } from './formats/conll.js';
import { ftm } from './formats/ftm.js';
import { geojson } from './formats/geojson.js';
import { gephi } from './formats/gephi.js';
import { gexf } from './formats/gexf.js';
import { graphml } from './formats/graphml.js';
import { html } from './formats/html.js';
import { markdown } from './formats/markdown.js';
import { text } from './formats/text.js';
import { csv, json, streaming, tabular } from './formats/tabular.js';
import { xlsx } from './formats/xlsx.js';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Every format a run can write. A new one is a file in formats/ and a line here. */
export const FORMATS: readonly Format[] = [
  streaming('csv', 'comma-separated, RFC 4180, UTF-8, for spreadsheets', 'text/csv', csv),
  streaming('json', 'an array of objects with the same names, an object a line', 'application/json', json),
  tabular('parquet', 'Apache Parquet, for DuckDB, pandas and R', 'application/vnd.apache.parquet', async function* (table, rows) {
    yield (await import('./formats/hyparquet-writer.js')).parquetBytes(table, rows);
  }),
  oneFile(
    {
      name: 'xlsx',
      reads: 'one workbook: a sheet a table, filters, links from claims to sentences',
      path: 'sitrep.xlsx',
      mediatype: SPREADSHEET,
      title: 'All tables',
    },
    xlsx,
  ),
  oneFile(
    {
      name: 'html',
      reads: 'one page to read, search and check everything, offline',
      path: 'report.html',
      mediatype: 'text/html',
      title: 'Report',
    },
    html,
    true,
  ),
  oneFile(
    { name: 'markdown', reads: 'what stands out, for a note or a mail', path: 'summary.md', mediatype: 'text/markdown', title: 'What stands out' },
    markdown,
  ),
  gephi,
  oneFile(
    {
      name: 'gexf',
      reads: 'who appears with whom as a graph, GEXF 1.3',
      path: 'cooccurrences.gexf',
      mediatype: 'application/gexf+xml',
      title: 'Graph',
    },
    gexf,
  ),
  oneFile(
    { name: 'graphml', reads: 'the same as GraphML', path: 'cooccurrences.graphml', mediatype: 'application/graphml+xml', title: 'Graph' },
    graphml,
  ),
  oneFile(
    { name: 'geojson', reads: 'places on the map with their claims', path: 'places.geojson', mediatype: 'application/geo+json', title: 'Places' },
    geojson,
  ),
  oneFile(
    {
      name: 'ftm',
      reads: 'FollowTheMoney entities, a JSON object a line',
      path: 'entities.ftm.json',
      mediatype: 'application/json+ftm',
      title: 'Entities and links',
    },
    ftm,
  ),
  brat,
  oneFile(
    { name: 'conll', reads: 'a token a line with BIO tags, CoNLL-U Plus', path: 'articles.conllup', mediatype: 'text/plain', title: 'Tagged tokens' },
    conll,
    true,
  ),
  text,
];
