import type { TimeExpression } from '../../../model/index.js';
import { isDay, two } from '../../../text/index.js';

// "12/11/2025" is the twelfth of November for most of the world and the eleventh of December in the United States. Whoever writes "3 March" elsewhere
// in the article puts the day first, whoever writes "March 3" the month.

const DAY_FIRST: ReadonlySet<string> = new Set(['rule date.day-month-year', 'rule date.day-month', 'rule date.days-month']);
const MONTH_FIRST: ReadonlySet<string> = new Set(['rule date.month-day-year', 'rule date.month-day', 'rule date.month-day-comma-year']);
const FIGURES = 'rule date.figures';

/** Figures parted by slashes or hyphens, as they are written. */
const PARTS = /^(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}$/;

/** The times of an article, those in figures that could be two days read in the order that the article puts day and month in; the month comes first where it shows none. */
export function inCustom(times: readonly TimeExpression[], text: string): readonly TimeExpression[] {
  if (!times.some(({ because }) => because === FIGURES)) return times;
  let dayFirst = 0;
  let monthFirst = 0;
  for (const time of times) {
    if (DAY_FIRST.has(time.because)) dayFirst++;
    else if (MONTH_FIRST.has(time.because)) monthFirst++;
    else if (time.because === FIGURES) {
      const [, a, b] = PARTS.exec(text.slice(time.start, time.end)) ?? [];
      if (Number(a) > 12) dayFirst++;
      else if (Number(b) > 12) monthFirst++;
    }
  }
  if (dayFirst <= monthFirst) return times;
  return times.map((time) => {
    const [, a, b] = (time.because === FIGURES && PARTS.exec(text.slice(time.start, time.end))) || [];
    if (a === undefined || Number(a) > 12 || Number(b) > 12) return time;
    const year = time.timex.slice(0, 4);
    return isDay(Number(year), Number(b), Number(a)) ? { ...time, timex: `${year}-${two(Number(b))}-${two(Number(a))}` } : time;
  });
}
