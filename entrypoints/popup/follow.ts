// Follows the page that the popup stands over for as long as it is open: lists load late and grow. Nothing
// that goes wrong on the way ends that: what could not be shown is shown at the next question.

/** How often the page is asked whether it has changed, ms. */
const FOLLOW_MS = 700;

export interface Followed<Here> {
  /** Who is on the page now; undefined where it is none that Hireflag reads. */
  ask(): Promise<Here | undefined>;
  /** Shows that; rejects where it could not. */
  show(here: Here | undefined): Promise<void>;
  /** The first answer, where the question was put before. */
  first?: Promise<Here | undefined>;
}

/**
 * Starts following.
 *
 * @returns when the first answer was shown, or could not be; and how to have it shown again though it is the same
 */
export function follow<Here>({ ask, show, first }: Followed<Here>): { shown: Promise<void>; showAgain: () => void } {
  let last: string | undefined;
  const step = async (asked: Promise<Here | undefined>) => {
    try {
      const here = await asked;
      const now = JSON.stringify(here) ?? 'elsewhere';
      if (now === last) return;
      last = now;
      await show(here);
    } catch (error) {
      last = undefined;
      console.error(error);
    } finally {
      setTimeout(() => void step(ask()), FOLLOW_MS);
    }
  };
  return {
    shown: step(first ?? ask()),
    showAgain: () => {
      last = undefined;
    },
  };
}
