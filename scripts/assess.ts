// Observations in, one assessment an account out, by the same code that the extension runs.
//   npm run -s assess -- FILE      (or - for standard input)
// A line that is no observation is named on standard error with what is wrong; every good line is
// still used, and the exit code is then 2.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/** By how much, in percent, the heap may grow between two full collections of what is no longer used. */
const GROWING = 40;

const [file, ...more] = process.argv.slice(2);
if (!file || more.length > 0) {
  console.error('Usage: npm run -s assess -- FILE      (FILE: observations as JSON Lines; - for standard input)');
  process.exit(2);
}

// Most of what is held is held to the end: room for two and a half times as much is never needed. No limit is set by it.
setFlagsFromString(`--heap-growing-percent=${GROWING}`);
// Taking types out of five hundred files and compiling them takes a second, which is done once. Where it cannot be
// written, all is as before.
enableCompileCache(join(import.meta.dirname, '..', '.cache', 'compiled'));
const { printAssessments } = await import('./assess/print-assessments.ts');
// What is new stays in the room that it has by now, some MB: left alone that grows to 64 MB.
setFlagsFromString('--semi-space-growth-factor=1');
if (!(await printAssessments(file))) process.exitCode = 2;
