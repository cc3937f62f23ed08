import type { Figure } from '../../../model/index.js';
import type { Draft } from './draft.js';
import type { Line } from './line.js';

/** What was read, in the words of the model. */
export function figuresOf(lines: readonly Line[]): readonly Figure[] {
  const figures: Figure[] = [];
  for (const line of lines) for (const draft of line.drafts) figures.push(figureOf(line, draft));
  return figures;
}

function figureOf({ scene, sentence, drafts }: Line, draft: Draft): Figure {
  const { tokens } = scene;
  return {
    start: tokens.start[draft.first],
    end: tokens.end[draft.last - 1],
    first: draft.first,
    last: draft.last,
    sentence: sentence.index,
    numberFirst: draft.numeral.first,
    numberLast: draft.numeral.last,
    kind: draft.kind,
    value: draft.value,
    min: draft.min,
    max: draft.max,
    operator: draft.operator,
    lean: draft.lean,
    vague: draft.vague,
    unit: draft.kind === 'count' && draft.unit === null ? null : draft.unit,
    currency: draft.currency,
    currencyCertain: draft.currencyCertain,
    rate: draft.rate,
    counted: draft.counted,
    countedVia: draft.countedVia,
    partOf: draft.partOf,
    partOfFigure: draft.partOfDraft ? drafts.indexOf(draft.partOfDraft) : -1,
    subject: draft.subject,
    change: draft.change,
    changeFrom: draft.changeFrom,
    changeTo: draft.changeTo,
    changeBy: draft.changeBy,
    hedge: draft.hedge,
    salience: draft.salience,
    because: `rule ${draft.because.join('; rule ')}`,
  };
}
