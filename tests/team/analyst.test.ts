// An analyst against the real server: what it says is what the assessment of the same observations says, whatever ends it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { assess } from '../../lib/assess/assess.ts';
import { MemoryStore } from '../../lib/evidence/memory-evidence.ts';
import { type AccountKey, accountKey } from '../../lib/model/account.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { type Found, parseFound } from '../../lib/team/found.ts';
import { readInvitation } from '../../lib/team/invitation.ts';
import { publicKeyOf } from '../../lib/team/keys.ts';
import type { Letter } from '../../lib/team/letters.ts';
import { openerOf } from '../../lib/team/sealing.ts';
import { authorOf, TeamTokens } from '../../lib/team/subjects.ts';
import { Analyst, type AnalystOptions } from '../../scripts/analyst/analyst.ts';
import { AnalystStore } from '../../scripts/analyst/store.ts';
import { openWire } from '../../scripts/analyst/wire.ts';
import { random } from '../../scripts/evaluate/random.ts';
import { MAKES, makeWorld } from '../../scripts/evaluate/template-sets.ts';
import { connectAs, sendLetters } from '../../scripts/team/apply.ts';
import { type LocalTeam, memberLine, newSeeds, startLocalTeam } from '../../scripts/team/local-team.ts';

const { ana, ben, one, two, three } = newSeeds('ana', 'ben', 'one', 'two', 'three');
const lines = [
  memberLine(ana, 'Ana'),
  memberLine(ben, 'Ben, erases'),
  ...[one, two, three].map((seed, i) => memberLine(seed, `Analyst ${i + 1}`, 'analyst')),
];

/** Invented bids, one account in ten of a family that shares a template. */
const plan = {
  projects: 40,
  accounts: 160,
  base: 0.1,
  bidsPerAccount: [1, 3] as [number, number],
  familySize: [2, 6] as [number, number],
  language: 'english' as const,
  makes: MAKES,
};
const observations: Observation[] = makeWorld(plan, random(5)).bids.map(({ account, project, text }, i) => ({
  kind: 'bid',
  site: 'guru',
  account,
  project,
  ...(text !== undefined && { text }),
  seenAt: new Date(Date.UTC(2026, 2, 1, 0, i)).toISOString(),
}));

let team: LocalTeam;
beforeAll(async () => {
  team = await startLocalTeam(lines);
  // Each has seen two thirds, and one third both.
  await send(
    ana,
    observations.filter((_, i) => i % 3 !== 0),
  );
  await send(ben, observations.filter((_, i) => i % 3 !== 1).reverse());
});
afterAll(() => team.stop());

async function send(seed: string, seen: readonly (Observation | Letter)[]): Promise<void> {
  const connection = await connectAs(seed, team.server.url);
  const letters = seen.map((said) => ('says' in said ? said : ({ says: 'seen', observation: said } as const)));
  await sendLetters(connection, { seed, teamKey: team.secrets.teamKey }, letters);
  await connection.close();
}

function folderOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `hireflag-${name}-`));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
const invitation = () => {
  const read = readInvitation(readFileSync(join(team.folder.path, 'invitation.txt'), 'utf8'));
  if (!read) throw new Error('no invitation');
  return read;
};

/** An analyst in this process. */
async function analystOf(seed: string, share?: AnalystOptions['share'], folder = folderOf('analyst')) {
  const store = new AnalystStore(folder);
  const analyst = new Analyst(store, { invitation: invitation(), seed, ...(share && { share }) });
  const wire = await openWire(team.server.url, seed);
  const close = async () => {
    await wire.close();
    store.close();
  };
  return { analyst, store, wire, folder, turn: () => analyst.turn(wire), close };
}

/** What stands in the stream of findings of one analyst, as a member reads it. */
async function foundBy(seed: string): Promise<Map<AccountKey, Found>> {
  const wire = await openWire(team.server.url, ana);
  const { last } = await wire.stream('FOUND');
  const opener = openerOf(team.secrets.teamKey);
  const found = new Map<AccountKey, Found>();
  const take = async (messages: { subject: string; body: Uint8Array }[]) => {
    for (const { subject, body } of messages) {
      if (!subject.startsWith(`found.${authorOf(publicKeyOf(seed))}.`)) continue;
      const read = await opener.open(subject, publicKeyOf(seed), body);
      const said = 'letter' in read ? parseFound(read.letter) : undefined;
      if (said) found.set(accountKey(said.site, said.account), said);
    }
    return true;
  };
  await wire.read(0, last, take, 'FOUND');
  await wire.close();
  return found;
}

/** Of each account with findings: its level, and with whom each is. */
const brief = (found: Iterable<Pick<Found, 'site' | 'account' | 'level' | 'findings'>>) =>
  [...found]
    .filter(({ findings }) => findings.length > 0)
    .map(({ account, level, findings }) => [account, level, findings.map((each) => [each.flag, each.with.toSorted()])])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));

async function expected() {
  const store = new MemoryStore();
  store.remember(...observations);
  const evidence = store.evidenceInFixedOrder();
  return brief(await assess(evidence.accounts, evidence));
}

/** Rows without their numbers, which go by the order of arrival. */
const rowsIn = (store: AnalystStore) => [...store.allRows()].map(({ n, ...row }) => JSON.stringify(row)).sort();

describe('an analyst', () => {
  it('says of each account what the assessment of everything says, and then nothing twice', async () => {
    const { turn, close } = await analystOf(one);
    const first = await turn();
    expect(first.taken).toBeGreaterThan(observations.length);
    expect(first.refused).toEqual({});
    const wanted = await expected();
    expect(wanted.length).toBeGreaterThan(8);
    expect(brief((await foundBy(one)).values())).toEqual(wanted);
    expect(await turn()).toEqual({ taken: 0, refused: {}, assessed: 0, said: 0 });
    await close();
  });

  it('shares the work with another: each says its own, and together they say what one would', async () => {
    const both = [await analystOf(two, { place: 0, of: 2 }), await analystOf(three, { place: 1, of: 2 })];
    for (let round = 0; round < 3; round++) for (const { turn } of both) await turn();
    const [first, second] = [await foundBy(two), await foundBy(three)];
    expect([...first.keys()].filter((account) => second.has(account))).toEqual([]);
    expect(Math.min(first.size, second.size)).toBeGreaterThan(2);
    expect(brief([...first.values(), ...second.values()])).toEqual(await expected());
    for (const { close } of both) await close();
  });

  it('whose share changes looks at those that are its own now', async () => {
    const folder = folderOf('shares');
    const half = await analystOf(two, { place: 0, of: 2 }, folder);
    await half.turn();
    await half.close();
    const whole = await analystOf(two, { place: 0, of: 1 }, folder);
    expect((await whole.turn()).assessed).toBeGreaterThan(50);
    expect(brief((await foundBy(two)).values())).toEqual(await expected());
    await whole.close();
  });

  it('goes on where it was, however often it and the server are killed: rows and findings are the same', async () => {
    const folder = folderOf('killed');
    const line = readFileSync(join(team.folder.path, 'invitation.txt'), 'utf8').trim();
    writeFileSync(join(folder, 'analyst.json'), JSON.stringify({ seed: three, invitation: line }));
    const ca = join(folder, 'ca.pem');
    writeFileSync(ca, team.server.certificate.cert);
    const start = (...more: string[]) =>
      spawn(process.execPath, ['scripts/analyst.ts', folder, ...more], {
        env: { ...process.env, NODE_EXTRA_CA_CERTS: ca },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    // Ended ever later in its work: while it starts, takes in, assesses.
    for (let kill = 0; kill < 6; kill++) {
      const child = start();
      const gone = once(child, 'exit');
      if (kill === 3) await team.server.restart();
      await Promise.race([once(child.stdout, 'data'), new Promise((done) => setTimeout(done, 400 * kill))]);
      child.kill('SIGKILL');
      await gone;
    }
    const last = start('--once');
    const [code] = await once(last, 'exit');
    expect(code).toBe(0);
    const whole = await analystOf(three, undefined, folderOf('whole'));
    await whole.turn();
    const killed = new AnalystStore(folder);
    expect(rowsIn(killed)).toEqual(rowsIn(whole.store));
    expect(killed.waitingCount()).toBe(0);
    expect(brief((await foundBy(three)).values())).toEqual(await expected());
    killed.close();
    await whole.close();
  });

  it('forgets whom a member erases: no words in its files, and nothing of them among the findings', async () => {
    const { turn, close, store, folder } = await analystOf(one);
    await turn();
    const [about] = [...(await foundBy(one))].find(([, { findings }]) =>
      findings.some((each) => each.with.length > 0),
    ) as [AccountKey, Found];
    const words = 'the heron keeps its ledger of owls in the attic of a bakery';
    await send(ana, [
      {
        kind: 'bid',
        site: 'guru',
        account: about.slice(5),
        project: 'last',
        text: `Before I begin, ${words}.`,
        seenAt: '2026-03-03T00:00:00Z',
      },
    ]);
    await turn();
    const has = (text: string) => readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(text));
    expect(has(words)).toBe(true);
    const tokens = new TeamTokens(team.secrets.teamKey);
    await send(ben, [{ says: 'erased', person: tokens.person(about) }]);
    const after = await turn();
    expect(after.assessed).toBeGreaterThan(0);
    expect(store.rowsOf(about)).toEqual([]);
    for (const [, { findings, account }] of await foundBy(one)) {
      expect(account).not.toBe(about.slice(about.indexOf(':') + 1));
      expect(JSON.stringify(findings)).not.toContain(JSON.stringify(about));
    }
    // What is seen of them again is not taken.
    await send(ana, [
      { kind: 'profile', site: 'guru', account: about.slice(5), role: 'freelancer', seenAt: '2026-03-02T00:00:00Z' },
    ]);
    expect((await turn()).refused).toEqual({ erased: 1 });
    await close();
    for (const text of [words, `"${about.slice(5)}"`]) expect(has(text), text).toBe(false);
  });
});
