import { about } from './data.js';
import { button } from './controls.js';
import { fill, h } from './dom.js';
import { readRoute, to, type Route } from './route.js';
import { articles } from './views/articles.js';
import { claims } from './views/ledger.js';
import { entities } from './views/entities.js';
import { map } from './views/map.js';
import { network } from './views/network.js';
import { overview } from './views/overview.js';
import { problemList } from './views/problems.js';
import { search } from './views/search.js';
import { many } from './words.js';

/** A view: what it is called, and what it shows for an address. */
interface View {
  readonly title: string;
  readonly show: (route: Route) => Node;
}

const VIEWS: Readonly<Record<string, View>> = {
  overview: { title: 'Overview', show: overview },
  articles: { title: 'Articles', show: articles },
  entities: { title: 'Entities', show: entities },
  network: { title: 'Network', show: network },
  ledger: { title: 'Ledger', show: claims },
  map: { title: 'Map', show: map },
  problems: { title: 'Problems', show: problemList },
  search: { title: 'Search', show: search },
};

const main = h('main', { id: 'main', tabindex: -1 });
const links = Object.entries(VIEWS)
  .filter(([name]) => name !== 'search')
  .map(([name, { title }]) =>
    h(
      'a',
      { href: to(name), 'data-view': name },
      title,
      name === 'problems' && about().counts.problems > 0 && h('span', { class: 'count' }, about().counts.problems),
    ),
  );

const field = h('input', {
  type: 'search',
  name: 'q',
  'aria-label': 'Search everything',
  placeholder: 'Search',
  autocomplete: 'off',
  spellcheck: 'false',
});
const form = h(
  'form',
  {
    role: 'search',
    class: 'find',
    onsubmit: (event) => {
      event.preventDefault();
      location.hash = to('search', '', { q: field.value });
    },
  },
  field,
);

const THEMES = ['auto', 'light', 'dark'];
const theme = button('Theme: auto', () => {
  const next = THEMES[(THEMES.indexOf(document.documentElement.dataset['theme'] ?? 'auto') + 1) % THEMES.length];
  document.documentElement.dataset['theme'] = next;
  theme.textContent = `Theme: ${next}`;
});
theme.className = 'theme';

fill(
  document.getElementById('app') as HTMLElement,
  h(
    'a',
    {
      class: 'skip',
      href: '#main',
      onclick: (event) => {
        event.preventDefault();
        main.focus();
      },
    },
    'Skip to the content',
  ),
  h(
    'header',
    { class: 'top' },
    h('div', { class: 'bar' }, h('a', { class: 'brand', href: to('overview') }, 'sitrep'), h('nav', { 'aria-label': 'Views' }, links), form, theme),
  ),
  main,
  h('footer', { class: 'bottom' }, `${many(about().counts.documents, 'article')} read by rule. Every row leads to the words it came from.`),
);

let first = true;
function show(): void {
  const route = readRoute();
  const view = VIEWS[route.view] ?? VIEWS['overview'];
  for (const link of links) {
    if (link.dataset['view'] === route.view) {
      link.setAttribute('aria-current', 'page');
      const strip = link.parentElement as HTMLElement;
      strip.scrollLeft = link.offsetLeft - strip.offsetLeft - 40;
    } else link.removeAttribute('aria-current');
  }
  if (route.view === 'search') field.value = route.params.get('q') ?? '';
  fill(main, view.show(route));
  const title = main.querySelector('h1')?.textContent ?? view.title;
  document.title = `${title} – sitrep`;
  if (first) {
    first = false;
  } else {
    main.focus({ preventScroll: true });
  }
  if (!main.querySelector('[data-arrive]')) scrollTo(0, 0);
}

addEventListener('hashchange', show);
show();
