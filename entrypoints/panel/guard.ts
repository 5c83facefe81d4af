// Whether the user sees what they press. The page below can lay something over our frame that lets the pointer
// through, or move the frame under a pointer that is about to press. Chromium says whether a frame is wholly
// seen, as it stands; Firefox only whether it is in the window, so there our script in the page looks for what
// lies in the same layer. In both the frame has to have stood still for a moment.

/** So long the frame must have stood still and in sight, ms. */
const STILL_MS = 500;
/** Least time between two looks that Chromium allows, ms. */
const LOOK_MS = 100;

export interface Guard {
  /** The frame was moved just now. */
  moved(): void;
  /** Whether the user has had it in sight for long enough. */
  isCalm(): boolean;
  /** Looks anew whether it is in sight. */
  isSeen(): Promise<boolean>;
}

/** Watches over this document; while it is calm, its root element is marked so (`data-calm`), for the style sheet. */
export function makeGuard(): Guard {
  const whole = document.documentElement;
  let stillFor: ReturnType<typeof setTimeout> | undefined;
  let isSeen = false;
  let seen: PromiseWithResolvers<boolean> | undefined;
  const restart = () => {
    clearTimeout(stillFor);
    delete whole.dataset.calm;
    if (isSeen) stillFor = setTimeout(() => (whole.dataset.calm = ''), STILL_MS);
  };
  const look = () => {
    // A browser looks again by itself only after something has moved; it always looks at what is new to it.
    observer.unobserve(whole);
    observer.observe(whole);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      const last = entries.at(-1) as (IntersectionObserverEntry & { isVisible?: boolean }) | undefined;
      const isNow = last?.isVisible ?? (last?.intersectionRatio ?? 0) >= 0.99;
      if (isNow !== isSeen) {
        isSeen = isNow;
        restart();
      }
      seen?.resolve(isSeen);
      seen = undefined;
      if (!isSeen && !document.hidden) setTimeout(look, LOOK_MS);
    },
    { threshold: [0, 0.5, 0.99], trackVisibility: true, delay: LOOK_MS } as IntersectionObserverInit,
  );
  observer.observe(whole);
  addEventListener('resize', restart);
  document.addEventListener('visibilitychange', () => {
    restart();
    look();
  });
  return {
    moved: restart,
    isCalm: () => whole.dataset.calm !== undefined,
    isSeen: () => {
      seen ??= Promise.withResolvers<boolean>();
      look();
      return seen.promise;
    },
  };
}
