// A red flag's title by its id, in the language of the views; the id itself for one that is gone.
import { wordsOf } from '../../lib/i18n/red-flag-words.ts';
import { redFlags } from '../../lib/red-flags/registry.ts';

export function flagTitle(id: string): string {
  const flag = redFlags.find((one) => one.id === id);
  return flag ? wordsOf(flag).title : id;
}
