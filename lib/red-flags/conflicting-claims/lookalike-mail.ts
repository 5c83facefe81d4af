// A mail address at a domain that only looks like that of the employer whose page the same profile links to.
import { parse } from 'tldts';
import { MAX_TEXT } from '../../model/limits.ts';
import type { Profile } from '../../model/observation.ts';
import { contactsIn, isMailProvider } from '../../statements/contacts.ts';
import { lettersAlike } from '../../statements/letters-alike.ts';
import { slipsBetween } from '../../statements/spelling.ts';

/** A name of fewer letters is near to too many others. */
const MIN_LETTERS = 5;
/** Names of so many letters and more may differ by two slips. */
const LONG = 9;
/** A name of so many letters stands within another by chance no more, with so many others around it. */
const MIN_WITHIN = 7;
const MAX_ADDED = 12;
/** What is put behind a firm's name to make another domain of it; with a hyphen anything is. */
const additions =
  /^(?:hr|jobs?|careers?|inc|corp|co|llc|ltd|gmbh|group|team|mail|online|global|tech|work|works|hiring|recruit(?:ing|ment)?|talent|staff|office|hq|app|web|net|it|dev)$/;

/** Hosts in a text, as they stand. */
const hosts = /(?<![@\p{L}\d.-])(?:https?:\/\/)?(?:www\.)?([a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,4})(?![@\p{L}\d-])/giu;
/** Texts with an address that are looked at. */
const MAX_TEXTS = 20;

/** The address, and the employer's own domain that it is not of. */
export function lookalikeMail(
  profile: Profile,
  texts: readonly string[],
): { mail: string; employer: string } | undefined {
  const written = [...texts.filter((text) => text.includes('@')).slice(0, MAX_TEXTS), ...(profile.links ?? [])];
  const domains = [profile.about ?? '', ...written].flatMap((text) =>
    [...text.slice(0, MAX_TEXT).matchAll(hosts)].flatMap(([, host = '']) => parse(host.toLowerCase()).domain ?? []),
  );
  const employers = [...new Set(domains)].filter((domain) => isEmployers(nameOf(domain), profile));
  if (employers.length === 0) return undefined;
  const contacts = (profile.contacts ?? []).map(({ value }) => value);
  const mails = [...contacts, ...written].flatMap((text) => contactsIn(text)).filter(({ kind }) => kind === 'mail');
  for (const employer of employers) {
    for (const { value, domain = '' } of mails) {
      if (employers.includes(domain) || isMailProvider(domain)) continue;
      const labels = value.slice(value.indexOf('@') + 1, -domain.length).split('.');
      const isAlike =
        looksLike(nameOf(domain), nameOf(employer)) || labels.some((label) => holds(label, nameOf(employer)));
      if (isAlike) return { mail: value, employer };
    }
  }
  return undefined;
}

/** A domain's own name: "oakyard" of "oakyard.example". */
const nameOf = (domain: string) => parse(domain).domainWithoutSuffix ?? '';

/** True when a domain has the name of a firm that the profile lists. */
function isEmployers(name: string, { employment = [] }: Profile): boolean {
  const plain = lettersAlike(name);
  return (
    plain.length >= MIN_LETTERS &&
    employment.some(({ employer }) => lettersAlike(employer).startsWith(plain.slice(0, 40)))
  );
}

function looksLike(name: string, real: string): boolean {
  if (name === real || real.length < MIN_LETTERS) return false;
  if (lettersAlike(name) === lettersAlike(real)) return true;
  const most = real.length >= LONG ? 2 : 1;
  if (slipsBetween(lettersAlike(name), lettersAlike(real), most) <= most) return true;
  return holds(name, real);
}

/** True when a name is another with something put before it or behind it. */
function holds(name: string, real: string): boolean {
  if (real.length < MIN_LETTERS) return false;
  const at = name.indexOf(real);
  if (at < 0) return false;
  const [before, after] = [name.slice(0, at), name.slice(at + real.length)];
  if (real.length >= MIN_WITHIN) return before.length + after.length <= MAX_ADDED;
  return before === '' ? after.startsWith('-') || additions.test(after) : before.endsWith('-') && after === '';
}
