import { isEventOfClass } from '../../../grammar/index.js';
import type { Claim, Figure } from '../../../model/index.js';
import { comparedTo, isGapped, isRecount } from './events/recount.js';
import { isWhole, TOLD } from './events/events.js';
import type { Link } from './links/link.js';
import type { Scene } from './scene.js';

/** Claims of other figures that a figure goes on from. */
export interface Kin {
  /** The whole it is part of, or the count it stands beside. */
  readonly model: Claim | null;
  /** Whose noun it counts. */
  readonly noun: Claim | null;
  /** `model`, where what is told of it holds for the figure, too. */
  readonly told: Claim | null;
  /** What happened is the same, and who did it. */
  readonly same: Claim | null;
  /** What happened is the same, not who did it. */
  readonly again: Claim | null;
  /** … and who did it, too, unless the figure has an event of its own. */
  readonly rival: Claim | null;
}

/** Whose words a figure takes over; `claim` is the figure's own so far, `known` those made before. */
export function kinOf(scene: Scene, figure: Figure, figures: readonly Figure[], claim: Claim, link: Link, known: ReadonlyMap<Figure, Claim>): Kin {
  const { clauses } = scene.document;
  const of = (other: Figure | null): Claim | null => (other && known.get(other)) ?? null;
  const model = of(link.whole) ?? of(link.alternative);
  const noun = of(link.noun);
  // "killed 12, three of them women", "up from 430": a part, and a bare number beside its noun, share what is told of the other.
  const told = model?.event && (link.alternative || model.sentence === claim.sentence) ? model : null;
  const partial = isWhole(scene, figure) || !TOLD.has(figure.kind);
  const gapped = isGapped(scene, figure, figures) ? of(figures[figures.indexOf(figure) - 1]) : null;
  const bare = noun && noun.sentence === claim.sentence && link.via === 'ellipsis' && figure.counted === null ? noun : null;
  const same = partial ? null : (told ?? bare ?? gapped);
  // "Officials have now put the figure at 127", "5,200 fled, up from 3,900": what happened is the same as told of the other, not who did it.
  const tallied =
    noun?.event &&
    isEventOfClass(scene.knowledge, noun.event, 'befalls-people') &&
    noun.sentence < claim.sentence &&
    link.via === 'ellipsis' &&
    figure.counted === null;
  const compared = comparedTo(scene, figure, figures);
  const again = partial || same ? null : tallied && isRecount(scene, clauses, figure) ? noun : of(compared);
  // "arrested 12, up from 3": who did it then did it before.
  return { model, noun, told, same, again, rival: compared && again ? again : null };
}
