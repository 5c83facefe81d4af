// How long `npm run assess` takes for 100,000 bids, as a whole process, as a multiple of the floor on the same file, and
// how much memory at most; on an easy and on a hard set.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BidSet, easy, hard } from './bid-sets.ts';

const BIDS = 100_000;
const SETS: readonly (readonly [name: string, write: BidSet])[] = [
  ['easy: next to nothing in common', easy],
  ['hard: chance fragments, one in five in 500 families', hard],
];

export async function command(): Promise<{ title: string; markdown: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'hireflag-bench-'));
  try {
    const lines = [
      `${BIDS.toLocaleString('en')} bids, whole processes, processor time. Floor: reading, parsing, cutting into words and hashing the same file.`,
      '',
      '| set | accounts | processor time | × floor | memory at most |',
      '|---|---|---|---|---|',
    ];
    for (const [name, write] of SETS) {
      const file = join(folder, 'bids.jsonl');
      await write(file, BIDS);
      const floor = await runOnFile('./floor.ts', file);
      const { seconds, megabytes, lines: accounts } = await runOnFile('../assess.ts', file);
      const times = (seconds / floor.seconds).toFixed(1);
      lines.push(
        `| ${name} | ${accounts.toLocaleString('en')} | ${seconds.toFixed(1)} s | ${times} | ${megabytes.toFixed(0)} MB |`,
      );
    }
    return { title: 'npm run assess', markdown: `${lines.join('\n')}\n` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a command used. */
export interface Used {
  /** Of processor time, and of time that passed. */
  seconds: number;
  passed: number;
  /** Of memory, at most. */
  megabytes: number;
  /** How many lines it wrote. */
  lines: number;
}

/** Runs a script, named from this folder, on a file. */
export function runOnFile(script: string, file: string): Promise<Used> {
  const began = Date.now();
  // The process itself says at its end what it used.
  const watch =
    'process.on("exit", () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage(); console.error("used", maxRSS, userCPUTime + systemCPUTime); })';
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(watch)}`, new URL(script, import.meta.url).pathname, file],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let lines = 0;
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) lines++;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  return new Promise((done, failed) => {
    child.on('close', (code) => {
      const [, kilobytes, microseconds] = /used (\d+) (\d+)/.exec(said) ?? [];
      if (code !== 0) failed(new Error(said));
      else {
        const passed = (Date.now() - began) / 1000;
        done({ seconds: Number(microseconds) / 1e6, passed, megabytes: Number(kilobytes) / 1_024, lines });
      }
    });
  });
}
