// Every message from Hireflag's own pages and its worker to the script in a marketplace's page, and what the script that
// runs once in any other page gives to the popup. The receiving script imports types only from here.
import * as z from 'zod/mini';
import { MAX_TEXT, MAX_URL } from '../model/limits.ts';
import {
  message,
  type Names,
  parseReplyOf,
  type ReplyFields,
  type RequestFields,
  type RequestOf,
} from './message-map.ts';
import { badgeSchema, pageSummarySchema } from './shapes.ts';

const nothing: z.ZodMiniType<object> = z.object({});

const hereSchema = z.object({
  site: z.string(),
  /** Accounts in the order of the page. */
  accounts: z.array(z.string()),
  /** Absent while the page is still being read. */
  page: z.optional(pageSummarySchema),
});

export const pageMessages = {
  /** The popup asks who is on the page; nothing where it is none that Hireflag reads. */
  'what-is-here': message({
    from: ['own-page'],
    request: nothing,
    reply: z.object({ here: z.optional(hereSchema) }),
  }),
  /** A setting was changed, the user decided something elsewhere, or clicked on Hireflag over the page: it is to be read and marked anew. */
  'look-again': message({
    from: ['own-page'],
    /** `whenSeen`: at once where the page is in sight, otherwise once it is. */
    request: z.object({ clicked: z.optional(z.boolean()), whenSeen: z.optional(z.boolean()) }),
    reply: nothing,
  }),
  /** The user wants to see an account where it stands on the page, with its panel open. */
  'go-to': message({
    from: ['own-page'],
    request: z.object({ account: z.string() }),
    /** Whether it stands on the page. */
    reply: z.object({ found: z.boolean() }),
  }),
  /** What the user decided changed the badge of an account. */
  'badge-changed': message({
    from: ['own-page'],
    request: z.object({ account: z.string(), badge: badgeSchema }),
    reply: nothing,
  }),
};

type All = typeof pageMessages;
export type PageMessageName = Names<All>;
export type PageMessage = RequestOf<All, PageMessageName>;
export type PageReplyFields<N extends PageMessageName> = ReplyFields<All, N>;
export type Here = z.infer<typeof hereSchema>;

/** What the script in a page does with each message. */
export type PageHandlers = {
  readonly [N in PageMessageName]: (fields: RequestFields<All, N>) => PageReplyFields<N>;
};

/**
 * Asks the script in a page. Rejects when there is none, or when what it answers is not understood.
 *
 * @param send puts a message to the page's script and gives its answer, unparsed
 */
export async function askPage<N extends PageMessageName>(
  send: (message: PageMessage) => Promise<unknown>,
  name: N,
  fields: RequestFields<All, N>,
): Promise<PageReplyFields<N>> {
  return parseReplyOf(pageMessages, name, await send({ ...fields, type: name } as PageMessage)) as PageReplyFields<N>;
}

/** What the script that ran once in a page of no marketplace gives; `reading` is the worker's to parse. */
const anyPageReadSchema = z.object({
  reading: z.looseObject({ site: z.string(), url: z.string().check(z.maxLength(MAX_URL)) }),
  selected: z.optional(z.string().check(z.maxLength(MAX_TEXT))),
});

/** Parses what the script in a page of no marketplace gave. Throws where it is not one of ours. */
export function parseAnyPageRead(untrusted: unknown): z.infer<typeof anyPageReadSchema> {
  return anyPageReadSchema.parse(untrusted);
}
