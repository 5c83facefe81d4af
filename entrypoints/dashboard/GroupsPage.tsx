// The groups that a flag found, and one of them opened: templates and rings.
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { type AccountGroup, accountGroups, groupAt } from '../../components/dashboard/account-groups.ts';
import { GroupList, type GroupSample } from '../../components/dashboard/GroupList.tsx';
import { RingView } from '../../components/dashboard/RingView.tsx';
import type { Tab } from '../../components/dashboard/route.ts';
import { TemplateView } from '../../components/dashboard/TemplateView.tsx';
import { NothingYet } from '../../components/NothingYet.tsx';
import { t } from '../../lib/i18n/language.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import { learnNamesIn, useFlagged } from './database.ts';
import { samplesOf } from './projects.ts';
import { assessmentsOf } from './worker.ts';

/** Groups of which a text is looked up. */
const MAX_SAMPLES = 400;
/** Members of a group whose findings are fetched to draw it. */
const MAX_MEMBERS = 40;

interface Props {
  account: AccountKey | undefined;
  /** Another member, where the account is in several groups. */
  other: AccountKey | undefined;
}

type Draw = (assessments: readonly Assessment[], members: readonly AccountKey[]) => ComponentChildren;

export function TemplatesPage({ account, other }: Props) {
  return (
    <Groups tab="templates" flag="reused-template" account={account} other={other}>
      {{
        intro: t('dashboard.templatesIntro'),
        none: t('dashboard.noTemplates'),
        group: (assessments, members) => <TemplateView assessments={assessments} members={members} />,
      }}
    </Groups>
  );
}

export function RingsPage({ account, other }: Props) {
  return (
    <Groups tab="rings" flag="rating-ring" account={account} other={other}>
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
  other: AccountKey | undefined;
  children: { intro: string; none: string; group: Draw };
}) {
  const { tab, flag, account, other, children } = props;
  const rows = useFlagged(flag);
  const groups = useMemo(() => rows && accountGroups(rows, flag), [rows, flag]);
  const [samples, setSamples] = useState<ReadonlyMap<AccountKey, GroupSample>>(new Map());
  useEffect(() => {
    const firsts = (groups ?? []).flatMap(({ members }) => members.slice(0, 1));
    void samplesOf(firsts.slice(0, MAX_SAMPLES), tab === 'templates').then(setSamples);
  }, [groups, tab]);
  if (groups === undefined) return <p class="empty">{t('dashboard.loading')}</p>;
  if (account !== undefined) {
    return <Group account={account} group={groupAt(groups, account, other)} draw={children.group} />;
  }
  return (
    <>
      <h1>{t(`dashboard.tab.${tab}`)}</h1>
      <p class="soft">{children.intro}</p>
      {groups.length === 0 ? (
        <NothingYet words={children.none} />
      ) : (
        <GroupList groups={groups} tab={tab} flag={flag} samples={samples} />
      )}
    </>
  );
}

function Group(props: { account: AccountKey; group: AccountGroup | undefined; draw: Draw }) {
  const { account, group, draw } = props;
  const [assessments, setAssessments] = useState<readonly Assessment[] | { problem: string }>();
  useEffect(() => {
    const others = (group?.rows ?? []).map(({ key }) => key).filter((key) => key !== account);
    let gone = false;
    assessmentsOf([account, ...others].slice(0, MAX_MEMBERS)).then(
      async (found) => {
        await learnNamesIn(found);
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
  }, [account, group]);
  if (assessments === undefined) return <p class="empty">{t('dashboard.loading')}</p>;
  if ('problem' in assessments) {
    return (
      <p class="empty" role="alert">
        {assessments.problem}
      </p>
    );
  }
  return <>{draw(assessments, group?.members ?? [account])}</>;
}
