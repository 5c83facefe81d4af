// Everyone seen, and assessing them again where that was not done since they were first stored.
import { useEffect, useState } from 'preact/hooks';
import type { AccountNote } from '../../components/dashboard/account-notes.ts';
import { DeveloperTable, type DeveloperTableProps } from '../../components/dashboard/DeveloperTable.tsx';
import { Progress } from '../../components/dashboard/Progress.tsx';
import { t } from '../../lib/i18n/language.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import { useAccounts } from './database.ts';
import { notesOf } from './projects.ts';
import { startJob } from './worker.ts';

export type Place = Pick<DeveloperTableProps, 'query' | 'onQuery' | 'scrolled'>;

export function DevelopersPage({ place }: { place: Place }) {
  const { rows, complete, waiting } = useAccounts();
  const [notes, setNotes] = useState<ReadonlyMap<AccountKey, AccountNote>>(new Map());
  useEffect(() => {
    void notesOf(rows).then(setNotes);
  }, [rows]);
  const [running, setRunning] = useState<{ done: number; of?: number | undefined; stop: () => void }>();
  const assess = () => {
    const { ended, stop } = startJob({ type: 'assess-everyone' }, (done, of) => setRunning({ done, of, stop }));
    setRunning({ done: 0, stop });
    void ended.then(() => setRunning(undefined));
  };
  const unassessed = waiting > 0 || rows.some((row) => row.assessedAt === undefined);
  return (
    <>
      <div class="title">
        <h1>{t('dashboard.tab.developers')}</h1>
        {running ? (
          <Progress words={t('dashboard.assessing')} done={running.done} of={running.of} onStop={running.stop} />
        ) : (
          (rows.length > 0 || waiting > 0) && (
            <button type="button" class="plain" id="assess-again" onClick={assess}>
              {t('dashboard.assessAgain')}
            </button>
          )
        )}
      </div>
      {unassessed && !running && <p class="notice">{t('dashboard.unassessed')}</p>}
      {/* That nobody was seen is said only where it is so. */}
      {(rows.length > 0 || waiting === 0) && (
        <DeveloperTable rows={rows} notes={notes} complete={complete} {...place} />
      )}
    </>
  );
}
