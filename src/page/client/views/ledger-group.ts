import { claimOf, sentenceOf, wordsOf, type groups } from '../data.js';
import { h, svg, type Child } from '../dom.js';
import { to, toArticle } from '../route.js';
import { articleLink, entityLink, figure, joined, many, number, plain, quote } from '../words.js';

export type Group = ReturnType<typeof groups>[number];

/** What a group of the ledger is about: "foreign fighter, killed · Khost". */
export function questionOf([{ thing, entity, event, places, unit, currency, change }]: Group): string {
  const what = joined(
    [joined([joined([entity, thing === entity ? null : people(thing)], ', '), event && plain(event)], ' '), change && `change ${change}`],
    ', ',
  );
  return joined([what || unit || currency || 'number', places.join(', ')]);
}

/** People of any sort bear one word in the table, which is none to read. */
const people = (thing: string | null): string | null => (thing === 'person' ? 'people' : thing);

/** From the lowest to the highest bound that a claim of the group names. */
export function span([{ span_min, span_max, thing, unit, currency }]: Group): string {
  if (span_min === null && span_max === null) return '';
  const measure = currency ?? (unit === 'person' || unit === thing ? null : unit);
  const size =
    span_min === span_max ? number(span_min as number) : `${span_min === null ? '' : number(span_min)}–${span_max === null ? '' : number(span_max)}`;
  return joined([size, measure], ' ');
}

/** A group with its claims side by side, each drawn on one scale. */
export function groupCard(rows: Group, level: 'h2' | 'h1' = 'h2'): HTMLElement {
  const [head] = rows;
  const scale = scaleOf(rows);
  const measure = head.currency ?? people(head.unit);
  return h(
    'article',
    { class: 'group-card' },
    h(
      'header',
      {},
      h(level, {}, h('a', { href: to('ledger', head.group_id) }, questionOf(rows))),
      h(
        'p',
        { class: 'dim' },
        h('span', { class: `verdict ${head.verdict}` }, head.verdict),
        ` ${joined([many(head.claims, 'claim'), head.independent < head.claims && `${head.independent} independent`, span(rows), head.first_said && head.first_said !== head.last_said && `${head.first_said} to ${head.last_said}`])}`,
      ),
    ),
    h(
      'div',
      { class: 'scroll' },
      h(
        'table',
        { class: 'claims' },
        h('caption', { class: 'hidden' }, `Claims: ${questionOf(rows)}`),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            [
              'Said on',
              'By',
              'Figure',
              scale &&
                h(
                  'span',
                  { class: 'axis-ends' },
                  h('span', {}, number(scale.from)),
                  h('span', {}, joined([scale.log && 'log scale', measure])),
                  h('span', {}, number(scale.to)),
                ),
              'Relation',
              'In the words of',
            ].map((words, i) => h('th', { scope: 'col', class: i === 3 ? 'drawn' : null }, words || h('span', { class: 'hidden' }, 'Range'))),
          ),
        ),
        h(
          'tbody',
          {},
          rows.map((row) => claimRow(row, scale)),
        ),
      ),
    ),
  );
}

function claimRow(row: Group[number], scale: Scale | null): HTMLElement | null {
  const claim = claimOf().get(row.claim_id);
  if (!claim) return null;
  const sentence = sentenceOf(claim.document_id, claim.sentence);
  return h(
    'tr',
    { class: row.relation === 'echoes' ? 'echo' : null },
    h('td', { class: 'day' }, row.said_on ?? '–'),
    h(
      'td',
      { class: 'speaker' },
      claim.said_by_id ? entityLink(claim.said_by_id, claim.said_by ?? undefined) : (claim.said_by ?? h('span', { class: 'dim' }, 'the article')),
    ),
    h(
      'td',
      { class: 'figure-cell' },
      h(
        'a',
        { class: 'figure', href: toArticle(claim.document_id, claim), title: wordsOf(claim) },
        figure({ ...claim, change: row.change, unit: row.unit, currency: row.currency, rate: row.rate }),
      ),
      claim.condition && h('span', { class: 'condition' }, claim.condition),
      claim.modality !== 'asserted' && claim.modality !== 'reported' && h('span', { class: 'condition' }, claim.modality),
    ),
    h('td', { class: 'drawn' }, scale && drawn(claim, scale)),
    h('td', {}, h('span', { class: `relation ${row.relation}`, title: row.because }, row.relation)),
    h(
      'td',
      { class: 'wide' },
      quote(claim.document_id, sentence.start, sentence.end, [claim]),
      h('span', { class: 'source' }, articleLink(claim.document_id, claim)),
    ),
  );
}

interface Scale {
  readonly from: number;
  readonly to: number;
  readonly log: boolean;
}

/** One scale for all claims of a group: logarithmic where the highest bound is more than twenty times the lowest. */
function scaleOf(rows: Group): Scale | null {
  const ends = rows.flatMap(({ claim_id }) => {
    const claim = claimOf().get(claim_id);
    return claim ? [claim.value, claim.min, claim.max].filter((value) => value !== null) : [];
  });
  if (ends.length === 0 || rows.length < 2) return null;
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  if (low > 0 && high / low > 20) return { from: 10 ** Math.floor(Math.log10(low)), to: 10 ** Math.ceil(Math.log10(high)), log: true };
  const from = low >= 0 && low < high * 0.6 ? 0 : low - Math.max(1, Math.abs(low) * 0.1);
  return {
    from: Math.floor(Math.min(from, 0 <= low ? Math.max(0, from) : from)),
    to: Math.ceil(high + Math.max(1, (high - from) * 0.06)),
    log: false,
  };
}

/** Share of the way along the scale. */
function along(value: number, { from, to, log }: Scale): number {
  const share = log ? (Math.log10(Math.max(value, from)) - Math.log10(from)) / (Math.log10(to) - Math.log10(from)) : (value - from) / (to - from);
  return Math.min(1, Math.max(0, share));
}

/** A claim on the scale: a dot for a figure, a line where it leaves open how far, an arrow where it is open at the end. */
function drawn(
  { value, min, max, operator }: { value: number | null; min: number | null; max: number | null; operator: string },
  scale: Scale,
): Node {
  const at = (share: number): string => `${2 + share * 96}%`;
  const upward = operator === '>' || operator === '>=' || (max === null && min !== null && value === null);
  const downward = operator === '<' || operator === '<=' || (min === null && max !== null && value === null);
  const left = min ?? value ?? max ?? scale.from;
  const right = max ?? value ?? min ?? scale.to;
  const [x1, x2] = [downward ? 0 : along(left, scale), upward ? 1 : along(right, scale)];
  const dot = value ?? (upward ? min : downward ? max : null);
  const parts: Child[] = [svg('line', { class: 'rail', x1: '0', x2: '100%', y1: 9, y2: 9 })];
  if (x1 !== x2) parts.push(svg('line', { class: upward || downward ? 'open' : 'span', x1: at(x1), x2: at(x2), y1: 9, y2: 9 }));
  if (dot === null) parts.push(svg('circle', { class: 'end', cx: at(x1), cy: 9, r: 3 }), svg('circle', { class: 'end', cx: at(x2), cy: 9, r: 3 }));
  else parts.push(svg('circle', { class: operator === '=' ? 'dot' : 'dot about', cx: at(along(dot, scale)), cy: 9, r: 5 }));
  return svg('svg', { class: 'range', height: 18, width: '100%', 'aria-hidden': 'true' }, parts);
}
