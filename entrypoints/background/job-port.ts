// The background worker's end of the port over which a job is asked for, followed and stopped.
import { databaseProblemWords } from '../../components/database-problem.ts';
import { type JobPart, type JobReply, parseJob } from '../../lib/protocol/jobs.ts';
import { forgetWritten } from '../../lib/settings/settings.ts';
import { runJob } from './run-job.ts';
import { noteWitness } from './witness.ts';
import { ready, type Worker } from './worker.ts';

/** What is used of the browser's port. */
export interface JobPort {
  postMessage(message: JobReply): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

/** Does what is asked over this port. When the other end goes away, the job stops; an import goes on to its end. */
export function serveJobs(port: JobPort, worker: Worker): void {
  let stopped = false;
  let gone = false;
  let isImport = false;
  const say = (reply: JobReply) => {
    if (!gone) port.postMessage(reply);
  };
  port.onDisconnect.addListener(() => {
    stopped = !isImport;
    gone = true;
  });
  const serve = async (message: unknown): Promise<void> => {
    try {
      const job = parseJob(message);
      if (job.type === 'stop') {
        stopped = true;
        return;
      }
      isImport = job.type === 'import';
      const [store, { settings }] = await ready(worker);
      const progress = (part: JobPart, done: number, of?: number) => {
        say({ type: 'progress', part, done, ...(of !== undefined && { of }) });
        return !stopped;
      };
      const reply = await worker.keptAwake(() => runJob(job, store, settings, progress));
      if (job.type === 'forget-all' && worker.local) await forgetWritten(worker.local);
      if (worker.local) await noteWitness(store, worker.local);
      say(reply);
    } catch (error) {
      if (stopped) return say({ type: 'stopped' });
      console.error(error);
      say({ type: 'problem', problem: databaseProblemWords(error) });
    }
  };
  port.onMessage.addListener((message) => void serve(message));
}
