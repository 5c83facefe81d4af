// What others of the team say about people, over the real server: what an analyst found and what a member decided is with
// everybody, changes nothing of their own, is taken back, and goes with whoever is erased.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../lib/model/decision.ts';
import type { Finding } from '../../lib/model/finding.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { decidedSubjectOf } from '../../lib/team/decided.ts';
import { foundSubjectOf } from '../../lib/team/found.ts';
import { sealerOf } from '../../lib/team/sealing.ts';
import { authorOf } from '../../lib/team/subjects.ts';
import { patiently, type TestMember, type TestTeam, teamOf } from './pool-of.ts';

const AT = '2026-11-27T10:00:00.000Z';
const bid = (account: string): Observation => ({
  kind: 'bid',
  site: 'freelancer',
  seenAt: AT,
  project: '77',
  account,
  text: `${account} has read your post twice.`,
});
const finding = (account: string, withAccount: string): Finding => ({
  flag: 'reused-template',
  key: `reused-template:${account}`,
  topic: `text:${account}`,
  site: 'freelancer',
  account,
  clauses: ['P6'],
  strength: 'strong',
  chance: 0.01,
  with: [`freelancer:${withAccount}`],
  message: 'found',
  data: {},
  evidence: [],
});
const found = (account: string, at: string, findings: Finding[]) => ({
  says: 'found',
  site: 'freelancer',
  account,
  at,
  level: 'look-closer',
  findings,
});

async function put(team: TestTeam, as: string, subject: string, letter: unknown): Promise<void> {
  const sealer = await sealerOf(team.invitation.teamKey, team.seed(as));
  const kept = await team.put(team.seed(as), subject, (await sealer.seal(subject, letter)) as Uint8Array);
  if (kept !== true) throw kept;
}
const foundUnder = (team: TestTeam, as: string, account: string) =>
  foundSubjectOf(authorOf(team.key(as)), team.tokens.person(`freelancer:${account}`));
const foundIn = async ({ store }: TestMember, account: string) =>
  ((await store.foundOf([`freelancer:${account}`])).get(`freelancer:${account}`) ?? []).flatMap((one) => one.findings);
const decidedIn = async ({ store }: TestMember, team: TestTeam, account: string) => {
  const person = team.tokens.person(`freelancer:${account}`);
  const rows = (await store.sayings.about([person])).get(person) ?? [];
  return rows.flatMap(({ author, letter }) =>
    letter.says === 'decided' ? letter.decisions.map((one) => ({ author, ...one })) : [],
  );
};

describe('what an analyst found', () => {
  it('is with every member, who assesses the account again, and is taken away with the newest letter', async () => {
    const team = await teamOf(['ana', 'analyst']);
    const ana = await team.member('ana');
    await put(team, 'analyst', foundUnder(team, 'analyst', 'kelp'), found('kelp', AT, [finding('kelp', 'salt')]));
    expect(await ana.burst()).toMatchObject({ news: 1, more: false });
    expect(await foundIn(ana, 'kelp')).toEqual([finding('kelp', 'salt')]);
    expect(await ana.store.pending()).toContain('freelancer:kelp');
    expect(await foundIn(ana, 'salt')).toEqual([]);
    expect(await ana.burst()).toMatchObject({ news: 0 });

    const later = '2026-11-27T11:00:00.000Z';
    await put(team, 'analyst', foundUnder(team, 'analyst', 'kelp'), found('kelp', later, []));
    expect(await ana.burst()).toMatchObject({ news: 1 });
    expect(await foundIn(ana, 'kelp')).toEqual([]);
    // An older letter that comes once more brings nothing back.
    await put(team, 'analyst', foundUnder(team, 'analyst', 'kelp'), found('kelp', AT, [finding('kelp', 'salt')]));
    expect(await ana.burst()).toMatchObject({ news: 0 });
    expect(await foundIn(ana, 'kelp')).toEqual([]);
  });

  it('counts from analysts only, under whom it is about, and of nobody else', async () => {
    const team = await teamOf(['ana', 'analyst']);
    const ana = await team.member('ana');
    const letters = [
      found('kelp', AT, [finding('salt', 'kelp')]),
      found('salt', AT, [finding('salt', 'kelp')]),
      found('kelp', '2099-01-01T00:00:00.000Z', [finding('kelp', 'salt')]),
      { ...found('kelp', AT, []), findings: 'all of them' },
    ];
    for (const letter of letters) {
      await put(team, 'analyst', foundUnder(team, 'analyst', 'kelp'), letter);
      expect(await ana.burst()).toMatchObject({ news: 0, more: false });
    }
    // A member is no analyst, whatever the server let through.
    await put(team, 'analyst', foundUnder(team, 'analyst', 'kelp'), found('kelp', AT, [finding('kelp', 'salt')]));
    await team.publish({
      members: [
        { name: 'ana', key: team.key('ana') },
        { name: 'other', key: team.key('other'), analyst: true },
      ],
    });
    await ana.burst();
    expect(await foundIn(ana, 'kelp')).toEqual([]);
    await team.publish(team.roster(['ana', 'analyst']));
    await ana.burst();
    expect(await foundIn(ana, 'kelp')).toHaveLength(1);
    // And no more once it is none.
    await team.publish({ members: [{ name: 'ana', key: team.key('ana') }] });
    await ana.burst();
    expect(await foundIn(ana, 'kelp')).toEqual([]);
  });

  it('comes while the connection stands', async () => {
    const team = await teamOf(['ana', 'analyst']);
    const ana = await team.member('ana');
    const { Contact } = await import('../../lib/team/burst.ts');
    const contact = new Contact(ana.store, { open: patiently });
    await contact.burst();
    const news: number[] = [];
    const following = contact.follow((did) => void news.push(did.news));
    await put(team, 'analyst', foundUnder(team, 'analyst', 'kelp'), found('kelp', AT, [finding('kelp', 'salt')]));
    await expect.poll(() => foundIn(ana, 'kelp'), { timeout: 300_000 }).toHaveLength(1);
    // It is told once it is stored.
    await expect.poll(() => news, { timeout: 300_000 }).toContain(1);
    await contact.close();
    await following;
  });
});

describe('what a member decided', () => {
  const fine = (account: string, reason = 'spoke with them'): Decision => {
    return { kind: 'fine', account: `freelancer:${account}`, at: AT, reason, known: [] };
  };

  it('is a note with the others where the team and the member want it, and is taken back', async () => {
    const team = await teamOf(['ana', 'ben']);
    const [ana, ben] = [await team.member('ana'), await team.member('ben')];
    for (const { store } of [ana, ben]) await store.remember([bid('kelp')]);
    await ana.store.decide(fine('kelp'));
    await ana.store.keep({ key: 'sharing', decisions: true });
    await ana.burst();
    await ben.burst();
    expect(await decidedIn(ben, team, 'kelp')).toEqual([]);

    await team.publish(team.roster(['ana', 'ben'], { decisions: true }));
    await ana.burst();
    await ben.burst();
    const author = authorOf(team.key('ana'));
    expect(await decidedIn(ben, team, 'kelp')).toEqual([{ author, kind: 'fine', at: AT, reason: 'spoke with them' }]);
    // It is no decision of theirs.
    expect(await ben.store.decisions.of(['freelancer:kelp'])).toEqual(new Map());
    expect((await ben.store.unsaidDecisions(Date.now())).length).toBe(0);

    // Nothing is said twice; another reason is said anew.
    const before = (await extentOf(team)).last;
    await ana.burst();
    expect((await extentOf(team)).last).toBe(before);
    await ana.store.decide(fine('kelp', 'saw their papers'));
    await ana.burst();
    await ben.burst();
    expect(await decidedIn(ben, team, 'kelp')).toEqual([{ author, kind: 'fine', at: AT, reason: 'saw their papers' }]);

    // Of whom the team knows nothing it hears nothing.
    await ana.store.remember([
      { kind: 'message', site: 'freelancer', seenAt: AT, thread: 't', account: 'reed', mine: false, text: 'Hello' },
    ]);
    await ana.store.decide(fine('reed'));
    expect(await ana.store.unsaidDecisions(Date.now())).toEqual([]);

    await ana.store.keep({ key: 'sharing', decisions: false });
    await ana.burst();
    await ben.burst();
    expect(await decidedIn(ben, team, 'kelp')).toEqual([]);
    expect(await ana.store.decisions.of(['freelancer:kelp'])).toHaveProperty('size', 1);
  });

  it('goes everywhere with whoever is erased, from the server too', async () => {
    const team = await teamOf(['ana', 'ben', 'erases']);
    await team.publish(team.roster(['ana', 'ben', 'erases'], { decisions: true }));
    const [ana, ben, erases] = [await team.member('ana'), await team.member('ben'), await team.member('erases')];
    await ana.store.remember([bid('kelp')]);
    await ana.store.decide(fine('kelp'));
    await ana.store.keep({ key: 'sharing', decisions: true });
    for (const one of [ana, ben, erases]) await one.burst();
    expect(await decidedIn(ben, team, 'kelp')).toHaveLength(1);
    await erases.store.eraseForTeam('freelancer:kelp');
    for (const one of [erases, ana, ben]) expect(await one.burst()).toMatchObject({ more: false });
    expect(await decidedIn(ben, team, 'kelp')).toEqual([]);
    expect(await decidedIn(erases, team, 'kelp')).toEqual([]);
    expect(await left(team)).toEqual([]);
    const fresh = await team.member('ben');
    await fresh.burst();
    expect(await decidedIn(fresh, team, 'kelp')).toEqual([]);
  });

  it('can be said under one’s own key only', async () => {
    const team = await teamOf(['ana', 'ben']);
    const subject = decidedSubjectOf(authorOf(team.key('ben')), team.tokens.person('freelancer:kelp'));
    const sealer = await sealerOf(team.invitation.teamKey, team.seed('ana'));
    const body = await sealer.seal(subject, { says: 'decided', at: AT, decisions: [] });
    const link = await import('../../lib/team/link.ts').then(({ openLink }) =>
      openLink(team.server.url, team.seed('ana'), 3_000),
    );
    expect((await link.send([{ subject, body: body as Uint8Array }]))[0]).toBeInstanceOf(Error);
    await link.close();
  });
});

async function extentOf(team: TestTeam) {
  const link = await patiently(team.server.url, team.seed('ana'));
  const extent = await link.extent('DECIDED');
  await link.close();
  if (!extent) throw new Error('no stream');
  return extent;
}

/** The subjects that stand in the stream of decisions. */
async function left(team: TestTeam): Promise<string[]> {
  const extent = await extentOf(team);
  const link = await patiently(team.server.url, team.seed('ana'));
  const subjects: string[] = [];
  await link.read(
    0,
    async (messages) => {
      subjects.push(...messages.map(({ subject }) => subject));
      return true;
    },
    extent,
  );
  await link.close();
  return subjects;
}
