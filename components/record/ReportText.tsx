// A text to report with, to the marketplace, to an authority or to one's own payment provider: what was seen, where
// and when, in the record's own words. It is copied or printed by a person; Hireflag sends nothing.
import { useState } from 'preact/hooks';
import { listed, t } from '../../lib/i18n/language.ts';
import { titleOf } from '../../lib/i18n/sentences.ts';
import { needsAttention } from '../../lib/model/finding.ts';
import { type DueDiligence, foundIn, numberOf } from '../../lib/record/record.ts';
import { accountWords, day } from '../words.ts';
import { Choice } from './fields.tsx';

const recipients = ['marketplace', 'authority', 'payment'] as const;
type Recipient = (typeof recipients)[number];

/** @param site the marketplace's name */
export function ReportText({ record, site }: { record: DueDiligence; site: string }) {
  const [to, setTo] = useState<Recipient>('marketplace');
  const text = reportText(record, to, site);
  return (
    <details class="aside" id="report">
      <summary>{t('record.report.title')}</summary>
      <p class="note">{t('record.report.note')}</p>
      <Choice<Recipient>
        label={t('record.report.to')}
        name="report-to"
        value={to}
        choices={recipients}
        words={(one) =>
          one === 'marketplace' ? t(`record.report.recipients.${one}`, { site }) : t(`record.report.recipients.${one}`)
        }
        set={setTo}
      />
      <textarea class="report" readOnly rows={12} aria-label={t('record.report.title')} value={text} />
      <p class="row">
        <button type="button" class="plain" onClick={() => void navigator.clipboard.writeText(text)}>
          {t('record.report.copy')}
        </button>
      </p>
    </details>
  );
}

/** The text itself, in the language that views are drawn in. */
export function reportText(record: DueDiligence, to: Recipient, site: string): string {
  const copy = record.copies.at(-1);
  const found = copy ? foundIn(copy).findings.filter(needsAttention) : [];
  const flags = listed([...new Set(found.map(({ flag }) => titleOf(flag)))]);
  const { company = '', reviewer = '' } = record.about ?? {};
  return [
    t(`record.report.opening.${to}`, { site, account: accountWords(record.account) }),
    copy && flags !== '' ? t('record.report.seen', { day: day(copy.takenAt), flags }) : '',
    ...(copy?.sources.slice(0, 10).map(({ url }) => url) ?? []),
    record.explanation === '' ? '' : t('record.report.said', { words: record.explanation }),
    t('record.report.indicators'),
    t('record.report.closing', { number: numberOf(record) }),
    [reviewer, company].filter(Boolean).join(', '),
  ]
    .filter((line) => line !== '')
    .join('\n\n');
}
