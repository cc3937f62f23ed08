import { isWord, signAt } from '../../../../grammar/index.js';
import { Kind, phraseAt } from '../../../../knowledge/index.js';
import type { Sentence } from '../../../../model/index.js';
import { accordingTo, bracketed, inDocument, ownFigures } from './according.js';
import { type Attribution, sayingAt } from './saying.js';
import type { Scene } from '../scene.js';
import { heading, sharing } from './verbless.js';
import { verbal } from './verbs.js';

/** Every attribution of a sentence, in order. Cost is linear in its tokens. */
export function attributionsOf(scene: Scene, sentence: Sentence): readonly Attribution[] {
  const found: Attribution[] = [];
  let floor = sentence.first;
  const opening = heading(scene, sentence) ?? inDocument(scene, sentence);
  if (opening) {
    found.push(opening);
    floor = opening.silent.last;
  }
  for (let token = sentence.first; token < sentence.last; token++) {
    const hit = isWord(scene, token) ? sayingAt(scene, token, sentence.last) : null;
    if (!hit) {
      const shared = found.length > 0 ? sharing(scene, token, sentence, found[0]) : null;
      const inside =
        shared ??
        (token < floor ? null : signAt(scene, token) === '(' ? bracketed(scene, token, sentence, floor) : ownFigures(scene, token, sentence, floor));
      if (inside) found.push(inside);
      continue;
    }
    if (token < floor) continue;
    const attribution =
      hit.manner === 'according'
        ? accordingTo(scene, token, hit.last, sentence, floor)
        : verbal(scene, token, hit.last, sentence, floor, hit.manner, found.at(-1) ?? null);
    if (attribution) {
      found.push(attribution);
      // "The governor, whose office counts 90 dead, said": what is put in ends before the verb of its antecedent.
      floor = attribution.aside && !attribution.trailing ? floor : Math.max(hit.last, attribution.silent.last);
    }
    token = Math.max(token, hit.last - 1);
  }
  return bounded(scene, found, sentence);
}

const NOTHING = { first: 0, last: 0 };
const isPledge = ({ text, tokens, knowledge }: Scene, { verb }: Attribution): boolean =>
  verb >= 0 && phraseAt(knowledge, text, tokens, verb, verb + 1, Kind.Source)?.row.kind === 'pledge';

/** A leading attribution ends where the next one's speaker begins. */
function bounded(scene: Scene, found: readonly Attribution[], sentence: Sentence): readonly Attribution[] {
  return found.map((one, i) => {
    const next = found[i + 1];
    if (!next || one.trailing) return one;
    // "Gunmen demand a tenth of wages, Eko said": he says that they demand it.
    if (next.trailing) return isPledge(scene, one) && one.silent.first >= next.covers.first ? { ...one, covers: NOTHING } : one;
    const last = Math.min(one.covers.last, next.silent.first);
    return last > one.covers.first
      ? { ...one, covers: { first: one.covers.first, last } }
      : { ...one, covers: { first: sentence.first, last: one.silent.first } };
  });
}
