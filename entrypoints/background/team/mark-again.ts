// What came out of the pool may change what is found on those whom the user has before them: they are assessed again
// first and their badges follow, then everybody else whom it is about.
import browser from 'webextension-polyfill';
import { badgeWords } from '../../../components/badge-words.ts';
import { DatabaseEvidence } from '../../../lib/evidence/database-evidence.ts';
import { accountKey } from '../../../lib/model/account.ts';
import { askPage } from '../../../lib/protocol/page-messages.ts';
import { assessAgain, updateAccountList } from '../account-list.ts';
import { marksToShow } from '../handle-request.ts';
import { learnNamesIn, markOf } from '../mark.ts';
import { assessForUser } from '../user-context.ts';
import { ready, type Worker } from '../worker.ts';

/** So long others are assessed again at a time, ms; who is left stays noted, and is next. */
const BUDGET_MS = 8_000;

export async function markAgain(worker: Worker): Promise<void> {
  const [store, user] = await ready(worker);
  for (const { id } of await browser.tabs.query({})) {
    if (id === undefined) continue;
    // Most tabs have no script of ours that could answer.
    const { here } = await askPage((message) => browser.tabs.sendMessage(id, message), 'what-is-here', {}).catch(
      () => ({ here: undefined }),
    );
    if (!here || here.accounts.length === 0) continue;
    const keys = here.accounts.map((account) => accountKey(here.site, account));
    const since = store.written;
    const assessments = await assessForUser(user, keys, new DatabaseEvidence(store));
    await learnNamesIn(store, assessments);
    const marks = marksToShow(
      assessments.map((one) => markOf(one)),
      user.settings,
    );
    for (const mark of marks) await worker.tellBadge(id, mark.account, badgeWords(mark)).catch(() => undefined);
    await updateAccountList(assessments, since, store, user.settings);
  }
  const until = performance.now() + BUDGET_MS;
  await assessAgain(await store.pending(), store, user.settings, () => performance.now() < until);
}
