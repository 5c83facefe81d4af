// A team for a test: a real server with the rights of its members, the stream, the roster, and browsers' stores.
import { jetstreamManager } from '@nats-io/jetstream';
import { nkeyAuthenticator, wsconnect } from '@nats-io/nats-core';
import { onTestFinished } from 'vitest';
import { projections } from '../../lib/evidence/projections/registry.ts';
import { accountOfPage } from '../../lib/sites/registry.ts';
import { type Burst, type BurstOptions, burst } from '../../lib/team/burst.ts';
import { utf8 } from '../../lib/team/bytes.ts';
import { TeamDatabase } from '../../lib/team/database.ts';
import type { Invitation } from '../../lib/team/invitation.ts';
import { newSeed, newTeamKey, publicKeyOf } from '../../lib/team/keys.ts';
import { type Letter, subjectOfLetter } from '../../lib/team/letters.ts';
import { openLink } from '../../lib/team/link.ts';
import type { Roster } from '../../lib/team/roster.ts';
import { sealerOf } from '../../lib/team/sealing.ts';
import { TeamStore } from '../../lib/team/store.ts';
import { decidedConfig, foundConfig, inboxOf, rightsOf, STREAM, streamConfig } from '../../lib/team/stream.ts';
import { authorOf, TeamTokens } from '../../lib/team/subjects.ts';
import { type NatsPlaces, type RunningNatsServer, startNatsServer, trust } from '../../scripts/lib/nats-server.ts';

/** It is no measure: it only ends what hangs. */
const patience = 300_000;

/** Connects as long as it takes: a machine that does other things too may take its time. */
export const patiently: BurstOptions['open'] = (server, seed) => openLink(server, seed, patience);

export interface TestMember {
  name: string;
  seed: string;
  store: TeamStore;
  /** Ends the worker in the middle of whatever it does, and starts another. */
  end(): Promise<void>;
  /** Every row of its database but the rows' numbers, in the order of what they are about. */
  rows(): Promise<string[]>;
  burst(options?: Partial<BurstOptions>): Promise<Burst>;
}

export interface TestTeam {
  server: RunningNatsServer;
  invitation: Invitation;
  tokens: TeamTokens;
  /** The administrator's secret key. */
  administrator: string;
  /** A member's browser, with nothing in it yet. */
  member(name: string, withStored?: boolean): Promise<TestMember>;
  /** Puts another roster into the pool. */
  publish(roster: Omit<Roster, 'version'>): Promise<void>;
  /** Sends a letter as it is, sealed and signed with this key, under this or its own subject. */
  send(seed: string, letter: Letter, subject?: string): Promise<true | Error>;
  /** Puts a body of any kind under a subject, with somebody's rights. */
  put(seed: string, subject: string, body: Uint8Array): Promise<true | Error>;
  /** The server has lost everything, and begins anew. */
  lose(): Promise<void>;
  /** The server's rights are those of these members from now on. */
  admit(names: readonly string[]): Promise<void>;
  roster(names: readonly string[], more?: Partial<Roster>): Omit<Roster, 'version'>;
  key(name: string): string;
  seed(name: string): string;
  /** A member whose browser made its own key: this is the public one. */
  know(name: string, key: string): void;
}

/** @param names of its members; who is called `erases` may erase, who is called `analyst` is one */
export async function teamOf(
  names: readonly string[],
  stream: { maxBytes?: number } = {},
  whenDone: (tidy: () => Promise<void>) => void = onTestFinished,
): Promise<TestTeam> {
  const administrator = newSeed();
  const teamKey = newTeamKey();
  const seeds = new Map(names.map((name) => [name, newSeed()]));
  const seed = (name: string) => seeds.get(name) ?? (seeds.set(name, newSeed()).get(name) as string);
  const known = new Map<string, string>();
  const key = (name: string) => known.get(name) ?? publicKeyOf(seed(name));
  const config = (admitted: readonly string[]) => (places: NatsPlaces) =>
    `
listen: "${places.administrator}"
max_payload: 131072
websocket { listen: "${places.webSocket}", tls { cert_file: "${places.certFile}", key_file: "${places.keyFile}" }, compression: true }
jetstream { store_dir: "${places.storeFolder}", max_memory_store: 64MB, max_file_store: 4GB }
accounts {
  SYS {}
  TEAM {
    jetstream { max_mem: 64MB, max_file: 4GB, max_streams: 4, max_consumers: 200 }
    users: [
      { nkey: ${publicKeyOf(administrator)} }
      ${admitted.map((name) => `{ nkey: ${key(name)}, permissions: ${JSON.stringify(rightsOf(authorOf(key(name)), { erases: name === 'erases', analyst: name === 'analyst' }))} }`).join('\n      ')}
    ]
  }
}
system_account: SYS
`;
  const server = await startNatsServer(config(names));
  whenDone(() => server.stop());
  trust(server.certificate);
  const tokens = new TeamTokens(teamKey);
  const invitation: Invitation = {
    team: 'Quay',
    server: server.url,
    teamKey,
    administrator: publicKeyOf(administrator),
  };

  const connect = (as: string) =>
    wsconnect({
      servers: server.url,
      authenticator: nkeyAuthenticator(utf8(as)),
      inboxPrefix: inboxOf(authorOf(publicKeyOf(as))),
      timeout: patience,
    });
  const makeStream = async (anew: boolean) => {
    const connection = await connect(administrator);
    const manager = await jetstreamManager(connection, { timeout: patience });
    if (anew) await manager.streams.delete(STREAM);
    const { subjects, ...config } = streamConfig(stream);
    await manager.streams.add({ ...config, subjects: [...subjects] });
    if (!anew)
      for (const { subjects, ...one } of [foundConfig(), decidedConfig()]) {
        await manager.streams.add({ ...one, subjects: [...subjects] });
      }
    await connection.close();
  };
  await makeStream(false);

  let version = 0;
  const put: TestTeam['put'] = async (as, subject, body) => {
    const link = await patiently(server.url, as);
    try {
      return (await link.send([{ subject, body }]))[0] as true | Error;
    } finally {
      await link.close();
    }
  };
  const send: TestTeam['send'] = async (as, letter, under) => {
    const sealer = await sealerOf(teamKey, as);
    const subject = under ?? subjectOfLetter(letter, sealer.author, tokens);
    return put(as, subject, (await sealer.seal(subject, letter)) as Uint8Array);
  };
  const roster: TestTeam['roster'] = (of, more = {}) => ({
    members: of.map((name) => ({
      name,
      key: key(name),
      ...(name === 'erases' && { erases: true }),
      ...(name === 'analyst' && { analyst: true }),
    })),
    ...more,
  });
  const publish: TestTeam['publish'] = async (said) => {
    version += 1;
    const kept = await send(administrator, { says: 'roster', roster: { ...said, version } });
    if (kept !== true) throw kept;
  };
  await publish(roster(names));

  let number = 0;
  return {
    server,
    invitation,
    tokens,
    administrator,
    publish,
    send,
    put,
    roster,
    key,
    seed,
    know: (name, publicKey) => void known.set(name, publicKey),
    lose: () => makeStream(true),
    admit: (of) => server.reconfigure(config(of)),
    async member(name, withStored = false) {
      const database = `${name}-${process.pid}-${number++}-${Date.now()}`;
      const open = () => TeamStore.open({ name: database, projections, accountOfPage });
      const member: TestMember = {
        name,
        seed: seed(name),
        store: await open(),
        end: async () => {
          member.store.close();
          member.store = await open();
        },
        rows: async () => {
          const db = new TeamDatabase(database);
          const rows = await db.observations.toArray();
          db.close();
          return rows.map(({ n: _, ...row }) => JSON.stringify(row)).sort();
        },
        burst: (options = {}) => burst(member.store, { open: patiently, ...options }),
      };
      whenDone(async () => member.store.close());
      await member.store.join({ ...invitation, seed: seed(name) }, withStored);
      return member;
    },
  };
}

/** All rows of a store but their numbers, in the order of what they are about: the same with two that know the same. */
export async function rowsOf(store: TeamStore): Promise<string[]> {
  const everyone = [...(await store.everyone())];
  const rows = [...(await store.rowsOf(everyone)).values()].flat();
  const projects = [...new Set(rows.flatMap(({ project }) => project ?? []))];
  const all = [
    ...rows.map(({ n: _, ...row }) => JSON.stringify(row)),
    ...[...(await store.projects(projects))].map((one) => JSON.stringify(one)),
  ];
  return [...new Set(all)].sort();
}
