// Reads the bytes of a log as the dashboard and the command line do.
import { type Answers, eventsOf, noTally, survey, type Tally } from '../../lib/logs/read-log.ts';
import { logFormats } from '../../lib/logs/registry.ts';
import type { LogEvent } from '../../lib/model/log-event.ts';

export const seenAt = '2026-11-28T00:00:00.000Z';

export async function* piecesOf(bytes: Uint8Array, size = 1 << 16): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.slice(from, from + size);
}

/** What a log holds: its events, or what is asked, or why it was refused. */
export async function readingOf(
  log: string | Uint8Array,
  { size, formats = logFormats, ...answers }: Answers & { size?: number; formats?: typeof logFormats } = {},
): Promise<{ refused: string } | { asked: string[] } | { format: string; events: LogEvent[]; tally: Tally }> {
  const bytes = typeof log === 'string' ? new TextEncoder().encode(log) : log;
  const open = () => piecesOf(bytes, size);
  const surveyed = await survey(open, answers, formats);
  if ('refused' in surveyed) return { refused: surveyed.refused };
  const asked = surveyed.questions.map(({ ask }) => ask);
  if (asked.length > 0) return { asked };
  const tally = noTally();
  const events: LogEvent[] = [];
  for await (const part of eventsOf(open, surveyed.format, surveyed.answers, seenAt, tally))
    events.push(...part.events);
  return { format: surveyed.format.id, events, tally };
}

/** The events of a log that is read without a question. */
export async function eventsIn(log: string | Uint8Array, how?: Parameters<typeof readingOf>[1]): Promise<LogEvent[]> {
  const read = await readingOf(log, how);
  if (!('events' in read)) throw new Error(JSON.stringify(read));
  return read.events;
}
