// The page's end of the messages to the worker: what is sent and what comes back are typed by the protocol's
// map. What comes back is checked by hand, because the schema library alone would be a third of what the
// script in a page may weigh.
import type { MessageFrom, ReplyFields, Request, RequestFields } from '../protocol/messages.ts';

/** The messages that a page's script may send. */
export type PageRequestName = MessageFrom<'site-page'>;

/** The way to the worker. */
export interface Connection {
  /** Puts a message to the worker and gives its answer, unparsed. Rejects when none comes: the browser may end the worker. */
  send(request: Request<PageRequestName>): Promise<unknown>;
  /** Whether the extension was updated or taken away, so that no answer will ever come. */
  isGone(): boolean;
}

/** What the worker says went wrong, in the user's language. */
export class ProblemError extends Error {
  /** True where asking again later may succeed. */
  readonly temporary: boolean;

  constructor(problem: string, temporary: boolean) {
    super(problem);
    this.temporary = temporary;
  }
}

/**
 * Asks the worker.
 *
 * @returns the fields of its reply
 * @throws ProblemError with the worker's own sentence, or another Error where no answer came or it was not understood
 */
export async function askWorker<N extends PageRequestName>(
  { send }: Connection,
  type: N,
  fields: RequestFields<N>,
): Promise<ReplyFields<N>> {
  const reply: unknown = await send({ ...fields, type } as Request<PageRequestName>);
  if (isObject(reply)) {
    if (reply.type === 'problem') throw new ProblemError(String(reply.problem), reply.temporary === true);
    if (reply.type === type && fits[type](reply)) return reply as ReplyFields<N>;
  }
  throw new Error(`No reply to ${type}.`);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown) => typeof value === 'string';
const isBadge = (value: unknown) =>
  isObject(value) && isText(value.account) && isObject(value.badge) && Object.values(value.badge).every(isText);

const fits: Readonly<Record<PageRequestName, (reply: Record<string, unknown>) => boolean>> = {
  'warm-up': ({ styles }) => isObject(styles ?? {}),
  'page-read': ({ badges, page }) =>
    Array.isArray(badges) && badges.every(isBadge) && isObject(page) && isText(page.read),
  'open-frame': ({ token }) => isText(token),
};
