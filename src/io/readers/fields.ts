/** Names that a person gave to columns of a table; null where none was given. */
export interface Fields {
  readonly text: string | null;
  readonly id: string | null;
  readonly date: string | null;
}

/** What a column can tell of an article, and what it is usually called. */
const USUAL = {
  text: ['text', 'body', 'content', 'full text', 'article', 'article text', 'main text', 'maintext', 'body text', 'story'],
  id: ['id', 'document id', 'doc id', 'article id', 'uuid', 'guid'],
  published: [
    'published',
    'date',
    'published at',
    'date published',
    'publication date',
    'publish date',
    'pub date',
    'pubdate',
    'date publish',
    'datetime',
  ],
  title: ['title', 'headline', 'heading'],
  url: ['url', 'link', 'source url', 'web url', 'article url', 'permalink'],
  author: ['author', 'authors', 'byline', 'creator'],
  publisher: ['publisher', 'source', 'site', 'site name', 'outlet', 'newspaper', 'publication'],
} as const;

export type Role = keyof typeof USUAL;
export const ROLES = Object.keys(USUAL) as readonly Role[];

/** Which of the columns holds what: the one a person named, else one with a usual name ("Full_Text", "publishedAt"), else null. */
export function rolesOf(columns: readonly string[], fields: Fields): Readonly<Record<Role, string | null>> {
  const folded = new Map([...columns].reverse().map((column) => [folding(column), column]));
  const given: Partial<Record<Role, string | null>> = { text: fields.text, id: fields.id, published: fields.date };
  const find = (role: Role): string | null => {
    const name = given[role];
    if (name) return columns.find((column) => column === name) ?? folded.get(folding(name)) ?? null;
    return USUAL[role].map((usual) => folded.get(usual)).find((column) => column !== undefined) ?? null;
  };
  return Object.fromEntries(ROLES.map((role) => [role, find(role)])) as Record<Role, string | null>;
}

const folding = (column: string): string =>
  column
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\s_.-]+/g, ' ');
