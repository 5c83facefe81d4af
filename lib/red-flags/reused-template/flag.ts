// Finds bids that several accounts made from one text: word for word, with gaps filled in, or put together
// from a stock of sentences. What bidders quote from the client's post and what everybody writes is left
// out. One account that sends its own text again and again is noted too, as the common practice it is:
// that informs, and by itself asks for no attention.

import type { Evidence, StoredText } from '../../evidence/evidence.ts';
import { texts } from '../../evidence/projections/texts.ts';
import { type AccountKey, accountKey, splitAccountKey } from '../../model/account.ts';
import type { Finding, Strength, TemplateEvidence, TemplateUse } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import type { Project } from '../../model/observation.ts';
import { ClientPost } from '../../text/client-post.ts';
import { overlapOf } from '../../text/overlap.ts';
import { fingerprint, type PreparedText, type TextFingerprint } from '../../text/prepared-text.ts';
import { sharedParts } from '../../text/shared-parts.ts';
import { MIN_OWN_WORDS, type SourceText, type TemplateMatch, TemplateMatcher } from '../../text/template-matcher.ts';
import type { TextIndex } from '../../text/text-index.ts';
import type { FlagCheck, FlagReport, RedFlag } from '../red-flag.ts';
import en from './en.json' with { type: 'json' };

/** With bids of fewer other accounts than this to compare with, nothing is said. */
const FEWEST_OTHERS = 10;
/** Latest bids of one account that are looked at, and how many different ones are compared with others'. */
const LATEST = 200;
const DIFFERENT = 40;
/** One account's own template is mentioned from so many projects on. */
const OWN_PROJECTS = 3;
/** From this share of pieces in common on, two bids of one account count as the same text. */
const SAME_TEXT = 0.85;
/** Share of a bid that must come back in the account's other bid for the two to be of one template. */
const OWN_SHARE = 0.5;
/** Uses carried in the evidence, and how much of each text. */
const USES = 6;
const SHOWN_TEXT = 3_000;
/** So many accounts, or so many words nearly all the same, make a finding strong. */
const STRONG_ACCOUNTS = 3;
const VERBATIM = { words: 60, share: 0.8 };
/** A word belongs to the template when it stands in this share of the others' texts. */
const CONSTANT = 0.3;
/** How many honest bidders show as much, at most: measured (docs/evaluation.md). */
const CHANCE: Readonly<Record<Strength, number>> = { weak: 0.002, moderate: 0.002, strong: 0.0001 };

export const reusedTemplate: RedFlag = {
  id: 'reused-template',
  clauses: ['P6'],
  falseAlarms: { question: 0.002, closer: 0.0005 },
  words: en,
  evaluate,
};

type MessageId = keyof typeof en.messages;
type TemplateCheck = FlagCheck & { message: MessageId };
type TemplateFinding = Finding & { message: MessageId };

async function evaluate(accounts: readonly AccountKey[], evidence: Evidence): Promise<FlagReport> {
  const findings: TemplateFinding[] = [];
  const checks = new Map<AccountKey, TemplateCheck>();
  const textsOf = await evidence.textsOf(accounts);
  const index = await evidence.projection(texts);
  const others = index.accounts;
  const shelf = new Shelf();
  const variants = new Map<AccountKey, Variant[]>();
  for (const account of accounts) {
    const own = textsOf.get(account) ?? [];
    // An account that is in the index itself is none of the others.
    const compared = Math.max(0, others - (own.length > 0 ? 1 : 0));
    if (own.length === 0) checks.set(account, { result: 'too-little', message: 'noTexts', data: {} });
    else if (compared < FEWEST_OTHERS) {
      const data = { accounts: compared, needed: FEWEST_OTHERS };
      checks.set(account, { result: 'too-little', message: 'tooFewOthers', data });
    } else variants.set(account, variantsOf(own, shelf));
  }
  const asked = [...variants.values()].flatMap((own) => own.map(({ bids }) => bids[0]));
  for (const own of variants.values()) for (const { bids } of own) shelf.addBids(bids);
  shelf.addPosts(await evidence.projects(shelf.withoutPost(asked)));

  const matcher = new TemplateMatcher(index, (n) => shelf.source(n));
  const wanted = new Set<number>();
  for (const { n } of asked) for (const other of matcher.candidatesOf(n)) if (!shelf.has(other)) wanted.add(other);
  if (wanted.size > 0) {
    const fetched = await evidence.textsAt([...wanted]);
    shelf.addBids(fetched);
    shelf.addPosts(await evidence.projects(shelf.withoutPost(fetched)));
  }

  const search = { matcher, shelf, index };
  for (const [account, own] of variants) {
    const whole = own.filter(({ bids }) => matcher.isLongEnough(bids[0].n));
    if (whole.length === 0) {
      const texts = own.reduce((sum, { bids }) => sum + bids.length, 0);
      checks.set(account, { result: 'too-little', message: 'tooShort', data: { texts, needed: MIN_OWN_WORDS } });
      continue;
    }
    const { comparedBids, comparedAccounts } = comparedWith(search, own);
    const data = { texts: comparedBids, accounts: comparedAccounts };
    const across = acrossAccounts(account, whole, search);
    const finding = across ?? withinAccount(account, whole, search);
    if (finding) findings.push(finding);
    checks.set(
      account,
      across
        ? { result: 'found', message: 'checkFound', data: { ...data, others: across.with.length } }
        : finding
          ? { result: 'found', message: 'checkOwn', data }
          : { result: 'clear', message: 'clear', data },
    );
  }
  return { checks, findings };
}

interface TemplateSearch {
  matcher: TemplateMatcher;
  shelf: Shelf;
  index: TextIndex;
}

/** Bids of one account that say next to the same; the first, the latest, stands for all. */
class Variant {
  readonly bids: [StoredText, ...StoredText[]];
  readonly #shelf: Shelf;
  #fingerprints: Uint32Array | undefined;

  constructor(first: StoredText, shelf: Shelf) {
    this.bids = [first];
    this.#shelf = shelf;
  }

  /** Ascending. Made only when there is something to compare with. */
  get fingerprints(): Uint32Array {
    this.#fingerprints ??= this.#shelf.fingerprint(this.bids[0]).fingerprints.slice().sort();
    return this.#fingerprints;
  }

  /** Whether the two have this share of the larger one's fingerprints in common. */
  shares(share: number, other: Variant): boolean {
    const { fingerprints: mine } = this;
    const { fingerprints: theirs } = other;
    const least = share * Math.max(1, mine.length, theirs.length);
    let common = 0;
    for (let i = 0, j = 0; i < mine.length && j < theirs.length; ) {
      // Most have next to nothing in common: that shows long before the end.
      if (common + Math.min(mine.length - i, theirs.length - j) < least) return false;
      const a = mine[i] as number;
      const b = theirs[j] as number;
      if (a === b) common++;
      if (a <= b) i++;
      if (b <= a) j++;
    }
    return common >= least;
  }
}

/** The latest bids of an account, those that say next to the same put together. */
function variantsOf(bids: readonly StoredText[], shelf: Shelf): Variant[] {
  const variants: Variant[] = [];
  const byText = new Map<string, Variant>();
  for (const bid of bids.slice(-LATEST).reverse()) {
    if (bid.text === undefined) continue;
    const own = new Variant(bid, shelf);
    const same = byText.get(bid.text) ?? variants.find((known) => known.shares(SAME_TEXT, own));
    if (same) same.bids.push(bid);
    else if (variants.length < DIFFERENT) variants.push(own);
    byText.set(bid.text, same ?? own);
  }
  return variants;
}

/** The bids and posts fetched for one search. */
class Shelf {
  readonly #bids = new Map<number, StoredText>();
  readonly #fingerprints = new Map<number, TextFingerprint>();
  readonly #posts = new Map<string, { project: Project | undefined; quoted: ClientPost | undefined }>();
  readonly #projectAt = new Map<string, string>();

  has(n: number): boolean {
    return this.#bids.has(n);
  }

  bid(n: number): StoredText | undefined {
    return this.#bids.get(n);
  }

  addBids(bids: readonly StoredText[]): void {
    for (const bid of bids) this.#bids.set(bid.n, bid);
  }

  /** Keys of the projects of these bids that were not asked for yet. */
  withoutPost(bids: readonly StoredText[]): string[] {
    const keys = new Set<string>();
    for (const bid of bids) {
      const key = `${bid.site}:${bid.project}`;
      if (bid.project !== '' && !this.#posts.has(key)) keys.add(key);
    }
    for (const key of keys) this.#posts.set(key, { project: undefined, quoted: undefined });
    return [...keys];
  }

  addPosts(projects: ReadonlyMap<string, Project>): void {
    for (const [key, project] of projects) this.#posts.set(key, { project, quoted: undefined });
  }

  project(bid: StoredText): Project | undefined {
    return this.#posts.get(`${bid.site}:${bid.project}`)?.project;
  }

  /** What tells projects apart: the id, or the address where one page was seen under two ids; nothing of messages. */
  projectKey(bid: StoredText): string {
    if (bid.project === '') return '';
    const key = `${bid.site}:${bid.project}`;
    if (bid.url === undefined) return key;
    const address = bid.url.replace(/[?#].*$/s, '');
    const known = this.#projectAt.get(address);
    if (known === undefined) this.#projectAt.set(address, key);
    return known ?? key;
  }

  /** On how many projects these were sent, as far as that is known. */
  projectCount(bids: readonly StoredText[]): number {
    return new Set(bids.map((bid) => this.projectKey(bid)).filter(Boolean)).size;
  }

  /** The fingerprint of a bid, whatever the post says. */
  fingerprint({ n, text }: StoredText): TextFingerprint {
    const known = this.#fingerprints.get(n);
    if (known) return known;
    const own = fingerprint(text ?? '', undefined);
    this.#fingerprints.set(n, own);
    return own;
  }

  source(n: number): SourceText | undefined {
    const bid = this.#bids.get(n);
    if (bid?.text === undefined) return undefined;
    const post = this.#quoted(`${bid.site}:${bid.project}`);
    return {
      n,
      account: accountKey(bid.site, bid.account),
      text: bid.text,
      project: this.projectKey(bid),
      post,
      fingerprint: post ? undefined : this.#fingerprints.get(n),
    };
  }

  #quoted(key: string): ClientPost | undefined {
    const post = this.#posts.get(key);
    if (!post?.project?.text) return undefined;
    post.quoted ??= new ClientPost(post.project.title ?? '', post.project.text);
    return post.quoted;
  }
}

/** The template that this account shares with the most others. */
function acrossAccounts(
  account: AccountKey,
  variants: readonly Variant[],
  search: TemplateSearch,
): TemplateFinding | undefined {
  const { matcher, shelf } = search;
  let best: { variant: Variant; links: readonly TemplateMatch[]; others: AccountKey[] } | undefined;
  for (const variant of variants) {
    const links = matcher.matchesOf(variant.bids[0].n);
    const others = [...new Set(links.flatMap(({ n }) => ownerOf(shelf.bid(n))))];
    if (others.length > (best?.others.length ?? 0)) best = { variant, links, others };
  }
  if (!best) return undefined;
  const bid = best.variant.bids[0];
  const own = matcher.preparedTextOf(bid.n) as PreparedText;
  const constant = constantOf(own, best.links, best.others.length, shelf);
  const { variant } = best;
  const mine = variants.filter((other) => other === variant || other.shares(OWN_SHARE, variant));
  const theirs = best.links.flatMap(({ ns }) => ns.flatMap((n) => shelf.bid(n) ?? []));
  const used = [bid, ...mine.flatMap(({ bids }) => bids).filter((one) => one !== bid), ...theirs];
  const evidence = evidenceOf(own, constant, used, search);
  const closest = best.links[0] as TemplateMatch;
  const isVerbatim =
    closest.similarity.words >= VERBATIM.words && closest.similarity.words >= VERBATIM.share * own.ownWords;
  const strength: Strength = evidence.accountCount >= STRONG_ACCOUNTS || isVerbatim ? 'strong' : 'moderate';
  const isAllBids = used.every((one) => one.project !== '');
  const about = [account, ...best.others];
  return {
    flag: 'reused-template',
    key: findingKey('reused-template', best.others),
    topic: findingKey('texts', about),
    ...splitAccountKey(account),
    clauses: ['P6'],
    strength,
    chance: CHANCE[strength],
    with: best.others,
    message: isAllBids ? 'acrossBids' : 'acrossTexts',
    data: { others: best.others.length, projects: evidence.projectCount },
    evidence: [{ ...evidence, ...comparedWith(search, variants) }],
  };
}

/** One account's own template, when it went to several projects. */
function withinAccount(
  account: AccountKey,
  variants: readonly Variant[],
  search: TemplateSearch,
): TemplateFinding | undefined {
  const { matcher, shelf } = search;
  let best: { bids: StoredText[]; others: Variant[]; projects: number } | undefined;
  for (const pivot of variants) {
    const others = variants.filter((v) => v !== pivot && v.shares(OWN_SHARE, pivot));
    const bids = [pivot, ...others].flatMap((variant) => variant.bids);
    const projects = shelf.projectCount(bids);
    if (projects > (best?.projects ?? OWN_PROJECTS - 1)) best = { bids, others, projects };
  }
  if (!best) return undefined;
  const own = matcher.preparedTextOf((best.bids[0] as StoredText).n) as PreparedText;
  const constant = new Uint8Array(own.length);
  const drafts = best.others.flatMap(({ bids }) => matcher.preparedTextOf(bids[0].n) ?? []);
  if (drafts.length === 0) constant.set(own.quoted.map((quoted) => 1 - quoted));
  else {
    const counts = new Uint16Array(own.length);
    for (const other of drafts)
      overlapOf(own, other).forEach((shared, i) => {
        (counts[i] as number) += shared;
      });
    for (let i = 0; i < own.length; i++) constant[i] = (counts[i] as number) * 2 >= drafts.length ? 1 : 0;
  }
  const evidence = evidenceOf(own, constant, best.bids, search);
  if (evidence.sharedWords < MIN_OWN_WORDS) return undefined;
  return {
    flag: 'reused-template',
    key: 'reused-template',
    topic: 'own-text',
    ...splitAccountKey(account),
    clauses: ['P6'],
    strength: 'weak',
    chance: 1,
    commonPractice: true,
    with: [],
    message: 'withinAccount',
    data: { projects: best.projects },
    evidence: [{ ...evidence, ...comparedWith(search, variants) }],
  };
}

/** How many bids of how many other accounts an account's bids were compared with. */
function comparedWith(
  { index }: TemplateSearch,
  own: readonly Variant[],
): Pick<TemplateEvidence, 'comparedBids' | 'comparedAccounts'> {
  const bids = own.reduce((sum, variant) => sum + variant.bids.length, 0);
  return {
    comparedBids: Math.max(0, index.size - bids),
    comparedAccounts: Math.max(0, index.accounts - 1),
  };
}

/** Which words of a text stand in enough of the other accounts' to be the template's. */
function constantOf(own: PreparedText, links: readonly TemplateMatch[], others: number, shelf: Shelf): Uint8Array {
  const counts = new Uint16Array(own.length);
  const counted = new Map<AccountKey, Uint8Array>();
  for (const { n, overlap } of links) {
    for (const owner of ownerOf(shelf.bid(n))) {
      const sofar = counted.get(owner) ?? new Uint8Array(own.length);
      counted.set(owner, sofar);
      overlap.forEach((shared, i) => {
        if (shared === 0 || sofar[i] === 1) return;
        sofar[i] = 1;
        (counts[i] as number)++;
      });
    }
  }
  const enough = Math.max(1, Math.ceil(others * CONSTANT));
  return Uint8Array.from(counts, (count) => (count >= enough ? 1 : 0));
}

function ownerOf(bid: StoredText | undefined): AccountKey[] {
  return bid ? [accountKey(bid.site, bid.account)] : [];
}

/** @param used the bids made from the template, the account's own first */
function evidenceOf(
  own: PreparedText,
  constant: Uint8Array,
  used: readonly StoredText[],
  { matcher, shelf }: TemplateSearch,
): Omit<TemplateEvidence, 'comparedBids' | 'comparedAccounts'> {
  // One use an account first; further uses of one account only when there is room.
  const first = new Map<AccountKey, StoredText>();
  const further: StoredText[] = [];
  for (const bid of used) {
    const owner = accountKey(bid.site, bid.account);
    if (first.has(owner)) further.push(bid);
    else first.set(owner, bid);
  }
  const uses: TemplateUse[] = [...first.values(), ...further]
    .slice(0, USES)
    .map((bid) => useOf(bid, own, constant, matcher, shelf));
  const times = used.flatMap(({ firstSeenAt, lastSeenAt }) => [firstSeenAt, lastSeenAt]).sort();
  let sharedWords = 0;
  let words = 0;
  for (let i = 0; i < own.length; i++) {
    words += own.words[i] as number;
    if (constant[i] === 1) sharedWords += own.words[i] as number;
  }
  return {
    kind: 'template',
    template: sharedParts(own, constant, SHOWN_TEXT),
    uses,
    useCount: used.length,
    accountCount: new Set(used.map(({ site, account }) => accountKey(site, account))).size,
    projectCount: shelf.projectCount(used),
    sharedWords: Math.round(sharedWords),
    share: words === 0 ? 0 : sharedWords / words,
    firstSeen: times[0] ?? '',
    lastSeen: times.at(-1) ?? '',
  };
}

function useOf(
  bid: StoredText,
  own: PreparedText,
  constant: Uint8Array,
  matcher: TemplateMatcher,
  shelf: Shelf,
): TemplateUse {
  const theirs = matcher.preparedTextOf(bid.n);
  const parts = theirs
    ? sharedParts(theirs, theirs === own ? constant : overlapOf(theirs, own), SHOWN_TEXT)
    : [{ same: false, text: (bid.text ?? '').slice(0, SHOWN_TEXT).toWellFormed() }];
  const title = shelf.project(bid)?.title;
  return {
    site: bid.site,
    account: bid.account,
    project: bid.project,
    ...(title === undefined ? {} : { projectTitle: title }),
    ...(bid.url === undefined ? {} : { url: bid.url }),
    seenAt: bid.firstSeenAt,
    parts,
  };
}
