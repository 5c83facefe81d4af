// What the background worker has at hand. The browser may have started it a moment ago, so its store and the
// user's settings may still be on their way; what could not be opened is opened anew for the next request.
import type { Sender } from '../../lib/protocol/senders.ts';
import type { BadgeView } from '../../lib/protocol/shapes.ts';
import type { PageKind } from '../../lib/reading/reading.ts';
import type { Removing, Settings, StorageArea } from '../../lib/settings/settings.ts';
import type { Store } from '../../lib/store/store.ts';
import type { Frames } from './frames.ts';
import type { ToldPages } from './told-pages.ts';
import type { ToolbarSign } from './toolbar.ts';
import type { UserContext } from './user-context.ts';

export interface Worker {
  /** The store. Rejects when the database cannot be opened; the next call tries again. */
  store(): Promise<Store>;
  /** The settings in force, which need no database. */
  settings(): Promise<Settings>;
  /** The user's own settings, decisions and records. Rejects as `store` does. */
  user(): Promise<UserContext>;
  /** The browser's local storage; absent in private windows, where all windows share it. */
  local: (StorageArea & Removing) | undefined;
  /** Work that an answer does not wait for. */
  afterwards: Running;
  /** Does work that takes long, and keeps the browser from ending the worker meanwhile. */
  keptAwake<T>(work: () => Promise<T>): Promise<T>;
  /** What the frames over marketplaces' pages are about. */
  frames: Frames;
  /** Shows another badge beside an account's name in the page of a tab. */
  tellBadge(tab: number, account: string, badge: BadgeView): Promise<unknown>;
  /** Has the page of a tab read and marked once more, with its line and the toolbar's number. */
  lookAgain(tab: number): Promise<unknown>;
  /** Has the pages of all other tabs read and marked once more, each once it is looked at. */
  lookAgainElsewhere(except?: number): Promise<unknown>;
  /** Shows on the toolbar how many on the page of a tab ask for attention, or why that is not known. */
  showNumber(tab: number, shown: ToolbarSign): void;
  /** Puts what reads a marketplace's pages into the page of a tab. Rejects where that page is gone. */
  bringReader(sender: Extract<Sender, { kind: 'site-page' }>, page: PageKind): Promise<unknown>;
  /** What keeps the last reading of a tab's page from being stored, in the user's language. */
  problems: Map<number, string>;
  /** What open pages have told. */
  told: ToldPages;
  /** How the page of a tab is built. */
  reportOf(tab: number): Promise<string>;
}

/** A store and what goes with it, when both are there. */
export async function ready({ store, user }: Worker): Promise<[Store, UserContext]> {
  return Promise.all([store(), user()]);
}

/**
 * Makes something once, when it is first asked for, and keeps it; what could not be made is made anew when it
 * is asked for again.
 */
export function onceMade<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

/** Work that is going on. What of it fails is for the extension's own console. */
export class Running {
  private readonly running = new Set<Promise<unknown>>();

  add(work: Promise<unknown>): void {
    const done = work.catch(console.error).finally(() => this.running.delete(done));
    this.running.add(done);
  }

  /** Done when nothing is going on any more. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }
}
