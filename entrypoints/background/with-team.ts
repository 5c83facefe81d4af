// The background worker of the package for teams: the ordinary one, whose store also knows a team's pool.
import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { projections } from '../../lib/evidence/projections/registry.ts';
import { accountOfPage } from '../../lib/sites/registry.ts';
import { Store } from '../../lib/store/store.ts';
import { openLink } from '../../lib/team/link.ts';
import { isTeamMessage } from '../../lib/team/messages.ts';
import { TeamStore } from '../../lib/team/store.ts';
import { answerMessage } from './handle-request.ts';
import { startWorker } from './start.ts';
import { answerTeam } from './team/answer.ts';
import { assessWithPool } from './team/assess.ts';
import { lookAgainAfterPool } from './team/look-again.ts';
import { TeamRunner } from './team/runner.ts';
import { onceMade } from './worker.ts';

/** The browser wakes the worker by this name. */
const ALARM = 'team';

export default defineBackground(() => {
  // What is seen in private windows is no team's.
  if (browser.extension.inIncognitoContext) {
    startWorker(() => Store.open({ projections, accountOfPage }), answerMessage);
    return;
  }
  const store = onceMade(() => TeamStore.open({ projections, accountOfPage }));
  assessWithPool(async (accounts) => (await store()).foundOf(accounts));
  const runner = new TeamRunner({
    store,
    open: (server, seed) => openLink(server, seed),
    alone: (work) => navigator.locks.request('team-burst', work),
    afterwards: (isCatchingUp) => lookAgainAfterPool(worker, isCatchingUp),
  });
  const worker = startWorker(
    async () => {
      const opened = await store();
      opened.onOutgoing = () => runner.soon();
      return opened;
    },
    (message, sender, of) => {
      runner.active();
      return isTeamMessage(message)
        ? answerTeam(message, sender, of, store, runner)
        : answerMessage(message, sender, of);
    },
  );
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) worker.afterwards.add(runner.burst());
  });
  void keepAlarm().catch(console.error);
});

/** Has the browser wake the worker every minute. One that is set already stays: set anew with each start it would never ring. */
async function keepAlarm(): Promise<void> {
  if (!(await browser.alarms.get(ALARM))) await browser.alarms.create(ALARM, { periodInMinutes: 1 });
}
