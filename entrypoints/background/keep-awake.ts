// The browser ends a background that no event and no call reached for half a minute, whatever that is busy with: the
// first assessment after a large import reads the database through for longer, and every next worker would be ended at
// the same place.

/** Less than the half minute after which Chromium and Firefox end a background, ms. */
const EVERY_MS = 20_000;

/**
 * Does work that takes long, and calls the browser now and then until it has ended.
 *
 * @param call a small question to the browser, which counts as a sign of life
 */
export async function keptAwake<T>(work: () => Promise<T>, call: () => Promise<unknown>): Promise<T> {
  const timer = setInterval(() => void call().catch(console.error), EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
