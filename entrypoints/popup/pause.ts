// Pausing Hireflag on the marketplace in front and going on there. What the popup says follows the press at once: it does
// not wait for the page or the worker, which may be busy.
import browser from 'webextension-polyfill';
import type { Pause } from '../../components/Popup.tsx';
import { siteName } from '../../components/words.ts';
import { waitsForClick } from '../../lib/settings/settings.ts';
import { saveSettings, settingsNow } from '../../lib/settings/settings-in-browser.ts';

export interface Around {
  /** Says that the page is being looked at. */
  wait(): void;
  /** Says what is so now. */
  showAgain(): void;
  /** Has the page read or left alone, by the settings that hold now. */
  lookAgain(clicked: boolean): Promise<unknown>;
  /** Resolves once the page was read, or is not going to be. */
  untilRead(): Promise<unknown>;
}

/** Gives whether Hireflag is paused on a marketplace, and what turns that round. */
export function makePause({ wait, showAgain, lookAgain, untilRead }: Around): (site: string) => Promise<Pause> {
  let isTurning = false;
  // By the context menu, on another page or by policy.
  browser.storage.onChanged.addListener((changes, area) => {
    if (!isTurning && (area === 'managed' || 'settings' in changes)) showAgain();
  });

  const turn = async (site: string, isPaused: boolean) => {
    if (isTurning) return;
    isTurning = true;
    try {
      const { sitesOff } = (await settingsNow()).settings;
      const others = sitesOff.filter((one) => one !== site);
      await saveSettings({ sitesOff: isPaused ? others : [...others, site] });
      if (isPaused) {
        wait();
        await lookAgain(true);
        await untilRead();
      }
    } finally {
      isTurning = false;
      showAgain();
    }
    if (!isPaused) await lookAgain(false);
  };

  return async (site) => {
    const { settings, byPolicy } = await settingsNow();
    const paused = settings.sitesOff.includes(site);
    return {
      site: siteName(site),
      paused,
      onClick: waitsForClick(settings, site),
      byPolicy: byPolicy.includes('sitesOff'),
      toggle: () => void turn(site, paused).catch(console.error),
    };
  };
}
