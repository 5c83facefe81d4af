// Opens the database before anything of a page is drawn that reads it. Where that fails, says so, tries again by itself
// now and then, and goes on once it is open.
import { render } from 'preact';
import { DatabaseClosed } from '../../components/dashboard/DatabaseClosed.tsx';
import { type HireflagDatabase, openOrSay } from '../../lib/store/database.ts';

/** So long until it is tried again by itself, ms. */
const AGAIN_MS = 5_000;

/** Resolves once the database is open. */
export async function untilOpen(db: HireflagDatabase, root: HTMLElement): Promise<void> {
  for (;;) {
    try {
      await openOrSay(db);
      render(null, root);
      return;
    } catch (error) {
      console.error(error);
      await new Promise<void>((again) => {
        const timer = setTimeout(again, AGAIN_MS);
        const now = () => {
          clearTimeout(timer);
          again();
        };
        // What the user is being asked stays while it is tried again.
        const onBeginAnew = () => void db.delete({ disableAutoOpen: false }).then(now, console.error);
        render(<DatabaseClosed error={error} onTryAgain={now} onBeginAnew={onBeginAnew} />, root);
      });
    }
  }
}
