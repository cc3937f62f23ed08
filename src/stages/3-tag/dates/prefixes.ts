import { Flag, has, isTight } from '../../../model/index.js';
import { hashOf } from '../../../text/index.js';
import { type Scene, signAt } from './scene.js';
import type { Found } from './times.js';
import { endOfPhrase, type Role, roleBit, type TimePhrase } from './words.js';

// Words before an expression that belong to it ("early", "the end of", "about") or that open an interval ("since", "until").

const [THE, OF, IN, ON] = ['the', 'of', 'in', 'on'].map(hashOf);

/** A phrase of a role that ends right before token `end`; null when none does. */
function phraseEnding(scene: Scene, end: number, role: Role, free: number): { readonly first: number; readonly phrase: TimePhrase } | null {
  let best: { readonly first: number; readonly phrase: TimePhrase } | null = null;
  const bit = roleBit(role);
  for (let first = Math.max(free, end - 5); first < end; first++) {
    const id = scene.tokens.id[first];
    if (id < 0 || (scene.words.roles[id] & bit) === 0) continue;
    for (const phrase of scene.words.lists[scene.words.listOf[id]]) {
      if (
        phrase.role === role &&
        endOfPhrase(phrase, scene.text, scene.tokens, first, end) === end &&
        (!best || phrase.words.length > best.phrase.words.length)
      )
        best = { first, phrase };
    }
  }
  return best;
}

const isPeriod = (one: Found): boolean => one.type === 'DATE' && !/REF$/.test(one.timex) && !/-\d\d-\d\d$/.test(one.timex);
const takesThe = (one: Found): boolean =>
  /^(BC)?[\dX]{2,3}$|-(SP|SU|FA|WI)$|^XXXX-\d\d-\d\d|TNI$|TMO$|TAF$|TEV$/.test(one.timex) || (one.relation ?? '').startsWith('unit');

/** The expression with the words before it. */
export function extend(scene: Scene, found: Found, free: number): Found {
  let { first, mod } = found;
  const { tokens } = scene;
  const blocked = (at: number): boolean => at < free || has(tokens, at, Flag.Masked);
  if (isPeriod(found) || (found.type === 'TIME' && mod === null)) {
    const dash = signAt(scene, first - 1) === 45 || signAt(scene, first - 1) === 0x2013 ? first - 1 : first;
    const the = tokens.hash[dash - 1] === THE && dash === first ? dash - 1 : dash;
    const inner = tokens.hash[the - 1] === IN && the - 1 >= free ? the - 1 : -1;
    const on = tokens.hash[first - 1] === ON && /^XXXX-WXX-\d/.test(found.timex) ? phraseEnding(scene, first - 1, 'phase', free) : null;
    const phase =
      on ??
      (dash < first ? phraseEnding(scene, dash, 'edge', free) : null) ??
      phraseEnding(scene, dash, 'phase', free) ??
      (inner > free ? phraseEnding(scene, inner, 'phase', free) : null);
    if (phase && (dash === first || isTight(tokens, first) || on)) {
      first = phase.first;
      mod = phase.phrase.value;
    }
    const of = tokens.hash[first - 1] === OF ? first - 1 : tokens.hash[first - 1] === THE && tokens.hash[first - 2] === OF ? first - 2 : -1;
    const edge = of > free ? phraseEnding(scene, of, 'edge', free) : null;
    if (edge) {
      first = edge.first;
      mod = edge.phrase.value === 'ALL' ? null : edge.phrase.value;
      if (tokens.hash[first - 1] === THE && !blocked(first - 1)) first--;
    } else if (phase && tokens.hash[first - 1] === THE && !blocked(first - 1) && takesThe(found)) first--;
  }
  if (found.type === 'DATE' && (found.relation === null || found.timex.startsWith('XXXX-')) && !/REF$/.test(found.timex) && mod === null) {
    const dot = signAt(scene, first - 1) === 46 && isTight(tokens, first - 1) ? first - 1 : first;
    const about = phraseEnding(scene, dot, 'approximate', free);
    if (about && /^(ca|circa)$/.test(about.phrase.phrase)) [first, mod] = [about.first, 'APPROX'];
    else if (about && /^(about|around|approximately|roughly)$/.test(about.phrase.phrase)) mod = 'APPROX';
  }
  if (found.type === 'TIME' && /T\d\d:\d\d/.test(found.timex)) {
    const about = phraseEnding(scene, first, 'approximate', free);
    if (about && /^(about|around|approximately|roughly)$/.test(about.phrase.phrase)) [first, mod] = [about.first, mod ?? 'APPROX'];
  }
  const tight =
    first - 1 >= free &&
    (signAt(scene, first - 1) === 45 || signAt(scene, first - 1) === 0x2013) &&
    isTight(tokens, first) &&
    isTight(tokens, first - 1);
  const signal =
    found.type === 'DATE' || found.type === 'TIME'
      ? phraseEnding(scene, tight ? first - 1 : tokens.hash[first - 1] === THE ? first - 1 : first, 'signal', free)
      : null;
  if (signal && mod === null) {
    mod = signal.phrase.value;
    if (tight) first = signal.first;
  }
  return first === found.first && mod === found.mod ? found : { ...found, first, mod };
}
