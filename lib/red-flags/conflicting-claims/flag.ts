// Finds accounts whose own statements cannot be true together: ten years of experience and later nine, a senior's work
// long before school ended, a home in one country in the text and in another on the profile, a mail domain that only
// looks like the employer's. Both statements are quoted side by side, each pair with a question to ask. People mistype,
// copy old texts and round what they say, so each pair is a question and no more.
import type { Evidence } from '../../evidence/evidence.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import type { EvidenceRow, Finding, Strength } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import type { FlagCheck, FlagReport, RedFlag } from '../red-flag.ts';
import { sourcesOf } from '../sources.ts';
import { type Conflict, conflictsOf, type Side, type Topic } from './conflicts.ts';
import en from './en.json' with { type: 'json' };
import { type Account, accountsSaying } from './sources.ts';

type MessageId = keyof typeof en.messages;
type ClaimsCheck = FlagCheck & { message: MessageId };
type ClaimsFinding = Finding & { message: MessageId };
type Row = EvidenceRow & { label: MessageId };

/** Experience that shrank by so many years is no slip. */
const MANY_YEARS = 3;

/** The shares of ordinary accounts that are found, at most (95 %): see docs/evaluation.md. */
const CHANCE: Readonly<Record<Strength, number>> = { weak: 0.0008, moderate: 0.0004, strong: 0.0004 };

export const conflictingClaims: RedFlag = {
  id: 'conflicting-claims',
  clauses: ['C3', 'C12', 'O4'],
  falseAlarms: { question: 0.0008, closer: 0 },
  words: en,
  evaluate,
};

async function evaluate(accounts: readonly AccountKey[], evidence: Evidence): Promise<FlagReport> {
  const checks = new Map<AccountKey, ClaimsCheck>();
  const findings: Finding[] = [];
  for (const [account, said] of await accountsSaying(accounts, evidence)) {
    const conflicts = conflictsOf(said);
    if (conflicts.length > 0) findings.push(findingOf(account, said, conflicts));
    checks.set(account, checkOf(said, conflicts.length));
  }
  return { checks, findings };
}

function checkOf({ history, statements, texts }: Account, conflicts: number): ClaimsCheck {
  const data = { claims: statements.length, texts: texts.length };
  if (conflicts > 0) return { result: 'found', message: 'checkFound', data: { ...data, conflicts } };
  const { education = [], employment = [] } = history?.profile ?? {};
  const listed = education.length + employment.length;
  // One statement alone contradicts nothing.
  if (statements.length + listed < 2) return { result: 'too-little', message: 'tooLittle', data: { ...data, listed } };
  return { result: 'clear', message: 'clear', data: { ...data, listed } };
}

/** Two pairs on different matters, or one that no slip explains, are more than a question about a slip. */
function strengthOf(conflicts: readonly Conflict[]): Strength {
  const isPlain = conflicts.some(
    ({ topic, years = 0 }) => topic === 'mail' || (topic === 'years' && years >= MANY_YEARS),
  );
  return conflicts.length > 1 || isPlain ? 'moderate' : 'weak';
}

const labels = {
  years: 'rowYears',
  work: 'rowWork',
  school: 'rowSchool',
  graduation: 'rowGraduation',
  schoolYears: 'rowSchoolYears',
  place: 'rowPlace',
  member: 'rowMember',
  alone: 'rowAlone',
  employer: 'rowEmployer',
  mail: 'rowMail',
} as const satisfies Record<Topic, MessageId>;

const questions = {
  years: 'askYears',
  work: 'askWork',
  school: 'askSchool',
  graduation: 'askGraduation',
  schoolYears: 'askSchoolYears',
  place: 'askPlace',
  member: 'askMember',
  alone: 'askAlone',
  employer: 'askEmployer',
  mail: 'askMail',
} as const satisfies Record<Topic, MessageId>;

function findingOf(
  account: AccountKey,
  { history, statements }: Account,
  conflicts: readonly Conflict[],
): ClaimsFinding {
  const strength = strengthOf(conflicts);
  const [first] = conflicts as [Conflict];
  const seen = [
    ...(history ? [{ url: history.profile.url, firstSeenAt: history.lastSeenAt }] : []),
    ...statements.map(({ source }) => source),
  ];
  return {
    flag: conflictingClaims.id,
    key: findingKey(
      conflictingClaims.id,
      conflicts.map(({ topic, one, other }) => [topic, one.words, other.words].join('\n')),
    ),
    topic: conflictingClaims.id,
    ...splitAccountKey(account),
    clauses: conflictingClaims.clauses.filter(
      (clause) => clause !== 'O4' || conflicts.some(({ topic }) => topic === 'mail'),
    ),
    strength,
    chance: CHANCE[strength],
    with: [],
    message: 'found',
    data: { conflicts: conflicts.length, topic: first.topic },
    evidence: [{ kind: 'counts', rows: conflicts.flatMap(rowsOf), sources: sourcesOf(seen) }],
  };
}

function rowsOf({ topic, one, other }: Conflict): Row[] {
  return [
    { label: labels[topic], value: said(one) },
    { label: 'rowBeside', value: said(other) },
    { label: 'rowAsk', value: { message: questions[topic] } },
  ];
}

function said({ words, where, at }: Side) {
  return { message: 'said' satisfies MessageId, data: { words, where, when: { time: at.slice(0, 10) } } };
}
