import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { island, packed } from '../src/write/report/islands.js';
import type { TABLES } from '../src/write/index.js';
import { launch } from './support/browser.js';
import { fill, scratch, sitrep } from './support/sitrep.js';

// The page is opened as a reader opens it, from the disk, in a real browser.

const folder = scratch();
const HOSTILE = '</script><script>window.hacked = 1</script><img src=x onerror="window.hacked = 2"><svg onload="window.hacked = 3">';
const TOLL =
  'Officials said on 4 March 2024 that 12 people were killed in Mopti on Friday. The Red Cross and the United Nations met again in Gao. The United Nations named Ivo Tal.\n';
const ARTICLES = {
  'a.txt': `Two clinics hit in Mopti

MOPTI, 3 March 2024 – The United Nations said at least 19 people were killed in Mopti on Friday. The Red Cross and the United Nations met in Gao.

Ivo Tal, a doctor in Mopti, said that between 25 and 30 people were killed in Mopti on Friday. ${HOSTILE} The Red Cross fed 400 families in Gao.

Share this article
`,
  'b.txt': TOLL,
  'e.txt': TOLL,
  'overrides.csv': 'action,id,value\nrename,person:~ivo-tal,Ivo Tal the doctor\ndrop,group:~nobody,\n',
  'c.txt': `\u2028\u2029 ${HOSTILE} The Red Cross opened 3 clinics in Kidal.\n`,
  'd.txt':
    'Die Regierung hat am Montag mitgeteilt, dass der Haushalt nicht beschlossen werden kann, weil die Partei es nicht will und auch nicht muss.\n',
  'articles.csv': `id,file,title,publisher,published,url\na,a.txt,"Two clinics hit ${HOSTILE.replaceAll('"', '""')}",Wire,2024-03-03,javascript:window.hacked=4\nb,b.txt,The toll,Wire,2024-03-05,https://example.org/b\n`,
};
const ran = sitrep(['run', fill(join(folder, 'in'), ARTICLES), '--out', join(folder, 'out'), '--quiet', '--format', 'html', 'json']);
const FILE = join(folder, 'out', 'report.html');
const rows = (table: keyof typeof TABLES): Record<string, unknown>[] => JSON.parse(readFileSync(join(folder, 'out', `${table}.json`), 'utf8'));

describe('the page', () => {
  const text = readFileSync(FILE, 'utf8');

  it('is written, and holds every article once', () => {
    expect(ran.status, ran.stderr).toBe(1);
    expect(text.match(/id="text-\d+"/g)).toHaveLength(4);
  });

  it('asks for nothing outside itself and allows nothing to', () => {
    expect(text).toMatch(
      /http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src data:; base-uri 'none'; form-action 'none'"/,
    );
    expect(text.match(/<script>/g)).toHaveLength(1);
    expect(text.match(/<(?:link|img|iframe|script)[^>]*(?:src|href)="(?!data:)[^"]*"/g)).toBeNull();
  });

  it('keeps every sign of an article inside its island', () => {
    const data = island('x', { text: '</script><!--\u2028\u2029&' });
    expect(data.slice(data.indexOf('>') + 1, data.lastIndexOf('</script>'))).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(data.slice(data.indexOf('>') + 1, data.lastIndexOf('</script>')))).toEqual({ text: '</script><!--\u2028\u2029&' });
  });

  it('packs columns so that every value comes back', () => {
    const columns = [{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }].map(({ name }) => ({
      name,
      type: 'string' as const,
      description: '',
    }));
    const given = [
      { a: 1, b: 'x', c: ['p', 'q'], d: null },
      { a: 2, b: 'x', c: ['p', 'q'], d: null },
      { a: 3, b: 'y', c: [], d: null },
    ];
    const { columns: made } = packed(columns, given, new Set(['b']));
    expect(made).toEqual({ a: { each: [1, 2, 3] }, c: { of: [['p', 'q'], []], at: [0, 0, 1] }, d: { all: null } });
  });
});

const browser = await launch();

describe.skipIf(browser === null)('in a browser', () => {
  let page: Page;
  const noises: string[] = [];
  const asked: string[] = [];

  const open = async (width: number, scheme: 'light' | 'dark'): Promise<Page> => {
    const made = await (browser as Browser).newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
    made.on('console', (message) => noises.push(`${message.type()}: ${message.text()}`));
    made.on('pageerror', (error) => noises.push(String(error)));
    made.on('request', (request) => {
      if (!/^(?:file|data):/.test(request.url())) asked.push(request.url());
    });
    await made.goto(`file://${FILE}`);
    return made;
  };
  const go = async (hash: string, on = page): Promise<void> => {
    await on.evaluate((to) => {
      location.hash = to;
    }, hash);
    await on.waitForFunction((to) => location.hash.startsWith(to.split('?')[0]), hash);
    await on.waitForTimeout(80);
  };
  const VIEWS = [
    '#/overview',
    '#/articles',
    '#/articles/a',
    '#/entities',
    '#/entities/group%3Aunited-nations',
    '#/network',
    '#/network?window=document',
    '#/ledger',
    '#/map',
    '#/problems',
    '#/search?q=red',
  ];

  beforeAll(async () => {
    page = await open(1280, 'light');
  });
  afterAll(async () => {
    await browser?.close();
  });

  it('shows every view without an error, a request or a sideways scroll', async () => {
    for (const [width, scheme] of [
      [1280, 'light'],
      [390, 'dark'],
    ] as const) {
      const own = await open(width, scheme);
      for (const view of VIEWS) {
        await go(view, own);
        expect(await own.locator('main h1').count(), view).toBe(1);
        expect(await own.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${view} at ${width}`).toBeLessThanOrEqual(0);
      }
      await own.close();
    }
    expect(noises).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('runs nothing of what an article holds', async () => {
    for (const view of [...VIEWS, '#/articles/c', '#/search?q=%3C/script%3E', '#/articles/%3Cimg%20src=x%20onerror=window.hacked=5%3E'])
      await go(view);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    await go('#/articles/a');
    expect(await page.locator('main .text').textContent()).toContain(HOSTILE);
    expect(await page.locator('main img, main script, a[href^="javascript"]').count()).toBe(0);
  });

  it('refuses a script that is put into it', async () => {
    const own = await (browser as Browser).newPage();
    await own.goto(`file://${FILE}`);
    await own.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.hacked = 6';
      document.body.append(script);
    });
    expect(await own.evaluate(() => 'hacked' in window)).toBe(false);
    await own.close();
  });

  it('reads an article with its marks at their places, and says why', async () => {
    await go('#/articles/a');
    const mentions = rows('mentions').filter((row) => row['document_id'] === 'a');
    const shown = await page.locator('.text a.mention').allTextContents();
    expect(shown).toEqual(mentions.map((row) => row['text']));
    const claims = rows('claims').filter((row) => row['document_id'] === 'a');
    expect(await page.locator('.text mark.claim').allTextContents()).toEqual(claims.map((row) => row['text']));
    await page.locator('.text mark.claim', { hasText: 'at least 19 people' }).focus();
    const why = await page.locator('.why').textContent();
    expect(why).toContain('≥ 19');
    expect(why).toContain('killed');
    expect(why).toContain(String(claims.find((row) => row['text'] === 'at least 19 people')?.['because']));
    await page.keyboard.press('Escape');
    expect(await page.locator('.why').textContent()).toBe('');
    await page.locator('.text a.mention', { hasText: 'Gao' }).first().hover();
    expect(await page.locator('.why').textContent()).toContain('alias place:');
    expect(await page.locator('.furniture').count()).toBeGreaterThan(0);
  });

  it('leads from a name to its page and back to the words', async () => {
    await go('#/articles/a');
    await page.locator('.text a.mention', { hasText: 'United Nations' }).first().click();
    await page.waitForSelector('.entity-page');
    expect(await page.locator('h1').textContent()).toBe('United Nations');
    await page.locator('.chips a', { hasText: 'United Nations' }).first().click();
    await page.waitForSelector('.arrived');
    expect(await page.locator('.arrived').textContent()).toBe('United Nations');
    await page.goBack();
    await page.waitForSelector('.entity-page');
    expect(await page.title()).toBe('United Nations – sitrep');
  });

  it('opens at a claim by its address', async () => {
    const claim = rows('claims').find((row) => row['text'] === '400 families') as Record<string, unknown>;
    const own = await (browser as Browser).newPage();
    await own.goto(`file://${FILE}#/articles/a?at=${claim['start']}-${claim['end']}`);
    expect(await own.locator('.arrived').textContent()).toBe('400 families');
    expect(await own.evaluate(() => document.activeElement?.textContent)).toBe('400 families');
    await own.close();
  });

  it('searches, filters and sorts entities, and keeps that in the address', async () => {
    await go('#/entities');
    const total = rows('entities').length;
    expect(await page.locator('tbody tr').count()).toBe(Math.min(50, total));
    await page.getByLabel('Search names').fill('mopti');
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
    expect(await page.evaluate(() => location.hash)).toContain('q=mopti');
    await page.getByLabel('Search names').fill('');
    await page.waitForFunction((n) => document.querySelectorAll('tbody tr').length === n, Math.min(50, total));
    await page.getByLabel('people').uncheck();
    await page.getByLabel('places').uncheck();
    expect(new Set(await page.locator('tbody td:nth-child(2)').allTextContents())).toEqual(new Set(['group']));
    await page.getByRole('button', { name: 'Mentions' }).click();
    const counts = (await page.locator('tbody td:nth-child(6)').allTextContents()).map(Number);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    await page.reload();
    expect((await page.locator('tbody td:nth-child(6)').allTextContents()).map(Number)).toEqual(counts);
    expect(await page.locator('th[aria-sort="descending"]').textContent()).toContain('Mentions');
  });

  it('shows the sentences behind an edge', async () => {
    await go('#/network');
    const pair = rows('cooccurrences').find((row) => row['window'] === 'sentence' && row['count'] === 2) as Record<string, unknown>;
    await page.locator(`[data-pair="${pair['a_id']} ${pair['b_id']}"] .touch`).dispatchEvent('click');
    expect(await page.locator('.behind .quotes li').count()).toBe(2);
    expect(await page.evaluate(() => location.hash)).toContain('a=');
    await page.reload();
    await page.waitForSelector('.behind .quotes li');
    expect(await page.locator('.edge.chosen').count()).toBe(1);
    await page.getByLabel('groups').uncheck();
    expect(await page.locator('.node.group').count()).toBe(0);
  });

  it('sets comparable claims side by side and marks conflicts', async () => {
    await go('#/ledger');
    const group = rows('ledger').filter((row) => row['verdict'] === 'contradict');
    expect(group.length).toBeGreaterThan(2);
    const card = page.locator('.group-card').first();
    expect(await card.locator('.verdict').textContent()).toBe('contradict');
    expect(await card.locator('.contradicts').count()).toBeGreaterThan(0);
    expect(await card.locator('tbody tr').count()).toBe(group[0]['claims']);
    expect(await card.locator('svg.range').count()).toBe(group[0]['claims']);
    await card.locator('h2 a').click();
    await page.waitForSelector('.group-card h1');
    expect(await page.evaluate(() => decodeURIComponent(location.hash))).toContain(String(group[0]['group_id']));
  });

  it('puts places on the map with the claims made there', async () => {
    await go('#/map');
    const placed = rows('entities').filter((row) => row['type'] === 'place' && row['latitude'] !== null);
    expect(await page.locator('.spot').count()).toBe(placed.length);
    const mopti = placed.find((row) => row['name'] === 'Mopti') as Record<string, unknown>;
    await page.locator(`.spot[data-id="${mopti['entity_id']}"]`).dispatchEvent('click');
    expect(await page.locator('.behind').textContent()).toContain('19 people');
    expect(await page.evaluate(() => decodeURIComponent(location.hash))).toContain(String(mopti['entity_id']));
  });

  it('names the problems', async () => {
    await go('#/problems');
    const list = page.locator('table').first();
    expect(await list.locator('tbody tr').count()).toBe(rows('problems').length);
    expect(await list.textContent()).toContain(String(rows('problems')[0]['message']));
  });

  it('says what became of each correction', async () => {
    await go('#/problems');
    const lines = await page.locator('table').nth(1).locator('tbody tr').allTextContents();
    const mentions = rows('mentions').filter((row) => row['entity_id'] === 'person:~ivo-tal');
    const claims = rows('claims').filter((row) => row['said_by_id'] === 'person:~ivo-tal' || row['actor_id'] === 'person:~ivo-tal');
    expect(mentions.length).toBeGreaterThan(2);
    expect(lines[0]).toMatch(/^overrides\.csv, line 2rename.*Ivo Tal the doctor/);
    expect(lines[0]).toContain(`${mentions.length + claims.length} rows`);
    expect(lines[1]).toContain('fits nothing');
    expect(await page.locator('main').textContent()).toContain('1 row applied, 1 no longer fits anything');
  });

  it('names the article of which one is a copy, and who published it', async () => {
    await go('#/articles');
    expect(await page.locator('tbody tr', { hasText: 'copy of' }).textContent()).toContain('copy of The toll');
    await go('#/articles/e');
    expect(await page.locator('.notice').textContent()).toContain('A copy of The toll');
    await go('#/articles/b');
    expect(await page.locator('.lead').textContent()).toContain('2024-03-05 · Wire');
    expect(await page.locator('.notice').count()).toBe(0);
  });

  it('finds words in articles', async () => {
    await go('#/overview');
    await page.getByLabel('Search everything').fill('fed 400');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.search');
    await page.locator('.search .quotes a').first().click();
    await page.waitForSelector('.arrived');
    expect(await page.locator('.arrived').first().textContent()).toContain('400');
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds serious, in %s', async (scheme) => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const own = await (browser as Browser).newPage({ viewport: { width: 1280, height: 900 }, colorScheme: scheme, bypassCSP: true });
    await own.goto(`file://${FILE}`);
    await own.evaluate(axe);
    const check = async () =>
      await own.evaluate(async () => {
        const { violations } = await (
          window as unknown as { axe: { run: () => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }
        ).axe.run();
        return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0].html}`);
      });
    for (const view of VIEWS) {
      await go(view, own);
      expect(await check(), view).toEqual([]);
    }
    await go('#/articles/a', own);
    await own.locator('.text mark.claim').first().focus();
    expect(await check()).toEqual([]);
    await own.close();
  });

  it('can be used by keys alone', async () => {
    await go('#/overview');
    await page.reload();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash !== '#/overview');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });
});
