// How a team's pool is kept on its NATS server: one stream that takes each subject once, and the smallest rights with which a
// member can write what is theirs and read what is everybody's. Whoever sets a server up takes these; browsers name no other.

import { DECIDED, DECIDED_SUBJECTS } from './decided.ts';
import { FOUND, FOUND_SUBJECTS } from './found.ts';
import { MAX_BODY } from './sealing.ts';

/** The stream's name. */
export const STREAM = 'OBS';
/** Every subject of the pool. */
export const SUBJECTS = 'obs.*.*.*';
/** The oldest server with which all this was tried. */
export const OLDEST_SERVER = '2.9.10';

const SECOND = 1_000_000_000;

/**
 * The stream's configuration, as the server takes it.
 *
 * @param maxBytes the most that it may take on the disk
 * @param keepDays how long messages are kept; for ever where absent
 */
export function streamConfig({ maxBytes = 1_500_000_000, keepDays }: { maxBytes?: number; keepDays?: number } = {}) {
  return {
    name: STREAM,
    subjects: [SUBJECTS],
    storage: 'file',
    retention: 'limits',
    // What is full takes nothing more, and says so: nothing old is lost.
    discard: 'new',
    max_msgs_per_subject: 1,
    discard_new_per_subject: true,
    max_msg_size: MAX_BODY,
    max_bytes: maxBytes,
    max_age: (keepDays ?? 0) * 24 * 3600 * SECOND,
    duplicate_window: 120 * SECOND,
    // A purge of 2.9.10 moves consumers to the end, and leaves the words on the disk: people are erased by sequence.
    deny_purge: true,
  } as const;
}

/**
 * The configuration of the stream of what analysts found: of each person and analyst the newest.
 *
 * @param maxBytes the most that it may take on the disk
 */
export function foundConfig({ maxBytes = 200_000_000 }: { maxBytes?: number } = {}) {
  return newestOnly(FOUND, FOUND_SUBJECTS, maxBytes);
}

/** The configuration of the stream of what members decided: of each person and member the newest. */
export function decidedConfig() {
  return newestOnly(DECIDED, DECIDED_SUBJECTS, 50_000_000);
}

function newestOnly(name: string, subjects: string, maxBytes: number) {
  return {
    name,
    subjects: [subjects],
    storage: 'file',
    retention: 'limits',
    discard: 'old',
    max_msgs_per_subject: 1,
    max_msg_size: MAX_BODY,
    max_bytes: maxBytes,
    duplicate_window: 120 * SECOND,
    deny_purge: true,
  } as const;
}

/** The name of a member's consumer, made and thrown away with each pull. */
export const consumerOf = (author: string) => author;
/** Where answers to a member arrive. */
export const inboxOf = (author: string) => `_INBOX.${author}`;

/**
 * What a member may do on the server, and no more.
 *
 * @param author their token
 * @param erases whether they may have people erased
 * @param analyst whether they may say what was found
 */
export function rightsOf(
  author: string,
  { erases = false, analyst = false }: { erases?: boolean | undefined; analyst?: boolean | undefined } = {},
): { publish: string[]; subscribe: string[] } {
  const consumer = consumerOf(author);
  const reading = (stream: string) => [
    `$JS.API.STREAM.INFO.${stream}`,
    `$JS.API.CONSUMER.CREATE.${stream}.${consumer}`,
    `$JS.API.CONSUMER.DELETE.${stream}.${consumer}`,
    `$JS.API.CONSUMER.INFO.${stream}.${consumer}`,
    `$JS.API.CONSUMER.MSG.NEXT.${stream}.${consumer}`,
  ];
  return {
    publish: [
      `obs.${author}.*.*`,
      // The newest roster, before anything is read that stands before it.
      `$JS.API.STREAM.MSG.GET.${STREAM}`,
      ...reading(STREAM),
      ...reading(FOUND),
      ...reading(DECIDED),
      `decided.${author}.*`,
      ...(analyst ? [`found.${author}.*`] : []),
      ...(erases ? [STREAM, DECIDED].map((stream) => `$JS.API.STREAM.MSG.DELETE.${stream}`) : []),
      // An analyst obeys an erasure by taking off the server what it said of the person.
      ...(erases || analyst ? [`$JS.API.STREAM.MSG.DELETE.${FOUND}`] : []),
    ],
    subscribe: [`${inboxOf(author)}.>`],
  };
}
