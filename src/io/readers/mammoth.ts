import mammoth from 'mammoth';

/** The paragraphs of a Word document with an empty line between; throws when it is none. */
export async function docxText(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) });
  return value;
}
