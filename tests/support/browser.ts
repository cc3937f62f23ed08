import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PATHS = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A browser without a window; null, with a word on stderr, where the machine has none. `CHROMIUM` names another program. */
export async function launch(): Promise<Browser | null> {
  const executablePath = PATHS.find((path) => path !== '' && existsSync(path));
  if (executablePath) return chromium.launch({ executablePath, args: ['--no-sandbox'] });
  process.stderr.write('No Chromium on this machine: the tests of report.html in a browser are left out. Install it, or name it in CHROMIUM.\n');
  return null;
}
