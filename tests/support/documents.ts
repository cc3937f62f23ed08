import { zipSync, strToU8 } from 'fflate';

// Files of the formats that people have, made from nothing: what a test is about stands in the test.

/** Words at a place of a page, in points from its upper left corner. */
export interface Words {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

const WIDTH = 595;
const HEIGHT = 842;

/** A PDF with these words on its pages. `locked`: it asks for a password. */
export function pdfOf(pages: readonly (readonly Words[])[], facts: { readonly title?: string; readonly locked?: boolean } = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const kids = pages.map((_, i) => `${5 + 2 * i} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  add(`<< /Title (${facts.title ?? ''}) /CreationDate (D:20200101000000Z) >>`);
  for (const words of pages) {
    const content = words
      .map(({ text, x, y, size = 10 }) => `BT /F1 ${size} Tf ${x} ${HEIGHT - y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`)
      .join('\n');
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
    );
    add(`<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`);
  }
  const locked = facts.locked ? add(`<< /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >>`) : null;
  let file = '%PDF-1.4\n';
  const places: number[] = [];
  objects.forEach((body, i) => {
    places.push(file.length);
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
  });
  const lock = locked === null ? '' : `/Encrypt ${locked} 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`;
  const list = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${list}trailer\n<< /Size ${size} /Root 1 0 R /Info 4 0 R ${lock} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** Lines of one column, one below the other. */
export const column = (lines: readonly string[], x: number, y: number, { size = 10, leading = 13 } = {}): readonly Words[] =>
  lines.map((text, i) => ({ text, x, y: y + i * leading, size }));

const xml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A Word document of these paragraphs. */
export const docxOf = (paragraphs: readonly string[], facts: { readonly title?: string; readonly author?: string } = {}): Uint8Array =>
  zipOf({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ' +
      'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ' +
      'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" ' +
      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'docProps/core.xml':
      '<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
      'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">' +
      `<dc:title>${xml(facts.title ?? '')}</dc:title><dc:creator>${xml(facts.author ?? '')}</dc:creator>` +
      '<dcterms:created>2001-01-01T00:00:00Z</dcterms:created></cp:coreProperties>',
    'word/document.xml':
      '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>' +
      `${paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
  });

/** An archive of these files. */
export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])));

/** A page of the web. */
export const pageOf = (head: string, body: string): string => `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
