// The page's end of the messages from the worker. Written by hand, because the schema library alone
// would be a third of what the script in a page may weigh; what a view is made of is checked piece by
// piece when it is planted (tree.ts).
import type { AwakeReply, BadgesReply, PageSummary, PanelReply, Reply } from '../protocol/messages.ts';

/** What the worker says went wrong, in the user's language. */
export class Problem extends Error {}

/**
 * Parses the worker's answer of the type that is expected.
 *
 * @throws a Problem with the worker's own sentence, another Error where the answer was not understood
 */
export function expectReply(type: 'awake', message: unknown): AwakeReply;
export function expectReply(type: 'badges', message: unknown): BadgesReply;
export function expectReply(type: 'panel', message: unknown): PanelReply;
export function expectReply(type: Reply['type'], message: unknown): Reply {
  const reply = isObject(message) ? message : {};
  if (reply.type === 'problem') throw new Problem(String(reply.problem));
  if (reply.type !== type || !fits(reply)) throw new Error('This page is still of an older version of Hireflag.');
  return reply as unknown as Reply;
}

function fits(reply: Record<string, unknown>): boolean {
  if (reply.type === 'awake') return typeof reply.styles === 'string';
  if (reply.type === 'panel') return 'panel' in reply;
  return Array.isArray(reply.badges) && reply.badges.every(isBadge) && isPage(reply.page);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isBadge = (value: unknown) => isObject(value) && typeof value.account === 'string' && 'badge' in value;
const isPage = (value: unknown): value is PageSummary => isObject(value) && typeof value.read === 'string';
