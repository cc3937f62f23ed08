import { describe, expect, test } from 'vitest';
import { entityText } from '../src/knowledge/index.js';
import { loadKnowledge } from '../src/io/gazetteers/gazetteers.js';
import type { Entity, Mention, Related } from '../src/model/index.js';
import { analyze } from '../src/pipeline.js';
import { unitsAbove } from '../src/stages/4-resolve/places/priors.js';

const knowledge = await loadKnowledge();
const read = (text: string): Related =>
  analyze({ id: 'p', text, title: null, published: '2024-05-06', url: null, path: null, sha256: null }, knowledge);
const mentionOf = (text: string, name: string): Mention | undefined => read(text).mentions.find((mention) => mention.text === name);
const entityOf = (text: string, name: string): Entity | undefined => {
  const { entities, mentions } = read(text);
  const id = mentions.find((mention) => mention.text === name)?.entity_id;
  return entities.find((entity) => entity.entity_id === id);
};

const numberOf = (id: string): number => {
  for (let entity = 0; entity < knowledge.entities.count; entity++) if (entityText(knowledge.entities, entity).id === id) return entity;
  return -1;
};

describe('metonymy: `because` says when a place acts', () => {
  const acting: readonly (readonly [string, string])[] = [
    ['Kabul said the road would stay shut.', 'Kabul'],
    ['Washington has repeatedly denied the charge.', 'Washington'],
    ['Tokyo will not confirm the offer.', 'Tokyo'],
    ['Moscow and Beijing rejected the draft.', 'Moscow'],
    ['Ankara arrested two editors.', 'Ankara'],
    ['Niger accused France of meddling.', 'Niger'],
  ];
  test.each(acting)('%s', (text, name) => expect(mentionOf(text, name)?.because).toMatch(/; metonym$/));

  const still: readonly (readonly [string, string])[] = [
    ['In Kabul said an old woman who sells bread.', 'Kabul'],
    ['The mayor of Nairobi said the bridge was safe.', 'Nairobi'],
    ['Oslo lies on a fjord.', 'Oslo'],
    ['They walked to Ankara.', 'Ankara'],
    ['Afghan traders said the road was shut.', 'Afghan'],
  ];
  test.each(still)('%s', (text, name) => {
    expect(mentionOf(text, name)?.type).toBe('place');
    expect(mentionOf(text, name)?.because).not.toContain('metonym');
  });
});

describe('where a place is', () => {
  test('a town leads to its unit, and the unit to its country', () => {
    const town = entityOf('Nurses in Goma worked all night.', 'Goma');
    expect(town).toMatchObject({ country: 'CD', located: 'itself', parent: 'Goma' });
    const units = unitsAbove(knowledge, numberOf(town?.parent_id ?? ''));
    expect(units.map((unit) => entityText(knowledge.entities, unit).id)).toEqual(['place:CD-NK', 'place:CD']);
    expect(entityOf('Troops left North Kivu for the lake.', 'North Kivu')).toMatchObject({
      parent_id: 'place:CD',
      parent: 'Democratic Republic of the Congo',
    });
  });

  test('a large province lies at its middle, not at its seat or its crowded side', () => {
    const queensland = entityOf('Rain fell in Queensland.', 'Queensland');
    expect(queensland?.latitude).toBeCloseTo(-22.5, 0);
    expect(queensland?.longitude).toBeCloseTo(144.4, 0);
  });

  test.each([
    ['The village of Obrelund in Fife, Scotland, was cut off.', 'Obrelund', 'place:GB-FIF'],
    ['The town of Obrenwick in Cornwall, England, was cut off.', 'Obrenwick', 'place:GB-CON'],
  ])('an unlisted place is put where it is said to lie: %s', (text, name, parent) => {
    const place = entityOf(text, name);
    expect(place).toMatchObject({ listed: false, parent_id: parent, located: 'parent' });
    expect(place?.latitude).not.toBeNull();
  });

  test('an unlisted item of a list is not put into its neighbour', () => {
    expect(entityOf('Snow fell in Obrelund, Dundee and Perth.', 'Obrelund')?.parent_id ?? null).toBeNull();
  });
});
