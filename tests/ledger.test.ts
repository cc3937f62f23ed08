import { describe, expect, it } from 'vitest';
import { openCollation, readArticle } from '../src/collate/index.js';
import { loadKnowledge } from '../src/io/gazetteers/gazetteers.js';
import type { LedgerRow } from '../src/model/index.js';
import { analyze } from '../src/pipeline.js';

const knowledge = await loadKnowledge();

/** The ledger of articles given as [day, text]; ids are a, b, c … in their order. */
function ledgerOf(...articles: readonly (readonly [published: string, text: string])[]): readonly LedgerRow[] {
  const readings = articles.map(([published, text], i) => {
    const id = String.fromCharCode(97 + i);
    return readArticle(analyze({ id, text, title: null, published, url: null, path: null, sha256: null }, knowledge), 'en');
  });
  const [once, again] = [readings, [...readings].reverse()].map((order) => {
    const collation = openCollation(knowledge);
    for (const reading of order) collation.add(reading);
    return collation.finish([]).ledger;
  });
  expect(JSON.stringify(again), 'the order of articles makes no difference').toBe(JSON.stringify(once));
  return once;
}

/** "a 400 first", "b 2000 widens": the rows of the group that holds the first claim. */
function groupOf(rows: readonly LedgerRow[]): readonly string[] {
  const group = rows.find((row) => row.document_id === 'a')?.group_id;
  return rows.filter((row) => row.group_id === group).map((row) => `${row.document_id} ${row.value ?? row.max} ${row.relation}`);
}

const UN_REPORT = 'A United Nations report of June 2023 says there are around 400 al-Qaeda fighters in Afghanistan.';

describe('the ledger', () => {
  it('answers how many, says who, since when', () => {
    const rows = ledgerOf(
      [
        '2023-07-01',
        'According to a June 2023 UN report, there are around 400 al-Qaeda fighters in Afghanistan and up to 2,000 if relatives are included.',
      ],
      ['2024-02-10', 'Pakistan’s Foreign Ministry said on Saturday that there were 900 al-Qaeda fighters in Afghanistan.'],
    );
    const group = rows.filter((row) => row.group_id === rows[0].group_id);
    expect(group.map((row) => [row.relation, row.value, row.said_by, row.said_on])).toEqual([
      ['first', 400, 'United Nations', '2023-06'],
      ['widens', 2000, 'United Nations', '2023-06'],
      ['agrees', 900, expect.stringContaining('Foreign'), '2024-02-10'],
    ]);
    expect(group[0]).toMatchObject({
      thing: 'fighter',
      entity: 'Al-Qaeda',
      places: ['Afghanistan'],
      claims: 3,
      first_said: '2023-06',
      first_said_by: 'United Nations',
      last_said: '2024-02-10',
    });
  });

  it('a different figure of a later day is an update', () => {
    const rows = ledgerOf(
      ['2023-07-01', UN_REPORT],
      ['2024-07-01', 'There are 700 al-Qaeda fighters in Afghanistan, the interior ministry said on Monday.'],
    );
    expect(groupOf(rows)).toEqual(['a 400 first', 'b 700 updates']);
    expect(rows[0]).toMatchObject({ verdict: 'update', independent: 2, span_min: 360, span_max: 700 });
  });

  it('different dead of one attack contradict, a higher toll later is an update', () => {
    const first = ['2024-03-05', 'The army said 12 soldiers were killed in an attack near Gao on Monday.'] as const;
    expect(groupOf(ledgerOf(first, ['2024-03-05', 'A rebel spokesman said 40 soldiers were killed in an attack near Gao on Monday.']))).toEqual([
      'a 12 first',
      'b 40 contradicts',
    ]);
    expect(groupOf(ledgerOf(first, ['2024-03-07', 'The army said 17 soldiers were killed in the attack near Gao on Monday.']))).toEqual([
      'a 12 first',
      'b 17 updates',
    ]);
  });

  it('words of one sense are one thing, and who has what is counted is whose it is', () => {
    const rows = ledgerOf(
      ['2024-03-05', 'JNIM has 6,000 fighters in Mali, a UN report said on Tuesday.'],
      ['2024-06-05', 'There are 7,000 JNIM militants in Mali, the defence ministry said on Wednesday.'],
      ['2024-08-05', 'The governor said JNIM had 7,000 insurgents.'],
    );
    expect(groupOf(rows)).toEqual(['a 6000 first', 'b 7000 updates', 'c 7000 agrees']);
    expect(rows[0]).toMatchObject({ thing: 'fighter', entity: "Jama'at Nusrat al-Islam wal-Muslimin" });
  });

  it('a number that somebody else gives further down is another fact', () => {
    const text = 'Rebels killed 19 people near Gao on Monday, the army said. The market was shut. An institute counted 41 people killed in fires.';
    expect(ledgerOf(['2024-03-05', text]).map((row) => row.verdict)).toEqual(['single', 'single']);
  });

  it('a level in per cent is a thing of its own, a share is none', () => {
    const rows = ledgerOf(
      [
        '2024-11-04',
        'Inflation in Nepal eased to 4.8% in October from 5.2% in September, the central bank said. Some 61% of households in Nepal fish.',
      ],
      ['2024-12-04', 'The inflation rate in Nepal fell to 4.5% in November, the central bank said. Some 70% of households in Nepal fish.'],
    );
    expect(groupOf(rows)).toEqual(['a 5.2 first', 'a 4.8 updates', 'b 4.5 updates']);
    expect(rows.filter((row) => row.thing === 'household').map((row) => row.verdict)).toEqual(['single', 'single']);
  });

  it('a state lasts: how many are displaced is updated, the level before is no update', () => {
    const rows = ledgerOf(
      ['2024-03-05', 'The number of people displaced in Sofala has risen to 71,500, the IOM said, up from 60,200 in January.'],
      ['2024-03-25', 'The IOM says 71,500 people are displaced.'],
      ['2024-06-05', 'Some 90,000 people are displaced in Sofala, OCHA said.'],
    );
    expect(groupOf(rows)).toEqual(['a 60200 first', 'a 71500 updates', 'b 71500 agrees', 'c 90000 updates']);
  });

  it('one day and a place that both articles name make one event, and so does another speaker of the same article', () => {
    const rows = ledgerOf(
      [
        '2024-03-05',
        'Rebels killed 11 soldiers in an attack on a post near Gao on Monday, the army said. A rebel spokesman said they had killed 17.',
      ],
      ['2024-03-09', 'Residents of Gao fled. At least 20 soldiers died in the attack on March 4, a doctor said.'],
    );
    expect(groupOf(rows)).toEqual(['a 11 first', 'a 17 contradicts', 'b 20 updates']);
  });

  it('a claim without a place holds where the same event was told before it in its article, by whomever', () => {
    const rows = ledgerOf(
      ['2024-03-05', 'A bomb killed 14 people in Lokoja on Monday, police said. A rescue official put the toll at nine.'],
      [
        '2024-03-06',
        'The toll from the blast in Lokoja has risen to 19, police said on Wednesday. Shops were shut. The relief agency put the number of dead at 23.',
      ],
      ['2024-03-12', 'Police revised the toll of the blast in Lokoja to 21. Two of the wounded had died.'],
    );
    expect(groupOf(rows)).toEqual(['a 14 first', 'a 9 contradicts', 'b 19 updates', 'b 23 contradicts', 'c 21 updates']);
  });

  it('two attacks on one town within a week are two', () => {
    const rows = ledgerOf(
      ['2024-09-02', 'A car bomb killed six people in Mogadishu on Monday, police said.'],
      ['2024-09-06', 'A bomber killed nine people in Mogadishu on Friday, police said. Medics put the toll of Friday’s attack at 12.'],
    );
    expect(groupOf(rows)).toEqual(['a 6 first']);
    expect(rows.filter((row) => row.document_id !== 'a').map(({ value, relation }) => [value, relation])).toEqual([
      [9, 'first'],
      [12, 'contradicts'],
    ]);
  });

  it('whose level it is can stand before its name or behind "in"', () => {
    const rows = ledgerOf(
      ['2024-06-13', 'Inflation in Kenya stood at 5.1% in May, the bureau said.'],
      ['2024-07-03', 'Kenya’s inflation rate fell to 4.6% in June from 5.1% in May.'],
    );
    expect(groupOf(rows)).toEqual(['a 5.1 first', 'b 5.1 agrees', 'b 4.6 updates']);
  });

  it('a figure that the text itself takes back precedes, and a total that runs on is one', () => {
    const rows = ledgerOf(['2024-05-21', 'The strike in Peru cost the firm $60 million, revised from $45 million, its chief executive said.']);
    expect(rows.map(({ value, relation }) => [value, relation])).toEqual([
      [60e6, 'first'],
      [45e6, 'precedes'],
    ]);
    const total = ledgerOf(
      ['2024-01-03', 'Cholera has killed 23 people in Zambia since October, the health ministry said.'],
      ['2024-01-10', 'More than 200 people have died of cholera in Zambia since October, the minister said.'],
      ['2024-01-12', 'Zambia is ill. The health ministry has reported 222 deaths as of Friday.'],
    );
    expect(groupOf(total)).toEqual(['a 23 first', 'b 200 updates', 'c 222 updates']);
  });

  it('counts a speaker once an article', () => {
    const rows = ledgerOf([
      '2023-07-01',
      'According to a June 2023 UN report, there are around 400 al-Qaeda fighters in Afghanistan and up to 2,000 if relatives are included.',
    ]);
    expect(rows.map(({ relation, independent }) => [relation, independent])).toEqual([
      ['first', 1],
      ['widens', 1],
    ]);
  });

  it('a level told before a change is no contradiction', () => {
    const rows = ledgerOf(['2024-07-22', 'Some 30 ships a day pass through the Suez Canal now, down from more than 70 in the summer of 2023.']);
    expect(groupOf(rows)).toEqual(['a 70 first', 'a 30 updates']);
  });

  it('the dead of two sides, and those beside the dead counted before, are other facts', () => {
    const rows = ledgerOf(['2025-01-28', 'M23 has lost 13 men. The Rwandan army has lost 15 men.']);
    expect(new Set(rows.map((row) => row.group_id)).size).toBe(2);
    const more = ledgerOf(['2025-01-28', 'Doctors said seven people died in the fire. The mayor said seven more people died on Sunday.']);
    expect(more.map(({ thing, relation }) => `${thing} ${relation}`)).toEqual(['further person first', 'person first']);
  });

  it('a bound and a number that fits it agree', () => {
    const rows = ledgerOf(
      ['2024-03-05', 'At least 12 soldiers were killed near Gao on Monday, the army said.'],
      ['2024-03-06', 'A doctor said 14 soldiers were killed near Gao on Monday.'],
    );
    expect(groupOf(rows)).toEqual(['a 12 first', 'b 14 agrees']);
  });

  it('one source told twice is an echo, by its speaker or by its words', () => {
    const copied = 'Police in Kisumu seized 300 rifles from a lorry on the road to the border on Monday, a spokesman told the paper.';
    expect(groupOf(ledgerOf(['2024-03-05', copied], ['2024-03-06', copied]))).toEqual(['a 300 first', 'b 300 echoes']);
    const said = ledgerOf(
      ['2024-03-05', 'The World Food Programme said 5,000 families were displaced in Gao on Monday.'],
      ['2024-03-05', 'On Monday some 5,000 families had been displaced in Gao, according to the World Food Programme.'],
    );
    expect(groupOf(said)).toEqual(['a 5000 first', 'b 5000 agrees']);
    expect(
      groupOf(
        ledgerOf(
          ['2024-03-05', 'The World Food Programme said 5,000 families were displaced in Gao on Monday.'],
          ['2024-03-05', 'On Monday 5,000 families had been displaced in Gao, according to the World Food Programme.'],
        ),
      ),
    ).toEqual(['a 5000 first', 'b 5000 echoes']);
  });

  it('other things, places, events, times and measures stay apart', () => {
    const alone = (text: string, published = '2024-03-05'): void => {
      expect(groupOf(ledgerOf(['2024-03-05', 'The army said 12 soldiers were killed near Gao on Monday.'], [published, text])), text).toEqual([
        'a 12 first',
      ]);
    };
    alone('The army said 12 civilians were killed near Gao on Monday.');
    alone('The army said 12 soldiers were killed near Kidal on Monday.');
    alone('The army said 12 soldiers were wounded near Gao on Monday.');
    alone('The army said 12 soldiers were killed near Gao on Monday.', '2024-05-21');
    alone('Three people were shot, and the year was long.');
  });

  it('two numbers of one article and speaker are two facts', () => {
    const rows = ledgerOf([
      '2024-03-05',
      'The army said 12 soldiers were killed near Gao on Monday. It said 15 soldiers were killed near Gao on Monday, too.',
    ]);
    expect(rows.map((row) => row.relation)).toEqual(['first', 'first']);
  });

  it('in one article a figure without a place contradicts none that has one', () => {
    const rows = ledgerOf([
      '2024-03-05',
      'Officials said 12 people were killed in Gao on Monday. The market was shut. Rain fell. A doctor said 30 people were killed on Monday.',
    ]);
    expect(rows.map((row) => row.relation)).not.toContain('contradicts');
  });

  it('every row leads back to its claim and says why', () => {
    for (const row of ledgerOf(['2023-07-01', UN_REPORT])) {
      expect(row.claim_id).toMatch(/^a:/);
      expect(row.because).not.toBe('');
      expect(row.group_id).toBe('ledger:fighter-al-qaeda-af');
    }
  });

  it('a count that the words call an earlier one precedes, one that they revise is updated', () => {
    const first = ledgerOf([
      '2025-06-10',
      'Floods killed at least seven people in Gao in Mali on Monday, state television reported. Officials had earlier put the toll at four.',
    ]);
    expect(groupOf(first)).toEqual(['a 7 first', 'a 4 precedes']);
    const revised = ledgerOf([
      '2025-06-10',
      'A bomb killed 19 people in Gao in Mali on Tuesday, the army said. The mayor revised the toll in the evening: 23 people are dead.',
    ]);
    expect(groupOf(revised)).toEqual(['a 19 first', 'a 23 updates']);
  });

  it('a headline and its text tell one fact, whatever places they name', () => {
    const rows = ledgerOf([
      '2025-06-10',
      'Floods kill nine near Ansongo\n\nFlash floods killed nine people in the Gao region of Mali on Sunday, the ministry said.',
    ]);
    expect(groupOf(rows)).toEqual(['a 9 first', 'a 9 agrees']);
  });

  it('a much higher count behind “at least” is an update', () => {
    const rows = ledgerOf(
      ['2025-06-10', 'At least seven people died in a fire in Gao in Mali on Monday.'],
      ['2025-06-12', 'The fire in Gao in Mali on Monday killed 15 people, the mayor said.'],
    );
    expect(groupOf(rows)).toEqual(['a 7 first', 'b 15 updates']);
  });

  it('articles about one town go on with what they tell without naming it again', () => {
    const rows = ledgerOf(
      ['2025-06-10', 'Rivers burst their banks in Gao and Gao lost its bridge. Some 1,200 people were evacuated. Damage was put at $80 million.'],
      ['2025-06-14', 'The mayor of Gao counted the cost. In Gao the damage came to $130 million. About 1,200 people had been evacuated.'],
    );
    const groups = (unit: string): readonly string[] => rows.filter((row) => row.unit === unit || row.currency === unit).map((row) => row.group_id);
    expect(new Set(groups('person')).size).toBe(1);
    expect(new Set(groups('USD')).size).toBe(1);
  });

  it('what is so now comes behind what was so then', () => {
    const rows = ledgerOf([
      '2024-10-30',
      'A dam was begun in 1988, finished in 1995, sold in 1999 and lost in 2004. In 2013 the economy of Mali was worth $370 billion; the World Bank now puts it at $106 billion.',
    ]);
    expect(groupOf(rows)).toEqual(['a 370000000000 first', 'a 106000000000 updates']);
  });

  it('the dead of one week and those since June, a family and a whole toll, found bodies and all the dead', () => {
    const week = ledgerOf(
      ['2025-08-05', 'Cholera has killed 60 people in Gao in Mali since June, the ministry said.'],
      ['2025-08-14', 'At least 40 people died of cholera in Gao in Mali in the past week, the ministry said.'],
    );
    expect(new Set(week.map((row) => row.group_id)).size).toBe(2);
    const bodies = ledgerOf([
      '2025-05-15',
      'Fighting in Gao in Mali left at least 14 people dead on Thursday. The Red Cross said its teams had recovered six bodies in Gao.',
    ]);
    expect(bodies.map((row) => row.relation)).not.toContain('contradicts');
  });

  it('a further number is beside those before', () => {
    const rows = ledgerOf(
      ['2025-02-03', 'The army said it had 3,000 soldiers in Gao in Mali.'],
      ['2025-07-29', 'The army said it had a further 1,500 soldiers in Gao in Mali.'],
    );
    expect(new Set(rows.map((row) => row.group_id)).size).toBe(2);
  });

  it('what two sides lost is told apart, and two counts of one side’s dead are set against each other', () => {
    const rows = ledgerOf([
      '2025-08-01',
      'Cambodia’s defence ministry said 12 of its soldiers died in fighting on the border. Thailand’s defence ministry says 15 of its soldiers were killed. Analysts at the Harwick Institute think Cambodia lost at least 50 soldiers.',
    ]);
    expect(rows.map((row) => [row.value ?? row.min, row.entity, row.relation])).toEqual([
      [12, 'Cambodia', 'first'],
      [50, 'Cambodia', 'contradicts'],
      [15, 'Thailand', 'first'],
    ]);
  });

  it('a lower count of a later week and a strike two days on are other events', () => {
    const week = ledgerOf(
      ['2025-04-07', 'Police in Gao in Mali arrested 12 people.'],
      ['2025-04-14', 'Police in Gao in Mali arrested seven people.'],
    );
    expect(new Set(week.map((row) => row.group_id)).size).toBe(2);
    const strikes = ledgerOf(
      ['2025-06-01', 'A missile killed five people in Kharkiv on Sunday, the mayor said.'],
      ['2025-06-03', 'A bomb killed eight people in Kharkiv on Tuesday, the mayor said.'],
    );
    expect(new Set(strikes.map((row) => row.group_id)).size).toBe(2);
  });
});
