import type { ArticleText, Claim, DateRecord, Mention, Span } from '../../model/index.js';
import type { Format, Found, OutputFile } from '../format.js';

const CONF = `[entities]
group
person
place
claim
date

[relations]

[events]

[attributes]
`;

/** Articles with their names, claims and dates for brat and tools that read its standoff files. */
export const brat: Format = {
  name: 'brat',
  reads: 'a folder of .txt and .ann files for the annotation tool brat',
  needsTexts: true,
  names: ['brat'],
  files: filesOf,
};

function filesOf({ findings, texts }: Found): readonly OutputFile[] {
  const [mentions, claims, dates] = [byDocument(findings.mentions), byDocument(findings.claims), byDocument(findings.dates)];
  const used = new Set<string>();
  const file = (path: string, pieces: Iterable<string>): OutputFile => ({
    path: `brat/${path}`,
    format: 'brat',
    mediatype: 'text/plain',
    title: 'Standoff annotation',
    table: null,
    pieces,
  });
  return [
    file('annotation.conf', [CONF]),
    ...texts.flatMap((article) => {
      const name = fileName(article.document_id, used);
      const of = <Row>(rows: ReadonlyMap<string, readonly Row[]>): readonly Row[] => rows.get(article.document_id) ?? [];
      return [file(`${name}.txt`, [article.text]), file(`${name}.ann`, annotations(article, of(mentions), of(claims), of(dates)))];
    }),
  ];
}

/** A file name made of the id's harmless signs; a name already used gets a number. */
function fileName(id: string, used: Set<string>): string {
  const plain = id.replace(/[^\p{L}\p{N}_-]+/gu, '_').slice(0, 100) || '_';
  let name = plain;
  for (let n = 2; used.has(name.toLowerCase()); n++) name = `${plain}_${n}`;
  used.add(name.toLowerCase());
  return name;
}

function byDocument<Row extends { readonly document_id: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const map = new Map<string, Row[]>();
  for (const row of rows) {
    const list = map.get(row.document_id);
    if (list) list.push(row);
    else map.set(row.document_id, [row]);
  }
  return map;
}

function* annotations({ text }: ArticleText, mentions: readonly Mention[], claims: readonly Claim[], dates: readonly DateRecord[]): Iterable<string> {
  const at = codePoints(text);
  let number = 0;
  const mark = (type: string, span: Span): string =>
    `T${++number}\t${type} ${pieces(text, span, at)}\t${text.slice(span.start, span.end).replace(/\s/g, ' ')}\n`;
  const note = (words: string): string => `#${number}\tAnnotatorNotes T${number}\t${words.replace(/\s+/g, ' ')}\n`;
  for (const mention of mentions) {
    yield mark(mention.type, mention);
    yield `N${number}\tReference T${number} sitrep:${mention.entity_id}\t${mention.name.replace(/\s+/g, ' ')}\n`;
    if (mention.use === 'reference') yield note('points back to a name');
  }
  for (const claim of claims) {
    yield mark('claim', claim);
    const figure = claim.value ?? claim.vague ?? `${claim.min ?? ''}–${claim.max ?? ''}`;
    yield note(`${claim.kind} ${claim.operator} ${figure}${claim.counted === null ? '' : ` ${claim.counted}`}`);
  }
  for (const date of dates) {
    yield mark('date', date);
    yield note(`${date.type} ${date.timex}`);
  }
}

/** Offsets in brat count code points, not code units: gives the way from one to the other. */
function codePoints(text: string): (unit: number) => number {
  const pairs: number[] = [];
  for (let i = 0; i < text.length - 1; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) pairs.push(i++);
  }
  return (unit) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle] < unit) low = middle + 1;
      else high = middle;
    }
    return unit - low;
  };
}

/** "10 14;15 20": a span over a line break is written as its lines. */
function pieces(text: string, { start, end }: Span, at: (unit: number) => number): string {
  const parts: string[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i < end && text[i] !== '\n' && text[i] !== '\r') continue;
    if (i > from) parts.push(`${at(from)} ${at(i)}`);
    from = i + 1;
  }
  return parts.join(';');
}
