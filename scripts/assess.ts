// Observations in, one assessment an account out, by the same code that the extension runs.
//   npm run -s assess -- FILE      (or - for standard input)
// A line that is no observation is named on standard error with what is wrong; every good line is
// still used, and the exit code is then 2.
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { giveSchemasWords, problemWords } from '../components/dashboard/line-problem.ts';
import { assess } from '../lib/assess/assess.ts';
import { MemoryStore } from '../lib/evidence/memory-evidence.ts';
import { sentence } from '../lib/i18n/sentences.ts';
import type { Assessment } from '../lib/model/assessment.ts';
import { type LineProblem, readLines } from '../lib/store/import.ts';

/** More problems than this are counted, not listed: a file of another kind has one a line. */
const MAX_LISTED = 100;
/** Accounts assessed at a time: their evidence is printed before the next are looked at. */
const AT_ONCE = 500;

giveSchemasWords();

const [file, ...more] = process.argv.slice(2);
if (!file || more.length > 0) {
  console.error('Usage: npm run -s assess -- FILE      (FILE: observations as JSON Lines; - for standard input)');
  process.exit(2);
}

const store = new MemoryStore();
let problems = 0;
try {
  const input = file === '-' ? process.stdin : createReadStream(file);
  for await (const read of readLines(input)) {
    if ('observation' in read) store.remember(read.observation);
    else if ('event' in read) store.rememberEvents([read.event]);
    else report(`${file}:${read.line}: ${wordsOf(read.problem)}`);
  }
} catch (error) {
  report(`${file}: ${error instanceof Error ? error.message : error}`);
}

const seen = store.evidenceInFixedOrder();
for (let from = 0; from < seen.accounts.length; from += AT_ONCE) {
  const assessments = await assess(seen.accounts.slice(from, from + AT_ONCE), seen);
  for (const assessment of assessments) await print(`${JSON.stringify(inWords(assessment))}\n`);
}
if (problems > MAX_LISTED) console.error(`… and ${problems - MAX_LISTED} more lines like these`);
if (problems > 0) process.exitCode = 2;

/** An assessment as it is printed: each check and finding with its sentence, for whoever reads along. */
function inWords({ site, account, level, coverage, checks, findings }: Assessment) {
  return {
    site,
    account,
    level,
    coverage,
    checks: checks.map(({ flag, result, message, data }) => ({
      flag,
      result,
      because: sentence(flag, message, data, 'en'),
    })),
    findings: findings.map((finding) => ({
      ...finding,
      says: sentence(finding.flag, finding.message, finding.data, 'en'),
    })),
  };
}

/** Waits for a slow reader, so that what is printed does not pile up in memory. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** A field's name stands first, so that it is found at a glance. */
function wordsOf(problem: LineProblem): string {
  return problem.what === 'wrong-field' ? problem.problem : problemWords(problem);
}

function report(problem: string): void {
  problems++;
  if (problems <= MAX_LISTED) console.error(problem);
}
