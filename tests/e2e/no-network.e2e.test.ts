// The network over a whole session, through every page of the extension: with it the browser asks for nothing that it
// does not ask for without it.
import { describe, expect, test } from 'vitest';
import { answer, projectUrl } from '../../practice/marketplace.ts';
import { browserKinds, soon, startBrowser } from './harness.ts';

const profile = 'https://www.freelancer.com/u/blue-lantern';
const ownPages = [
  'popup.html',
  ...['projects', 'developers', 'developers/freelancer%3Ablue-lantern', 'templates', 'rings', 'coverage', 'data'].map(
    (view) => `dashboard.html#/${view}`,
  ),
  'settings.html',
  'record.html',
  'welcome.html',
  'news.html',
  'practice.html',
];

/** Every address asked for while pages of a marketplace were read, without what changes between two sessions. */
async function session(
  kind: 'chromium' | 'firefox',
  bare: boolean,
): Promise<{ asked: Set<string>; problems: string[] }> {
  const browser = await startBrowser(kind, { answer, bare });
  const problems: string[] = [];
  try {
    for (const url of [projectUrl, profile]) {
      const page = await browser.open(url);
      if (!bare) await browser.untilRead(page);
    }
    for (const path of bare ? [] : ownPages) {
      const page = await browser.openOwn(path);
      await expect
        .poll(() => page.evaluate(() => document.body.innerText.trim().length).catch(() => 0), soon)
        .toBeGreaterThan(10);
      // What the policy for its own pages refused would be missing from them.
      const refused = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      problems.push(...refused.filter((name) => !name.startsWith(browser.extensionUrl(''))));
      await page.close();
    }
    return {
      asked: new Set(browser.asked.map(({ method, url }) => `${method} ${url.replace(/[?#].*/, '')}`)),
      problems,
    };
  } finally {
    await browser.close();
  }
}

describe.each(browserKinds)('in %s', (kind) => {
  test('nothing is asked of the network, whichever pages are opened', async () => {
    const without = await session(kind, true);
    const withIt = await session(kind, false);
    expect(withIt.problems).toEqual([]);
    // The browsers' own services answer nobody here, and are asked again at times of their own.
    const ours = [...withIt.asked].filter(
      (one) =>
        !without.asked.has(one) &&
        !/^\w+ https?:\/\/(?:[\w-]+\.)*(?:google|googleapis|gstatic|gvt1|mozilla|firefox|mozgcp)\.(?:com|org|net)\//.test(
          one,
        ),
    );
    expect(ours).toEqual([]);
  });
});
