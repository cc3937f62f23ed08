import type { Claim, Figure, Resolved } from '../../../model/index.js';
import { oneLine } from './scene.js';

/** The claim that a figure makes by itself, `quote` being its sentence in one line: everything the words around it do not yet say is empty. */
export function claimOf(figure: Figure, document: Resolved, quote: string): Claim {
  const { text } = document;
  return {
    claim_id: claimId(document.id, figure),
    document_id: document.id,
    sentence: figure.sentence,
    start: figure.start,
    end: figure.end,
    text: text.slice(figure.start, figure.end),
    kind: figure.kind,
    value: figure.value,
    min: figure.min,
    max: figure.max,
    operator: figure.operator,
    lean: figure.lean,
    vague: figure.vague,
    unit: figure.unit,
    currency: figure.currency,
    currency_certain: figure.currencyCertain,
    rate: figure.rate,
    counted: figure.counted ? oneLine(text.slice(figure.counted.start, figure.counted.end)) : null,
    counted_entity_id: null,
    counted_via: figure.countedVia,
    part_of: null,
    condition: null,
    alternative_of: null,
    event: null,
    actor_id: null,
    actor: null,
    target_id: null,
    target: null,
    place_ids: [],
    places: [],
    origin_ids: [],
    change: figure.change,
    change_from: figure.changeFrom,
    change_to: figure.changeTo,
    change_by: figure.changeBy,
    when_from: null,
    when_to: null,
    when_text: null,
    said_by_id: null,
    said_by: null,
    said_on: null,
    said_via: null,
    hedge: figure.hedge,
    polarity: 'affirmed',
    modality: 'asserted',
    salience: figure.salience,
    because: figure.because,
    sentence_text: quote,
  };
}

/** Id of a figure's claim: the document and where it stands, so that it is the same in every run. */
export const claimId = (document: string, figure: Pick<Figure, 'start' | 'end'>): string => `${document}:c${figure.start}-${figure.end}`;
