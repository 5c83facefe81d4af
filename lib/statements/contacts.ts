// Finds in texts and fields how somebody can be reached or paid, and pages of theirs: mail addresses, telephone
// numbers, names in messengers, wallets, links; also where they are written so that a filter does not recognise them.
// Each comes in a normal form, so that two ways of writing the same are equal. It takes time in proportion to the text
// and is for the background worker: libraries for numbers, domains and checksums come with it.
import type { Contact, ContactForm } from './contacts/contact.ts';
import { handleOf, handleOfLink, handlesIn } from './contacts/handles.ts';
import { linkOf, linksIn } from './contacts/links.ts';
import { mailOf, mailsInWords } from './contacts/mails.ts';
import { namesIn } from './contacts/name-scan.ts';
import { MIN_WORDS, phoneOf, phonesIn } from './contacts/phones.ts';
import { type Plain, plainOf } from './contacts/plain.ts';
import { serviceOf } from './contacts/services.ts';
import { solanaOf, walletOf, walletsIn } from './contacts/wallets.ts';
import { wordsIn } from './contacts/words.ts';

export { type Contact, type ContactForm, type ContactKind, isContactKind } from './contacts/contact.ts';
export { isNameOnHost, linkOf, pictureOf, type Whose, whoseIs } from './contacts/links.ts';
export { isMailProvider, isOffice } from './contacts/mails.ts';
export { nationalDigits } from './contacts/phones.ts';
export { type Service, serviceOf, services } from './contacts/services.ts';

/** More contacts than this in one text are a list of others'. */
const MAX_CONTACTS = 50;

/** Words around a link or name that say that many meet there. */
const gathering =
  /\b(?:group|community|channel|members|server|grupo|comunidad|comunidade|canal|gruppe|kanal|groupe|communaut[ée])\b|групп\p{L}|сообществ|спільнот|канал/iu;

/**
 * The contacts in a text, in the order in which they stand.
 *
 * @param text whatever somebody wrote, of any length and kind
 */
export function contactsIn(text: string): Contact[] {
  const plain = plainOf(text);
  const taken = new Taken(plain);
  for (const { form, url, start, end } of linksIn(plain.text)) {
    const handle = form.kind === 'link' ? handleOfLink(url) : undefined;
    taken.add(around(plain.text, handle ?? form, start, end), start, end);
  }
  for (const { form, start, end } of walletsIn(plain.text)) taken.add(form, start, end);
  for (const { form, start, end } of mailsInWords(plain.text)) taken.add(form, start, end, true);
  const { mayName, digits } = namesIn(plain.text);
  const words = mayName || digits >= MIN_WORDS ? wordsIn(plain.text) : [];
  for (const { form, start, end, isDisguised } of handlesIn(plain.text, words)) {
    taken.add(around(plain.text, form, start, end), start, end, isDisguised);
  }
  for (const { form, start, end, inWords } of phonesIn(plain.text, words)) taken.add(form, start, end, inWords);
  return taken.all();
}

/** The form with whether the words around it call it a group. */
function around(text: string, form: ContactForm, start: number, end: number): ContactForm {
  if (form.kind !== 'handle' || form.isGroup) return form;
  return gathering.test(text.slice(Math.max(0, start - 50), start)) || gathering.test(text.slice(end, end + 30))
    ? { ...form, isGroup: true }
    : form;
}

/** Contacts that do not overlap: what was found first stays. */
class Taken {
  readonly #plain: Plain;
  readonly #found: Contact[] = [];
  /** Where they stand in the plain text. */
  readonly #spans: (readonly [start: number, end: number])[] = [];

  constructor(plain: Plain) {
    this.#plain = plain;
  }

  add(form: ContactForm, start: number, end: number, isDisguised = false): void {
    if (this.#found.length >= MAX_CONTACTS || this.#spans.some(([from, to]) => start < to && from < end)) return;
    this.#spans.push([start, end]);
    this.#found.push({
      ...form,
      start: this.#plain.at(start),
      end: this.#plain.at(end - 1) + 1,
      ...((isDisguised || this.#plain.isChanged(start, end)) && { isDisguised: true }),
    });
  }

  all(): Contact[] {
    return this.#found.sort((a, b) => a.start - b.start);
  }
}

/**
 * The contact that a field of a profile holds.
 *
 * @param type what the page calls it: "email", "Telegram", "Website"
 */
export function contactOf(type: string, value: string): ContactForm | undefined {
  const said = plainOf(value.slice(0, 2_000)).text.trim();
  const kind = type.trim().toLowerCase();
  if (/mail|correo|почт|пошт/.test(kind)) return mailOf(said) ?? first(value);
  if (/phone|tel[eé]?f|mobile|cell|тел|номер|m[óo]vil|celular|handy/.test(kind)) return phoneOf(said);
  if (/wallet|bitcoin|btc|eth|usdt|trc|crypto|tron|solana/.test(kind))
    return walletOf(said) ?? solanaOf(said) ?? first(value);
  const named = serviceOf(kind.replace(/[^\p{L}]/gu, ''));
  if (named) return handleOfLink(said) ?? handleOf(named.service, said);
  if (/web|link|url|site|git|portfolio/.test(kind)) return linkOf(said) ?? first(value);
  return first(value);
}

function first(value: string): ContactForm | undefined {
  const [found] = contactsIn(value.slice(0, 2_000));
  if (!found) return undefined;
  const { start, end, isDisguised, ...form } = found;
  return form;
}
