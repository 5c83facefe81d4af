// Reads one log file beside the page, which stays smooth meanwhile, and writes its events into the database some at a
// time. What is asked and what is said are in log-messages.ts.
import networks from '../../assets/networks.json' with { type: 'json' };
import { relayMarker } from '../../lib/logs/address-lists.ts';
import { NotText } from '../../lib/logs/decode.ts';
import { addressHasher } from '../../lib/logs/hash-addresses.ts';
import { networksIn, registeredMarker } from '../../lib/logs/networks.ts';
import { formatOf } from '../../lib/logs/own-format.ts';
import { eventsOf, noTally, survey } from '../../lib/logs/read-log.ts';
import { logFormats } from '../../lib/logs/registry.ts';
import { unpack } from '../../lib/logs/unpack.ts';
import type { LogEvent } from '../../lib/model/log-event.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { addRead, beginReading, endReading } from '../../lib/store/log-reading.ts';
import { rewriteLogs } from '../../lib/store/logs.ts';
import type { LogReply, LogRequest } from './log-messages.ts';

/** Events written at a time: a row that holds events of two such parts is written twice. */
const AT_ONCE = 200_000;

/** How far it is is said no more often than this, ms: the page draws it each time. */
const SAY_EVERY = 100;

const say = (reply: LogReply) => postMessage(reply);
let stopped = false;

addEventListener('message', ({ data }: MessageEvent<LogRequest>) => {
  if (data.type === 'stop') stopped = true;
  else {
    (data.type === 'hash' ? hashKept(data.key) : readLog(data))
      .catch((error: unknown): LogReply => {
        // What is packed shows only while it is opened how much it holds.
        if (error instanceof NotText) return { type: 'refused', refused: { refused: error.why } };
        return { type: 'problem', name: (error as Error)?.name ?? '' };
      })
      .then(say);
  }
});

async function hashKept(key: Uint8Array): Promise<LogReply> {
  const db = new HireflagDatabase();
  try {
    await rewriteLogs(db, addressHasher(key));
    return { type: 'hashed' };
  } finally {
    db.close();
  }
}

/** Reads a file as far as it can be, from when it was given: whoever is deleted from then on does not come back with it. */
async function readLog(request: Extract<LogRequest, { type: 'read' }>): Promise<LogReply> {
  const db = new HireflagDatabase();
  try {
    const reading = await beginReading(db);
    try {
      return await replyTo(request, db, reading);
    } finally {
      await endReading(db, reading);
    }
  } finally {
    db.close();
  }
}

async function replyTo(
  { file, within, answers, mappings, key, lists }: Extract<LogRequest, { type: 'read' }>,
  db: HireflagDatabase,
  reading: number,
): Promise<LogReply> {
  const parts = await unpack(file.name, () => bytesOf(file));
  if ('refused' in parts) return { type: 'refused', refused: parts };
  const names = parts.map(({ name }) => name);
  const part = parts.find(({ name }) => name === within) ?? parts[0];
  if (!part || (within === undefined && names.length > 1)) return { type: 'holds', names };
  const { open } = part;
  const formats = [...logFormats, ...mappings.map(formatOf)];
  const surveyed = await survey(open, answers, formats);
  if ('refused' in surveyed) return { type: 'refused', refused: surveyed };
  const { format, questions } = surveyed;
  if (questions.length > 0) return { type: 'asked', questions };
  const now = new Date().toISOString();
  const hashed = key ? addressHasher(key) : (event: LogEvent) => event;
  // Before they are hashed: of a hash no list and no table knows anything.
  const marked = relayMarker(lists);
  const registered = registeredMarker(networksIn(networks));
  const tally = noTally();
  const sum = { added: 0, known: 0 };
  let waiting: LogEvent[] = [];
  let saidAt = Number.NEGATIVE_INFINITY;
  const write = async () => {
    const written = await addRead(db, reading, waiting, now);
    sum.added += written?.added ?? 0;
    sum.known += written?.known ?? 0;
    // Where everything was deleted meanwhile, nothing more is wanted.
    stopped ||= written === undefined;
    waiting = [];
  };
  for await (const { events, at } of eventsOf(open, format, surveyed.answers, now, tally)) {
    for (const event of events) waiting.push(hashed(registered(marked(event))));
    if (waiting.length >= AT_ONCE) await write();
    if (performance.now() - saidAt >= SAY_EVERY) {
      say({ type: 'progress', done: at });
      saidAt = performance.now();
    }
    if (stopped) break;
  }
  if (!stopped) await write();
  const { id, name, unproven = false } = format;
  return { type: 'done', format: { id, name, unproven }, tally, stopped, ...sum };
}

/** Bytes read at a time: a stream of the browser's gives a tenth of it, and each piece is waited for. */
const PIECE = 1 << 19;

async function* bytesOf(file: File): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += PIECE) yield new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
}
