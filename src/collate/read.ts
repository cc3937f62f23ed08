import type { ArticleText, Paged, Problem, Quote, Reading, Related, Source, Span } from '../model/index.js';
import { textPath } from '../text/index.js';
import { fingerprintOf } from './fingerprint.js';
import { profilesOf } from './profiles.js';

/**
 * What an analysed article gives to the tables: its rows, and the counts from which statistics over articles are made.
 * `noted` are problems met before the analysis; `keepText` keeps the words for formats that show them. Words that stand in no file are always kept.
 */
export function readArticle(article: Related, language: string | null, noted: readonly Problem[] = [], keepText = false): Reading {
  const { mentions, sentences } = article;
  const last = sentences.at(-1);
  const named = namedSentences(article);
  const problems = [...noted, ...article.problems].map((problem) => ({
    ...problem,
    document_id: problem.document_id ?? article.id,
    path: problem.path ?? article.path,
  }));
  const paged = pagesBy(article.origin?.pages ?? []);
  return {
    document: {
      ...documentFacts(article, language),
      title: article.title ?? headline(article),
      published: article.published ?? article.dated?.on ?? null,
      published_from: article.published === null ? (article.dated === null ? null : 'dateline') : (article.origin?.dated ?? null),
      sentences: sentences.length,
      mentions: mentions.length,
      claims: article.claims.length,
      problems: problems.length,
    },
    dated: article.dated?.on ?? article.published,
    mentions: mentions.map(paged),
    entities: article.entities,
    claims: article.claims.map(paged),
    dates: article.dates.map(paged),
    problems,
    windows: [sentences.length, last ? new Set(sentences.map((s) => s.paragraph)).size : 0, 1],
    profiles: profilesOf(article),
    fingerprint: fingerprintOf(article),
    sentences: named,
    article: keepText || article.origin?.extracted ? textOf(article) : null,
  };
}

/** Gives rows the page on which they begin, where `starts` says at which character each page does. */
function pagesBy(starts: readonly number[]): <Row extends Span>(row: Row) => Paged<Row> {
  return (row) => {
    let page = 0;
    while (page < starts.length && starts[page] <= row.start) page++;
    return { ...row, page: page || null };
  };
}

/** The row of an article that was read but not analysed, with the problems that say why. */
export function unreadArticle(source: Source, language: string | null, problems: readonly Problem[]): Reading {
  const counts = { sentences: 0, mentions: 0, claims: 0, problems: problems.length };
  return {
    document: {
      ...documentFacts(source, language),
      title: source.title,
      published: source.published,
      published_from: source.origin?.dated ?? null,
      ...counts,
    },
    dated: null,
    mentions: [],
    entities: [],
    claims: [],
    dates: [],
    problems,
    windows: [0, 0, 0],
    sentences: [],
    article: source.origin?.extracted ? { document_id: source.id, text: source.text, sentences: [], furniture: [] } : null,
    profiles: [],
    fingerprint: null,
  };
}

function textOf({ id, text, sentences, regions }: Related): ArticleText {
  const spanOf = ({ start, end }: Span): Span => ({ start, end });
  return { document_id: id, text, sentences: sentences.map(spanOf), furniture: regions.filter(({ kind }) => kind === 'furniture').map(spanOf) };
}

function documentFacts({ id, url, path, sha256, text, origin }: Source, language: string | null) {
  return {
    document_id: id,
    url,
    path,
    sha256,
    language,
    characters: text.length,
    author: origin?.author ?? null,
    publisher: origin?.publisher ?? null,
    text_path: origin?.extracted ? textPath(id) : null,
    page_starts: origin?.pages ?? [],
    duplicate_of: null,
  };
}

/** The page's own headline, on one line. */
function headline(article: Related): string | null {
  const region = article.regions.find(({ kind }) => kind === 'title');
  return region ? article.text.slice(region.start, region.end).replace(/\s+/g, ' ').trim() || null : null;
}

/** The sentences that name somebody, in their order. */
function namedSentences({ mentions, sentences, text }: Related): readonly Quote[] {
  return [...new Set(mentions.map((mention) => mention.sentence))]
    .filter((number) => sentences[number])
    .sort((a, b) => a - b)
    .map((sentence) => {
      const { start, end, paragraph } = sentences[sentence];
      return { sentence, paragraph, start, end, text: text.slice(start, end) };
    });
}
