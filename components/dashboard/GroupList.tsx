// The groups that a flag found, largest first: who is in each, how its text begins and on which project, and the way
// to its own view. A list of many is searched by anybody's name or id.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n/language.ts';
import { calledBy } from '../../lib/i18n/people.ts';
import { sentence } from '../../lib/i18n/sentences.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import { foldLetters } from '../../lib/model/fold-letters.ts';
import { hasInWords, searchedFor } from '../../lib/store/accounts.ts';
import type { AccountRow } from '../../lib/store/rows.ts';
import { shorten } from '../../lib/text/shorten.ts';
import { LevelMark } from '../LevelMark.tsx';
import { day } from '../words.ts';
import { type AccountGroup, addressOf } from './account-groups.ts';
import { routeTo, type Tab } from './route.ts';

/** Members named in the list; the group's own view names all. */
const MAX_NAMED = 12;
/** Groups drawn at once, and with each press more. */
const STEP = 50;
/** So much of a text is shown. */
const MAX_WORDS = 140;

/** How a member's text begins, and on which project. */
export interface GroupSample {
  words?: string;
  project?: { key: AccountKey; title: string };
}

const lastSeen = (rows: readonly AccountRow[]) =>
  rows.reduce((last, { lastSeenAt }) => (lastSeenAt > last ? lastSeenAt : last), '');

export interface GroupListProps {
  groups: readonly AccountGroup[];
  tab: Tab;
  flag: string;
  /** By the first member of a group. */
  samples: ReadonlyMap<AccountKey, GroupSample>;
}

export function GroupList({ groups, tab, flag, samples }: GroupListProps) {
  const [typed, setTyped] = useState('');
  const [most, setMost] = useState(STEP);
  const found = groups.filter((group) => isNamed(group, typed));
  return (
    <>
      {groups.length > 1 && (
        <search class="filters">
          <label>
            {t('dashboard.searchGroups')}
            <input
              type="search"
              id="search"
              autocomplete="off"
              spellcheck={false}
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
        </search>
      )}
      {found.length === 0 && <p class="empty">{t('dashboard.noMatch')}</p>}
      <ul class="groups">
        {found.slice(0, most).map((group) => (
          <GroupLine
            key={group.members.join(' ')}
            group={group}
            groups={groups}
            tab={tab}
            flag={flag}
            sample={samples.get(group.members[0] as AccountKey)}
          />
        ))}
      </ul>
      {found.length > most && (
        <button type="button" class="plain" id="more-groups" onClick={() => setMost(most + STEP)}>
          {t('dashboard.more', { count: found.length - most })}
        </button>
      )}
    </>
  );
}

/** Whether a member's name or id has this in it. */
function isNamed({ rows, members }: AccountGroup, typed: string): boolean {
  const searched = searchedFor(typed);
  return (
    searched === '' ||
    rows.some((row) => hasInWords(row, searched)) ||
    members.some((key) => foldLetters(key).includes(searched))
  );
}

interface GroupLineProps {
  group: AccountGroup;
  groups: readonly AccountGroup[];
  tab: Tab;
  flag: string;
  sample: GroupSample | undefined;
}

function GroupLine({ group, groups, tab, flag, sample }: GroupLineProps) {
  const { rows, members } = group;
  const [first] = rows;
  if (!first) return null;
  const finding = first.findings.find((one) => one.flag === flag);
  return (
    <li data-members={members.length}>
      <h2>
        <a href={routeTo({ tab, ...addressOf(group, groups) })}>{t('dashboard.groupOf', { count: members.length })}</a>{' '}
        <LevelMark level={first.level} />
      </h2>
      {sample?.words && (
        <p class="first-line" dir="auto">
          {t('finding.quote', { words: shorten(sample.words.replaceAll('\n', ' ').trim(), MAX_WORDS) })}
        </p>
      )}
      <p class="who">
        {members.slice(0, MAX_NAMED).map(calledBy).join(', ')}
        {members.length > MAX_NAMED && ` ${t('dashboard.andMore', { count: members.length - MAX_NAMED })}`}
      </p>
      <p class="soft">
        {finding &&
          `${members.length === 1 ? sentence(flag, finding.message, finding.data) : t(`strength.${finding.strength}`)} · `}
        {sample?.project && (
          <>
            <a href={routeTo({ tab: 'projects', key: sample.project.key })} dir="auto">
              {sample.project.title}
            </a>{' '}
            ·{' '}
          </>
        )}
        {t('dashboard.lastSeenOn', { day: day(lastSeen(rows)) })}
      </p>
    </li>
  );
}
