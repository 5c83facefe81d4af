// The administrator's side of a team, against the real server: what its configuration allows works, what it refuses is refused.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { type NatsConnection, nkeyAuthenticator, wsconnect } from '@nats-io/nats-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { FOUND, foundSubjectOf } from '../../lib/team/found.ts';
import { newSeed, publicKeyOf } from '../../lib/team/keys.ts';
import { parseLetter } from '../../lib/team/letters.ts';
import { MAX_BODY, openerOf } from '../../lib/team/sealing.ts';
import { consumerOf, inboxOf, STREAM } from '../../lib/team/stream.ts';
import { authorOf, subjectOf, TeamTokens } from '../../lib/team/subjects.ts';
import { type LocalTeam, memberLine, newSeeds, startLocalTeam } from '../../scripts/team/local-team.ts';

const { ana, ben, auditor } = newSeeds('ana', 'ben', 'auditor');
const lines = [memberLine(ana, 'Ana'), memberLine(ben, 'Ben, erases'), memberLine(auditor, 'Analyst', 'analyst')];
const tokenOf = (seed: string) => authorOf(publicKeyOf(seed));
const token = (text: string) => new TeamTokens('A'.repeat(43)).event(text);

let team: LocalTeam;
beforeAll(async () => {
  team = await startLocalTeam(lines);
});
afterAll(() => team.stop());

/** A connection as a member's browser makes one, closed when the test ends. */
async function connect(seed: string, more: { inboxPrefix?: string } = {}): Promise<NatsConnection> {
  const connection = await wsconnect({
    servers: team.server.url,
    authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
    inboxPrefix: inboxOf(tokenOf(seed)),
    reconnect: false,
    ...more,
  });
  onTestFinished(() => connection.close());
  return connection;
}

const publish = async (seed: string, subject: string, body: string | Uint8Array = 'x') =>
  jetstream(await connect(seed)).publish(subject, body);
const eventOf = (seed: string, said: string) =>
  subjectOf({ author: tokenOf(seed), person: token('person'), event: token(said) });

/** Everything that a member reads in a stream. */
async function readAll(seed: string, stream = STREAM): Promise<{ seq: number; subject: string; data: Uint8Array }[]> {
  const connection = await connect(seed);
  const manager = await jetstreamManager(connection, { checkAPI: false });
  const { state } = await manager.streams.info(stream);
  const name = consumerOf(tokenOf(seed));
  await manager.consumers.add(stream, { name, ack_policy: 'none', deliver_policy: 'all', mem_storage: true });
  const consumer = await jetstream(connection).consumers.get(stream, name);
  const read: { seq: number; subject: string; data: Uint8Array }[] = [];
  for await (const { seq, subject, data } of await consumer.fetch({ max_messages: 10_000, expires: 1_500 })) {
    read.push({ seq, subject, data });
    if (seq >= state.last_seq) break;
  }
  await manager.consumers.delete(stream, name);
  return read;
}

/** Whether any file of the server has these words. */
const wordsOnDisk = (words: string) =>
  readdirSync(team.server.storeFolder, { recursive: true, withFileTypes: true }).some(
    (entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(words),
  );

/** The body of an API answer that a member gets or not. */
const asks = async (seed: string, subject: string, body = '') =>
  (await connect(seed)).request(subject, body, { timeout: 5_000 });

describe('a member', () => {
  it('writes under their own token and reads what all wrote', async () => {
    await publish(ana, eventOf(ana, 'one'));
    expect((await readAll(ben)).map(({ subject }) => subject)).toContain(eventOf(ana, 'one'));
  });

  it('cannot store one event twice, nor put another in its place', async () => {
    await publish(ana, eventOf(ana, 'twice'), 'first');
    await expect(publish(ana, eventOf(ana, 'twice'), 'second')).rejects.toThrow(/per subject/);
    const kept = (await readAll(ben)).filter(({ subject }) => subject === eventOf(ana, 'twice'));
    expect(kept.map(({ data }) => new TextDecoder().decode(data))).toEqual(['first']);
  });

  it('cannot write as another, nor what is no subject of the pool', async () => {
    for (const subject of [
      eventOf(ben, 'forged'),
      eventOf(team.secrets.seed, 'forged'),
      `obs.${tokenOf(ana)}.${token('p')}`,
      `obs.${tokenOf(ana)}.${token('p')}.e.f`,
      foundSubjectOf(tokenOf(ana), token('p')),
      foundSubjectOf(tokenOf(auditor), token('p')),
      'other.subject',
    ]) {
      await expect(publish(ana, subject), subject).rejects.toThrow(/permissions violation|publish/i);
    }
    expect((await readAll(ben)).some(({ subject }) => subject === eventOf(ben, 'forged'))).toBe(false);
  });

  it('cannot purge, delete, change or make a stream, nor erase a message, even their own', async () => {
    await publish(ana, eventOf(ana, 'stays'));
    const { seq } = (await readAll(ana)).find(({ subject }) => subject === eventOf(ana, 'stays')) as { seq: number };
    for (const [subject, body] of [
      [`$JS.API.STREAM.PURGE.${STREAM}`, ''],
      [`$JS.API.STREAM.DELETE.${STREAM}`, ''],
      [`$JS.API.STREAM.UPDATE.${STREAM}`, JSON.stringify({ name: STREAM, subjects: ['x'] })],
      ['$JS.API.STREAM.CREATE.MINE', JSON.stringify({ name: 'MINE', subjects: ['mine'] })],
      [`$JS.API.STREAM.MSG.DELETE.${STREAM}`, JSON.stringify({ seq })],
      [`$JS.API.CONSUMER.CREATE.${STREAM}.${consumerOf(tokenOf(ben))}`, '{}'],
      [`$JS.API.CONSUMER.DELETE.${STREAM}.${consumerOf(tokenOf(ben))}`, ''],
    ] as const) {
      await expect(asks(ana, subject, body), subject).rejects.toThrow(/permissions violation|publish/i);
    }
    expect((await readAll(ana)).some((one) => one.seq === seq)).toBe(true);
  });

  it('cannot listen to answers for others, nor to the pool beside the stream', async () => {
    const connection = await connect(ana);
    for (const subject of [`${inboxOf(tokenOf(ben))}.>`, '_INBOX.>', 'obs.>', '>']) {
      const subscription = connection.subscribe(subject);
      await expect(
        (async () => {
          for await (const _ of subscription) return;
        })(),
        subject,
      ).rejects.toThrow(/permissions violation|subscription/i);
    }
  });

  it('writes nothing larger than a body may be', async () => {
    await publish(ana, eventOf(ana, 'largest'), new Uint8Array(MAX_BODY - 200));
    await expect(publish(ana, eventOf(ana, 'too large'), new Uint8Array(MAX_BODY + 1))).rejects.toThrow(
      /exceeds maximum/,
    );
    await expect(publish(ana, eventOf(ana, 'far too large'), new Uint8Array(1_000_000))).rejects.toThrow(
      /max_payload|payload/i,
    );
  });

  it('who erases for all takes messages off by number, words and all, and purges nothing', async () => {
    await publish(ana, eventOf(ana, 'words to erase'), 'the words that must go');
    const before = await readAll(ben);
    const { seq } = before.find(({ subject }) => subject === eventOf(ana, 'words to erase')) as { seq: number };
    const manager = await jetstreamManager(await connect(ben), { checkAPI: false });
    expect(wordsOnDisk('the words that must go')).toBe(true);
    expect(await manager.streams.deleteMessage(STREAM, seq, true)).toBe(true);
    expect(wordsOnDisk('the words that must go')).toBe(false);
    expect((await readAll(ana)).map((one) => one.seq)).toEqual(
      before.map((one) => one.seq).filter((one) => one !== seq),
    );
    await expect(asks(ben, `$JS.API.STREAM.PURGE.${STREAM}`)).rejects.toThrow(/permissions violation|publish/i);
  });
});

describe('an analyst', () => {
  it('says what was found of a person: the newest is kept, and all read it', async () => {
    const subject = foundSubjectOf(tokenOf(auditor), token('p'));
    await publish(auditor, subject, 'older');
    await publish(auditor, subject, 'newer');
    const read = (await readAll(ana, FOUND)).filter((one) => one.subject === subject);
    expect(read.map(({ data }) => new TextDecoder().decode(data))).toEqual(['newer']);
  });
});

describe('the administrator', () => {
  it('cannot purge either: the stream says no', async () => {
    const manager = await jetstreamManager(await connect(team.secrets.seed), { checkAPI: false });
    await expect(manager.streams.purge(STREAM)).rejects.toThrow(/purge/i);
  });

  it('has put a roster into the pool that members can read and the server cannot', async () => {
    const administrator = publicKeyOf(team.secrets.seed);
    const opener = openerOf(team.secrets.teamKey);
    const [roster] = (await readAll(ana)).filter(({ subject }) =>
      subject.startsWith(`obs.${authorOf(administrator)}.`),
    );
    expect(Buffer.from(roster?.data ?? []).includes('Ana')).toBe(false);
    const read = await opener.open(roster?.subject ?? '', administrator, roster?.data ?? new Uint8Array());
    const said = 'letter' in read ? parseLetter(read.letter) : read;
    expect(said).toMatchObject({
      letter: {
        says: 'roster',
        roster: { members: [{ name: 'Ana' }, { name: 'Ben', erases: true }, { name: 'Analyst', analyst: true }] },
      },
    });
  });
});

describe('nobody else', () => {
  it('gets in: no key, a key of no member, a member’s key without TLS or over the administrator’s port', async () => {
    const inboxPrefix = '_INBOX.x';
    await expect(wsconnect({ servers: team.server.url, inboxPrefix, reconnect: false })).rejects.toThrow(
      /Authorization/i,
    );
    await expect(connect(newSeed())).rejects.toThrow(/Authorization/i);
    await expect(
      wsconnect({ servers: team.server.url.replace('wss:', 'ws:'), reconnect: false, timeout: 5_000 }),
    ).rejects.toThrow();
  });
});

describe('one line', () => {
  it('lets somebody in, and another’s going ends their connection while the others’ stays', async () => {
    const own = await startLocalTeam([memberLine(ana, 'Ana')]);
    onTestFinished(() => own.stop());
    const open = (seed: string) =>
      wsconnect({
        servers: own.server.url,
        authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
        inboxPrefix: inboxOf(tokenOf(seed)),
        reconnect: false,
      });
    const first = await open(ana);
    onTestFinished(() => first.close());
    await expect(open(ben)).rejects.toThrow(/Authorization/i);

    const added = await own.update([memberLine(ana, 'Ana'), memberLine(ben, 'Ben')]);
    expect(added.notDone).toEqual([]);
    const second = await open(ben);
    onTestFinished(() => second.close());
    await jetstream(second).publish(eventOf(ben, 'before'), 'x');
    await jetstream(first).publish(eventOf(ana, 'still here'), 'x');

    const ended = second.closed();
    const left = await own.update([memberLine(ana, 'Ana'), memberLine(ben, 'Ben', 'left')]);
    await ended;
    await expect(open(ben)).rejects.toThrow(/Authorization/i);
    await jetstream(first).publish(eventOf(ana, 'after'), 'x');
    expect(left.roster.version).toBeGreaterThan(added.roster.version);
    // What they wrote until then counts: the roster itself is the message after the two.
    const until = left.roster.members.find(({ name }) => name === 'Ben')?.until as number;
    const { state } = await (await jetstreamManager(first, { checkAPI: false })).streams.info(STREAM);
    expect(until).toBe(state.last_seq - 2);
    // Nothing has changed: no other roster is made.
    expect((await own.update([memberLine(ana, 'Ana'), memberLine(ben, 'Ben', 'left')])).roster).toEqual(left.roster);
  });
});

describe('limits', () => {
  it('a full stream takes nothing more, says so, and keeps what it has', async () => {
    const own = await startLocalTeam([memberLine(ana, 'Ana')], { space: '1 MB' });
    onTestFinished(() => own.stop());
    const connection = await wsconnect({
      servers: own.server.url,
      authenticator: nkeyAuthenticator(new TextEncoder().encode(ana)),
      inboxPrefix: inboxOf(tokenOf(ana)),
      reconnect: false,
    });
    onTestFinished(() => connection.close());
    const stream = jetstream(connection);
    let kept = 0;
    const fill = async () => {
      for (; kept < 100; kept++) await stream.publish(eventOf(ana, `large ${kept}`), new Uint8Array(50_000));
    };
    await expect(fill()).rejects.toThrow(/maximum bytes exceeded/);
    expect(kept).toBeGreaterThan(10);
    const { state } = await (await jetstreamManager(connection, { checkAPI: false })).streams.info(STREAM);
    // The roster stands there too.
    expect(state.messages).toBe(kept + 1);
  });
});
