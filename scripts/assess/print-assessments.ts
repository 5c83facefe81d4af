// Prints one assessment an account of the observations in a file, by the same code that the extension runs.
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { giveSchemasWords, problemWords } from '../../components/dashboard/line-problem.ts';
import { assess } from '../../lib/assess/assess.ts';
import { type MemoryEvidence, MemoryStore } from '../../lib/evidence/memory-evidence.ts';
import { sentence } from '../../lib/i18n/sentences.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import type { Data } from '../../lib/model/finding.ts';
import { type LineProblem, readLines } from '../../lib/store/import.ts';

/** More problems than this are counted, not listed: a file of another kind has one a line. */
const MAX_LISTED = 100;
/** Accounts assessed at a time: their evidence is printed before the next are looked at. */
const AT_ONCE = 500;

/** Sentences of checks: most accounts have the same ones. */
const said = new Map<string, string>();
const MAX_SAID = 20_000;

let problems = 0;

/**
 * Prints what is found, a line an account; on standard error what is wrong with lines that are no observations.
 *
 * @param file `-` for standard input
 * @returns whether every line was good
 */
export async function printAssessments(file: string): Promise<boolean> {
  giveSchemasWords();
  problems = 0;
  const seen = await everythingIn(file);
  for (let from = 0; from < seen.accounts.length; from += AT_ONCE) {
    const assessments = await assess(seen.accounts.slice(from, from + AT_ONCE), seen);
    for (const assessment of assessments) await print(`${JSON.stringify(inWords(assessment))}\n`);
  }
  if (problems > MAX_LISTED) console.error(`… and ${problems - MAX_LISTED} more lines like these`);
  return problems === 0;
}

/** What a file shows. The store that it is read into is not held any longer. */
async function everythingIn(file: string): Promise<MemoryEvidence> {
  const store = new MemoryStore();
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
  return store.evidenceInFixedOrder();
}

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
      because: becauseOf(flag, message, data),
    })),
    findings: findings.map((finding) => ({
      ...finding,
      says: sentence(finding.flag, finding.message, finding.data, 'en'),
    })),
  };
}

function becauseOf(flag: string, message: string, data: Data): string {
  const key = `${flag} ${message} ${JSON.stringify(data)}`;
  const known = said.get(key);
  if (known !== undefined) return known;
  if (said.size >= MAX_SAID) said.clear();
  const words = sentence(flag, message, data, 'en');
  said.set(key, words);
  return words;
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
