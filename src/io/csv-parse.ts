import { once } from 'node:events';
import { parse } from 'csv-parse/sync';
import { GazetteerError, type Row } from '../knowledge/index.js';

/** Rows of a CSV file with their line numbers. A row with a cell too many or too few is a GazetteerError. */
export function readCsv(file: string, text: string): Row[] {
  try {
    const records = parse(text, { columns: true, bom: true, info: true, skip_empty_lines: true }) as unknown as {
      record: Record<string, string>;
      info: { lines: number };
    }[];
    return records.map(({ record, info }) => ({ file, line: info.lines, cells: record }));
  } catch (error) {
    const { message, code } = error as Error & { readonly code?: string };
    const remedy = code?.includes('QUOTE')
      ? 'a cell that holds a quote or comma stands in quotes, and each quote inside is doubled'
      : 'each row needs one cell for each column of the first line';
    throw new GazetteerError(`${file}: ${message.replace(/[\r\n]+/g, ' ')}; ${remedy}.`);
  }
}

/** Records of a CSV text that comes in pieces, each with the line on which it ends; broken quotes are an error whose code begins with CSV_. */
export async function* csvRecords(
  pieces: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<{ readonly line: number; readonly cells: readonly string[] }> {
  const streaming = await import('csv-parse');
  const parser = streaming.parse({ delimiter, bom: true, info: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: true });
  const feed = async (): Promise<void> => {
    for await (const piece of pieces) if (!parser.write(piece)) await once(parser, 'drain');
    parser.end();
  };
  feed().catch((error: Error) => parser.destroy(error));
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)
    yield { line: info.lines, cells: record };
}
