// Every message to the background worker: what is asked, what is answered, who may ask. Each is parsed where
// it arrives, because what a page's script sends was scraped, and because two versions of the extension may
// meet while one is being updated. The script in a page imports types only from here; its own end is in
// overlay/ask-worker.ts. What the worker does with them is in entrypoints/background/handle-request.ts.
import * as z from 'zod/mini';
import { assessmentSchema } from '../model/assessment.ts';
import { MAX_ID, MAX_PER_PAGE, MAX_SHORT, MAX_TEXT, MAX_URL } from '../model/limits.ts';
import { actions } from './actions.ts';
import {
  message,
  type Names,
  type NamesFrom,
  parseReplyOf,
  parseRequestOf,
  type ReplyFields as ReplyFieldsIn,
  type ReplyOf as ReplyIn,
  type RequestFields as RequestFieldsIn,
  type RequestOf as RequestIn,
  typeOf,
} from './message-map.ts';
import type { Sender, SenderKind } from './senders.ts';
import { badgeSchema, frameViewSchema, lineSchema, markSchema, pageSummarySchema } from './shapes.ts';

/** UTF-16 code units of all that a page may tell at once. */
const MAX_TOLD = 50_000_000;

const nothing: z.ZodMiniType<object> = z.object({});
const site = z.string().check(z.maxLength(40));
const account = z.string().check(z.maxLength(MAX_ID));
const about = { site, account };
/** Accounts as `site:account`. */
const accountKeys = z.array(z.string().check(z.maxLength(MAX_ID + 41))).check(z.maxLength(100));
/** Of a reading, whose it says it is; all of it is parsed by the readers' own schema (reading/reading-schema.ts). */
const reading: z.ZodMiniType<{ site: string; url: string }> = z.looseObject({
  site,
  url: z.string().check(z.maxLength(MAX_URL)),
});
/** Things of a reading that the worker was not told before, as JSON of pairs of number and thing; the numbers are of a script's own. */
const told = z.object({ by: z.string().check(z.maxLength(60)), things: z.string().check(z.maxLength(MAX_TOLD)) });
/** What our frame proves itself with: it was issued for one tab and one account, and counts for one frame. */
const token = z.string().check(z.maxLength(40));
/** What the fields beside a button said, by name. */
const values = z.record(z.string().check(z.maxLength(40)), z.string().check(z.maxLength(2_000)));

export const messages = {
  /**
   * A marketplace's page is loading, has become another one, or the user clicked on Hireflag over one that waits for
   * that. Where it is a page that is read, its reader is in it by the time of the reply, which says how what we show
   * there looks, as style sheets.
   */
  'warm-up': message({
    from: ['site-page'],
    request: z.object({ url: z.string(), clicked: z.optional(z.boolean()) }),
    reply: z.object({ styles: z.optional(z.object({ badge: z.string(), frame: z.string(), line: z.string() })) }),
  }),
  /** The script in a page read it. The reply comes once that is stored: a badge an account that is asked about. */
  'page-read': message({
    from: ['site-page'],
    concern: (request) => request.reading,
    request: z.object({
      /** With `told`, things in it are numbers. */
      reading,
      told: z.optional(told),
      /** Those of a list that grows who are new: nobody else is asked about, and nothing of the list as a whole. */
      about: z.optional(z.array(account).check(z.maxLength(MAX_PER_PAGE))),
    }),
    reply: z.object({
      /** True where the worker knows a number no more; then nothing was stored, and all is to be told again. */
      again: z.optional(z.literal(true)),
      badges: z.array(z.object({ account: z.string(), badge: badgeSchema })),
      page: pageSummarySchema,
      /** Absent where no line is to stand over the page, or only some were asked about. */
      line: z.optional(lineSchema),
    }),
  }),
  /** The user wants to see why an account has its badge, or the page was not understood: our frame is to open. */
  'open-frame': message({
    from: ['site-page'],
    concern: (request) => ({ site: request.site }),
    request: z.object({ site, account: z.optional(account) }),
    reply: z.object({ token }),
  }),
  /** Our frame is there and asks what to show. */
  frame: message({
    from: ['frame'],
    request: z.object({ token }),
    reply: z.object({ shown: frameViewSchema }),
  }),
  /** The user pressed a button in our frame. */
  'press-in-frame': message({
    from: ['frame'],
    request: z.object({ token, action: z.enum(actions), values }),
    reply: z.object({ shown: frameViewSchema }),
  }),
  /** The user wants a report of how the page under our frame is built. */
  report: message({
    from: ['frame'],
    request: z.object({ token }),
    reply: z.object({ report: z.string() }),
  }),
  /** The user did something about an account on the dashboard. */
  act: message({
    from: ['own-page'],
    request: z.object({ ...about, action: z.enum(actions), values }),
    /** What was wrong with it, if anything was. */
    reply: z.object({ wrong: z.optional(z.string()) }),
  }),
  /** The popup had a page of no marketplace read, as the user asked. */
  'any-page': message({
    from: ['own-page'],
    request: z.object({ reading }),
    reply: z.object({
      page: pageSummarySchema,
      /** Who was read, and which fields of their profile. */
      people: z.array(z.object({ mark: markSchema, name: z.optional(z.string()), fields: z.array(z.string()) })),
    }),
  }),
  /** The user says whose words a selected text is: an account's that was seen, or a new one's by a name. */
  'keep-text': message({
    from: ['own-page'],
    request: z.object({
      text: z.string().check(z.maxLength(MAX_TEXT)),
      /** Address of the page it was selected on. */
      url: z.string().check(z.maxLength(MAX_URL)),
      whose: z.union([z.object(about), z.object({ name: z.string().check(z.maxLength(MAX_SHORT)) })]),
    }),
    reply: z.object({ marks: z.array(markSchema) }),
  }),
  /** The popup asks for marks of the accounts on a page. */
  mark: message({
    from: ['own-page'],
    request: z.object({ site, accounts: z.array(account).check(z.maxLength(MAX_PER_PAGE)) }),
    reply: z.object({ marks: z.array(markSchema) }),
  }),
  /** The dashboard asks for everything found on some accounts. */
  assess: message({
    from: ['own-page'],
    request: z.object({ accounts: accountKeys }),
    reply: z.object({ assessments: z.array(assessmentSchema) }),
  }),
  /** The popup searches among everyone seen. */
  search: message({
    from: ['own-page'],
    request: z.object({ typed: z.string().check(z.maxLength(300)) }),
    reply: z.object({ marks: z.array(markSchema) }),
  }),
  /** The popup asks how much there is. */
  totals: message({
    from: ['own-page'],
    request: nothing,
    reply: z.object({ accounts: z.number() }),
  }),
};

/** Instead of a reply: what went wrong, in the user's language. */
const problemSchema = z.object({
  type: z.literal('problem'),
  problem: z.string(),
  /** True where asking again later may succeed; false where it is refused for good. */
  temporary: z.boolean(),
});

type All = typeof messages;
export type MessageName = Names<All>;
/** The names of the messages that a sender of this kind may send. */
export type MessageFrom<S extends SenderKind> = NamesFrom<All, S>;
export type RequestFields<N extends MessageName> = RequestFieldsIn<All, N>;
export type ReplyFields<N extends MessageName> = ReplyFieldsIn<All, N>;
/** A request as it travels; without a name any of them. */
export type Request<N extends MessageName = MessageName> = RequestIn<All, N>;
export type Problem = z.infer<typeof problemSchema>;
/** What comes back: the reply, or what went wrong. */
export type Reply<N extends MessageName = MessageName> = ReplyIn<All, N> | Problem;

/**
 * Parses a message at the worker.
 *
 * @throws Error where it is none of ours, or not this sender's to send
 */
export function parseRequest(untrusted: unknown, sender: Sender | undefined): Request {
  return parseRequestOf(messages, untrusted, sender);
}

/** Parses what the worker answered to a message. Throws where it is neither a reply to that nor a problem. */
export function parseReply<N extends MessageName>(name: N, untrusted: unknown): Reply<N> {
  return typeOf(untrusted) === 'problem' ? problemSchema.parse(untrusted) : parseReplyOf(messages, name, untrusted);
}

/** Asks the worker; gives its reply, or what went wrong there. Rejects when the worker cannot be reached. */
export type AskWorker<From extends SenderKind = 'own-page'> = <N extends MessageFrom<From>>(
  name: N,
  fields: RequestFields<N>,
) => Promise<Reply<N>>;

/** @param send puts a message to the worker and gives its answer, unparsed */
export function workerBehind<From extends SenderKind = 'own-page'>(
  send: (message: unknown) => Promise<unknown>,
): AskWorker<From> {
  return async (name, fields) => parseReply(name, await send({ ...fields, type: name }));
}
