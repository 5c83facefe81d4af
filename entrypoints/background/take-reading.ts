// Takes in what a page's script read: parsed, and dated by the worker's own clock.

import type { Reading } from '../../lib/reading/reading.ts';
import { parseReading } from '../../lib/reading/reading-schema.ts';

/** So long a page's script may have waited with a reading, because the worker could not be reached, ms. */
const MAX_WAIT_MS = 3_600_000;

/**
 * Parses an untrusted value into a reading. A reading says itself when it was made, which is believed as far
 * as it may have waited for the worker; anything else was read now.
 *
 * @param now by the worker's clock, ms since 1970
 * @returns the reading, or in one sentence what is wrong with the value. Never throws.
 */
export function takeReading(untrusted: unknown, now = Date.now()): { reading: Reading } | { problem: string } {
  const parsed = parseReading(untrusted);
  return 'problem' in parsed ? parsed : { reading: dated(parsed.reading, now) };
}

/** A parsed reading with the time that is believed. */
export function dated(reading: Reading, now: number): Reading {
  const said = Date.parse(reading.seenAt);
  const at = said <= now && said > now - MAX_WAIT_MS ? said : now;
  return { ...reading, seenAt: new Date(at).toISOString() };
}
