// A page of no marketplace for the pictures, by an invented developer, and the popup over it: before it was
// read, and after, with a text selected.
import type { Page } from 'puppeteer-core';
import type { Answer } from './local-web.ts';
import type { OpenBrowser } from './open-browser.ts';
import { clickInChromium, openPopup } from './popup.ts';

export const anyPageUrl = 'https://quiet-harbour.example/about';
const described = {
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'Person',
      name: 'Mirela Osei',
      url: anyPageUrl,
      jobTitle: 'Front-end developer',
      description: 'Sites for gardens, harbours and small museums.',
      worksFor: { '@type': 'Organization', name: 'Quiet Harbour' },
      sameAs: ['https://github.com/quiet-harbour'],
      aggregateRating: { '@type': 'AggregateRating', ratingValue: 4.8, reviewCount: 14 },
    },
    { '@type': 'Organization', name: 'Quiet Harbour', url: 'https://quiet-harbour.example/', description: 'A studio.' },
  ],
};
const body = `<!doctype html><link rel="icon" href="data:,"><title>About</title><h1>Mirela Osei</h1>
<p id="letter">Dear client, last winter I rebuilt the ordering desk of a flower wholesaler and moved four years of invoices across without losing a line. For your greenhouse I would begin with the delivery calendar and walk through the cold rooms with your foreman before I draw the first plan.</p>
<script type="application/ld+json">${JSON.stringify(described)}</script>`;

/** The page, at its own address. */
export const anyPageAnswer: Answer = (url) =>
  url.href === anyPageUrl ? { status: 200, type: 'text/html; charset=utf-8', body } : undefined;

/** Shows the popup over the page; `take` is given it before the page was read and after. */
export async function anyPagePictures(
  opened: OpenBrowser,
  take: (popup: Page, name: 'any-page-offer' | 'any-page-read') => Promise<void>,
): Promise<void> {
  const page = await opened.browser.newPage();
  await page.goto(anyPageUrl, { waitUntil: 'load' });
  await page.evaluate(() => getSelection()?.selectAllChildren(document.getElementById('letter') as Element));
  await clickInChromium(opened, page);
  const popup = await openPopup(opened, page);
  await popup.waitForSelector('#read-page');
  await take(popup, 'any-page-offer');
  await popup.click('#read-page');
  await popup.waitForSelector('#people');
  await take(popup, 'any-page-read');
  await popup.close();
  await page.close();
}
