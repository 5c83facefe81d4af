// Opening a page twice must add nothing twice, so every observation has an identity: what makes it
// the same fact when it is seen again. What was seen before and what is seen now are then merged.
import { type AccountKey, accountKey } from '../model/account.ts';
import type { Observation } from '../model/observation.ts';
import { trimEndOf, upTo } from '../model/trim.ts';
import { ratingShare, text as textKind } from '../model/values.ts';
import { fingerprintOf } from './fingerprint.ts';

/** The project an observation names, as `site:project`, if it names one. */
export function projectKey(observation: { site: string; project?: string | undefined }): string | undefined {
  return observation.project === undefined ? undefined : `${observation.site}:${observation.project}`;
}

/** The account an observation is about: the bidder, the profile's owner, the one reviewed, the writer. */
export function whoIs(observation: Observation): AccountKey | undefined {
  switch (observation.kind) {
    case 'bid':
    case 'profile':
    case 'message':
      return accountKey(observation.site, observation.account);
    case 'review':
      return accountKey(observation.site, observation.to);
    default:
      return undefined;
  }
}

/**
 * What makes two observations the same fact. A bid is one per account and project and a profile one per account,
 * however they change; a page is known by its address. Reviews and messages have no number that a page shows, and
 * often no day either: those of one identity are the same but for their time, and how many there are is worked out
 * from their times (grouped-rows.ts).
 */
export function identityOf(o: Observation): string {
  switch (o.kind) {
    case 'project':
      return join('project', o.site, o.project);
    case 'bid':
      return join('bid', o.site, o.project, o.account);
    case 'profile':
      return join('profile', o.site, o.account);
    case 'review': {
      const stars = o.rating ? String(ratingShare(o.rating)) : '';
      return join('review', o.site, o.from, o.to, o.project ?? '', stars, textHash(openingOf(o.text)));
    }
    case 'message':
      return join('message', o.site, o.thread, o.account, fingerprintOf(o));
    case 'page':
      return join('page', o.site, o.page, addressOf(o.url));
  }
}

/** A text's first words, which a list that cuts it off shows as well. */
function openingOf(text: string | undefined): string {
  return text === undefined ? '' : textKind.plain(text).slice(0, OPENING);
}
/** UTF-16 code units. */
const OPENING = 20;

/** The identity of a row among those of one fact. */
export function rowIdentity(fact: string, ...parts: string[]): string {
  return join(fact, ...parts);
}

/** The ends of the range in which the identities of a fact's rows lie: its own, and with parts after it. */
export function identityRange(fact: string): [from: string, to: string] {
  return [fact, join(fact, '\uffff')];
}

/** The ends of the range in which the identities of a kind's rows lie. */
export function kindRange(kind: Observation['kind']): [from: string, to: string] {
  return [join(kind, ''), join(kind, '\uffff')];
}

const join = (...parts: string[]) => parts.join('\u0000');

/** 53-bit hash of a text (cyrb53, public domain), for identities only. */
export function textHash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** An address without what changes between two visits of one page. */
function addressOf(url: string | undefined): string {
  return trimEndOf(upTo(url ?? '', '?#'), '/');
}
