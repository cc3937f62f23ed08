import { isWord, mentionEnd, signAt, type Stretch } from '../../../../grammar/index.js';
import { Pos, posOf } from '../../../../knowledge/index.js';
import { Flag, has, type Mention } from '../../../../model/index.js';
import type { Condition } from '../conditions.js';
import { isPlace, mentionOf, type Scene } from '../scene.js';
import { isAroundNamed, withoutContainers } from './containers.js';
import { asideAround, reachOf } from './reach.js';
import { labelled, useOf } from './uses.js';
import { isDirection } from './words.js';

/** A place of a sentence and what it is to the claims beside it. */
export interface Site extends Stretch {
  readonly mention: Mention;
  readonly use: 'at' | 'from' | 'to';
  /** Whether it stands in the label of an item: "16 Feb, Mucojo: …". */
  readonly label: boolean;
  /** Where the figures stand that it can tell the place of; null for the whole sentence. */
  readonly reach: Stretch | null;
  /** The aside it stands in, which says nothing of what comes behind: "X, founded in Oran by a student, had 12 followers". */
  readonly aside: Stretch | null;
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

/**
 * The places of a sentence in their order, each with the preposition that governs it; `silent`: stretches that tell of speakers;
 * `conditions`: those of the sentence.
 */
export function sitesOf(scene: Scene, sentence: Stretch, silent: readonly Stretch[], conditions: readonly Condition[]): readonly Site[] {
  const sites: Site[] = [];
  let token = sentence.first;
  while (token < sentence.last) {
    const mention = mentionOf(scene, token);
    const end = mentionEnd(scene, token);
    if (mention && isPlace(mention) && !isDateline(scene, mention, end, sentence) && !isCompound(scene, end)) {
      // "Russia’s Belgorod region", "China’s western Xinjiang": the owner only says which.
      const owned = ownedPlace(scene, end, sentence);
      const [first, last] = owned < 0 ? [token, end] : [owned, mentionEnd(scene, owned)];
      const use = useOf(scene, token, last, sentence, sites);
      if (use && !isAroundNamed(scene, first, mention)) {
        const part = { first, last };
        const reach = reachOf(scene, part, sentence, silent, conditions);
        const aside = asideAround(scene, part, sentence, false);
        sites.push({ mention: mentionOf(scene, first) ?? mention, ...part, use, label: labelled(scene, last, sentence), reach, aside });
      }
      token = last;
    } else token = end;
  }
  return withoutContainers(scene, sites);
}

/** "Panama-registered", "Athens-based": a place that a hyphen ties to what something is; "the Punjab-Haryana border" holds two. */
const isCompound = (scene: Scene, last: number): boolean =>
  signAt(scene, last) === '-' &&
  !has(scene.tokens, last, Flag.SpaceBefore) &&
  isWord(scene, last + 1) &&
  scene.mentionAt[last + 1] < 0 &&
  (posOf(scene.knowledge, scene.tokens, last + 1) & Pos.Past) !== 0;

/** The place that stands right behind a possessive ending at `token`, words of direction between; −1 when none does. */
function ownedPlace(scene: Scene, token: number, sentence: Stretch): number {
  if (!has(scene.tokens, token, Flag.Possessive)) return -1;
  let at = token + 1;
  while (at < sentence.last && isDirection(scene, at)) at++;
  const mention = at < sentence.last ? mentionOf(scene, at) : null;
  return mention && isPlace(mention) ? at : -1;
}
