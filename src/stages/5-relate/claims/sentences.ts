import type { Stretch } from '../../../grammar/index.js';
import type { Figure, Mention } from '../../../model/index.js';
import { type Condition, conditionsOf } from './conditions.js';
import { opener } from './links/lists.js';
import { placesNamed, pointsBack } from './places/places.js';
import { type Site, sitesOf } from './places/sites.js';
import { datesIn, figuresIn, mentionsIn, wordsBetween, type Scene } from './scene.js';
import type { Scope } from './speakers/speakers.js';
import { type When, whensOf } from './times/times.js';

/** What the figures of one sentence share. */
export interface Place {
  readonly scene: Scene;
  readonly sentence: Stretch & { readonly index: number };
  readonly figures: readonly Figure[];
  readonly scope: Scope;
  readonly silent: readonly Stretch[];
  readonly vast: boolean;
  /** The sentence in one line; of a vast one only what stands around the figure. */
  readonly quote: string;
  readonly sites: readonly Site[];
  readonly conditions: readonly Condition[];
  readonly whens: ReadonlyMap<Figure, When>;
  /** The sentence that opened the list this one is an item of. */
  readonly lead: Stretch | null;
  /** Places that "these locations" points back to. */
  readonly back: readonly Mention[];
}

/** The sentences that hold figures, each with what these share. */
export function placesOf(scene: Scene, scopes: readonly Scope[]): readonly Place[] {
  const { document } = scene;
  const places: Place[] = [];
  for (const sentence of document.sentences) {
    const figures = figuresIn(scene, sentence.index);
    if (figures.length === 0) continue;
    const scope = scopes[sentence.index];
    const silent = scope.voices.map((one) => one.silent);
    const vast = figures.length > MOST_FIGURES || sentence.last - sentence.first > LONGEST_SENTENCE;
    const conditions = vast ? [] : conditionsOf(scene, sentence);
    places.push({
      scene,
      sentence,
      figures,
      scope,
      silent,
      sites: vast ? [] : sitesOf(scene, sentence, silent, conditions),
      conditions,
      whens: whensOf(scene, sentence, figures, vast ? [] : datesIn(scene, sentence.index), silent, conditions),
      back: pointsBack(scene, sentence) && sentence.index > 0 ? placesNamed(mentionsIn(scene, sentence.index - 1)) : [],
      vast,
      quote: vast ? '' : wordsBetween(scene, sentence.first, sentence.last),
      lead: document.sentences[opener(scene, sentence.index)] ?? null,
    });
  }
  return places;
}

/** A "sentence" beyond these sizes is a table or a list without stops: each figure then sees only what stands around it, which keeps the cost linear. */
const MOST_FIGURES = 40;
const LONGEST_SENTENCE = 600;

/** The same of what stands around one figure of a vast sentence. */
export function around(place: Place, index: number): Place {
  const figure = place.figures[index];
  const first = Math.max(place.sentence.first, figure.first - 60);
  const last = Math.min(place.sentence.last, figure.last + 60);
  const sentence = { ...place.sentence, first, last };
  return {
    ...place,
    sentence,
    figures: place.figures.slice(Math.max(0, index - 12), index + 12),
    silent: [],
    conditions: [],
    back: [],
    scope: { ...place.scope, voices: [], quotes: [] },
    sites: sitesOf(place.scene, sentence, [], []),
    vast: true,
    quote: wordsBetween(place.scene, first, last),
  };
}
