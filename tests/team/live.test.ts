// The contact that stays while somebody is at work: what one browser stores is in the other without anybody asking for it.
import 'fake-indexeddb/auto';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Around, TeamRunner } from '../../entrypoints/background/team/runner.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { openLink } from '../../lib/team/link.ts';
import { patiently, rowsOf, type TestMember, teamOf } from './pool-of.ts';

const bid = (account: string): Observation => ({
  kind: 'bid',
  site: 'freelancer',
  seenAt: '2026-11-27T10:00:00.000Z',
  project: '77',
  account,
  text: `I am ${account} and I have read your post twice, with care and at leisure.`,
});

/** A worker of this member, as a browser runs it. */
function workerOf(member: TestMember, more: Partial<Around> = {}) {
  const afterwards = vi.fn(async (_isCatchingUp: boolean) => undefined);
  const open = vi.fn(patiently);
  let last: Promise<unknown> = Promise.resolve();
  const runner = new TeamRunner({
    store: async () => member.store,
    open,
    alone: (work) => {
      const done = last.then(work);
      last = done.catch(() => undefined);
      return done;
    },
    afterwards,
    ...more,
  });
  member.store.onOutgoing = () => runner.soon();
  onTestFinished(() => runner.letGo());
  return { runner, afterwards, open };
}
const eventually = { timeout: 300_000, interval: 20 };

describe('while somebody is at work', () => {
  it('what one reads is with the other over the connections that stand, and news of their own are none', async () => {
    const team = await teamOf(['ana', 'ben']);
    const [ana, ben] = [await team.member('ana'), await team.member('ben')];
    const [one, other] = [workerOf(ana), workerOf(ben)];
    one.runner.active();
    other.runner.active();
    await Promise.all([one.runner.burst(), other.runner.burst()]);
    for (const name of ['quietharbor', 'saltmarsh', 'kelpforest']) {
      await ana.store.remember([bid(name)]);
      await expect.poll(async () => (await rowsOf(ben.store)).some((row) => row.includes(name)), eventually).toBe(true);
    }
    // On a busy machine two may come together, and are told once.
    await expect.poll(() => other.afterwards.mock.calls.length, eventually).toBeGreaterThan(0);
    expect(other.afterwards.mock.calls.length).toBeLessThanOrEqual(3);
    await expect.poll(async () => (await ana.store.status()).received, eventually).toBe(3);
    expect(one.afterwards).not.toHaveBeenCalled();
    expect([one.open.mock.calls.length, other.open.mock.calls.length]).toEqual([1, 1]);
    expect(await rowsOf(ana.store)).toEqual(await rowsOf(ben.store));
  });

  it('what is put out while a connection stands waits for nothing', async () => {
    const team = await teamOf(['ana', 'ben']);
    const [ana, ben] = [await team.member('ana'), await team.member('ben')];
    const { runner } = workerOf(ana);
    runner.active();
    await runner.burst();
    const timers = vi.spyOn(globalThis, 'setTimeout');
    onTestFinished(() => timers.mockRestore());
    const waitsFor = () => {
      timers.mockClear();
      runner.soon();
      return timers.mock.lastCall?.[1];
    };
    // What went a moment ago is waited after.
    await expect.poll(waitsFor, { ...eventually, interval: 300 }).toBe(0);
    await ana.store.remember([bid('quietharbor')]);
    await expect.poll(() => ana.store.outgoing.waiting(), eventually).toBe(0);
    await ben.burst();
    expect(await rowsOf(ben.store)).toEqual(await rowsOf(ana.store));
  });

  it('a connection that is still catching up when it is let go of does not stay', async () => {
    const team = await teamOf(['ana']);
    const ana = await team.member('ana');
    const { promise: opened, resolve: open } = Promise.withResolvers<void>();
    const { runner } = workerOf(ana, {
      open: async (...how) => {
        await opened;
        return patiently(...how);
      },
    });
    runner.active();
    const burst = runner.burst();
    const gone = runner.letGo();
    open();
    await burst;
    await gone;
  });

  it('those whom a large pool is about are assessed once it has been read, though its last part brought nothing', async () => {
    const team = await teamOf(['ana']);
    const { runner, afterwards } = workerOf(await team.member('ana'));
    await runner.burst();
    expect(afterwards).not.toHaveBeenCalled();
    runner.more = true;
    await runner.burst();
    expect(afterwards.mock.calls).toEqual([[false]]);
  });

  it('a server that was killed is found again, and nothing is missed', async () => {
    const team = await teamOf(['ana', 'ben']);
    const [ana, ben] = [await team.member('ana'), await team.member('ben')];
    // As a browser does, none waits for ever for an answer on a line that is lost.
    const open: Around['open'] = (server, seed) => openLink(server, seed, 5_000);
    const [one, other] = [workerOf(ana, { open }), workerOf(ben, { open })];
    one.runner.active();
    other.runner.active();
    await Promise.all([one.runner.burst(), other.runner.burst()]);
    await team.server.restart();
    await ana.store.remember([bid('quietharbor')]);
    await expect.poll(async () => (await rowsOf(ben.store)).length, eventually).toBe(1);
    expect(await rowsOf(ana.store)).toEqual(await rowsOf(ben.store));
  });

  it('another roster holds at once: who comes onto it is read from the beginning', async () => {
    const team = await teamOf(['ana', 'ben', 'carla']);
    await team.publish(team.roster(['ana', 'ben']));
    const [ben, carla] = [await team.member('ben'), await team.member('carla')];
    await carla.store.remember([bid('quietharbor')]);
    await carla.burst();
    const { runner } = workerOf(ben);
    runner.active();
    await runner.burst();
    expect((await ben.store.status()).refused).toMatchObject({ unknown: 1 });
    await team.publish(team.roster(['ana', 'ben', 'carla']));
    await expect.poll(async () => (await rowsOf(ben.store)).length, eventually).toBe(1);
  });

  it('the connection is let go of when nobody does anything, and made again by the next who does', async () => {
    const team = await teamOf(['ana']);
    const ana = await team.member('ana');
    let closed = 0;
    const open = vi.fn(async (server: string, seed: string) => {
      const link = await patiently(server, seed);
      return { ...link, close: () => link.close().finally(() => ++closed) };
    });
    const { runner } = workerOf(ana, { stay: 300, open });
    runner.active();
    await runner.burst();
    await expect.poll(() => closed, eventually).toBe(1);
    // Woken by the clock, it does not stay.
    await runner.burst();
    await expect.poll(() => closed, eventually).toBe(2);
    runner.active();
    await expect.poll(() => open.mock.calls.length, eventually).toBe(3);
  });

  it('erasing somebody reads the whole pool, and following goes on afterwards', async () => {
    const team = await teamOf(['erases', 'ben']);
    const [eve, ben] = [await team.member('erases'), await team.member('ben')];
    const [one, other] = [workerOf(eve), workerOf(ben)];
    one.runner.active();
    other.runner.active();
    await Promise.all([one.runner.burst(), other.runner.burst()]);
    await eve.store.remember([bid('quietharbor'), bid('saltmarsh')]);
    await expect.poll(async () => (await rowsOf(ben.store)).length, eventually).toBe(2);
    await eve.store.eraseForTeam('freelancer:quietharbor');
    await expect.poll(async () => (await rowsOf(ben.store)).length, eventually).toBe(1);
    await ben.store.remember([bid('kelpforest')]);
    await expect.poll(async () => (await rowsOf(eve.store)).length, eventually).toBe(2);
  });
});
