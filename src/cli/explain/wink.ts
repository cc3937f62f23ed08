// The one door to wink-nlp: a second opinion on numbers and dates. Loading its model takes 140 ms, so it waits until asked.

/** A number or date as wink-nlp sees it: the words, and its own name for the kind ("CARDINAL", "DATE", "MONEY", …). */
export interface Opinion {
  readonly words: string;
  readonly kind: string;
}

/** Numbers and dates that wink-nlp finds in a sentence, in order. */
export async function secondOpinion(sentence: string): Promise<readonly Opinion[]> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([import('wink-nlp'), import('wink-eng-lite-web-model')]);
  const nlp = winkNLP(model, ['sbd', 'pos', 'ner']);
  const found = nlp.readDoc(sentence).entities().out(nlp.its.detail) as unknown as readonly { readonly value: string; readonly type: string }[];
  return found.filter(({ type }) => NUMBERS_AND_DATES.has(type)).map(({ value, type }) => ({ words: value, kind: type }));
}

const NUMBERS_AND_DATES = new Set(['CARDINAL', 'MONEY', 'PERCENT', 'DATE', 'TIME', 'DURATION']);
