// What the background worker does with each request: remember what a page said, assess the accounts
// on it, say what their badges say, explain one of them.
import frame from '../../assets/frame.css?inline';
import host from '../../assets/host.css?inline';
import line from '../../assets/line.css?inline';
import badge from '../../assets/overlay.css?inline';
import { badgeWords } from '../../components/badge-words.ts';
import { accountNotes } from '../../components/dashboard/account-notes.ts';
import { databaseProblemWords } from '../../components/database-problem.ts';
import { lookOf } from '../../components/look.ts';
import { asks, groupMarks } from '../../components/popup-groups.ts';
import type { Decided } from '../../lib/assess/apply-decisions.ts';
import { DatabaseEvidence } from '../../lib/evidence/database-evidence.ts';
import { askedWithBids } from '../../lib/evidence/projections/registry.ts';
import { t } from '../../lib/i18n/language.ts';
import { type AccountKey, accountKey } from '../../lib/model/account.ts';
import type { Observation } from '../../lib/model/observation.ts';
import { type Action, isDecision } from '../../lib/protocol/actions.ts';
import {
  type MessageName,
  parseRequest,
  type Reply,
  type Request,
  type RequestFields,
} from '../../lib/protocol/messages.ts';
import type { Sender } from '../../lib/protocol/senders.ts';
import type { FrameView, LineView, Mark } from '../../lib/protocol/shapes.ts';
import { parseReading } from '../../lib/reading/reading-schema.ts';
import { type Settings, waitsForClick } from '../../lib/settings/settings.ts';
import { kindOfPage, observationsIn } from '../../lib/sites/registry.ts';
import { updateAccountList } from './account-list.ts';
import { keepText, rememberAnyPage } from './any-page.ts';
import { learnNamesIn, markOf, namesIn, summaryOf } from './mark.ts';
import { performAction } from './perform-action.ts';
import { withoutMessageWords } from './private-messages.ts';
import { dated } from './take-reading.ts';
import type { ToolbarSign } from './toolbar.ts';
import { assessBySettings, assessForUser } from './user-context.ts';
import { ready, type Worker } from './worker.ts';

/** What a page gets of which nothing is remembered: one that was being read once Hireflag is paused on its marketplace. */
const nothingShown = {
  type: 'page-read',
  badges: [],
  page: { page: '', read: 'whole', missing: [], found: {}, of: {} },
} satisfies Reply<'page-read'>;

/** To whom may not ask that. */
const refused = { type: 'problem', problem: '', temporary: false } as const;

/** Accounts that a search shows. */
const MAX_FOUND = 20;

type Handlers = {
  readonly [N in MessageName]: (request: RequestFields<N>, worker: Worker, sender: Sender) => Promise<Reply<N>>;
};

const handlers: Handlers = {
  'warm-up': async ({ url, clicked = false }, worker, sender) => {
    if (sender.kind !== 'site-page') return refused;
    const page = kindOfPage(sender.site, url);
    // What the page says comes soon: the database can open meanwhile, and what is asked of it be loaded. What is wrong
    // with it is said then.
    if (page) {
      ready(worker)
        .then(([store]) => store.makeReady(askedWithBids))
        .catch(() => undefined);
    }
    const settings = await worker.settings();
    const isOff = settings.sitesOff.includes(sender.site);
    if (isOff || (!clicked && waitsForClick(settings, sender.site))) {
      if (settings.toolbarNumber) worker.showNumber(sender.tab, isOff ? '‖' : '…');
      return refused;
    }
    if (!page) return { type: 'warm-up' };
    await worker.bringReader(sender, page);
    return { type: 'warm-up', styles: { badge: host + badge, frame: host + frame, line: host + line } };
  },
  'page-read': markPage,
  'open-frame': async ({ site, account }, { frames }, sender) => {
    const tab = 'tab' in sender ? sender.tab : undefined;
    if (tab === undefined) return refused;
    return { type: 'open-frame', token: await frames.issue({ site, tab, ...(account !== undefined && { account }) }) };
  },
  frame: async ({ token }, worker, sender) => {
    const problem = await problemUnder(token, worker, sender);
    if (problem !== undefined) return { type: 'problem', problem, temporary: true };
    const shown = await shownInFrame(token, worker, sender);
    return shown ? { type: 'frame', shown } : refused;
  },
  'press-in-frame': async ({ token, action, values }, worker, sender) => {
    const shown = await shownInFrame(token, worker, sender, { action, values });
    return shown ? { type: 'press-in-frame', shown } : refused;
  },
  report: async ({ token }, { frames, reportOf }, sender) => {
    const about = await frames.about(token, sender);
    return about ? { type: 'report', report: await reportOf(about.tab) } : refused;
  },
  act: async (request, worker) => {
    const wrong = await performAction(request, ...(await ready(worker)));
    await explain(accountKey(request.site, request.account), worker);
    if (wrong === undefined && isDecision(request.action)) worker.afterwards.add(worker.lookAgainElsewhere());
    return { type: 'act', ...(wrong !== undefined && { wrong }) };
  },
  'any-page': async ({ reading }, worker) => rememberAnyPage(reading, ...(await ready(worker))),
  'keep-text': async (request, worker) => keepText(request, ...(await ready(worker))),
  mark: async ({ site, accounts }, worker) => {
    const [store, user] = await ready(worker);
    const keys = new Set(accounts.map((account) => accountKey(site, account)));
    const assessments = await assessForUser(user, [...keys], new DatabaseEvidence(store));
    await learnNamesIn(store, assessments);
    return { type: 'mark', marks: assessments.map((one) => markOf(one)) };
  },
  assess: async ({ accounts }, worker) => {
    const [store, { settings, ownList }] = await ready(worker);
    const evidence = new DatabaseEvidence(store);
    const assessments = await assessBySettings(settings, accounts as AccountKey[], evidence, ownList);
    return { type: 'assess', assessments };
  },
  search: async ({ typed }, worker) => {
    const store = await worker.store();
    const found = await store.search(typed, MAX_FOUND);
    await learnNamesIn(store, found);
    const decisions = await store.decisions.of(found.map(({ key }) => key));
    const notes = accountNotes(found, [...decisions.values()].flat(), []);
    return { type: 'search', marks: found.map((row) => markOf(row, notes.get(row.key))) };
  },
  totals: async (_, worker) => ({ type: 'totals', accounts: await (await worker.store()).accountsSeen() }),
};

/** Does what was asked. Rejects only when the database does. */
async function handleRequest<N extends MessageName>(
  request: Request<N>,
  worker: Worker,
  sender: Sender,
): Promise<Reply<N>> {
  const handler = handlers[request.type] as (request: Request<N>, worker: Worker, sender: Sender) => Promise<Reply<N>>;
  return handler(request, worker, sender);
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
    // Nobody passes as a sender who is none.
    return await handleRequest(request, worker, sender as Sender);
  } catch (error) {
    console.error(error);
    const problem = databaseProblemWords(error);
    if (request.type === 'page-read' && sender?.kind === 'site-page') worker.problems.set(sender.tab, problem);
    return { type: 'problem', problem, temporary: true };
  }
}

/** Remembers what a page said and marks the people on it. */
async function markPage(
  { reading: untrusted, told, about }: RequestFields<'page-read'>,
  worker: Worker,
  sender: Sender,
): Promise<Reply<'page-read'>> {
  const opening = ready(worker);
  const teller = told && sender.kind === 'site-page' ? { by: told.by, tab: sender.tab } : undefined;
  const taken = told && teller ? worker.told.take(untrusted, told.things, teller) : parseReading(untrusted);
  if (!taken) return { ...nothingShown, again: true };
  if ('problem' in taken)
    return { type: 'problem', problem: t('problem.refused', { problem: taken.problem }), temporary: false };
  // What a page said is understood while the database opens.
  let reading = dated(taken.reading, Date.now());
  let observations = observationsIn(reading);
  const [store, user] = await opening;
  const now = Date.now();
  if (store.timeNow(now) !== now) {
    reading = dated(taken.reading, store.timeNow(now));
    observations = observationsIn(reading);
  }
  const showNumber = (shown: ToolbarSign) => {
    if ('tab' in sender && user.settings.toolbarNumber) worker.showNumber(sender.tab, shown);
  };
  if (user.settings.sitesOff.includes(reading.site)) {
    showNumber('‖');
    return nothingShown;
  }
  if (sender.kind === 'site-page') worker.problems.delete(sender.tab);
  const seen = user.settings.keepMessages ? observations : withoutMessageWords(observations);
  const unstored = teller && worker.told.unstored(seen, teller, store);
  await store.remember(unstored?.news ?? seen);
  unstored?.stored();
  const wanted = about && new Set(about.map((account) => accountKey(reading.site, account)));
  const accounts = [...new Set(observations.flatMap(accountsToMark))].filter((key) => wanted?.has(key) ?? true);
  const since = store.written;
  const assessments = await assessForUser(user, accounts, new DatabaseEvidence(store));
  await learnNamesIn(store, assessments, observations);
  const marks = assessments.map((one) => markOf(one));
  const page = summaryOf(observations.find((o) => o.kind === 'page'));
  // Of a list that grows the number is the one of all, which are asked about once it stands still.
  if (!wanted) showNumber(page.read === 'not' ? '!' : marks.filter(asks).length);
  // The badges do not wait for the list.
  worker.afterwards.add(updateAccountList(assessments, since, store, user.settings));
  return {
    type: 'page-read',
    // With badges off the page is remembered all the same, for the popup and the dashboard.
    badges: marksToShow(marks, user.settings).map((mark) => ({
      account: mark.account,
      badge: badgeWords(mark),
    })),
    page,
    ...(!wanted && lineOver(marks, user.settings)),
  };
}

/** The line over a list of several people: whether anybody asks for a look is for the user to see, not the page. */
function lineOver(marks: readonly Mark[], { badges, listLine, calmMarks }: Settings): { line?: LineView } {
  const { asking, groups } = groupMarks(marks);
  if (!badges || !listLine || marks.length < 2 || (calmMarks === 'nothing' && asking === 0)) return {};
  const counted =
    asking === 0
      ? t('popup.noneAsk', { all: marks.length })
      : t('popup.asking', { asking, all: marks.length, groups: groups.length });
  const words = asking === 0 ? counted : t('line.words', { counted });
  return { line: { words, label: t('line.label', { counted }), close: t('line.close') } };
}

/** What keeps the page under a frame that is about no account from being stored; undefined where nothing does. */
async function problemUnder(token: string, worker: Worker, sender: Sender): Promise<string | undefined> {
  const about = await worker.frames.about(token, sender);
  return about && about.account === undefined ? worker.problems.get(about.tab) : undefined;
}

/**
 * What a frame shows, after doing what a button in it says; undefined where the token is not this frame's. The badge
 * in the page below follows.
 */
async function shownInFrame(
  token: string,
  worker: Worker,
  sender: Sender,
  button?: { action: Action; values: Record<string, string> },
): Promise<FrameView | undefined> {
  const about = await worker.frames.about(token, sender);
  if (!about) return undefined;
  const { site, account, tab } = about;
  if (account === undefined) return { view: 'note' };
  const problem = button && (await performAction({ site, account, ...button }, ...(await ready(worker))));
  const { assessment, recordChanged } = await explain(accountKey(site, account), worker);
  worker.afterwards.add(worker.tellBadge(tab, account, badgeWords(markOf(assessment))));
  // A decision may change how many ask for a look, and what others share with this account.
  if (button && problem === undefined && isDecision(button.action)) {
    worker.afterwards.add(worker.lookAgain(tab));
    worker.afterwards.add(worker.lookAgainElsewhere(tab));
  }
  return {
    view: 'panel',
    assessment: { ...assessment, decisions: [...assessment.decisions] },
    ...(recordChanged !== undefined && { recordChanged }),
    ...(problem !== undefined && { problem }),
    names: namesIn(assessment),
  };
}

/** Assesses an account and lists it; with when its record was last changed. */
async function explain(account: AccountKey, worker: Worker): Promise<{ assessment: Decided; recordChanged?: string }> {
  const [store, user] = await ready(worker);
  const since = store.written;
  const [[assessment], record] = await Promise.all([
    assessForUser(user, [account], new DatabaseEvidence(store)),
    user.records.of(account),
  ]);
  if (!assessment) throw new Error(`No assessment of ${account}.`);
  await learnNamesIn(store, [assessment]);
  worker.afterwards.add(updateAccountList([assessment], since, store, user.settings));
  return { assessment, ...(record && { recordChanged: record.changedAt }) };
}

/** Whose marks stand in the page. With marks off it is remembered all the same, for the popup and the dashboard. */
export function marksToShow(marks: readonly Mark[], { badges, calmMarks }: Settings): readonly Mark[] {
  if (!badges) return [];
  return calmMarks === 'nothing' ? marks.filter((mark) => asks(mark) || lookOf(mark) !== mark.level) : marks;
}

/** Bidders, the owners of profiles and those the user writes with carry a badge; those who wrote a review do not. */
function accountsToMark(o: Observation): AccountKey[] {
  return o.kind === 'bid' || o.kind === 'profile' || o.kind === 'message' ? [accountKey(o.site, o.account)] : [];
}
