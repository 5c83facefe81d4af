// What the badge beside a bidder's name says: the level in words, and to those who listen or rest on it, why.
import { t } from '../lib/i18n/language.ts';
import type { BadgeView, Mark } from '../lib/protocol/shapes.ts';
import { lookOf, lookWords } from './look.ts';
import { asks } from './popup-groups.ts';
import { coverageLine, day } from './words.ts';

export function badgeWords(mark: Mark): BadgeView {
  // What the user has checked needs no reason beside the name.
  const first = mark.checked ? undefined : mark.findings[0];
  // Who asks for no attention gets a quiet mark without words; its name for screen readers stays.
  const look = lookOf(mark);
  const isCalm = look === mark.level && !asks(mark);
  const words = lookWords(look);
  const account = mark.name ?? mark.account;
  return {
    look,
    words: isCalm ? '' : words,
    label: first
      ? t('badge.labelWithReason', { level: words, reason: first.title, account })
      : t('badge.label', { level: words, account }),
    // Whose words these are is said where they come up over another's page.
    title: t('badge.title', {
      words: mark.checked
        ? t('decision.fine', { day: day(mark.checked) })
        : first
          ? `${first.title}. ${first.says}`
          : coverageLine(mark.coverage),
    }),
  };
}
