import { openZip } from './archive.js';
import { docxText } from './mammoth.js';
import { refuse, wordsAlone, type Draft, type Refusal } from './reader.js';

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

/** A Word document: its paragraphs, footnotes included. Its dates are those of the file or of its template, and are not taken. */
export async function readDocx(bytes: Uint8Array): Promise<Draft | Refusal> {
  // Word puts a document with a password into the box of its old format.
  if (OLD_OFFICE.every((byte, i) => bytes[i] === byte)) return refuse('encrypted-file');
  const zip = openZip(bytes.length, (at, length) => bytes.subarray(at, at + length));
  if ('refused' in zip) return zip;
  if (!zip.entries.some(({ name }) => name.startsWith('word/'))) return refuse('broken-document', 'there is no Word document in it');
  // Everything that will be unpacked is unpacked here first, where its size is bounded.
  for (const entry of zip.entries) if (entry.name.endsWith('.xml')) zip.read(entry);
  const lines = (await docxText(bytes)).split('\n').map((line) => line.trimEnd());
  const text = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (text === '') return refuse('empty-file');
  const core = zip.entries.find(({ name }) => name === 'docProps/core.xml');
  const facts = core ? Buffer.from(zip.read(core)).toString('utf8') : '';
  return { ...wordsAlone(text, true), title: property(facts, 'dc:title'), author: property(facts, 'dc:creator') };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function property(xml: string, name: string): string | null {
  const start = xml.indexOf(`<${name}>`);
  const end = start < 0 ? -1 : xml.indexOf(`</${name}>`, start);
  if (end < 0) return null;
  const words = xml.slice(start + name.length + 2, end).replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => ENTITIES[entity]);
  return words.replace(/\s+/g, ' ').trim() || null;
}
