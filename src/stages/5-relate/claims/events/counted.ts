import { PREPOSITION, isIn, isWord, signAt, type Stretch, wordsOf } from '../../../../grammar/index.js';
import type { Figure } from '../../../../model/index.js';
import { eventAt, type EventHit, found, type Happening, hasForm } from './words.js';
import { tokenSpan, type Scene } from '../scene.js';

/** "13 deaths", "217 gunshot victims", "54 injured", "12 dead": the counted words say it themselves. */
export function within(scene: Scene, figure: Figure): Happening | null {
  for (let token = figure.numberLast; token < figure.last; token++) {
    // "3,415 cases of cholera"
    const whole = isWord(scene, token) ? eventAt(scene, token, figure.last + 3) : null;
    // "drew 1,114 votes in the country": the longer phrase is a verb's.
    const hit = whole && whole.last > figure.last && !hasForm(whole, 'noun') ? eventAt(scene, token, figure.last) : whole;
    if (!hit) continue;
    if (isIn(scene, token - 1, UNDONE)) return null;
    const closes = hit.last >= figure.last || hasForm(hit, 'state');
    if ((hasForm(hit, 'noun') || hasForm(hit, 'state')) && closes && (hit.last >= figure.last || isStateBefore(hit)))
      return found(hit, token, 'noun', 'counted');
    token = hit.last - 1;
  }
  return null;
}

/** "attacks in the province rose 18 percent": what a share measures the change of is named before it. */
export function measured(scene: Scene, figure: Figure): Happening | null {
  if (figure.kind !== 'percent' || figure.change === null || !figure.counted || figure.counted.start >= figure.start) return null;
  const { first, last } = tokenSpan(scene, figure.counted);
  for (let token = first; token < last; token++) {
    if (isIn(scene, token, PREPOSITION)) return null;
    const hit = isWord(scene, token) ? eventAt(scene, token, last) : null;
    if (!hit) continue;
    const closes = hit.last >= last || isIn(scene, hit.last, PREPOSITION) || hasForm(hit, 'noun');
    return hasForm(hit, 'noun') && closes && !hasForm(hit, 'person') ? found(hit, token, 'noun', 'measured') : null;
  }
  return null;
}

const UNDONE = wordsOf('attempted foiled planned failed');

/** "displaced people", "wounded soldiers" tell an event of the counted; "armed men" does not, nor "trained nurses" by itself. */
const isStateBefore = (hit: EventHit): boolean =>
  /^(killed|wounded|missing|displaced|kidnapped|arrested|infected|seized|damaged|destroyed)$/.test(hit.row.event) && hit.row.form.includes('state');

/** A list item with a label: "Injured: one sailor", "Boats seized: seven trawlers". */
export function label(scene: Scene, figure: Figure, sentence: Stretch): Happening | null {
  const most = Math.min(figure.first, sentence.first + 8);
  let colon = sentence.first;
  while (colon < most && signAt(scene, colon) !== ':') colon++;
  if (colon >= most) return null;
  for (let token = colon - 1; token >= sentence.first; token--) {
    const hit = isWord(scene, token) ? eventAt(scene, token, colon) : null;
    if (hit && hit.row.event !== 'attacked' && (hasForm(hit, 'participle') || hasForm(hit, 'noun') || hasForm(hit, 'state')))
      return found(hit, token, 'passive', 'label');
  }
  return null;
}
