// Finds bids that several accounts made from one text: word for word, with gaps filled in, or put together
// from a stock of sentences. What bidders quote from the client's post and what everybody writes is left
// out. One account that sends its own text again and again is noted too, as the common practice it is:
// that informs, and by itself asks for no attention.

import type { Evidence, StoredText } from '../../evidence/evidence.ts';
import { texts } from '../../evidence/projections/texts.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import {
  type Data,
  type EvidenceItem,
  type EvidenceRow,
  type Finding,
  type MessageRef,
  rankOf,
  type Strength,
  strengths,
} from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import type { Profile } from '../../model/observation.ts';
import type { PreparedText } from '../../text/prepared-text.ts';
import { MIN_OWN_WORDS, TemplateMatcher } from '../../text/template-matcher.ts';
import type { TextIndex } from '../../text/text-index.ts';
import type { FlagCheck, FlagReport, RedFlag } from '../red-flag.ts';
import { whoWasFirst } from '../who-was-first.ts';
import { commonEmployer } from './common-employer.ts';
import en from './en.json' with { type: 'json' };
import { comparedWith, constantOf, constantWithin, evidenceOf, withEqualGaps } from './evidence.ts';
import { isOnePerson } from './one-person.ts';
import { OWN_SHARE, type SharedText, sharedTextsOf, type TemplateSearch } from './shared-texts.ts';
import { ownerOf, TextCache } from './text-cache.ts';
import { type Variant, variantsOf } from './variants.ts';

/** With texts of fewer other accounts than this to compare with, nothing is said. */
const MIN_OTHERS = 10;
/** One account's own template is mentioned from so many projects on. */
const MIN_OWN_PROJECTS = 3;
/** Accounts of a text that are listed with when they were first seen. */
const MAX_USERS = 8;

/**
 * The shares of honest bidders that are found, as docs/evaluation.md measures them, with room for what so many cases
 * may hide (95 %): 7 of 6,640 on single pages, 3 of them strongly; none of 33,000 where more was seen.
 */
const MEASURED = {
  few: { weak: 0.002, moderate: 0.002, strong: 0.0012 },
  many: { weak: 0.0003, moderate: 0.0003, strong: 0.0001 },
} as const;
/** Texts of fewer accounts than this are few. */
const MANY_ACCOUNTS = 300;
/** It was measured with so many texts an account; each further one is a further chance. */
const MEASURED_TEXTS = 3;

export const reusedTemplate: RedFlag = {
  id: 'reused-template',
  clauses: ['P6'],
  falseAlarms: { question: 0.01, closer: 0.0015 },
  words: en,
  evaluate,
};

type MessageId = keyof typeof en.messages;
type TemplateCheck = FlagCheck & { message: MessageId };
type TemplateFinding = Finding & { message: MessageId };
type Row = EvidenceRow & { label: MessageId };
type Note = MessageRef & { message: MessageId };

async function evaluate(accounts: readonly AccountKey[], evidence: Evidence): Promise<FlagReport> {
  const findings: TemplateFinding[] = [];
  const checks = new Map<AccountKey, TemplateCheck>();
  const textsOf = await evidence.textsOf(accounts);
  const index = await evidence.projection(texts);
  const cache = new TextCache();
  const variants = new Map<AccountKey, Variant[]>();
  for (const account of accounts) {
    const own = textsOf.get(account) ?? [];
    // An account that is in the index itself is none of the others.
    const others = Math.max(0, index.accounts - (own.length > 0 ? 1 : 0));
    if (own.length === 0) checks.set(account, { result: 'too-little', message: 'noTexts', data: {} });
    else if (others < MIN_OTHERS) {
      const data = { accounts: others, needed: MIN_OTHERS };
      checks.set(account, { result: 'too-little', message: 'tooFewOthers', data });
    } else variants.set(account, variantsOf(own, cache));
  }
  const search = await searchFor([...variants.values()].flat(), index, cache, evidence);
  for (const [account, own] of variants) {
    const whole = own.filter(({ texts }) => search.matcher.isLongEnough(texts[0].n));
    if (whole.length === 0) {
      const count = own.reduce((sum, { texts }) => sum + texts.length, 0);
      const data = { texts: count, needed: MIN_OWN_WORDS };
      checks.set(account, { result: 'too-little', message: 'tooShort', data });
      continue;
    }
    const shared = sharedTextsOf(whole, search);
    for (const one of shared) findings.push(await acrossAccounts(account, one, whole, search, evidence));
    const within = shared.length === 0 ? await withinAccount(account, whole, search, evidence) : undefined;
    if (within) findings.push(within);
    const { comparedBids, comparedAccounts } = comparedWith(search, own);
    const data = { texts: comparedBids, accounts: comparedAccounts };
    const others = new Set(shared.flatMap((one) => one.others)).size;
    if (others > 0) checks.set(account, { result: 'found', message: 'checkFound', data: { ...data, others } });
    else if (within) checks.set(account, { result: 'found', message: 'checkOwn', data });
    else checks.set(account, { result: 'clear', ...clear(whole, search, data) });
  }
  return { checks, findings };
}

/** What a check says that found nothing; of one person's text on two sites that it is theirs. */
function clear(
  own: readonly Variant[],
  { matcher, cache }: TemplateSearch,
  data: Data,
): { message: MessageId; data: Data } {
  const elsewhere = own.flatMap(({ texts }) => matcher.ownElsewhere(texts[0].n));
  const accounts = new Set(elsewhere.flatMap((n) => cache.text(n) ?? []).map(ownerOf));
  if (accounts.size === 0) return { message: 'clear', data };
  return { message: 'clearButOwn', data: { ...data, own: { accounts: [...accounts] } } };
}

/** Brings everything to hand that these texts are to be compared with. */
async function searchFor(
  asked: readonly Variant[],
  index: TextIndex,
  cache: TextCache,
  evidence: Evidence,
): Promise<TemplateSearch> {
  const fetch = async (numbers: readonly number[]): Promise<void> => {
    const wanted = [...new Set(numbers)];
    const missing = wanted.filter((n) => !cache.has(n));
    const fetched = missing.length > 0 ? await evidence.textsAt(missing) : [];
    cache.addTexts(fetched);
    await fetchPosts(
      wanted.flatMap((n) => cache.text(n) ?? []),
      cache,
      evidence,
    );
  };
  for (const { texts } of asked) cache.addTexts(texts);
  await fetchPosts(
    asked.map(({ texts }) => texts[0]),
    cache,
    evidence,
  );
  const newMatcher = () =>
    new TemplateMatcher(
      index,
      (n) => cache.source(n),
      (one, other) => isOnePerson(one as AccountKey, other as AccountKey),
    );
  let matcher = newMatcher();
  const numbers = asked.map(({ texts }) => texts[0].n);
  await fetch(numbers.flatMap((n) => matcher.candidatesOf(n)));
  if (cache.learnRests()) {
    matcher = newMatcher();
    await fetch(numbers.flatMap((n) => matcher.candidatesOf(n)));
  }
  // What matches is asked from both sides, and the other side is compared with more than this one.
  const near = new Set(numbers.flatMap((n) => matcher.nearTo(n)));
  await fetch([...near].flatMap((n) => matcher.candidatesOf(n)));
  return { matcher, cache, index };
}

/** Fetches the posts that these texts answer and that are not at hand. */
async function fetchPosts(of: readonly StoredText[], cache: TextCache, evidence: Evidence): Promise<void> {
  const wanted = cache.withoutPost(of);
  if (wanted.length > 0) cache.addPosts(await evidence.projects(wanted));
}

/** One text that this account shares with others. */
async function acrossAccounts(
  account: AccountKey,
  { text, mine, matches, others, strength, isWithoutClaims, isOneSentence }: SharedText,
  variants: readonly Variant[],
  search: TemplateSearch,
  evidence: Evidence,
): Promise<TemplateFinding> {
  const { matcher, cache } = search;
  await fetchPosts(mine, cache, evidence);
  const own = matcher.preparedTextOf(text.n) as PreparedText;
  const used = [...mine, ...matches.flatMap(({ ns }) => ns.flatMap((n) => cache.text(n) ?? []))];
  const theirs = matches.flatMap(({ n }) => matcher.preparedTextOf(n) ?? []);
  const constant = withEqualGaps(own, constantOf(own, matches, others.length, cache), theirs);
  const shown = evidenceOf(own, constant, used, search);
  const order = await orderOf(account, used, cache, evidence);
  const employer = employerOfAll(account, others, order.profiles);
  const notes = [
    ...(isWithoutClaims ? [{ message: 'withoutClaims' } as const] : []),
    ...(employer ? [{ message: 'sameEmployer', data: { employer, count: others.length } } as const] : []),
    ...(order.note ? [order.note] : []),
  ];
  const steps = (order.isFirst ? 1 : 0) + (employer ? 1 : 0);
  const isBids = used.every(({ project }) => project !== '');
  return {
    flag: 'reused-template',
    key: findingKey('reused-template', others),
    topic: findingKey('texts', [account, ...others]),
    ...splitAccountKey(account),
    clauses: ['P6'],
    strength: weaker(strength, steps),
    chance: chanceOf(strength, search.index),
    with: [...others],
    message: isOneSentence ? 'oneSentence' : isBids ? 'acrossBids' : 'acrossTexts',
    data: { others: others.length, projects: shown.projectCount },
    ...(notes.length > 0 && { notes }),
    evidence: [{ ...shown, ...comparedWith(search, variants) }, order.evidence],
  };
}

/** Who was seen with the text when, and what that means for this account. */
async function orderOf(
  account: AccountKey,
  used: readonly StoredText[],
  cache: TextCache,
  evidence: Evidence,
): Promise<{ isFirst: boolean; note?: Note; profiles: ReadonlyMap<AccountKey, Profile>; evidence: EvidenceItem }> {
  const uses = new Map<AccountKey, StoredText[]>();
  for (const text of used) uses.set(ownerOf(text), [...(uses.get(ownerOf(text)) ?? []), text]);
  const profiles = await evidence.profilesOf([...uses.keys()]);
  const { users, clearly } = whoWasFirst(uses, profiles, (text) => cache.project(text));
  const rows = users.slice(0, MAX_USERS).map(({ account: user, first, isSent, memberSince }): Row => {
    const data: Data = {
      first: { time: first },
      how: isSent ? 'sent' : 'seen',
      member: memberSince === undefined ? 'unknown' : 'known',
      ...(memberSince !== undefined && { since: { time: memberSince } }),
    };
    return { label: 'user', data: { who: { accounts: [user] } }, value: { message: 'userSince', data } };
  });
  const isFirst = clearly?.account === account;
  const by = clearly && { who: { accounts: [clearly.account] }, by: clearly.by };
  return {
    isFirst,
    profiles,
    ...(by && { note: { message: isFirst ? 'wasFirst' : 'otherWasFirst', data: by } }),
    evidence: { kind: 'counts', rows },
  };
}

/** The employer that everyone's profile names; undefined where they do not all name one. */
function employerOfAll(
  account: AccountKey,
  others: readonly AccountKey[],
  profiles: ReadonlyMap<AccountKey, Profile>,
): string | undefined {
  const employers = others.map((other) => commonEmployer(profiles.get(account), profiles.get(other)));
  return employers.every((employer) => employer !== undefined) ? employers[0] : undefined;
}

/** A strength so many steps down. */
function weaker(strength: Strength, steps: number): Strength {
  return strengths[Math.max(0, rankOf(strength) - steps)] as Strength;
}

function chanceOf(strength: Strength, { size, accounts }: TextIndex): number {
  const measured = (accounts < MANY_ACCOUNTS ? MEASURED.few : MEASURED.many)[strength];
  return measured * Math.max(1, size / Math.max(1, accounts) / MEASURED_TEXTS);
}

/** One account's own template, when it went to several projects. */
async function withinAccount(
  account: AccountKey,
  variants: readonly Variant[],
  search: TemplateSearch,
  evidence: Evidence,
): Promise<TemplateFinding | undefined> {
  const { matcher, cache } = search;
  let best: { texts: StoredText[]; others: Variant[]; projects: number } | undefined;
  for (const pivot of variants) {
    const others = variants.filter((variant) => variant !== pivot && variant.shares(OWN_SHARE, pivot));
    const texts = [pivot, ...others].flatMap((variant) => variant.texts);
    const projects = cache.projectCount(texts);
    if (projects > (best?.projects ?? MIN_OWN_PROJECTS - 1)) best = { texts, others, projects };
  }
  if (!best) return undefined;
  await fetchPosts(best.texts, cache, evidence);
  const own = matcher.preparedTextOf((best.texts[0] as StoredText).n) as PreparedText;
  const others = best.others.flatMap(({ texts }) => matcher.preparedTextOf(texts[0].n) ?? []);
  const shown = evidenceOf(own, constantWithin(own, others), best.texts, search);
  if (shown.sharedWords < MIN_OWN_WORDS) return undefined;
  return {
    flag: 'reused-template',
    key: findingKey('reused-template'),
    topic: 'own-text',
    ...splitAccountKey(account),
    clauses: ['P6'],
    strength: 'weak',
    chance: 1,
    commonPractice: true,
    with: [],
    message: 'withinAccount',
    data: { projects: best.projects },
    evidence: [{ ...shown, ...comparedWith(search, variants) }],
  };
}
