// The whole of what happens in a marketplace page: read it, tell the worker, show its badges beside
// the names, and do so again whenever the page has changed.
import type { Here, PageSummary, Request } from '../protocol/messages.ts';
import { plant, type Tree } from '../protocol/tree.ts';
import { Memo } from '../reading/memo.ts';
import { type PageRead, pageSteps } from '../reading/read-page.ts';
import { pageReport } from '../reading/report.ts';
import type { Site } from '../reading/site.ts';
import { copy } from './acts.ts';
import { Badges } from './badges.ts';
import { type Host, makeHost, removeHost, removeStaleHosts, wearStyles } from './host.ts';
import { inSteps } from './in-steps.ts';
import { expectReply } from './reply.ts';
import { watchPage } from './watch.ts';

/** A page that is still unread after this long is said to be unread, ms: lists often load late. */
const PATIENCE = 2_500;

export interface Overlay {
  /** What the popup asks of this page; undefined where it is no page Hireflag reads. */
  here(): Here | undefined;
  /** How this page is built, for the user to copy. */
  report(): string;
  /** Tells the worker of the page once more: a setting was changed. */
  again(): void;
}

/** What this page shows at present. */
interface Shown {
  /** All that was read, to tell whether anything has changed since. */
  key: string;
  accounts: string[];
  badges: Map<string, Tree>;
  page?: PageSummary;
}

/**
 * Starts reading and marking this page, until `signal` aborts; then everything of ours is gone.
 *
 * @param site the marketplace whose page it is
 * @param ask puts a request to the worker and gives its answer, unparsed
 * @param addressNow the page's address, where it is not its own: the practice page inside the extension
 */
export function startOverlay(
  site: Site,
  ask: (request: Request) => Promise<unknown>,
  signal: AbortSignal,
  addressNow: () => string = () => location.href,
): Overlay {
  removeStaleHosts();
  let shown: Shown | undefined;
  const memo = new Memo();
  const report = () => pageReport(site, document, addressNow());
  const note = new CornerNote(report);
  const badges = new Badges(async (account, act) => {
    const about = { site: site.id, account };
    // The worker refuses what it does not know to do.
    const request = act ? { type: 'act', ...about, ...act } : { type: 'explain', ...about };
    const reply = expectReply('panel', await ask(request as Request));
    if (reply.badge) shown?.badges.set(account, reply.badge);
    return reply;
  });

  // Nothing of ours may surface in the page; what went wrong is for the extension's own console.
  const quietly = (error: unknown) => console.debug('Hireflag:', error);

  // A worker that the browser has ended takes a moment to come back: it can do so while the page loads.
  const dressed = ask({ type: 'wake' }).then((reply) => wearStyles(expectReply('awake', reply).styles), quietly);

  /** Tells the worker what was read, unless it knows, and shows its answer. */
  const tell = async ({ reading, anchors }: PageRead) => {
    const key = JSON.stringify([reading.url, reading.page, reading.of, reading.sightings]);
    if (shown?.key === key) {
      await badges.show(anchors, shown.badges);
      return;
    }
    const accounts = reading.sightings.flatMap(({ kind, ids }) => (kind !== 'review' && ids.account) || []);
    // Badges that are there keep standing, with what they said, until the answer is here.
    const now: Shown = {
      ...shown,
      key,
      accounts: [...new Set(accounts)],
      badges: shown?.badges ?? new Map(),
    };
    shown = now;
    badges.show(anchors, now.badges).catch(quietly);
    const reply = expectReply('badges', await ask({ type: 'page-read', reading }));
    await dressed;
    if (signal.aborted || shown !== now) return;
    now.badges = new Map(reply.badges.map(({ account, badge }) => [account, badge]));
    now.page = reply.page;
    note.show(reply.note);
    await badges.show(anchors, now.badges);
  };

  const look = async (): Promise<void> => {
    const address = addressNow();
    const read = await inSteps(pageSteps(site, document, address, { memo }), signal);
    if (signal.aborted) return;
    // Another page by now.
    if (address !== addressNow()) return look();
    if (!read) {
      shown = undefined;
      badges.clear();
      note.show(undefined);
      return;
    }
    tell(read).catch(quietly);
  };

  signal.addEventListener('abort', () => {
    badges.clear();
    note.show(undefined);
  });
  whenParsed(
    () => watchPage({ look: () => look().catch(quietly), changed: (node) => memo.forget(node) }, signal),
    signal,
  );
  return {
    again: () => {
      if (shown) shown.key = '';
      void look().catch(quietly);
    },
    here: () => shown && { site: site.id, accounts: shown.accounts, ...(shown.page && { page: shown.page }) },
    report,
  };
}

function whenParsed(start: () => void, signal: AbortSignal): void {
  if (document.readyState !== 'loading') start();
  else document.addEventListener('DOMContentLoaded', start, { once: true, signal });
}

/** A note in the corner of the window, shown once the page has had time to load. */
class CornerNote {
  private readonly report: () => string;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private host: Host | undefined;

  constructor(report: () => string) {
    this.report = report;
  }

  show(tree: Tree | undefined): void {
    clearTimeout(this.timer);
    if (!tree) this.remove();
    else if (!this.host) this.timer = setTimeout(() => this.place(tree), PATIENCE);
  }

  private place(tree: Tree): void {
    const host = makeHost('page');
    host.root.append(plant(tree));
    host.root.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('[data-do]');
      if (button?.dataset.do === 'close') this.remove();
      if (button?.dataset.do === 'copy-report') void copy(button, this.report());
    });
    document.documentElement.append(host.element);
    this.host = host;
  }

  private remove(): void {
    if (this.host) removeHost(this.host);
    this.host = undefined;
  }
}
