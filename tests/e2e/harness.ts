// What every test in a browser needs. Each browser is a project of vitest's of its own, and each test file runs
// in both: `browserKinds` holds the one of this run.
import type { BrowserKind } from '../../scripts/lib/find-browser.ts';
import { patience } from '../../scripts/lib/open-browser.ts';
import { type StartedBrowser, startBrowser } from '../../scripts/lib/start-browser.ts';

export { patience, startBrowser };
export type TestBrowser = StartedBrowser;

/** The browser that this run is in, as `browserKinds` of one, for `describe.each`. */
export const browserKinds: readonly BrowserKind[] = [
  process.env.HIREFLAG_BROWSER === 'firefox' ? 'firefox' : 'chromium',
];

/** Whether this run is in Chromium, for tests of what only Chromium can show or measure. */
export const isChromium = browserKinds.includes('chromium');

/** How long is waited for what happens by itself, and how often it is looked at meanwhile. */
export const soon = { timeout: patience, interval: 100 };
