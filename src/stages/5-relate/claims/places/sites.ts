import {
  ADVERB,
  AND,
  ARTICLE,
  BE,
  FROM,
  LOCATIVE,
  OF,
  TO,
  isComma,
  isIn,
  isPlainNoun,
  isPlainVerb,
  isWord,
  mentionEnd,
  signAt,
  type Stretch,
  wordsOf,
} from '../../../../grammar/index.js';
import { Kind, isKind, phraseAt, Pos, posOf } from '../../../../knowledge/index.js';
import { Flag, has, type Mention } from '../../../../model/index.js';
import { mentionOf, type Scene } from '../scene.js';

/** A place of a sentence and what it is to the claims beside it. */
export interface Site {
  readonly mention: Mention;
  readonly first: number;
  readonly last: number;
  readonly use: 'at' | 'from' | 'to';
  /** Whether it stands in the label of an item: "16 Feb, Mucojo: …". */
  readonly label: boolean;
}

export interface Sites {
  readonly sites: readonly Site[];
}

/** "KOLKATA, May 3: The city …", "BANNU: A bomb …": where the text was written. */
const isDateline = (scene: Scene, mention: Mention, last: number, sentence: Stretch): boolean =>
  scene.document.regions.slice(0, TOP).some((region) => region.kind === 'dateline' && region.start <= mention.start && mention.end <= region.end) ||
  (mentionOf(scene, sentence.first) === mention && has(scene.tokens, sentence.first, Flag.Upper) && isLabel(scene, last, sentence));
const isLabel = (scene: Scene, from: number, sentence: Stretch): boolean => {
  for (let at = from; at < Math.min(sentence.last, from + 6); at++) if (':—–'.includes(signAt(scene, at) || ' ')) return true;
  return false;
};
/** A dateline stands among the first regions of the page. */
const TOP = 12;

const DIRECTION = wordsOf(
  'north south east west northern southern eastern western central northeast northwest southeast southwest north-east north-west northeastern northwestern southeastern southwestern upper lower downtown rural greater outskirts northernmost especially mainly mostly chiefly particularly nearby neighbouring neighboring',
);

const IN = wordsOf('in near outside');
const INTO = wordsOf('into to');
const THAT = wordsOf('that');
const ONE = wordsOf('one');

/** The places of a sentence in their order, each with the preposition that governs it; `silent`: stretches that tell of speakers. */
export function sitesOf(scene: Scene, sentence: Stretch, silent: readonly Stretch[]): Sites {
  const sites: Site[] = [];
  for (let token = sentence.first; token < sentence.last; token++) {
    const mention = mentionOf(scene, token);
    if (!mention) continue;
    const last = mentionEnd(scene, token);
    if (
      mention.type === 'place' &&
      mention.use !== 'demonym' &&
      !isDateline(scene, mention, last, sentence) &&
      !silent.some((part) => part.first <= token && token < part.last)
    ) {
      const use = useOf(scene, token, last, sentence, sites);
      if (use) sites.push({ mention, first: token, last, use, label: labelled(scene, last, sentence) });
    }
    token = last - 1;
  }
  return { sites: withoutContainers(scene, sites) };
}

function useOf(scene: Scene, first: number, last: number, sentence: Stretch, before: readonly Site[]): Site['use'] | null {
  let at = first - 1;
  while (
    at >= sentence.first &&
    (isWord(scene, at) || signAt(scene, at) === '-') &&
    scene.mentionAt[at] < 0 &&
    (signAt(scene, at) === '-' ||
      isIn(scene, at, ARTICLE) ||
      isIn(scene, at, DIRECTION) ||
      isIn(scene, at, ADVERB) ||
      isPlaceWord(scene, at) ||
      isPlainAdjective(scene, at))
  ) {
    if (isIn(scene, at, FROM)) break;
    at--;
  }
  if (at < sentence.first) return labelled(scene, last, sentence) ? 'at' : null;
  const previous = before.at(-1);
  if (isIn(scene, at, FROM)) return 'from';
  // "on the highway to Harrismith"
  if (isIn(scene, at, TO)) return isIn(scene, at - 1, ROAD) ? 'at' : 'to';
  const moved = moveAt(scene, at);
  if (moved) return moved;
  if (isIn(scene, at, LOCATIVE)) {
    if (isIn(scene, at - 1, FROM)) return 'from';
    return describesParty(scene, at, sentence) || modifies(scene, at, last) ? null : 'at';
  }
  // "980 in that of Taroudant"
  if (isIn(scene, at, OF) && isIn(scene, at - 1, THAT) && isIn(scene, at - 2, LOCATIVE)) return 'at';
  // "more than 80 percent of Port-au-Prince", not "one of Africa’s oldest bridges"
  if (isIn(scene, at, OF) && scene.figureAt[at - 1] >= 0) return isIn(scene, at - 1, ONE) && has(scene.tokens, last, Flag.Possessive) ? null : 'at';
  if (labelled(scene, last, sentence)) return 'at';
  if (isIn(scene, at, OF) && (isPlaceWord(scene, at - 1) || isIn(scene, at - 1, DIRECTION))) return 'at';
  // "in her hamlet, Imerda": the name of the place just spoken of.
  if (isComma(scene, at) && isPlaceWord(scene, at - 1)) {
    let before = at - 2;
    while (before > sentence.first && (isIn(scene, before, ARTICLE) || isIn(scene, before, DIRECTION) || isPlainAdjective(scene, before))) before--;
    if (isIn(scene, before, LOCATIVE)) return 'at';
  }
  // "in Kabul, Kunar, and Helmand": items of a list share the preposition of the first.
  const joint = isIn(scene, at, AND) && isComma(scene, at - 1) ? at - 1 : at;
  if (
    previous &&
    previous.last >= joint - 2 &&
    (isComma(scene, joint) || isIn(scene, joint, AND) || signAt(scene, joint) === '(' || signAt(scene, joint) === '/')
  )
    return previous.use;
  // "Nuristan and Kunar provinces": the head says that both are places where something is.
  if (last < sentence.last && isPlaceWord(scene, last) && !isIn(scene, at, AND)) return isComma(scene, at) ? 'at' : null;
  return null;
}

/** "paid Nour Exchange, a money service in Sanaa": the place tells who the one before the comma is. */
function describesParty(scene: Scene, preposition: number, sentence: Stretch): boolean {
  for (let at = preposition - 1; at > sentence.first && at > preposition - LONGEST_APPOSITION; at--) {
    if (isIn(scene, at, A) && isComma(scene, at - 1)) {
      const party = mentionOf(scene, at - 2);
      return party !== null && party.type !== 'place';
    }
    if (isComma(scene, at) || isPlainVerb(scene, at) || isIn(scene, at, BE) || scene.figureAt[at] >= 0) return false;
  }
  return false;
}
const A = wordsOf('a an');
/** Tokens of "a former front of the guards in". */
const LONGEST_APPOSITION = 9;

/** "in a Liverpool hostel": a noun goes on behind the place, which only tells of what sort it is. */
const modifies = (scene: Scene, preposition: number, last: number): boolean =>
  isIn(scene, preposition + 1, A) && scene.mentionAt[last] < 0 && scene.dateAt[last] < 0 && isPlainNoun(scene, last) && !isPlaceWord(scene, last);

/** "reached Aceh", "left Vovchansk": a verb of moving with the place as its object. */
function moveAt(scene: Scene, token: number): Site['use'] | null {
  if (token < 0 || !isWord(scene, token) || scene.mentionAt[token] >= 0) return null;
  const hit = phraseAt(scene.knowledge, scene.text, scene.tokens, token, scene.tokens.count, Kind.Event);
  if (!hit?.row.form.includes('place')) return null;
  return hit.row.event === 'left' ? 'from' : 'at';
}

/** "16 Feb, Mucojo: two fishermen": a place in the label of a list item. */
function labelled(scene: Scene, token: number, sentence: Stretch): boolean {
  for (let at = token; at < Math.min(sentence.last, sentence.first + 14) && at < token + 5; at++) if (signAt(scene, at) === ':') return true;
  return false;
}

const ROAD = wordsOf('road roads highway motorway route routes railway');

const isPlaceWord = (scene: Scene, token: number): boolean =>
  isKind(scene.knowledge, scene.tokens, token, Kind.PlaceWord) || isIn(scene, token, PLACE_NOUN);

export const PLACE_NOUN = wordsOf(
  'corner city town village province provinces district districts region regions state states area areas part parts suburb suburbs streets street capital port island islands neighbourhood neighborhood camp camps county governorate villages towns cities outskirts border borders coast side township townships division department valley hills mountains river banks shores waters rest locations places countries country highlands uplands hinterlands lowlands countryside municipality municipalities quarter quarters slopes plains plain delta foothills commune communes locality localities',
);

const isPlainAdjective = (scene: Scene, token: number): boolean => {
  const pos = posOf(scene.knowledge, scene.tokens, token);
  return (pos & Pos.Adjective) !== 0 && (pos & (Pos.Verb | Pos.Adverb)) === 0;
};

/** "Gao, Mali", "Pont-Sondé, in the Artibonite": the wider place only says which one is meant. */
function withoutContainers(scene: Scene, sites: readonly Site[]): readonly Site[] {
  const preposition = (site: Site): number => {
    let at = site.first - 1;
    while (isIn(scene, at, ARTICLE) || (isIn(scene, at, OF) && isPlaceWord(scene, at - 1)) || (isPlaceWord(scene, at) && isIn(scene, at + 1, OF)))
      at--;
    return at;
  };
  return sites.filter((site, i) => {
    const inner = i > 0 ? sites[i - 1] : undefined;
    const next = sites[i + 1];
    // "crossed the river into Chad": the place reached.
    if (next && next.first - site.last <= 2 && isIn(scene, site.last, INTO) && moveAt(scene, beforeArticle(scene, site.first)) === 'at') return false;
    const inside =
      inner !== undefined &&
      isIn(scene, preposition(site), IN) &&
      isComma(scene, preposition(site) - 1) &&
      preposition(site) - 1 >= inner.last &&
      preposition(site) - 1 <= inner.last + 1;
    if (inside) return false;
    // "Eráti (Nampula)"
    if (inner && signAt(scene, inner.last) === '(' && site.first === inner.last + 1 && signAt(scene, site.last) === ')') return false;
    // "the town of Tarn in Lower Province": "in" right behind a name tells where it lies.
    const tight = inner !== undefined && site.first - 1 === inner.last && isIn(scene, inner.last, IN) && !isWider(inner.mention, site.mention);
    if (!inner || !(tight || isWider(site.mention, inner.mention)) || (site.use === 'from') !== (inner.use === 'from')) return true;
    let at = site.first - 1;
    while (
      at > inner.last &&
      !isComma(scene, at) &&
      (isIn(scene, at, ARTICLE) || isIn(scene, at, LOCATIVE) || isIn(scene, at, DIRECTION) || isPlaceWord(scene, at))
    )
      at--;
    if (isIn(scene, inner.last, AND)) return true;
    const follows = at === inner.last || at === inner.last - 1 || (at === inner.last + 1 && isPlaceWord(scene, inner.last));
    const listed = next !== undefined && next.first - site.last <= 2 && !isIn(scene, next.first - 1, IN);
    return !(follows && (!listed || !isComma(scene, site.first - 1)));
  });
}

const beforeArticle = (scene: Scene, first: number): number => (isIn(scene, first - 1, ARTICLE) ? first - 2 : first - 1);

/** Rank by the form of the id: a country is wider than its regions, a region than its towns. */
const rank = (id: string): number => (/^place:[A-Z]{2}$/.test(id) ? 3 : /^place:[A-Z]{2}-/.test(id) ? 2 : /^place:(gn|~)/.test(id) ? 1 : 4);

const isWider = (outer: Mention, inner: Mention): boolean => {
  const wide = rank(outer.entity_id);
  const narrow = rank(inner.entity_id);
  return wide > narrow;
};
