// How long `npm run assess` takes for 100,000 bids, as a whole process, and how much memory at most.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writer } from '../evaluate/letters.ts';
import { random } from '../evaluate/random.ts';

const BIDS = 100_000;
const ON_A_PROJECT = 50;

export async function command(): Promise<{ title: string; markdown: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'hireflag-bench-'));
  try {
    const file = join(folder, 'bids.jsonl');
    await write(file);
    const { seconds, megabytes, accounts } = await run(file);
    const markdown = [
      '| bids | accounts | time | memory at most |',
      '|---|---|---|---|',
      `| ${BIDS.toLocaleString('en')} | ${accounts.toLocaleString('en')} | ${seconds.toFixed(1)} s | ${megabytes.toFixed(0)} MB |`,
    ].join('\n');
    return { title: 'npm run assess', markdown: `${markdown}\n` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Bids of about 120 words by 25,000 accounts; on every third project three accounts share a text. */
async function write(file: string): Promise<void> {
  const next = random(7);
  const writer = new Writer('english', next);
  const out = createWriteStream(file);
  for (let i = 0; i < BIDS; i++) {
    const project = Math.floor(i / ON_A_PROJECT);
    const shares = project % 3 === 0 && i % ON_A_PROJECT < 3;
    const author = shares ? new Writer('english', random((project % 40) + 1_000)) : writer;
    const text = author.join(Array.from({ length: 10 }, () => author.own()));
    const bid = {
      kind: 'bid',
      site: 'freelancer',
      seenAt: '2026-10-05T08:00:00Z',
      project: `${project}`,
      account: `bidder${Math.floor(next() * 25_000)}`,
      text,
    };
    if (!out.write(`${JSON.stringify(bid)}\n`)) await once(out, 'drain');
  }
  await new Promise<void>((done) => out.end(done));
}

function run(file: string): Promise<{ seconds: number; megabytes: number; accounts: number }> {
  const script = new URL('../assess.ts', import.meta.url).pathname;
  // The process itself says at its end how much memory it held at most.
  const watch = 'process.on("exit", () => console.error("rss", process.resourceUsage().maxRSS))';
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(watch)}`, script, file],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let accounts = 0;
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) accounts++;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  return new Promise((done, failed) => {
    child.on('close', (code) => {
      const kilobytes = Number(/rss (\d+)/.exec(said)?.[1]);
      if (code !== 0) failed(new Error(said));
      else done({ seconds: (performance.now() - began) / 1_000, megabytes: kilobytes / 1_024, accounts });
    });
  });
}
