import { shownLine, TABLES, type Claim, type DateRecord, type Mention, type Related, type Sentence } from '../../index.js';
import type { Paint } from '../terminal/paint.js';

const INDENT = '   ';
/** Columns of a claim that say where it stands, which the tree shows anyway. */
const PLACED = new Set(['claim_id', 'document_id', 'sentence', 'start', 'end', 'text', 'because', 'sentence_text', 'page']);
/** What goes without saying. */
const PLAIN: Readonly<Record<string, unknown>> = { operator: '=', polarity: 'affirmed', modality: 'asserted', salience: 'claim' };

interface Leaf {
  readonly start: number;
  readonly head: string;
  readonly because: string;
}

/** Everything found in an article as lines of a tree: each sentence with its names, dates and numbers, each with its reason. */
export function drawTree(article: Related, language: string | null, paint: Paint): readonly string[] {
  const leaves = article.sentences.map((): Leaf[] => []);
  for (const mention of article.mentions) leaves[mention.sentence]?.push(mentionLeaf(mention, paint));
  for (const date of article.dates) leaves[date.sentence]?.push(dateLeaf(date, paint));
  for (const claim of article.claims) leaves[claim.sentence]?.push(claimLeaf(claim, paint));
  return [
    paint.faint(
      [
        language === null ? 'language not told' : `language ${language}`,
        dated(article),
        `${article.sentences.length} ${article.sentences.length === 1 ? 'sentence' : 'sentences'}`,
      ].join(' · '),
    ),
    ...leftOut(article, paint),
    ...article.sentences.flatMap((sentence, i) => ['', ...sentenceLines(article, sentence, leaves[i], paint)]),
  ];
}

const dated = ({ dated: day }: Related): string => (day === null ? 'undated' : `dated ${day.on} (${shownLine(day.because)})`);

/** Furniture and masked spans: the first question about a missing name is whether it was read at all. */
function leftOut(article: Related, paint: Paint): readonly string[] {
  const furniture = article.regions
    .filter(({ kind }) => kind === 'furniture')
    .map(
      ({ start, end, because }) =>
        `left out as page furniture: “${brief(article.text.slice(start, end))}” ${paint.faint(`because ${shownLine(because)}`)}`,
    );
  const masks = article.masks.map(({ start, end }) => `left out as address, handle or link: “${brief(article.text.slice(start, end))}”`);
  return [...furniture, ...masks];
}

const brief = (text: string): string => {
  const line = shownLine(text);
  return line.length > 70 ? `${line.slice(0, 45)} … ${line.slice(-20)}` : line;
};

function sentenceLines({ text }: Related, sentence: Sentence, leaves: readonly Leaf[], paint: Paint): readonly string[] {
  const sorted = [...leaves].sort((a, b) => a.start - b.start);
  const label = `${sentence.index}${sentence.region === 'body' ? '' : ` ${sentence.region}`}`;
  return [
    `${paint.faint(label)} ${paint.strong(shownLine(text.slice(sentence.start, sentence.end)))}`,
    ...sorted.flatMap(({ head, because }, i) => {
      const last = i === sorted.length - 1;
      return [`${INDENT}${last ? '└─' : '├─'} ${head}`, `${INDENT}${last ? '  ' : '│ '}   ${paint.faint(`because ${shownLine(because)}`)}`];
    }),
  ];
}

function mentionLeaf({ start, type, use, text, entity_id, name, because }: Mention, paint: Paint): Leaf {
  const how = use === 'name' ? '' : `, ${use}`;
  return { start, head: `${paint[type](shownLine(text))}  ${type}${how} → ${shownLine(name)} ${paint.faint(shownLine(entity_id))}`, because };
}

function dateLeaf({ start, text, type, timex, from, to, mod, anchor, because }: DateRecord, paint: Paint): Leaf {
  const span = from === null && to === null ? '' : `, ${from ?? '…'} until ${to ?? '…'}`;
  return { start, head: `${paint.date(shownLine(text))}  ${type} → ${timex}${mod === null ? '' : ` ${mod}`}${span}, anchor ${anchor}`, because };
}

function claimLeaf(claim: Claim, paint: Paint): Leaf {
  const told = TABLES.claims.columns
    .filter(({ name }) => !PLACED.has(name))
    .flatMap(({ name }) => {
      const value = claim[name as keyof Claim];
      if (value === null || value === undefined || value === PLAIN[name] || (Array.isArray(value) && value.length === 0)) return [];
      return [`${name} ${shownLine(Array.isArray(value) ? value.join(', ') : String(value))}`];
    });
  return { start: claim.start, head: `${paint.claim(shownLine(claim.text))}  number → ${told.join(', ')}`, because: claim.because };
}
