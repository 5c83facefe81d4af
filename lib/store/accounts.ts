// Everyone who was seen, one row each, for the lists a person searches, sorts and filters: who it is,
// what the last assessment said in brief, how much was seen and when. It is derived: assessing
// everyone again writes all of it anew.

import { type AccountKey, splitAccountKey } from '../model/account.ts';
import { type Assessment, type Coverage, levels } from '../model/assessment.ts';
import { needsAttention } from '../model/finding.ts';
import { foldLetters } from '../model/fold-letters.ts';
import type { Profile } from '../model/observation.ts';
import { coverageOf } from './coverage.ts';
import type { AccountRow, BriefFinding, StoredObservation } from './rows.ts';

/** Other accounts kept of one finding. */
const MAX_WITH = 100;
/** Words of a name that a search finds it by, and how much of each. */
const MAX_WORDS = 8;
const MAX_WORD = 40;
const UNUSUAL = /\P{ASCII}/u;

/** When an account was first and last seen, by what name, and how much of it. */
export interface AccountSummary {
  name?: string;
  coverage: Coverage;
  firstSeenAt: string;
  lastSeenAt: string;
}

/** Puts the rows about one account together; undefined without any. */
export function accountSummary(rows: readonly StoredObservation[]): AccountSummary | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const summary: AccountSummary = {
    coverage: coverageOf(rows.map(({ body }) => body)),
    firstSeenAt: first.firstSeenAt,
    lastSeenAt: first.lastSeenAt,
  };
  for (const { kind, body, firstSeenAt, lastSeenAt } of rows) {
    if (firstSeenAt < summary.firstSeenAt) summary.firstSeenAt = firstSeenAt;
    if (lastSeenAt > summary.lastSeenAt) summary.lastSeenAt = lastSeenAt;
    const name = kind === 'profile' && (body as Profile).name;
    if (name) summary.name = name;
  }
  return summary;
}

/**
 * The row of an account.
 *
 * @param assessment what was found; without it the row says that the account was not assessed yet
 * @param assessedAt when, ISO 8601
 */
export function accountRow(
  key: AccountKey,
  summary: AccountSummary,
  assessment?: Assessment,
  assessedAt = new Date().toISOString(),
): AccountRow {
  const { site, account } = splitAccountKey(key);
  const findings = (assessment?.findings ?? []).filter(needsAttention).map((finding) => ({
    flag: finding.flag,
    strength: finding.strength,
    key: finding.key,
    message: finding.message,
    data: finding.data,
    with: finding.with.slice(0, MAX_WITH) as AccountKey[],
  }));
  const level = assessment?.level ?? 'not-enough-seen';
  return {
    key,
    site,
    account,
    level,
    rank: levels.length - 1 - levels.indexOf(level),
    findings,
    ...indexOf(findings),
    ...summary,
    ...(assessment && { assessedAt }),
    words: searchWords(account, summary.name),
  };
}

/** What findings are found by. */
function indexOf(findings: readonly BriefFinding[]): Pick<AccountRow, 'flags' | 'others'> {
  return {
    flags: [...new Set(findings.map(({ flag }) => flag))],
    others: [...new Set(findings.flatMap(namedIn))],
  };
}

/** Everyone whom a finding names. */
function namedIn({ with: others, data }: BriefFinding): AccountKey[] {
  const told = Object.values(data).flatMap((one) => (typeof one === 'object' && 'accounts' in one ? one.accounts : []));
  return [...others, ...(told as AccountKey[])];
}

/** A row without the findings that name one of these. */
export function withoutNamed(row: AccountRow, people: ReadonlySet<string>): AccountRow {
  const findings = row.findings.filter((finding) => !namedIn(finding).some((other) => people.has(other)));
  return { ...row, findings, ...indexOf(findings) };
}

/** True when two rows say different things of what was found. */
export function foundAnew(before: AccountRow | undefined, now: AccountRow): boolean {
  return JSON.stringify(before?.findings ?? []) !== JSON.stringify(now.findings);
}

/** The words that an account is found by, without capitals and accents: its id, its name, and each word within them. */
export function searchWords(account: string, name = ''): string[] {
  const whole = [account, name].map((one) => foldLetters(one.slice(0, MAX_WORDS * MAX_WORD)));
  const within = whole.toReversed().flatMap((one) => one.split(/[^\p{L}\p{N}]+/u, MAX_WORDS));
  return [...new Set([...whole, ...within].map((word) => word.slice(0, MAX_WORD)).filter(Boolean))];
}

/** What a person typed, as it is looked for in those words. */
export function searchedFor(typed: string): string {
  return foldLetters(
    typed
      .trim()
      .replace(/^@/, '')
      .slice(0, MAX_WORDS * MAX_WORD),
  ).slice(0, MAX_WORD);
}

/**
 * Whether an account's words hold what is searched for, each of its words anywhere: "rtiz mar" is in "Marta Ortiz".
 *
 * @param searched as `searchedFor` gives it
 */
export function hasInWords({ words }: Pick<AccountRow, 'words'>, searched: string): boolean {
  if (words.some((word) => holds(word, searched))) return true;
  const parts = searched.split(/\s+/u);
  return parts.length > 1 && parts.every((part) => words.some((word) => holds(word, part)));
}

/** Words that an earlier version listed have their accents still. */
function holds(word: string, part: string): boolean {
  return word.includes(part) || (UNUSUAL.test(word) && foldLetters(word).includes(part));
}
