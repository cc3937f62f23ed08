// The address behind the # says all there is to see: view, subject, filters. So every state can be linked, and going back works.

export interface Route {
  readonly view: string;
  /** Id of the article or entity; empty when the view is of all. */
  readonly subject: string;
  readonly params: URLSearchParams;
}

export function readRoute(hash = location.hash): Route {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const slash = path.indexOf('/');
  const [view, subject] = slash < 0 ? [path, ''] : [path.slice(0, slash), path.slice(slash + 1)];
  return { view: view || 'overview', subject: decoded(subject), params: new URLSearchParams(query) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

type Params = Readonly<Record<string, string | number | null | undefined>>;

/** The address of a view. */
export function to(view: string, subject = '', params: Params = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  const words = query.toString();
  return `#/${view}${subject === '' ? '' : `/${encodeURIComponent(subject)}`}${words === '' ? '' : `?${words}`}`;
}

export const toArticle = (id: string, span?: { readonly start: number; readonly end: number }): string =>
  to('articles', id, span ? { at: `${span.start}-${span.end}` } : {});
export const toEntity = (id: string): string => to('entities', id);

/** Notes a filter in the address without going anywhere. */
export function note(params: Params): void {
  const route = readRoute();
  for (const [name, value] of Object.entries(params)) {
    if (value === null || value === undefined || value === '') route.params.delete(name);
    else route.params.set(name, String(value));
  }
  history.replaceState(null, '', to(route.view, route.subject, Object.fromEntries(route.params)));
}
