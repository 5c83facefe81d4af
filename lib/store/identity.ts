// Opening a page twice must add nothing twice, so every observation has an identity: what makes it
// the same fact when it is seen again. What was seen before and what is seen now are then merged.
import { type AccountKey, accountKey } from '../model/account.ts';
import type { Observation } from '../model/observation.ts';

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
 * What makes two observations the same fact. A bid is one per account and project and a profile one
 * per account, however they change; a review is known by its words and mark and not by its date,
 * because pages show dates such as "2 months ago"; a page is known by its address.
 */
export function identityOf(o: Observation): string {
  switch (o.kind) {
    case 'project':
      return join('project', o.site, o.project);
    case 'bid':
      return join('bid', o.site, o.project, o.account);
    case 'profile':
      return join('profile', o.site, o.account);
    case 'review':
      return join(
        'review',
        o.site,
        o.from,
        o.to,
        o.project ?? '',
        String(o.rating?.value ?? ''),
        textHash(o.text ?? ''),
      );
    case 'message':
      return join('message', o.site, o.thread, o.account, o.sentAt ?? '', textHash(o.text));
    case 'page':
      return join('page', o.site, o.page, addressOf(o.url));
  }
}

/**
 * What is known after seeing `now` where `before` was known. A field that is not seen now is not
 * gone; a text that is the cut-off beginning of the longer one known stays the longer one.
 *
 * @returns the merged observation, and whether a statement changed (as against being added): what
 *   was said before is then worth keeping as well.
 */
export function merge<T extends Observation>(before: T, now: T): { merged: T; changed: boolean } {
  // How much of a page was read is true of one reading only, as a whole.
  if (now.kind === 'page') return { merged: now, changed: false };
  const merged: Record<string, unknown> = { ...before };
  let changed = false;
  for (const [field, value] of Object.entries(now)) {
    if (value === undefined) continue;
    const known = merged[field];
    if (isCutFrom(value, known)) continue;
    if (!passing.has(field) && contradicts(value, known)) changed = true;
    // A list shows less of a profile than its own page: what both show is taken from the newer.
    merged[field] = isGroup(known) && isGroup(value) ? { ...known, ...value } : value;
  }
  return { merged: merged as T, changed };
}

/** Fields that change by themselves from one look to the next; a change of them is no change of mind. */
const passing = new Set(['seenAt', 'url', 'localTime', 'stats', 'avatar', 'bidCount', 'status', 'outcome', 'at']);

/** True when `text` is a list page's cut-off beginning of `whole`, with or without an ellipsis. */
function isCutFrom(text: unknown, whole: unknown): boolean {
  if (typeof text !== 'string' || typeof whole !== 'string' || text.length >= whole.length) return false;
  const head = text.replace(/\s*(…|\.\.\.)?\s*$/, '');
  return head.length >= 40 && whole.startsWith(head);
}

/** True when both say something and not the same; of groups such as a location, in a field both have. */
function contradicts(now: unknown, before: unknown): boolean {
  if (now === undefined || before === undefined || now === before) return false;
  if (isGroup(now) && isGroup(before)) return Object.keys(now).some((field) => contradicts(now[field], before[field]));
  if (isCutFrom(before, now)) return false;
  return typeof now !== 'object' || JSON.stringify(now) !== JSON.stringify(before);
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const join = (...parts: string[]) => parts.join('\u0000');

/** 53-bit hash of a text (cyrb53, public domain), for identities only. */
function textHash(text: string): string {
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
  return (url ?? '').replace(/[?#].*$/, '').replace(/\/+$/, '');
}
