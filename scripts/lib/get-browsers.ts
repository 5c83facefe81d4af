// Makes sure the browsers that a command needs are there. What is installed is used; else one is
// downloaded into the project's own folder; else, on Debian as root, its packages are installed; and
// if nothing helps, one sentence says what to install.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { installDebianPackages, isDebianRoot } from './debian-packages.ts';
import { type BrowserKind, downloads, type FoundBrowser, findBrowser } from './find-browser.ts';
import { say } from './say.mjs';
import { runTool } from './tool.ts';

const names: Record<BrowserKind, string> = { chromium: 'Chrome or Chromium', firefox: 'Firefox' };
const downloadNames: Record<BrowserKind, string> = { chromium: 'chrome', firefox: 'firefox' };
const debianPackages: Record<BrowserKind, string> = { chromium: 'chromium', firefox: 'firefox-esr' };
/** Without them a bare machine draws Latin text only roughly and emoji not at all. */
const debianFonts = ['fonts-liberation', 'fonts-noto-color-emoji'];

/**
 * Finds or fetches one browser of each kind, saying what it does.
 *
 * @returns them in the order asked for
 * @throws an Error whose message is one plain sentence, when one cannot be had
 */
export async function getBrowsers(kinds: readonly BrowserKind[]): Promise<FoundBrowser[]> {
  const found = new Map<BrowserKind, FoundBrowser>();
  for (const kind of kinds) {
    const browser = (await findBrowser(kind)) ?? (await download(kind));
    if (browser) found.set(kind, browser);
  }
  const missing = kinds.filter((kind) => !found.has(kind));
  if (missing.length > 0 && isDebianRoot()) {
    await installDebianPackages([...missing.map((kind) => debianPackages[kind]), ...debianFonts]);
    for (const kind of missing) {
      const browser = await findBrowser(kind);
      if (browser) found.set(kind, browser);
    }
  }
  return kinds.map((kind) => {
    const browser = found.get(kind);
    if (!browser) {
      const variable = kind === 'chromium' ? 'CHROME_PATH' : 'FIREFOX_PATH';
      throw new Error(`Please install ${names[kind]}, or set ${variable} to it: no new enough one was found.`);
    }
    say(`Using ${browser.version || names[kind]} (${browser.path}).`);
    return browser;
  });
}

async function download(kind: BrowserKind): Promise<FoundBrowser | undefined> {
  say(`No ${names[kind]} is installed. Trying to download one into .cache/browsers …`);
  const what = `${downloadNames[kind]}@stable`;
  await runTool('browsers', ['install', what, '--path', downloads], { output: 'hide', withinMs: 5 * 60_000 });
  const browser = await findBrowser(kind);
  if (browser) return browser;
  say('That did not work.');
  // Half a download would be taken for a whole one the next time.
  rmSync(join(downloads, downloadNames[kind]), { recursive: true, force: true });
  return undefined;
}
