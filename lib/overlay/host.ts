// Everything Hireflag puts into a marketplace page is one of these: an element of its own, without any attribute,
// with a closed shadow root. A closed root alone hides nothing: a page's `find()`, its selection and, in Firefox,
// the events of a pointer lead into it. So no root holds a text, nothing in a root takes the pointer, and what a
// user does on one of our elements is heard at the window, before anything of the page's, and goes no further.

export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
}

/** Hears of what a user did on one of our elements. */
type OnEvent = (event: Event) => void;

/** Our elements that are in use, with what each does when the user acts on it. */
const ours = new WeakMap<Node, OnEvent>();
const removed = new WeakSet<Node>();

/** What a host is for: each looks as its own style sheet says. */
type Kind = 'badge' | 'frame' | 'line';

/** Makes a host, not yet in the page. */
export function makeHost(kind: Kind, onEvent: OnEvent = () => {}): Host {
  const element = document.createElement('span');
  const root = element.attachShadow({ mode: 'closed' });
  addStyles(root, kind);
  ours.set(element, onEvent);
  roots.add(root);
  return { element, root };
}

/** Takes a host out of the page. */
export function removeHost({ element, root }: Host): void {
  roots.delete(root);
  removed.add(element);
  element.remove();
}

/** True when a node came or went by our own doing; a badge that the page dropped is the page's doing. */
export function isOurDoing(node: Node, added: boolean): boolean {
  return ours.has(node) && (added || removed.has(node));
}

/**
 * Removes what an earlier script of ours left in the page: the extension was updated.
 *
 * @param rootOf gives the shadow root of an element, closed or not
 */
export function removeStale(rootOf: (element: HTMLElement) => ShadowRoot | null | undefined): void {
  for (const one of document.querySelectorAll<HTMLElement>('span:empty')) {
    if (rootOf(one)?.querySelector('button[data-words],iframe[popover]')) one.remove();
  }
}

/** Whether the page is dark, as `dress` has found. */
export let scheme = '';
/** The roots of all hosts. */
const roots = new Set<ShadowRoot>();

/** Looks whether the page is dark: by its own background, whatever the system's colours are. Our elements follow. */
export function dress(): void {
  const now = pageScheme();
  // What is set is styled anew, be it the same.
  if (now === scheme) return;
  scheme = now;
  for (const root of roots) for (const button of root.querySelectorAll('button')) button.style.colorScheme = now;
}

/** What may colour the page; a page can give another element that name. */
const grounds = () => [document.body, document.documentElement].filter((one) => one instanceof Element);

function pageScheme(): 'dark' | 'light' {
  for (const one of grounds()) {
    const { backgroundColor: colour } = getComputedStyle(one);
    const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number) as [
      number,
      number,
      number,
      number?,
    ];
    // As `rgb`; colours of other ways are not told.
    if (alpha > 0.5 && colour[0] === 'r') return 3 * red + 6 * green + blue < 1_280 ? 'dark' : 'light';
  }
  return 'light';
}

/** Looks again whenever the page or the system may have become dark or light, until `signal` aborts. */
export function followPage(signal: AbortSignal): void {
  matchMedia('(prefers-color-scheme:dark)').addEventListener('change', dress, { signal });
  const observer = new MutationObserver(dress);
  for (const one of grounds()) observer.observe(one, { attributes: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** What a user does with a pointer or a key, and where the pointer comes to rest. */
const ACTS = [
  ...['pointerover', 'pointerout'],
  ...['click', 'auxclick', 'dblclick', 'contextmenu', 'pointerdown', 'pointerup', 'mousedown', 'mouseup'],
  ...['keydown', 'keypress', 'keyup', 'focus', 'focusin', 'blur', 'focusout'],
];

/** What a pointer does on its way. In Firefox each leads to what it met or came from, in a closed root as well. */
const MOVES = ['over', 'out', 'enter', 'leave', 'move'].flatMap((one) => [`pointer${one}`, `mouse${one}`]);

/**
 * Keeps what happens on our elements from the page until `signal` aborts, and hands what a user did to them. It
 * has to start before the page's own scripts.
 *
 * @param elsewhere hears of what a user did anywhere else, and of the keys pressed on ours
 */
export function keepEvents(elsewhere: OnEvent, signal: AbortSignal): void {
  let isAway = false;
  if ('explicitOriginalTarget' in Event.prototype) {
    for (const type of MOVES) addEventListener(type, keepMoves, { capture: true, signal });
  }
  for (const type of ACTS) {
    addEventListener(
      type,
      (event) => {
        const { target } = event;
        const onEvent = ours.get(target as Node);
        // The window loses the focus to our frame and gets it back from there.
        const toFrame = type === 'blur' && target === window && ours.has(document.activeElement as Node);
        const fromFrame = type === 'focus' && target === window && isAway;
        if (target === window) isAway = toFrame;
        if (!onEvent) {
          if (toFrame || fromFrame) event.stopImmediatePropagation();
          else if (event.isTrusted) elsewhere(event);
          return;
        }
        event.stopImmediatePropagation();
        // A link of the page around a badge is not followed.
        if (type === 'click') event.preventDefault();
        if (!event.isTrusted) return;
        onEvent(event);
        if (type === 'keydown') elsewhere(event);
      },
      { capture: true, signal },
    );
  }
}

/** Keeps the way of a pointer over our frame from the page, which it would lead to the frame. Firefox only. */
function keepMoves(event: Event & { explicitOriginalTarget?: Node }): void {
  const root = event.explicitOriginalTarget?.getRootNode?.() as ShadowRoot | undefined;
  if (root?.host && ours.has(root.host)) event.stopImmediatePropagation();
}

/** How our elements look, and the sheets made of it once they are needed. */
let css: Readonly<Record<Kind, string>> = { badge: '', frame: '', line: '' };
let sheets: { [K in Kind]?: CSSStyleSheet } = {};

/** Sets how all hosts made from now on look, as a style sheet each. */
export function setStyles(styles: typeof css): void {
  css = styles;
  sheets = {};
}

function addStyles(shadow: ShadowRoot, kind: Kind): void {
  try {
    let sheet = sheets[kind];
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css[kind]);
      sheets[kind] = sheet;
    }
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox does not let a content script adopt a sheet into a page's tree: bugzil.la/1751346.
    const style = document.createElement('style');
    style.textContent = css[kind];
    shadow.append(style);
  }
}
