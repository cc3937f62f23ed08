import { Flag, has, type Rule, type Sentence } from '../../../../model/index.js';
import { entityText, levelOf, USES } from '../../../../knowledge/index.js';
import { type GazetteerHit, isFirm } from '../gazetteer.js';
import { isEnglish, isLowerWord, type Scene } from '../scene.js';
import { type Chunk, chunkOf, listedChunk, type Title } from './chunk.js';
import { openEnd } from './ends.js';
import { branchEnd, isWhere, standsAlone } from './listed.js';
import { organisationAt } from './organisations.js';
import { isHyphenated } from './particles.js';
import { placeByHead, placeByTail } from './places.js';
import { SKIPS } from './skips.js';
import { callingAt, titleBefore } from './titles.js';

/** Where a run is cut: what is left of it is `[token, end)`. */
export interface Place {
  readonly sentence: Sentence;
  readonly token: number;
  readonly end: number;
  /** How far a name may reach behind the run. */
  readonly limit: number;
  /** The gazetteer name that begins here. */
  readonly hit: GazetteerHit | null;
  /** The title that stands before. */
  readonly title: Title | null;
}

/** What is cut off: a piece, or a title for the piece behind it, or words that belong to no name; `next` is where the rest begins. */
export interface Cut {
  readonly next: number;
  readonly chunk?: Chunk;
  readonly title?: Title;
}

/** How a run is cut, in the order in which it is tried; the last rule always knows how. */
export const CUTS: readonly Rule<(scene: Scene, place: Place) => Cut | null>[] = [
  ...SKIPS.map(({ id, reads, find }) => ({
    id,
    reads,
    find: (scene: Scene, place: Place): Cut | null => {
      const next = find(scene, place);
      return next > place.token ? { next } : null;
    },
  })),
  {
    id: 'cut.side',
    reads: 'a people behind a prefix that takes sides: “pro-Kurdish DEM Party”, “anti-French front”',
    find: (scene, { sentence, token, hit }) => {
      if (hit === null || hit.words > 1 || token < sentence.first + 2 || !isHyphenated(scene, token - 1) || !isLowerWord(scene, token - 2))
        return null;
      return isDemonym(scene, hit) ? { next: hit.last, chunk: listedChunk(scene, sentence, token, hit) } : null;
    },
  },
  {
    id: 'cut.organisation',
    reads: 'an organisation told by its own words, longer than any row knows',
    find: (scene, { sentence, token, end, limit, hit }) => {
      const shape = organisationAt(scene, token, { first: token, last: end }, limit);
      if (shape === null || (hit !== null && hit.last >= shape.last && isListed(scene, hit))) return null;
      const { last, kind, because } = shape;
      // "the National Liberation Army": which of several rows is meant is decided when it is known what else the article names.
      const senses = hit === null ? [] : hit.last === last ? hit.senses : kind === 'company' ? firmBefore(scene, hit, last) : [];
      return { next: last, chunk: chunkOf(scene, sentence, token, last, { shape: 'organisation', senses, kind, because }) };
    },
  },
  {
    id: 'cut.title',
    reads: 'a title or role before a name: “Brig. Gen. X”, “President X”',
    find: (scene, place) => titleBefore(scene, place),
  },
  {
    id: 'cut.calling',
    reads: 'an ordinary word for people before a full name: “Mathematician Hermann Weyl”, “Witness Claire Ross”',
    find: (scene, { token, end, hit }) => {
      const title = hit === null ? callingAt(scene, token, end) : null;
      return title === null ? null : { next: token + 1, title };
    },
  },
  {
    id: 'cut.where',
    reads: 'a large town behind “in”, before whoever did something there: “In Manila Duterte said”',
    find: (scene, { sentence, token, end, hit, title }) =>
      hit !== null && title === null && isWhere(scene, hit, token, end) ? { next: hit.last, chunk: listedChunk(scene, sentence, token, hit) } : null,
  },
  {
    id: 'cut.place-head',
    reads: '“Lake X”, “Mount X”, “Gulf of X”',
    find: (scene, place) => placeCut(scene, place, placeByHead(scene, place.token, place.end, place.limit)),
  },
  {
    id: 'cut.place-tail',
    reads: '“X Province”, “X River”',
    find: (scene, place) => placeCut(scene, place, placeByTail(scene, place.token, place.end)),
  },
  {
    id: 'cut.branch',
    reads: 'a listed organisation with a place or people directly behind it: “BBC Hausa”, “Interpol Gambia”',
    find: (scene, { sentence, token, end, limit, hit }) => {
      const last = hit === null ? 0 : branchEnd(scene, hit, end, limit);
      return last === 0
        ? null
        : { next: last, chunk: chunkOf(scene, sentence, token, last, { shape: 'organisation', because: 'rule group.branch' }) };
    },
  },
  {
    id: 'cut.listed',
    reads: 'a listed name ends where its row ends, though the run goes on: “Taliban-TTP nexus”',
    find: (scene, { sentence, token, end, limit, hit, title }) =>
      hit !== null && standsAlone(scene, hit, end, limit, title) ? { next: hit.last, chunk: listedChunk(scene, sentence, token, hit, title) } : null,
  },
  {
    id: 'cut.shouted',
    reads: 'ordinary words in a shouted line are no name by their capitals, even if a town is called so: “THE DOOR IS OPEN”',
    find: (scene, { token, end, limit, hit, title }) => {
      if (title !== null || !has(scene.tokens, token, Flag.Shouted)) return null;
      const last = openEnd(scene, token, end, limit);
      return isEnglish(scene, token, last) && !(hit?.last === last && isListed(scene, hit)) ? { next: last } : null;
    },
  },
  {
    id: 'cut.open',
    reads: 'all else, up to a title or another name, is weighed by what stands around it',
    find: (scene, { sentence, token, end, limit, hit, title }) => {
      const last = openEnd(scene, token, end, limit);
      const senses = hit?.last === last ? hit.senses : [];
      const shape = hit?.last === last ? 'gazetteer' : 'open';
      return { next: last, chunk: chunkOf(scene, sentence, token, last, { shape, senses, title, because: 'rule context' }) };
    },
  },
];

const isDemonym = ({ knowledge }: Scene, hit: GazetteerHit): boolean =>
  hit.senses.some((sense) => isFirm(knowledge, sense) && USES[knowledge.names.use[sense]] === 'demonym');

const isListed = ({ knowledge }: Scene, hit: GazetteerHit): boolean => hit.senses.some((sense) => isFirm(knowledge, sense));

/** "Mowi ASA", "Siemens AG": readings of a listed firm where nothing but its legal form, which is no English, stands behind its name. */
function firmBefore(scene: Scene, hit: GazetteerHit, last: number): readonly number[] {
  const { knowledge, tokens } = scene;
  for (let token = hit.last; token < last; token++) if (levelOf(knowledge, tokens, token) > 0) return [];
  const isFirmCompany = (sense: number): boolean =>
    isFirm(knowledge, sense) && entityText(knowledge.entities, knowledge.names.entity[sense]).kind === 'company';
  return hit.senses.filter(isFirmCompany);
}

/** The piece of a place that ends with `last`, unless a row knows a longer name. */
function placeCut(scene: Scene, { sentence, token, hit }: Place, last: number): Cut | null {
  if (last <= 0 || (hit !== null && hit.last > last)) return null;
  const listed = hit?.last === last;
  const traits = { shape: listed ? 'gazetteer' : 'place', senses: listed ? hit.senses : [], because: 'rule place.word' } as const;
  return { next: last, chunk: chunkOf(scene, sentence, token, last, traits) };
}
