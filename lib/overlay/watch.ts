// Notices when a page has become another page or has grown: an address that changed without a load,
// cards that came later, "show more". It only looks; what it reports is "look again now".
import { isHidingStyle } from '../reading/hidden.ts';
import { attributeOf } from '../reading/walk.ts';
import { isOurDoing } from './host.ts';

/** Wait this long after the last change, so that a page that is being built is read once, ms. */
const SETTLE_MS = 80;
/** But never longer than this while a page keeps changing (tickers, adverts), ms. */
const LONGEST_WAIT_MS = 600;

/** Attributes that say something: addresses, times, ratings, labels, and whether a part is shown at all. */
const WATCHED_ATTRIBUTES = [
  'href',
  'src',
  'alt',
  'title',
  'datetime',
  'content',
  'aria-label',
  'data-rating',
  'hidden',
  'style',
];

export interface Watcher {
  /** Looks at the page; done when the promise is. Never rejects. */
  look(): Promise<unknown>;
  /** This part of the page has changed; `look` follows. */
  changed(node: Node): void;
}

/**
 * Calls `look` now and after every change of the page, one look at a time, until `signal` aborts.
 * Changes that are only our own badges coming and going are not changes of the page.
 */
export function watchPage({ look, changed }: Watcher, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince = 0;
  let isLooking = false;
  const soon = () => {
    const now = performance.now();
    if (timer === undefined) waitingSince = now;
    clearTimeout(timer);
    timer = setTimeout(() => void lookNow(), Math.max(0, Math.min(SETTLE_MS, waitingSince + LONGEST_WAIT_MS - now)));
  };
  const lookNow = async () => {
    timer = undefined;
    if (isLooking) {
      soon();
      return;
    }
    isLooking = true;
    await look();
    isLooking = false;
  };
  const observer = new MutationObserver((records) => {
    const ofThePage = records.filter(isOfThePage);
    for (const record of ofThePage) changed(record.target);
    if (ofThePage.length > 0) soon();
  });
  observer.observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributeFilter: WATCHED_ATTRIBUTES,
    attributeOldValue: true,
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  void lookNow();
}

function isOfThePage(record: MutationRecord): boolean {
  if (record.type === 'characterData') return true;
  if (record.type === 'attributes') return saysSomethingElse(record);
  return (
    [...record.addedNodes].some((node) => !isOurDoing(node, true)) ||
    [...record.removedNodes].some((node) => !isOurDoing(node, false))
  );
}

/** A style changes all the time while something moves; all it can say is that a part is hidden. */
function saysSomethingElse({ target, attributeName, oldValue }: MutationRecord): boolean {
  const value = attributeOf(target as Element, attributeName ?? '');
  return attributeName === 'style' ? isHidingStyle(value) !== isHidingStyle(oldValue) : value !== oldValue;
}
