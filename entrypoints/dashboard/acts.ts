// The buttons of a developer's page: what they ask for is done as the panel on a marketplace page does it.
import { type Act, actOf, copy } from '../../lib/overlay/acts.ts';

/**
 * Listens to the buttons with `data-do` inside `root`.
 *
 * @returns ends listening
 */
export function listenForActs(root: HTMLElement | null, onAct: (act: Act) => void): () => void {
  const onClick = ({ target }: Event) => {
    const button = (target as Element).closest<HTMLElement>('[data-do]');
    if (!button) return;
    const act = actOf(button);
    if (act.act === 'copy') void copy(button, act.values.text ?? '');
    else onAct(act);
  };
  root?.addEventListener('click', onClick);
  return () => root?.removeEventListener('click', onClick);
}
