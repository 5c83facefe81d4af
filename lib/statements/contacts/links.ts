// Links in texts and fields: their host, the domain that somebody registered, and the person's page that they are.
import { LinkifyIt } from 'linkify-it';
import { parse } from 'tldts';
import { trimEndOf } from '../../model/trim.ts';
import type { ContactForm } from './contact.ts';
import { mailOf } from './mails.ts';
import { isSharedHost, personalPage } from './shared-hosts.ts';

/** Endings of hosts that are taken for a link without `https://`; of two letters all are. */
const endings =
  'com net org info biz pro name edu gov museum app dev site online tech design studio works xyz link blog agency cloud digital store shop art live space world website media build codes run team group page tel jobs mobi cat click fun icu top vip wiki systems solutions software services expert guru academy consulting engineer photography graphics marketing company ltd example test рф укр'.split(
    ' ',
  );
const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true, maxLength: 2_000 }).tlds(endings, true);

/** A text is looked at in pieces of about this length, so that no address in it is looked for for long. */
const PIECE = 2_000;

/** Names of files and of tools that end as a country's domains do. */
const isFileName = /^(?:https?:\/\/)?[\w-]+\.(?:py|rs|sh|pl|md|cc|vb|cs|ts|js|tex)$/i;

export interface FoundLink {
  form: ContactForm;
  /** The address as it stands, whole. */
  url: string;
  start: number;
  end: number;
}

/** Links and plainly written mail addresses in a plain text. */
export function linksIn(text: string): FoundLink[] {
  const found: FoundLink[] = [];
  for (const [from, to] of pieces(text)) {
    const piece = text.slice(from, to);
    if (!/\S\.\S|@|:\/\//.test(piece)) continue;
    for (const { schema, index, lastIndex, url } of linkify.match(piece) ?? []) {
      if (schema === '' && isFileName.test(url)) continue;
      const form = schema === 'mailto:' ? mailOf(url.replace(/^mailto:/i, '')) : linkOf(url);
      if (form) found.push({ form, url, start: from + index, end: from + lastIndex });
    }
  }
  return found;
}

function* pieces(text: string): Generator<[from: number, to: number]> {
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + PIECE);
    // Not within a word, unless there is no other place.
    if (to < text.length)
      for (let cut = to; cut > from + PIECE / 2; cut--)
        if (/\s/.test(text[cut] as string)) {
          to = cut;
          break;
        }
    yield [from, to];
    from = to;
  }
}

/**
 * The normal form of an address: without `www.`, query and fragment; where it is a person's page on a host of many, that
 * page. Undefined for what is no address in the public net.
 */
export function linkOf(url: string): ContactForm | undefined {
  const written = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url.replace(/^\/\//, '')}`;
  let address: URL;
  try {
    address = new URL(written);
  } catch {
    return undefined;
  }
  if (!/^https?:$/.test(address.protocol)) return undefined;
  const { domain, isIp, isIcann, isPrivate, publicSuffix } = parse(address.hostname, { allowPrivateDomains: true });
  const isKnown = isIcann || isPrivate || publicSuffix === 'example' || publicSuffix === 'test';
  if (!domain || isIp || !isKnown) return undefined;
  const host = address.hostname.replace(/^www\./, '');
  const path = trimEndOf(decoded(address.pathname), '/');
  const page = personalPage(host, path);
  return { kind: 'link', value: page ?? `${host}${path}`, domain };
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** True of a name that somebody has on a host of many, such as `name.github.io`. */
export function isNameOnHost(domain: string): boolean {
  return parse(domain, { allowPrivateDomains: true }).isPrivate === true;
}

/** What a link says of whose it is. */
export type Whose =
  /** A person's page on a host of many. */
  | 'page'
  /** An address at a domain that somebody has for themselves. */
  | 'own'
  /** Nothing. */
  | 'nothing';

export function whoseIs({ value, domain }: Pick<ContactForm, 'value' | 'domain'>): Whose {
  const slash = value.indexOf('/');
  const [host, path] = slash < 0 ? [value, ''] : [value.slice(0, slash), value.slice(slash)];
  if (personalPage(host, path) !== undefined) return 'page';
  return domain === undefined || isSharedHost(host, domain) ? 'nothing' : 'own';
}

/** Words in a picture's address that say that it stands for no picture. */
const standIn =
  /default|place-?holder|no-?(?:avatar|photo|image|picture)|blank|anonymous|unknown|silhouette|generic|empty|missing|initials|identicon|letter-avatar/i;

/**
 * The file that a picture is, by its address without its size; undefined for what a site shows where there is none, and
 * for what has no address of its own.
 */
export function pictureOf(url: string): string | undefined {
  let address: URL;
  try {
    address = new URL(url);
  } catch {
    return undefined;
  }
  if (!/^https?:$/.test(address.protocol)) return undefined;
  const path = decoded(address.pathname).replace(/=[swh]\d[^/=]*$/, '');
  if (path.length < 8 || standIn.test(path)) return undefined;
  return `${address.hostname}${path}`;
}
