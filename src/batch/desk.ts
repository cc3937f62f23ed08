import type { ArticleText, DocumentRecord, Findings, OverrideOutcome } from '../model/index.js';
import { FORMATS, openHighlights, PIECE, TABLES, write, type Encoder, type Highlights, type WriteOptions, type WrittenFile } from '../write/index.js';
import type { OpenFile, Output } from '../io/index.js';

/** Where rows become files: formats that can be written row by row are, the rows of others are kept until the end. */
export interface Desk {
  /** Takes rows of a table, in their order. */
  readonly put: <Name extends keyof Findings>(table: Name, rows: readonly Findings[Name][number][]) => void;
  /** Takes the words of an article, for formats that show them. */
  readonly show: (article: ArticleText) => void;
  /** Ends all files; what was written, in a fixed order, and what stands out. `overrides`: what became of each. */
  readonly close: (overrides: readonly OverrideOutcome[]) => Promise<{ readonly files: readonly WrittenFile[]; readonly highlights: Highlights }>;
}

interface Line {
  readonly file: OpenFile;
  readonly encoder: Encoder;
  waiting: object[];
}

export async function openDesk(output: Output, formats: readonly string[], options: WriteOptions): Promise<Desk> {
  const names = Object.keys(TABLES) as (keyof Findings)[];
  const lines = new Map<keyof Findings, Line[]>(names.map((name) => [name, []]));
  const inOrder: Line[] = [];
  for (const { stream } of FORMATS.filter(({ name }) => formats.includes(name))) {
    if (stream === undefined) continue;
    for (const table of names) {
      const { encoder, ...facts } = await stream(table, options);
      const line = { file: output.open(facts), encoder, waiting: [] };
      line.file.write(encoder.head);
      lines.get(table)?.push(line);
      inOrder.push(line);
    }
  }
  const rest = formats.filter((format) => FORMATS.some(({ name, stream }) => name === format && stream === undefined));
  const kept = Object.fromEntries(names.map((name) => [name, []])) as unknown as { [Name in keyof Findings]: Findings[Name][number][] };
  const texts: ArticleText[] = [];
  const { see, highlights } = openHighlights();
  const flush = ({ file, encoder, waiting }: Line): void => {
    for (let at = 0; at < waiting.length; at += PIECE) file.write(encoder.encode(waiting.slice(at, at + PIECE)));
  };
  return {
    put(table, rows) {
      for (const row of rows) see(table, row);
      if (rest.length > 0) for (const row of rows) (kept[table] as object[]).push(row);
      else if (table === 'documents') kept.documents.push(...(rows as readonly DocumentRecord[]).filter(({ text_path }) => text_path !== null));
      for (const line of lines.get(table) as Line[]) {
        for (const row of rows) line.waiting.push(row);
        if (line.waiting.length < PIECE) continue;
        flush(line);
        line.waiting = [];
      }
    },
    show: (article) => texts.push(article),
    async close(overrides) {
      const files = inOrder.map((line) => {
        flush(line);
        line.file.write(line.encoder.tail);
        return line.file.close();
      });
      for (const file of write({ findings: kept, texts, overrides }, rest, options)) files.push(await output.write(file));
      return { files, highlights: highlights() };
    },
  };
}
