// What is asked of each hostile document, and of each block of them together.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { documentOf } from './documents.mjs';
import { breaches } from './promises.mjs';

const load = (path) => import(pathToFileURL(join(import.meta.dirname, '../../dist', path)).href);
const [{ analyze }, { loadKnowledge }, { collate, readArticle }, { bytesOf, readingOf }, { FORMATS }] = await Promise.all(
  ['pipeline.js', 'io/gazetteers/gazetteers.js', 'collate/index.js', 'batch/codec.js', 'write/index.js'].map(load),
);
const knowledge = await loadKnowledge();

const sourceOf = (text, n) => ({ id: `d${n}`, text, title: null, published: '2024-05-14', url: null, path: null, sha256: null });
const articleOf = (text, n = 0) => analyze(sourceOf(text, n), knowledge);

/** What is wrong with a document, a line each; what is thrown is wrong, too. */
function faultsOf(text, n) {
  try {
    const article = articleOf(text, n);
    const faults = breaches(article);
    const reading = readArticle(article, 'en', [], true);
    // JSON knows no -0.
    if (!isDeepStrictEqual(readingOf(bytesOf(reading)), JSON.parse(JSON.stringify(reading)))) faults.push('what is kept is not what was found');
    return { faults, reading };
  } catch (error) {
    return { faults: [String(error?.stack ?? error)], reading: null };
  }
}

/** The faults of documents `from` to `until` (exclusive); `at` is told of each before it begins. */
export async function examineBlock(seed, from, until, at = () => {}) {
  const found = [];
  const readings = [];
  for (let n = from; n < until; n++) {
    at(n);
    const { sort, text } = documentOf(seed, n);
    const { faults, reading } = faultsOf(text, n);
    if (faults.length > 0) found.push({ n, sort, fault: faults[0], text: shrunk(text, faults[0].slice(0, 12)) });
    if (reading !== null && text.length < 20_000) readings.push(reading);
  }
  at(until - 1);
  try {
    found.push(...(await together(readings, from)));
  } catch (error) {
    found.push({ n: from, sort: 'block', fault: String(error?.stack ?? error), text: '' });
  }
  return found;
}

/** The tables of the documents together, in every format, whatever their order. */
async function together(readings, n) {
  const findings = collate(readings, [], knowledge);
  const turned = collate([...readings].reverse(), [], knowledge);
  if (JSON.stringify(findings) !== JSON.stringify(turned)) return [{ n, sort: 'block', fault: 'the order of articles makes a difference', text: '' }];
  const texts = readings.flatMap(({ article }) => article ?? []);
  for (const format of FORMATS)
    for (const file of format.files({ findings, texts, overrides: [] }, { excel: false }))
      for await (const piece of file.pieces) if (piece === undefined) throw new Error(`${file.path} holds nothing`);
  return [];
}

/** A smaller text with a fault that begins alike: stretches are left out as long as it stays. */
function shrunk(text, fault) {
  if (text.length > 50_000) return text.slice(0, 2000);
  let least = text;
  let tries = 400;
  for (let size = Math.ceil(text.length / 2); size >= 1 && tries > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < least.length && tries > 0; tries--) {
      const shorter = least.slice(0, at) + least.slice(at + size);
      if (faultsOf(shorter, 0).faults.some((one) => one.startsWith(fault))) least = shorter;
      else at += size;
    }
  }
  return least;
}
