// Long work in a page, done a little at a time, so that scrolling and typing never wait for us.

/** Work goes on without a pause for this long, ms: half of what a frame has, and far from the 50 ms of a task that a user notices. */
const SLICE_MS = 8;

/**
 * Runs steps to their end, letting the page go on between two of them when it is time.
 *
 * @returns what the steps return; undefined when `signal` aborts before they are done
 */
export async function inSteps<T>(steps: Generator<void, T>, signal: AbortSignal): Promise<T | undefined> {
  let start = performance.now();
  while (!signal.aborted) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - start < SLICE_MS) continue;
    await letThePageGoOn();
    start = performance.now();
  }
  return undefined;
}

/**
 * The same for steps that change the page: one step a frame, because the browser lays the page out anew
 * after each and that takes far longer than the step itself.
 */
export async function inFrames(steps: Generator<void, unknown>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && !steps.next().done) await nextFrame();
}

/** After the next frame; a page in the background has none, and is not waited for. */
function nextFrame(): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, 100);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(done);
    });
  });
}

/** Chromium and Firefox continue soon after what waits; elsewhere a timer does. */
function letThePageGoOn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((done) => setTimeout(done));
}
