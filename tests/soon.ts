// Waits in tests for what happens by itself. The end is no measure: it only stops what hangs.
import { vi } from 'vitest';

/** Waits until all that is expected holds. */
export const soon = <T>(expected: () => T | Promise<T>) => vi.waitFor(expected, { timeout: 300_000 });
