// A group of clients and developers and the ratings between them: in figures, and as tables of who is in it and
// of every rating.
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n/language.ts';
import { timeText } from '../../lib/i18n/times.ts';
import type { EvidenceItem } from '../../lib/model/finding.ts';
import { handle } from '../../lib/model/web-account.ts';
import { Rows } from './Rows.tsx';

export type RingEvidence = Extract<EvidenceItem, { kind: 'ring' }>;

export function Ring({ flag, evidence }: { flag: string; evidence: RingEvidence }) {
  return (
    <div>
      <Rows flag={flag} rows={evidence.rows} />
      <details class="more">
        <summary>{t('ring.oneByOne', { count: evidence.ratings.length })}</summary>
        <RingTables ring={evidence} />
      </details>
    </div>
  );
}

export interface RingTablesProps {
  ring: RingEvidence;
  /** How an account, `site:account`, is written; by its name unless given. */
  account?: (account: string) => ComponentChildren;
}

export function RingTables({ ring, account: written = handle }: RingTablesProps) {
  return (
    <div class="tables">
      <table class="small">
        <caption>{t('ring.members')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ring.account')}</th>
            <th scope="col">{t('ring.inside')}</th>
            <th scope="col">{t('ring.outside')}</th>
          </tr>
        </thead>
        <tbody>
          {ring.shares.map(({ account, inside, total }, i) => (
            <tr key={i}>
              <th scope="row">
                {written(account)}
                <span class="sub">{t(i < ring.clients.length ? 'ring.client' : 'ring.developer')}</span>
              </th>
              <td>{inside}</td>
              <td>{total - inside}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table class="small">
        <caption>{t('ring.ratings')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ring.date')}</th>
            <th scope="col">{t('ring.client')}</th>
            <th scope="col">{t('ring.developer')}</th>
            <th scope="col">{t('ring.rating')}</th>
          </tr>
        </thead>
        <tbody>
          {ring.ratings.map(({ from, to, value, outOf, at }, i) => (
            <tr key={i}>
              <td>{at ? timeText(at) : t('dashboard.noDate')}</td>
              <td>{written(from)}</td>
              <td>{written(to)}</td>
              <td>{t('dashboard.doneOf', { done: value, all: outOf })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
