// What an account asked for in words: its bids, its messages and its profile read once for all the flags that look for
// a request, however many ask.
import type { Evidence, StoredBid, StoredMessage } from '../evidence/evidence.ts';
import type { AccountKey } from '../model/account.ts';
import { type Profile, type Project, wordless } from '../model/observation.ts';
import type { Time } from '../model/time.ts';
import { withBefore } from '../statements/requests/before.ts';
import { findRequests } from '../statements/requests/find-requests.ts';
import type { Reading, Request, RequestContext, Stage } from '../statements/requests/request.ts';

/** A request with where and when it was made. */
export interface PlacedRequest extends Request {
  stage: Stage;
  /** When the text was sent, as far as that is known. */
  at?: Time;
  firstSeenAt: string;
  url?: string;
}

export interface AccountRequests {
  /** Texts read in a language that is known. */
  read: number;
  /** Texts in none. */
  foreign: number;
  /** Messages whose words were not there to be read. */
  unread: number;
  requests: readonly PlacedRequest[];
}

const nothing: AccountRequests = { read: 0, foreign: 0, unread: 0, requests: [] };

/** By evidence, which is made for one assessment and then let go. */
const known = new WeakMap<Evidence, Map<string, Promise<ReadonlyMap<AccountKey, AccountRequests>>>>();

/** What each of these accounts asked for. */
export function requestsOf(
  accounts: readonly AccountKey[],
  evidence: Evidence,
): Promise<ReadonlyMap<AccountKey, AccountRequests>> {
  const of = known.get(evidence) ?? new Map();
  known.set(evidence, of);
  const key = accounts.join('\n');
  const reading = of.get(key) ?? readAll(accounts, evidence);
  of.set(key, reading);
  return reading;
}

async function readAll(
  accounts: readonly AccountKey[],
  evidence: Evidence,
): Promise<ReadonlyMap<AccountKey, AccountRequests>> {
  const [bids, messages, profiles] = await Promise.all([
    evidence.bidsOf(accounts),
    evidence.messagesOf(accounts),
    evidence.profilesOf(accounts),
  ]);
  const keys = new Set([...bids.values()].flat().map(projectOf));
  const projects = await evidence.projects([...keys]);
  return new Map(
    accounts.map((account) => {
      const own = {
        bids: bids.get(account) ?? [],
        messages: messages.get(account) ?? [],
        profile: profiles.get(account),
      };
      return [account, readOne(own, projects)];
    }),
  );
}

const projectOf = ({ site, project }: StoredBid) => `${site}:${project}`;

function readOne(
  own: { bids: readonly StoredBid[]; messages: readonly StoredMessage[]; profile: Profile | undefined },
  projects: ReadonlyMap<string, Project>,
): AccountRequests {
  const taken = new Taken();
  const isHired = own.bids.some(({ outcome }) => outcome === 'awarded');
  for (const bid of own.bids) {
    if (!bid.text) continue;
    const post = postOf(projects.get(projectOf(bid)));
    taken.read(bid.text, { site: bid.site, stage: 'bid', post }, bid, bid.submittedAt);
  }
  const posts = own.bids.map((bid) => postOf(projects.get(projectOf(bid)))).filter(Boolean);
  const post = posts.length === 0 ? undefined : posts.join('\n');
  for (const { message, before } of withBefore(own.messages)) {
    if (!wordless.test(message.text)) {
      taken.read(
        message.text,
        { site: message.site, stage: 'message', before, post, isHired },
        message,
        message.sentAt,
      );
    } else if (message.reading) {
      const { language, quotes } = message.reading;
      taken.take(
        { ...(language !== undefined && { language }), requests: quotes as Request[] },
        'message',
        message,
        message.sentAt,
      );
    } else taken.result.unread++;
  }
  const { profile } = own;
  const about = [profile?.headline, profile?.about].filter(Boolean).join('\n');
  if (profile && about !== '') {
    const seen = { firstSeenAt: profile.seenAt, ...(profile.url !== undefined && { url: profile.url }) };
    taken.read(about, { site: profile.site, stage: 'profile' }, seen, undefined);
  }
  return taken.result.read + taken.result.foreign + taken.result.unread === 0 ? nothing : taken.result;
}

function postOf(project: Project | undefined): string | undefined {
  return project && ([project.title, project.text].filter(Boolean).join('\n') || undefined);
}

/** What was found in bids, by marketplace and post: a list that is read again and again has the same letters in it. */
const foundInBids = new Map<string, Map<string, Reading>>();
/** UTF-16 code units of letters that are held; then it begins anew. */
const MAX_LETTERS = 4_000_000;
let letters = 0;

function requestsIn(text: string, context: RequestContext): Reading {
  if (context.stage !== 'bid') return findRequests(text, context);
  const about = `${context.site}\n${context.post ?? ''}`;
  const known = foundInBids.get(about)?.get(text);
  if (known) return known;
  if (letters > MAX_LETTERS) {
    foundInBids.clear();
    letters = 0;
  }
  const found = findRequests(text, context);
  const ofPost = foundInBids.get(about) ?? new Map<string, Reading>();
  foundInBids.set(about, ofPost.set(text, found));
  letters += text.length;
  return found;
}

/** Where a text was seen. */
interface Seen {
  firstSeenAt: string;
  url?: string | undefined;
}

/** The requests of one account, each sentence once. */
class Taken {
  readonly result = { read: 0, foreign: 0, unread: 0, requests: [] as PlacedRequest[] };
  readonly #sentences = new Set<string>();

  read(text: string, context: RequestContext, seen: Seen, at: Time | undefined): void {
    this.take(requestsIn(text, context), context.stage, seen, at);
  }

  take({ language, requests }: Reading, stage: Stage, { firstSeenAt, url }: Seen, at: Time | undefined): void {
    if (language === undefined && requests.length === 0) this.result.foreign++;
    else this.result.read++;
    for (const request of requests) {
      const sentence = `${request.flag}\n${request.quote}`;
      if (this.#sentences.has(sentence)) continue;
      this.#sentences.add(sentence);
      this.result.requests.push({
        ...request,
        stage,
        firstSeenAt,
        ...(at !== undefined && { at }),
        ...(url !== undefined && { url }),
      });
    }
  }
}
