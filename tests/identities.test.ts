import { describe, expect, it } from 'vitest';
import { collate, readArticle } from '../src/collate/index.js';
import { loadKnowledge } from '../src/io/gazetteers/gazetteers.js';
import type { Findings, IdentityRow, Reading, Source } from '../src/model/index.js';
import { analyze } from '../src/pipeline.js';

const knowledge = await loadKnowledge();

const source = (id: string, text: string): Source => ({ id, text, title: null, published: '2024-05-14', url: null, path: null, sha256: null });

const run = (...texts: readonly string[]): Findings => of(texts.map((text, i) => source(`a${i + 1}`, text)));

const of = (sources: readonly Source[]): Findings =>
  collate(
    sources.map((one) => readArticle(analyze(one, knowledge), 'en')),
    [],
    knowledge,
  );

/** The ids under which a name stands in the mentions, one an article, in the order of articles. */
const idsOf = ({ mentions }: Findings, name: string): readonly string[] =>
  mentions.filter(({ text }) => text === name).map(({ entity_id }) => entity_id);

const rowOf = ({ identities }: Findings, id: string): IdentityRow | undefined => identities.find(({ entity_id }) => entity_id === id);

describe('one person over several articles', () => {
  it('is one where name and country agree, and says so', () => {
    const found = run('Governor Weda Baryal spoke in Kunar, Afghanistan.', 'In Kabul, Afghanistan, reporters met Governor Weda Baryal.');
    expect(idsOf(found, 'Weda Baryal')).toEqual(['person:~weda-baryal', 'person:~weda-baryal']);
    expect(rowOf(found, 'person:~weda-baryal')).toMatchObject({ outcome: 'joined', documents: 2, document_ids: ['a1', 'a2'], apart_from: [] });
    expect(rowOf(found, 'person:~weda-baryal')?.because).toContain('both in AF');
  });

  it('is two where the countries differ, and says who is kept from whom', () => {
    const found = run('Mayor Ali Khan opened a school in Peshawar, Pakistan.', 'The singer Ali Khan gave a concert in Lima, Peru.');
    const [one, two] = idsOf(found, 'Ali Khan');
    expect([one, two]).toEqual(['person:~ali-khan~pk', 'person:~ali-khan~pe']);
    expect(rowOf(found, one)).toMatchObject({ outcome: 'apart', apart_from: [two] });
    expect(found.entities.filter(({ name }) => name === 'Ali Khan').map(({ documents }) => documents)).toEqual([1, 1]);
  });

  it('is two where the roles of a common name differ in one country', () => {
    const found = run('Mayor Ali Khan opened a school in Peshawar, Pakistan.', 'Captain Ali Khan won the match in Karachi, Pakistan.');
    expect(new Set(idsOf(found, 'Ali Khan')).size).toBe(2);
  });

  it('is one again where both are seen with the same few', () => {
    const found = run(
      'Mayor Ali Khan met Brig. Gen. Tarwin Yousel in Peshawar, Pakistan.',
      'Captain Ali Khan sat beside Brig. Gen. Tarwin Yousel in Karachi, Pakistan.',
    );
    expect(new Set(idsOf(found, 'Ali Khan')).size).toBe(1);
  });

  it('is joined with another spelling of its name on strong evidence only', () => {
    const strong = run('Governor Weda Nadirov spoke in Kabul, Afghanistan.', 'Reporters in Herat, Afghanistan, asked Governor Weda Nadiroff.');
    expect(new Set([...idsOf(strong, 'Weda Nadirov'), ...idsOf(strong, 'Weda Nadiroff')]).size).toBe(1);
    const weak = run('Governor Weda Nadirov spoke in Kabul, Afghanistan.', 'Captain Weda Nadiroff spoke in Lima, Peru.');
    expect(new Set([...idsOf(weak, 'Weda Nadirov'), ...idsOf(weak, 'Weda Nadiroff')]).size).toBe(2);
  });

  it('is never joined with one whom the same article names', () => {
    const found = run('Governor Weda Karimov met Governor Weda Karimow in Kabul, Afghanistan.', 'Governor Weda Karimow spoke in Kabul, Afghanistan.');
    for (const id of ['a1', 'a2']) {
      const own = found.mentions.filter(({ document_id, type }) => document_id === id && type === 'person');
      expect(new Set(own.map(({ entity_id }) => entity_id)).size).toBeLessThanOrEqual(new Set(own.map(({ text }) => text)).size);
    }
  });
});

describe('one group over several articles', () => {
  it('a ministry is that of its country', () => {
    const found = run(
      'The Ministry of Inland Waterways in Lima, Peru, hired divers.',
      'The Ministry of Inland Waterways in Hanoi, Vietnam, hired cooks.',
    );
    expect(idsOf(found, 'Ministry of Inland Waterways')).toEqual([
      'group:~ministry-of-inland-waterways~pe',
      'group:~ministry-of-inland-waterways~vn',
    ]);
  });

  it('a long name is one wherever it is met', () => {
    const found = run('The Lakeside Weavers Relief Society sells cloth.', 'Cloth of the Lakeside Weavers Relief Society is dear.');
    expect(idsOf(found, 'Lakeside Weavers Relief Society')).toEqual(Array(2).fill('group:~lakeside-weavers-relief-society'));
  });
});

describe('identification', () => {
  const texts = [
    'Mayor Ali Khan met 40 farmers of the Lakeside Relief Society in Peshawar, Pakistan.',
    'The singer Ali Khan gave a concert in Lima, Peru. Ali Khan paid 300 dollars.',
    'Mayor Ali Khan of Peshawar, Pakistan, said 12 people had died. Weda Baryal of the Lakeside Relief Society agreed.',
    'Weda Baryal lives in Peshawar, Pakistan.',
  ];

  it('does not depend on the order of articles', () => {
    const sources = texts.map((text, i) => source(`a${i + 1}`, text));
    expect(of([...sources].reverse())).toEqual(of(sources));
  });

  it('reaches every table: no id is left that no entity has, and counts add up', () => {
    const found = run(...texts);
    const known = new Set(found.entities.map(({ entity_id }) => entity_id));
    const used = [
      ...found.mentions.map(({ entity_id }) => entity_id),
      ...found.cooccurrences.flatMap(({ a_id, b_id }) => [a_id, b_id]),
      ...found.claims.flatMap((claim) => [claim.counted_entity_id, claim.actor_id, claim.target_id, claim.said_by_id]),
      ...found.ledger.map(({ said_by_id }) => said_by_id),
      ...found.identities.flatMap(({ entity_id, apart_from }) => [entity_id, ...apart_from]),
    ];
    expect(used.filter((id) => id !== null && !known.has(id))).toEqual([]);
    expect(found.mentions.some(({ entity_id }) => entity_id === 'person:~ali-khan~pk')).toBe(true);
    for (const { a_id, b_id } of found.cooccurrences) expect(a_id < b_id).toBe(true);
    const pair = found.cooccurrences.find(
      ({ a_id, b_id, window }) => `${a_id} ${b_id} ${window}` === 'group:~lakeside-relief-society person:~ali-khan~pk document',
    );
    expect(pair).toMatchObject({ count: 2, documents: 2 });
  });

  it('takes no more than linear time on many of one name', () => {
    const [one, other] = ['Captain Ali Khan left.', 'Captain Ali Khan of Lima, Peru, left.'].map((text) =>
      readArticle(analyze(source('a', text), knowledge), 'en'),
    );
    /** Milliseconds of processor time, the least of three runs. */
    const time = (count: number): number => {
      const readings = Array.from({ length: count }, (_, i): Reading => {
        const reading = i % 2 ? one : other;
        return {
          ...reading,
          document: { ...reading.document, document_id: `a${i}` },
          profiles: reading.profiles.map((profile) => ({ ...profile, role: `role ${i}` })),
        };
      });
      const runs = [1, 2, 3].map(() => {
        const start = process.cpuUsage();
        collate(readings, [], knowledge);
        return process.cpuUsage(start).user / 1000;
      });
      return Math.min(...runs);
    };
    time(200);
    expect(time(4800)).toBeLessThan(Math.max(time(400), 10) * 12 * 4);
  });
});

describe('references', () => {
  const article = analyze(
    source('a', 'Boko Haram took the town. The group has 400 fighters. The group killed 12 farmers in Niger. Residents of Cameroon fear the group.'),
    knowledge,
  );

  it('stand for their entity in numeric claims', () => {
    const claims = article.claims.map(({ value, counted_entity_id, actor_id }) => [value, counted_entity_id ?? actor_id]);
    expect(claims).toEqual([
      [400, 'group:boko-haram'],
      [12, 'group:boko-haram'],
    ]);
  });

  it('count as company', () => {
    const sentences = article.cooccurrences.filter(({ window }) => window === 'sentence').map(({ a_id, b_id }) => `${a_id} ${b_id}`);
    expect(sentences).toEqual(['group:boko-haram place:CM', 'group:boko-haram place:NE']);
  });

  it('are no names: neither counted nor told among the words by which an entity is called', () => {
    const text = 'Maria Okafor runs the clinic. She met Boko Haram, and the group let her go. She left.';
    const { mentions, entities } = analyze(source('a', text), knowledge);
    expect(mentions.filter(({ use }) => use === 'reference').map(({ text: words }) => words)).toEqual(['She', 'group', 'her', 'She']);
    expect(entities.map(({ entity_id, mentions: names, surface_forms }) => [entity_id, names, surface_forms])).toEqual([
      ['group:boko-haram', 1, ['Boko Haram']],
      ['person:~maria-okafor', 1, ['Maria Okafor']],
    ]);
  });

  it('say what they lean on', () => {
    const reference = article.mentions.find(({ use }) => use === 'reference');
    expect(reference).toMatchObject({
      text: 'group',
      entity_id: 'group:boko-haram',
      because: 'rule reference.the "group"; only Boko Haram was named before',
    });
  });
});
