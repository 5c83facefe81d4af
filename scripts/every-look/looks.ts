// How every view is looked at: each of these once. The words of the popup, the panel and the pages are in the language that is
// chosen in the settings, so a language is a round of its own.
import type { CDPSession, Frame, Page } from 'puppeteer-core';
import { inFirefox } from '../lib/background.ts';
import type { OpenBrowser } from '../lib/open-browser.ts';

export interface Look {
  name: string;
  language: 'en' | 'es';
  width: 360 | 1280;
  theme: 'light' | 'dark';
  forced?: true;
  /** As a language is laid out that is written from right to left. Its words stay English: there is none yet. */
  mirrored?: true;
}

const widths = [1280, 360] as const;
const themes = ['light', 'dark'] as const;

export const looks: readonly Look[] = widths.flatMap((width): Look[] => [
  ...(['en', 'es'] as const).flatMap((language) =>
    themes.map((theme): Look => ({ name: `${language}-${theme}-${width}`, language, width, theme })),
  ),
  { name: `contrast-${width}`, language: 'en', width, theme: 'dark', forced: true },
  { name: `mirrored-${width}`, language: 'en', width, theme: 'light', mirrored: true },
]);

const sessions = new WeakMap<Page, CDPSession>();

/** Dresses a page for a look; `width` is the look's own unless the view has one of its own, `frame` a frame of ours in it. */
export async function dress(
  opened: OpenBrowser,
  page: Page,
  look: Look,
  width: number = look.width,
  frame?: Frame,
): Promise<void> {
  await page.setViewport({ width, height: look.width === 360 ? 740 : 860, deviceScaleFactor: 1 });
  if (opened.kind === 'firefox') {
    const scheme = look.theme === 'dark' ? 0 : 1;
    await inFirefox(
      opened,
      `() => Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${scheme})`,
    );
    return;
  }
  // What is emulated ends with the session that asked for it.
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  // The extension's frame in another's page is a process of its own, to which nothing is passed on.
  const inFrame = (frame as { client?: CDPSession } | undefined)?.client;
  for (const one of inFrame ? [session, inFrame] : [session]) {
    // Puppeteer's own way knows no forced colours.
    await one.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: look.theme },
        { name: 'forced-colors', value: look.forced ? 'active' : 'none' },
      ],
    });
  }
}
