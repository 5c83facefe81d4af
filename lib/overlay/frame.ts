// The frame that stands over a marketplace's page: a page of the extension's own, which the page below can neither
// read nor operate. It shows the panel of an account beside its badge, or in the corner of the window that the page
// was not understood. What it shows is between it and the worker; here it is opened, placed and closed. The two
// speak over a channel that the page has no end of.
import type { Badge } from './badge.ts';
import { type Host, makeHost, removeHost } from './host.ts';

/** Least room between the frame and the window's edge, and between it and its badge, px. */
const EDGE = 12;
const GAP = 6;
/** So far it stands aside from its badge where there is room: who is judged stays readable beside it, px. */
const ASIDE = 440;

/**
 * What the frame says: how high what it shows is, px; that it is to be closed; whether nothing may lie over it; by how
 * much the user moves it, px to the right and down.
 */
export type FromFrame = { height: number } | { close: true } | { ask: true } | { by: [number, number] };
/** What it is told: that it was moved; whether nothing that can be seen from here lies over it. */
export type ToFrame = { moved: true } | { isFree: boolean };

export interface Frame {
  /**
   * Opens it, in place of one that is open.
   *
   * @param src the frame's address
   * @param beside the badge that was pressed; without one it goes to the corner
   */
  open(src: string, beside?: Badge): void;
  /** The badge it stands beside, if it is open beside one. */
  beside(): Badge | undefined;
  isOpen(): boolean;
  close(): void;
}

export function makeFrame(): Frame {
  let open: { host: Host; badge: Badge | undefined; end: AbortController } | undefined;
  /** Where the user has put it in the window; it opens there again as long as the page is there. */
  let put: [number, number] | undefined;

  const close = () => {
    if (!open) return;
    const { host, badge, end } = open;
    open = undefined;
    end.abort();
    const hadFocus = document.activeElement === host.element;
    removeHost(host);
    badge?.expand(false);
    if (hadFocus) badge?.focus();
  };

  return {
    isOpen: () => !!open,
    beside: () => open?.badge,
    close,
    open: (src, badge) => {
      close();
      // The frame gets its own events; what is left for us is that it takes and loses the focus.
      const host = makeHost('frame');
      const end = new AbortController();
      open = { host, badge, end };
      badge?.expand(true);
      const frame = document.createElement('iframe');
      frame.allow = 'clipboard-write';
      frame.title = 'Hireflag';
      frame.popover = 'manual';
      if (!badge) frame.className = 'corner';
      const { port1: port, port2 } = new MessageChannel();
      const moved = () => {
        if (badge) place(frame, badge.place(), put);
        port.postMessage({ moved: true } satisfies ToFrame);
      };
      port.onmessage = ({ data }: MessageEvent<FromFrame>) => {
        if (end.signal.aborted) return;
        if ('close' in data) close();
        else if ('ask' in data) port.postMessage({ isFree: isFree() } satisfies ToFrame);
        else if ('by' in data) {
          const { left, top } = frame.style;
          put = [parseFloat(left) + data.by[0], parseFloat(top) + data.by[1]];
          moved();
        } else {
          frame.style.height = `${data.height}px`;
          moved();
          if (frame.dataset.drawn) return;
          frame.dataset.drawn = '';
          if (badge) frame.focus({ preventScroll: true });
        }
      };
      frame.addEventListener('load', () => frame.contentWindow?.postMessage('', '*', [port2]), { once: true });
      for (const type of ['scroll', 'resize']) {
        addEventListener(type, moved, { signal: end.signal, capture: true });
      }
      end.signal.addEventListener('abort', () => port.close());
      frame.src = src;
      host.root.append(frame);
      document.documentElement.append(host.element);
      frame.showPopover();
    },
  };
}

/** Where the user has put it; else below the badge where there is room, or above it. Always wholly inside the window. */
function place(frame: HTMLElement, badge: DOMRect, put: [number, number] | undefined): void {
  const { offsetWidth: width, offsetHeight: height } = frame;
  const below = badge.bottom + GAP;
  const above = badge.top - GAP - height;
  const right = document.documentElement.clientWidth - EDGE - width;
  const bottom = innerHeight - EDGE - height;
  // Texts run from their badge towards the other side of the window.
  const aside = badge.left + badge.right < innerWidth ? badge.left + ASIDE : badge.right - ASIDE - width;
  const [x, y] = put ?? [aside, below <= bottom ? below : above >= EDGE ? above : bottom];
  frame.style.left = `${Math.max(EDGE, Math.min(x, right))}px`;
  frame.style.top = `${Math.max(EDGE, Math.min(y, bottom))}px`;
}

/** Whether nothing of the page's lies in the same layer as the frame, where it may cover it and let the pointer through. */
function isFree(): boolean {
  return !document.querySelector(':popover-open, :modal, :fullscreen, :active-view-transition');
}
