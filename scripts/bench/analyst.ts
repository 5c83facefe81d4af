// What an analyst of a team's pool costs: observations taken in through a real server with TLS, sealed and signed as members
// send them; accounts assessed; memory and disk. Figures that docs/scale.md reckons with.

import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import type { Observation } from '../../lib/model/observation.ts';
import { readInvitation } from '../../lib/team/invitation.ts';
import { newSeed } from '../../lib/team/keys.ts';
import { STREAM } from '../../lib/team/stream.ts';
import { Analyst } from '../analyst/analyst.ts';
import { AnalystStore } from '../analyst/store.ts';
import { openWire } from '../analyst/wire.ts';
import { Writer } from '../evaluate/letters.ts';
import { random } from '../evaluate/random.ts';
import { connectAs, sendLetters } from '../team/apply.ts';
import { memberLine, startLocalTeam } from '../team/local-team.ts';

/** Bids in the pool. */
const BIDS = 30_000;
/** Accounts assessed. */
const ASSESSED = 2_000;
const PART = 1_000;

/** Seconds of processor time so far. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Bids of about 120 words by a quarter as many accounts, on projects of 50 bids. */
function* bids(): Generator<Observation[]> {
  const next = random(7);
  const writer = new Writer('english', next);
  for (let from = 0; from < BIDS; from += PART) {
    yield Array.from({ length: Math.min(PART, BIDS - from) }, (_, i) => ({
      kind: 'bid' as const,
      site: 'freelancer',
      seenAt: new Date(Date.UTC(2026, 8, 1) + (from + i) * 60_000).toISOString(),
      project: `${Math.floor((from + i) / 50)}`,
      account: `bidder${next.int(0, BIDS / 4 - 1)}`,
      text: writer.join(Array.from({ length: 10 }, () => writer.own())),
    }));
  }
}

export async function analyst(): Promise<{ title: string; markdown: string }> {
  const [member, seed] = [newSeed(), newSeed()];
  const team = await startLocalTeam([memberLine(member, 'Member'), memberLine(seed, 'Analyst', 'analyst')], {
    space: '5 GB',
  });
  const folder = mkdtempSync(join(tmpdir(), 'hireflag-bench-'));
  try {
    const connection = await connectAs(member, team.server.url);
    let sealing = 0;
    for (const part of bids()) {
      const start = now();
      const letters = part.map((observation) => ({ says: 'seen' as const, observation }));
      await sendLetters(connection, { seed: member, teamKey: team.secrets.teamKey }, letters);
      sealing += now() - start;
    }
    const { state } = await (await jetstreamManager(connection, { checkAPI: false })).streams.info(STREAM);
    await connection.close();
    const invitation = readInvitation(readFileSync(join(team.folder.path, 'invitation.txt'), 'utf8'));
    if (!invitation) throw new Error('no invitation');
    const store = new AnalystStore(folder);
    // Of so many that share the work nearly nobody is its own: taking in alone.
    const takes = new Analyst(store, { invitation, seed, share: { place: 0, of: 1_000_000 } });
    const wire = await openWire(team.server.url, seed);
    const before = now();
    const { taken } = await takes.turn(wire);
    const taking = now() - before;
    const few = new Analyst(store, { invitation, seed, share: { place: 0, of: Math.ceil(BIDS / 4 / ASSESSED) } });
    const assessing = now();
    const { assessed, said } = await few.turn(wire);
    const spent = now() - assessing;
    await wire.close();
    store.close();
    const disk = statSync(join(folder, 'analyst.sqlite')).size;
    const reopening = now();
    new AnalystStore(folder).close();
    const reopened = now() - reopening;
    const us = (seconds: number, of: number) => `${((seconds * 1e6) / of).toFixed(0)} µs`;
    const lines = [
      '| | |',
      '|---|---|',
      `| bids in the pool | ${BIDS.toLocaleString('en')} |`,
      `| sealed, signed and sent by a member | ${us(sealing, BIDS)} each |`,
      `| on the server's disk | ${(state.bytes / state.messages).toFixed(0)} B each |`,
      `| taken in by the analyst: opened, checked, parsed, merged, indexed, written | ${us(taking, taken)} each, ${Math.round(taken / taking).toLocaleString('en')} a second of one core |`,
      `| assessed | ${us(spent, assessed)} an account, ${Math.round(assessed / spent).toLocaleString('en')} a second; ${said.toLocaleString('en')} of ${assessed.toLocaleString('en')} with findings |`,
      `| on the analyst's disk | ${(disk / taken).toFixed(0)} B each |`,
      `| begun again | ${us(reopened, taken)} each |`,
      `| memory of the process at most, members' sealing included | ${(process.resourceUsage().maxRSS / 1_024).toFixed(0)} MB |`,
    ];
    return { title: 'Analyst', markdown: `${lines.join('\n')}\n\nProcessor time of the process.\n` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await team.stop();
  }
}
