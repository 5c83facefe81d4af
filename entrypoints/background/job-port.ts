// The background worker's end of the port over which a job is asked for, followed and stopped.
import { t } from '../../lib/i18n/language.ts';
import { type JobReply, parseJob } from '../../lib/protocol/jobs.ts';
import { runJob } from './run-job.ts';
import { ready, type Worker } from './worker.ts';

/** What is used of the browser's port. */
export interface JobPort {
  postMessage(message: JobReply): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

/** Does what is asked over this port. When the other end goes away, the job stops. */
export function serveJobs(port: JobPort, worker: Worker): void {
  let stopped = false;
  let gone = false;
  const say = (reply: JobReply) => {
    if (!gone) port.postMessage(reply);
  };
  port.onDisconnect.addListener(() => {
    stopped = true;
    gone = true;
  });
  const serve = async (message: unknown): Promise<void> => {
    try {
      const job = parseJob(message);
      if (job.type === 'stop') {
        stopped = true;
        return;
      }
      const [store, { settings }] = await ready(worker);
      const progress = (done: number, of?: number) => {
        say({ type: 'progress', done, ...(of !== undefined && { of }) });
        return !stopped;
      };
      say(await runJob(job, store, settings, progress));
    } catch (error) {
      if (stopped) return say({ type: 'stopped' });
      console.error(error);
      say({ type: 'problem', problem: isFull(error) ? t('problem.full') : t('problem.database') });
    }
  };
  port.onMessage.addListener((message) => void serve(message));
}

/** True when the browser gives the database no more room. */
export function isFull(error: unknown): boolean {
  const { name, inner } = (error ?? {}) as { name?: string; inner?: { name?: string } };
  return name === 'QuotaExceededError' || inner?.name === 'QuotaExceededError';
}
