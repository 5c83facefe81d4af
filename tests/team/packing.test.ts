// Several observations in one letter: as many as there are, whatever their size, and of which one cannot be read the others count.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../lib/model/observation.ts';
import { newSeed, newTeamKey, publicKeyOf } from '../../lib/team/keys.ts';
import { type Letter, MANY, parseLetter } from '../../lib/team/letters.ts';
import { pack } from '../../lib/team/packing.ts';
import { openerOf, sealerOf } from '../../lib/team/sealing.ts';
import { authorOf, parseSubject, subjectOf, TeamTokens } from '../../lib/team/subjects.ts';
import { teamOf } from './pool-of.ts';

const SEEN = '2026-11-27T10:00:00.000Z';
const bid = (n: number, text = `I am number ${n}.`): Observation => ({
  kind: 'bid',
  site: 'freelancer',
  seenAt: SEEN,
  project: '77',
  account: `a${n}`,
  text,
});
const seen = (observation: Observation): Letter => ({ says: 'seen', observation });
/** A text that does not become small. */
const noise = (length: number) => {
  const random = crypto.getRandomValues(new Uint16Array(length));
  return Array.from(random, (one) => String.fromCodePoint(0x4e00 + (one % 20_000))).join('');
};

describe('letters', () => {
  const [teamKey, seed] = [newTeamKey(), newSeed()];
  const tokens = new TeamTokens(teamKey);

  /** What a reader finds, letter by letter. */
  async function read(letters: readonly Letter[]): Promise<Letter[]> {
    const opener = openerOf(teamKey);
    const found: Letter[] = [];
    for (const { subject, body } of await pack(letters, await sealerOf(teamKey, seed), tokens)) {
      if (!body) continue;
      const opened = await opener.open(subject, publicKeyOf(seed), body);
      const parsed = 'letter' in opened ? parseLetter(opened.letter) : { problem: opened.not };
      if ('problem' in parsed) throw new Error(parsed.problem);
      found.push(parsed.letter);
    }
    return found;
  }
  const said = (letters: readonly Letter[]) =>
    letters.flatMap((one) => (one.says === 'seen' ? [one.observation] : one.says === 'many' ? one.observations : []));

  it('hold as many observations as may go together, in their order, and one by itself as it is', async () => {
    for (const [count, letters] of [
      [1, 1],
      [2, 1],
      [MANY, 1],
      [MANY + 1, 2],
      [3 * MANY, 3],
    ] as const) {
      const all = Array.from({ length: count }, (_, n) => bid(n));
      const found = await read(all.map(seen));
      expect(found).toHaveLength(letters);
      expect(said(found)).toEqual(all);
    }
    expect(await read([seen(bid(1))])).toEqual([seen(bid(1))]);
  });
  it('hold fewer where they are large, and each by itself where they are too large together', async () => {
    const large = Array.from({ length: 9 }, (_, n) => bid(n, noise(15_000)));
    const found = await read(large.map(seen));
    expect(found.length).toBeGreaterThan(2);
    expect(said(found)).toEqual(large);
  });
  it('say the rest by themselves', async () => {
    const erased: Letter = { says: 'erased', person: 'p'.repeat(22) };
    expect(await read([seen(bid(1)), erased, seen(bid(2))])).toEqual([
      { says: 'many', observations: [bid(1), bid(2)] },
      erased,
    ]);
  });
  it('tell the server of nobody whom they are about, and have one subject for what they say', async () => {
    const sealer = await sealerOf(teamKey, seed);
    const [one] = await pack([seen(bid(1)), seen(bid(2))], sealer, tokens);
    const [again] = await pack([seen(bid(1)), seen(bid(2))], sealer, tokens);
    expect(again?.subject).toBe(one?.subject);
    expect(parseSubject(one?.subject ?? '')?.person).toBe(tokens.matter('many'));
  });
});

it('what cannot be read in a letter is left out and counted, and what stands beside it taken', async () => {
  const team = await teamOf(['mal', 'ben']);
  const [ben, mal] = [await team.member('ben'), team.seed('mal')];
  const message = { kind: 'message', site: 'guru', seenAt: SEEN, thread: '1', account: 'q', mine: false, text: 'x' };
  const observations = [
    bid(1),
    { kind: 'bid' },
    message,
    { ...bid(2), seenAt: '2099-01-01T00:00:00.000Z' },
    bid(3),
    null,
  ];
  expect(await team.send(mal, { says: 'many', observations } as Letter)).toBe(true);
  const author = authorOf(team.key('mal'));
  const under = (person: string) => subjectOf({ author, person, event: team.tokens.event(person) });
  // Under a person's token it would be looked for in vain, and more than may be said at once is not said.
  const misfiled = under(team.tokens.person('freelancer:a4'));
  expect(await team.send(mal, { says: 'many', observations: [bid(4), bid(5)] }, misfiled)).toBe(true);
  const tooMany = Array.from({ length: MANY + 1 }, (_, n) => bid(100 + n));
  expect(await team.send(mal, { says: 'many', observations: tooMany })).toBe(true);
  expect(await ben.burst()).toMatchObject({ received: 2, more: false });
  expect((await ben.store.status()).refused).toEqual({ 'no-observation': 3 + 2, ahead: 1 });
  expect((await ben.store.everyone()).sort()).toEqual(['freelancer:a1', 'freelancer:a3']);
});
