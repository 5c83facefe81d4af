// The whole of what happens in a marketplace page: read it, send what was read to the worker, show its badges
// beside the names, and do so again whenever the page has changed.

import { isAction } from '../protocol/actions.ts';
import type { ReplyFields, RequestFields } from '../protocol/messages.ts';
import type { Here } from '../protocol/page-messages.ts';
import type { PageSummary } from '../protocol/shapes.ts';
import type { Tree } from '../protocol/tree.ts';
import { Memo } from '../reading/memo.ts';
import { type PageRead, pageSteps } from '../reading/read-page.ts';
import { pageReport } from '../reading/report.ts';
import type { Site } from '../reading/site.ts';
import type { PressedButton } from './actions.ts';
import { askWorker, type Connection, ProblemError } from './ask-worker.ts';
import { makeBadges } from './badges.ts';
import { makeCornerNote } from './corner-note.ts';
import { removeStaleHosts, setStyles } from './host.ts';
import { inSteps } from './in-steps.ts';
import { type Kept, keep, keyOf, startOutbox } from './outbox.ts';
import { watchPage } from './watch.ts';

export interface Overlay {
  /** What the popup asks of this page; undefined where it is no page Hireflag reads. */
  here(): Here | undefined;
  /** How this page is built, for the user to copy. */
  report(): string;
  /** Sends what the page says to the worker once more: a setting was changed. */
  again(): void;
}

/** What this page shows at present. */
interface Shown {
  page: string;
  accounts: string[];
  anchors: PageRead['anchors'];
  badges: Map<string, Tree>;
  /** What the last reading said that the worker has answered, and when it was made. */
  answered?: { key: string; seenAt: string };
  summary?: PageSummary;
}

/**
 * Starts reading and marking this page, until `signal` aborts; then everything of ours is gone.
 *
 * @param site the marketplace whose page it is
 * @param worker the way to the worker
 * @param addressNow the page's address, where it is not its own: the practice page inside the extension
 */
export function startOverlay(
  site: Site,
  worker: Connection,
  signal: AbortSignal,
  addressNow: () => string = () => location.href,
): Overlay {
  removeStaleHosts();
  // Nothing of ours may surface in the page; what went wrong is for the extension's own console.
  const quietly = (error: unknown) => console.debug('Hireflag:', error);
  const memo = new Memo();
  const report = () => pageReport(site, document, addressNow());
  const showNote = makeCornerNote(report);
  let shown: Shown | undefined;

  // Without the extension nothing new can be marked; what stands goes on saying what it said.
  const gone = new AbortController();
  const working = AbortSignal.any([signal, gone.signal]);

  const badges = makeBadges(async (account, button) => {
    const reply = await askForPanel(worker, { site: site.id, account }, button);
    if (reply.badge) shown?.badges.set(account, reply.badge);
    return reply;
  });

  const stylesReady = stylesFrom(worker);
  // A worker that the browser has ended takes a moment to come back: it can do so while the page loads.
  stylesReady().catch(quietly);

  const outbox = startOutbox<ReplyFields<'page-read'>>({
    deliver: async (reading) => {
      const reply = await askWorker(worker, 'page-read', { reading });
      await stylesReady();
      return reply;
    },
    settled: (kept, reply) => showAnswer(kept, reply),
    isGone: worker.isGone,
    signal: working,
  });

  /** Shows what the worker answered to a reading, unless another page is shown by now. */
  const showAnswer = (kept: Kept, reply: ReplyFields<'page-read'> | undefined) => {
    const { seenAt } = kept.reading;
    // Late: one to a reading that was made after this one has come.
    const isLate = seenAt < (shown?.answered?.seenAt ?? '');
    if (shown?.page !== kept.page || isLate) return;
    shown.answered = { key: keyOf(kept), seenAt };
    if (!reply) return;
    const now = new Map(reply.badges.map(({ account, badge }) => [account, badge]));
    for (const account of accountsOf(kept)) {
      const badge = now.get(account);
      if (badge) shown.badges.set(account, badge);
      else shown.badges.delete(account);
    }
    shown.summary = reply.page;
    showNote(reply.note);
    badges.show(shown.anchors, shown.badges).catch(quietly);
  };

  const look = async (isAsked = false): Promise<void> => {
    if (worker.isGone()) gone.abort();
    const address = addressNow();
    const read = await inSteps(pageSteps(site, document, address, { memo }), working);
    if (working.aborted) return;
    // Another page by now.
    if (address !== addressNow()) return look(isAsked);
    if (!read) {
      shown = undefined;
      badges.clear();
      showNote(undefined);
      return;
    }
    const kept = keep(read.reading);
    // Badges that are there keep standing, with what they said, until the answer is here.
    const before = shown?.page === kept.page ? shown : { badges: badgesOf(shown, read.anchors) };
    shown = { ...before, page: kept.page, accounts: accountsOf(kept), anchors: read.anchors };
    badges.show(shown.anchors, shown.badges).catch(quietly);
    const isAnswered = !isAsked && shown.answered?.key === keyOf(kept);
    if (isAnswered) return;
    if (isAsked || !outbox.holds(kept)) outbox.add(kept);
    else outbox.send();
  };

  signal.addEventListener('abort', () => {
    badges.clear();
    showNote(undefined);
  });
  // What could not be sent before the page goes away is sent once more as it goes.
  addEventListener('pagehide', () => outbox.sendAll(), { signal: working });
  whenParsed(
    () => watchPage({ look: () => look().catch(quietly), changed: (node) => memo.forget(node) }, working),
    working,
  );
  return {
    again: () => void look(true).catch(quietly),
    here: () => shown && { site: site.id, accounts: shown.accounts, ...(shown.summary && { page: shown.summary }) },
    report,
  };
}

/** Bidders, the owners of profiles and those the user writes with; those who wrote a review are not marked. */
function accountsOf({ reading }: Kept): string[] {
  return [...new Set(reading.sightings.flatMap(({ kind, ids }) => (kind !== 'review' && ids.account) || []))];
}

/** Of the badges of the page before, those of accounts that this page shows as well. */
function badgesOf(before: Shown | undefined, anchors: PageRead['anchors']): Map<string, Tree> {
  return new Map([...(before?.badges ?? [])].filter(([account]) => anchors.has(account)));
}

/** Asks for the styles of what we show, again and again until they are there, and sets them. */
function stylesFrom(worker: Connection): () => Promise<void> {
  let ready: Promise<void> | undefined;
  return () => {
    ready ??= askWorker(worker, 'warm-up', {}).then(
      ({ styles }) => setStyles(styles),
      (error: unknown) => {
        ready = undefined;
        throw error;
      },
    );
    return ready;
  };
}

/** A panel whose request was lost with the worker is asked for again after so long, ms. */
const PANEL_RETRY_MS = [100, 1_000];

/**
 * Asks for the panel of an account, after what a button says was done. Where it is not known whether that
 * came to pass, it is not done twice: the panel shows what is the case.
 */
async function askForPanel(
  worker: Connection,
  about: RequestFields<'explain'>,
  button: PressedButton | undefined,
): Promise<ReplyFields<'explain'>> {
  const { action = '', values = {} } = button ?? {};
  for (let tries = 0; ; tries += 1) {
    try {
      if (tries === 0 && isAction(action)) return await askWorker(worker, 'act', { ...about, action, values });
      return await askWorker(worker, 'explain', about);
    } catch (error) {
      const wait = PANEL_RETRY_MS[tries];
      if (wait === undefined || error instanceof ProblemError || worker.isGone()) throw error;
      await new Promise((done) => setTimeout(done, wait));
    }
  }
}

function whenParsed(start: () => void, signal: AbortSignal): void {
  if (document.readyState !== 'loading') start();
  else document.addEventListener('DOMContentLoaded', start, { once: true, signal });
}
