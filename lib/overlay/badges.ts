// Puts a badge beside every bidder's name and opens the panel of the one that is asked for. Badges
// are put back when the page's own script drops them, and all go when the page is left.

import { plant, type Tree } from '../protocol/tree.ts';
import { type Act, actOf, copy } from './acts.ts';
import { type Host, makeHost, removeHost } from './host.ts';
import { inFrames } from './in-steps.ts';
import { Problem } from './reply.ts';

/**
 * Asks for the panel of an account, by its id, after doing something if `act` is given; with the badge
 * where that may have changed. Rejects with a plain sentence.
 */
export type Explain = (account: string, act?: Act) => Promise<{ panel: Tree; badge?: Tree }>;

/** Badges put into the page in one frame. */
const AT_ONCE = 20;

export class Badges {
  /** One badge an anchor: the element that holds a bidder's name. */
  private readonly placed = new Map<Element, PlacedBadge>();
  private readonly explain: Explain;
  /** Aborted when other badges are to be shown, or none. */
  private showing = new AbortController();

  constructor(explain: Explain) {
    this.explain = explain;
  }

  /** Asks, and shows a changed badge wherever the account stands on the page. */
  private readonly ask: Explain = async (account, act) => {
    const reply = await this.explain(account, act);
    for (const badge of this.placed.values()) if (badge.account === account && reply.badge) badge.show(reply.badge);
    return reply;
  };

  /**
   * Shows these badges at these anchors, a few at a time, and removes those whose anchor is gone. A
   * showing that was still going on ends.
   *
   * @param anchors per account, the elements to stand beside
   * @param badges per account, its badge
   */
  async show(anchors: ReadonlyMap<string, readonly Element[]>, badges: ReadonlyMap<string, Tree>): Promise<void> {
    this.showing.abort();
    this.showing = new AbortController();
    await inFrames(this.place(anchors, badges), this.showing.signal);
  }

  clear(): void {
    this.showing.abort();
    for (const badge of this.placed.values()) badge.remove();
    this.placed.clear();
  }

  private *place(
    anchors: ReadonlyMap<string, readonly Element[]>,
    badges: ReadonlyMap<string, Tree>,
  ): Generator<void, void> {
    const wanted = new Set<Element>();
    let placed = 0;
    for (const [account, elements] of anchors) {
      const tree = badges.get(account);
      if (!tree) continue;
      for (const anchor of elements) {
        wanted.add(anchor);
        const badge = this.placed.get(anchor);
        if (badge?.account === account) badge.show(tree);
        else {
          badge?.remove();
          this.placed.set(anchor, new PlacedBadge(anchor, account, tree, this.ask));
          if (++placed % AT_ONCE === 0) yield;
        }
      }
    }
    for (const [anchor, badge] of this.placed) {
      if (wanted.has(anchor)) continue;
      badge.remove();
      this.placed.delete(anchor);
    }
  }
}

class PlacedBadge {
  readonly account: string;
  private readonly host: Host = makeHost('badge');
  private readonly panel = document.createElement('div');
  private readonly anchor: Element;
  private readonly explain: Explain;
  private tree: Tree | undefined;
  private button: HTMLElement | undefined;
  /** Present while the panel is open; aborted when it closes. */
  private opened: AbortController | undefined;

  constructor(anchor: Element, account: string, tree: Tree, explain: Explain) {
    this.anchor = anchor;
    this.account = account;
    this.explain = explain;
    this.panel.className = 'panel';
    this.panel.popover = 'manual';
    this.panel.role = 'dialog';
    this.panel.setAttribute('aria-labelledby', 'title');
    this.panel.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-do]');
      if (button) void this.do(button);
    });
    // Enter in a field does what the first button beside it does, as in any form.
    this.panel.addEventListener('keydown', (event) => {
      const field = event.target as Element;
      if (event.key === 'Enter' && field.matches('input')) {
        field.closest('[data-form]')?.querySelector<HTMLElement>('[data-do]')?.click();
      }
    });
    this.host.root.append(this.panel);
    this.show(tree);
  }

  show(tree: Tree): void {
    if (JSON.stringify(tree) !== JSON.stringify(this.tree)) {
      this.tree = tree;
      const button = plant(tree) as HTMLElement;
      button.addEventListener('click', () => (this.opened ? this.close() : void this.open()));
      button.ariaExpanded = String(this.opened !== undefined);
      this.button?.remove();
      this.button = button;
      this.host.root.prepend(button);
    }
    if (this.anchor.nextElementSibling !== this.host.element) this.anchor.after(this.host.element);
  }

  remove(): void {
    this.close();
    removeHost(this.host);
  }

  close(): void {
    if (!this.opened) return;
    this.opened.abort();
    this.opened = undefined;
    if (openBadge === this) openBadge = undefined;
    const hadFocus = this.panel.matches(':focus-within');
    this.panel.hidePopover();
    this.panel.replaceChildren();
    if (this.button) this.button.ariaExpanded = 'false';
    if (hadFocus) this.button?.focus({ preventScroll: true });
  }

  private async open(): Promise<void> {
    openBadge?.close();
    openBadge = this;
    this.opened = new AbortController();
    const { signal } = this.opened;
    this.listen(signal);
    if (this.button) this.button.ariaExpanded = 'true';
    if (!(await this.fill(signal))) return;
    this.panel.showPopover();
    this.place();
    this.panel.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  /** Shows what the worker says of the account, after doing something if `act` is given; false when closed meanwhile. */
  private async fill(signal: AbortSignal, act?: Act): Promise<boolean> {
    let content: Node;
    try {
      content = plant((await this.explain(this.account, act)).panel);
    } catch (error) {
      content = document.createElement('section');
      // Without an answer there is nobody to ask for words: the badge has brought them.
      content.textContent = error instanceof Problem ? error.message : (this.button?.dataset.lost ?? '');
    }
    if (signal.aborted) return false;
    this.panel.replaceChildren(content);
    return true;
  }

  private async do(button: HTMLElement): Promise<void> {
    const { act, values } = actOf(button);
    if (act === 'close') this.close();
    else if (act === 'copy') await copy(button, values.text ?? '');
    else if (this.opened) {
      const top = this.panel.scrollTop;
      if (!(await this.fill(this.opened.signal, { act, values }))) return;
      this.panel.scrollTop = top;
      this.place();
      // What was pressed is gone; what came of it stands among the user's notes.
      (this.panel.querySelector<HTMLElement>('.decisions [tabindex]') ?? this.panel).focus({ preventScroll: true });
    }
  }

  /** Escape and a click elsewhere close the panel; scrolling and resizing move it along. */
  private listen(signal: AbortSignal): void {
    const onKey = (event: Event) => {
      if ((event as KeyboardEvent).key === 'Escape') this.close();
    };
    this.host.element.addEventListener('keydown', onKey, { signal, capture: true });
    const elsewhere = (event: Event) => {
      if (!event.composedPath().includes(this.host.element)) this.close();
    };
    document.addEventListener('pointerdown', elsewhere, { signal, capture: true });
    for (const type of ['scroll', 'resize'])
      window.addEventListener(type, () => this.place(), { signal, passive: true });
  }

  /** Below the badge where there is room, else above it, always wholly inside the window. */
  private place(): void {
    const badge = this.host.element.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.panel;
    const right = document.documentElement.clientWidth - 12;
    const bottom = window.innerHeight - 12;
    const below = badge.bottom + 6;
    const above = badge.top - 6 - height;
    const top = below + height <= bottom ? below : above >= 12 ? above : Math.max(12, bottom - height);
    this.panel.style.left = `${Math.max(12, Math.min(badge.left, right - width))}px`;
    this.panel.style.top = `${top}px`;
  }
}

/** At most one panel is open in a page. */
let openBadge: PlacedBadge | undefined;
