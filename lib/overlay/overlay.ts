// The whole of what happens in a marketplace page: read it, send what was read to the worker, show its badges
// beside the names, and do so again whenever the page has changed.

import type { ReplyFields, RequestFields } from '../protocol/messages.ts';
import type { Here } from '../protocol/page-messages.ts';
import type { BadgeView, PageSummary } from '../protocol/shapes.ts';
import type { PageRead, Reader } from '../reading/read-page.ts';
import type { Reading } from '../reading/reading.ts';
import { askWorker, type Connection, type PageRequestName, ProblemError } from './ask-worker.ts';
import type { Badge } from './badge.ts';
import { makeBadges } from './badges.ts';
import { makeFrame } from './frame.ts';
import { followPage, keepEvents, setStyles } from './host.ts';
import { inSteps } from './in-steps.ts';
import { type Kept, keepSteps } from './kept.ts';
import { makeLine } from './line.ts';
import { startOutbox } from './outbox.ts';
import { makeTold } from './told.ts';
import { watchPage } from './watch.ts';

export interface Overlay {
  /** What the popup asks of this page; undefined where it is no page Hireflag reads. */
  here(): Here | undefined;
  /** Shows this badge wherever the account stands: the user decided something. */
  changeBadge(account: string, badge: BadgeView): void;
  /** Brings an account's badge into view and opens its panel; false where it has none. */
  goTo(account: string): boolean;
  /**
   * Reads the page once more: a setting was changed.
   *
   * @param clicked whether the user clicked on Hireflag over the page, for which it may have waited
   */
  again(clicked: boolean): void;
}

/** A request that was lost with the worker is put again after so long, ms. */
const FRAME_RETRY_MS = [100, 1_000];
const START_RETRY_MS = [100, 1_000, 4_000, 16_000, 60_000];

/** What this page shows at present. */
interface Shown {
  site: string;
  page: string;
  accounts: string[];
  anchors: PageRead['anchors'];
  /** The last reading of it. */
  reading: Reading;
  badges: Map<string, BadgeView>;
  /** What the last reading said that the worker has answered, and when it was made. */
  answered?: { key: string; seenAt: string };
  summary?: PageSummary;
  /** Those about whom the worker has answered. */
  known: Set<string>;
  /** Whether it was said that nothing can be stored. */
  isFailing?: boolean;
}

/** What the worker answered, about whom it was asked where that was not everybody, and what that adds to. */
interface Answer {
  reply: ReplyFields<'page-read'>;
  about?: string[] | undefined;
  known?: Set<string> | undefined;
}

/** A list that has not grown for so long is asked about as a whole, ms: who came may say something of those before. */
const STILL_MS = 2_000;

/** Where more came at once, the list is asked about as a whole. */
const MAX_NEWCOMERS = 200;

/** A page that is still unread after so long is said to be unread, ms: lists often load late. */
const LOADING_MS = 2_500;

/**
 * Starts reading and marking this page, until `signal` aborts; then everything of ours is gone.
 *
 * @param worker the way to the worker
 * @param frameAddress the address of the extension's page that stands in our frame
 * @param readerHere what reads this marketplace's pages, once the worker has brought it
 * @param addressNow the page's address, where it is not its own: the practice page inside the extension
 */
export function startOverlay(
  worker: Connection,
  signal: AbortSignal,
  frameAddress: string,
  readerHere: () => Reader | undefined,
  addressNow: () => string = () => location.href,
): Overlay {
  // Nothing of ours may surface in the page; what went wrong is for the extension's own console.
  const quietly = (error: unknown) => console.debug('Hireflag:', error);
  let shown: Shown | undefined;

  // A script that outlives its extension retires: everything of ours goes, and the next version's script takes over.
  const gone = new AbortController();
  const working = AbortSignal.any([signal, gone.signal]);

  /** Asks the worker, again after each of these waits where no answer comes. */
  const askAgain = async <N extends PageRequestName>(
    type: N,
    fields: RequestFields<N>,
    [wait, ...waits]: readonly number[],
  ): Promise<ReplyFields<N>> => {
    try {
      return await askWorker(worker, type, fields);
    } catch (error) {
      const isFinal = error instanceof ProblemError && !error.temporary;
      if (wait === undefined || isFinal || worker.isGone()) throw error;
      await new Promise((done) => setTimeout(done, wait));
      if (working.aborted) throw error;
      return askAgain(type, fields, waits);
    }
  };

  const frame = makeFrame();
  let stillTimer: ReturnType<typeof setTimeout> | undefined;
  let noteTimer: ReturnType<typeof setTimeout> | undefined;
  /** Opens the frame once the worker has said that it may; what was pressed since then counts. */
  let opening = 0;
  const openFrame = async (badge?: Badge) => {
    opening += 1;
    const mine = opening;
    if (!shown) return;
    const about = { site: shown.site, ...(badge && { account: badge.account }) };
    const { token } = await askAgain('open-frame', about, FRAME_RETRY_MS);
    if (mine === opening && !working.aborted) frame.open(`${frameAddress}#${token}`, badge);
  };
  const closeFrame = () => {
    opening += 1;
    frame.close();
  };
  const press = (badge: Badge) => {
    if (worker.isGone()) gone.abort();
    else if (frame.beside() === badge) closeFrame();
    else openFrame(badge).catch(quietly);
  };
  const badges = makeBadges(press, (badge) => {
    if (frame.beside() === badge) closeFrame();
  });
  // A page that is still unread once it has had time to load is said to be unread; so is what keeps it from being stored.
  const showNote = (isUnread: boolean) => {
    clearTimeout(noteTimer);
    if (isUnread && !frame.isOpen()) noteTimer = setTimeout(() => openFrame().catch(quietly), LOADING_MS);
    else if (!isUnread && frame.isOpen() && !frame.beside()) closeFrame();
  };
  const step = (by: 1 | -1) => {
    const badge = badges.next(by);
    badge?.bringIntoView();
    badge?.focus();
  };
  const line = makeLine(() => step(1));
  keepEvents((event) => {
    if (event.type === 'pointerdown' && frame.beside()) closeFrame();
    const by = line.isShown() && stepOf(event);
    if (by) step(by);
  }, working);

  const told = makeTold();
  const tell = async (reading: Reading): Promise<Answer> => {
    const { fields, stored } = told.tell(reading);
    const known = shown?.known;
    const about = shown?.reading === reading ? newcomersIn(shown) : undefined;
    const reply = await askWorker(worker, 'page-read', { ...fields, ...(about && { about }) });
    if (!reply.again) stored();
    return { reply, about, known };
  };
  const outbox = startOutbox<Answer>({
    deliver: async (reading, isLast) => {
      // Whoever goes away cannot say it again.
      if (isLast) return { reply: await askWorker(worker, 'page-read', { reading }) };
      const answer = await tell(reading);
      if (!answer.reply.again) return answer;
      told.forget();
      return tell(reading);
    },
    settled: (kept, reply) => showAnswer(kept, reply),
    failed: ({ page }) => {
      if (shown?.page !== page || shown.isFailing) return;
      // Said once: the user may have closed it.
      shown.isFailing = true;
      showNote(true);
    },
    isGone: worker.isGone,
    signal: working,
  });

  /** Shows what the worker answered to a reading, unless another page is shown by now. */
  const showAnswer = (kept: Kept, answer: Answer | undefined) => {
    const { seenAt } = kept.reading;
    // Late: one to a reading that was made after this one has come.
    const isLate = seenAt < (shown?.answered?.seenAt ?? '');
    if (shown?.page !== kept.page || isLate) return;
    shown.answered = { key: kept.key, seenAt };
    shown.isFailing = false;
    if (!answer) return;
    const { reply, about, known } = answer;
    const now = new Map(reply.badges.map(({ account, badge }) => [account, badge]));
    const asked = about ?? (kept.reading === shown.reading ? shown.accounts : now.keys());
    for (const account of asked) {
      known?.add(account);
      const badge = now.get(account);
      if (badge) shown.badges.set(account, badge);
      else shown.badges.delete(account);
    }
    shown.summary = reply.page;
    showNote(reply.page.read === 'not');
    clearTimeout(stillTimer);
    if (about) {
      stillTimer = setTimeout(() => look(true).catch(quietly), STILL_MS);
    } else line.show(reply.line);
    badges.show(shown.anchors, shown.badges).catch(quietly);
  };

  let reader: Reader | undefined;
  let isClicked = false;
  /** An address where there is nothing to read, or nothing that may be. */
  let unread: string | undefined;
  /** Gets what reads this page, unless it is here or the page is none that is read; with that comes how badges look. */
  const prepare = async () => {
    const url = addressNow();
    if (unread === url || reader?.isFor(url)) return;
    try {
      const { styles } = await askAgain('warm-up', { url, clicked: isClicked }, START_RETRY_MS);
      if (styles) {
        setStyles(styles);
        reader = readerHere();
      } else unread = url;
    } catch (error) {
      if (error instanceof ProblemError && !error.temporary) unread = url;
      throw error;
    }
  };

  const look = async (isAsked = false): Promise<void> => {
    if (worker.isGone()) return gone.abort();
    await prepare();
    const address = addressNow();
    const read = reader && (await inSteps(reader.steps(document, address), working));
    const kept = read && (await inSteps(keepSteps(read.reading), working));
    if (working.aborted) return;
    // Another page by now.
    if (address !== addressNow()) return look(isAsked);
    if (!reader || !read || !kept) {
      shown = undefined;
      badges.clear();
      line.show(undefined);
      showNote(false);
      return;
    }
    // Badges that are there keep standing, with what they said, until the answer is here.
    const before =
      shown?.page === kept.page ? shown : { badges: badgesOf(shown, read.anchors), known: new Set<string>() };
    shown = {
      ...before,
      site: reader.site,
      page: kept.page,
      reading: read.reading,
      accounts: accountsOf(read),
      anchors: read.anchors,
    };
    // An answer that is still on its way was given before.
    if (isAsked) shown.known = new Set();
    badges.show(shown.anchors, shown.badges).catch(quietly);
    const isAnswered = !isAsked && shown.answered?.key === kept.key;
    if (isAnswered) return;
    if (isAsked || !outbox.holds(kept)) outbox.add(kept);
    else outbox.send();
  };

  let isStarted = false;
  /** Reads and marks the page from now on, if the worker says that it may be read. */
  const start = async () => {
    await prepare();
    if (isStarted || working.aborted) return;
    isStarted = true;
    whenParsed(() => {
      followPage(working);
      watchPage({ look: () => look().catch(quietly), changed: (node) => reader?.changed(node) }, working);
    }, working);
  };

  working.addEventListener('abort', () => {
    badges.clear();
    line.show(undefined);
    clearTimeout(noteTimer);
    clearTimeout(stillTimer);
    closeFrame();
  });
  // What could not be sent before the page goes away is sent once more as it goes.
  addEventListener('pagehide', () => outbox.sendAll(), { signal: working });
  // A worker that the browser has ended takes a moment to come back: it can do so while the page loads.
  start().catch(quietly);
  return {
    again: (clicked) => {
      isClicked ||= clicked;
      unread = undefined;
      (isStarted ? look(true) : start()).catch(quietly);
    },
    here: () => shown && { site: shown.site, accounts: shown.accounts, ...(shown.summary && { page: shown.summary }) },
    goTo: (account) => {
      const badge = badges.of(account);
      badge?.bringIntoView();
      if (badge) openFrame(badge).catch(quietly);
      return !!badge;
    },
    changeBadge: (account, badge) => {
      shown?.badges.set(account, badge);
      badges.change(account, badge);
    },
  };
}

/** Of a list that has grown since the worker answered, those who came; undefined where all are to be asked about. */
function newcomersIn({ accounts, known }: Shown): string[] | undefined {
  const news = known.size > 0 ? accounts.filter((account) => !known.has(account)) : [];
  return news.length > 0 && news.length <= MAX_NEWCOMERS ? news : undefined;
}

/** Which way a key leads: n to the next who asks for a look, p to the one before; none while something is written. */
function stepOf(event: Event): 1 | -1 | undefined {
  const { type, key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
  if (type !== 'keydown' || ctrlKey || metaKey || altKey) return undefined;
  const [target] = event.composedPath();
  const isWriting =
    target instanceof Element && Element.prototype.closest.call(target, 'input,textarea,select,[contenteditable]');
  return isWriting ? undefined : key === 'n' ? 1 : key === 'p' ? -1 : undefined;
}

/** Bidders, the owners of profiles and those the user writes with; those who wrote a review are not marked. */
function accountsOf({ reading, anchors }: PageRead): string[] {
  const seen = reading.sightings.flatMap(({ kind, ids }) => (kind !== 'review' && ids.account) || []);
  // Whom the worker alone tells from the parts of the page stands beside an anchor.
  return [...new Set([...seen, ...anchors.keys()])];
}

/** Of the badges of the page before, those of accounts that this page shows as well. */
function badgesOf(before: Shown | undefined, anchors: PageRead['anchors']): Map<string, BadgeView> {
  return new Map([...(before?.badges ?? [])].filter(([account]) => anchors.has(account)));
}

function whenParsed(start: () => void, signal: AbortSignal): void {
  if (document.readyState !== 'loading') start();
  else document.addEventListener('DOMContentLoaded', start, { once: true, signal });
}
