// A red flag that looks for one kind of request in what an account wrote: what its checks say, and its finding with
// the sentences, each with where and when it was written.
import { type AccountKey, splitAccountKey } from '../model/account.ts';
import type { EvidenceRow, Finding, Strength } from '../model/finding.ts';
import { rankOf } from '../model/finding.ts';
import { findingKey } from '../model/finding-key.ts';
import type { FlagId } from '../statements/requests/request.ts';
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
  /** The strongest that it says; its sentences may be weaker. */
  most?: Strength;
  words: FlagWords & { messages: { readonly found: string; readonly checkFound: string; readonly clear: string } };
}

/** The flag as the others are. */
export function textFlag({ id, clauses, words, chances, most = 'strong' }: TextFlag): RedFlag {
  return {
    id,
    clauses,
    falseAlarms: { question: chances.weak, closer: rankOf(most) === rankOf('strong') ? chances.strong : 0 },
    words,
    async evaluate(accounts, evidence) {
      const checks = new Map<AccountKey, FlagCheck>();
      const findings: Finding[] = [];
      const all = await requestsOf(accounts, evidence);
      for (const account of accounts) {
        const read = all.get(account);
        const own = (read?.requests ?? []).filter(({ flag }) => flag === id);
        checks.set(account, checkOf(read, own));
        const [first] = strongestFirst(own);
        if (!first) continue;
        const strength = rankOf(first.strength) < rankOf(most) ? first.strength : most;
        findings.push({
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
        });
      }
      return { checks, findings };
    },
  };
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
