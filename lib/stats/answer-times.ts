// How long the user waits for answers: in every thread, from what the user wrote to what came back. Times are
// intervals, so an answer counts as late only where it surely was, and as in time only where it surely was.
import type { Interval } from '../model/time.ts';
import type { Misses } from './miss-rates.ts';

/** An answer after more than so long is late: a weekend and a day lie within. */
export const LATE_MS = 3 * 86_400_000;
/** After so long it is a new conversation, and no answer. */
const NEW_MS = 60 * 86_400_000;

/** One message of a thread. */
export interface Sent extends Interval {
  /** `site:thread`. */
  thread: string;
  account: string;
  mine: boolean;
}

/** What one account's answers come to. */
export interface Answers extends Misses {
  /** The longest that an answer surely took, milliseconds. */
  longest: number;
}

/** Every message whose time is known, by the store's number of its row. */
export class AnswerTimes {
  /** Grows with every change. */
  version = 0;
  readonly #rows = new Map<number, Sent>();
  #known: { version: number; answers: ReadonlyMap<string, Answers> } | undefined;

  put(row: number, sent: Sent): void {
    this.#rows.set(row, sent);
    this.version++;
  }

  remove(row: number): void {
    if (this.#rows.delete(row)) this.version++;
  }

  /** By account how many of the user's questions were answered, and how many of them late. */
  everyone(): ReadonlyMap<string, Answers> {
    if (this.#known?.version === this.version) return this.#known.answers;
    const threads = new Map<string, Sent[]>();
    for (const sent of this.#rows.values()) {
      const key = `${sent.thread}\n${sent.account}`;
      const known = threads.get(key);
      if (known) known.push(sent);
      else threads.set(key, [sent]);
    }
    const answers = new Map<string, Answers>();
    for (const thread of threads.values()) {
      const account = (thread[0] as Sent).account;
      const all = answers.get(account) ?? { trials: 0, missed: 0, longest: 0 };
      answers.set(account, countAnswers(thread, all));
    }
    this.#known = { version: this.version, answers };
    return answers;
  }
}

/** Adds a thread's answers: from the last that the user wrote before it to the first that came back. */
function countAnswers(thread: Sent[], all: Answers): Answers {
  thread.sort((a, b) => a.from - b.from || a.to - b.to);
  let { trials, missed, longest } = all;
  for (const [i, answer] of thread.entries()) {
    const question = thread[i - 1];
    if (answer.mine || !question?.mine) continue;
    const [least, most] = [answer.from - question.to, answer.to - question.from];
    if (least > NEW_MS) continue;
    if (least > LATE_MS) missed++;
    else if (most > LATE_MS) continue;
    trials++;
    longest = Math.max(longest, least);
  }
  return { trials, missed, longest };
}
