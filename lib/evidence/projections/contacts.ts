// How everyone can be reached or paid, as their profiles, bids and messages say: mails, numbers, names in messengers,
// wallets, pages of theirs, domains and the file of their picture. Apart from them what clients themselves named, since
// who answers with that says nothing of their own.
import { type Held, HolderIndex } from '../../graph/holder-index.ts';
import type { AccountKey } from '../../model/account.ts';
import type { Profile } from '../../model/observation.ts';
import { wordless } from '../../model/observation.ts';
import {
  type ContactForm,
  type ContactKind,
  contactOf,
  contactsIn,
  isContactKind,
  isNameOnHost,
  isOffice,
  linkOf,
  nationalDigits,
  pictureOf,
  whoseIs,
} from '../../statements/contacts.ts';
import type { ProjectedRow, Projection } from '../../store/projection.ts';

/** Where somebody shows it. */
export type ContactPlace =
  /** A field of the profile that is for it. */
  | 'contact'
  | 'link'
  /** The words of the profile. */
  | 'about'
  /** Works of theirs that are shown there. */
  | 'portfolio'
  /** One work that is shown there, on the host's first page: as likely a client's. */
  | 'work'
  | 'picture'
  | 'bid'
  | 'message'
  /** It is where the profile itself stands. */
  | 'address';

export interface ContactBook {
  /** What accounts show of themselves. Keys are `mail:…`, `phone:…`, `handle:…`, `wallet:…`, `page:…`, `host:…`, `picture:…`. */
  own: HolderIndex;
  /** What clients named in posts and messages. */
  clients: HolderIndex;
}

/** Without an account it is what a client said. */
type Fact = readonly [account: AccountKey | null, held: readonly Held[]];

/** Keys taken of one row, at most. */
const MAX_KEYS = 100;
/** Stands for whoever is a client: who it was does not matter. */
const CLIENT: AccountKey = ':';

export const contacts: Projection<ContactBook, Fact> = {
  id: 'contacts',
  version: 2,
  kinds: ['profile', 'bid', 'message', 'project'],
  factOf(row) {
    const held = heldIn(row).slice(0, MAX_KEYS);
    if (held.length === 0) return undefined;
    const isClients = row.kind === 'project' || (row.body.kind === 'message' && row.body.mine);
    return isClients ? [null, held] : row.who ? [row.who, held] : undefined;
  },
  empty: () => ({ own: new HolderIndex(), clients: new HolderIndex() }),
  take({ own, clients }, row, [account, held]) {
    if (account === null) clients.put(row, CLIENT, held);
    else own.put(row, account, held);
  },
  drop({ own, clients }, row) {
    own.remove(row);
    clients.remove(row);
  },
};

function heldIn({ body }: ProjectedRow): Held[] {
  switch (body.kind) {
    case 'profile':
      return inProfile(body);
    case 'bid':
      return inText(body.text, 'bid');
    case 'project':
      return inText(`${body.title ?? ''}\n${body.text ?? ''}`, 'bid');
    case 'message':
      if (!wordless.test(body.text)) return inText(body.text, 'message');
      return (body.contacts ?? []).flatMap(({ type, value }) => heldBy(formOf(type, value), 'message'));
    default:
      return [];
  }
}

function inText(text: string | undefined, place: ContactPlace): Held[] {
  return text === undefined ? [] : contactsIn(text).flatMap((contact) => heldBy(contact, place));
}

/** A contact that was kept in its normal form. */
function formOf(type: string, value: string): ContactForm | undefined {
  if (type === 'link') return linkOf(`https://${value}`);
  return isContactKind(type) ? { kind: type, value } : undefined;
}

function inProfile(profile: Profile): Held[] {
  const { contacts: said = [], links = [], headline, about, portfolio = [], avatar, url } = profile;
  const picture = avatar === undefined ? undefined : pictureOf(avatar);
  const works = portfolio.flatMap(({ url: work }) => (work === undefined ? [] : (linkOf(work) ?? [])));
  const address = url === undefined ? undefined : linkOf(url);
  return [
    ...said.flatMap(({ type, value }) => heldBy(contactOf(type, value), 'contact')),
    ...links.flatMap((link) => inText(link, 'link')),
    ...inText(`${headline ?? ''}\n${about ?? ''}`, 'about'),
    ...portfolio.flatMap(({ text }) => inText(text, 'about').filter(([key]) => !key.startsWith('host:'))),
    ...works.flatMap((work) => heldBy(work, isClients(work, works) ? 'work' : 'portfolio')),
    ...(address && whoseIs(address) === 'page' ? heldBy(address, 'address') : []),
    ...(isTellingId(profile.account) ? [[`account:${profile.account.toLowerCase()}`, 'address'] as const] : []),
    ...(picture === undefined ? [] : [[`picture:${picture}`, 'picture'] as const]),
  ];
}

/** True of an account's id that somebody chose: not a number, nor one that the site made, nor so short that many chose it. */
function isTellingId(account: string): boolean {
  return /^[a-z][a-z0-9._-]{5,39}$/i.test(account) && !/^[0-9a-f-]{16,}$/i.test(account);
}

/** True of a host's first page that is shown among no others there: as likely a client's shop as one's own. */
function isClients({ value, domain = '' }: ContactForm, works: readonly ContactForm[]): boolean {
  const isFirstPage = !value.includes('/');
  // Of a host of many, such as github.io, each name is somebody's own.
  const isOwnName = domain !== '' && isNameOnHost(domain);
  const there = new Set(works.filter((work) => work.domain === domain).map((work) => work.value));
  return isFirstPage && !isOwnName && there.size < 2;
}

/** The keys by which a contact is compared; none of what says nothing of whose it is. */
function heldBy(contact: ContactForm | undefined, place: ContactPlace): Held[] {
  if (!contact || contact.isGroup) return [];
  const { kind, value, domain } = contact;
  switch (kind) {
    case 'link': {
      const whose = whoseIs(contact);
      return whose === 'page' ? [[`page:${value}`, place]] : whose === 'own' ? [[`host:${domain}`, place]] : [];
    }
    case 'mail':
      return isOffice(value) ? [] : [[`mail:${value}`, place]];
    case 'phone': {
      const national = nationalDigits(value);
      // A number whose country is not said is compared by its digits with those of which it is.
      if (national === undefined) return [[`national:${value}`, place]];
      return [
        [`phone:${value}`, place],
        [`national:${national}`, `${WHOLE}${value}`],
      ];
    }
    default:
      return [[`${kind}:${value}`, place]];
  }
}

/** Begins the place of the digits within its country of a number whose country is said; the number follows. */
export const WHOLE = 'whole:';

/** What a key is of. */
export type KeyKind = Exclude<ContactKind, 'link'> | 'national' | 'page' | 'host' | 'picture' | 'account';

/** A key taken apart. */
export function partsOfKey(key: string): { kind: KeyKind; value: string } {
  const colon = key.indexOf(':');
  return { kind: key.slice(0, colon) as KeyKind, value: key.slice(colon + 1) };
}
