// Every view of the extension that can be looked at, and how each is opened: with nothing stored, with much, and with names
// longer than anybody's.
import type { Frame, Page } from 'puppeteer-core';
import { dentalBooking } from '../../practice/data/posts.ts';
import { projectUrl } from '../../practice/marketplace.ts';
import { anyPageUrl } from '../lib/any-page-pictures.ts';
import { clickInFrame, openPanel, ourFrame, untilBadges } from '../lib/badges-in-page.ts';
import { changed, ring, second } from '../lib/dashboard-data.ts';
import type { OpenBrowser } from '../lib/open-browser.ts';
import { clickInChromium, openExtensionPage, openPopup } from '../lib/popup.ts';
import { longAccounts, longProject } from './long-data.ts';
import { longHandleUrl } from './long-pages.ts';

export interface View {
  name: string;
  /** With what stored it is looked at. */
  with: 'nothing' | 'much' | 'long';
  /** Opens it; what it opened beside is closed by `close`. */
  open(opened: OpenBrowser): Promise<OpenView>;
  /** What it is as wide as, where it is not as wide as the window: the popup. */
  width?: number;
}

export interface OpenView {
  page: Page;
  /** Where its words are, where it is not the page itself. */
  frame?: Frame;
  close(): Promise<void>;
}

const POPUP = 420;
const developer = (key: string) => `#/developer/${encodeURIComponent(key)}`;

/** A page of the extension; `ready` is there once it is drawn, and `then` does what leads to the view. */
function own(
  name: string,
  kept: View['with'],
  path: string,
  ready: string,
  then?: (page: Page) => Promise<void>,
): View {
  return {
    name,
    with: kept,
    open: async (opened) => {
      const page = await openExtensionPage(opened, opened.extensionUrl(path));
      await page.waitForSelector(ready);
      await then?.(page);
      return { page, close: () => page.close() };
    },
  };
}

const dashboard = (
  name: string,
  kept: View['with'],
  route: string,
  ready: string,
  then?: (page: Page) => Promise<void>,
) => own(name, kept, `dashboard.html${route}`, ready, then);

/** The popup over a page. */
function popup(
  name: string,
  kept: View['with'],
  address: string,
  ready: string,
  then?: (popup: Page, opened: OpenBrowser) => Promise<void>,
  clicked = false,
): View {
  return {
    name,
    with: kept,
    width: POPUP,
    open: async (opened) => {
      const under = await opened.browser.newPage();
      await under.goto(address, { waitUntil: 'load' });
      if (clicked) await clickInChromium(opened, under);
      const page = await openPopup(opened, under);
      await page.waitForSelector(ready);
      await then?.(page, opened);
      const close = async () => {
        await page.close();
        await under.close();
      };
      return { page, close };
    },
  };
}

/** A marketplace's page with what we put on it. */
function marked(name: string, kept: View['with'], address: string, panelOf?: string): View {
  return {
    name,
    with: kept,
    open: async (opened) => {
      const page = await opened.browser.newPage();
      await page.goto(address, { waitUntil: 'load' });
      const close = () => page.close();
      // All that are shown at once.
      await untilBadges(page, 20);
      if (panelOf === undefined) return { page, close };
      return { page, frame: await openPanel(page, panelOf), close };
    },
  };
}

const openAll = (page: Page) =>
  page.$$eval('details', (all) => {
    for (const one of all) one.open = true;
  });

async function compare(page: Page): Promise<void> {
  for (const n of [1, 2, 3]) await page.click(`#bidders tbody tr:nth-child(${n}) input`);
  await page.click('#compare');
  await page.waitForSelector('.compare tbody tr');
}

/** The first record in the list, every step open. */
async function firstRecord(page: Page, steps = true): Promise<void> {
  await page.click('.records a');
  await page.waitForSelector('[data-measure="M1"]');
  if (steps) await openAll(page);
}

async function practiceRecord(page: Page): Promise<void> {
  const panel = await openPanel(page, 'blue-lantern');
  await clickInFrame(page, panel, '[data-do="record"]');
  await panel.waitForSelector('[data-do="open-record"]');
  await clickInFrame(page, panel, '[data-do="open-record"]');
  await page.waitForSelector('#page [data-measure="M1"]');
}

const project = (id: string | number, site = 'freelancer') => `#/project/${encodeURIComponent(`${site}:${id}`)}`;
const lists: readonly (readonly [string, string])[] = [
  ['projects', '#/projects'],
  ['developers', '#/developers'],
  ['templates', '#/templates'],
  ['rings', '#/rings'],
  ['data', '#/data'],
];
const bad = new URL('/projects/changed/unreadable-page-9900001', projectUrl).href;

export const views: readonly View[] = [
  ...lists.map(([name, route]) => dashboard(`empty-${name}`, 'nothing', route, 'main > *')),
  own('empty-records', 'nothing', 'record.html', 'main > *'),
  dashboard('empty-nobody', 'nothing', developer('freelancer:nobody'), 'main > *'),
  popup('popup-other-page', 'nothing', 'https://www.freelancer.com/', '#everyone *', undefined, true),
  popup('popup-elsewhere', 'nothing', anyPageUrl, '#read-page', undefined, true),
  popup(
    'popup-read',
    'nothing',
    anyPageUrl,
    '#read-page',
    (page) => page.click('#read-page').then(() => page.waitForSelector('#people').then(() => undefined)),
    true,
  ),
  own('welcome', 'nothing', 'welcome.html', '.welcome .cards'),
  own('news', 'nothing', 'news.html', 'main > *'),
  own('settings', 'nothing', 'settings.html', 'fieldset', openAll),
  own('practice', 'nothing', 'practice.html', 'fl-username span:empty'),
  own('practice-record', 'nothing', 'practice.html', 'fl-username span:empty', practiceRecord),

  dashboard('projects', 'much', '#/projects', '#projects li'),
  dashboard('project', 'much', project(dentalBooking.id), '#bidders tbody tr'),
  dashboard('compare', 'much', project(dentalBooking.id), '#bidders tbody tr', compare),
  dashboard('developers', 'much', '#/developers', '#developers tbody tr'),
  dashboard('developer', 'much', developer(`guru:${changed}`), '.timeline li', openAll),
  dashboard('developer-flagged', 'much', developer('freelancer:blue-lantern'), '.finding'),
  dashboard('developer-same', 'much', developer(`guru:${second}`), '.same tbody tr'),
  dashboard('templates', 'much', '#/templates', '.groups li'),
  dashboard('template', 'much', `#/template/${encodeURIComponent('freelancer:blue-lantern')}`, '.uses-table'),
  dashboard('rings', 'much', '#/rings', '.groups li'),
  dashboard('ring', 'much', `#/ring/${encodeURIComponent(`guru:${ring.developers[0]}`)}`, '.ring-drawing .rating'),
  dashboard('coverage', 'much', '#/coverage', '#indicator-C1'),
  dashboard('data', 'much', '#/data', '#import-file'),
  own('records', 'much', 'record.html', '.records a'),
  own('record', 'much', 'record.html', '.records a', (page) => firstRecord(page)),
  own('record-folded', 'much', 'record.html', '.records a', (page) => firstRecord(page, false)),
  marked('marks', 'much', projectUrl),
  marked('panel', 'much', projectUrl, 'blue-lantern'),
  marked('panel-unflagged', 'much', projectUrl, 'quietharbor'),
  {
    name: 'unread',
    with: 'much',
    open: async (opened) => {
      const page = await opened.browser.newPage();
      await page.goto(bad, { waitUntil: 'load' });
      return { page, frame: await ourFrame(page), close: () => page.close() };
    },
  },
  popup('popup', 'much', projectUrl, '#developers [data-account]'),
  popup('popup-unread', 'much', bad, '#copy-report'),

  dashboard('long-projects', 'long', '#/projects', '#projects li'),
  dashboard('long-project', 'long', project(longProject, 'guru'), '#bidders tbody tr'),
  dashboard('long-compare', 'long', project(longProject, 'guru'), '#bidders tbody tr', compare),
  dashboard('long-developers', 'long', '#/developers?q=wolkenkratzer', '#developers tbody tr'),
  dashboard('long-developer', 'long', developer(`guru:${longAccounts[0]}`), '.finding', openAll),
  dashboard('long-templates', 'long', '#/templates?q=Donau', '.groups li'),
  dashboard('long-template', 'long', `#/template/${encodeURIComponent(`guru:${longAccounts[0]}`)}`, '.uses-table'),
  dashboard('long-data', 'long', '#/data', '.unjoined', openAll),
  own('long-records', 'long', 'record.html', '.records a'),
  own('long-record', 'long', 'record.html', '.records a', (page) => firstRecord(page)),
  marked('long-marks', 'long', longHandleUrl),
  popup('long-popup', 'long', longHandleUrl, '#developers [data-account]'),
];
