// The pages of Hireflag's own that pictures are taken of: settings, a due-diligence record, the first run
// and the practice page; the record is one of an invented bidder, partly filled in.
import type { Page } from 'puppeteer-core';
import { fillField } from './fill-field.ts';
import type { OpenBrowser } from './open-browser.ts';
import { openExtensionPage } from './popup.ts';

/** A page by the name of its picture, its path, and what is there once it is drawn. */
export interface OwnPage {
  name: string;
  path: string;
  ready: string;
  /** How else than light and dark it is looked at. */
  more?: readonly ('contrast' | 'narrow')[];
}

/** The pages; makes the record. The worker must have read the practice project already. */
export async function ownPages(opened: OpenBrowser): Promise<OwnPage[]> {
  const asking = await openExtensionPage(opened, opened.extensionUrl('settings.html'));
  await asking.evaluate(async () => {
    const about = { site: 'freelancer', account: 'blue-lantern' };
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } })
      .chrome;
    await runtime.sendMessage({ type: 'act', ...about, action: 'record', values: {} });
  });
  await asking.close();
  const list = await openExtensionPage(opened, opened.extensionUrl('record.html'));
  await list.waitForSelector('.records a');
  const record = `record.html${await list.$eval('.records a', (link) => link.getAttribute('href') ?? '')}`;
  await list.close();
  const form = await openExtensionPage(opened, opened.extensionUrl(record));
  await form.waitForSelector('[data-measure="M1"]');
  await fill(form, 'M1-outcome', 'fine');
  await fill(form, 'M1-on', '2026-10-06');
  await fill(form, 'M1-by', 'R. Okafor');
  await fill(form, 'M1-note', 'Forty minutes with the camera on. Explained the calendar part in detail.');
  await fill(form, 'M1-kept', 'Notes of the call, in the hiring folder');
  await form.close();
  return [
    { name: 'settings', path: 'settings.html', ready: 'fieldset' },
    { name: 'record', path: record, ready: '[data-measure="M1"]', more: ['contrast', 'narrow'] },
    { name: 'welcome', path: 'welcome.html', ready: '.welcome .cards' },
    { name: 'practice', path: 'practice.html', ready: 'fl-username span:empty' },
  ];
}

async function fill(page: Page, name: string, value: string): Promise<void> {
  await fillField(page, name, value);
  // Each field is stored when it is left, and the page is drawn anew.
  await new Promise((done) => setTimeout(done, 250));
}
