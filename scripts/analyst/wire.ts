// An analyst's connection to the pool. It reads as a browser does, with nothing but what the oldest server does, and says
// what was found.
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { nkeyAuthenticator, wsconnect } from '@nats-io/nats-core';
import { FOUND } from '../../lib/team/found.ts';
import { publicKeyOf } from '../../lib/team/keys.ts';
import type { PoolMessage } from '../../lib/team/link.ts';
import { consumerOf, inboxOf, STREAM } from '../../lib/team/stream.ts';
import { authorOf } from '../../lib/team/subjects.ts';

type StreamName = typeof STREAM | typeof FOUND;

export interface Wire {
  stream(name?: StreamName): Promise<{ created: string; last: number }>;
  /**
   * Reads from after a message up to another, some hundreds at a time.
   *
   * @param take is given a part, an empty one where all was erased; what it returns says whether to go on
   */
  read(
    after: number,
    last: number,
    take: (messages: PoolMessage[]) => Promise<boolean>,
    name?: StreamName,
  ): Promise<void>;
  /** Puts what was found into its stream. @returns the number of the message */
  say(subject: string, body: Uint8Array): Promise<number>;
  /** Takes what was found off the server, its words too. */
  eraseFinding(sequence: number): Promise<void>;
  close(): Promise<void>;
}

/** Messages read at a time, each of which may hold many observations. */
const CHUNK = 100;
/** ms */
const PATIENCE = 20_000;
/** A machine that does other things too may not hear of the server for some time: after this the line is said to be lost. */
const WAIT = 6_000;
/** The server's number for a message that is not there. */
const NO_SUCH_MESSAGE = 10_057;

export async function openWire(server: string, seed: string): Promise<Wire> {
  const author = authorOf(publicKeyOf(seed));
  const name = consumerOf(author);
  const connection = await wsconnect({
    servers: server,
    authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
    inboxPrefix: inboxOf(author),
    maxReconnectAttempts: 2,
    reconnectTimeWait: 500,
    timeout: PATIENCE,
    ignoreClusterUpdates: true,
  });
  const manager = await jetstreamManager(connection, { checkAPI: false, timeout: PATIENCE });
  const stream = jetstream(connection, { timeout: PATIENCE });
  return {
    async stream(of = STREAM) {
      const { created, state } = await manager.streams.info(of);
      return { created, last: state.last_seq };
    },
    async read(after, last, take, of = STREAM) {
      if (after >= last) return;
      await manager.consumers.delete(of, name).catch(() => undefined);
      const made = await manager.consumers.add(of, {
        name,
        ack_policy: 'none',
        deliver_policy: 'by_start_sequence',
        opt_start_seq: after + 1,
        inactive_threshold: 60_000_000_000,
        mem_storage: true,
      });
      if (made.num_pending === 0) return void (await take([]));
      const reader = await stream.consumers.get(of, name);
      for (let done = after; done < last; ) {
        const messages: PoolMessage[] = [];
        for await (const { seq, subject, data, timestamp } of await reader.fetch({
          max_messages: CHUNK,
          expires: WAIT,
        })) {
          messages.push({ sequence: seq, subject, body: data, at: Date.parse(timestamp) });
          if (seq >= last) break;
        }
        if (messages.length === 0 || !(await take(messages))) break;
        done = (messages.at(-1) as PoolMessage).sequence;
      }
      await manager.consumers.delete(of, name).catch(() => undefined);
    },
    say: async (subject, body) => (await stream.publish(subject, body, { timeout: PATIENCE })).seq,
    async eraseFinding(sequence) {
      await manager.streams.deleteMessage(FOUND, sequence, true).catch((error: unknown) => {
        if ((error as { code?: unknown }).code !== NO_SUCH_MESSAGE) throw error;
      });
    },
    close: () => connection.close().catch(() => undefined),
  };
}
