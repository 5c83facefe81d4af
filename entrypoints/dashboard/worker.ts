// The dashboard's line to the background worker: questions with one answer, and jobs over a port.
import browser from 'webextension-polyfill';
import type { PressedButton } from '../../components/pressed-button.ts';
import { type AccountKey, splitAccountKey } from '../../lib/model/account.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import { isAction } from '../../lib/protocol/actions.ts';
import { JOB_PORT, type Job, type JobPart, type JobReply, parseJobReply, type Stop } from '../../lib/protocol/jobs.ts';
import { workerBehind } from '../../lib/protocol/messages.ts';
import type { Mark } from '../../lib/protocol/shapes.ts';

/** As long as what is searched for may be. */
const MAX_TYPED = 300;

const ask = workerBehind((message) => browser.runtime.sendMessage(message));

/** Everything found on these accounts, in their order. Rejects with the worker's words when it cannot say. */
export async function assessmentsOf(accounts: readonly AccountKey[]): Promise<Assessment[]> {
  const reply = await ask('assess', { accounts: [...accounts] });
  if (reply.type === 'problem') throw new Error(reply.problem);
  return reply.assessments;
}

/** Everyone seen who has this in their name or id, the first of them; nobody where the worker cannot say. */
export async function searchFor(typed: string): Promise<readonly Mark[]> {
  const reply = await ask('search', { typed: typed.slice(0, MAX_TYPED) });
  return reply.type === 'search' ? reply.marks : [];
}

/** How a job ended. */
export type Ended = Exclude<JobReply, { type: 'progress' }>;

/** Starts a job. `ended` never rejects. */
export function startJob(
  job: Job,
  onProgress: (done: number, of: number | undefined, part: JobPart) => void,
): { ended: Promise<Ended>; stop: () => void } {
  const port = browser.runtime.connect({ name: JOB_PORT });
  const ended = new Promise<Ended>((done) => {
    port.onMessage.addListener((message: unknown) => {
      const reply = parseJobReply(message);
      if (reply.type === 'progress') return onProgress(reply.done, reply.of, reply.part);
      done(reply);
      port.disconnect();
    });
    // The browser ended the worker in the middle: what it was writing is not written.
    port.onDisconnect.addListener(() => {
      done({ type: 'stopped' });
      // Another goes on with what this one has left, and only a question starts it.
      void ask('totals', {}).catch(console.error);
    });
  });
  port.postMessage(job);
  return { ended, stop: () => port.postMessage({ type: 'stop' } satisfies Stop) };
}

/**
 * Does what the user asked for about an account, as the panel on a page does.
 *
 * @returns what was wrong with it, if anything was
 */
export async function actOn(key: AccountKey, { action, values }: PressedButton): Promise<string | undefined> {
  if (!isAction(action)) return undefined;
  const reply = await ask('act', { ...splitAccountKey(key), action, values });
  return reply.type === 'problem' ? reply.problem : reply.wrong;
}
