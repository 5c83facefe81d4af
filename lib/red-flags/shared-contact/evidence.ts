// What a finding of a shared contact shows: each contact, who shows it, since when each account is known and a member,
// and the pages where it stood.
import type { Evidence, ProfileHistory } from '../../evidence/evidence.ts';
import type { KeyKind } from '../../evidence/projections/contacts.ts';
import type { AccountKey } from '../../model/account.ts';
import type { EvidenceItem, EvidenceRow } from '../../model/finding.ts';
import { sourcesOf } from '../sources.ts';
import type { MessageId, Partner } from './partner.ts';

/** Contacts and accounts that are listed. */
const MAX_SHOWN = 10;

type Row = EvidenceRow & { label: MessageId };

export async function evidenceOf(
  account: AccountKey,
  partners: readonly Partner[],
  evidence: Evidence,
): Promise<EvidenceItem> {
  const everyone = [account, ...partners.map((partner) => partner.account)].slice(0, MAX_SHOWN);
  const [histories, bids, messages] = await Promise.all([
    evidence.profileHistoriesOf(everyone),
    evidence.bidsOf(everyone),
    evidence.messagesOf(everyone),
  ]);
  const contacts = new Map(partners.flatMap(({ shared }) => shared.map((one) => [one.key, one] as const)));
  const seen = everyone.flatMap((one) => {
    const history = histories.get(one);
    const pages = history ? [{ url: history.profile.url, firstSeenAt: history.firstSeenAt }] : [];
    return [...pages, ...(bids.get(one) ?? []), ...(messages.get(one) ?? [])];
  });
  const rows = [...contacts.values()].slice(0, MAX_SHOWN).map(({ key, kind, value }): Row => {
    const others = partners.filter(({ shared }) => shared.some((one) => one.key === key));
    const who = { accounts: [account, ...others.map((other) => other.account)] };
    return { label: kind as Exclude<KeyKind, 'account'>, value: { message: 'shownBy', data: { value, who } } };
  });
  return {
    kind: 'counts',
    rows: [
      ...rows,
      ...everyone.map((one) =>
        since(one, histories.get(one), [...(bids.get(one) ?? []), ...(messages.get(one) ?? [])]),
      ),
    ],
    sources: sourcesOf(seen),
  };
}

function since(
  account: AccountKey,
  history: ProfileHistory | undefined,
  rows: readonly { firstSeenAt: string }[],
): Row {
  const moments = [...(history ? [history.firstSeenAt] : []), ...rows.map(({ firstSeenAt }) => firstSeenAt)].sort();
  const memberSince = history?.profile.memberSince;
  const [first] = moments;
  return {
    label: 'user',
    data: { who: { accounts: [account] } },
    value: {
      message: 'userSince',
      data: {
        first: first === undefined ? '' : { time: first.slice(0, 10) },
        member: memberSince === undefined ? 'unknown' : 'known',
        since: memberSince === undefined ? '' : { time: memberSince },
      },
    },
  };
}
