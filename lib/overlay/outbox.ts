// What was read and is not yet known to be stored. The browser may end the worker at any moment, with a
// reading under way; a reading waits here until the worker has answered it, and is sent again until then.
import type { Reading } from '../reading/reading.ts';
import { ProblemError } from './ask-worker.ts';
import type { Kept } from './kept.ts';

/** After attempts that failed: so long until the next, ms; the last again and again. */
const RETRY_MS = [1_000, 4_000, 16_000, 60_000];
/** An attempt that has no answer after so long holds up the next no more, ms: an import may keep the worker busy. */
const ANSWER_MS = 30_000;
/** More than this does not wait, readings and UTF-16 code units of what they say: the oldest go. */
const MAX_WAITING = 30;
const MAX_SIZE = 5_000_000;

export interface OutboxOptions<Answer> {
  /**
   * Puts a reading to the worker; resolves once it is stored.
   *
   * @param isLast whether the page is going away, so that nothing that is answered can be acted on
   */
  deliver(reading: Reading, isLast: boolean): Promise<Answer>;
  /** Hears of each reading that waits no more, with the answer; without one where it was refused. */
  settled(kept: Kept, answer?: Answer): void;
  /** Hears that the worker cannot store a reading for now; it waits on. */
  failed(kept: Kept): void;
  /** Whether the extension can be reached no more: then nothing is sent again. */
  isGone(): boolean;
  /** Ends it; what waits then is given up. */
  signal: AbortSignal;
}

export interface Outbox {
  /** Whether this waits here, or something that says the same. */
  holds(kept: Kept): boolean;
  /** Takes a reading in, in the place of earlier ones of the same page that say nothing more, and sends what waits. */
  add(kept: Kept): void;
  /** Sends what waits, oldest first, now rather than when its time has come. */
  send(): void;
  /** Sends everything at once: the page is going away. */
  sendAll(): void;
}

interface Waiting extends Kept {
  /** Tried in this round. */
  isTried: boolean;
}

export function startOutbox<Answer>({ deliver, settled, failed, isGone, signal }: OutboxOptions<Answer>): Outbox {
  /** Oldest first. */
  let waiting: Waiting[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  /** Rounds that failed, one after another. */
  let failures = 0;

  const settle = (one: Waiting, answer?: Answer) => {
    waiting = waiting.filter((other) => other !== one);
    settled(one, answer);
  };

  const attempt = async (one: Waiting, isLast = false): Promise<void> => {
    try {
      const answer = await deliver(one.reading, isLast);
      failures = 0;
      if (!signal.aborted) settle(one, answer);
    } catch (error) {
      // Nothing of ours may surface in the page; what went wrong is for the extension's own console.
      if (!isGone()) console.debug(error);
      if (signal.aborted || !(error instanceof ProblemError)) return;
      if (error.temporary) failed(one);
      else settle(one);
    }
  };

  const sendRound = async (): Promise<void> => {
    clearTimeout(timer);
    isSending = true;
    for (const one of waiting) one.isTried = false;
    // What is added meanwhile is sent in the same round.
    for (;;) {
      const one = waiting.find(({ isTried }) => !isTried);
      if (!one) break;
      one.isTried = true;
      await atMost(ANSWER_MS, attempt(one));
    }
    isSending = false;
    if (waiting.length === 0 || isGone()) return;
    timer = setTimeout(send, RETRY_MS[Math.min(failures, RETRY_MS.length - 1)]);
    failures += 1;
  };
  const send = () => {
    if (!isSending) void sendRound();
  };

  signal.addEventListener('abort', () => {
    waiting = [];
    clearTimeout(timer);
  });
  return {
    holds: (kept) => waiting.some((one) => one.key === kept.key),
    add: (kept) => {
      const seen = new Set(kept.seen);
      waiting = waiting.filter((one) => one.page !== kept.page || !one.seen.every((thing) => seen.has(thing)));
      waiting.push({ ...kept, isTried: false });
      let size = waiting.reduce((sum, one) => sum + one.size, 0);
      while (waiting.length > MAX_WAITING || (size > MAX_SIZE && waiting.length > 1)) {
        size -= waiting.shift()?.size ?? 0;
      }
      failures = 0;
      send();
    },
    send,
    sendAll: () => {
      for (const one of waiting) void attempt(one, true);
    },
  };
}

/** Waits for a promise that does not reject, but no longer than this, ms. */
async function atMost(ms: number, promise: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<void>((done) => {
    timer = setTimeout(done, ms);
  });
  await Promise.race([promise, end]);
  clearTimeout(timer);
}
