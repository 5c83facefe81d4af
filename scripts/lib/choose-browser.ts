// Which browser `npm start` opens, and whether it can show a window.
import { type FoundBrowser, findBrowser } from './find-browser.ts';
import { getBrowsers } from './get-browsers.ts';
import { say } from './say.mjs';

/** Whether there is a display to open windows on. */
export function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The browser that was asked for, found or fetched. */
export async function chooseBrowser(): Promise<FoundBrowser> {
  const wanted = process.argv.includes('--firefox') ? 'firefox' : 'chromium';
  if (wanted === 'chromium' && !(await findBrowser('chromium')) && (await findBrowser('firefox'))) {
    say('No Chromium is installed, so Firefox is used.');
    return first(await getBrowsers(['firefox']));
  }
  return first(await getBrowsers([wanted]));
}

function first(browsers: FoundBrowser[]): FoundBrowser {
  const [browser] = browsers;
  if (!browser) throw new Error('No browser was found.');
  return browser;
}
