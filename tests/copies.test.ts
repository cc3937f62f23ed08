import { describe, expect, it } from 'vitest';
import { collate, MEMORY, readArticle } from '../src/collate/index.js';
import { openCopies, type Printed } from '../src/collate/copies.js';
import { loadKnowledge } from '../src/io/index.js';
import { analyze } from '../src/pipeline.js';
import type { Reading } from '../src/model/index.js';

const knowledge = await loadKnowledge();

const reading = (id: string, text: string, published: string | null = null): Reading =>
  readArticle(analyze({ id, text, title: null, published, url: null, path: `${id}.txt`, sha256: null }, knowledge), 'en');

const STORY = `The Ministry of Defence said on Tuesday that at least 12 soldiers were killed in an attack on a checkpoint in the province of Kunar, in eastern Afghanistan.

In Kunar 40 policemen were wounded. Nobody has said that they carried it out. The United Nations said in a statement that it was worried about the violence along the border with Pakistan, and that about 300 families had left their villages since the beginning of the month.

Many of them are living with relatives in Jalalabad, where aid groups have opened three camps. Others have gone on to Kabul, although the road over the mountains is closed at night and lorries have to wait for hours before they are searched.

The governor told reporters that the army had sent help to the district. He asked the government of Pakistan to keep armed men from crossing the border, and said that talks between both sides would go on next week in Islamabad.
`;
/** As another paper prints it: its own headline and style, a sentence left out at the end. */
const PRINTED = `Attack in Kunar leaves twelve dead

By Our Correspondent

${STORY.replace('at least 12', 'at least 12')
  .replace('three camps', 'three large camps')
  .replace('in a statement ', '')
  .replace(/ He asked.*\n/, '\n')
  .replace(/"/g, '”')}`;
const OTHER = `The central bank of Kenya said on Monday that it would keep its rate at 10 percent. Analysts in Nairobi had expected the bank to lower it, since prices rose less than in the year before. The shilling gained against the dollar.`;

function copies(...printed: readonly Printed[]): Record<string, string> {
  const { see, find } = openCopies(MEMORY.records);
  for (const [n, one] of printed.entries()) see(n, one);
  const id = (n: number): string => printed[n].document.document_id;
  const found: Record<string, string> = {};
  for (const [copy, original] of find((n) => printed[n])) found[id(copy)] = id(original);
  return found;
}

describe('copies', () => {
  it('the same words, and a story as another paper prints it; the earliest is kept, of equals the smallest id', () => {
    const [a, b, c, d] = [
      reading('a', STORY, '2024-05-03'),
      reading('b', STORY, '2024-05-02'),
      reading('c', PRINTED, '2024-05-02'),
      reading('d', STORY),
    ];
    const expected = { a: 'b', c: 'b', d: 'b' };
    expect(copies(a, b, c, d, reading('e', OTHER))).toEqual(expected);
    // Whatever the order in which they come.
    expect(copies(d, reading('e', OTHER), c, b, a)).toEqual(expected);
    expect(copies(c, a, d, b)).toEqual(expected);
  });

  it('are not: a later report with other figures, pieces of one form, parts of a page', () => {
    expect(copies(reading('a', STORY), reading('b', STORY.replace('12 soldiers', '15 soldiers')))).toEqual({});
    const brief = (town: string, crime: string): string =>
      `Police in ${town} said on Friday that they had arrested two men for ${crime}. Both will be brought before a court.`;
    expect(copies(reading('a', brief('Leeds', 'theft')), reading('b', brief('Hull', 'fraud')))).toEqual({});
    expect(copies(reading('a', ''), reading('b', ''))).toEqual({});
    expect(copies(reading('a', brief('Leeds', 'theft')), reading('b', brief('Leeds', 'theft')))).toEqual({ b: 'a' });
  });

  it('are counted once: co-occurrences and documents are those of the articles that are kept', () => {
    const own = [reading('a', STORY, '2024-05-02'), reading('e', OTHER, '2024-05-02')];
    const alone = collate(own, [], knowledge);
    for (const all of [
      [...own, reading('x', STORY, '2024-05-03'), reading('y', STORY, '2024-05-04')],
      [reading('x', STORY, '2024-05-03'), reading('y', STORY, '2024-05-04'), ...own],
    ]) {
      const found = collate(all, [], knowledge);
      expect(found.documents.map(({ document_id, duplicate_of }) => [document_id, duplicate_of])).toEqual([
        ['a', null],
        ['e', null],
        ['x', 'a'],
        ['y', 'a'],
      ]);
      expect(found.cooccurrences).toEqual(alone.cooccurrences);
      expect(found.entities.map(({ entity_id, documents }) => [entity_id, documents]).sort()).toEqual(
        alone.entities.map(({ entity_id, documents }) => [entity_id, documents]).sort(),
      );
      // Their rows stay.
      expect(found.mentions.length).toBe(alone.mentions.length + 2 * own[0].mentions.length);
      expect(found.claims.length).toBe(alone.claims.length + 2 * own[0].claims.length);
      expect(found.ledger.filter(({ document_id }) => document_id === 'x' || document_id === 'y').map(({ relation }) => relation)).not.toContain(
        'agrees',
      );
      expect(new Set(found.ledger.map(({ independent }) => independent))).toEqual(new Set(alone.ledger.map(({ independent }) => independent)));
    }
  });

  it('an edited copy counts nothing that only it says', () => {
    const edited = STORY.replace('Islamabad', 'Islamabad, as Amina Mohammed told the BBC');
    const found = collate([reading('a', STORY, '2024-05-02'), reading('b', edited, '2024-05-03')], [], knowledge);
    expect(found.documents.map(({ duplicate_of }) => duplicate_of)).toEqual([null, 'a']);
    expect(found.cooccurrences).toEqual(collate([reading('a', STORY, '2024-05-02')], [], knowledge).cooccurrences);
    expect(found.entities.filter(({ documents }) => documents !== 1)).toEqual([]);
  });

  it('are found in linear time, also among thousands of one form', () => {
    const one = reading('a', STORY);
    const many = (count: number): Reading[] =>
      Array.from({ length: count }, (_, i) => ({
        ...one,
        document: { ...one.document, document_id: `d${i}` },
        // Half of the runs are the form, half are its own.
        fingerprint: one.fingerprint && {
          ...one.fingerprint,
          whole: i,
          minima: one.fingerprint.minima.map((hash, k) => (k % 8 < 4 ? hash : (i * 7919 + k) >>> 0)),
        },
      }));
    const time = (count: number): number => {
      const articles = many(count);
      const began = performance.now();
      expect(copies(...articles)).toEqual({});
      return performance.now() - began;
    };
    time(500);
    expect(time(4000)).toBeLessThan(8 * 6 * Math.max(20, time(500)));
  });
});
