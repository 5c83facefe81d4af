// One line of Hireflag's at the foot of the window over a list of bids: how many ask for a look, and the way to the
// next of them. It is fixed to the window, so that nothing of the page moves for it, and as wide whatever it says.
import type { LineView } from '../protocol/shapes.ts';
import { dress, type Host, makeHost, removeHost, scheme } from './host.ts';

/** The part of the line that closes it, at its right end, px. */
const SHUT = 32;

export interface Line {
  /** Says this instead; nothing takes it away, until there is something to say again. */
  show(view: LineView | undefined): void;
  isShown(): boolean;
}

/** @param onNext called when the user asks for the next */
export function makeLine(onNext: () => void): Line {
  let host: Host | undefined;
  let isShut = false;
  const buttons = [0, 1].map(() => document.createElement('button'));
  const [next, shut] = buttons as [HTMLButtonElement, HTMLButtonElement];
  const remove = () => {
    if (host) removeHost(host);
    host = undefined;
  };
  const onEvent = (event: Event) => {
    if (event.type !== 'click' || !host) return;
    const { detail, clientX } = event as MouseEvent;
    // What was met inside is not said; a key presses what has the focus.
    isShut = detail ? clientX > host.element.getBoundingClientRect().right - SHUT : host.root.activeElement === shut;
    if (isShut) remove();
    else onNext();
  };
  return {
    isShown: () => !!host,
    show: (view) => {
      if (!view || isShut) return remove();
      next.dataset.words = view.words;
      next.ariaLabel = view.label;
      dress();
      for (const button of buttons) button.style.colorScheme = scheme;
      shut.ariaLabel = view.close;
      if (host) return;
      host = makeHost('line', onEvent);
      host.root.append(next, shut);
      document.documentElement.prepend(host.element);
    },
  };
}
