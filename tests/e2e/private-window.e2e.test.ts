// Private windows: nothing of what is seen there may come into the ordinary database. Firefox does not let Hireflag in.
import { expect, test } from 'vitest';
import { answer, projectUrl } from '../../practice/marketplace.ts';
import { untilBadges } from '../../scripts/lib/badges-in-page.ts';
import { isChromium, patience, startBrowser } from './harness.ts';

interface Extensions {
  chrome: {
    developerPrivate: {
      updateProfileConfiguration(change: object, done: () => void): void;
      updateExtensionConfiguration(change: object, done: () => void): void;
    };
    windows: { create(options: object): Promise<unknown> };
  };
}

test.runIf(isChromium)('a private window that Hireflag is allowed in is kept apart', async () => {
  const browser = await startBrowser('chromium', { answer });
  try {
    const id = new URL(browser.extensionUrl('')).host;
    const list = await browser.open('chrome://extensions');
    await list.evaluate(
      (extensionId) =>
        new Promise<void>((done) => {
          const { developerPrivate } = (globalThis as unknown as Extensions).chrome;
          developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }, () =>
            developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true }, done),
          );
        }),
      id,
    );
    const own = await openWhenThere(browser.extensionUrl('popup.html'));
    await own.evaluate(
      (url) => (globalThis as unknown as Extensions).chrome.windows.create({ incognito: true, url }),
      projectUrl,
    );
    const target = await browser.browser.waitForTarget((one) => one.url() === projectUrl, { timeout: patience });
    const page = await target.page();
    await untilBadges(page ?? expect.fail('There is no private window.'));
    const totals = () =>
      own.evaluate(() =>
        (
          globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<object> } } }
        ).chrome.runtime.sendMessage({
          type: 'totals',
        }),
      );
    expect(await totals()).toMatchObject({ type: 'totals', accounts: 0 });
    const ordinary = await browser.open(projectUrl);
    await untilBadges(ordinary);
    expect(await totals()).not.toMatchObject({ accounts: 0 });

    /** The browser starts the extension anew when it is allowed more. */
    async function openWhenThere(url: string) {
      for (;;) {
        const tab = await browser.browser.newPage();
        const there = await tab.goto(url).then(
          () => tab.url() === url,
          () => false,
        );
        if (there) return tab;
        await tab.close();
      }
    }
  } finally {
    await browser.close();
  }
});
