import { h, type Child } from './dom.js';
import { many } from './words.js';

/** How many bars are still wide enough to be seen. */
const MOST_MONTHS = 96;
/** Bars between two years that are named, at least. */
const APART = 6;

/** How many of a thing fall on each month, or on each year where the months would be too many; nothing for days of one month. */
export function timeline(days: readonly string[], thing: string): Child {
  const sorted = [...days].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || first.slice(0, 7) === last.slice(0, 7)) return null;
  const yearly = periods(first, last, 7).length > MOST_MONTHS;
  const length = yearly ? 4 : 7;
  const counts = new Map(periods(first, last, length).map((period) => [period, 0]));
  for (const day of sorted) {
    // A day known only to its year counts for the first of its months.
    const period = day.length < length ? `${day.slice(0, 4)}-01` : day.slice(0, length);
    counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  return h(
    'figure',
    { class: 'timeline' },
    bars([...counts], thing),
    h('figcaption', {}, `${thing[0].toUpperCase()}${thing.slice(1)}s a ${yearly ? 'year' : 'month'}, at most ${Math.max(...counts.values())}`),
  );
}

/** Every month (7) or year (4) from the one day to the other. */
function periods(from: string, to: string, length: number): readonly string[] {
  const list: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)) || 1];
  const end = to.length < 7 ? `${to.slice(0, 4)}-12` : to;
  for (;;) {
    const period = length === 4 ? String(year).padStart(4, '0') : `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (period > end) return list;
    list.push(period);
    if (length === 4) year++;
    else if (month === 12) [year, month] = [year + 1, 1];
    else month++;
  }
}

/** A bar a period, the first of each year named below. */
function bars(counts: readonly (readonly [string, number])[], thing: string): HTMLElement {
  const most = Math.max(1, ...counts.map(([, count]) => count));
  const words = counts.filter(([, count]) => count > 0).map(([period, count]) => `${period}: ${count}`);
  let year = '';
  let named = -APART;
  return h(
    'div',
    { class: 'histogram', role: 'img', 'aria-label': `${thing}s by time: ${words.join(', ')}` },
    counts.map(([period, count], i) => {
      const name = period.slice(0, 4) !== year && i - named >= APART ? period.slice(0, 4) : null;
      if (name !== null) named = i;
      year = period.slice(0, 4);
      const bar = h('span', { class: 'column' });
      bar.style.height = `${(count / most) * 100}%`;
      return h(
        'span',
        { class: 'slot', title: `${period}: ${many(count, thing)}` },
        bar,
        name !== null && h('span', { class: i > counts.length - 4 ? 'year last' : 'year' }, name),
      );
    }),
  );
}
