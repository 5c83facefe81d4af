// What the background worker does with each request: remember what a page said, assess the accounts
// on it, draw their badges, explain one of them.
import styles from '../../assets/overlay.css?inline';
import { Badge } from '../../components/Badge.tsx';
import { draw } from '../../components/draw.ts';
import { PageNote } from '../../components/PageNote.tsx';
import { Panel } from '../../components/Panel.tsx';
import { DatabaseEvidence } from '../../lib/evidence/database-evidence.ts';
import { t } from '../../lib/i18n/language.ts';
import { type AccountKey, accountKey } from '../../lib/model/account.ts';
import type { Observation } from '../../lib/model/observation.ts';
import {
  type MessageName,
  type Problem,
  parseRequest,
  type Reply,
  type ReplyFields,
  type Request,
  type RequestFields,
} from '../../lib/protocol/messages.ts';
import type { Sender } from '../../lib/protocol/senders.ts';
import { observationsIn } from '../../lib/sites/registry.ts';
import { updateAccountList } from './account-list.ts';
import { keepText, rememberAnyPage } from './any-page.ts';
import { learnNamesIn, markOf, summaryOf } from './mark.ts';
import { performAction } from './perform-action.ts';
import { withoutMessageWords } from './private-messages.ts';
import { takeReading } from './take-reading.ts';
import { assessBySettings, assessForUser } from './user-context.ts';
import { ready, type Worker } from './worker.ts';

/** What a page gets while Hireflag is paused on its marketplace: nothing of it was looked at. */
const paused: Reply<'page-read'> = {
  type: 'page-read',
  badges: [],
  page: { page: '', read: 'whole', missing: [], found: {}, of: {} },
};

/** Accounts that a search shows. */
const MAX_FOUND = 20;

type Handlers = { readonly [N in MessageName]: (request: RequestFields<N>, worker: Worker) => Promise<Reply<N>> };

const handlers: Handlers = {
  'warm-up': async () => ({ type: 'warm-up', styles }),
  'page-read': markPage,
  explain: async ({ site, account }, worker) => asReply('explain', await panelOf(accountKey(site, account), worker)),
  act: async (request, worker) => {
    const problem = await performAction(request, ...(await ready(worker)));
    return asReply('act', await panelOf(accountKey(request.site, request.account), worker, problem));
  },
  'any-page': async ({ reading }, worker) => rememberAnyPage(reading, ...(await ready(worker))),
  'keep-text': async (request, worker) => keepText(request, ...(await ready(worker))),
  mark: async ({ site, accounts }, worker) => {
    const [store, user] = await ready(worker);
    const keys = new Set(accounts.map((account) => accountKey(site, account)));
    const assessments = await assessForUser(user, [...keys], new DatabaseEvidence(store));
    await learnNamesIn(store, assessments);
    return { type: 'mark', marks: assessments.map(markOf) };
  },
  assess: async ({ accounts }, worker) => {
    const [store, { settings }] = await ready(worker);
    const evidence = new DatabaseEvidence(store);
    return { type: 'assess', assessments: await assessBySettings(settings, accounts as AccountKey[], evidence) };
  },
  search: async ({ typed }, worker) => {
    const store = await worker.store();
    const found = await store.search(typed, MAX_FOUND);
    await learnNamesIn(store, found);
    return { type: 'search', marks: found.map(markOf) };
  },
  totals: async (_, worker) => ({ type: 'totals', accounts: await (await worker.store()).accountsSeen() }),
};

/** Does what was asked. Rejects only when the database does. */
export async function handleRequest<N extends MessageName>(request: Request<N>, worker: Worker): Promise<Reply<N>> {
  const handler = handlers[request.type] as (request: Request<N>, worker: Worker) => Promise<Reply<N>>;
  return handler(request, worker);
}

/**
 * Answers a message of whatever kind. Never rejects.
 *
 * @param sender who sent it; undefined when it is nobody who may send anything
 */
export async function answerMessage(message: unknown, sender: Sender | undefined, worker: Worker): Promise<Reply> {
  let request: Request;
  try {
    request = parseRequest(message, sender);
  } catch (error) {
    console.error(error);
    // Nobody's page asks for what it may not, but one that is still of an older version may.
    return { type: 'problem', problem: t('problem.updated'), temporary: false };
  }
  try {
    return await handleRequest(request, worker);
  } catch (error) {
    console.error(error);
    return { type: 'problem', problem: t('problem.database'), temporary: true };
  }
}

/** Remembers what a page said and marks the people on it. */
async function markPage({ reading }: RequestFields<'page-read'>, worker: Worker): Promise<Reply<'page-read'>> {
  const opening = ready(worker);
  // What a page said is understood while the database opens.
  let taken = takeReading(reading);
  let observations = 'reading' in taken ? observationsIn(taken.reading) : [];
  const [store, user] = await opening;
  const now = Date.now();
  if (store.timeNow(now) !== now) {
    taken = takeReading(reading, store.timeNow(now));
    observations = 'reading' in taken ? observationsIn(taken.reading) : [];
  }
  if ('problem' in taken)
    return { type: 'problem', problem: t('problem.refused', { problem: taken.problem }), temporary: false };
  if (user.settings.sitesOff.includes(taken.reading.site)) return paused;
  await store.remember(user.settings.keepMessages ? observations : withoutMessageWords(observations));
  const accounts = [...new Set(observations.flatMap(accountsToMark))];
  const since = store.written;
  const assessments = await assessForUser(user, accounts, new DatabaseEvidence(store));
  await learnNamesIn(store, assessments, observations);
  // The badges do not wait for the list.
  worker.afterwards.add(updateAccountList(assessments, since, store, user.settings));
  const page = summaryOf(observations.find((o) => o.kind === 'page'));
  return {
    type: 'page-read',
    // With badges off the page is remembered all the same, for the popup and the dashboard.
    badges: (user.settings.badges ? assessments.map(markOf) : []).map((mark) => ({
      account: mark.account,
      badge: draw(<Badge mark={mark} />),
    })),
    page,
    ...(page.read === 'not' && { note: draw(<PageNote />) }),
  };
}

/** The panel of an account with its badge, which the user's decisions may have changed. */
async function panelOf(
  account: AccountKey,
  worker: Worker,
  problem?: string,
): Promise<ReplyFields<'explain' | 'act'> | Problem> {
  const [store, user] = await ready(worker);
  const since = store.written;
  const [[assessment], record] = await Promise.all([
    assessForUser(user, [account], new DatabaseEvidence(store)),
    user.records.of(account),
  ]);
  if (!assessment) return { type: 'problem', problem: t('problem.unknownAccount'), temporary: false };
  await learnNamesIn(store, [assessment]);
  worker.afterwards.add(updateAccountList([assessment], since, store, user.settings));
  const view = <Panel assessment={assessment} recordChanged={record?.changedAt} problem={problem} />;
  return {
    panel: draw(view),
    badge: draw(<Badge mark={markOf(assessment)} />),
    ...(problem && { problem }),
  };
}

/** Gives the fields of a reply the name of the message they answer; a problem stays one. */
function asReply<N extends 'explain' | 'act'>(type: N, fields: ReplyFields<N> | Problem): Reply<N> {
  return ('type' in fields ? fields : { ...fields, type }) as Reply<N>;
}

/** Bidders, the owners of profiles and those the user writes with carry a badge; those who wrote a review do not. */
function accountsToMark(o: Observation): AccountKey[] {
  return o.kind === 'bid' || o.kind === 'profile' || o.kind === 'message' ? [accountKey(o.site, o.account)] : [];
}
