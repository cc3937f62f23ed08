import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli/commands.js';
import { linesOf } from '../src/io/lines.js';
import { isoPrefix } from '../src/io/metadata.js';
import { shown } from '../src/write/index.js';
import { PROGRAM } from '../src/io/program.js';
import { docxOf } from './support/documents.js';
import { fill, MAIN, scratch, sitrep } from './support/sitrep.js';

const TEXT = 'The Taliban killed at least 12 soldiers in Kabul on 3 March 2023, a spokesman for the United Nations said.';
const line = (id: string, text = TEXT): string => JSON.stringify({ id, text });
const records = (stdout: string): Record<string, { code: string }[]>[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((json) => JSON.parse(json));

describe('help', () => {
  it('lists every command, and each has examples and exit codes', () => {
    const { status, stdout } = sitrep(['--help']);
    expect(status).toBe(0);
    for (const { name, reads } of COMMANDS) {
      expect(stdout.replace(/\s+/g, ' ')).toContain(`${name} `);
      expect(stdout.replace(/\s+/g, ' ')).toContain(reads);
      const own = sitrep([name, '--help']);
      expect([own.status, own.stderr]).toEqual([0, '']);
      expect(own.stdout).toMatch(new RegExp(`Examples:\\n  sitrep ${name}\\b|Examples:[\\s\\S]*sitrep ${name}\\b`));
      expect(own.stdout).toContain('Exit codes: 0 done');
    }
  });

  it('prints the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(PROGRAM, '..', 'package.json'), 'utf8'));
    expect(sitrep(['--version']).stdout).toBe(`${version}\n`);
  });

  it('shows the help and gives 2 when no command is named', () => {
    const { status, stdout, stderr } = sitrep([]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: sitrep');
  });
});

describe('completion', () => {
  /** What bash offers behind these words. */
  const offered = (script: string, ...words: string[]): string[] =>
    spawnSync(
      'bash',
      [
        '-c',
        `${script}\nCOMP_WORDS=(sitrep ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _sitrep; printf '%s\\n' "\${COMPREPLY[@]}"`,
      ],
      {
        encoding: 'utf8',
      },
    )
      .stdout.trim()
      .split('\n');

  it.runIf(existsSync('/bin/bash'))('bash offers commands, and the options of the one that is written', () => {
    const script = sitrep(['completion', 'bash']).stdout;
    expect(offered(script, '').slice(0, COMMANDS.length)).toEqual(COMMANDS.map(({ name }) => name));
    expect(offered(script, 'ex')).toEqual(['explain']);
    expect(offered(script, 'run', '--form')).toEqual(['--format']);
    expect(offered(script, 'explain', '--why')).toEqual(['--why-not']);
    expect(offered(script, 'run', join(PROGRAM, '..', 'READ'))).toEqual([join(PROGRAM, '..', 'README.md')]);
  });

  it('zsh and fish get every command and option; another shell is told which there are', () => {
    for (const shell of ['zsh', 'fish']) {
      const { stdout } = sitrep(['completion', shell]);
      for (const { name } of COMMANDS) expect(stdout).toContain(name);
      expect(stdout).toContain(shell === 'zsh' ? "'--why-not[" : '-l why-not');
      const known = spawnSync(shell, ['-n'], { input: stdout, encoding: 'utf8' });
      if (known.error === undefined) expect(known.stderr).toBe('');
    }
    expect(sitrep(['completion', 'tcsh'])).toMatchObject({ status: 2, stderr: expect.stringContaining('name bash or zsh or fish') });
  });
});

describe('tag', () => {
  it('answers each line in order with a record', () => {
    const { status, stdout, stderr } = sitrep(['tag'], ['a', 'b', 'c'].map((id) => line(id)).join('\n'));
    expect([status, stderr]).toEqual([0, '']);
    expect(records(stdout).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    for (const record of records(stdout))
      expect(Object.keys(record)).toEqual(['id', 'mentions', 'dates', 'claims', 'entities', 'cooccurrences', 'problems']);
  });

  it("puts a bad line's problem in its place and ends with 1", () => {
    const { status, stdout } = sitrep(['tag'], `${line('a')}\nnot json\n\n${line('b')}\n{"id":"c"}\n`);
    expect(status).toBe(1);
    expect(records(stdout).map(({ id, line: number }) => [id, number])).toEqual([
      ['a', undefined],
      [null, 2],
      ['b', undefined],
      [null, 5],
    ]);
    expect(records(stdout)[1]['problems']).toMatchObject([{ code: 'broken-line', line: 2, message: expect.stringContaining('Line 2') }]);
  });

  it('takes no offence at CRLF, a byte order mark, U+2028 inside a text and a number as id', () => {
    const { status, stdout } = sitrep(['tag'], `\ufeff${line('a', `${TEXT}\u2028${TEXT}`)}\r\n{"id":7,"text":"${TEXT}"}\r\n`);
    expect(status).toBe(0);
    expect(records(stdout).map(({ id }) => id)).toEqual(['a', '7']);
  });

  it('leaves out a date or title that is none, and says so', () => {
    const { status, stdout } = sitrep(['tag'], JSON.stringify({ id: 'a', text: TEXT, published: 'May', title: 3, url: null }));
    expect(status).toBe(1);
    expect(
      records(stdout)[0]
        ['problems'].map(({ code }: { code: string }) => code)
        .sort(),
    ).toEqual(['bad-date', 'bad-field']);
  });

  it('gives the same records whatever the blanks between input pieces', async () => {
    const whole = sitrep(['tag'], `${line('a')}\n${line('b')}\n`).stdout;
    const child = spawn(process.execPath, [MAIN, 'tag']);
    let out = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stdin.write(line('a').slice(0, 20));
    await new Promise((resolve) => setTimeout(resolve, 50));
    child.stdin.write(`${line('a').slice(20)}\n`);
    // Whoever writes a line and waits gets the answer before the input ends.
    for (let waited = 0; !out.includes('\n') && waited < 20_000; waited += 20) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    child.stdin.end(line('b'));
    await new Promise((resolve) => child.on('close', resolve));
    expect(out).toBe(whole);
  });

  it('ends with success when the reader goes away', async () => {
    const child = spawn(process.execPath, [MAIN, 'tag'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let words = '';
    child.stderr.on('data', (data) => {
      words += data;
    });
    child.stdin.on('error', () => {});
    child.stdin.end(Array.from({ length: 3000 }, (_, i) => line(`n${i}`)).join('\n'));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('exit', resolve));
    expect([status, words]).toEqual([0, '']);
  });
});

describe('explain', () => {
  const folder = scratch();

  it('draws each sentence with what was found and why, plain when piped', () => {
    const { status, stdout } = sitrep(['explain', TEXT]);
    expect(status).toBe(0);
    expect(stdout).toContain(`0 ${TEXT}`);
    expect(stdout).not.toContain('\u001b');
  });

  it('reads a file and stdin alike', () => {
    const file = join(fill(folder, { 'article.txt': TEXT }), 'article.txt');
    const { stdout } = sitrep(['explain', TEXT]);
    expect(sitrep(['explain', file]).stdout).toBe(stdout);
    expect(sitrep(['explain'], TEXT).stdout).toBe(stdout);
    expect(sitrep(['explain', '-'], TEXT).stdout).toBe(stdout);
  });

  it('disarms what a terminal would obey', () => {
    const { stdout } = sitrep(['explain'], `${TEXT} \u001b]0;owned\u0007 \u001b[2J \u202ereversed \u009b31m end.`);
    expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(stdout).toContain('␛[2J');
    expect(shown('a\u001b[31mb\u202e\u0085\tc\n')).toBe('a␛[31mb<U+202E><U+0085>\tc\n');
  });

  it('reads the formats that a run reads, with what they tell of the article', () => {
    const page = `<html><head><title>Clash</title><meta property="article:published_time" content="2024-05-14T08:00:00Z"></head><body><nav>Home</nav><article><p>${TEXT} ${TEXT}</p><p>${TEXT} ${TEXT} ${TEXT}</p></article></body></html>`;
    const files = fill(folder, {
      'page.html': page,
      'text.docx': docxOf([TEXT]),
      'feed.ndjson': `{"id":"a1","text":"Rain fell in Gao."}\n{"id":"a2","text":"Rain fell in Mopti."}\n`,
      'notes.log': TEXT,
      'old.doc': 'x',
    });
    const explain = (...words: string[]) => {
      const { status, stdout, stderr } = sitrep(['explain', join(files, words[0]), ...words.slice(1)]);
      return { status, stdout, stderr };
    };
    expect(explain('page.html').stdout).toContain('dated 2024-05-14 (metadata)');
    expect(explain('page.html').stdout).not.toContain('nav');
    expect(explain('text.docx').stdout).toContain(`0 ${TEXT}`);
    expect(explain('notes.log').stdout).toContain(`0 ${TEXT}`);
    expect(explain('feed.ndjson')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Gao'),
      stderr: expect.stringContaining('this is a1'),
    });
    expect(explain('feed.ndjson', '--id', 'a2')).toMatchObject({ status: 0, stdout: expect.stringContaining('Mopti'), stderr: '' });
    expect(explain('feed.ndjson', '--id', 'a3')).toMatchObject({ status: 2, stderr: expect.stringContaining('no article with the id a3') });
    expect(explain('old.doc')).toMatchObject({ status: 2, stderr: expect.stringContaining('save it as .docx') });
    expect(explain('nowhere.txt')).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no file') });
  });

  it('says that there is no text', () => {
    const { status, stderr } = sitrep(['explain'], ' \n');
    expect(status).toBe(2);
    expect(stderr).toContain('write it in quotes');
  });

  it('says why a phrase is no name', () => {
    const why = (phrase: string): string => sitrep(['explain', TEXT, '--why-not', phrase]).stdout;
    expect(why('Zanzibar')).toContain('does not stand in the text');
    expect(why('spokesman')).toMatch(/⟦spokesman⟧[\s\S]*no row has this name[\s\S]*ordinary English word[\s\S]*without a capital/);
    expect(why('Taliban')).toMatch(/⟦Taliban⟧[\s\S]*of Taliban \(group:taliban/);
    expect(why('TALIBAN')).toContain('⟦Taliban⟧');
  });

  it('says by which rule a number is no claim', () => {
    const { stdout } = sitrep(['explain', 'He read page 12 aloud.', '--why-not', '12']);
    expect(stdout).toContain('the number “12” is no claim: the number of a thing, not of things (rule not.label)');
  });
});

describe('check', () => {
  it('gives a line a complaint on stdout: file, line, sort, rule, remedy', () => {
    const { status, stdout, stderr } = sitrep(['check', '--only', 'no-source', 'same-name', 'bad-file']);
    expect([0, 2]).toContain(status);
    for (const complaint of stdout.split('\n').filter(Boolean)) expect(complaint).toMatch(/^[\w/.-]+\.csv:\d+: (warning|error) [\w-]+: .+$/);
    expect(stderr).toMatch(/warnings|Nothing to complain/);
    expect(sitrep(['check', '--only', 'nonsense']).stderr).toContain('There is no rule nonsense');
  });
});

describe('reading', () => {
  const split = async (...pieces: string[]): Promise<(string | null)[]> => {
    const lines: (string | null)[] = [];
    for await (const { number, bytes } of linesOf(
      (async function* () {
        for (const piece of pieces) yield Buffer.from(piece);
      })(),
    ))
      lines.push(`${number} ${bytes}`);
    return lines;
  };

  it('splits lines at LF and CRLF wherever the pieces end', async () => {
    expect(await split('a\nb\r\n\nc')).toEqual(['1 a', '2 b', '4 c']);
    expect(await split('a', '\n', 'b\r', '\n', '\n', 'c\n')).toEqual(['1 a', '2 b', '4 c']);
    expect(await split('a\rb\u2028c')).toEqual(['1 a\rb\u2028c']);
    expect(await split('')).toEqual([]);
  });

  it('takes years, months and days of the calendar, and cuts the time off', () => {
    expect(['2023', '2023-06', '2023-11-20', '2024-02-29', '2023-11-20T10:00:00Z', ' 2023-11-20 '].map(isoPrefix)).toEqual([
      '2023',
      '2023-06',
      '2023-11-20',
      '2024-02-29',
      '2023-11-20',
      '2023-11-20',
    ]);
    for (const date of ['', 'May', '2023-13', '2023-02-29', '2023-00-01', '20 May 2023', '2023-6', '12023']) expect(isoPrefix(date)).toBeNull();
  });
});
