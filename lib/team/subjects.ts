// Under which subject something stands in a team's pool: `obs.<author>.<person>.<event>`. Each of the three is a token of 22
// characters. An author's is made of the public key, so that whoever writes the server's rights needs no secret; a person's
// and an event's are keyed hashes, so that neither names nor ids stand in the server's files and logs. One event has one
// subject for ever: what is sent twice is stored once.

import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64url } from '@scure/base';
import type { AccountKey } from '../model/account.ts';
import { onceForEach } from '../model/once-for-each.ts';
import { utf8 } from './bytes.ts';
import { teamKeyBytes } from './keys.ts';

/** 16 bytes in base64url. */
export const TOKEN = '[A-Za-z0-9_-]{22}';
const SUBJECT = new RegExp(`^obs\\.(${TOKEN})\\.(${TOKEN})\\.(${TOKEN})$`);

/** What a subject says: who wrote, about whom, and which event; each a token. */
export interface Subject {
  author: string;
  person: string;
  event: string;
}

/** Members whose tokens are kept. */
const MAX_AUTHORS = 1_000;

/** The token of whoever has this public key. */
export const authorOf: (publicKey: string) => string = onceForEach(
  (publicKey) => token(sha256(utf8(`hireflag author ${publicKey}`))),
  MAX_AUTHORS,
);

export function subjectOf({ author, person, event }: Subject): string {
  return `obs.${author}.${person}.${event}`;
}

/** Takes a subject apart; undefined for any other text. */
export function parseSubject(subject: string): Subject | undefined {
  const [, author, person, event] = SUBJECT.exec(subject) ?? [];
  return author && person && event ? { author, person, event } : undefined;
}

/** Tokens of people that are kept: whoever reads a pool meets the same again and again. */
const MAX_KEPT = 20_000;

/** Makes tokens with a team's key. */
export class TeamTokens {
  /** Has taken in the key; a copy goes on with what it is for. */
  readonly #keyed: ReturnType<typeof hmac.create>;
  /** The token of a person: an account, `site:account`. */
  readonly person = onceForEach((account: AccountKey) => this.#token('person', account), MAX_KEPT);

  /** @param teamKey in base64url */
  constructor(teamKey: string) {
    this.#keyed = hmac.create(sha256, teamKeyBytes(teamKey));
  }

  /** The token under which what is about nobody stands: a project, by `site:project`. */
  project(project: string): string {
    return this.#token('project', project);
  }

  /** The token under which what concerns the team itself stands, such as its roster. */
  matter(name: string): string {
    return this.#token('matter', name);
  }

  /** The token of an event, by what it says. */
  event(said: string): string {
    return this.#token('event', said);
  }

  #token(of: string, value: string): string {
    return token(
      this.#keyed
        .clone()
        .update(utf8(`${of} ${value}`))
        .digest(),
    );
  }
}

/** What fills up the last four characters says nothing. */
function token(hash: Uint8Array): string {
  return base64url.encode(hash.subarray(0, 16)).slice(0, 22);
}
