// Puts a badge beside every bidder's name and opens the panel of the one that is asked for. Badges
// are put back when the page's own script drops them, and all go when the page is left.
import { render } from 'preact';
import { Badge } from '../../components/Badge.tsx';
import { Panel, type PanelState } from '../../components/Panel.tsx';
import type { Explanation, Mark } from '../messages.ts';
import { type Host, makeHost, removeHost } from './host.ts';

/** Asks for everything on one account. Rejects with a plain sentence. */
export type Explain = (site: string, account: string) => Promise<Explanation>;

export class Badges {
  /** One badge an anchor: the element that holds a bidder's name. */
  private readonly placed = new Map<Element, PlacedBadge>();
  private readonly explain: Explain;

  constructor(explain: Explain) {
    this.explain = explain;
  }

  /**
   * Shows these marks at these anchors, and removes the badges of anchors that are gone.
   *
   * @param anchors per account, the elements to stand beside.
   */
  show(anchors: ReadonlyMap<string, readonly Element[]>, marks: readonly Mark[]): void {
    const byAccount = new Map(marks.map((mark) => [mark.account, mark]));
    const wanted = new Set<Element>();
    for (const [account, elements] of anchors) {
      const mark = byAccount.get(account);
      if (!mark) continue;
      for (const anchor of elements) {
        wanted.add(anchor);
        const badge = this.placed.get(anchor);
        if (badge) badge.update(mark);
        else this.placed.set(anchor, new PlacedBadge(anchor, mark, this.explain));
      }
    }
    for (const [anchor, badge] of this.placed) {
      if (!wanted.has(anchor)) {
        badge.remove();
        this.placed.delete(anchor);
      }
    }
  }

  clear(): void {
    for (const badge of this.placed.values()) badge.remove();
    this.placed.clear();
  }
}

class PlacedBadge {
  private readonly host: Host = makeHost('badge');
  private readonly badgeRoot = document.createElement('div');
  private readonly panel = document.createElement('div');
  private readonly anchor: Element;
  private readonly explain: Explain;
  private mark: Mark;
  /** Present while the panel is open; aborted when it closes. */
  private opened: AbortController | undefined;

  constructor(anchor: Element, mark: Mark, explain: Explain) {
    this.anchor = anchor;
    this.mark = mark;
    this.explain = explain;
    this.badgeRoot.style.display = 'contents';
    this.panel.className = 'panel';
    this.panel.popover = 'manual';
    this.panel.role = 'dialog';
    this.panel.setAttribute('aria-labelledby', 'title');
    this.host.root.append(this.badgeRoot, this.panel);
    this.update(mark);
  }

  update(mark: Mark): void {
    this.mark = mark;
    this.draw();
    if (this.anchor.nextElementSibling !== this.host.element) this.anchor.after(this.host.element);
  }

  remove(): void {
    this.close();
    render(null, this.badgeRoot);
    removeHost(this.host);
  }

  private draw(): void {
    render(<Badge mark={this.mark} open={this.isOpen} onOpen={() => this.toggle()} />, this.badgeRoot);
  }

  private get isOpen(): boolean {
    return this.opened !== undefined;
  }

  private toggle(): void {
    if (this.isOpen) this.close();
    else void this.open();
  }

  private async open(): Promise<void> {
    const { site, account } = this.mark;
    const controller = new AbortController();
    openBadge?.close();
    this.opened = controller;
    openBadge = this;
    this.listen(controller.signal);
    this.drawPanel({ type: 'loading', account });
    this.panel.showPopover();
    this.draw();
    let state: PanelState;
    try {
      state = await this.explain(site, account);
    } catch (error) {
      state = { type: 'problem', account, problem: error instanceof Error ? error.message : String(error) };
    }
    if (controller.signal.aborted) return;
    this.drawPanel(state);
    this.place();
    this.panel.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  close(): void {
    if (!this.opened) return;
    this.opened.abort();
    this.opened = undefined;
    if (openBadge === this) openBadge = undefined;
    const hadFocus = this.panel.matches(':focus-within');
    this.panel.hidePopover();
    render(null, this.panel);
    this.draw();
    if (hadFocus) this.badgeRoot.querySelector('button')?.focus({ preventScroll: true });
  }

  private drawPanel(state: PanelState): void {
    render(<Panel state={state} onClose={() => this.close()} />, this.panel);
    this.place();
  }

  /** Escape and a click elsewhere close the panel; scrolling and resizing move it along. */
  private listen(signal: AbortSignal): void {
    this.host.element.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape') this.close();
      },
      { signal, capture: true },
    );
    document.addEventListener(
      'pointerdown',
      (event) => {
        if (!event.composedPath().includes(this.host.element)) this.close();
      },
      { signal, capture: true },
    );
    window.addEventListener('scroll', () => this.place(), { signal, passive: true });
    window.addEventListener('resize', () => this.place(), { signal, passive: true });
  }

  /** Below the badge where there is room, else above it, always wholly inside the window. */
  private place(): void {
    const badge = this.host.element.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.panel;
    const room = { right: document.documentElement.clientWidth - 12, bottom: window.innerHeight - 12 };
    const left = Math.max(12, Math.min(badge.left, room.right - width));
    const below = badge.bottom + 6;
    const above = badge.top - 6 - height;
    const top = below + height <= room.bottom ? below : above >= 12 ? above : Math.max(12, room.bottom - height);
    this.panel.style.left = `${left}px`;
    this.panel.style.top = `${top}px`;
  }
}

/** At most one panel is open in a page. */
let openBadge: { close(): void } | undefined;
