// What a contact is: a way to reach or to pay somebody, or a page of theirs, in a form that is equal for two ways of
// writing the same.

export const contactKinds = ['mail', 'phone', 'handle', 'wallet', 'link'] as const;
export type ContactKind = (typeof contactKinds)[number];

export function isContactKind(kind: string): kind is ContactKind {
  return (contactKinds as readonly string[]).includes(kind);
}

export interface ContactForm {
  kind: ContactKind;
  /**
   * The normal form. A mail address as its host delivers it; a telephone number in E.164, or without `+` the digits of
   * one whose country is not said; `telegram:name`; `bitcoin:address`; `host/path` of a link.
   */
  value: string;
  /** The messenger of a handle or a number, the chain of a wallet. */
  on?: string;
  /** The domain that somebody registered, of a mail address or a link. */
  domain?: string;
  /** It is a group or channel of many. */
  isGroup?: true;
}

/** A contact that stands in a text. */
export interface Contact extends ContactForm {
  /** Where it stands, in UTF-16 code units. */
  start: number;
  end: number;
  /** It is written so that it is not recognised: in words, with spaces, with letters that only look alike. */
  isDisguised?: true;
}
