// What was read and is not yet known to be stored. The browser may end the worker at any moment, with a
// reading under way; a reading waits here until the worker has answered it, and is sent again until then.
import type { Reading } from '../reading/reading.ts';
import { ProblemError } from './ask-worker.ts';

/** After attempts that failed: so long until the next, ms; the last again and again. */
const RETRY_MS = [1_000, 4_000, 16_000, 60_000];
/** An attempt that has no answer after so long holds up the next no more, ms: an import may keep the worker busy. */
const ANSWER_MS = 30_000;
/** More than this does not wait, readings and UTF-16 code units of what they say: the oldest go. */
const MAX_WAITING = 30;
const MAX_SIZE = 5_000_000;

/** Characters; fewer words of a project's page are not what its client wrote. */
const MIN_WRITING = 120;

/** A reading, with what distinguishes it from others. */
export interface Kept {
  reading: Reading;
  /** The page: two readings of one page may hold the same things. */
  page: string;
  /** How many there are, as the page says, and the words that may say it. */
  of: string;
  /** Each thing that was seen, and each card that tells of one, by what tells it from others. */
  seen: readonly number[];
  /** UTF-16 code units of what they say. */
  size: number;
}

/** Prepares a reading to be compared with others. */
export function keep(reading: Reading): Kept {
  let size = 0;
  // Around a project much moves that is none of it; what its client wrote is long.
  const told = (reading.outlines ?? []).flatMap<unknown>(({ as, cards }) =>
    as === 'project' ? cards.map(({ items }) => items.filter(({ text }) => text.length > MIN_WRITING)) : cards,
  );
  const seen = [...reading.sightings, ...told].map((one) => {
    const said = JSON.stringify(one);
    size += said.length;
    return digestOf(said);
  });
  const of = JSON.stringify([reading.of, reading.surroundings]);
  return { reading, page: `${reading.page} ${reading.url}`, of, seen, size };
}

/** A number of 53 bits for a text, so that texts can be compared that are not kept: two rounds of Murmur's kind (cyrb53). */
function digestOf(text: string): number {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let n = 0; n < text.length; n++) {
    const code = text.charCodeAt(n);
    one = Math.imul(one ^ code, 2_654_435_761);
    two = Math.imul(two ^ code, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909);
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & two) + (one >>> 0);
}

/** All that a reading says, whenever it was made. */
export function keyOf({ page, of, seen }: Kept): string {
  return `${page} ${of} ${seen}`;
}

export interface OutboxOptions<Answer> {
  /** Puts a reading to the worker; resolves once it is stored. */
  deliver(reading: Reading): Promise<Answer>;
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

  const attempt = async (one: Waiting): Promise<void> => {
    try {
      const answer = await deliver(one.reading);
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
    holds: (kept) => waiting.some((one) => keyOf(one) === keyOf(kept)),
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
      for (const one of waiting) void attempt(one);
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
