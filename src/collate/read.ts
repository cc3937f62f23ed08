import type { ArticleText, Mention, Presence, Problem, Quote, Reading, Related, Sighting, Source, Span } from '../model/index.js';

import { profilesOf } from './profiles.js';

type Counts = [number, number, number];
const WINDOW_PLACE = { sentence: 0, paragraph: 1, document: 2 } as const;

/**
 * What an analysed article gives to the tables: its rows, and the counts from which statistics over articles are made.
 * `noted` are problems met before the analysis; `keepText` keeps the words for formats that show them.
 */
export function readArticle(article: Related, language: string | null, noted: readonly Problem[] = [], keepText = false): Reading {
  const { mentions, sentences } = article;
  const last = sentences.at(-1);
  const named = [...new Set(mentions.map((mention) => mention.sentence))].filter((s) => sentences[s]).sort((a, b) => a - b);
  const problems = [...noted, ...article.problems].map((problem) => ({
    ...problem,
    document_id: problem.document_id ?? article.id,
    path: problem.path ?? article.path,
  }));
  return {
    document: {
      ...documentFacts(article, language),
      title: article.title ?? headline(article),
      published: article.published ?? article.dated?.on ?? null,
      sentences: sentences.length,
      mentions: mentions.length,
      claims: article.claims.length,
      problems: problems.length,
    },
    dated: article.dated?.on ?? article.published,
    mentions,
    entities: article.entities,
    claims: article.claims,
    dates: article.dates,
    problems,
    windows: [sentences.length, last ? new Set(sentences.map((s) => s.paragraph)).size : 0, 1],
    presences: presences(article),
    sightings: sightings(article, named),
    profiles: profilesOf(article),
    sentences: named.map(
      (s): Quote => ({ start: sentences[s].start, end: sentences[s].end, text: article.text.slice(sentences[s].start, sentences[s].end) }),
    ),
    article: keepText ? textOf(article) : null,
  };
}

/** The row of an article that was read but not analysed, with the problems that say why. */
export function unreadArticle(source: Source, language: string | null, problems: readonly Problem[]): Reading {
  const counts = { sentences: 0, mentions: 0, claims: 0, problems: problems.length };
  return {
    document: { ...documentFacts(source, language), title: source.title, published: source.published, ...counts },
    dated: null,
    mentions: [],
    entities: [],
    claims: [],
    dates: [],
    problems,
    windows: [0, 0, 0],
    presences: [],
    sightings: [],
    sentences: [],
    article: null,
    profiles: [],
  };
}

function textOf({ id, text, sentences, regions }: Related): ArticleText {
  const spanOf = ({ start, end }: Span): Span => ({ start, end });
  return { document_id: id, text, sentences: sentences.map(spanOf), furniture: regions.filter(({ kind }) => kind === 'furniture').map(spanOf) };
}

function documentFacts({ id, url, path, sha256, text }: Source, language: string | null) {
  return { document_id: id, url, path, sha256, language, characters: text.length };
}

/** The page's own headline, on one line. */
function headline(article: Related): string | null {
  const region = article.regions.find(({ kind }) => kind === 'title');
  return region ? article.text.slice(region.start, region.end).replace(/\s+/g, ' ').trim() || null : null;
}

function presences(article: Related): Presence[] {
  const seen = new Map<string, { sentences: Set<number>; paragraphs: Set<number> }>();
  for (const { entity_id, sentence } of article.mentions) {
    let places = seen.get(entity_id);
    if (!places) seen.set(entity_id, (places = { sentences: new Set(), paragraphs: new Set() }));
    places.sentences.add(sentence);
    places.paragraphs.add(article.sentences[sentence]?.paragraph ?? 0);
  }
  return [...seen].map(([entity_id, { sentences, paragraphs }]) => ({ entity_id, counts: [sentences.size, paragraphs.size, 1] }));
}

function sightings(article: Related, named: readonly number[]): Sighting[] {
  const counts = new Map<string, Map<string, Counts>>();
  for (const { a_id, b_id, window, count } of article.cooccurrences) {
    let row = counts.get(a_id);
    if (!row) counts.set(a_id, (row = new Map()));
    let cell = row.get(b_id);
    if (!cell) row.set(b_id, (cell = [0, 0, 0]));
    cell[WINDOW_PLACE[window]] = count;
  }
  const places = sentencesByEntity(article.mentions, named);
  const found: Sighting[] = [];
  for (const [a_id, row] of counts) {
    for (const [b_id, cell] of row)
      found.push({ a_id, b_id, counts: cell, ...closest(places.get(a_id) ?? [], places.get(b_id) ?? [], named, article) });
  }
  return found;
}

/** Entity → positions in `named` of the sentences that name it, ascending. */
function sentencesByEntity(mentions: readonly Mention[], named: readonly number[]): ReadonlyMap<string, readonly number[]> {
  const position = new Map(named.map((sentence, i) => [sentence, i]));
  const places = new Map<string, number[]>();
  for (const { entity_id, sentence } of mentions) {
    const at = position.get(sentence);
    if (at === undefined) continue;
    const list = places.get(entity_id);
    if (!list) places.set(entity_id, [at]);
    else if (list[list.length - 1] !== at) list.push(at);
  }
  for (const list of places.values()) list.sort((a, b) => a - b);
  return places;
}

/** The two nearest sentences of which one names a, one b; inside one paragraph where that can be had. One merge of two sorted lists. */
function closest(a: readonly number[], b: readonly number[], named: readonly number[], article: Related): Omit<Sighting, 'a_id' | 'b_id' | 'counts'> {
  let best = { first: 0, last: 0, distance: Number.MAX_SAFE_INTEGER, sameParagraph: false };
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const first = Math.min(a[i], b[j]);
    const last = Math.max(a[i], b[j]);
    const distance = named[last] - named[first];
    const sameParagraph = article.sentences[named[first]].paragraph === article.sentences[named[last]].paragraph;
    const better = sameParagraph === best.sameParagraph ? distance < best.distance : sameParagraph;
    if (better) best = { first, last, distance, sameParagraph };
    if (a[i] < b[j]) i++;
    else j++;
  }
  return best;
}
