// How a set of messages is written down: each by its name, with what is asked, what is answered and who may
// ask. Sender and receiver take their types from the same entry, so that one cannot change without the other.
import type * as z from 'zod/mini';
import { type Concern, maySend, type Sender, type SenderKind } from './senders.ts';

/** One message: the fields of its request, the fields of its reply, and who may send it. */
export interface Message<Request extends object, Reply extends object, From extends SenderKind = SenderKind> {
  readonly request: z.ZodMiniType<Request>;
  readonly reply: z.ZodMiniType<Reply>;
  readonly from: readonly From[];
  /** What a request is about, where a marketplace's page may send it. */
  concern?(request: Request): Concern;
}

/** Writes a message down. */
export const message = <Request extends object, Reply extends object, const From extends SenderKind>(
  one: Message<Request, Reply, From>,
): Message<Request, Reply, From> => one;

export type Messages = Readonly<Record<string, Message<object, object>>>;
export type Names<M extends Messages> = keyof M & string;

/** The names of the messages that a sender of this kind may send. */
export type NamesFrom<M extends Messages, S extends SenderKind> = {
  [N in Names<M>]: S extends M[N]['from'][number] ? N : never;
}[Names<M>];

/** What is asked, without the message's name. */
export type RequestFields<M extends Messages, N extends Names<M>> = z.infer<M[N]['request']>;
/** What is answered, without the message's name. */
export type ReplyFields<M extends Messages, N extends Names<M>> = z.infer<M[N]['reply']>;

/** What travels: the fields, and the message's name as `type`. */
export type RequestOf<M extends Messages, N extends Names<M>> = { [K in N]: { type: K } & RequestFields<M, K> }[N];
export type ReplyOf<M extends Messages, N extends Names<M>> = { [K in N]: { type: K } & ReplyFields<M, K> }[N];

/**
 * Parses a request where it arrives.
 *
 * @param sender who sent it; undefined when it is nobody who may send anything
 * @throws Error on what is none of these messages, or not this sender's to send
 */
export function parseRequestOf<M extends Messages>(
  messages: M,
  untrusted: unknown,
  sender: Sender | undefined,
): RequestOf<M, Names<M>> {
  const type = typeOf(untrusted);
  const one = Object.hasOwn(messages, type) ? messages[type] : undefined;
  if (!one) throw new Error(`There is no message “${type}”.`);
  const fields = one.request.parse(untrusted);
  if (!sender || !maySend(sender, one.from, one.concern?.(fields))) throw new Error(`Not theirs to send: ${type}.`);
  return { ...fields, type } as RequestOf<M, Names<M>>;
}

/** Parses the fields of a reply where it arrives. Throws on anything else. */
export function parseReplyOf<M extends Messages, N extends Names<M>>(
  messages: M,
  type: N,
  untrusted: unknown,
): ReplyOf<M, N> {
  if (typeOf(untrusted) !== type) throw new Error(`No reply to “${type}”.`);
  return { ...(messages[type] as Message<object, object>).reply.parse(untrusted), type } as ReplyOf<M, N>;
}

/** The name of a message; empty for what is none. */
export function typeOf(untrusted: unknown): string {
  const { type } = (untrusted ?? {}) as { type?: unknown };
  return typeof type === 'string' ? type.slice(0, 40) : '';
}
