// Erasing a person for the whole team: afterwards nothing of them is in any file of the server or any member's rows, and a
// browser that was away for a week does not bring them back.
import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Observation } from '../../lib/model/observation.ts';
import type { PoolMessage } from '../../lib/team/link.ts';
import { openerOf } from '../../lib/team/sealing.ts';
import { parseSubject } from '../../lib/team/subjects.ts';
import { patiently, rowsOf, type TestMember, teamOf } from './pool-of.ts';

const SEEN = '2026-11-20T10:00:00.000Z';
const bid = (account: string, project: string): Observation => ({
  kind: 'bid',
  site: 'freelancer',
  seenAt: SEEN,
  project,
  account,
  text: `${account} has read your post ${project}.`,
});
const about = (project: string): Observation[] => [
  bid('gone', project),
  { kind: 'profile', site: 'freelancer', seenAt: SEEN, account: 'gone', role: 'freelancer', name: 'Gone Away' },
  {
    kind: 'review',
    site: 'freelancer',
    seenAt: SEEN,
    from: 'gone',
    fromRole: 'freelancer',
    to: 'stays',
    text: 'By gone.',
  },
  { kind: 'project', site: 'freelancer', seenAt: SEEN, project: '500', title: 'Posted by them', client: 'gone' },
];

/** Everything in a browser's tables, as one text. */
const everything = async ({ store }: TestMember) =>
  JSON.stringify([await rowsOf(store), await store.everyone(), await store.outgoing.first(10_000)]);

/** Those of messages whose words name something. */
async function naming(messages: readonly PoolMessage[], name: RegExp, teamKey: string): Promise<PoolMessage[]> {
  const opener = openerOf(teamKey);
  const words = await Promise.all(
    messages.map(({ subject, body }) => opener.words(subject, parseSubject(subject)?.author ?? '', body)),
  );
  return messages.filter((_, i) => name.test(JSON.stringify(words[i])));
}

/** The bodies in the server's files, as their bytes. */
async function bodiesOf(url: string, seed: string): Promise<PoolMessage[]> {
  const link = await patiently(url, seed);
  const all: PoolMessage[] = [];
  await link.read(0, async (messages) => {
    all.push(...messages);
    return true;
  });
  await link.close();
  return all;
}

it('leaves nothing of them anywhere, and nobody brings them back', async () => {
  const team = await teamOf(['erases', 'ana', 'ben']);
  const [erases, ana, ben] = [await team.member('erases'), await team.member('ana'), await team.member('ben')];
  await ana.store.remember([...about('1'), bid('stays', '1')]);
  await erases.store.remember(about('2'));
  await ana.burst();
  await erases.burst();
  await ben.burst();
  expect(await everything(ben)).toContain('Gone Away');
  // Ben is away from now on, and goes on reading about them.
  await ben.store.remember([...about('3'), { ...bid('gone', '4'), seenAt: '2026-11-27T10:00:00.000Z' }]);

  const before = await bodiesOf(team.server.url, team.seed('ana'));
  const theirs = await naming(before, /gone|Gone/, team.invitation.teamKey);
  expect(theirs).toHaveLength(2);
  // One letter says of others, too.
  expect(await naming(theirs, /stays has read/, team.invitation.teamKey)).toHaveLength(1);

  await erases.store.eraseForTeam('freelancer:gone');
  expect(await everything(erases)).not.toMatch(/gone|Gone/);
  expect(await erases.burst()).toMatchObject({ more: false });
  expect(await erases.store.openErasures()).toEqual([]);

  // On the server: of all that named them nothing is left, in its files neither.
  const left = await bodiesOf(team.server.url, team.seed('ana'));
  const gone = before.filter(({ sequence }) => !left.some((one) => one.sequence === sequence));
  expect(gone).toEqual(theirs);
  expect(await naming(left, /stays has read/, team.invitation.teamKey)).toHaveLength(1);
  await team.server.kill();
  const files = readdirSync(team.server.folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => readFileSync(join(one.parentPath, one.name)));
  for (const { body, sequence } of gone) {
    expect(
      files.some((file) => file.includes(Buffer.from(body.subarray(13, 45)))),
      `message ${sequence}`,
    ).toBe(false);
  }
  for (const { body, sequence } of left) {
    expect(
      files.some((file) => file.includes(Buffer.from(body.subarray(13, 45)))),
      `message ${sequence}`,
    ).toBe(true);
  }
  await team.server.restart();

  expect(await ana.burst()).toMatchObject({ more: false });
  expect(await everything(ana)).not.toMatch(/gone|Gone/);
  // Who was away obeys before anything is sent.
  expect(await ben.burst()).toMatchObject({ sent: 0, more: false });
  expect(await everything(ben)).not.toMatch(/gone|Gone/);
  for (const one of [erases, ana]) {
    await one.burst();
    expect(await everything(one)).not.toMatch(/gone|Gone/);
  }
  // What others' say beside stays: the project without its client, and whoever else bid.
  expect(await everything(ana)).toContain('stays');
  expect([...(await ana.store.projects(['freelancer:500'])).values()]).toEqual([
    { kind: 'project', site: 'freelancer', seenAt: SEEN, project: '500', title: 'Posted by them' },
  ]);
  const fresh = await team.member('ana');
  await fresh.burst();
  expect(await everything(fresh)).not.toMatch(/gone|Gone/);
  expect(await fresh.store.projects(['freelancer:500'])).toHaveProperty('size', 1);
});

it('takes off the server what somebody wrote whose line is gone, and says none of it again', async () => {
  const team = await teamOf(['erases', 'mal']);
  const [erases, mal] = [await team.member('erases'), await team.member('mal')];
  await mal.store.remember([bid('gone', '1'), bid('beside', '1')]);
  await mal.burst();
  await team.publish(team.roster(['erases']));
  await erases.store.remember([bid('gone', '2')]);
  await erases.burst();
  await erases.store.eraseForTeam('freelancer:gone');
  expect(await erases.burst()).toMatchObject({ more: false });
  const left = await bodiesOf(team.server.url, team.seed('erases'));
  expect(await naming(left, /gone|beside/, team.invitation.teamKey)).toEqual([]);
});

it('is done whole by whoever was ended in the middle of it: nothing that others said is lost', async () => {
  const team = await teamOf(['erases', 'ana', 'ben']);
  const [erases, ana] = [await team.member('erases'), await team.member('ana')];
  await ana.store.remember([bid('gone', '1'), bid('stays', '1')]);
  await ana.burst();
  await erases.burst();
  await erases.store.eraseForTeam('freelancer:gone');
  const open: typeof patiently = async (server, seed) => {
    const link = await patiently(server, seed);
    const erase: typeof link.erase = async (...which) => {
      await link.erase(...which);
      await erases.end();
      throw new Error('ended');
    };
    return { ...link, erase };
  };
  await erases.burst({ open });
  expect(await erases.burst()).toMatchObject({ more: false });
  expect(await erases.store.openErasures()).toEqual([]);
  const ben = await team.member('ben');
  await ben.burst();
  expect(await everything(ben)).toContain('stays has read');
  expect(await everything(ben)).not.toContain('gone has read');
});

it('is obeyed from those only who may', async () => {
  const team = await teamOf(['ana', 'ben']);
  const [ana, ben] = [await team.member('ana'), await team.member('ben')];
  await ben.store.remember([bid('stays', '1')]);
  await ben.burst();
  await ana.store.eraseForTeam('freelancer:stays');
  // The server does not let them, and says so.
  expect((await ana.burst()).problem).toBe('not-allowed');
  await ben.burst();
  expect(await ben.store.count()).toBe(1);
  expect((await ben.store.status()).refused).toEqual({ 'not-allowed': 1 });
});
