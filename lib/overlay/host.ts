// Everything Hireflag puts into a marketplace page is one of these: an element of its own with a
// closed shadow root, so that the page's styles and scripts and ours cannot touch each other.

/** Marks our own elements, so that a second injection can clear what a first one left behind. */
const MARK = 'data-hireflag';

export interface Host {
  element: HTMLElement;
  /** Where a view is rendered into. */
  root: HTMLElement;
}

/**
 * Makes a host, not yet in the page.
 *
 * @param kind `badge` stands in a line of the page, `page` in a corner of the window.
 */
export function makeHost(kind: 'badge' | 'page'): Host {
  const element = document.createElement('span');
  element.setAttribute(MARK, kind);
  const shadow = element.attachShadow({ mode: 'closed' });
  addStyles(shadow);
  const root = document.createElement('div');
  shadow.append(root);
  // A click or key on a badge must not also act on the card or link of the page it stands in.
  for (const type of ['click', 'mousedown', 'pointerdown', 'keydown', 'keyup', 'keypress']) {
    element.addEventListener(type, (event) => event.stopPropagation());
  }
  return { element, root };
}

const removed = new WeakSet<Node>();

/** Takes a host out of the page. */
export function removeHost(host: Host): void {
  removed.add(host.element);
  host.element.remove();
}

/** True when a node came or went by our own doing; a badge that the page dropped is the page's doing. */
export function isOurDoing(node: Node, added: boolean): boolean {
  return node instanceof HTMLElement && node.hasAttribute(MARK) && (added || removed.has(node));
}

/** Removes hosts that an earlier injection left in the page (the extension was updated or reloaded). */
export function removeStaleHosts(): void {
  for (const stale of document.querySelectorAll(`[${MARK}]`)) stale.remove();
}

/** How our elements look, and the sheet made of it once it is needed. */
let css = '';
let sheet: CSSStyleSheet | undefined;

/** Sets how all hosts made from now on look, as a style sheet. */
export function setStyles(styles: string): void {
  css = styles;
  sheet = undefined;
}

function addStyles(shadow: ShadowRoot): void {
  try {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox does not let a content script adopt a sheet into a page's tree: bugzil.la/1751346.
    const style = document.createElement('style');
    style.textContent = css;
    shadow.append(style);
  }
}
