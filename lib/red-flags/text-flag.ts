// A red flag that looks for one kind of request in what an account wrote: what its checks say, and its finding with
// the sentences, each with where and when it was written.
import { type AccountKey, splitAccountKey } from '../model/account.ts';
import type { EvidenceRow, Finding, Strength } from '../model/finding.ts';
import { rankOf } from '../model/finding.ts';
import { findingKey } from '../model/finding-key.ts';
import type { PaymentWords, Through } from '../statements/payment-words.ts';
import type { FlagId } from '../statements/requests/request.ts';
import { eachAccount } from './each-account.ts';
import { PAID_CHANCE, type Paid, paidThrough } from './paid-through.ts';
import type { FlagCheck, FlagWords, RedFlag } from './red-flag.ts';
import { type AccountRequests, type PlacedRequest, requestsOf } from './requests-of.ts';
import { sourcesOf } from './sources.ts';

/** Sentences that are shown of one account. */
const MAX_SHOWN = 8;

/** What a flag of this kind is made of. */
export interface TextFlag extends Pick<RedFlag, 'clauses' | 'words'> {
  id: FlagId;
  /**
   * Of ordinary accounts the shares, at most, of which it finds something so strong by mistake: of innocent sentences
   * on the matter it mistakes a measured share (docs/evaluation.md), and few ordinary accounts write any.
   */
  chances: Readonly<Record<Strength, number>>;
  /** What payment records say on the same matter, where any were imported: how a payment went. */
  wayOf?: (payment: PaymentWords) => Through | undefined;
  /** The strongest that it says; its sentences may be weaker. */
  most?: Strength;
  words: FlagWords & { messages: { readonly found: string; readonly checkFound: string; readonly clear: string } };
}

/** The flag as the others are. */
export function textFlag({ id, clauses, words, chances, most = 'strong', wayOf }: TextFlag): RedFlag {
  return {
    id,
    clauses,
    falseAlarms: {
      question: chances.weak + (wayOf ? PAID_CHANCE.weak : 0),
      closer: rankOf(most) === rankOf('strong') ? chances.strong : 0,
    },
    words,
    async evaluate(accounts, evidence) {
      const [all, paid] = await Promise.all([
        requestsOf(accounts, evidence),
        wayOf ? paidThrough({ id, clauses: [...clauses] }, wayOf, accounts, evidence) : new Map<AccountKey, Paid>(),
      ]);
      return eachAccount(accounts, (account) => {
        const own = (all.get(account)?.requests ?? []).filter(({ flag }) => flag === id);
        const said = checkOf(all.get(account), own);
        const { check = said, finding } = paid.get(account) ?? {};
        // What was asked for is shown before how money went, and what was found before what was not.
        const isSaid = own.length > 0 || (said.result === 'clear' && finding === undefined);
        const findings = [requestFinding(account, own), finding].flatMap((one) => one ?? []);
        return { check: isSaid ? said : check, findings };
      });
    },
  };

  function requestFinding(account: AccountKey, own: readonly PlacedRequest[]): Finding | undefined {
    const [first] = strongestFirst(own);
    if (!first) return undefined;
    const strength = rankOf(first.strength) < rankOf(most) ? first.strength : most;
    return {
      flag: id,
      // The strongest sentence names the matter: what is decided about it holds until a stronger one comes.
      key: findingKey(id, [first.quote]),
      topic: id,
      ...splitAccountKey(account),
      clauses: [...clauses],
      strength,
      chance: chances[strength],
      with: [],
      message: 'found',
      data: { sentences: own.length, quote: first.quote },
      evidence: [
        {
          kind: 'counts',
          rows: strongestFirst(own).slice(0, MAX_SHOWN).map(rowOf),
          sources: sourcesOf(own.map(seenOf)),
        },
      ],
    };
  }
}

function checkOf(read: AccountRequests | undefined, own: readonly PlacedRequest[]): FlagCheck {
  if (!read || read.read + read.foreign + read.unread === 0)
    return { result: 'too-little', message: 'textsNone', data: {} };
  const data = { texts: read.read };
  if (own.length > 0) return { result: 'found', message: 'checkFound', data: { ...data, sentences: own.length } };
  if (read.read > 0) return { result: 'clear', message: 'clear', data };
  if (read.foreign > 0) return { result: 'too-little', message: 'textsLanguage', data: { texts: read.foreign } };
  return { result: 'too-little', message: 'textsUnread', data: { messages: read.unread } };
}

/** The strongest first, of equals the one seen first. */
function strongestFirst(requests: readonly PlacedRequest[]): PlacedRequest[] {
  return [...requests].sort(
    (a, b) =>
      rankOf(b.strength) - rankOf(a.strength) ||
      (a.firstSeenAt < b.firstSeenAt ? -1 : a.firstSeenAt > b.firstSeenAt ? 1 : a.quote < b.quote ? -1 : 1),
  );
}

function rowOf({ stage, at, firstSeenAt, quote }: PlacedRequest): EvidenceRow {
  const sent = { bid: 'fromBid', message: 'fromMessage', profile: 'fromProfileSeen' } as const;
  const seen = { bid: 'fromBidSeen', message: 'fromMessageSeen', profile: 'fromProfileSeen' } as const;
  return { label: (at === undefined ? seen : sent)[stage], data: { at: { time: at ?? firstSeenAt } }, value: quote };
}

const seenOf = ({ url, firstSeenAt }: PlacedRequest) => ({ url, firstSeenAt });
