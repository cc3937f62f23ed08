import type { Span } from '../../../model/index.js';
import {
  claimsIn,
  datesIn,
  documentOf,
  documents,
  groupOfClaim,
  mentionsIn,
  nameOf,
  sentenceOf,
  textOf,
  typeOf,
  wordsOf,
  type ClaimRow,
  type DateRow,
  type MentionRow,
} from '../data.js';
import { button, checks } from '../controls.js';
import { fill, h, type Child } from '../dom.js';
import { marked, paragraphs, type Mark } from '../marks.js';
import { to, toArticle, toEntity, type Route } from '../route.js';
import { articleLink, entityLink, facts, figure, heading, joined, many, nothing, plain, section, TYPES } from '../words.js';

/** An article with all that was found in it; what is pointed at or focused says why beside the text. */
export function reader({ subject, params }: Route): Node {
  const article = documentOf().get(subject);
  if (!article) return h('div', {}, heading('No such article'), nothing(`No article has the id ${subject}.`));
  const { text, furniture } = textOf(subject);
  const why = h('section', { class: 'why', 'aria-live': 'polite', 'aria-label': 'Why it is marked' });
  const explain = new Map<Element, () => Child>();
  const made = new Map<string, HTMLElement>();
  const keep = (element: HTMLElement, span: Span, reasons: () => Child): HTMLElement => {
    explain.set(element, reasons);
    const key = `${span.start}-${span.end}`;
    if (!made.has(key)) made.set(key, element);
    return element;
  };
  const marks: Mark[] = [
    ...pairsOf(furniture).map((span) => ({ ...span, make: () => h('span', { class: 'furniture', title: 'Page furniture: not analysed' }) })),
    ...(claimsIn().get(subject) ?? []).map((claim) => ({
      start: claim.start,
      end: claim.end,
      make: () => keep(h('mark', { class: 'claim', tabindex: 0 }), claim, () => aboutClaim(claim)),
    })),
    ...(datesIn().get(subject) ?? []).map((date) => ({
      start: date.start,
      end: date.end,
      make: () => keep(h('mark', { class: 'date', tabindex: 0 }), date, () => aboutDate(date)),
    })),
    ...(mentionsIn().get(subject) ?? []).map((mention) => ({
      start: mention.start,
      end: mention.end,
      make: () =>
        keep(h('a', { class: `mention ${typeOf(mention.entity_id)}`, href: toEntity(mention.entity_id) }), mention, () => aboutMention(mention)),
    })),
  ];
  const asked = spanOf(params.get('at'));
  if (asked && !marks.some(({ start, end }) => start === asked.start && end === asked.end))
    marks.push({
      ...asked,
      make: () => keep(h('mark', { class: 'asked', tabindex: 0 }), asked, () => h('p', {}, 'The passage that was asked for.')),
    });
  const body = h(
    'div',
    { class: 'text', lang: article.language ?? 'en' },
    text === ''
      ? nothing('This article was not analysed; Problems says why.')
      : paragraphs(text).map(({ start, end }) => h('p', {}, marked(text, start, end, marks))),
  );
  const tell = (target: EventTarget | null): void => {
    for (let element = target as Element | null; element && element !== body; element = element.parentElement) {
      const reasons = explain.get(element);
      if (!reasons) continue;
      for (const lit of body.querySelectorAll('.lit')) lit.classList.remove('lit');
      element.classList.add('lit');
      fill(
        why,
        button('Close', () => fill(why), { class: 'close' }),
        reasons(),
      );
      return;
    }
  };
  body.addEventListener('pointerover', (event) => tell(event.target));
  body.addEventListener('focusin', (event) => tell(event.target));
  body.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') fill(why);
  });
  const order = documents();
  const place = order.indexOf(article);
  const [before, behind] = [order[place - 1], order[place + 1]];
  const root = h(
    'div',
    { class: 'reader', 'data-arrive': asked ? '' : null },
    h('p', { class: 'back' }, h('a', { href: to('articles') }, 'Articles')),
    h(
      'header',
      { class: 'head' },
      h('h1', {}, article.title ?? article.document_id),
      h(
        'p',
        { class: 'lead' },
        joined([article.published, article.author, article.publisher, article.title === null ? null : article.document_id]),
        article.url !== null && [' · ', address(article.url)],
      ),
      article.duplicate_of !== null &&
        h('p', { class: 'notice' }, 'A copy of ', articleLink(article.duplicate_of), ': statistics count both once, and its claims are echoes.'),
    ),
    toggles(body),
    h('div', { class: 'spread' }, body, h('aside', { 'aria-label': 'Found in this article' }, why, found(subject))),
    h(
      'nav',
      { class: 'pager', 'aria-label': 'Articles' },
      before && h('a', { href: toArticle(before.document_id), rel: 'prev' }, `← ${before.title ?? before.document_id}`),
      behind && h('a', { href: toArticle(behind.document_id), rel: 'next' }, `${behind.title ?? behind.document_id} →`),
    ),
  );
  if (asked) {
    const target = made.get(`${asked.start}-${asked.end}`);
    // The page must hold it before it can be scrolled to.
    queueMicrotask(() => {
      if (!target) return;
      target.classList.add('arrived');
      target.scrollIntoView({ block: 'center' });
      target.focus({ preventScroll: true });
      tell(target);
    });
  }
  return root;
}

const pairsOf = (ends: readonly number[]): readonly Span[] => ends.flatMap((start, i) => (i % 2 === 0 ? [{ start, end: ends[i + 1] }] : []));

function spanOf(words: string | null): Span | null {
  const [, start, end] = /^(\d+)-(\d+)$/.exec(words ?? '') ?? [];
  return start === undefined || Number(start) >= Number(end) ? null : { start: Number(start), end: Number(end) };
}

/** A web address as a link where it is one, else as words: an article may hold any other scheme. */
const address = (url: string): Node =>
  /^https?:\/\//i.test(url)
    ? h('a', { href: url, rel: 'noopener noreferrer nofollow', target: '_blank' }, url.replace(/^https?:\/\/(?:www\.)?/i, ''))
    : h('span', {}, url);

const LAYERS = [...TYPES, 'date', 'claim'] as const;

/** Which layers are lit, and what their marks look like. */
function toggles(body: HTMLElement): HTMLElement {
  return h(
    'div',
    { class: 'controls' },
    checks(
      'Show',
      LAYERS.map((name) => [name, h('span', { class: `key ${name}` }, name)] as const),
      new Set(LAYERS),
      (now) => {
        for (const name of LAYERS) body.classList.toggle(`without-${name}`, !now.has(name));
      },
    ),
  );
}

const aboutMention = ({ entity_id, use, page, because, ...span }: MentionRow): Child => [
  h('h2', {}, nameOf(entity_id)),
  facts([
    ['words', wordsOf(span)],
    ['type', typeOf(entity_id)],
    ['use', use],
    ['page', page],
    ['entity_id', h('a', { href: toEntity(entity_id) }, entity_id)],
    ['because', because],
  ]),
];

const aboutDate = ({ type, timex, from, to: until, mod, anchor, page, because, ...span }: DateRow): Child => [
  h('h2', {}, wordsOf(span)),
  facts([
    ['type', type],
    ['timex', timex],
    ['from', from],
    ['to', until],
    ['mod', mod],
    ['anchor', anchor],
    ['page', page],
    ['because', because],
  ]),
];

function aboutClaim(claim: ClaimRow): Child {
  const entity = (id: string | null, words: string | null): Child => (id === null ? words : entityLink(id, words ?? undefined));
  return [
    h('h2', {}, wordsOf(claim)),
    facts([
      ['kind', plain(claim.kind)],
      ['figure', figure(claim)],
      ['counted', entity(claim.counted_entity_id, claim.counted)],
      ['event', claim.event && plain(claim.event)],
      ['actor', entity(claim.actor_id, claim.actor)],
      ['target', entity(claim.target_id, claim.target)],
      ['places', claim.place_ids.length > 0 && claim.place_ids.map((id, i) => [i > 0 && ', ', entityLink(id, claim.places[i])])],
      ['when', claim.when_text === null ? claim.when_from : joined([claim.when_text, claim.when_from])],
      ['said_by', entity(claim.said_by_id, claim.said_by)],
      ['said_on', claim.said_on],
      ['condition', claim.condition],
      ['part_of', claim.part_of],
      ['hedge', claim.hedge],
      ['page', claim.page],
      ['modality', claim.modality === 'asserted' ? null : claim.modality],
      ['because', claim.because],
    ]),
    groupOfClaim().has(claim.claim_id) && h('p', {}, h('a', { href: to('ledger', claim.claim_id) }, 'Beside comparable claims')),
  ];
}

/** Lists of what the article holds, each leading to its place in the text. */
function found(subject: string): Child {
  const claims = claimsIn().get(subject) ?? [];
  const counts = new Map<string, MentionRow[]>();
  for (const mention of mentionsIn().get(subject) ?? []) {
    const list = counts.get(mention.entity_id);
    if (list) list.push(mention);
    else counts.set(mention.entity_id, [mention]);
  }
  const named = [...counts].sort(([, a], [, b]) => b.length - a.length);
  return [
    section(
      many(named.length, 'entity', 'entities'),
      h(
        'ul',
        { class: 'plain' },
        named.map(([id, rows]) =>
          h(
            'li',
            {},
            entityLink(id),
            ' ',
            h(
              'span',
              { class: 'places' },
              rows
                .slice(0, 12)
                .map((row, i) => h('a', { class: 'dim', href: toArticle(subject, row), 'aria-label': `Mention ${i + 1} of ${nameOf(id)}` }, i + 1)),
            ),
          ),
        ),
      ),
    ),
    section(
      many(claims.length, 'claim'),
      h(
        'ul',
        { class: 'plain' },
        claims.map((claim) =>
          h(
            'li',
            {},
            h(
              'a',
              { href: toArticle(subject, claim), title: sentenceOf(subject, claim.sentence).text },
              joined([wordsOf(claim), claim.event && plain(claim.event)]),
            ),
            claim.said_by !== null && h('span', { class: 'dim' }, ` ${claim.said_by}`),
          ),
        ),
      ),
    ),
  ];
}
