import { basename, dirname, join, resolve } from 'node:path';
import type { Problem } from '../model/index.js';
import { metadataOf, readMetadata, type Metadata, type MetadataTable } from './metadata.js';
import { problem } from './problems.js';
import { withoutEnding } from './readers/kinds.js';

/** The metadata files of all input folders, each read once. */
export interface Library {
  readonly find: (input: { readonly file: string; readonly path: string; readonly root: string }) => Promise<Metadata | null>;
  /** Takes in a metadata file that lies in an archive. */
  readonly add: (file: string, path: string, text: string) => void;
  readonly problems: () => Promise<readonly Problem[]>;
}

/**
 * Looks an article up in `given`, or else in the articles.csv of its folder and of each folder above it up to the input
 * folder, and last in the file beside the input folder that has the folder's name (corpus/articles and corpus/articles.csv).
 */
export function openLibrary(given: string | null): Library {
  const tables = new Map<string, Promise<MetadataTable>>();
  const used = new Set<Metadata>();
  const table = (file: string): Promise<MetadataTable> => {
    let known = tables.get(file);
    if (!known) tables.set(file, (known = readMetadata(file, basename(file), file === given)));
    return known;
  };
  const take = (metadata: Metadata | undefined): Metadata | null => {
    if (metadata) used.add(metadata);
    return metadata ?? null;
  };
  return {
    async find({ file, path, root }) {
      const id = withoutEnding(path);
      const names = id.split('/');
      if (given !== null) {
        const { byName } = await table(given);
        return take(byName.get(id) ?? byName.get(names.at(-1) as string) ?? byName.get(`${basename(root)}/${id}`));
      }
      let folder = dirname(file);
      for (let depth = names.length - 1; depth >= 0; depth--, folder = dirname(folder)) {
        const found = (await table(join(folder, 'articles.csv'))).byName.get(names.slice(depth).join('/'));
        if (found) return take(found);
      }
      if (root === file) return null;
      const { byName } = await table(`${resolve(root)}.csv`);
      return take(byName.get(id) ?? byName.get(`${basename(root)}/${id}`));
    },
    add: (file, path, text) => {
      tables.set(file, metadataOf(text, path));
    },
    async problems() {
      const rows: Problem[] = [];
      for (const loaded of tables.values()) {
        const { byName, problems } = await loaded;
        rows.push(...problems);
        const unused = new Set([...byName.values()].filter((metadata) => !used.has(metadata)));
        for (const { row } of unused)
          rows.push(problem('metadata-without-article', { path: row.path, line: row.line }, `Line ${row.line} of ${row.path}`, row.name));
      }
      return rows;
    },
  };
}
