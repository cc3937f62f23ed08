import { contains, overlaps, type Related, type Span } from '../model/index.js';
import type { Flip } from './baseline.js';
import type { Item, Layer } from './items.js';
import { writeMarks } from './marks.js';

const LAYERS: readonly Layer[] = ['mention', 'date', 'claim'];
const KINDS = ['missed', 'extra', 'differs'] as const;

/**
 * What went wrong, as marked sentences: up to `limit` of each layer and kind, evenly spread over the articles. A line of what
 * was wanted and a line of what was found, each with its mark in the sentence.
 */
export function writeErrors(items: readonly Item[], articles: readonly Related[], limit: number): string {
  const byId = new Map(articles.map((article) => [article.id, article]));
  let out = '';
  for (const layer of LAYERS) {
    for (const kind of KINDS) {
      const wrong = items.filter((item) => item.layer === layer && kindOf(item) === kind);
      if (wrong.length === 0) continue;
      out += `\n${layer}s, ${kind}: ${wrong.length}\n`;
      for (const item of spread(wrong, limit))
        out += `  ${item.document}:${item.start}${kind === 'differs' ? ` (${item.wrong.join(', ')})` : ''}\n${lines(item, byId.get(item.document))}`;
    }
  }
  return out;
}

/** The items that are newly right or newly wrong, as marked sentences, with counts. */
export function writeFlips(flips: readonly Flip[], articles: readonly Related[], limit: number): string {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const wrong = flips.filter((flip) => flip.newlyWrong.length > 0);
  const right = flips.filter((flip) => flip.newlyWrong.length === 0);
  let out = `\nsince the baseline: ${right.length} newly right, ${wrong.length} newly wrong\n`;
  for (const [title, list] of [
    ['newly wrong', wrong],
    ['newly right', right],
  ] as const) {
    for (const { item, before, newlyRight, newlyWrong } of spread(list, limit)) {
      const { document, layer, start } = item ?? before ?? { document: '', layer: '', start: 0 };
      out += `  ${title}: ${document}:${start} ${layer} (${[...newlyWrong, ...newlyRight.map((aspect) => `no longer ${aspect}`)].join(', ')})\n`;
      out += item ? lines(item, byId.get(item.document)) : `    was      “${before?.text ?? ''}”\n`;
    }
  }
  return out;
}

const kindOf = ({ wrong }: Item): (typeof KINDS)[number] | 'right' =>
  wrong.length === 0 ? 'right' : wrong[0] === 'missed' || wrong[0] === 'extra' ? wrong[0] : 'differs';

function lines(item: Item, article: Related | undefined): string {
  if (!article) return '';
  const wanted = item.expected === null ? null : markedSentence(article, item, item.expected);
  const found = item.answered === null ? null : markedSentence(article, item.answer ?? item, item.answered);
  return `${wanted === null ? '' : `    wanted   ${wanted}\n`}${found === null ? '' : `    found    ${found}\n`}`;
}

/** The sentence of the span with the span marked; the page line where no sentence holds it. */
function markedSentence(article: Related, span: Span, label: string): string {
  const sentence = article.sentences.find((s) => contains(s, span)) ?? article.sentences.find((s) => overlaps(s, span));
  const window =
    sentence && contains(sentence, span) ? sentence : { start: Math.max(0, span.start - 80), end: Math.min(article.text.length, span.end + 80) };
  return writeMarks(article.text, [{ start: span.start, end: span.end, label }], window).replace(/\s+/g, ' ');
}

const spread = <T>(list: readonly T[], limit: number): readonly T[] =>
  list.length <= limit ? list : Array.from({ length: limit }, (_, i) => list[Math.floor((i * list.length) / limit)]);
