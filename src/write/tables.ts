import type { Findings } from '../model/index.js';
import type { Table } from './columns.js';
import { claims } from './tables/claims.js';
import { cooccurrences } from './tables/cooccurrences.js';
import { dates } from './tables/dates.js';
import { documents } from './tables/documents.js';
import { entities } from './tables/entities.js';
import { identities } from './tables/identities.js';
import { ledger } from './tables/ledger.js';
import { mentions } from './tables/mentions.js';
import { problems } from './tables/problems.js';

// Every public table is a file in tables/, a column a line. CSV, JSON, datapackage.json and the data dictionary are all made from them.

/** Every public table under its name, in the order in which they are written and documented. */
export const TABLES: { readonly [Name in keyof Findings]: Table<Findings[Name][number]> } = {
  documents,
  mentions,
  entities,
  identities,
  cooccurrences,
  claims,
  ledger,
  dates,
  problems,
};
