// What is measured in one run: this build, and beside it another version that was built, so that a slow or busy machine
// moves the figures of both alike.
import { builtExtension } from '../lib/open-browser.ts';

/** A built extension for Chromium, or none. */
export interface Variant {
  name: string;
  /** The folder of the built extension; this one's without it. */
  extension?: string | undefined;
  /** Without any extension. */
  bare?: boolean;
}

/** @param beside the folder of another built version, where there is one */
export function variantsBeside(beside: string | undefined): Variant[] {
  const now: Variant = { name: 'now', extension: builtExtension.chromium };
  return beside === undefined ? [now] : [{ name: 'beside', extension: beside }, now];
}
