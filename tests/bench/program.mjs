// The modules of a build that the benchmark calls.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export async function programOf(dist) {
  const load = (path) => import(pathToFileURL(join(dist, path)).href);
  const { loadKnowledge } = await load('io/gazetteers/gazetteers.js');
  const { run } = await load('batch/run.js');
  const { analyze, analyzeAll, ARMFUL, armfuls } = await load('pipeline.js');
  const { longestPhrase, scan } = await load('text/index.js');
  const { clean } = await load('stages/1-clean/clean.js');
  const { segment } = await load('stages/2-segment/segment.js');
  const { tag } = await load('stages/3-tag/tag.js');
  const { resolve } = await load('stages/4-resolve/resolve.js');
  const { relate } = await load('stages/5-relate/relate.js');
  return { loadKnowledge, run, analyze, analyzeAll, ARMFUL, armfuls, longestPhrase, scan, clean, segment, tag, resolve, relate };
}
