// Everyone seen, and assessing them again where that was not done since they were first stored.
import { useState } from 'preact/hooks';
import { DeveloperTable, type DeveloperTableProps } from '../../components/dashboard/DeveloperTable.tsx';
import { Progress } from '../../components/dashboard/Progress.tsx';
import { t } from '../../lib/i18n/language.ts';
import { useAccounts } from './database.ts';
import { startJob } from './worker.ts';

export type Place = Pick<DeveloperTableProps, 'query' | 'onQuery' | 'scrolled'>;

export function DevelopersPage({ place }: { place: Place }) {
  const { rows, complete } = useAccounts();
  const [running, setRunning] = useState<{ done: number; of?: number | undefined; stop: () => void }>();
  const assess = () => {
    const { ended, stop } = startJob({ type: 'assess-everyone' }, (done, of) => setRunning({ done, of, stop }));
    setRunning({ done: 0, stop });
    void ended.then(() => setRunning(undefined));
  };
  const unassessed = rows.some((row) => row.assessedAt === undefined);
  return (
    <>
      <div class="title">
        <h1>{t('dashboard.tab.developers')}</h1>
        {running ? (
          <Progress words={t('dashboard.assessing')} done={running.done} of={running.of} onStop={running.stop} />
        ) : (
          rows.length > 0 && (
            <button type="button" class="plain" id="assess-again" onClick={assess}>
              {t('dashboard.assessAgain')}
            </button>
          )
        )}
      </div>
      {unassessed && !running && <p class="notice">{t('dashboard.unassessed')}</p>}
      <DeveloperTable rows={rows} complete={complete} {...place} />
    </>
  );
}
