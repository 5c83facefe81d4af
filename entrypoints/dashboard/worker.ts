// The dashboard's line to the background worker: questions with one answer, and long work over a port.
import browser from 'webextension-polyfill';
import { type AccountKey, splitAccountKey } from '../../lib/model/account.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import type { Act } from '../../lib/overlay/acts.ts';
import {
  parseAssessments,
  parseWorkReply,
  type Request,
  WORK_PORT,
  type Work,
  type WorkReply,
} from '../../lib/protocol/messages.ts';

/** Everything found on these accounts, in their order. Rejects with the worker's words when it cannot say. */
export async function assessmentsOf(accounts: readonly AccountKey[]): Promise<Assessment[]> {
  const request: Request = { type: 'assess', accounts: [...accounts] };
  const reply = parseAssessments(await browser.runtime.sendMessage(request));
  if (reply.type === 'problem') throw new Error(reply.problem);
  return reply.assessments;
}

/** How a piece of work ended. */
export type Ended = Exclude<WorkReply, { type: 'progress' }>;

/** Starts a piece of work. `ended` never rejects. */
export function startWork(
  work: Work,
  onProgress: (done: number, of: number | undefined) => void,
): { ended: Promise<Ended>; stop: () => void } {
  const port = browser.runtime.connect({ name: WORK_PORT });
  const ended = new Promise<Ended>((done) => {
    port.onMessage.addListener((message: unknown) => {
      const reply = parseWorkReply(message);
      if (reply.type === 'progress') return onProgress(reply.done, reply.of);
      done(reply);
      port.disconnect();
    });
    // The browser ended the worker in the middle: what it was writing is not written.
    port.onDisconnect.addListener(() => done({ type: 'stopped' }));
  });
  port.postMessage(work);
  return { ended, stop: () => port.postMessage({ type: 'stop' }) };
}

/**
 * Does what the user asked for about an account, as the panel on a page does.
 *
 * @returns what was wrong with it, if anything was
 */
export async function actOn(key: AccountKey, act: Act): Promise<string | undefined> {
  const reply = await browser.runtime.sendMessage({ type: 'act', ...splitAccountKey(key), ...act });
  return (reply as { problem?: string } | undefined)?.problem;
}
