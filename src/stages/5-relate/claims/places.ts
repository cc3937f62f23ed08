import type { Figure, Mention } from '../../../model/index.js';
import { isKind, phraseAt, Pos, posOf } from '../../../knowledge/index.js';
import { clauseAt, type Clauses } from './clauses.js';
import type { Happening } from './events.js';
import {
  ADVERB,
  AND,
  ARTICLE,
  BE,
  FROM,
  HAVE,
  isClauseBreak,
  isComma,
  isPlainVerb,
  isWord,
  LOCATIVE,
  OF,
  RELATIVE,
  SUBORDINATOR,
  TO,
} from './grammar.js';
import { isIn, mentionEnd, mentionOf, mentionStart, signAt, wordsOf, type Scene, type Stretch } from './scene.js';

/** A place of a sentence and what it is to the claims beside it. */
interface Site {
  readonly mention: Mention;
  readonly first: number;
  readonly last: number;
  readonly use: 'at' | 'from' | 'to';
}

export interface Sites {
  readonly sites: readonly Site[];
}

/** Where a claim holds and where its people or goods come from. */
export interface Whereabouts {
  readonly at: readonly Mention[];
  readonly from: readonly Mention[];
  readonly because: string;
}

const DIRECTION = wordsOf(
  'north south east west northern southern eastern western central northeast northwest southeast southwest north-east north-west northeastern northwestern southeastern southwestern upper lower downtown rural greater outskirts northernmost especially mainly mostly chiefly particularly nearby neighbouring neighboring',
);
const IN = wordsOf('in');
const HERE = wordsOf('these those same such');

/** The places of a sentence in their order, each with the preposition that governs it; `silent`: stretches that tell of speakers. */
export function sitesOf(scene: Scene, sentence: Stretch, silent: readonly Stretch[]): Sites {
  const sites: Site[] = [];
  for (let token = sentence.first; token < sentence.last; token++) {
    const mention = mentionOf(scene, token);
    if (!mention) continue;
    const last = mentionEnd(scene, token);
    if (mention.type === 'place' && mention.use !== 'demonym' && !silent.some((part) => part.first <= token && token < part.last)) {
      const use = useOf(scene, token, last, sentence, sites);
      if (use) sites.push({ mention, first: token, last, use });
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
  if (isIn(scene, at, TO)) return 'to';
  const moved = moveAt(scene, at);
  if (moved) return moved;
  if (isIn(scene, at, LOCATIVE)) return isIn(scene, at - 1, FROM) ? 'from' : 'at';
  // "more than 80 percent of Port-au-Prince"
  if (isIn(scene, at, OF) && scene.figureAt[at - 1] >= 0) return 'at';
  if (labelled(scene, last, sentence)) return 'at';
  if (isIn(scene, at, OF) && (isPlaceWord(scene, at - 1) || isIn(scene, at - 1, DIRECTION))) return 'at';
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

/** "reached Aceh", "left Vovchansk": a verb of moving with the place as its object. */
function moveAt(scene: Scene, token: number): Site['use'] | null {
  if (token < 0 || !isWord(scene, token) || scene.mentionAt[token] >= 0) return null;
  const hit = phraseAt(scene.knowledge, scene.text, scene.tokens, token, scene.tokens.count, 'event');
  if (!hit?.row.form.includes('place')) return null;
  return hit.row.event === 'left' ? 'from' : 'at';
}

/** "16 Feb, Mucojo: two fishermen": a place in the label of a list item. */
function labelled(scene: Scene, token: number, sentence: Stretch): boolean {
  for (let at = token; at < Math.min(sentence.last, sentence.first + 14) && at < token + 5; at++) if (signAt(scene, at) === ':') return true;
  return false;
}

const isPlaceWord = (scene: Scene, token: number): boolean =>
  isKind(scene.knowledge, scene.tokens, token, 'placeWord') || isIn(scene, token, PLACE_NOUN);
const PLACE_NOUN = wordsOf(
  'city town village province provinces district districts region regions state states area areas part parts suburb suburbs streets street capital port island islands neighbourhood neighborhood camp camps county governorate villages towns cities outskirts border borders coast side township townships division department valley hills mountains river banks shores waters rest locations places countries country highlands uplands hinterlands lowlands countryside municipality municipalities quarter quarters slopes plains plain delta foothills commune communes locality localities',
);
const isPlainAdjective = (scene: Scene, token: number): boolean => {
  const pos = posOf(scene.knowledge, scene.tokens, token);
  return (pos & Pos.Adjective) !== 0 && (pos & (Pos.Verb | Pos.Adverb)) === 0;
};

/** "Gao, Mali", "Pont-Sondé, in the Artibonite": the wider place only says which one is meant. */
function withoutContainers(scene: Scene, sites: readonly Site[]): readonly Site[] {
  return sites.filter((site, i) => {
    const inner = sites[i - 1];
    const inside =
      inner !== undefined &&
      site.first - 2 >= inner.last &&
      isIn(scene, site.first - 1, IN) &&
      isComma(scene, site.first - 2) &&
      site.first - 2 <= inner.last + 1;
    if (inside) return false;
    if (!inner || !isWider(site.mention, inner.mention) || (site.use === 'from') !== (inner.use === 'from')) return true;
    let at = site.first - 1;
    while (
      at > inner.last &&
      !isComma(scene, at) &&
      (isIn(scene, at, ARTICLE) || isIn(scene, at, LOCATIVE) || isIn(scene, at, DIRECTION) || isPlaceWord(scene, at))
    )
      at--;
    const follows = at === inner.last || at === inner.last - 1 || (at === inner.last + 1 && isPlaceWord(scene, inner.last));
    const listed = i + 1 < sites.length && sites[i + 1].first - site.last <= 2;
    return !(follows && (!listed || !isComma(scene, site.first - 1)));
  });
}

/** Rank by the form of the id: a country is wider than its regions, a region than its towns. */
const rank = (id: string): number => (/^place:[A-Z]{2}$/.test(id) ? 3 : /^place:[A-Z]{2}-/.test(id) ? 2 : /^place:(gn|~)/.test(id) ? 1 : 4);
const isWider = (outer: Mention, inner: Mention): boolean => {
  const wide = rank(outer.entity_id);
  const narrow = rank(inner.entity_id);
  return wide > narrow;
};

const MOVING: ReadonlySet<string> = new Set([
  'arrived',
  'returned',
  'fled',
  'evacuated',
  'deployed',
  'displaced',
  'left',
  'delivered',
  'released',
  'rescued',
]);

/**
 * Places of one figure: those before the first figure govern all; a place behind a figure belongs to it and to the figures
 * before it that have none of their own; a figure without a place of its own takes the last place said before it.
 */
export function whereaboutsOf(
  scene: Scene,
  sites: Sites,
  clauses: Clauses | null,
  figure: Figure,
  figures: readonly Figure[],
  happening: Happening | null,
  sentence: Stretch,
): Whereabouts {
  const part = stretchOf(scene, figure, sentence);
  const from: Mention[] = [];
  const at: Mention[] = [];
  const moves = happening !== null && MOVING.has(happening.event);
  const inPart = sites.sites.filter((site) => site.first >= part.first && site.first < part.last);
  for (const site of inPart) {
    if (site.use === 'from' && isOriginOf(scene, site, figure, happening)) from.push(site.mention);
  }
  const usable = inPart.filter((site) => site.use === 'at' || (site.use === 'to' && (moves || isMotion(scene, site, sentence))));
  const own = usable.filter((site) => site.first >= figure.first && !isBeyond(scene, clauses, figure, site, part));
  const nextFigure = figures.find((other) => other.first >= figure.last && other.first > figure.first && other.first < part.last);
  const close = nextFigure ? own.filter((site) => site.first < nextFigure.first) : own;
  const leading = usable.filter((site) => site.first < figure.first && !isAside(scene, site, figure, sentence));
  const earlier = sites.sites.filter((site) => site.use === 'at' && site.first < part.first && !isAside(scene, site, figure, sentence));
  const relative = whereOf(scene, figure, part);
  if (relative && close.length === 0) return { at: [relative], from, because: `place "${relative.text}"` };
  const chosen =
    close.length > 0
      ? close
      : leading.length > 0
        ? nearestGroup(leading, figures)
        : own.length > 0
          ? nearestBehind(own)
          : earlier.length > 0 && part.first > sentence.first
            ? nearestGroup(earlier, figures)
            : // "12 died when a pit caved in near Raghistan"
              happening
              ? usable.filter((site) => site.first >= figure.last && isInTimeClause(scene, figure, site)).slice(0, 2)
              : [];
  for (const site of chosen) if (!at.some((one) => one.entity_id === site.mention.entity_id)) at.push(site.mention);
  return { at, from, because: at.length > 0 ? `place "${at[0].text}"` : '' };
}

/** The places said last before the figure, with no other figure between them and each other. */
function nearestGroup(leading: readonly Site[], figures: readonly Figure[]): readonly Site[] {
  const last = leading[leading.length - 1];
  return leading.filter((site) => !figures.some((other) => other.first > site.first && other.first < last.first));
}

const nearestBehind = (own: readonly Site[]): readonly Site[] => own.filter((site) => site.first - own[0].first < 14);

/** "21 patients and that nine were flown to Peshawar": a clause begins between the figure and the place. */
function isBeyond(scene: Scene, clauses: Clauses | null, figure: Figure, site: Site, part: Stretch): boolean {
  if (clauses && isOtherClause(scene, clauses, figure, site, part)) return true;
  let comma = false;
  let subject = false;
  for (let token = figure.last; token < site.first; token++) {
    if (isComma(scene, token)) comma = true;
    // "killing thousands, its members have sought work across Afghanistan": a name behind a comma with a verb of its own.
    if (comma && mentionOf(scene, token)) subject = true;
    if (comma && subject && scene.mentionAt[token] < 0 && (isIn(scene, token, HAVE) || isIn(scene, token, BE) || isPlainVerb(scene, token)))
      return true;
    if (scene.mentionAt[token] < 0 && (isIn(scene, token, SUBORDINATOR) || (isIn(scene, token, RELATIVE) && !isIn(scene, token - 1, OF))))
      return true;
  }
  return false;
}

/** Whether only "when", "after" or "as" stands between the figure and the place: the clause that tells how it came about. */
function isInTimeClause(scene: Scene, figure: Figure, site: Site): boolean {
  let time = false;
  for (let token = figure.last; token < site.first; token++) {
    if (scene.mentionAt[token] >= 0) continue;
    if (isIn(scene, token, TIME_CLAUSE)) time = true;
    else if (isIn(scene, token, SUBORDINATOR) || isIn(scene, token, RELATIVE)) return false;
  }
  return time;
}
const TIME_CLAUSE = wordsOf('when after as');

/** Whether another subject has its verb between the figure and the place, or begins right behind the place. */
function isOtherClause(scene: Scene, clauses: Clauses, figure: Figure, site: Site, part: Stretch): boolean {
  const mine = clauseAt(clauses, figure.first);
  const there = clauseAt(clauses, site.first);
  const { subject } = there;
  const ours = (subject !== null && subject.first <= figure.first && figure.first < subject.last) || subject?.first === mine.subject?.first;
  if (there.verb > figure.last && !ours) return true;
  // "dropped 0.7 metres a year, and around Korla the figure was": the place opens the next clause.
  let joint = site.first - 1;
  while (joint > figure.last && !isComma(scene, joint)) joint--;
  if (joint <= figure.last || !isIn(scene, joint + 1, JOINTS)) return false;
  const next = clauseAt(clauses, Math.min(part.last, site.last + 8));
  return next.subject !== null && next.subject.first >= site.last;
}

/** "X, founded in Dresden by a student, had 12 followers": a place between commas that tells about the subject. */
function isAside(scene: Scene, site: Site, figure: Figure, sentence: Stretch): boolean {
  let first = site.first;
  while (first > sentence.first && !isComma(scene, first - 1)) first--;
  if (first === sentence.first) return false;
  let last = site.last;
  while (last < sentence.last && last < figure.first && !isComma(scene, last)) last++;
  if (last >= figure.first || !isComma(scene, last)) return false;
  return isIn(scene, first, RELATIVE) || isIn(scene, first, ARTICLE) || (posOf(scene.knowledge, scene.tokens, first) & (Pos.Past | Pos.Gerund)) !== 0;
}

/** The part of the sentence between semicolons that holds the figure. */
function stretchOf(scene: Scene, figure: Figure, sentence: Stretch): Stretch {
  let first = figure.first;
  while (first > sentence.first && !isClauseBreak(scene, first - 1)) first--;
  let last = figure.last;
  while (last < sentence.last && !isClauseBreak(scene, last)) last++;
  return { first, last };
}

/** "fighters from Syria", "have arrived from Pakistan": directly behind the counted, or behind a verb of moving. */
function isOriginOf(scene: Scene, site: Site, figure: Figure, happening: Happening | null): boolean {
  if (figure.kind === 'distance' || figure.kind === 'age' || figure.kind === 'duration') return false;
  // "have left Vovchansk, Lyptsi and smaller villages"
  if (happening !== null && happening.event === 'left') return site.first >= happening.first;
  let at = site.first - 1;
  while (at >= figure.last && !isIn(scene, at, FROM)) at--;
  if (signAt(scene, figure.last) === '(' && signAt(scene, at - 1) === ')') return true;
  if (at < figure.last) return false;
  if (at <= figure.last + 1 || (at <= figure.last + 4 && signAt(scene, at - 1) === ')')) return true;
  // "42 fishermen, all from Tamil Nadu", "five came from Datu Salibo"
  if (at === figure.last + 2 && isComma(scene, figure.last) && isIn(scene, at - 1, ALL)) return true;
  if (at <= figure.last + 4 && isIn(scene, at - 1, GOING)) return true;
  return happening !== null && MOVING.has(happening.event) && at >= happening.last && at - happening.last < 8;
}

/** "Merawi had 9,000 inhabitants": where nothing happens, a place that is the subject is where the claim holds; null otherwise. */
export function subjectPlace(scene: Scene, clauses: Clauses | null, figure: Figure, event: string | null): readonly Mention[] | null {
  if (!clauses || event !== null || (figure.kind !== 'count' && figure.kind !== 'rate' && figure.kind !== 'fraction' && figure.kind !== 'percent'))
    return null;
  const { subject } = clauseAt(clauses, figure.first);
  const mention = subject && subject.last <= figure.first ? mentionOf(scene, subject.head) : null;
  return mention && mention.type === 'place' && mention.use !== 'demonym' ? [mention] : null;
}

/** "Agadir, where 12,000 perished": the place before "where" when the figure stands in its clause. */
function whereOf(scene: Scene, figure: Figure, part: Stretch): Mention | null {
  const limit = Math.max(part.first, figure.first - 12);
  for (let at = figure.first - 1; at > limit; at--) {
    if (isIn(scene, at, WHERE)) {
      for (let back = at - 1; back >= Math.max(part.first, at - 8); back--) {
        const mention = mentionOf(scene, back);
        if (mention?.type === 'place' && mention.use !== 'demonym') return mention;
      }
      return null;
    }
    if (isComma(scene, at) || isIn(scene, at, AND)) return null;
  }
  return null;
}
const WHERE = wordsOf('where');
const JOINTS = wordsOf('and but while');

/** "walked to Saint-Marc", "went back to Hsipaw": a place reached. */
function isMotion(scene: Scene, site: Site, sentence: Stretch): boolean {
  for (let at = site.first - 1; at >= sentence.first && at > site.first - 7; at--) if (isIn(scene, at, GOING)) return true;
  return false;
}
const ALL = wordsOf('all most some many mainly mostly both');
const GOING = wordsOf(
  'walked went go gone back returned travelled traveled flown flew fled driven drove sailed moved taken towed sent come came transferred crossed delivered brought',
);

/** "in these locations", "there": the sentence points back at the places of the one before. */
export function pointsBack(scene: Scene, sentence: Stretch): boolean {
  for (let token = sentence.first; token + 1 < sentence.last; token++) {
    if (
      isIn(scene, token, HERE) &&
      isIn(scene, token + 1, PLACE_NOUN) &&
      mentionStart(scene, token) === token &&
      isIn(scene, token - 1, LOCATIVE_OR_TO)
    )
      return true;
  }
  return false;
}
const LOCATIVE_OR_TO = wordsOf('in to at across from around near the into');

/** Every place named in a sentence, for the sentence that points back at it. */
export const placesNamed = (mentions: readonly Mention[]): readonly Mention[] =>
  mentions.filter((mention) => mention.type === 'place' && mention.use !== 'demonym');
