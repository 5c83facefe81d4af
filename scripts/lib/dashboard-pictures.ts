// The dashboard's views for the pictures: filled once by importing a file, then opened one by one.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { dentalBooking } from '../../practice/data/posts.ts';
import { changed, fileToImport, ring, second } from './dashboard-data.ts';

/** A picture's name, the view's address, what is there when it is drawn, and how else than light and dark it is looked at. */
export const dashboardViews = [
  ['dashboard-projects', '#/projects', '#projects li'],
  [
    'dashboard-project',
    `#/project/${encodeURIComponent(`freelancer:${dentalBooking.id}`)}`,
    '#bidders tbody tr',
    'narrow',
  ],
  ['dashboard-developers', '#/developers', '#developers tbody tr', 'contrast', 'narrow'],
  ['dashboard-developer', `#/developer/${encodeURIComponent(`guru:${changed}`)}`, '.timeline li', 'contrast', 'narrow'],
  ['dashboard-same', `#/developer/${encodeURIComponent(`guru:${second}`)}`, '.same tbody tr', 'narrow'],
  ['dashboard-templates', '#/templates', '.groups li'],
  ['dashboard-template', `#/template/${encodeURIComponent('freelancer:blue-lantern')}`, '.uses-table', 'narrow'],
  [
    'dashboard-ring',
    `#/ring/${encodeURIComponent(`guru:${ring.developers[0]}`)}`,
    '.ring-drawing .rating',
    'contrast',
    'narrow',
  ],
  ['dashboard-data', '#/data', '#import-file'],
] as const;

/** Opens a view in a page of the dashboard and waits until it is drawn. */
export async function openView(page: Page, route: string, ready: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, route);
  await page.waitForSelector(ready);
}

/** Imports the people that the pictures show beside those of the practice marketplace. */
export async function fillDashboard(page: Page): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hireflag-pictures-'));
  try {
    const file = join(folder, 'people.jsonl');
    await writeFile(file, fileToImport());
    await openView(page, '#/data', '#import-file');
    const input = (await page.$('#import-file')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
    await page.waitForSelector('section[aria-labelledby="import"] .outcome[data-outcome="said"]');
    // As the panel's “same person as” asks for it.
    await page.evaluate(
      (account, other) => {
        const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): unknown } } })
          .chrome;
        return runtime.sendMessage({ type: 'act', site: 'guru', account, action: 'same-person', values: { other } });
      },
      changed,
      second,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
