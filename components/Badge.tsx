// The badge beside a bidder's name: the level, and in a few words why.
import { t } from '../lib/i18n/language.ts';
import type { Mark } from '../lib/messages.ts';
import { LevelShape } from './LevelMark.tsx';
import { coverageLine, levelWords } from './words.ts';

export function Badge({ mark }: { mark: Mark }) {
  const first = mark.findings[0];
  const words = levelWords(mark.level);
  return (
    <button
      type="button"
      class="level badge"
      data-level={mark.level}
      aria-haspopup="dialog"
      aria-expanded="false"
      aria-label={
        first ? t('badge.labelWithReason', words, mark.account, first.title) : t('badge.label', words, mark.account)
      }
      title={first?.says ?? coverageLine(mark.coverage)}
    >
      <LevelShape level={mark.level} />
      {words}
      {first && <span class="reason">{first.title}</span>}
    </button>
  );
}
