// The background worker. The browser may end it at any moment and start it again at the next message;
// everything it knows is in the database.
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { t } from '../../lib/i18n/language.ts';
import { parseRequest, type Reply, WORK_PORT } from '../../lib/protocol/messages.ts';
import type { DueDiligence } from '../../lib/record/record.ts';
import { settingsNow } from '../../lib/settings/settings-in-browser.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { Records } from '../../lib/store/records.ts';
import { Store } from '../../lib/store/store.ts';
import { answer } from './answer.tsx';
import type { Desk } from './desk.ts';
import { forgetOld } from './tidy.ts';
import { serveWork } from './work-port.ts';

export default defineBackground(() => {
  const store = Store.open();
  const records = new Records<DueDiligence>(new HireflagDatabase());
  const settings = async () => (await settingsNow()).settings;
  const desk = async (): Promise<Desk> => ({
    settings: await settings(),
    decisions: (await store).decisions,
    records,
    version: browser.runtime.getManifest().version,
    openPage,
  });
  const reply = async (message: unknown): Promise<Reply> => {
    try {
      return await answer(parseRequest(message), store, desk());
    } catch (error) {
      console.error(error);
      return {
        type: 'problem',
        problem: t('problem.database'),
      };
    }
  };
  browser.runtime.onMessage.addListener((message: unknown, _sender: unknown, send: (reply: Reply) => void) => {
    void reply(message).then(send);
    return true;
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openPage('welcome.html');
  });
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === WORK_PORT) serveWork(port, store, settings);
  });
  void Promise.all([store, settings()])
    .then(([opened, now]) => forgetOld(opened, now, browser.storage.local))
    .catch(console.error);
});

/** Opens one of Hireflag's own pages in a new tab. */
function openPage(path: string): Promise<unknown> {
  return browser.tabs.create({ url: browser.runtime.getURL(`/${path}` as '/popup.html') });
}
