// Pieces of text that the names room proposes, with the features it sees of each and what the gold says of it.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const load = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
const { ANSWERS } = await load('knowledge/index.js');
const { foldWord, hashOf } = await load('text/index.js');
const { openScene } = await load('stages/3-tag/names/scene.js');
const { cutSentence } = await load('stages/3-tag/names/pieces/chunks.js');
const { features } = await load('stages/3-tag/names/evidence/features.js');
const { overview } = await load('stages/3-tag/names/evidence/article.js');
const { TEMPLATES } = await load('stages/3-tag/names/evidence/templates.js');

const UNASKED = ['facility', 'nominal', 'optional'];

/** Examples `{keys, answer, weight}` of a set; the words whose hashes occur are added to `spelled`. */
export function examplesOf(set, knowledge, spelled) {
  const examples = [];
  let [wanted, missed] = [0, 0];
  set.docs.forEach((doc, d) => {
    const document = set.read[d];
    const { tokens } = document;
    for (let i = 0; i < tokens.count; i++) {
      const word = foldWord(doc.text.slice(tokens.start[i], tokens.end[i])).replaceAll('.', '');
      spelled.set(tokens.hash[i], word || doc.text.slice(tokens.start[i], tokens.end[i]));
      if (word.length > 3) spelled.set(hashOf(word.slice(-3)), word.slice(-3));
    }
    const scene = openScene(document, knowledge);
    const found = new Set();
    const pieces = document.sentences.map((sentence) => {
      const chunks = [];
      cutSentence(scene, sentence, chunks);
      return chunks;
    });
    const article = overview(scene, pieces.flat());
    for (const chunks of pieces)
      for (const [i, chunk] of chunks.entries()) {
        const [s, e] = [tokens.start[chunk.first], tokens.end[chunk.last - 1]];
        const exact = doc.ents.find((g) => g.s === s && g.e === e);
        const touching =
          exact ?? doc.ents.find((g) => g.s < e && s < g.e && (ANSWERS.includes(g.t) || g.t === 'nationality' || UNASKED.includes(g.t)));
        const keys = [];
        features(scene, chunk, chunks[i - 1] ?? null, chunks[i + 1] ?? null, article, (template, value) =>
          keys.push(`${TEMPLATES[template]}\t${value}`),
        );
        const demonym = keys.includes(`listed\t${hashOf('demonym')}`);
        let answer;
        let weight = 1;
        if (exact && ANSWERS.includes(exact.t)) answer = ANSWERS.indexOf(exact.t);
        else if (touching?.t === 'nationality') answer = demonym ? 2 : 3;
        else if (touching && !ANSWERS.includes(touching.t)) continue;
        else if (touching) [answer, weight] = [ANSWERS.indexOf(touching.t), 0.5];
        else if (demonym) answer = 2;
        else answer = 3;
        if (exact) found.add(exact);
        examples.push({ keys: [...new Set(keys)], answer, weight });
      }
    for (const g of doc.ents)
      if (ANSWERS.includes(g.t)) {
        wanted++;
        if (!found.has(g)) missed++;
      }
  });
  console.error(`${set.name}: ${examples.length} pieces, ${wanted} names in the gold, ${missed} of them never proposed with their exact span`);
  return examples;
}
