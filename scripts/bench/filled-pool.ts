// A team's pool that somebody else has filled, on this machine: what an analyst or a new member's browser has to read.
import { jetstreamManager } from '@nats-io/jetstream';
import type { Observation } from '../../lib/model/observation.ts';
import { newSeed } from '../../lib/team/keys.ts';
import { STREAM } from '../../lib/team/stream.ts';
import { Writer } from '../evaluate/letters.ts';
import { random } from '../evaluate/random.ts';
import { connectAs, sendLetters } from '../team/apply.ts';
import { type LocalTeam, memberLine, startLocalTeam } from '../team/local-team.ts';

const PART = 1_000;
/** All are seen within so long: what is seen tomorrow is taken by nobody. */
const MOST_DAYS_MS = 60 * 24 * 3_600_000;

/** Seconds of processor time of this process so far. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Bids of about 120 words by a quarter as many accounts, on projects of 50 bids, a part at a time. */
function* bids(count: number): Generator<Observation[]> {
  const next = random(7);
  const writer = new Writer('english', next);
  const every = Math.min(60_000, MOST_DAYS_MS / count);
  for (let from = 0; from < count; from += PART) {
    yield Array.from({ length: Math.min(PART, count - from) }, (_, i) => ({
      kind: 'bid' as const,
      site: 'freelancer',
      seenAt: new Date(Date.UTC(2026, 8, 1) + (from + i) * every).toISOString(),
      project: `${Math.floor((from + i) / 50)}`,
      account: `bidder${next.int(0, count / 4 - 1)}`,
      text: writer.join(Array.from({ length: 10 }, () => writer.own())),
    }));
  }
}

export interface FilledPool {
  team: LocalTeam;
  /** The line of the member who filled it: it stays on the list. */
  line: string;
  /** What sealing, signing and sending took, seconds of processor time. */
  sealing: number;
  /** What the stream takes on the server's disk, bytes a bid. */
  bytes: number;
}

/**
 * Starts a server and fills its pool. The caller stops the team.
 *
 * @param others lines of the team's file beside
 */
export async function fillPool(count: number, others: readonly string[] = []): Promise<FilledPool> {
  const seed = newSeed();
  const line = memberLine(seed, 'Member');
  const team = await startLocalTeam([line, ...others], { space: '5 GB', perday: '10000000' });
  try {
    const connection = await connectAs(seed, team.server.url);
    let sealing = 0;
    for (const part of bids(count)) {
      const start = processorSeconds();
      const letters = part.map((observation) => ({ says: 'seen' as const, observation }));
      await sendLetters(connection, { seed, teamKey: team.secrets.teamKey }, letters);
      sealing += processorSeconds() - start;
    }
    const { state } = await (await jetstreamManager(connection, { checkAPI: false })).streams.info(STREAM);
    await connection.close();
    return { team, line, sealing, bytes: state.bytes / count };
  } catch (error) {
    await team.stop();
    throw error;
  }
}
