import { countryOf, lexiconRows, type Knowledge } from '../../../../knowledge/index.js';
import type { Figure, NameMention } from '../../../../model/index.js';

// Whose rupees: a currency word that several countries share means the one of the country the article names most.

const candidatesOf = new WeakMap<Knowledge, ReadonlyMap<string, readonly string[]>>();

/** Currency codes of each word for money ("rupee" → INR, PKR, …), from the rows that name one currency for certain. */
function candidates(knowledge: Knowledge): ReadonlyMap<string, readonly string[]> {
  let table = candidatesOf.get(knowledge);
  if (!table) {
    const codes = new Map<string, string[]>();
    for (const row of lexiconRows(knowledge, 'currency')) {
      if (!row.certain || row.unit === '') continue;
      const known = codes.get(row.unit) ?? [];
      if (!known.includes(row.currency)) codes.set(row.unit, [...known, row.currency]);
    }
    candidatesOf.set(knowledge, (table = codes));
  }
  return table;
}

/**
 * Settles uncertain currencies by the countries named in the article: of the candidates the one whose country (the first two letters of
 * its ISO 4217 code) is named most, when it is named more often than that of the usual reading. Bare dollars stay US dollars.
 */
export function settleCurrencies(figures: readonly Figure[], names: readonly NameMention[], knowledge: Knowledge): readonly Figure[] {
  if (!figures.some(isOpen)) return figures;
  const named = new Map<string, number>();
  for (const { senses } of names) {
    if (senses.length === 0) continue;
    const country = countryOf(knowledge.entities, senses[0].entity);
    if (country !== null) named.set(country, (named.get(country) ?? 0) + 1);
  }
  const times = (currency: string): number => named.get(currency.slice(0, 2)) ?? 0;
  return figures.map((figure) => {
    if (!isOpen(figure)) return figure;
    let best = figure.currency as string;
    for (const code of candidates(knowledge).get(figure.unit as string) ?? []) if (times(code) > times(best)) best = code;
    return best === figure.currency ? figure : { ...figure, currency: best, because: `${figure.because}; rule money.home` };
  });
}

const isOpen = (figure: Figure): boolean =>
  figure.currency !== null && figure.currencyCertain !== true && figure.unit !== null && figure.unit !== 'dollar' && figure.unit !== 'euro';
