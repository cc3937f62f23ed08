import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

export const ROOT = join(import.meta.dirname, '../..');

/** A file of src as its imports and regular expressions. */
export interface SourceFile {
  /** From the package's root: `src/pipeline.ts`. */
  readonly path: string;
  readonly text: string;
  /** Every module it names, types included: `./model/index.js`, `node:fs`, `csv-parse/sync`. */
  readonly imports: readonly string[];
  /** Those of `imports` that are still there when the types are erased. */
  readonly values: readonly string[];
  readonly expressions: readonly { readonly source: string; readonly flags: string; readonly line: number; readonly annotated: boolean }[];
}

/** Every TypeScript file of src, parsed, but for the report's page, which runs in a browser and has no part in the layers. */
export function sourceFiles(): SourceFile[] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/^page[\\/]/.test(name))
    .sort()
    .map((name) => parse(`src/${name.replaceAll('\\', '/')}`));
}

function parse(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const { module, program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const imports = new Set<string>();
  const values = new Set<string>();
  for (const { moduleRequest, entries } of module.staticImports) {
    imports.add(moduleRequest.value);
    if (entries.length === 0 || entries.some(({ isType }) => !isType)) values.add(moduleRequest.value);
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (!moduleRequest) continue;
      imports.add(moduleRequest.value);
      if (!isType) values.add(moduleRequest.value);
    }
  }
  const expressions: { source: string; flags: string; line: number; annotated: boolean }[] = [];
  const lines = text.split('\n');
  walk(program, (node) => {
    if ((node.type === 'ImportExpression' || node.type === 'TSImportType') && node.source?.type === 'Literal') imports.add(String(node.source.value));
    if (node.type === 'Literal' && node.regex) {
      const line = text.slice(0, node.start).split('\n').length;
      const annotated = /\/\/ safe: \S/.test(lines[line - 1]) || /^\s*\/\/ safe: \S/.test(lines[line - 2] ?? '');
      expressions.push({ source: node.regex.pattern, flags: node.regex.flags, line, annotated });
    }
  });
  return { path, text, imports: [...imports].sort(), values: [...values].sort(), expressions };
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly source?: Node | null;
  readonly value?: unknown;
  readonly regex?: { readonly pattern: string; readonly flags: string };
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (value !== null && typeof value === 'object') {
    if (typeof (value as Node).type === 'string') visit(value as Node);
    for (const child of Object.values(value)) walk(child, visit);
  }
}
