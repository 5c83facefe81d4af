// The accounts of logs that are joined with no developer, and beside each the way to join it: flags on logs say nothing of
// them till then.
import { t } from '../../lib/i18n/language.ts';
import type { Unjoined } from '../../lib/store/unjoined.ts';
import type { OfferedAccount } from '../Decisions.tsx';

export interface UnjoinedProps extends Unjoined {
  /** Developers offered for what is being written. */
  offered?: readonly OfferedAccount[];
  /** What was wrong with what the user just did. */
  problem?: string | undefined;
  onType?: (typed: string) => void;
  /** The user says that the account of a log, by its key, is this developer's. */
  onJoin?: (log: string, typed: string) => void;
}

export function UnjoinedAccounts({ count, first, offered = [], problem, onType, onJoin }: UnjoinedProps) {
  if (count === 0) return null;
  return (
    <details class="unjoined">
      <summary>{t('logs.unjoined.title', { count })}</summary>
      <p>{t('logs.unjoined.how', { button: t('decision.isSame') })}</p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <datalist id="offered-developers">
        {offered.map(({ value, name }) => (
          <option key={value} value={value} label={name} />
        ))}
      </datalist>
      <ul>
        {first.map(({ key, name }) => (
          <li key={key} data-log-account={key}>
            <p>
              <code>{key}</code> {name}
            </p>
            <form
              class="row"
              onSubmit={(event) => {
                event.preventDefault();
                onJoin?.(key, new FormData(event.currentTarget).get('developer')?.toString() ?? '');
              }}
            >
              <input
                type="text"
                name="developer"
                maxlength={300}
                autocomplete="off"
                list="offered-developers"
                placeholder={t('logs.unjoined.developer')}
                aria-label={t('logs.unjoined.whose', { account: key })}
                onInput={({ currentTarget }) => onType?.(currentTarget.value)}
              />
              <button type="submit" class="plain" aria-label={t('logs.unjoined.join', { account: key })}>
                {t('decision.isSame')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      {count > first.length && <p>{t('logs.unjoined.more', { count: count - first.length })}</p>}
    </details>
  );
}
