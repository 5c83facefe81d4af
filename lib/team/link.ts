// A connection to a team's pool, as long as one burst: what is there is read from a position on, what is to be sent is sent,
// what is to be erased is erased message by message. Only what works on the oldest server is used (shared rules: no purge,
// no batch, no ordered consumer, no trust in counts of what is pending).

import { type ConsumerMessages, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { nkeyAuthenticator, wsconnect } from '@nats-io/nats-core';
import { utf8 } from './bytes.ts';
import { publicKeyOf } from './keys.ts';
import { consumerOf, inboxOf, STREAM } from './stream.ts';
import { authorOf, parseSubject } from './subjects.ts';

/** A message of the stream. */
export interface PoolMessage {
  sequence: number;
  subject: string;
  body: Uint8Array;
  /** When the server took it, ms since 1970. */
  at: number;
}

/** A stream and how far it is. */
export interface Extent {
  stream: string;
  /** When it was made. */
  created: string;
  last: number;
}

export interface Link {
  /** When the stream was made. */
  readonly created: string;
  /** The last message that was there when the connection was made. */
  readonly last: number;
  /**
   * Reads from after a message up to the last, some hundreds at a time and in order.
   *
   * @param take is given a part; what it returns says whether to go on
   * @param of the stream, and up to where; the observations up to `last` unless said
   */
  read(after: number, take: (messages: PoolMessage[]) => Promise<boolean>, of?: Extent): Promise<void>;
  /** How far another stream is now; undefined where there is none of this name. */
  extent(stream: string): Promise<Extent | undefined>;
  /**
   * Takes what comes after a message, as it comes, in order and what comes together together. There is one reader at a time.
   *
   * @param take is given a part; what it returns says whether to go on
   */
  follow(after: number, take: (messages: PoolMessage[]) => Promise<boolean>, stream?: string): Promise<Following>;
  /** The last message under a subject, which may have `*` in it; undefined where there is none. */
  latest(subject: string): Promise<PoolMessage | undefined>;
  /**
   * Sends messages, many at a time.
   *
   * @returns what each came to, in the same order: kept (now, or already), or an error
   */
  send(messages: readonly { subject: string; body: Uint8Array }[]): Promise<(true | Error)[]>;
  /** Takes a message off the server, its words too. */
  erase(sequence: number, stream?: string): Promise<void>;
  close(): Promise<void>;
}

/** What is followed, until it ends. */
export interface Following {
  /** Once nothing comes any more. Never rejects. */
  ended: Promise<void>;
  stop(): void;
}

/** Messages read at a time of the pool, each of which may hold many observations, and of streams of single things. */
const READ_AT_ONCE = 40;
const SINGLE_AT_ONCE = 1_000;
/** Messages taken at a time of those that come. */
const CHUNK = 500;
/** Messages on their way at a time. */
const IN_FLIGHT = 256;
/** More that has come and is not taken yet is left: it is read from the stream when there is time for it. */
const MAX_AHEAD = 4 * CHUNK;
/** So long what comes is waited with for more, ms. */
const GATHER = 20;
/** The server says so often that it is there still, ms; an end of the line is noticed after two of them. */
const HEARTBEAT = 5_000;
/** So long an answer may take where nothing else is said, ms. */
const PATIENCE = 8_000;
/** So long the server waits for more before it ends a part, ms; said to be lost where half of it passes twice without a word. */
const WAIT = 6_000;

/**
 * Connects, and looks how far the stream is.
 *
 * @param server `wss://…`
 * @param seed the member's secret key
 * @param patience so long an answer may take, ms
 */
export async function openLink(server: string, seed: string, patience = PATIENCE): Promise<Link> {
  const author = authorOf(publicKeyOf(seed));
  const consumer = consumerOf(author);
  const connection = await wsconnect({
    servers: server,
    authenticator: nkeyAuthenticator(utf8(seed)),
    inboxPrefix: inboxOf(author),
    // Keeps a worker of Chromium awake while it is at work.
    pingInterval: 20_000,
    // What waits for an answer on a line that is lost would wait for all of its patience; whoever asks connects anew.
    reconnect: false,
    timeout: patience,
    ignoreClusterUpdates: true,
  });
  const close = () => connection.close().catch(() => undefined);
  try {
    const manager = await jetstreamManager(connection, { checkAPI: false, timeout: patience });
    const stream = jetstream(connection, { timeout: patience });
    const { created, state } = await manager.streams.info(STREAM);
    const last = state.last_seq;

    const makeReader = async (after: number, of: string) => {
      await manager.consumers.delete(of, consumer).catch(() => undefined);
      return manager.consumers.add(of, {
        name: consumer,
        ack_policy: 'none',
        deliver_policy: 'by_start_sequence',
        opt_start_seq: after + 1,
        inactive_threshold: 60_000_000_000,
        mem_storage: true,
      });
    };

    const read: Link['read'] = async (after, take, of = { stream: STREAM, created, last }) => {
      if (after >= of.last) return;
      const made = await makeReader(after, of.stream);
      // Whatever was there was erased.
      if (made.num_pending === 0) return void (await take([]));
      const reader = await stream.consumers.get(of.stream, consumer);
      for (let done = after; done < of.last; ) {
        const messages: PoolMessage[] = [];
        for await (const { seq, subject, data, timestamp } of await reader.fetch({
          max_messages: of.stream === STREAM ? READ_AT_ONCE : SINGLE_AT_ONCE,
          expires: WAIT,
        })) {
          messages.push({ sequence: seq, subject, body: data, at: Date.parse(timestamp) });
          if (seq >= of.last) break;
        }
        if (messages.length === 0 || !(await take(messages))) break;
        done = (messages.at(-1) as PoolMessage).sequence;
      }
      await manager.consumers.delete(of.stream, consumer).catch(() => undefined);
    };

    const follow: Link['follow'] = async (after, take, of = STREAM) => {
      await makeReader(after, of);
      const coming = await (await stream.consumers.get(of, consumer)).consume({
        max_messages: CHUNK,
        idle_heartbeat: HEARTBEAT,
      });
      return { ended: handOver(coming, take), stop: () => coming.stop() };
    };

    const send: Link['send'] = async (messages) => {
      const results: (true | Error)[] = [];
      let next = 0;
      let failed: Error | undefined;
      const one = async () => {
        while (next < messages.length) {
          const at = next++;
          const { subject, body } = messages[at] as (typeof messages)[number];
          if (failed) {
            results[at] = failed;
            continue;
          }
          try {
            const event = parseSubject(subject)?.event;
            const msgID = event === undefined ? {} : { msgID: `${author}.${event}` };
            await stream.publish(subject, body, { ...msgID, timeout: patience });
            results[at] = true;
          } catch (error) {
            results[at] = isKeptAlready(error) ? true : asError(error);
            if (results[at] !== true) failed = results[at] as Error;
          }
        }
      };
      await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, messages.length) }, one));
      return results;
    };

    return {
      created,
      last,
      read,
      follow,
      send,
      latest: async (subject) => {
        const found = await manager.streams.getMessage(STREAM, { last_by_subj: subject });
        return found
          ? { sequence: found.seq, subject: found.subject, body: found.data, at: Date.parse(found.timestamp) }
          : undefined;
      },
      extent: async (name) => {
        try {
          const { created, state } = await manager.streams.info(name);
          return { stream: name, created, last: state.last_seq };
        } catch (error) {
          if (codeOf(error) === NO_STREAM) return undefined;
          throw error;
        }
      },
      erase: async (sequence, of = STREAM) => {
        await manager.streams.deleteMessage(of, sequence, true).catch((error: unknown) => {
          if (codeOf(error) !== NO_SUCH_MESSAGE) throw error;
        });
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Hands over what comes, until it ends or is told to. */
async function handOver(coming: ConsumerMessages, take: (messages: PoolMessage[]) => Promise<boolean>): Promise<void> {
  let waiting: PoolMessage[] = [];
  let taking: Promise<void> | undefined;
  const takeAll = async () => {
    while (waiting.length > 0) {
      await new Promise((done) => setTimeout(done, GATHER));
      const part = waiting.slice(0, CHUNK);
      waiting = waiting.slice(CHUNK);
      if (!(await take(part))) {
        waiting = [];
        coming.stop();
      }
    }
    taking = undefined;
  };
  const watch = async () => {
    for await (const { type } of coming.status()) if (LOST.has(type)) coming.stop();
  };
  void watch().catch(() => undefined);
  try {
    for await (const { seq, subject, data, timestamp } of coming) {
      waiting.push({ sequence: seq, subject, body: data, at: Date.parse(timestamp) });
      if (waiting.length > MAX_AHEAD) coming.stop();
      taking ??= takeAll().catch(() => coming.stop());
    }
  } catch {
    // That it has ended is what matters: the next contact says why.
  }
  await taking;
}

/** What the reader says when the server has lost it. */
const LOST: ReadonlySet<string> = new Set([
  'heartbeats_missed',
  'consumer_not_found',
  'consumer_deleted',
  'stream_not_found',
  'no_responders',
]);

/** The server's errors by number. That it could not store has one number, whatever the reason. */
const NOT_STORED = 10_077;
const NO_SUCH_MESSAGE = 10_057;
const NO_STREAM = 10_059;
const NO_JETSTREAM = 10_039;

/** Under this subject something is kept already: this very event, since a subject is of one event. */
function isKeptAlready(error: unknown): boolean {
  return codeOf(error) === NOT_STORED && /per subject/.test(asError(error).message);
}

/** What keeps the pool from being used. */
export type LinkProblem = 'unreachable' | 'refused' | 'no-stream' | 'full' | 'not-allowed' | 'other';

/** What an error of a link means. */
export function linkProblemOf(error: unknown): LinkProblem {
  const { name, message, cause } = asError(error);
  // What was asked for failed because of that.
  if (cause instanceof Error && name === 'RequestError') return linkProblemOf(cause);
  const code = codeOf(error);
  if (/AuthorizationError|AuthenticationExpired/.test(name) || /authorization violation/i.test(message))
    return 'refused';
  if (name === 'PermissionViolationError') return 'not-allowed';
  if (code === NO_STREAM || code === NO_JETSTREAM || name === 'JetStreamNotEnabled') return 'no-stream';
  if (code === NOT_STORED || /insufficient|maximum (bytes|messages)|resource limits/i.test(message)) return 'full';
  if (
    /Connection|Timeout|NoResponders|Draining|Closed|Request/.test(name) ||
    /websocket|connect|NS_ERROR/i.test(message)
  ) {
    return 'unreachable';
  }
  return 'other';
}

function codeOf(error: unknown): number | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'number' ? code : undefined;
}

export function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
