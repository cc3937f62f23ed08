import type { Claim, EntityType } from '../../model/index.js';
import { nameOf, textOf, titleOf, typeOf } from './data.js';
import { h, type Child } from './dom.js';
import { toArticle, toEntity } from './route.js';

// Small pieces that every view is made of.

export const number = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });

/** "1 article", "12,300 articles". */
export const many = (count: number, thing: string, things = `${thing}s`): string => `${number(count)} ${count === 1 ? thing : things}`;

export const TYPES: readonly EntityType[] = ['group', 'person', 'place'];
export const PLURALS: Readonly<Record<EntityType, string>> = { group: 'Groups', person: 'People', place: 'Places' };

/** snake_case as words. */
export const plain = (word: string): string => word.replaceAll('_', ' ');

export const joined = (parts: readonly (string | null | undefined | false)[], by = ' · '): string => parts.filter(Boolean).join(by);

/** Whether every word asked for stands in the text, whatever its case and accents. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

export function matcher(query: string): (text: string) => boolean {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return (text) => {
    if (words.length === 0) return true;
    const where = folded(text);
    return words.every((word) => where.includes(word));
  };
}

/** A name with the colour and shape of its type, leading to its page. */
export const entityLink = (entity_id: string, name = nameOf(entity_id)): HTMLElement =>
  h('a', { class: `entity ${typeOf(entity_id)}`, href: toEntity(entity_id) }, name);

export const articleLink = (
  document_id: string,
  span?: { readonly start: number; readonly end: number },
  words = titleOf(document_id),
): HTMLElement => h('a', { href: toArticle(document_id, span) }, words);

/** A passage on one line, in which the given stretches are set off. */
export function quote(document_id: string, from: number, to: number, stretches: readonly { readonly start: number; readonly end: number }[]): Child {
  const { text } = textOf(document_id);
  const line = (start: number, end: number): string => text.slice(start, end).replace(/\s+/g, ' ');
  const parts: Child[] = [];
  let at = from;
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    if (start < at || end > to) continue;
    parts.push(line(at, start), h('b', {}, line(start, end)));
    at = end;
  }
  return [...parts, line(at, to)];
}

const SIGNS: Readonly<Record<string, string>> = { '=': '', '~': '≈ ', '>': '> ', '>=': '≥ ', '<': '< ', '<=': '≤ ' };
type Figure = Pick<Claim, 'value' | 'min' | 'max' | 'operator' | 'unit' | 'currency' | 'rate' | 'vague' | 'change'>;

/** A figure in signs: "≥ 17", "400–600 km", "↑ 12 %", "USD 5,000,000". */
export function figure({ value, min, max, operator, unit, currency, rate, vague, change }: Figure): string {
  const arrow = change === 'up' ? '↑ ' : change === 'down' ? '↓ ' : '';
  const size = sizeOf({ value, min, max, operator, vague });
  const money = currency === null ? '' : `${currency} `;
  const measure = unit === null || unit === 'person' || currency !== null ? '' : ` ${unit}`;
  return `${arrow}${money}${size}${measure}${rate === null ? '' : ` / ${period(rate)}`}`;
}

function sizeOf({ value, min, max, operator, vague }: Pick<Claim, 'value' | 'min' | 'max' | 'operator' | 'vague'>): string {
  if (value !== null) return `${SIGNS[operator] ?? ''}${number(value)}`;
  if (min !== null && max !== null) return `${number(min)}–${number(max)}`;
  if (min !== null) return `≥ ${number(min)}`;
  if (max !== null) return `≤ ${number(max)}`;
  return vague ?? '?';
}

const PERIODS: Readonly<Record<string, string>> = {
  P1D: 'day',
  P1W: 'week',
  P1M: 'month',
  P1Y: 'year',
  PT1H: 'hour',
  PT1M: 'minute',
  PT1S: 'second',
};
const period = (rate: string): string => PERIODS[rate] ?? rate;

export const heading = (title: string, ...lead: readonly Child[]): HTMLElement =>
  h('header', { class: 'head' }, h('h1', {}, title), lead.length > 0 && h('p', { class: 'lead' }, ...lead));

export const section = (title: string, ...children: readonly Child[]): HTMLElement => h('section', {}, h('h2', {}, title), ...children);

/** Facts as a list of terms; those without a value stay out. */
export const facts = (rows: readonly (readonly [string, Child])[]): HTMLElement =>
  h(
    'dl',
    { class: 'facts' },
    rows
      .filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
      .map(([term, value]) => h('div', {}, h('dt', {}, plain(term)), h('dd', {}, value))),
  );

export const nothing = (words: string): HTMLElement => h('p', { class: 'nothing' }, words);
