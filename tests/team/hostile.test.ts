// A member, or a server, who means harm: what they put into the pool is not taken, is counted, and stops nobody.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../lib/model/observation.ts';
import { newSeed, publicKeyOf } from '../../lib/team/keys.ts';
import { type Letter, subjectOfLetter } from '../../lib/team/letters.ts';
import { openerOf, sealerOf } from '../../lib/team/sealing.ts';
import { authorOf, subjectOf } from '../../lib/team/subjects.ts';
import { teamOf } from './pool-of.ts';

const SEEN = '2026-11-27T10:00:00.000Z';
const bid = (account: string, more: object = {}): Observation =>
  ({
    kind: 'bid',
    site: 'freelancer',
    seenAt: SEEN,
    project: '77',
    account,
    text: `I am ${account}.`,
    ...more,
  }) as Observation;
const seen = (observation: Observation): Letter => ({ says: 'seen', observation });

describe('a member who means harm', () => {
  it('writes under no other name, whatever they try', async () => {
    const team = await teamOf(['mal', 'ana', 'ben']);
    const [ben, mal] = [await team.member('ben'), team.seed('mal')];
    const letter = seen(bid('q'));
    const anas = subjectOfLetter(letter, authorOf(team.key('ana')), team.tokens);
    // The server lets nobody write under another's token.
    expect(await team.send(mal, letter, anas)).toBeInstanceOf(Error);
    // What lands there by another way, as the administrator's own tools may put it, has the wrong signature or none.
    const body = (await (await sealerOf(team.invitation.teamKey, mal)).seal(anas, letter)) as Uint8Array;
    expect(await team.put(team.administrator, anas, body)).toBe(true);
    const answer = new TextEncoder().encode('{"stream":"OBS","seq":3}');
    const other = subjectOf({ author: authorOf(team.key('ana')), person: 'p'.repeat(22), event: 'e'.repeat(22) });
    expect(await team.put(team.administrator, other, answer)).toBe(true);
    expect(await ben.burst()).toMatchObject({ received: 0, more: false });
    expect((await ben.store.status()).refused).toEqual({ 'not-ours': 2 });
  });

  it('has what is malformed, of no marketplace, misfiled or of the future left out, and what is good taken', async () => {
    const team = await teamOf(['mal', 'ben']);
    const [ben, mal] = [await team.member('ben'), team.seed('mal')];
    const author = authorOf(team.key('mal'));
    const wrong: unknown[] = [
      null,
      {},
      [],
      { says: 'seen' },
      { says: 'seen', observation: { kind: 'bid' } },
      seen(bid('q', { site: '../etc' })),
      seen(bid('q', { site: 'web' })),
      seen(bid('q', { seenAt: 'now' })),
      seen({ kind: 'message', site: 'guru', seenAt: SEEN, thread: '1', account: 'q', mine: false, text: 'x' }),
      { says: 'seen', observation: { ...bid('q'), account: 'x'.repeat(5_000) } },
      { says: 'roster', roster: { version: 99, members: [] } },
      { says: 'erased', person: team.tokens.person('freelancer:good') },
    ];
    for (const [i, letter] of wrong.entries()) {
      const subject = subjectOf({
        author,
        person: team.tokens.person('freelancer:q'),
        event: team.tokens.event(`${i}`),
      });
      expect(await team.send(mal, letter as Letter, subject)).toBe(true);
    }
    const misfiled = subjectOf({
      author,
      person: team.tokens.person('freelancer:other'),
      event: team.tokens.event('m'),
    });
    expect(await team.send(mal, seen(bid('q')), misfiled)).toBe(true);
    for (const at of ['2099-01-01T00:00:00.000Z', '9999-12-31T00:00:00.000Z']) {
      expect(await team.send(mal, seen(bid('q', { seenAt: at })))).toBe(true);
    }
    for (const id of ['*', '>', 'obs.*.>', '$JS.API.>', ' ']) expect(await team.send(mal, seen(bid(id)))).toBe(true);
    expect(await team.send(mal, seen(bid('good')))).toBe(true);
    expect(await ben.burst()).toMatchObject({ received: 6, more: false });
    const { refused } = await ben.store.status();
    expect(refused).toEqual({ 'no-observation': wrong.length + 1, ahead: 2 });
    expect(await ben.store.everyone()).toHaveLength(6);
    expect((await ben.store.entry('roster'))?.roster.members).toHaveLength(2);
  });

  it('is bounded by the day', async () => {
    const team = await teamOf(['mal', 'ana', 'ben']);
    await team.publish(team.roster(['mal', 'ana', 'ben'], { perDay: 20 }));
    const [mal, ana, ben] = [await team.member('mal'), await team.member('ana'), await team.member('ben')];
    await mal.store.remember(Array.from({ length: 50 }, (_, i) => bid(`m${i}`)));
    await ana.store.remember([bid('anas')]);
    await mal.burst();
    await ana.burst();
    await ben.burst();
    expect((await ben.store.status()).refused).toEqual({ 'too-many': 30 });
    expect(await ben.store.count()).toBe(21);
  });

  it('is shut out by one line, and what they wrote is taken by nobody new', async () => {
    const team = await teamOf(['mal', 'ben']);
    const mal = await team.member('mal');
    await mal.store.remember([bid('q')]);
    await mal.burst();
    await team.publish(team.roster(['ben']));
    await team.admit(['ben']);
    const ben = await team.member('ben');
    expect(await ben.burst()).toMatchObject({ received: 0 });
    expect((await ben.store.status()).refused).toEqual({ unknown: 1 });
    expect((await mal.burst()).problem).toBe('refused');
    // Somebody was left out by mistake: once they are on the roster, what they wrote before is taken after all.
    await team.publish(team.roster(['mal', 'ben']));
    expect(await ben.burst()).toMatchObject({ received: 1, more: false });
  });

  it('cannot make a body that opens to more than any observation', async () => {
    const team = await teamOf([]);
    const [seed, { deflateSync }] = [newSeed(), await import('fflate')];
    const subject = subjectOf({ author: authorOf(publicKeyOf(seed)), person: 'p'.repeat(22), event: 'e'.repeat(22) });
    const sealer = await sealerOf(team.invitation.teamKey, seed);
    expect(deflateSync(new Uint8Array(50_000_000)).length).toBeLessThan(65_536);
    expect(await sealer.seal(subject, 'a'.repeat(50_000_000))).toBeUndefined();
    expect(await openerOf(team.invitation.teamKey).open(subject, publicKeyOf(seed), new Uint8Array(70_000))).toEqual({
      not: 'not-ours',
    });
  });
});
