import type { Cells, Seen } from './suggestion.js';

const MOST = 3;
const LONGEST = 240;

/** Gives a few sentences that hold a name of an entity, the shorter first. */
export function evidenceOf({ mentions, cooccurrences, claims }: Seen): (entityId: string, name: string) => readonly string[] {
  const bySentence = new Map(claims.map((claim) => [`${claim['document_id']}\t${claim['sentence']}`, claim['sentence_text']]));
  const sentences = new Map<string, Set<string>>();
  const take = (id: string, text: string | undefined): void => {
    if (!text || text.length > LONGEST) return;
    const known = sentences.get(id);
    if (!known) sentences.set(id, new Set([text]));
    else known.add(text);
  };
  // A wider window quotes two sentences that lie apart.
  for (const row of cooccurrences) if (row['window'] === 'sentence') for (const id of [row['a_id'], row['b_id']]) take(id, row['example_text']);
  for (const mention of mentions) take(mention['entity_id'], bySentence.get(`${mention['document_id']}\t${mention['sentence']}`));
  return (entityId, name) =>
    [...(sentences.get(entityId) ?? [])]
      .filter((text) => text.includes(name))
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
      .slice(0, MOST);
}

/** Words that name an entity, the most frequent first, each with its use. */
export function formsOf(
  mentions: readonly Cells[],
): ReadonlyMap<string, readonly { readonly text: string; readonly use: string; readonly count: number }[]> {
  const counts = new Map<string, Map<string, { text: string; use: string; count: number }>>();
  for (const { entity_id, text, use } of mentions) {
    if (use === 'reference') continue;
    const forms = counts.get(entity_id) ?? new Map<string, { text: string; use: string; count: number }>();
    counts.set(entity_id, forms);
    const form = forms.get(text);
    if (form) form.count++;
    else forms.set(text, { text, use, count: 1 });
  }
  return new Map([...counts].map(([id, forms]) => [id, [...forms.values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))]));
}
