// Which contacts, pages, domains and pictures an account has in common with others, and which of these say something:
// not what a client named, not what many name, not a client's site that two of them worked on.
import type { ContactBook, ContactPlace, KeyKind } from '../../evidence/projections/contacts.ts';
import { partsOfKey, WHOLE } from '../../evidence/projections/contacts.ts';
import type { AccountKey } from '../../model/account.ts';

/** What an account shares with another. */
export interface Shared {
  key: string;
  kind: KeyKind;
  value: string;
}

/** A contact that more accounts show is a group's, a service's or everybody's. */
const MAX_HOLDERS = 20;
/** A domain, page or picture that more accounts show is a host of many, a community or a site's own. */
const MAX_SITE_HOLDERS = 8;
const isSite = (kind: KeyKind) => kind === 'page' || kind === 'host' || kind === 'picture';

/** Where somebody shows a domain or page as their own. */
const ownPlaces: ReadonlySet<string> = new Set<ContactPlace>(['contact', 'link', 'about', 'portfolio']);
/** Where what is named may be the client's. */
const answers: ReadonlySet<string> = new Set<ContactPlace>(['bid', 'message']);

/** What an account shares with each other account. */
export function sharedBy(account: AccountKey, book: ContactBook): Map<AccountKey, Shared[]> {
  const found = new Map<AccountKey, Shared[]>();
  for (const key of book.own.keysOf(account)) {
    const { kind, value } = partsOfKey(key);
    const count = book.own.count(key);
    if (count < 2 || count > (isSite(kind) ? MAX_SITE_HOLDERS : MAX_HOLDERS)) continue;
    const holders = book.own.holders(key);
    const own = holders.get(account) as Set<string>;
    const isNamed = book.clients.has(key);
    for (const [other, places] of holders) {
      if (other === account || !isTelling(kind, own, places, isNamed, holders)) continue;
      found.set(other, [...(found.get(other) ?? []), { key, kind, value }]);
    }
  }
  for (const [other, all] of found) found.set(other, withoutRepeats(all));
  return found;
}

function isTelling(
  kind: KeyKind,
  own: ReadonlySet<string>,
  other: ReadonlySet<string>,
  isNamed: boolean,
  holders: ReadonlyMap<AccountKey, ReadonlySet<string>>,
): boolean {
  const sides = [own, other];
  // A client's own contact comes back in answers to them.
  if (isNamed && sides.some((places) => [...places].every((place) => answers.has(place)))) return false;
  switch (kind) {
    case 'national':
      return sides.some((places) => !isWhole(places)) && numbersIn(holders).size < 2;
    case 'page':
      // A link to the other's profile elsewhere proposes one person (same-person.ts), and says no more.
      return sides.every((places) => !places.has('address'));
    case 'account':
      // One handle on two sites proposes one person, and says no more.
      return false;
    case 'host':
      return sides.every((places) => [...places].some((place) => ownPlaces.has(place)));
    default:
      return true;
  }
}

const isWhole = (places: ReadonlySet<string>) => [...places].every((place) => place.startsWith(WHOLE));

/** The whole numbers that have the same digits within their countries. */
function numbersIn(holders: ReadonlyMap<AccountKey, ReadonlySet<string>>): Set<string> {
  return new Set([...holders.values()].flatMap((places) => [...places].filter((place) => place.startsWith(WHOLE))));
}

/** One contact once: digits of a number that is there whole, the domain of a mail address that is there. */
function withoutRepeats(all: readonly Shared[]): Shared[] {
  const mails = all.flatMap(({ kind, value }) => (kind === 'mail' ? [value] : []));
  const hasPhone = all.some(({ kind }) => kind === 'phone');
  return all.filter(({ kind, value }) => {
    if (kind === 'national') return !hasPhone;
    return !(kind === 'host' && mails.some((mail) => mail.endsWith(`@${value}`)));
  });
}
