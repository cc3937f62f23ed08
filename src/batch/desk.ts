import type { ArticleText, DocumentRecord, Findings, OverrideOutcome } from '../model/index.js';
import { openHighlights, write, type Highlights, type WriteOptions, type WrittenFile } from '../write/index.js';
import type { Output } from '../io/index.js';
import { inFixedOrder, isStreamed, openTableFiles, TABLE_NAMES } from './table-files.js';

/** Where rows become files: formats that can be written row by row are, the rows of others are kept until the end. */
export interface Desk {
  /** Takes rows of a table, in their order. */
  readonly put: <Name extends keyof Findings>(table: Name, rows: readonly Findings[Name][number][]) => void;
  /** Takes the words of an article, for formats that show them. */
  readonly show: (article: ArticleText) => void;
  /** Ends all files; what was written, in a fixed order, and what stands out. `overrides`: what became of each. */
  readonly close: (overrides: readonly OverrideOutcome[]) => Promise<Written>;
}

export interface Written {
  readonly files: readonly WrittenFile[];
  readonly highlights: Highlights;
}

/** A table that somebody else writes: its name, and what came of it in the end. */
export interface Elsewhere {
  readonly table: keyof Findings;
  readonly written: () => Promise<Written>;
}

export async function openDesk(output: Output, formats: readonly string[], options: WriteOptions, elsewhere: Elsewhere | null = null): Promise<Desk> {
  const own = TABLE_NAMES.filter((name) => name !== elsewhere?.table);
  const tables = await openTableFiles(output.open, own, formats, options);
  const rest = formats.filter((format) => !isStreamed(format));
  const kept = Object.fromEntries(TABLE_NAMES.map((name) => [name, []])) as unknown as { [Name in keyof Findings]: Findings[Name][number][] };
  const texts: ArticleText[] = [];
  const { see, highlights } = openHighlights();
  return {
    put(table, rows) {
      for (const row of rows) see(table, row);
      if (rest.length > 0) for (const row of rows) (kept[table] as object[]).push(row);
      else if (table === 'documents') kept.documents.push(...(rows as readonly DocumentRecord[]).filter(({ text_path }) => text_path !== null));
      tables.put(table, rows);
    },
    show: (article) => texts.push(article),
    async close(overrides) {
      const written = tables.close();
      const more = await elsewhere?.written();
      const files = [...inFixedOrder([...written, ...(more?.files ?? [])])];
      for (const file of write({ findings: kept, texts, overrides }, rest, options)) files.push(await output.write(file));
      return { files, highlights: together(highlights(), more?.highlights) };
    },
  };
}

/** What stands out in all tables, `more` being that of pairs. */
function together(own: Highlights, more: Highlights | undefined): Highlights {
  if (more === undefined) return own;
  return { ...own, rows: { ...own.rows, cooccurrences: more.rows.cooccurrences }, pairs: more.pairs };
}
