// A red flag's title by its id, in the language of the views; the id itself for one that is gone.
import { titleOf } from '../../lib/i18n/sentences.ts';

export function flagTitle(id: string): string {
  return titleOf(id);
}
