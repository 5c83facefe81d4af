// The badge beside a bidder's name: the level, and in a few words why.
import { t } from '../lib/i18n/language.ts';
import type { Mark } from '../lib/protocol/shapes.ts';
import { CheckedShape, LevelShape } from './LevelMark.tsx';
import { coverageLine, day, levelWords } from './words.ts';

export function Badge({ mark }: { mark: Mark }) {
  // What the user has checked needs no reason beside the name.
  const first = mark.checked ? undefined : mark.findings[0];
  const words = mark.checked ? t('decision.checkedBadge') : levelWords(mark.level);
  return (
    <button
      type="button"
      class="level badge"
      data-level={mark.level}
      data-lost={t('problem.updated')}
      aria-haspopup="dialog"
      aria-expanded="false"
      aria-label={
        first
          ? t('badge.labelWithReason', { level: words, reason: first.title, account: mark.account })
          : t('badge.label', { level: words, account: mark.account })
      }
      title={
        mark.checked ? t('decision.fine', { day: day(mark.checked) }) : (first?.says ?? coverageLine(mark.coverage))
      }
    >
      {mark.checked ? <CheckedShape /> : <LevelShape level={mark.level} />}
      {words} {first && <span class="reason">{first.title}</span>}
    </button>
  );
}
