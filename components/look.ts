// What stands beside an account's name, in every view: its level, or in its place what the user decided about it. A
// level alone would call somebody a stranger whose findings were looked at and set aside.
import { t } from '../lib/i18n/language.ts';
import type { Level } from '../lib/model/assessment.ts';
import type { Look } from '../lib/protocol/shapes.ts';
import { levelWords } from './words.ts';

export interface Standing {
  level: Level;
  /** Anything but undefined where the user found the account fine and nothing new was found since. */
  checked?: unknown;
  /** How many flags and findings the user set aside. */
  setAside?: number | undefined;
}

/** What the user decided counts until something asks for attention in spite of it. */
export function lookOf({ level, checked, setAside = 0 }: Standing): Look {
  if (checked !== undefined) return 'checked';
  const asks = level === 'look-closer' || level === 'worth-a-question';
  return setAside > 0 && !asks ? 'set-aside' : level;
}

export function lookWords(look: Look): string {
  switch (look) {
    case 'checked':
      return t('decision.checkedBadge');
    case 'set-aside':
      return t('decision.setAsideBadge');
    default:
      return levelWords(look);
  }
}
