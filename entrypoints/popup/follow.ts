// Follows the page that the popup stands over for as long as it is open: lists load late and grow. Nothing
// that goes wrong on the way ends that: what could not be shown is shown at the next question.

/** How often the page is asked whether it has changed, ms. */
const FOLLOW_MS = 700;

export interface Followed<Here> {
  /** Who is on the page now; undefined where it is none that Hireflag reads. */
  ask(): Promise<Here | undefined>;
  /**
   * Shows that; rejects where it could not.
   *
   * @param isLatest false once something newer is shown: what comes late then is not
   */
  show(here: Here | undefined, isLatest: () => boolean): Promise<void>;
  /** The first answer, where the question was put before. */
  first?: Promise<Here | undefined>;
}

/**
 * Starts following.
 *
 * @returns when the first answer was shown, or could not be; and how to have it shown again now though it is the same
 */
export function follow<Here>({ ask, show, first }: Followed<Here>): { shown: Promise<void>; showAgain: () => void } {
  let last: string | undefined;
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const step = async (asked: Promise<Here | undefined>) => {
    latest += 1;
    const mine = latest;
    const isLatest = () => mine === latest;
    try {
      const here = await asked;
      const now = JSON.stringify(here) ?? 'elsewhere';
      if (now === last || !isLatest()) return;
      last = now;
      await show(here, isLatest);
    } catch (error) {
      if (isLatest()) last = undefined;
      console.error(error);
    } finally {
      if (isLatest()) timer = setTimeout(() => void step(ask()), FOLLOW_MS);
    }
  };
  return {
    shown: step(first ?? ask()),
    showAgain: () => {
      clearTimeout(timer);
      last = undefined;
      void step(ask());
    },
  };
}
