// Everything that an account says of itself, with when it can have been written: its profile's texts over time, its
// bids, and messages whose words were kept.
import type { Evidence, ProfileHistory, StoredText } from '../../evidence/evidence.ts';
import type { AccountKey } from '../../model/account.ts';
import { readInterval } from '../../model/time.ts';
import { type Claim, claimsIn } from '../../statements/claims.ts';

/** Texts of one account that are looked at, the last ones. */
const MAX_TEXTS = 300;
/** Texts whose claims are known by heart: the same bid is looked at whenever somebody beside it is assessed. */
const MAX_KNOWN = 3_000;

/** Where something was said. */
export type Where = 'profile' | 'bid' | 'message';

export interface Source {
  where: Where;
  text: string;
  /** Ends of when it was written, ms since 1970; the first is minus infinity where that is open. */
  from: number;
  to: number;
  url?: string;
  firstSeenAt: string;
}

export interface Statement {
  claim: Claim;
  source: Source;
}

/** What is known of one account. */
export interface Account {
  history: ProfileHistory | undefined;
  statements: readonly Statement[];
  texts: readonly string[];
}

/** What each of these accounts says of itself. */
export async function accountsSaying(
  accounts: readonly AccountKey[],
  evidence: Evidence,
): Promise<Map<AccountKey, Account>> {
  const [histories, texts] = await Promise.all([evidence.profileHistoriesOf(accounts), evidence.textsOf(accounts)]);
  return new Map(
    accounts.map((account) => {
      const history = histories.get(account);
      const sources = [
        ...(history ? ofProfile(history) : []),
        ...(texts.get(account) ?? []).slice(-MAX_TEXTS).map(ofText),
      ];
      const statements = sources.flatMap((source) => claimsOf(source.text).map((claim) => ({ claim, source })));
      return [account, { history, statements, texts: sources.map(({ text }) => text) }];
    }),
  );
}

/** The texts of a profile: one that took another's place was written between the two sightings. */
function ofProfile({ profile, values }: ProfileHistory): Source[] {
  const member = readInterval(profile.memberSince ?? '');
  return (['headline', 'about'] as const).flatMap((field) => {
    const inOrder = [...(values.get(field) ?? [])].sort((a, b) => (a.first < b.first ? -1 : 1));
    return inOrder.map(({ value, first }, i): Source => {
      const before = inOrder[i - 1];
      const from = before && before.last < first ? Date.parse(before.last) : (member?.from ?? Number.NEGATIVE_INFINITY);
      const { url } = profile;
      const to = Date.parse(first);
      return { where: 'profile', text: String(value), from, to, firstSeenAt: first, ...(url !== undefined && { url }) };
    });
  });
}

function ofText({ text, sentAt, project, firstSeenAt, url }: StoredText): Source {
  const seen = Date.parse(firstSeenAt);
  const sent = readInterval(sentAt ?? '') ?? { from: Number.NEGATIVE_INFINITY, to: seen };
  const where = project === '' ? 'message' : 'bid';
  return { where, text, from: sent.from, to: Math.min(sent.to, seen), firstSeenAt, ...(url !== undefined && { url }) };
}

const known = new Map<string, readonly Claim[]>();

function claimsOf(text: string): readonly Claim[] {
  const before = known.get(text);
  if (before) return before;
  if (known.size >= MAX_KNOWN) known.clear();
  const claims = claimsIn(text);
  known.set(text, claims);
  return claims;
}
