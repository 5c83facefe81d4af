// Finds accounts under different names that can be reached or paid in one and the same way: one mail address, telephone
// number, name in a messenger or wallet, one page or domain of their own, the very same picture file. Where the profiles
// say what ties them (one firm, one family, one name on two sites) it only informs.
import type { Evidence } from '../../evidence/evidence.ts';
import { type ContactBook, contacts } from '../../evidence/projections/contacts.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import { type Finding, type MessageRef, type Strength, strengths } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import type { FlagCheck, FlagReport, RedFlag } from '../red-flag.ts';
import en from './en.json' with { type: 'json' };
import { evidenceOf } from './evidence.ts';
import { type MessageId, type Partner, partnerOf } from './partner.ts';
import { sharedBy } from './shared.ts';

type ContactCheck = FlagCheck & { message: MessageId };

/** With contacts of fewer other accounts than this to compare with, nothing is said to be clear. */
const MIN_OTHERS = 10;

/**
 * The shares of ordinary accounts that are found, at most (95 %). Of 4,258 on held-out seeds none was (docs/evaluation.md),
 * which bounds the share at .0007; with 24,923 more on seeds that may be tuned on none of 29,181, which bounds it at .00011
 * however strong. Worlds are tidier than life, so that the weaker ones keep the wider bound.
 */
const CHANCE: Readonly<Record<Strength, number>> = { weak: 0.00071, moderate: 0.0004, strong: 0.00015 };

export const sharedContact: RedFlag = {
  id: 'shared-contact',
  clauses: ['C3', 'C11', 'C15'],
  falseAlarms: { question: CHANCE.weak, closer: CHANCE.strong },
  words: en,
  evaluate,
};

async function evaluate(accounts: readonly AccountKey[], evidence: Evidence): Promise<FlagReport> {
  const checks = new Map<AccountKey, ContactCheck>();
  const findings: Finding[] = [];
  const book = await evidence.projection(contacts);
  const shared = new Map(accounts.map((account) => [account, sharedBy(account, book)]));
  const involved = [...shared].flatMap(([account, partners]) =>
    partners.size > 0 ? [account, ...partners.keys()] : [],
  );
  const profiles = await evidence.profilesOf([...new Set(involved)]);
  for (const [account, partners] of shared) {
    const own = [...partners].map(([other, what]) => partnerOf(account, other, what, profiles));
    const finding = own.length > 0 ? await findingOf(account, own, evidence) : undefined;
    if (finding) findings.push(finding);
    const held = book.own.keysOf(account).filter((key) => isShown(key, account, book)).length;
    const others = Math.max(0, book.own.accounts - (held > 0 ? 1 : 0));
    const data = { contacts: held, accounts: others, needed: MIN_OTHERS };
    checks.set(account, checkOf(finding, held, others, data));
  }
  return { checks, findings };
}

/** Whether somebody shows it themselves: where their profile stands says nothing of how they can be reached. */
function isShown(key: string, account: AccountKey, { own }: ContactBook): boolean {
  return [...own.placesOf(key, account)].some((place) => place !== 'address');
}

function checkOf(
  finding: Finding | undefined,
  held: number,
  others: number,
  data: Record<string, number>,
): ContactCheck {
  if (finding) return { result: 'found', message: 'checkFound', data: { ...data, others: finding.with.length } };
  if (held === 0) return { result: 'too-little', message: 'noContacts', data: {} };
  if (others < MIN_OTHERS) return { result: 'too-little', message: 'tooFewOthers', data };
  return { result: 'clear', message: 'clear', data };
}

async function findingOf(account: AccountKey, all: readonly Partner[], evidence: Evidence): Promise<Finding> {
  const asking = all.filter(({ strength }) => strength !== undefined);
  const isAsking = asking.length > 0;
  const partners = isAsking ? asking : all;
  const strength = strengths.findLast((one) => asking.some((partner) => partner.strength === one)) ?? 'weak';
  const keys = [...new Set(partners.flatMap(({ shared }) => shared.map(({ key }) => key)))];
  const others = partners.map((partner) => partner.account);
  return {
    flag: 'shared-contact',
    key: findingKey('shared-contact', [account, ...others]),
    topic: findingKey('contact', keys),
    ...splitAccountKey(account),
    clauses: ['C3', 'C11', 'C15'],
    strength,
    chance: isAsking ? CHANCE[strength] : 1,
    ...(!isAsking && { commonPractice: true }),
    with: others,
    message: isAsking ? 'shared' : 'tied',
    data: { contacts: keys.length, others: others.length },
    notes: notesOf(partners),
    evidence: [await evidenceOf(account, partners, evidence)],
  } satisfies Finding & { message: MessageId };
}

/** What the profiles say of why. */
function notesOf(partners: readonly Partner[]): (MessageRef & { message: MessageId })[] {
  return partners.flatMap(({ account, tie }): (MessageRef & { message: MessageId })[] => {
    if (!tie) return [];
    const who = { accounts: [account] };
    if (tie.kind === 'organisation') return [{ message: 'organisation', data: { who, name: tie.name } }];
    return [{ message: tie.kind === 'said' ? 'said' : 'sameName', data: { who } }];
  });
}
