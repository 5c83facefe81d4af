// The background worker's end of the port over which long work is asked for, told of and stopped.
import { t } from '../../lib/i18n/language.ts';
import { parseWork, type WorkReply } from '../../lib/protocol/messages.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { Store } from '../../lib/store/store.ts';
import { work } from './work.ts';

/** What is used of the browser's port. */
export interface WorkPort {
  postMessage(message: WorkReply): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

/** Does what is asked over this port. When the other end goes away, the work stops. */
export function serveWork(port: WorkPort, store: Promise<Store>, settings: () => Promise<Settings>): void {
  let stopped = false;
  let gone = false;
  const say = (reply: WorkReply) => {
    if (!gone) port.postMessage(reply);
  };
  port.onDisconnect.addListener(() => {
    stopped = true;
    gone = true;
  });
  port.onMessage.addListener((message: unknown) => {
    if ((message as { type?: unknown } | null)?.type === 'stop') {
      stopped = true;
      return;
    }
    void (async () => {
      try {
        const progress = (done: number, of?: number) => {
          say({ type: 'progress', done, ...(of !== undefined && { of }) });
          return !stopped;
        };
        say(await work(parseWork(message), await store, await settings(), progress));
      } catch (error) {
        if (stopped) return say({ type: 'stopped' });
        console.error(error);
        say({ type: 'problem', problem: isFull(error) ? t('problem.full') : t('problem.database') });
      }
    })();
  });
}

/** True when the browser gives the database no more room. */
export function isFull(error: unknown): boolean {
  const { name, inner } = (error ?? {}) as { name?: string; inner?: { name?: string } };
  return name === 'QuotaExceededError' || inner?.name === 'QuotaExceededError';
}
