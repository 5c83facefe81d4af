// The groups that a flag found, and one of them opened: templates and rings.
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Cluster, clustersOf } from '../../components/dashboard/clusters.ts';
import { GroupList } from '../../components/dashboard/GroupList.tsx';
import { RingView } from '../../components/dashboard/RingView.tsx';
import type { Tab } from '../../components/dashboard/route.ts';
import { TemplateView } from '../../components/dashboard/TemplateView.tsx';
import { t } from '../../lib/i18n/language.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import { useFlagged } from './database.ts';
import { assessmentsOf } from './worker.ts';

/** Members of a group whose findings are fetched to draw it. */
const MAX_MEMBERS = 40;

interface Props {
  account: AccountKey | undefined;
}

export function TemplatesPage({ account }: Props) {
  return (
    <Groups tab="templates" flag="reused-template" account={account}>
      {{
        intro: t('dashboard.templatesIntro'),
        none: t('dashboard.noTemplates'),
        group: (assessments) => <TemplateView assessments={assessments} />,
      }}
    </Groups>
  );
}

export function RingsPage({ account }: Props) {
  return (
    <Groups tab="rings" flag="rating-ring" account={account}>
      {{
        intro: t('dashboard.ringsIntro'),
        none: t('dashboard.noRings'),
        group: (assessments) => <RingView assessments={assessments} />,
      }}
    </Groups>
  );
}

function Groups(props: {
  tab: Tab;
  flag: string;
  account: AccountKey | undefined;
  children: { intro: string; none: string; group: (assessments: readonly Assessment[]) => ComponentChildren };
}) {
  const { tab, flag, account, children } = props;
  const rows = useFlagged(flag);
  const groups = useMemo(() => rows && clustersOf(rows, flag), [rows, flag]);
  if (groups === undefined) return <p class="empty">{t('dashboard.loading')}</p>;
  if (account !== undefined) {
    return <Group account={account} groups={groups} draw={children.group} />;
  }
  return (
    <>
      <h1>{t(`dashboard.tab.${tab}`)}</h1>
      <p class="soft">{children.intro}</p>
      {groups.length === 0 ? <p class="empty">{children.none}</p> : <GroupList groups={groups} tab={tab} flag={flag} />}
    </>
  );
}

function Group(props: {
  account: AccountKey;
  groups: readonly Cluster[];
  draw: (assessments: readonly Assessment[]) => ComponentChildren;
}) {
  const { account, groups, draw } = props;
  const [assessments, setAssessments] = useState<readonly Assessment[] | { problem: string }>();
  useEffect(() => {
    const group = groups.find(({ members }) => members.includes(account));
    const others = (group?.rows ?? []).map(({ key }) => key).filter((key) => key !== account);
    let gone = false;
    assessmentsOf([account, ...others].slice(0, MAX_MEMBERS)).then(
      (found) => {
        if (!gone) setAssessments(found);
      },
      (error: unknown) => {
        console.error(error);
        if (!gone) setAssessments({ problem: t('problem.database') });
      },
    );
    return () => {
      gone = true;
    };
  }, [account, groups]);
  if (assessments === undefined) return <p class="empty">{t('dashboard.loading')}</p>;
  if ('problem' in assessments) {
    return (
      <p class="empty" role="alert">
        {assessments.problem}
      </p>
    );
  }
  return <>{draw(assessments)}</>;
}
