// Fetches everything about one developer, and shows it.
import { useEffect, useState } from 'preact/hooks';
import type { OfferedAccount } from '../../components/Decisions.tsx';
import { DeveloperView, type DeveloperViewProps } from '../../components/dashboard/DeveloperView.tsx';
import { routeTo } from '../../components/dashboard/route.ts';
import { doneWords } from '../../components/Outcome.tsx';
import { decided } from '../../lib/assess/apply-decisions.ts';
import { t } from '../../lib/i18n/language.ts';
import { calledBy } from '../../lib/i18n/people.ts';
import { type AccountKey, accountKey, splitAccountKey } from '../../lib/model/account.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import { type Unjoined, unjoinedLogAccounts } from '../../lib/store/unjoined.ts';
import { listenForActs } from './acts.ts';
import { db, decisionsOf, everythingOf, learnNamesIn, recordOf, samePersonAs, useChanges } from './database.ts';
import { actOn, assessmentsOf, startJob } from './worker.ts';

type State = Omit<DeveloperViewProps, 'onDelete' | 'actProblem'> | { problem: string };

export function DeveloperPage({ account }: { account: AccountKey }) {
  const [state, setState] = useState<State>();
  const [actProblem, setActProblem] = useState<string>();
  const [said, setSaid] = useState('');
  const [acts, setActs] = useState(0);
  const changes = useChanges();
  useEffect(
    () =>
      listenForActs(document.getElementById('main'), async (act) => {
        setSaid('');
        const problem = await actOn(account, act);
        setActProblem(problem);
        setSaid(problem === undefined ? doneWords(act.action) : '');
        setActs((before) => before + 1);
      }),
    [account],
  );
  useEffect(() => {
    let gone = false;
    void everything(account).then((now) => {
      if (!gone) setState(now);
    });
    return () => {
      gone = true;
    };
  }, [account, changes, acts]);
  if (!state) return <p class="empty">{t('dashboard.loading')}</p>;
  if ('problem' in state) {
    return (
      <p class="empty" role="alert">
        {state.problem} <a href={routeTo({ tab: 'developers' })}>{t('dashboard.back')}</a>
      </p>
    );
  }
  const onDelete = async () => {
    const ended = await startJob({ type: 'forget', accounts: [account] }, () => {}).ended;
    if (ended.type === 'problem') setState({ problem: ended.problem });
    else location.hash = routeTo({ tab: 'developers' });
  };
  return (
    <>
      {/* Stays while the rest is drawn anew: otherwise nothing would be announced. */}
      <p class="done" role="status">
        {said}
      </p>
      <DeveloperView {...state} actProblem={actProblem} onDelete={() => void onDelete()} />
    </>
  );
}

/** Accounts offered as another of the same person's, at most. */
const MAX_OFFERED = 50;

/** Who is likely to be meant: the accounts that findings name, and those of logs that are joined with nobody. */
function offeredFor({ site, findings }: Assessment, logs: Unjoined['first']): OfferedAccount[] {
  const named = findings.flatMap((finding) => finding.with).map((key) => splitAccountKey(key as AccountKey));
  const here = new Set(named.flatMap((one) => (one.site === site ? [one.account] : [])));
  return [
    ...logs.map(({ key, name }) => ({ value: key, name })),
    ...[...here].map((value) => ({ value, name: calledBy(accountKey(site, value)) })),
  ].slice(0, MAX_OFFERED);
}

async function everything(account: AccountKey): Promise<State> {
  try {
    const [[assessment], decisions, seen, same, record, logs] = await Promise.all([
      assessmentsOf([account]),
      decisionsOf(account),
      everythingOf(account),
      samePersonAs(account),
      recordOf(account),
      unjoinedLogAccounts(db, MAX_OFFERED),
    ]);
    if (assessment) await learnNamesIn([assessment]);
    if (!assessment || seen.rows.length === 0) return { problem: t('problem.unknownAccount') };
    return {
      assessment: decided(assessment, decisions),
      ...seen,
      same,
      record: record?.id,
      recordChanged: record?.changedAt,
      offered: offeredFor(assessment, logs.first),
    };
  } catch (error) {
    console.error(error);
    return { problem: t('problem.database') };
  }
}
