// The history of a record: who changed what, when, from what and to what.
import { t } from '../../lib/i18n/language.ts';
import type { Entry } from '../../lib/record/history.ts';
import { changeWords, timeWords, valueWords } from './words.ts';

export function History({ history }: { history: readonly Entry[] }) {
  return (
    <table class="history">
      <thead>
        <tr>
          <th scope="col">{t('record.history.at')}</th>
          <th scope="col">{t('record.by')}</th>
          <th scope="col">{t('record.history.what')}</th>
          <th scope="col">{t('record.history.from')}</th>
          <th scope="col">{t('record.history.to')}</th>
        </tr>
      </thead>
      <tbody>
        {history.map(({ at, by, what, from, to, hash }) => (
          <tr key={hash}>
            <td>{timeWords(at)}</td>
            <td>{by}</td>
            <td>{changeWords(what)}</td>
            <td class="written">{valueWords(what, from)}</td>
            <td class="written">{valueWords(what, to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
