import { wordsOf } from '../../../../text/index.js';
import type { Draft } from '../draft.js';
import { Class, isClass, isOneOf, isWord, type Scene } from '../scene.js';
import { BY, OF } from '../words.js';
import type { Governor } from './changes.js';

// Which figures a word of change moves, and which are only its object.

/** "dropped two bombs": things that are let fall; "dropped 120 points" and "dropped by two" are changes. */
const isObjectOf = (scene: Scene, draft: Draft, { first, role }: Governor): boolean =>
  role === 'by' &&
  draft.kind === 'count' &&
  !isWord(scene, draft.first - 1, BY) &&
  // "recovered 19 of the 26 bikes"
  (draft.noun === null ? isWord(scene, draft.last, OF) : isClass(scene, first, Class.letting) && !STEPS.includes(draft.noun.unit));
/** What a number or a rank moves by. */
const STEPS: readonly string[] = ['point', 'place', 'spot', 'rank', 'position', 'notch', 'rung', 'tick', 'step'];

/** "added", "lost", "raised" move an amount only as a share, points, coins or a measure, or with "by" and "to"; "raised $280 million" collects it. */
export const fits = (scene: Scene, draft: Draft, governor: Governor): boolean =>
  !isObjectOf(scene, draft, governor) &&
  // "it can accelerate to 100 km/h": what it does, not what its speed was and is
  !(isOneOf(scene, governor.first, SPEEDING) && / per (?:hour|second)$/.test(draft.unit ?? '')) &&
  // "farmers who grow 60 per cent of the crop": what is grown, not by how much
  !(
    governor.row.form === 'verb' &&
    governor.role === 'by' &&
    draft.kind === 'percent' &&
    !isWord(scene, draft.first - 1, BY) &&
    isWord(scene, draft.bodyLast, OF)
  ) &&
  (governor.row.form !== 'particle' || draft.kind !== 'count' || isSetOff(scene, governor.first)) &&
  (governor.row.form !== 'amount' ||
    governor.role !== 'by' ||
    isWord(scene, draft.first - 1, BY) ||
    draft.kind === 'percent' ||
    draft.kind === 'fraction' ||
    (draft.kind === 'distance' && draft.last === draft.bodyLast) ||
    (draft.kind === 'measure' && draft.last === draft.bodyLast) ||
    draft.unit === 'point' ||
    (draft.kind === 'money' && ['cent', 'sen', 'penny'].includes(draft.unit ?? '')));

const SPEEDING = wordsOf('accelerate accelerates accelerated');

/** "carried her down six floors" moves no number; ", down 12", "was up 40" and "up from 40" do. */
const isSetOff = (scene: Scene, particle: number): boolean =>
  isOneOf(scene, particle - 1, SETS_OFF) || isClass(scene, particle - 1, Class.moving) || isOneOf(scene, particle + 1, CHANGE_TIES);
const CHANGE_TIES = wordsOf('from by to');
const SETS_OFF = wordsOf(', ( — – is was were are be been being');
