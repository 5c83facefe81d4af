// What tests came to for a red flag, in words: how much each choice finds and how many it wrongs.
import { t } from '../../lib/i18n/language.ts';
import { measured, onSentences } from './measured.ts';

/** What the choices for a flag do to false alarms, in figures; all of them, so that they can be compared beforehand. */
export function testedWords(id: string): string {
  const figures = measured[id];
  if (!figures) return '';
  const { weak, moderate, strong } = figures;
  if (onSentences.has(id)) {
    return t('settings.testedOnSentences', { found: weak.found, others: Math.round(weak.others / 100) });
  }
  return t('settings.tested', {
    weakFound: weak.found,
    weakOthers: weak.others,
    moderateFound: moderate.found,
    moderateOthers: moderate.others,
    strongFound: strong.found,
    strongOthers: strong.others,
  });
}
