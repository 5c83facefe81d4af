// When the worker may do what nobody waits for: once nothing has been asked for a while. What starts a worker is mostly a
// page that is loading, which says a moment later what it read; reading the database through meanwhile would make its
// badges late.

/** Nothing was asked for so long, ms. */
const QUIET_MS = 2_000;
/** With pages that ask all the time it begins after so long at the latest, ms: the browser may end the worker. */
const AT_LATEST_MS = 15_000;

export class WhenQuiet {
  readonly #begin: () => void;
  readonly #busy: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** How often something was asked: what waits for an earlier time is over. */
  #asked = 0;
  #hasBegun = false;

  /**
   * @param begin called once
   * @param busy done when nothing is being answered
   */
  constructor(begin: () => void, busy: () => Promise<void>) {
    this.#begin = begin;
    this.#busy = busy;
    setTimeout(() => this.#start(), AT_LATEST_MS);
    this.#wait();
  }

  /** Something was asked. */
  asked(): void {
    if (!this.#hasBegun) this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    const turn = this.#asked;
    this.#timer = setTimeout(() => {
      void this.#busy().then(() => {
        if (turn === this.#asked) this.#start();
      });
    }, QUIET_MS);
  }

  #start(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    clearTimeout(this.#timer);
    this.#begin();
  }
}
