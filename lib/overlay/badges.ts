// Puts a badge beside every bidder's name. Badges are put back when the page's own script drops them, and
// all go when the page is left.
import type { BadgeView } from '../protocol/shapes.ts';
import { type Badge, makeBadge } from './badge.ts';
import { dress } from './host.ts';
import { inFrames } from './in-steps.ts';

/** Badges put into the page in one frame. */
const PER_FRAME = 50;

export interface Badges {
  /**
   * Shows these badges at these anchors, a few at a time, and removes those whose anchor is gone. A
   * showing that was still going on ends.
   *
   * @param anchors per account, the elements to stand beside
   * @param views per account, what its badge says
   */
  show(anchors: ReadonlyMap<string, readonly Element[]>, views: ReadonlyMap<string, BadgeView>): Promise<void>;
  /** Shows this wherever the account stands on the page. */
  change(account: string, view: BadgeView): void;
  /** The badge that asks for a look after the one that was given last, or before it; around the page's end. */
  next(by: 1 | -1): Badge | undefined;
  /** A badge of this account. */
  of(account: string): Badge | undefined;
  clear(): void;
}

/**
 * @param onPress called when the user presses a badge
 * @param onRemove called when one goes
 */
export function makeBadges(onPress: (badge: Badge) => void, onRemove: (badge: Badge) => void): Badges {
  /** One badge an anchor: the element that holds a bidder's name. */
  const placed = new Map<Element, Badge>();
  /** The one that was gone to last. */
  let last: Badge | undefined;
  /** Aborted when other badges are to be shown, or none. */
  let showing = new AbortController();

  const remove = (badge: Badge) => {
    onRemove(badge);
    badge.remove();
  };

  function* place(
    anchors: ReadonlyMap<string, readonly Element[]>,
    views: ReadonlyMap<string, BadgeView>,
  ): Generator<void, void> {
    const wanted = new Set<Element>();
    let made = 0;
    for (const [account, elements] of anchors) {
      const view = views.get(account);
      if (!view) continue;
      for (const anchor of elements) {
        wanted.add(anchor);
        const badge = placed.get(anchor);
        if (badge?.account === account) badge.show(view);
        else {
          if (badge) remove(badge);
          // Asked for each badge, the browser would style the page anew for each.
          if (made === 0) dress();
          placed.set(anchor, makeBadge(anchor, account, view, onPress));
          if (++made % PER_FRAME === 0) yield;
        }
      }
    }
    for (const [anchor, badge] of placed) {
      if (wanted.has(anchor)) continue;
      remove(badge);
      placed.delete(anchor);
    }
  }

  return {
    show: async (anchors, views) => {
      showing.abort();
      showing = new AbortController();
      await inFrames(place(anchors, views), showing.signal);
    },
    change: (account, view) => {
      for (const badge of placed.values()) if (badge.account === account) badge.show(view);
    },
    next: (by) => {
      const asking = [...placed.values()].filter((badge) => badge.asks());
      asking.sort((a, b) => a.place().top - b.place().top);
      const at = last ? asking.indexOf(last) : -1;
      last = asking.at(at < 0 && by < 0 ? -1 : (at + by) % asking.length);
      return last;
    },
    of: (account) => [...placed.values()].find((badge) => badge.account === account),
    clear: () => {
      showing.abort();
      for (const badge of placed.values()) remove(badge);
      placed.clear();
    },
  };
}
