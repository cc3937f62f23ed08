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
 * its ISO 4217 code) is named most, when it is named more often than that of the usual reading. Bare dollars are US dollars, save
 * in an article that names Australia, New Zealand or Canada more often than any other country and writes no such dollar out ("A$5m").
 */
export function settleCurrencies(figures: readonly Figure[], names: readonly NameMention[], knowledge: Knowledge): readonly Figure[] {
  if (!figures.some((figure) => isOpen(figure) || figure.unit === 'dollar' || figure.unit === 'cent')) return figures;
  const named = new Map<string, number>();
  for (const { senses } of names) {
    if (senses.length === 0) continue;
    const country = countryOf(knowledge.entities, senses[0].entity);
    if (country !== null) named.set(country, (named.get(country) ?? 0) + 1);
  }
  const times = (currency: string): number => named.get(currency.slice(0, 2)) ?? 0;
  const dollar = homeDollar(figures, named);
  const cent = dollar ?? currencyOfCents(figures);
  return figures.map((figure) => {
    if (dollar !== null && figure.unit === 'dollar' && figure.currency === 'USD' && figure.currencyCertain !== true)
      return { ...figure, currency: dollar, because: `${figure.because}; rule money.home` };
    if (figure.unit === 'cent' && figure.currencyCertain !== true && cent !== null)
      return { ...figure, currency: cent, because: `${figure.because}; rule money.home` };
    if (!isOpen(figure)) return figure;
    let best = figure.currency as string;
    for (const code of candidates(knowledge).get(figure.unit as string) ?? []) if (times(code) > times(best)) best = code;
    return best === figure.currency ? figure : { ...figure, currency: best, because: `${figure.because}; rule money.home` };
  });
}

/** Countries of which the press means its own by a bare dollar; elsewhere articles in English mean that of the United States. */
const DOLLARS: readonly (readonly [string, string])[] = [
  ['AU', 'AUD'],
  ['NZ', 'NZD'],
  ['CA', 'CAD'],
];
/** "€890 million … a dividend of 20 cents": the one currency with cents in which an article that writes no other dollars tells its sums. */
function currencyOfCents(figures: readonly Figure[]): string | null {
  const written = new Set(figures.filter(({ unit, currency }) => unit !== 'cent' && currency !== null).map(({ currency }) => currency as string));
  const [only] = written;
  return written.size === 1 && CENTS.includes(only) ? only : null;
}
const CENTS: readonly string[] = [
  'EUR',
  'AUD',
  'NZD',
  'CAD',
  'SGD',
  'HKD',
  'ZAR',
  'KES',
  'UGX',
  'TZS',
  'LKR',
  'MYR',
  'BND',
  'FJD',
  'JMD',
  'TTD',
  'BBD',
  'NAD',
];

/** Fewer mentions tell too little of where an article was written. */
const LEAST_NAMED = 2;

/** The dollar of the country an article is about, null where that is the usual one. */
function homeDollar(figures: readonly Figure[], named: ReadonlyMap<string, number>): string | null {
  for (const [country, currency] of DOLLARS) {
    const times = named.get(country) ?? 0;
    if (times < LEAST_NAMED || figures.some((figure) => figure.currency === currency)) continue;
    if ([...named].every(([other, count]) => other === country || count < times)) return currency;
  }
  return null;
}

const isOpen = (figure: Figure): boolean =>
  figure.currency !== null && figure.currencyCertain !== true && figure.unit !== null && figure.unit !== 'dollar' && figure.unit !== 'euro';
