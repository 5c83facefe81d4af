// Jobs of the background worker: assessing everyone again, importing, deleting. Each says how far it is and
// can be stopped.

import { forgetNames } from '../../lib/i18n/people.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Job, JobPart, JobReply } from '../../lib/protocol/jobs.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { Store } from '../../lib/store/store.ts';
import { assessAgain } from './account-list.ts';

/**
 * Does one job.
 *
 * @param progress hears how far it is; returns false once it is to stop
 * @returns what it did; rejects when the database refuses, and then nothing was imported or deleted
 */
export async function runJob(
  job: Job,
  store: Store,
  settings: Settings,
  progress: (part: JobPart, done: number, of?: number) => boolean,
): Promise<JobReply> {
  switch (job.type) {
    case 'assess-everyone': {
      const everyone = await store.everyone();
      await assessAgain(everyone, store, settings, (done) => progress('assessing', done, everyone.length));
      return { type: 'done' };
    }
    case 'import': {
      const { added, seenAgain, stopped } = await store.import(job.of, (done) =>
        progress('storing', done, job.observations),
      );
      if (stopped) return { type: 'stopped', added, seenAgain };
      const everyone = await store.everyone();
      await assessAgain(everyone, store, settings, (done) => progress('assessing', done, everyone.length));
      return { type: 'done', added, seenAgain };
    }
    case 'forget': {
      forgetNames();
      const { observations, touched } = await store.forget(job.accounts as AccountKey[]);
      await assessAgain(touched, store, settings, (done) => progress('assessing', done, touched.length));
      return { type: 'done', gone: observations };
    }
    case 'forget-all':
      forgetNames();
      await store.forgetAll();
      return { type: 'done' };
    case 'expire': {
      const { observations, touched } = await store.expire(job.before);
      await assessAgain(touched, store, settings, (done) => progress('assessing', done, touched.length));
      return { type: 'done', gone: observations };
    }
  }
}
