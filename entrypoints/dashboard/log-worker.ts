// Reads one log file beside the page, which stays smooth meanwhile, and writes its events into the database some at a
// time. What is asked and what is said are in log-messages.ts.
import { addressHasher } from '../../lib/logs/hash-addresses.ts';
import { formatOf } from '../../lib/logs/own-format.ts';
import { eventsOf, noTally, survey } from '../../lib/logs/read-log.ts';
import { logFormats } from '../../lib/logs/registry.ts';
import type { LogEvent } from '../../lib/model/log-event.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { addLogEvents } from '../../lib/store/logs.ts';
import type { LogReply, LogRequest } from './log-messages.ts';

/** Events written at a time. */
const AT_ONCE = 20_000;

const say = (reply: LogReply) => postMessage(reply);
let stopped = false;

addEventListener('message', ({ data }: MessageEvent<LogRequest>) => {
  if (data.type === 'stop') stopped = true;
  else readLog(data).catch((error: unknown) => say({ type: 'problem', name: (error as Error)?.name ?? '' }));
});

async function readLog({ file, answers, mappings, key }: Extract<LogRequest, { type: 'read' }>): Promise<void> {
  const open = () => bytesOf(file);
  const formats = [...logFormats, ...mappings.map(formatOf)];
  const surveyed = await survey(open, answers, formats);
  if ('refused' in surveyed) return say({ type: 'refused', refused: surveyed });
  const { format, questions } = surveyed;
  if (questions.length > 0) return say({ type: 'asked', questions });
  const db = new HireflagDatabase();
  const now = new Date().toISOString();
  const hashed = key ? addressHasher(key) : (event: LogEvent) => event;
  const tally = noTally();
  const sum = { added: 0, known: 0 };
  let waiting: LogEvent[] = [];
  const write = async () => {
    const { added, known } = await addLogEvents(db, waiting, now);
    sum.added += added;
    sum.known += known;
    waiting = [];
  };
  try {
    for await (const { events, at } of eventsOf(open, format, surveyed.answers, now, tally)) {
      for (const event of events) waiting.push(hashed(event));
      if (waiting.length >= AT_ONCE) await write();
      say({ type: 'progress', done: at });
      if (stopped) break;
    }
    if (!stopped) await write();
  } finally {
    db.close();
  }
  const { id, name, unproven = false } = format;
  say({ type: 'done', format: { id, name, unproven }, tally, stopped, ...sum });
}

async function* bytesOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
