// Medians, spreads and their words.

const sorted = (list) => [...list].sort((a, b) => a - b);
export const median = (list) => sorted(list)[list.length >> 1];
/** "4.1 (3.8–4.4)": median and range. */
export const spread = (list, digits = 2) => {
  const all = sorted(list);
  return `${median(list).toFixed(digits)} (${all[0].toFixed(digits)}–${all.at(-1).toFixed(digits)})`;
};
/** Rows as a Markdown table, the first column to the left, the others to the right. */
export const table = (head, rows) =>
  [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');
