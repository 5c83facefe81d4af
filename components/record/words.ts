// Words of a due-diligence record that its form and its printed page share.
import { t } from '../../lib/i18n/language.ts';
import type { Outcome, Verdict } from '../../lib/record/record.ts';

export const outcomeWords = (outcome: Outcome): string => t(`record.outcomes.${outcome}`);
export const verdictWords = (verdict: Verdict): string => t(`record.verdicts.${verdict}`);

/** An ISO time as it is written in a record: `2026-10-05 08:00 UTC`. */
export function timeWords(iso: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(iso) ? `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC` : iso;
}
