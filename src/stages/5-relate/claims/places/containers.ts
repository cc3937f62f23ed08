import { AND, ARTICLE, LOCATIVE, OF, isComma, isIn, mentionStart, signAt, wordsOf, isOfClass } from '../../../../grammar/index.js';
import { Flag, has, type Mention } from '../../../../model/index.js';
import { isPlace, mentionOf, type Scene } from '../scene.js';
import type { Site } from './sites.js';
import { moveAt } from './uses.js';
import { isDirection, isPlaceWord } from './words.js';

const IN = wordsOf('in near outside');
const FAR = wordsOf('far extreme very');
const INTO = wordsOf('into to');

/** "Gao, Mali", "Pont-Sondé, in the Artibonite": the wider place only says which one is meant. */
export function withoutContainers(scene: Scene, sites: readonly Site[]): readonly Site[] {
  const preposition = (site: Site): number => {
    let at = site.first - 1;
    // "in the far north of", "in the province of"
    for (; ; at--) {
      // "in Nigeria’s Kaduna State"
      if (isOwner(scene, at)) {
        at = mentionStart(scene, at - 1);
        continue;
      }
      const of = isIn(scene, at, OF) && (isPlaceWord(scene, at - 1) || isDirection(scene, at - 1));
      const part = isIn(scene, at + 1, OF) && (isPlaceWord(scene, at) || isDirection(scene, at));
      if (!of && !part && !isIn(scene, at, ARTICLE) && !isDirection(scene, at) && !isIn(scene, at, FAR)) break;
    }
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
    // "in Kenya’s capital, Nairobi": the owner of the place that is named.
    if (next && has(scene.tokens, site.last, Flag.Possessive) && isPlaceWord(scene, site.last + 1) && isBeside(scene, site.last + 2, next))
      return false;
    if (i > 0 && isCompared(scene, site)) return false;
    // "Eráti (Nampula)"
    if (inner && signAt(scene, inner.last) === '(' && site.first === inner.last + 1 && signAt(scene, site.last) === ')') return false;
    // "the town of Tarn in Lower Province": "in" right behind a name tells where it lies.
    const tight = inner !== undefined && site.first - 1 === inner.last && isIn(scene, inner.last, IN) && !isWider(inner.mention, site.mention);
    if (!inner || !(tight || isWider(site.mention, inner.mention)) || (site.use === 'from') !== (inner.use === 'from')) return true;
    let at = site.first - 1;
    while (at > inner.last && !isComma(scene, at)) {
      if (isOwner(scene, at)) at = mentionStart(scene, at - 1);
      else if (!isIn(scene, at, ARTICLE) && !isIn(scene, at, LOCATIVE) && !isDirection(scene, at) && !isPlaceWord(scene, at)) break;
      at--;
    }
    if (isIn(scene, inner.last, AND)) return true;
    const follows = at === inner.last || at === inner.last - 1 || (at === inner.last + 1 && isPlaceWord(scene, inner.last));
    const listed = next !== undefined && next.first - site.last <= 2 && !isIn(scene, next.first - 1, IN);
    return !(follows && (!listed || !isComma(scene, site.first - 1)));
  });
}

/** Whether the token is the possessive ending of a name. */
const isOwner = (scene: Scene, token: number): boolean => has(scene.tokens, token, Flag.Possessive) && mentionOf(scene, token - 1) !== null;

const isBeside = (scene: Scene, token: number, site: Site): boolean => site.first === token || (isComma(scene, token) && site.first === token + 1);

const beforeArticle = (scene: Scene, first: number): number => (isIn(scene, first - 1, ARTICLE) ? first - 2 : first - 1);

/** ", the largest plant in Central Asia": among what something is the largest. */
function isCompared(scene: Scene, site: Site): boolean {
  let most = -1;
  for (let at = site.first - 1; at > 0 && at > site.first - LONGEST_APPOSITION; at--) {
    if (isOfClass(scene, at, 'superlative')) most = at;
    if (isComma(scene, at)) return most >= 0 && most - at <= 3 && isIn(scene, at + 1, ARTICLE);
  }
  return false;
}
/** Tokens of "the largest private investment in". */
const LONGEST_APPOSITION = 12;

/** Rank by the form of the id: a country is wider than its regions, a region than its towns. */
const rank = (id: string): number => (/^place:[A-Z]{2}$/.test(id) ? 3 : /^place:[A-Z]{2}-/.test(id) ? 2 : /^place:(gn|~)/.test(id) ? 1 : 4);

/** "Residents of Oran in Lower Province": "in" stands right behind a place that lies in this one. */
export function isAroundNamed(scene: Scene, first: number, mention: Mention): boolean {
  if (!isIn(scene, first - 1, IN)) return false;
  const inner = mentionOf(scene, first - 2);
  return inner !== null && isPlace(inner) && rank(mention.entity_id) >= rank(inner.entity_id) && !isCountry(inner);
}

const isCountry = (mention: Mention): boolean => rank(mention.entity_id) === 3;

const isWider = (outer: Mention, inner: Mention): boolean => {
  const wide = rank(outer.entity_id);
  const narrow = rank(inner.entity_id);
  return wide > narrow;
};
