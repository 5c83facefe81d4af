// How long a new member's browser takes to read a team's pool: the built package for teams joins in real Chromium and Firefox, and
// reads a full pool through a real server with TLS, sealed and signed. Processor time of all of the browser's processes from the
// tenth part on, since starting and joining are no part of it. A million is reckoned from it.
import type { Page } from 'puppeteer-core';
import { builtForTeams } from '../lib/open-browser.ts';
import { startBrowser } from '../lib/start-browser.ts';
import { joinAll, makeKey } from '../team/join.ts';
import { type FilledPool, fillPool } from './filled-pool.ts';
import { memoryOf, processorTimeOf } from './processor-time.ts';

/** Bids in the pool; Firefox reads a fifth of them. */
const BIDS = Number(process.env.HIREFLAG_BENCH_BIDS ?? 100_000);
/** How often it is looked how far it is, ms. */
const EVERY = 500;

interface Took {
  /** Of all of the browser's processes, µs a bid. */
  worked: number;
  /** Of the browser's main process, which holds the database, µs a bid. */
  main: number;
  /** Time that passed, µs a bid. */
  passed: number;
  /** The most memory that the browser's processes held together, MB. */
  memory: number;
  bids: number;
}

/** The packages for teams must be built. */
export async function replay(): Promise<{ title: string; markdown: string }> {
  const lines = [
    '| | bids | processor time a bid | of it the main process | time that passed a bid | a million (reckoned) | memory of all processes |',
    '|---|---|---|---|---|---|---|',
  ];
  for (const [kind, bids] of [
    ['chromium', BIDS],
    ['firefox', BIDS / 5],
  ] as const) {
    const pool = await fillPool(bids);
    try {
      const took = await read(kind, pool, bids);
      const us = (figure: number) => `${figure.toFixed(0)} µs`;
      const minutes = (figure: number) => `${(figure / 60).toFixed(1)} min`;
      lines.push(
        `| ${kind} | ${took.bids.toLocaleString('en')} | ${us(took.worked)} | ${us(took.main)} | ${us(took.passed)} | ${minutes(took.worked)} of work, ${minutes(took.passed)} | ${took.memory.toFixed(0)} MB |`,
      );
    } finally {
      await pool.team.stop();
    }
  }
  return { title: 'A new member reads the pool', markdown: `${lines.join('\n')}\n` };
}

async function read(kind: 'chromium' | 'firefox', { team, line }: FilledPool, bids: number): Promise<Took> {
  const browser = await startBrowser(kind, {
    answer: () => undefined,
    extension: builtForTeams[kind],
    pool: team.server,
  });
  try {
    const pid = browser.browser.process()?.pid;
    const [worked, main, memory] = [processorTimeOf(pid), processorTimeOf(pid, { alone: true }), memoryOf(pid)];
    const newcomer = await makeKey(browser, 'New');
    await joinAll(team, [newcomer], [line]);
    let [from, most] = [undefined as { at: number; worked: number; main: number; time: number } | undefined, 0];
    for (;;) {
      const at = await takenBy(newcomer.settings);
      most = Math.max(most, memory());
      const now = { at, worked: worked(), main: main(), time: performance.now() };
      // A small pool may be read whole until it is looked again: then from the time before.
      if (!from || (from.at < bids / 10 && at < bids / 2)) from = now;
      if (at >= bids) {
        const read = at - from.at;
        if (read < bids / 2) throw new Error(`${bids} bids were read before it was looked: measure with more.`);
        const a = (figure: number) => (figure * 1_000) / read;
        return {
          worked: a(now.worked - from.worked),
          main: a(now.main - from.main),
          passed: a(now.time - from.time),
          memory: most,
          bids,
        };
      }
      await new Promise((done) => setTimeout(done, EVERY));
    }
  } finally {
    await browser.close();
  }
}

/** How many observations a browser has taken from the pool. */
function takenBy(own: Page): Promise<number> {
  return own.evaluate(
    () =>
      new Promise<number>((done, failed) => {
        const request = indexedDB.open('hireflag');
        request.onerror = () => failed(request.error);
        request.onsuccess = () => {
          const tx = request.result.transaction('team');
          const status = tx.objectStore('team').get('status');
          tx.oncomplete = () => {
            request.result.close();
            done(status.result?.received ?? 0);
          };
        };
      }),
  );
}
