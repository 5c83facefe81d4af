// Work of the background worker that takes a while: assessing everyone again, importing, deleting. It
// is asked for over a port, which keeps the worker awake, says how far it is, and can be stopped.

import type { AccountKey } from '../../lib/model/account.ts';
import type { Work, WorkReply } from '../../lib/protocol/messages.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { Store } from '../../lib/store/store.ts';
import { assessAgain } from './listing.ts';

/**
 * Does one piece of work.
 *
 * @param progress is told how far it is; returns false once it is to stop
 * @returns what it did; rejects when the database refuses, and then nothing was imported or deleted
 */
export async function work(
  asked: Work,
  store: Store,
  settings: Settings,
  progress: (done: number, of?: number) => boolean,
): Promise<WorkReply> {
  switch (asked.type) {
    case 'assess-everyone': {
      const everyone = await store.everyone();
      await assessAgain(everyone, store, settings, (done) => progress(done, everyone.length));
      return { type: 'done' };
    }
    case 'import': {
      const { added, seenAgain } = await store.import(asked.of, (done) => progress(done, asked.observations));
      const everyone = await store.everyone();
      await assessAgain(everyone, store, settings, (done) => progress(done, everyone.length));
      return { type: 'done', added, seenAgain };
    }
    case 'forget': {
      const { observations, touched } = await store.forget(asked.accounts as AccountKey[]);
      await assessAgain(touched, store, settings, (done) => progress(done, touched.length));
      return { type: 'done', gone: observations };
    }
    case 'forget-all':
      await store.forgetAll();
      return { type: 'done' };
    case 'expire': {
      const { observations, touched } = await store.expire(asked.before);
      await assessAgain(touched, store, settings, (done) => progress(done, touched.length));
      return { type: 'done', gone: observations };
    }
  }
}
