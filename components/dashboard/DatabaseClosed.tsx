// Instead of the dashboard where the database cannot be opened: what is wrong, and what to do about it.
import { t } from '../../lib/i18n/language.ts';
import { databaseProblem, databaseProblemWords } from '../database-problem.ts';
import { ConfirmButton } from './ConfirmButton.tsx';

export interface DatabaseClosedProps {
  error: unknown;
  onTryAgain: () => void;
  /** Deletes the database and begins a new one. */
  onBeginAnew: () => void;
}

export function DatabaseClosed({ error, onTryAgain, onBeginAnew }: DatabaseClosedProps) {
  const problem = databaseProblem(error);
  return (
    <main id="main" class="data" data-database={problem}>
      <h1>{t('dashboard.closed.title')}</h1>
      <p role="alert">{databaseProblemWords(error)}</p>
      <p>
        <button type="button" class="plain" id="try-again" onClick={onTryAgain}>
          {t('dashboard.closed.again')}
        </button>
      </p>
      {problem !== 'held' && problem !== 'full' && (
        <>
          <p>{t('dashboard.closed.anewText')}</p>
          <ConfirmButton
            id="begin-anew"
            label={t('dashboard.closed.anew')}
            question={t('dashboard.closed.anewSure')}
            again={t('dashboard.data.deleteAgain')}
            onConfirm={onBeginAnew}
          />
        </>
      )}
    </main>
  );
}
