import type { Stretch } from '../../../../grammar/index.js';
import type { Claim, Figure } from '../../../../model/index.js';
import type { Named } from './antecedents.js';
import type { Scene } from '../scene.js';

/** What a figure owes to another one: the whole it is part of, the noun it counts, the figure it replaces. */
export interface Link {
  readonly whole: Figure | null;
  readonly wholeText: string | null;
  /** The figure whose noun is understood here. */
  readonly noun: Figure | null;
  readonly via: 'ellipsis' | 'coreference' | null;
  readonly alternative: Figure | null;
  /** The figure whose whole is also this one's: "twelve of the dead are women and eight are children". */
  readonly sameWhole: Figure | null;
  /** What is counted, when it is told by words that have no number of their own. */
  readonly named: Named | null;
  /** Whether the figure's own words only point to that noun: "the figure was 48%". */
  readonly pointed: boolean;
  readonly because: string;
}

/** A figure that is asked what it owes to others, with what is known of those. */
export interface Asked {
  readonly scene: Scene;
  readonly figure: Figure;
  readonly sentence: Stretch;
  /** All figures of its sentence; those before it; the last of these. */
  readonly here: readonly Figure[];
  readonly before: readonly Figure[];
  readonly previous: Figure | null;
  /** Those of the sentence before, when it stands in the same paragraph. */
  readonly earlier: readonly Figure[];
  readonly condition: { readonly role: string } | null;
  /** Who says it, as the claim will name him; null when nobody is named. */
  readonly speaker: string | null;
  /** The claims made so far. */
  readonly known: ReadonlyMap<Figure, Claim>;
}

export const NONE: Link = {
  pointed: false,
  named: null,
  whole: null,
  wholeText: null,
  noun: null,
  via: null,
  alternative: null,
  sameWhole: null,
  because: '',
};

/** The figure as a part of `whole`, whose noun is its own where it names none. */
export const partOf = ({ figure }: Asked, whole: Figure, via: 'ellipsis' | 'coreference', because: string): Link => ({
  ...NONE,
  whole,
  noun: figure.counted ? null : whole,
  via: figure.counted ? null : via,
  because,
});
