import { h, type Child } from './dom.js';

// Form controls, each with its label.

let ids = 0;
const fresh = (): string => `c${++ids}`;

export function searchBox(label: string, value: string, changed: (value: string) => void): HTMLElement {
  const id = fresh();
  let waiting = 0;
  return h(
    'span',
    { class: 'control' },
    h('label', { for: id }, label),
    h('input', {
      id,
      type: 'search',
      value,
      autocomplete: 'off',
      spellcheck: 'false',
      oninput: (event) => {
        clearTimeout(waiting);
        waiting = setTimeout(() => changed((event.target as HTMLInputElement).value), 120) as unknown as number;
      },
    }),
  );
}

/** A choice of one; `options` are values with their words. */
export function choice(label: string, options: readonly (readonly [string, string])[], value: string, changed: (value: string) => void): HTMLElement {
  const id = fresh();
  return h(
    'span',
    { class: 'control' },
    h('label', { for: id }, label),
    h(
      'select',
      { id, onchange: (event) => changed((event.target as HTMLSelectElement).value) },
      options.map(([key, words]) => h('option', { value: key, selected: key === value }, words)),
    ),
  );
}

/** A choice of several. */
export function checks(
  label: string,
  options: readonly (readonly [string, Child])[],
  chosen: ReadonlySet<string>,
  changed: (chosen: ReadonlySet<string>) => void,
): HTMLElement {
  const now = new Set(chosen);
  return h(
    'fieldset',
    { class: 'control' },
    h('legend', {}, label),
    options.map(([key, words]) =>
      h(
        'label',
        { class: 'check' },
        h('input', {
          type: 'checkbox',
          checked: now.has(key),
          onchange: (event) => {
            if ((event.target as HTMLInputElement).checked) now.add(key);
            else now.delete(key);
            changed(now);
          },
        }),
        words,
      ),
    ),
  );
}

export function slider(label: string, [min, max]: readonly [number, number], value: number, changed: (value: number) => void): HTMLElement {
  const id = fresh();
  const shown = h('output', { for: id }, value);
  return h(
    'span',
    { class: 'control' },
    h('label', { for: id }, label),
    h('input', {
      id,
      type: 'range',
      min,
      max: Math.max(min, max),
      value,
      oninput: (event) => {
        shown.textContent = (event.target as HTMLInputElement).value;
      },
      onchange: (event) => changed(Number((event.target as HTMLInputElement).value)),
    }),
    shown,
  );
}

export const button = (words: Child, clicked: () => void, props: Readonly<Record<string, string>> = {}): HTMLElement =>
  h('button', { type: 'button', ...props, onclick: clicked }, words);
