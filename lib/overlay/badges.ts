// Puts a badge beside every bidder's name. Badges are put back when the page's own script drops them, and
// all go when the page is left.
import type { Tree } from '../protocol/tree.ts';
import { type Badge, type Explain, makeBadge } from './badge.ts';
import { inFrames } from './in-steps.ts';

/** Badges put into the page in one frame. */
const PER_FRAME = 20;

export interface Badges {
  /**
   * Shows these badges at these anchors, a few at a time, and removes those whose anchor is gone. A
   * showing that was still going on ends.
   *
   * @param anchors per account, the elements to stand beside
   * @param trees per account, its badge
   */
  show(anchors: ReadonlyMap<string, readonly Element[]>, trees: ReadonlyMap<string, Tree>): Promise<void>;
  clear(): void;
}

/** @param explain gives the panel of an account */
export function makeBadges(explain: Explain): Badges {
  /** One badge an anchor: the element that holds a bidder's name. */
  const placed = new Map<Element, Badge>();
  /** Aborted when other badges are to be shown, or none. */
  let showing = new AbortController();

  /** Asks, and shows a changed badge wherever the account stands on the page. */
  const explainAndShow: Explain = async (account, button) => {
    const reply = await explain(account, button);
    for (const badge of placed.values()) if (badge.account === account && reply.badge) badge.show(reply.badge);
    return reply;
  };

  function* place(
    anchors: ReadonlyMap<string, readonly Element[]>,
    trees: ReadonlyMap<string, Tree>,
  ): Generator<void, void> {
    const wanted = new Set<Element>();
    let made = 0;
    for (const [account, elements] of anchors) {
      const tree = trees.get(account);
      if (!tree) continue;
      for (const anchor of elements) {
        wanted.add(anchor);
        const badge = placed.get(anchor);
        if (badge?.account === account) badge.show(tree);
        else {
          badge?.remove();
          placed.set(anchor, makeBadge(anchor, account, tree, explainAndShow));
          if (++made % PER_FRAME === 0) yield;
        }
      }
    }
    for (const [anchor, badge] of placed) {
      if (wanted.has(anchor)) continue;
      badge.remove();
      placed.delete(anchor);
    }
  }

  return {
    show: async (anchors, trees) => {
      showing.abort();
      showing = new AbortController();
      await inFrames(place(anchors, trees), showing.signal);
    },
    clear: () => {
      showing.abort();
      for (const badge of placed.values()) badge.remove();
      placed.clear();
    },
  };
}
