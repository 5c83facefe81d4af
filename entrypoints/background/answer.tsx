// What the background worker does with each request: remember what a page said, assess the accounts
// on it, draw their badges, explain one of them.
import styles from '../../assets/overlay.css?inline';
import { Badge } from '../../components/Badge.tsx';
import { draw } from '../../components/draw.ts';
import { PageNote } from '../../components/PageNote.tsx';
import { Panel } from '../../components/Panel.tsx';
import { t } from '../../lib/i18n/language.ts';
import { type AccountKey, accountKey } from '../../lib/model/account.ts';
import type { Observation } from '../../lib/model/observation.ts';
import type { Mark, Reply, Request } from '../../lib/protocol/messages.ts';
import { parseReading } from '../../lib/reading/reading-schema.ts';
import { observationsIn } from '../../lib/sites/registry.ts';
import type { Store } from '../../lib/store/store.ts';
import { act } from './act.ts';
import { keepText, rememberAnyPage } from './any-page.ts';
import { assessAt, assessBy, type Desk } from './desk.ts';
import { list } from './listing.ts';
import { markOf, summaryOf } from './mark.ts';
import { withoutMessageWords } from './private-messages.ts';

/** What a page gets while Hireflag is paused on its marketplace: nothing of it was looked at. */
const paused: Reply = {
  type: 'badges',
  badges: [],
  page: { page: '', read: 'whole', missing: [], found: {}, of: {} },
};

/** Accounts that a search shows. */
const MAX_FOUND = 20;

/**
 * Answers a request that parseRequest has let through. Rejects only when the database does.
 *
 * @param opening the store; in a worker that has just been started it is still being opened
 */
export async function answer(
  request: Request,
  opening: Store | Promise<Store>,
  coming: Desk | Promise<Desk>,
): Promise<Reply> {
  if (request.type === 'wake') return { type: 'awake', styles };
  const ready = Promise.all([opening, coming]);
  if (request.type === 'page-read') {
    // What a page said is understood while the database opens.
    const understood = understandReading(request.reading);
    return answerPage(understood, ...(await ready));
  }
  const [store, desk] = await ready;
  switch (request.type) {
    case 'any-page':
      return rememberAnyPage(request.reading, store, desk);
    case 'keep-text':
      return keepText(request, store, desk);
    case 'mark': {
      const accounts = request.accounts.map((account) => accountKey(request.site, account));
      return { type: 'marks', marks: await marksOf(accounts, store, desk) };
    }
    case 'assess':
      return {
        type: 'assessments',
        assessments: await assessBy(desk.settings, request.accounts as AccountKey[], store.seen()),
      };
    case 'search':
      return { type: 'marks', marks: (await store.search(request.typed, MAX_FOUND)).map(markOf) };
    case 'totals':
      return { type: 'totals', accounts: await store.accountsSeen() };
    case 'explain': {
      return panelOf(accountKey(request.site, request.account), store, desk);
    }
    case 'act': {
      const problem = await act(request, store, desk);
      return panelOf(accountKey(request.site, request.account), store, desk, problem);
    }
  }
}

type Understood = { site: string; observations: Observation[] } | { problem: string };

function understandReading(untrusted: unknown): Understood {
  const parsed = parseReading(untrusted);
  if ('problem' in parsed) return parsed;
  return { site: parsed.reading.site, observations: observationsIn(parsed.reading) };
}

/** Remembers what a page said and marks the people on it. */
async function answerPage(understood: Understood, store: Store, desk: Desk): Promise<Reply> {
  if ('problem' in understood)
    return { type: 'problem', problem: t('problem.refused', { problem: understood.problem }) };
  const { site, observations } = understood;
  if (desk.settings.sitesOff.includes(site)) return paused;
  await store.remember(desk.settings.keepMessages ? observations : await withoutMessageWords(observations));
  const seen = store.seen();
  const assessments = await assessAt(desk, [...new Set(observations.flatMap(accountsToMark))], seen);
  // The badges do not wait for the list.
  void list(assessments, seen, store, desk.settings).catch(console.error);
  const marks = assessments.map(markOf);
  const page = summaryOf(observations.find((o) => o.kind === 'page'));
  return {
    type: 'badges',
    // With badges off the page is remembered all the same, for the popup and the dashboard.
    badges: (desk.settings.badges ? marks : []).map((mark) => ({
      account: mark.account,
      badge: draw(<Badge mark={mark} />),
    })),
    page,
    ...(page.read === 'not' && { note: draw(<PageNote />) }),
  };
}

/** The panel of an account with its badge, which the user's decisions may have changed. */
async function panelOf(account: AccountKey, store: Store, desk: Desk, problem?: string): Promise<Reply> {
  const seen = store.seen();
  const [[assessment], record] = await Promise.all([assessAt(desk, [account], seen), desk.records.of(account)]);
  if (!assessment) return { type: 'problem', problem: t('problem.unknownAccount') };
  void list([assessment], seen, store, desk.settings).catch(console.error);
  const view = <Panel assessment={assessment} recordChanged={record?.changedAt} problem={problem} />;
  return {
    type: 'panel',
    panel: draw(view),
    badge: draw(<Badge mark={markOf(assessment)} />),
    ...(problem && { problem }),
  };
}

/** Bidders, the owners of profiles and those the user writes with carry a badge; those who wrote a review do not. */
function accountsToMark(o: Observation): AccountKey[] {
  return o.kind === 'bid' || o.kind === 'profile' || o.kind === 'message' ? [accountKey(o.site, o.account)] : [];
}

async function marksOf(accounts: readonly AccountKey[], store: Store, desk: Desk): Promise<Mark[]> {
  const assessments = await assessAt(desk, [...new Set(accounts)], store.seen());
  return assessments.map(markOf);
}
