// What an administrator does with a running server: makes the streams or brings them up to date, and puts the roster into
// the pool, signed and sealed.
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { type NatsConnection, nkeyAuthenticator, wsconnect } from '@nats-io/nats-core';
import { publicKeyOf } from '../../lib/team/keys.ts';
import type { Letter } from '../../lib/team/letters.ts';
import { pack } from '../../lib/team/packing.ts';
import type { Roster } from '../../lib/team/roster.ts';
import { sealerOf } from '../../lib/team/sealing.ts';
import { decidedConfig, foundConfig, inboxOf, STREAM, streamConfig } from '../../lib/team/stream.ts';
import { authorOf, parseSubject, TeamTokens } from '../../lib/team/subjects.ts';
import { rosterOf, type Secrets, type TeamFolder } from './folder.ts';
import type { TeamFile } from './team-file.ts';

export interface Applied {
  /** The server's own. */
  version: string;
  roster: Roster;
  /** What the server does not do that it was asked to; empty where all is as it should be. */
  notDone: string[];
}

/**
 * @param server where to reach it; the team's address unless said
 * @throws Error when it is not reached, refuses, or does not do what a pool needs
 */
export async function apply(folder: TeamFolder, file: TeamFile, server = file.server): Promise<Applied> {
  const secrets = folder.secrets();
  const connection = await connectAs(secrets.seed, server);
  try {
    const manager = await jetstreamManager(connection, { checkAPI: false });
    const { maxBytes, keepDays } = file;
    const observations = streamConfig({ maxBytes, ...(keepDays !== undefined && { keepDays }) });
    const wanted = [observations, foundConfig(), decidedConfig()];
    const notDone: string[] = [];
    let last = 0;
    for (const config of wanted) {
      const known = await manager.streams.info(config.name).catch(() => undefined);
      const made = known
        ? await manager.streams.update(config.name, config as never)
        : await manager.streams.add(config as never);
      if (config.name === STREAM) last = made.state.last_seq;
      // Older servers take what they do not know without a word, and leave it out of the answer.
      for (const [name, value] of Object.entries(config)) {
        const echoed = made.config[name as keyof typeof made.config];
        if (JSON.stringify(echoed) !== JSON.stringify(value)) notDone.push(`${config.name}: ${name}`);
      }
    }
    const state = folder.state();
    for (const { key, role } of file.members) if (role === 'left') state.left[key] ??= last;
    const roster = rosterOf(file, state);
    await sendLetters(connection, secrets, [{ says: 'roster', roster }]);
    folder.keepState({ ...state, roster });
    return { version: connection.info?.version ?? '', roster, notDone };
  } finally {
    await connection.close();
  }
}

/** A connection of whoever has a secret key. */
export function connectAs(seed: string, server: string): Promise<NatsConnection> {
  return wsconnect({
    servers: server,
    authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
    inboxPrefix: inboxOf(authorOf(publicKeyOf(seed))),
    reconnect: false,
    ignoreClusterUpdates: true,
  });
}

/** Messages on their way at a time. */
const IN_FLIGHT = 256;

/**
 * Seals letters as a member's and puts them into the pool. What is there already is left as it is.
 *
 * @throws Error when the server takes one not, or one is too large
 */
export async function sendLetters(
  connection: NatsConnection,
  { seed, teamKey }: Secrets,
  letters: readonly Letter[],
): Promise<void> {
  const sealer = await sealerOf(teamKey, seed);
  const tokens = new TeamTokens(teamKey);
  const stream = jetstream(connection);
  const packed = await pack(letters, sealer, tokens);
  let next = 0;
  const one = async () => {
    while (next < packed.length) {
      const { subject, body } = packed[next++] as (typeof packed)[number];
      if (!body) throw new Error('A letter is too large for the pool.');
      const msgID = `${sealer.author}.${parseSubject(subject)?.event}`;
      await stream.publish(subject, body, { msgID, timeout: 20_000 }).catch((error: unknown) => {
        // A subject is of one letter.
        if (!(error instanceof Error && /per subject/.test(error.message))) throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, packed.length) }, one));
}
