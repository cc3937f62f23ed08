import type { Entity } from '../../../model/index.js';
import { claimsAt, entities, mentionsOf, once, sentenceOf, wordsOf, world } from '../data.js';
import { choice, searchBox } from '../controls.js';
import { onMap } from '../d3-geo.js';
import { fill, h, svg, type Child } from '../dom.js';
import { place, roomFor } from '../labels.js';
import { note, toArticle, type Route } from '../route.js';
import { around, stage, type Stage } from '../stage.js';
import { pagedTable } from '../table.js';
import { articleLink, entityLink, figure, heading, joined, many, matcher, nothing, number, plain, quote, section } from '../words.js';

const PASSAGES = 40;
/** Pixels from which on signs have their full size. */
const FULL_WIDTH = 700;
/** The part of the outline above the Antarctic. */
const SHOWN = 0.87;

type Placed = Entity & { readonly latitude: number; readonly longitude: number };
const places = once(() =>
  entities().filter((entity): entity is Placed => entity.type === 'place' && entity.latitude !== null && entity.longitude !== null),
);
const claimCount = (id: string): number => claimsAt().get(id)?.length ?? 0;

/** Places on an outline of the world, as large as they are often named, and the numbers claimed there. */
export function map({ params }: Route): Node {
  let what = params.get('what') ?? 'mentions';
  let query = params.get('q') ?? '';
  let chosen = params.get('place');
  const picture = h('div', { class: 'picture' });
  const list = h('div', {});
  const there = h('section', { class: 'behind', 'aria-live': 'polite', 'aria-label': 'Place' });
  let drawn: { readonly stage: Stage; readonly choose: (id: string) => void } | null = null;
  const choose = (id: string): void => {
    chosen = id;
    note({ place: id });
    fill(there, about(id));
    drawn?.choose(id);
  };
  const draw = (): void => {
    const fits = matcher(query);
    const size = what === 'claims' ? ({ entity_id }: Placed) => claimCount(entity_id) : ({ mentions }: Placed) => mentions;
    const shown = places().filter(
      (place) => size(place) > 0 && fits(`${place.name} ${place.kind ?? ''} ${place.country ?? ''} ${place.surface_forms.join(' ')}`),
    );
    drawn = atlas(shown, size, chosen, choose);
    fill(picture, drawn.stage.element);
    fill(list, placeTable(shown, choose));
    fill(
      there,
      chosen === null ? h('p', { class: 'dim' }, 'Choose a place on the map or in the table: what is said of it comes up here.') : about(chosen),
    );
  };
  const changed = (): void => {
    note({ what: what === 'mentions' ? null : what, q: query });
    draw();
  };
  queueMicrotask(draw);
  return h(
    'div',
    { class: 'map' },
    heading(
      'Map',
      `${many(places().length, 'place')} with a known position. A place in no gazetteer stands where the unit lies that the text puts it in.`,
    ),
    h(
      'div',
      { class: 'controls' },
      searchBox('Search places', query, (value) => {
        query = value;
        changed();
      }),
      choice(
        'Size by',
        [
          ['mentions', 'mentions'],
          ['claims', 'claims there'],
        ],
        what,
        (value) => {
          what = value;
          changed();
        },
      ),
    ),
    h('div', { class: 'spread wide' }, picture, there),
    section('Places', list),
  );
}

function atlas(shown: readonly Placed[], size: (place: Placed) => number, chosen: string | null, choose: (id: string) => void) {
  const outline = world();
  const most = Math.max(1, ...shown.map(size));
  const spots = [...shown]
    .sort((a, b) => size(b) - size(a))
    .map((place) => {
      const { x, y } = onMap(outline, place.latitude, place.longitude);
      const radius = 2.5 + 9.5 * Math.sqrt(size(place) / most);
      const circle = svg(
        'circle',
        {
          class: `spot ${place.located === 'parent' ? 'near' : ''} ${claimCount(place.entity_id) > 0 ? 'claimed' : ''}`,
          cx: x,
          cy: y,
          'data-id': place.entity_id,
          onclick: () => choose(place.entity_id),
        },
        svg('title', {}, `${place.name}: ${many(place.mentions, 'mention')}, ${many(claimCount(place.entity_id), 'claim')}`),
      );
      const words = svg('text', { class: 'label', x, y }, place.name);
      return { x, y, radius, circle, element: words, words: place.name, offset: radius + 3, id: place.entity_id, amount: size(place) };
    });
  const drawing = svg(
    'svg',
    { role: 'img', 'aria-label': `Map of ${many(shown.length, 'place')}; the table below lists them.` },
    svg('path', { class: 'land', d: outline.land }),
    svg('path', { class: 'borders', d: outline.borders }),
    svg(
      'g',
      {},
      spots.map(({ circle }) => circle),
    ),
    svg(
      'g',
      { class: 'labels' },
      spots.map(({ element }) => element),
    ),
  );
  const view = stage(drawing, { x: 0, y: 0, width: outline.width, height: outline.height * SHOWN }, 'Map of the places named', (unit, box) => {
    const small = Math.min(1, Math.max(0.5, box.width / unit / FULL_WIDTH));
    for (const { circle, radius } of spots) circle.setAttribute('r', String(radius * unit * small));
    place(spots, roomFor(spots, unit, Math.round(60 * small), box), unit);
  });
  const mark = (id: string): void => {
    for (const { circle, id: own } of spots) circle.classList.toggle('chosen', own === id);
  };
  const target = spots.find(({ id }) => id === chosen);
  if (target) mark(target.id);
  requestAnimationFrame(() =>
    view.show(
      target
        ? around([target], 60)
        : spots.length === 0
          ? { x: 0, y: 0, width: outline.width, height: outline.height * SHOWN }
          : framed(spots, outline.width, outline.height * SHOWN),
    ),
  );
  return { stage: view, choose: mark };
}

/** The part of the world in which three quarters of what is shown lie, in the shape of the whole; `spots` are the largest first. */
function framed(spots: readonly { readonly x: number; readonly y: number; readonly amount: number }[], width: number, height: number) {
  const all = spots.reduce((sum, { amount }) => sum + amount, 0);
  let seen = 0;
  const near = spots.filter(({ amount }) => (seen += amount) - amount < all * 0.75);
  const box = around(near, 25);
  const scale = Math.min(1, Math.max(box.width / width, box.height / height, 0.08));
  return {
    x: box.x + box.width / 2 - (width * scale) / 2,
    y: box.y + box.height / 2 - (height * scale) / 2,
    width: width * scale,
    height: height * scale,
  };
}

function placeTable(rows: readonly Placed[], choose: (id: string) => void): HTMLElement {
  return pagedTable(
    'Places',
    [
      { head: 'Name', cell: ({ entity_id }) => entityLink(entity_id), by: ({ name }) => name },
      { head: 'Kind', cell: ({ kind }) => (kind === null ? '' : plain(kind)), by: ({ kind }) => kind },
      { head: 'Country', cell: ({ country }) => country ?? '', by: ({ country }) => country },
      {
        head: 'Position',
        cell: ({ entity_id, name, latitude, longitude }) =>
          h(
            'button',
            { type: 'button', class: 'link', onclick: () => choose(entity_id) },
            `${latitude.toFixed(2)}, ${longitude.toFixed(2)}`,
            h('span', { class: 'hidden' }, `: show ${name} on the map`),
          ),
      },
      { head: 'Located', cell: ({ located }) => (located === 'parent' ? 'by its parent' : ''), by: ({ located }) => located },
      { head: 'Mentions', cell: ({ mentions }) => number(mentions), by: ({ mentions }) => mentions, numeric: true },
      { head: 'Claims', cell: ({ entity_id }) => number(claimCount(entity_id)), by: ({ entity_id }) => claimCount(entity_id), numeric: true },
    ],
    rows,
  );
}

function about(id: string): Child {
  const claims = claimsAt().get(id) ?? [];
  const mentions = mentionsOf().get(id) ?? [];
  const articles = [...new Map(mentions.map((mention) => [mention.document_id, mention])).values()];
  return [
    h('h2', {}, entityLink(id)),
    h('p', { class: 'dim' }, joined([many(mentions.length, 'mention'), many(claims.length, 'claim')])),
    claims.length === 0 && nothing('No number is claimed there.'),
    h(
      'ul',
      { class: 'quotes' },
      claims.slice(0, PASSAGES).map((claim) => {
        const { start, end } = sentenceOf(claim.document_id, claim.sentence);
        return h(
          'li',
          {},
          h('a', { class: 'figure', href: toArticle(claim.document_id, claim) }, wordsOf(claim)),
          h('span', { class: 'dim' }, ` ${joined([figure(claim), claim.event && plain(claim.event), claim.said_by])}`),
          h('p', {}, quote(claim.document_id, start, end, [claim])),
        );
      }),
    ),
    claims.length > PASSAGES && h('p', { class: 'dim' }, `and ${many(claims.length - PASSAGES, 'more', 'more')}: `, entityLink(id)),
    h('h3', {}, 'Named in'),
    h(
      'ul',
      { class: 'plain' },
      articles.slice(0, PASSAGES).map((mention) => h('li', {}, articleLink(mention.document_id, mention))),
    ),
  ];
}
