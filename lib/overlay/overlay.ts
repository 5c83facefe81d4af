// The whole of what happens in a marketplace page: read it, tell the worker, show its marks beside
// the names, and do so again whenever the page has changed.
import { h, render } from 'preact';
import { PageNote } from '../../components/PageNote.tsx';
import type { Explanation, Here, Mark, PageSummary, Reply, Request } from '../messages.ts';
import { readPage } from '../sites/read-page.ts';
import { Badges } from './badges.tsx';
import { type Host, makeHost, removeHost, removeStaleHosts } from './host.ts';
import { watchPage } from './watch.ts';

/** A page that is still unread after this long is said to be unread, ms: lists often load late. */
const PATIENCE = 2500;

export interface Overlay {
  /** What the popup asks of this page; undefined where it is no page Hireflag reads. */
  here(): Here | undefined;
}

/**
 * Starts reading and marking this page, until `signal` aborts; then everything of ours is gone.
 *
 * @param ask puts a request to the worker. Rejects with a plain sentence.
 */
export function startOverlay(ask: (request: Request) => Promise<Reply>, signal: AbortSignal): Overlay {
  removeStaleHosts();
  const badges = new Badges(async (site, account) => expectExplanation(await ask({ type: 'explain', site, account })));
  let shown: { key: string; site: string; accounts: string[]; marks: Mark[]; page?: PageSummary } | undefined;
  let note: Host | undefined;
  let noteTimer: ReturnType<typeof setTimeout> | undefined;

  const unreadNote = (wanted: boolean) => {
    clearTimeout(noteTimer);
    if (!wanted) {
      if (note) removeHost(note);
      note = undefined;
    } else if (!note) {
      noteTimer = setTimeout(() => {
        note = makeHost('page');
        const close = () => note && removeHost(note);
        render(h(PageNote, { onClose: close }), note.root);
        document.documentElement.append(note.element);
      }, PATIENCE);
    }
  };

  const look = async () => {
    const read = readPage(document, location.href);
    if (!read) {
      shown = undefined;
      badges.clear();
      unreadNote(false);
      return;
    }
    const { reading, anchors } = read;
    const key = JSON.stringify([reading.url, reading.page, reading.of, reading.sightings]);
    if (shown?.key === key) {
      badges.show(anchors, shown.marks);
      return;
    }
    const accounts = [
      ...new Set(reading.sightings.flatMap(({ kind, ids }) => (kind !== 'review' && ids.account) || [])),
    ];
    // Badges already there keep standing, with what they said, until the answer is here.
    shown = { ...shown, key, site: reading.site, accounts, marks: shown?.marks ?? [] };
    badges.show(anchors, shown.marks);
    const reply = await ask({ type: 'page-read', reading });
    if (signal.aborted || shown?.key !== key || reply.type !== 'marks') return;
    shown.marks = reply.marks;
    if (reply.page) shown.page = reply.page;
    badges.show(anchors, shown.marks);
    unreadNote(reply.page?.read === 'not');
  };

  signal.addEventListener('abort', () => {
    badges.clear();
    unreadNote(false);
  });
  watchPage(() => void look().catch(quietly), signal);
  return {
    here: () => shown && { site: shown.site, accounts: shown.accounts, ...(shown.page && { page: shown.page }) },
  };
}

function expectExplanation(reply: Reply): Explanation {
  if (reply.type === 'explanation') return reply;
  throw new Error(reply.type === 'problem' ? reply.problem : 'Hireflag gave no answer.');
}

/** Nothing of ours may surface in the page; what went wrong is for the extension's own console. */
function quietly(error: unknown): void {
  console.debug('Hireflag:', error);
}
