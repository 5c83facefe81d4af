// Fetches everything about one developer, and shows it.
import { useEffect, useState } from 'preact/hooks';
import { DeveloperView, type DeveloperViewProps } from '../../components/dashboard/DeveloperView.tsx';
import { routeTo } from '../../components/dashboard/route.ts';
import { t } from '../../lib/i18n/language.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import { everythingOf, recordOf, samePersonAs, useChanges } from './database.ts';
import { assessmentsOf, startWork } from './worker.ts';

type State = Omit<DeveloperViewProps, 'onDelete'> | { problem: string };

export function DeveloperPage({ account }: { account: AccountKey }) {
  const [state, setState] = useState<State>();
  const changes = useChanges();
  useEffect(() => {
    let gone = false;
    void everything(account).then((now) => {
      if (!gone) setState(now);
    });
    return () => {
      gone = true;
    };
  }, [account, changes]);
  if (!state) return <p class="empty">{t('dashboard.loading')}</p>;
  if ('problem' in state) {
    return (
      <p class="empty" role="alert">
        {state.problem} <a href={routeTo({ tab: 'developers' })}>{t('dashboard.back')}</a>
      </p>
    );
  }
  const onDelete = async () => {
    const ended = await startWork({ type: 'forget', accounts: [account] }, () => {}).ended;
    if (ended.type === 'problem') setState({ problem: ended.problem });
    else location.hash = routeTo({ tab: 'developers' });
  };
  return <DeveloperView {...state} onDelete={() => void onDelete()} />;
}

async function everything(account: AccountKey): Promise<State> {
  try {
    const [[assessment], seen, same, record] = await Promise.all([
      assessmentsOf([account]),
      everythingOf(account),
      samePersonAs(account),
      recordOf(account),
    ]);
    if (!assessment || seen.rows.length === 0) return { problem: t('problem.unknownAccount') };
    return { assessment, ...seen, same, record };
  } catch (error) {
    console.error(error);
    return { problem: t('problem.database') };
  }
}
