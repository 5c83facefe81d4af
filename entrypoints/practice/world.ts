// What is seen and stored on the practice page, in databases of its own that are emptied each time: one holds what the
// pages say and nothing else, as on the first day; the other has a made-up year behind it, since some red flags look
// at months. The year is made once somebody goes where it is needed, because on a slow machine that takes a while.
import Dexie from 'dexie';
import browser from 'webextension-polyfill';
import { projections } from '../../lib/evidence/projections/registry.ts';
import type { DueDiligence } from '../../lib/record/record.ts';
import { defaultSettings } from '../../lib/settings/settings.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { Decisions } from '../../lib/store/decisions.ts';
import { addLogEvents } from '../../lib/store/logs.ts';
import { Records } from '../../lib/store/records.ts';
import { Store } from '../../lib/store/store.ts';
import { samePeople, seenBefore } from '../../practice/data/history.ts';
import { logEvents } from '../../practice/data/logs.ts';
import { ToldPages } from '../background/told-pages.ts';
import type { UserContext } from '../background/user-context.ts';

export interface World {
  db: HireflagDatabase;
  store: Store;
  user: UserContext;
  told: ToldPages;
}

/**
 * Makes a world anew.
 *
 * @param openPage shows one of Hireflag's own pages: records of invented people are not among the user's own
 */
export async function makeWorld(which: 'first-day' | 'year', openPage: UserContext['openPage']): Promise<World> {
  const name = which === 'year' ? 'hireflag-practice-year' : 'hireflag-practice';
  await Dexie.delete(name);
  const db = new HireflagDatabase(name);
  const store = await Store.open({ name, projections });
  if (which === 'year') await liveThrough(store, db);
  const user = {
    settings: defaultSettings,
    decisions: store.decisions,
    records: new Records<DueDiligence>(db),
    version: browser.runtime.getManifest().version,
    openPage,
  };
  return { db, store, user, told: new ToldPages() };
}

/** As if the user had looked at profiles and bids for a year, kept logs, and said who is the same person. */
async function liveThrough(store: Store, db: HireflagDatabase): Promise<void> {
  const at = new Date().toISOString();
  // While there is nothing in them they are there at once, and take in the year as it comes instead of reading all of it again.
  await store.makeReady(projections);
  await store.remember(seenBefore());
  await addLogEvents(db, logEvents(), at);
  const decisions = new Decisions(db);
  await db.transaction('rw', db.decisions, async () => {
    for (const [account, other] of samePeople) await decisions.add({ kind: 'same-person', account, other, at });
  });
}
