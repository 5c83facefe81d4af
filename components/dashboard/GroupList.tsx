// The groups that a flag found, largest first: who is in each, and the way to its own view.

import { t } from '../../lib/i18n/language.ts';
import { calledBy } from '../../lib/i18n/people.ts';
import { sentence } from '../../lib/i18n/sentences.ts';
import type { AccountRow } from '../../lib/store/rows.ts';
import { LevelMark } from '../LevelMark.tsx';
import { day } from '../words.ts';
import { type AccountGroup, addressOf } from './account-groups.ts';
import { routeTo, type Tab } from './route.ts';

/** Members named in the list; the group's own view names all. */
const MAX_NAMED = 12;
/** Groups drawn at once. */
const MAX_GROUPS = 200;

const lastSeen = (rows: readonly AccountRow[]) =>
  rows.reduce((last, { lastSeenAt }) => (lastSeenAt > last ? lastSeenAt : last), '');

export function GroupList({ groups, tab, flag }: { groups: readonly AccountGroup[]; tab: Tab; flag: string }) {
  return (
    <ul class="groups">
      {groups.slice(0, MAX_GROUPS).map((group) => {
        const { rows, members } = group;
        const [first] = rows;
        if (!first) return null;
        const finding = first.findings.find((one) => one.flag === flag);
        return (
          <li key={members.join(' ')} data-members={members.length}>
            <h2>
              <a href={routeTo({ tab, ...addressOf(group, groups) })}>
                {t('dashboard.groupOf', { count: members.length })}
              </a>{' '}
              <LevelMark level={first.level} />
            </h2>
            <p class="who">
              {members.slice(0, MAX_NAMED).map(calledBy).join(', ')}
              {members.length > MAX_NAMED && ` ${t('dashboard.andMore', { count: members.length - MAX_NAMED })}`}
            </p>
            {finding && (
              <p class="soft">
                {members.length === 1
                  ? sentence(flag, finding.message, finding.data)
                  : t(`strength.${finding.strength}`)}{' '}
                · {t('dashboard.lastSeenOn', { day: day(lastSeen(rows)) })}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
