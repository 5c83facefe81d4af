// The accounts of logs that are joined with no developer, and how to join one: flags on logs say nothing of them.
import { t } from '../../lib/i18n/language.ts';
import type { Unjoined } from '../../lib/store/unjoined.ts';

export function UnjoinedAccounts({ count, first }: Unjoined) {
  if (count === 0) return null;
  return (
    <details class="unjoined">
      <summary>{t('logs.unjoined.title', { count })}</summary>
      <p>{t('logs.unjoined.how', { field: t('decision.otherAccount'), button: t('decision.isSame') })}</p>
      <table class="small">
        <thead>
          <tr>
            <th scope="col">{t('logs.unjoined.account')}</th>
            <th scope="col">{t('logs.unjoined.name')}</th>
          </tr>
        </thead>
        <tbody>
          {first.map(({ key, name }) => (
            <tr key={key}>
              <th scope="row">
                <code>{key}</code>
              </th>
              <td>{name}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > first.length && <p>{t('logs.unjoined.more', { count: count - first.length })}</p>}
    </details>
  );
}
