// What the commands that look at saved pages share: they read a file and its address, and say in one sentence
// what is wrong with a file or an argument.
import { readFileSync } from 'node:fs';
import { wholeText } from '../../lib/store/lines.ts';

/** What is wrong with a file or an argument, for standard error and exit code 2. */
export class Problem extends Error {}

/** Does something; a problem with it is said on standard error, and whatever follows goes on. */
export async function report(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

/** A file's text; "-" is standard input. */
export function textOf(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new Problem(`${file}: ${(error as Error).message}`);
  }
  const read = wholeText(bytes);
  if ('packed' in read) throw new Problem(`${file}: this file is packed (${read.packed}): unpack it first`);
  return read.text;
}

/** A moment as a person writes it, as ISO 8601 UTC; now where none is given. */
export function momentOf(said: string | undefined): string {
  const at = said === undefined ? new Date() : new Date(said);
  if (Number.isNaN(at.getTime())) throw new Problem(`--seen-at ${said}: not a time such as 2026-11-22T10:00:00Z`);
  return at.toISOString();
}
