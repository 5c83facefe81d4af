// The note in the corner of the window that says that a page was not understood.
import type { Tree } from '../protocol/tree.ts';
import { copy } from './actions.ts';
import { type Host, makeHost, removeHost } from './host.ts';
import { plant } from './plant.ts';

/** A page that is still unread after so long is said to be unread, ms: lists often load late. */
const LOADING_MS = 2_500;

/**
 * Makes the note; it is shown once the page has had time to load.
 *
 * @param report gives how the page is built, for the user to copy
 * @returns shows a note, or none
 */
export function makeCornerNote(report: () => string): (tree: Tree | undefined) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let host: Host | undefined;

  const remove = () => {
    if (host) removeHost(host);
    host = undefined;
  };
  const place = (tree: Tree) => {
    host = makeHost('page');
    host.root.append(plant(tree));
    host.root.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('[data-do]');
      if (button?.dataset.do === 'close') remove();
      if (button?.dataset.do === 'copy-report') void copy(button, report());
    });
    document.documentElement.append(host.element);
  };
  return (tree) => {
    clearTimeout(timer);
    if (!tree) remove();
    else if (!host) timer = setTimeout(place, LOADING_MS, tree);
  };
}
