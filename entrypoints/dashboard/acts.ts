// The buttons of a developer's page: what they ask for is done as the panel on a marketplace page does it.
import { copy, type PressedButton, pressed } from '../../components/pressed-button.ts';

/**
 * Listens to the buttons with `data-do` inside `root`.
 *
 * @returns ends listening
 */
export function listenForActs(root: HTMLElement | null, onAct: (button: PressedButton) => void): () => void {
  const onClick = ({ target }: Event) => {
    const button = (target as Element).closest<HTMLElement>('[data-do]');
    if (!button) return;
    const one = pressed(button);
    if (one.action === 'copy') void copy(button, one.values.text ?? '');
    else onAct(one);
  };
  root?.addEventListener('click', onClick);
  return () => root?.removeEventListener('click', onClick);
}
