// One badge beside a name, and the panel that opens from it: with the evidence, and with buttons that do
// something about the account.
import type { Tree } from '../protocol/tree.ts';
import { copy, type PressedButton, pressed } from './actions.ts';
import { ProblemError } from './ask-worker.ts';
import { makeHost, removeHost } from './host.ts';
import { plant } from './plant.ts';

/**
 * Asks for the panel of an account, by its id, after doing what the button says if one was pressed; with the
 * badge where that may have changed. Rejects with a ProblemError where the worker says what is wrong.
 */
export type Explain = (account: string, button?: PressedButton) => Promise<{ panel: Tree; badge?: Tree | undefined }>;

export interface Badge {
  readonly account: string;
  /** Shows this instead, and stands beside its anchor again where the page has moved or dropped it. */
  show(tree: Tree): void;
  remove(): void;
}

/** Least room between a panel and the window's edge, and between it and its badge, px. */
const EDGE = 12;
const GAP = 6;

/** Closes the panel that is open: at most one is in a page. */
let closeOpen: (() => void) | undefined;

/** Puts a badge after its anchor. */
export function makeBadge(anchor: Element, account: string, first: Tree, explain: Explain): Badge {
  const host = makeHost('badge');
  const panel = document.createElement('div');
  let tree: Tree | undefined;
  let button: HTMLElement | undefined;
  /** Present while the panel is open; aborted when it closes. */
  let opened: AbortController | undefined;

  const show = (next: Tree) => {
    if (JSON.stringify(next) !== JSON.stringify(tree)) {
      tree = next;
      button?.remove();
      button = plant(next) as HTMLElement;
      button.addEventListener('click', () => (opened ? close() : void open()));
      button.ariaExpanded = String(opened !== undefined);
      host.root.prepend(button);
    }
    if (anchor.nextElementSibling !== host.element) anchor.after(host.element);
  };

  const close = () => {
    if (!opened) return;
    opened.abort();
    opened = undefined;
    if (closeOpen === close) closeOpen = undefined;
    const hadFocus = panel.contains((panel.getRootNode() as ShadowRoot).activeElement);
    panel.hidePopover();
    panel.replaceChildren();
    if (button) button.ariaExpanded = 'false';
    if (hadFocus) button?.focus({ preventScroll: true });
  };

  const open = async () => {
    closeOpen?.();
    closeOpen = close;
    opened = new AbortController();
    const { signal } = opened;
    listen(signal);
    if (button) button.ariaExpanded = 'true';
    if (!(await fill(signal))) return;
    panel.showPopover();
    place();
    panel.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  };

  /** Shows what the worker says of the account, after doing what a button says; false when closed meanwhile. */
  const fill = async (signal: AbortSignal, action?: PressedButton): Promise<boolean> => {
    let content: Node;
    try {
      content = plant((await explain(account, action)).panel);
    } catch (error) {
      content = document.createElement('section');
      // Without an answer there is nobody to ask for words: the badge has brought them.
      content.textContent = error instanceof ProblemError ? error.message : (button?.dataset.lost ?? '');
    }
    if (signal.aborted) return false;
    panel.replaceChildren(content);
    return true;
  };

  const press = async (control: HTMLElement) => {
    const { action, values } = pressed(control);
    if (action === 'close') close();
    else if (action === 'copy') await copy(control, values.text ?? '');
    else if (opened) {
      const top = panel.scrollTop;
      if (!(await fill(opened.signal, { action, values }))) return;
      panel.scrollTop = top;
      place();
      // What was pressed is gone; what came of it stands among the user's notes.
      (panel.querySelector<HTMLElement>('.decisions [tabindex]') ?? panel).focus({ preventScroll: true });
    }
  };

  /** Escape and a click elsewhere close the panel; scrolling and resizing move it along. */
  const listen = (signal: AbortSignal) => {
    const onKey = (event: Event) => {
      if ((event as KeyboardEvent).key === 'Escape') close();
    };
    host.element.addEventListener('keydown', onKey, { signal, capture: true });
    const elsewhere = (event: Event) => {
      if (!event.composedPath().includes(host.element)) close();
    };
    document.addEventListener('pointerdown', elsewhere, { signal, capture: true });
    for (const type of ['scroll', 'resize']) addEventListener(type, place, { signal, passive: true });
  };

  /** Below the badge where there is room, else above it, always wholly inside the window. */
  const place = () => {
    const badge = host.element.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = panel;
    const right = document.documentElement.clientWidth - EDGE;
    const bottom = innerHeight - EDGE;
    const below = badge.bottom + GAP;
    const above = badge.top - GAP - height;
    const top = below + height <= bottom ? below : above >= EDGE ? above : Math.max(EDGE, bottom - height);
    panel.style.left = `${Math.max(EDGE, Math.min(badge.left, right - width))}px`;
    panel.style.top = `${top}px`;
  };

  panel.className = 'panel';
  panel.popover = 'manual';
  panel.role = 'dialog';
  panel.setAttribute('aria-labelledby', 'title');
  panel.addEventListener('click', ({ target }) => {
    const control = (target as Element).closest<HTMLElement>('[data-do]');
    if (control) void press(control);
  });
  // Enter in a field does what the first button beside it does, as in any form.
  panel.addEventListener('keydown', ({ key, target }) => {
    const field = target as Element;
    if (key === 'Enter' && field.matches('input')) {
      field.closest('[data-form]')?.querySelector<HTMLElement>('[data-do]')?.click();
    }
  });
  host.root.append(panel);
  show(first);
  return {
    account,
    show,
    remove: () => {
      close();
      removeHost(host);
    },
  };
}
