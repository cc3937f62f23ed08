import { documents, entities, textOf } from '../data.js';
import { h, type Child } from '../dom.js';
import { toArticle, type Route } from '../route.js';
import { entityLink, folded, heading, many, matcher, nothing, section } from '../words.js';

const MOST = 100;
const AROUND = 90;

/** Entities by their names, and articles by their words. */
export function search({ params }: Route): Node {
  const query = (params.get('q') ?? '').trim();
  if (query === '') return h('div', {}, heading('Search'), nothing('Write a name or some words of an article into the field above.'));
  const fits = matcher(query);
  const named = entities().filter(({ name, surface_forms }) => fits(name) || surface_forms.some(fits));
  const passages = found(query);
  return h(
    'div',
    { class: 'search' },
    heading(
      `“${query}”`,
      `${many(named.length, 'entity', 'entities')}, ${passages.length === MOST ? 'the first ' : ''}${many(passages.length, 'passage')}`,
    ),
    named.length > 0 &&
      section(
        'Entities',
        h(
          'ul',
          { class: 'chips' },
          named.slice(0, MOST).map(({ entity_id }) => h('li', {}, entityLink(entity_id))),
        ),
      ),
    passages.length > 0 && section('Articles', h('ul', { class: 'quotes' }, passages)),
    named.length + passages.length === 0 && nothing('Nothing fits.'),
  );
}

/** Articles that hold the words as they stand, each with its first passage. */
function found(query: string): readonly Child[] {
  const wanted = folded(query);
  const list: Child[] = [];
  for (const { document_id, title } of documents()) {
    if (list.length === MOST) break;
    const { text } = textOf(document_id);
    const at = caseless(text, wanted);
    if (at < 0 && !folded(title ?? '').includes(wanted)) continue;
    const span = at < 0 ? undefined : { start: at, end: at + query.length };
    const [from, to] = aroundWords(text, at, at + query.length);
    list.push(
      h(
        'li',
        {},
        h('a', { href: toArticle(document_id, span) }, title ?? document_id),
        at >= 0 &&
          h(
            'p',
            {},
            from > 0 && '… ',
            text.slice(from, at).replace(/\s+/g, ' '),
            h('b', {}, text.slice(at, at + query.length)),
            text.slice(at + query.length, to).replace(/\s+/g, ' '),
            to < text.length && ' …',
          ),
      ),
    );
  }
  return list;
}

/** So much before and behind a stretch as is easily read, with whole words at both ends. */
function aroundWords(text: string, start: number, end: number): readonly [number, number] {
  const before = Math.max(0, start - AROUND);
  const behind = Math.min(text.length, end + AROUND);
  const blank = text.slice(before, start).search(/\s/);
  const rest = text.slice(end, behind).search(/\s\S*$/);
  return [before === 0 || blank < 0 ? before : before + blank + 1, behind === text.length || rest < 0 ? behind : end + rest];
}

/** Where a folded text stands in another, whatever the case; accents count only where folding would move the place. */
function caseless(text: string, wanted: string): number {
  const plain = folded(text);
  return plain.length === text.length ? plain.indexOf(wanted) : text.toLowerCase().indexOf(wanted);
}
