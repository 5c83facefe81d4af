// An analyst of a team's pool without a browser (docs/team.md).
//   npm run -s analyst -- [FOLDER] --invitation FILE     begins one: makes its key, and says the line for the team's file
//   npm run -s analyst -- [FOLDER] [--server wss://HOST:PORT] [--share 2/4] [--once]
// It may be ended at any moment, and goes on where it was. --share 2/4 assesses the second quarter of all accounts.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readInvitation } from '../lib/team/invitation.ts';
import { newSeed, publicKeyOf } from '../lib/team/keys.ts';
import { asError, linkProblemOf } from '../lib/team/link.ts';
import { Analyst, type Share, type Turn } from './analyst/analyst.ts';
import { AnalystStore } from './analyst/store.ts';
import { openWire, type Wire } from './analyst/wire.ts';

const usage =
  'usage: npm run -s analyst -- [FOLDER] [--invitation FILE] [--server wss://HOST:PORT] [--share 1/4] [--once]';

/** Between two turns, and after one that failed, ms. */
const PAUSE = 2_000;
const AFTER_FAILURE = 15_000;

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      invitation: { type: 'string' },
      server: { type: 'string' },
      share: { type: 'string' },
      once: { type: 'boolean' },
    },
  });
  const [folder = 'analyst', ...more] = positionals;
  if (more.length > 0) throw new Error('One folder only.');
  const file = join(folder, 'analyst.json');
  if (values.invitation !== undefined) begin(folder, file, values.invitation);
  else await run(folder, file, values.server, shareOf(values.share), values.once ?? false);
} catch (error) {
  console.error(`${asError(error).message}\n${usage}`);
  process.exitCode = 2;
}

function begin(folder: string, file: string, invitation: string): void {
  const line = readFileSync(invitation, 'utf8').trim();
  if (!readInvitation(line)) throw new Error(`${invitation}: no invitation of a team`);
  const seed = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).seed : newSeed();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify({ seed, invitation: line }, undefined, 2)}\n`, { mode: 0o600 });
  console.log(`${file}: its key and the team's. For the team's file:\nanalyst ${publicKeyOf(seed)} Analyst`);
}

async function run(
  folder: string,
  file: string,
  server: string | undefined,
  share: Share,
  isOnce: boolean,
): Promise<void> {
  if (!existsSync(file)) throw new Error(`${file} is not there: begin with --invitation.`);
  const { seed, invitation: line } = JSON.parse(readFileSync(file, 'utf8'));
  const invitation = readInvitation(line);
  if (!invitation) throw new Error(`${file} holds no invitation of a team`);
  const store = new AnalystStore(folder);
  const analyst = new Analyst(store, { invitation, seed, share });
  let wire: Wire | undefined;
  for (let pause = 0; ; await new Promise((done) => setTimeout(done, pause))) {
    try {
      wire ??= await openWire(server ?? invitation.server, seed);
      report(await analyst.turn(wire), store);
      pause = PAUSE;
    } catch (error) {
      console.error(`The pool: ${linkProblemOf(error)} (${asError(error).message}). It is tried again.`);
      await wire?.close();
      wire = undefined;
      pause = AFTER_FAILURE;
      if (isOnce) process.exitCode = 1;
    }
    if (isOnce) break;
  }
  await wire?.close();
  store.close();
}

function report({ taken, refused, assessed, said }: Turn, store: AnalystStore): void {
  const not = Object.entries(refused).map(([why, count]) => `${count} ${why}`);
  if (taken + assessed + not.length === 0) return;
  const notTaken = not.length > 0 ? `, not taken: ${not.join(', ')}` : '';
  console.log(
    `${taken} observations taken in${notTaken}; ${assessed} accounts assessed, ${said} of them anew said; ${store.counts().rows} rows.`,
  );
}

function shareOf(text = '1/1'): Share {
  const [, place, of] = /^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? [];
  const share = { place: Number(place) - 1, of: Number(of) };
  if (!(share.place >= 0 && share.place < share.of)) throw new Error(`${text}: no share such as 2/4`);
  return share;
}
