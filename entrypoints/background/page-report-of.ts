// How a marketplace's page is built, for the user to pass on: a script of its own looks at the page once, when
// that is asked for, so that no page carries it.
import browser from 'webextension-polyfill';

/** Describes the page in a tab. Rejects where there is none that Hireflag may look at. */
export async function pageReportOf(tab: number): Promise<string> {
  const [first] = await browser.scripting.executeScript({ target: { tabId: tab }, files: ['/page-report.js'] });
  return String(first?.result ?? '');
}
