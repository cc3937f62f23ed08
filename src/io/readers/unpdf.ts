import { getDocumentProxy } from 'unpdf';

/** Some words on a page, in points from its upper left corner. */
export interface Glyphs {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Line on which the letters stand, counted downwards. */
  readonly base: number;
  readonly size: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyphs[];
}

/** A PDF's pages, one after the other, and what it tells of itself; `locked` when it asks for a password. */
export type Pdf = 'locked' | { readonly title: string | null; readonly author: string | null; readonly pages: () => AsyncGenerator<PdfPage> };

const ERRORS_ONLY = 0;

/** Opens a PDF; a broken one is an error. */
export async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  let file: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    // The bytes are handed over and gone afterwards, so they are copied; whatever it wants to warn of would go to stdout.
    file = await getDocumentProxy(Uint8Array.from(bytes), {
      verbosity: ERRORS_ONLY,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
    });
  } catch (error) {
    if ((error as Error).name === 'PasswordException') return 'locked';
    throw error;
  }
  const info = (await file.getMetadata().catch(() => null))?.info as Readonly<Record<string, unknown>> | undefined;
  const fact = (name: string): string | null =>
    typeof info?.[name] === 'string' ? (info[name] as string).replace(/\s+/g, ' ').trim() || null : null;
  return {
    title: fact('Title'),
    author: fact('Author'),
    async *pages() {
      try {
        for (let number = 1; number <= file.numPages; number++) {
          const page = await file.getPage(number);
          const { width, height, transform } = page.getViewport({ scale: 1 });
          const { items } = await page.getTextContent();
          const glyphs = items.flatMap((item) => ('str' in item ? (placed(item, transform as unknown as Matrix) ?? []) : []));
          page.cleanup();
          yield { width, height, glyphs };
        }
      } finally {
        await file.destroy();
      }
    },
  };
}

type Matrix = readonly [number, number, number, number, number, number];

/** Where words stand on the page as it is looked at; null for blanks and for words that do not run from left to right. */
function placed(
  { str, transform, width }: { readonly str: string; readonly transform: unknown[]; readonly width: number },
  page: Matrix,
): Glyphs | null {
  if (str.trim() === '') return null;
  const [a, b, c, d, e, f] = transform as unknown as Matrix;
  const [A, B, C, D, E, F] = page;
  const [along, across] = [A * a + C * b, B * a + D * b];
  if (along <= 0 || Math.abs(across) > along / 10) return null;
  const left = A * e + C * f + E;
  return { text: str, left, right: left + width, base: B * e + D * f + F, size: Math.hypot(A * c + C * d, B * c + D * d) };
}
