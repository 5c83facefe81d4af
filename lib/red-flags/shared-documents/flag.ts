// Finds profiles under different names that are nearly identical: their words, the works they show, their schools and
// jobs with the same years. Who was there first is shown, and neither is called the copier; where profiles say what ties
// them (one firm, one family, one name) it only informs.
import type { Evidence, ProfileHistory, StoredText } from '../../evidence/evidence.ts';
import { documents } from '../../evidence/projections/documents.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import {
  type Data,
  type EvidenceRow,
  type Finding,
  type MessageRef,
  type Strength,
  strengths,
} from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import type { Profile } from '../../model/observation.ts';
import type { DocumentIndex } from '../../text/document-index.ts';
import type { FlagCheck, FlagReport, RedFlag } from '../red-flag.ts';
import { sourcesOf } from '../sources.ts';
import { type Tie, tieBetween } from '../ties.ts';
import { type FirstSeen, whoWasFirst } from '../who-was-first.ts';
import { type Alike, alike } from './alike.ts';
import en from './en.json' with { type: 'json' };

type MessageId = keyof typeof en.messages;
type DocumentCheck = FlagCheck & { message: MessageId };
type DocumentFinding = Finding & { message: MessageId };
type Row = EvidenceRow & { label: MessageId };

/** With profiles of fewer other accounts than this to compare with, nothing is said to be clear. */
const MIN_OTHERS = 10;
/** Accounts that are listed. */
const MAX_SHOWN = 8;

/**
 * The shares of ordinary accounts that are found, at most (95 %): weakly 1 of 8,498 in docs/evaluation.md, .0006; none of
 * 29,181 with the seeds that may be tuned on more strongly, which is .00011. Worlds are tidier than life.
 */
const CHANCE: Readonly<Record<Strength, number>> = { weak: 0.00071, moderate: 0.0004, strong: 0.00015 };

export const sharedDocuments: RedFlag = {
  id: 'shared-documents',
  clauses: ['P7', 'C12'],
  falseAlarms: { question: CHANCE.weak, closer: CHANCE.strong },
  words: en,
  evaluate,
};

/** Another account whose profile is alike. */
interface Partner {
  account: AccountKey;
  alike: readonly Alike[];
  tie: Tie | undefined;
}

async function evaluate(accounts: readonly AccountKey[], evidence: Evidence): Promise<FlagReport> {
  const checks = new Map<AccountKey, DocumentCheck>();
  const findings: Finding[] = [];
  const index = await evidence.projection(documents);
  const sharing = new Map(accounts.map((account) => [account, index.sharing(account)]));
  const named = [...sharing].flatMap(([account, others]) => (others.size > 0 ? [account, ...others.keys()] : []));
  const profiles = await evidence.profilesOf([...new Set(named)]);
  for (const [account, others] of sharing) {
    const partners = [...others].flatMap(([other, counts]) => {
      const [one, two] = [profiles.get(account), profiles.get(other)];
      if (!one || !two) return [];
      const what = alike(counts, [index.own(account), index.own(other)], [one, two]);
      const tie = tieBetween(one, two);
      // An employer that stands in a list which is the same as a whole is no reason for that.
      const isOpen = tie?.kind === 'organisation' && what.some(({ kind }) => kind === 'past');
      return what.length > 0 ? [{ account: other, alike: what, tie: isOpen ? undefined : tie }] : [];
    });
    partners.sort((a, b) => (a.account < b.account ? -1 : 1));
    const finding = partners.length > 0 ? await findingOf(account, partners, evidence) : undefined;
    if (finding) findings.push(finding);
    checks.set(account, checkOf(account, index, finding));
  }
  return { checks, findings };
}

function checkOf(account: AccountKey, index: DocumentIndex, finding: Finding | undefined): DocumentCheck {
  const { text, works, past } = index.own(account);
  const hasAny = text + works + past > 0;
  const others = Math.max(0, index.accounts - (hasAny ? 1 : 0));
  const data = { accounts: others, works, past, needed: MIN_OTHERS };
  if (finding) return { result: 'found', message: 'checkFound', data: { ...data, others: finding.with.length } };
  if (!hasAny) return { result: 'too-little', message: 'noDocuments', data: {} };
  return others < MIN_OTHERS
    ? { result: 'too-little', message: 'tooFewOthers', data }
    : { result: 'clear', message: 'clear', data };
}

function strengthOf(what: readonly Alike[]): Strength {
  if (what.length > 1) return 'strong';
  return what.some(({ isSure }) => isSure) ? 'moderate' : 'weak';
}

async function findingOf(account: AccountKey, all: readonly Partner[], evidence: Evidence): Promise<DocumentFinding> {
  const asking = all.filter(({ tie }) => tie === undefined);
  const isAsking = asking.length > 0;
  const partners = isAsking ? asking : all;
  const others = partners.map((partner) => partner.account);
  const histories = await evidence.profileHistoriesOf([account, ...others]);
  const first = firstOf(histories);
  const full = strengths.findLast((one) => asking.some((partner) => strengthOf(partner.alike) === one)) ?? 'weak';
  // Who was clearly there first may be the one whose profile others took.
  const strength = first.clearly?.account === account && full === 'strong' ? 'moderate' : full;
  return {
    flag: 'shared-documents',
    key: findingKey('shared-documents', [account, ...others]),
    topic: 'documents',
    ...splitAccountKey(account),
    clauses: ['P7', 'C12'],
    strength,
    chance: isAsking ? CHANCE[strength] : 1,
    ...(!isAsking && { commonPractice: true }),
    with: others,
    message: isAsking ? 'alike' : 'tied',
    data: { others: others.length },
    notes: [...partners.flatMap(tieNote), ...firstNote(account, first)],
    evidence: [
      {
        kind: 'counts',
        rows: [...partners.slice(0, MAX_SHOWN).flatMap(rowsOf), ...first.users.slice(0, MAX_SHOWN).map(userRow)],
        sources: sourcesOf(
          [...histories.values()].map(({ profile, firstSeenAt }) => ({ url: profile.url, firstSeenAt })),
        ),
      },
    ],
  };
}

/** Who was seen first with it, and who is a member for longest. */
function firstOf(histories: ReadonlyMap<AccountKey, ProfileHistory>): FirstSeen {
  const uses = [...histories].map(([account, { firstSeenAt, lastSeenAt, profile }]): [AccountKey, StoredText[]] => {
    const text = { n: 0, ...splitAccountKey(account), firstSeenAt, lastSeenAt, text: profile.about ?? '', project: '' };
    return [account, [text]];
  });
  const profiles = new Map([...histories].map(([account, { profile }]): [AccountKey, Profile] => [account, profile]));
  return whoWasFirst(new Map(uses), profiles, () => undefined);
}

function rowsOf({ account, alike }: Partner): Row[] {
  return alike.map(({ kind, shared, of }): Row => {
    const data: Data = { who: { accounts: [account] }, shared, of, share: { percent: shared / of } };
    return { label: kind, data, value: { message: kind === 'text' ? 'shareOfText' : 'partsOf', data } };
  });
}

function userRow({ account, first, memberSince }: FirstSeen['users'][number]): Row {
  const known = memberSince !== undefined;
  const data: Data = {
    first: { time: first.slice(0, 10) },
    member: known ? 'known' : 'unknown',
    since: known ? { time: memberSince } : '',
  };
  return { label: 'user', data: { who: { accounts: [account] } }, value: { message: 'userSince', data } };
}

function tieNote({ account, tie }: Partner): (MessageRef & { message: MessageId })[] {
  if (!tie) return [];
  const who = { accounts: [account] };
  if (tie.kind === 'organisation') return [{ message: 'organisation', data: { who, name: tie.name } }];
  return [{ message: tie.kind === 'said' ? 'said' : 'sameName', data: { who } }];
}

function firstNote(account: AccountKey, { clearly }: FirstSeen): (MessageRef & { message: MessageId })[] {
  if (!clearly) return [];
  const { account: who, by } = clearly;
  if (who === account) return [{ message: 'wasFirst', data: { by } }];
  return [{ message: 'otherWasFirst', data: { who: { accounts: [who] }, by } }];
}
