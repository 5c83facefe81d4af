// What an analyst of a team's pool costs: observations taken in through a real server with TLS, sealed and signed as members
// send them; accounts assessed; memory and disk. Figures that docs/scale.md reckons with.

import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readInvitation } from '../../lib/team/invitation.ts';
import { newSeed } from '../../lib/team/keys.ts';
import { Analyst } from '../analyst/analyst.ts';
import { AnalystStore } from '../analyst/store.ts';
import { openWire } from '../analyst/wire.ts';
import { memberLine } from '../team/local-team.ts';
import { fillPool, processorSeconds } from './filled-pool.ts';

/** Bids in the pool. */
const BIDS = Number(process.env.HIREFLAG_BENCH_BIDS ?? 30_000);
/** Accounts assessed. */
const ASSESSED = 2_000;

export async function analyst(): Promise<{ title: string; markdown: string }> {
  const seed = newSeed();
  const { team, sealing, bytes } = await fillPool(BIDS, [memberLine(seed, 'Analyst', 'analyst')]);
  const folder = mkdtempSync(join(tmpdir(), 'hireflag-bench-'));
  try {
    const invitation = readInvitation(readFileSync(join(team.folder.path, 'invitation.txt'), 'utf8'));
    if (!invitation) throw new Error('no invitation');
    const store = new AnalystStore(folder);
    // Of so many that share the work nearly nobody is its own: taking in alone.
    const takes = new Analyst(store, { invitation, seed, share: { place: 0, of: 1_000_000 } });
    const wire = await openWire(team.server.url, seed);
    const before = processorSeconds();
    const { taken } = await takes.turn(wire);
    const taking = processorSeconds() - before;
    const few = new Analyst(store, { invitation, seed, share: { place: 0, of: Math.ceil(BIDS / 4 / ASSESSED) } });
    const assessing = processorSeconds();
    const { assessed, said } = await few.turn(wire);
    const spent = processorSeconds() - assessing;
    await wire.close();
    store.close();
    const disk = statSync(join(folder, 'analyst.sqlite')).size;
    const reopening = processorSeconds();
    new AnalystStore(folder).close();
    const reopened = processorSeconds() - reopening;
    const us = (seconds: number, of: number) => `${((seconds * 1e6) / of).toFixed(0)} µs`;
    const lines = [
      '| | |',
      '|---|---|',
      `| bids in the pool | ${BIDS.toLocaleString('en')} |`,
      `| sealed, signed and sent by a member | ${us(sealing, BIDS)} each |`,
      `| on the server's disk | ${bytes.toFixed(0)} B each |`,
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
