// Names against gold, in one process and without the files of a run: for scripts that measure many variants of the names room.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const load = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
const { readGold } = await load('evaluate/index.js');
const { clean } = await load('stages/1-clean/clean.js');
const { segment } = await load('stages/2-segment/segment.js');
const { resolve } = await load('stages/4-resolve/resolve.js');

const IGNORED = new Set(['nationality', 'facility', 'nominal', 'optional']);
const TYPES = new Set(['group', 'person', 'place']);

/** Documents `{id, text, ents: [{s, e, t}]}`: the word `corpus` stands for the marked articles of this repository, all else for a file of JSON lines. */
export function goldDocuments(name) {
  if (name !== 'corpus')
    return readFileSync(name, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const folder = join(root, 'corpus', 'gold');
  const empty = { get: () => ({}), has: () => true, keys: () => [][Symbol.iterator](), size: 0, [Symbol.iterator]: () => [][Symbol.iterator]() };
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => {
      const gold = readGold(basename(file, '.txt'), readFileSync(join(folder, file), 'utf8'), empty);
      const type = ({ use, type }) => (use === 'demonym' ? 'nationality' : use === 'reference' ? 'nominal' : type);
      return { id: file, text: gold.text, ents: gold.mentions.map((m) => ({ s: m.start, e: m.end, t: type(m) })) };
    });
}

/** A set of documents, read as far as the names room wants them. */
export function openSet(name, knowledge) {
  const docs = goldDocuments(name);
  const read = docs.map(({ id, text, published = null }) =>
    segment(clean({ id, text, title: null, published, url: null, path: null, sha256: null }, knowledge), knowledge),
  );
  return { name: basename(name, '.jsonl'), docs, read };
}

/**
 * Strict and overlap F1, in percent, over the types that the set marks at all; `placed`: the share of its places with coordinates, found with
 * their very words, that are put within 100 miles of them, null where it has none.
 */
export function measureNames(findNames, knowledge, set) {
  const marked = new Set(set.docs.flatMap((doc) => doc.ents.map((e) => e.t)).filter((t) => TYPES.has(t)));
  let [wanted, found, strict, overlap] = [0, 0, 0, 0];
  const places = { asked: 0, right: 0 };
  const names = findNames(set.read, knowledge);
  set.docs.forEach((doc, d) => {
    const tagged = { ...set.read[d], names: names[d], times: [], figures: [], references: [], pronouns: [] };
    const gold = doc.ents.filter((e) => marked.has(e.t));
    const ignored = doc.ents.filter((e) => IGNORED.has(e.t));
    const touches = (g, m) => g.s < m.end && m.start < g.e;
    const [resolved] = resolve([tagged], knowledge);
    const entities = new Map(resolved.entities.map((entity) => [entity.entity_id, entity]));
    const mentions = resolved.mentions.filter(
      (m) =>
        m.use !== 'demonym' &&
        m.use !== 'reference' &&
        marked.has(m.type) &&
        (gold.some((g) => touches(g, m)) || !ignored.some((g) => touches(g, m))),
    );
    wanted += gold.length;
    found += mentions.length;
    const free = new Set(mentions);
    const open = new Set(gold);
    const take = (fits) => {
      let hits = 0;
      for (const g of open) {
        const m = [...free].find((one) => one.type === g.t && fits(g, one));
        if (!m) continue;
        free.delete(m);
        open.delete(g);
        hits++;
        if (g.lat === undefined || g.s !== m.start || g.e !== m.end) continue;
        places.asked++;
        places.right += isNear(g, entities.get(m.entity_id)) ? 1 : 0;
      }
      return hits;
    };
    const exact = take((g, m) => g.s === m.start && g.e === m.end);
    strict += exact;
    overlap += exact + take(touches);
  });
  const placed = places.asked === 0 ? null : (100 * places.right) / places.asked;
  return { strict: (200 * strict) / (wanted + found), overlap: (200 * overlap) / (wanted + found), placed };
}

/** Whether an entity lies within 100 miles of where the gold says. */
function isNear({ lat, lon }, { latitude, longitude }) {
  const radians = (degrees) => (degrees * Math.PI) / 180;
  const [height, width] = [Math.sin(radians(latitude - lat) / 2), Math.sin(radians(longitude - lon) / 2)];
  const chord = height ** 2 + Math.cos(radians(lat)) * Math.cos(radians(latitude)) * width ** 2;
  return 12742 * Math.asin(Math.min(1, Math.sqrt(chord))) <= 161;
}
