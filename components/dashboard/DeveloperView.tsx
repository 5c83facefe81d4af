// One developer's page: what was found, everything seen, how the profile changed, at which hours of the
// day there was activity, and the way to delete all of it.

import { countSetAside, type Decided } from '../../lib/assess/apply-decisions.ts';
import { t } from '../../lib/i18n/language.ts';
import { calledBy, smallPrint } from '../../lib/i18n/people.ts';
import { accountKey } from '../../lib/model/account.ts';
import type { Profile, Project } from '../../lib/model/observation.ts';
import type { StoredObservation } from '../../lib/store/rows.ts';
import { Checks } from '../Checks.tsx';
import { Decisions, type OfferedAccount } from '../Decisions.tsx';
import { Findings } from '../Findings.tsx';
import { StandingMark } from '../LevelMark.tsx';
import { coverageLine, siteName } from '../words.ts';
import { ConfirmButton } from './ConfirmButton.tsx';
import { HoursDial } from './HoursDial.tsx';
import { ProfileChanges } from './ProfileChanges.tsx';
import { profileChanges } from './profile-changes.ts';
import { routeTo } from './route.ts';
import { type SameProfile, SameProfiles } from './SameProfiles.tsx';
import { Timeline } from './Timeline.tsx';
import { webAddress } from './timeline.ts';
import { hoursOf } from './times.ts';

export interface DeveloperViewProps {
  assessment: Decided;
  /** Everything stored about the account. */
  rows: readonly StoredObservation[];
  /** By `site:project`. */
  projects: ReadonlyMap<string, Project>;
  /** This account's profile and those of the accounts that the user said are the same person's. */
  same: readonly SameProfile[];
  /** The id of the due-diligence record, where there is one. */
  record?: string | undefined;
  /** When the record was last changed, ISO 8601. */
  recordChanged?: string | undefined;
  /** Accounts offered where the user says that another is the same person's. */
  offered?: readonly OfferedAccount[] | undefined;
  /** What was wrong with what the user just did. */
  actProblem?: string | undefined;
  onDelete: () => void;
}

export function DeveloperView(props: DeveloperViewProps) {
  const { assessment, rows, projects, same, record, recordChanged, actProblem, onDelete } = props;
  // An account of a log has no profile to compare.
  const profiles = same.filter((one) => one.profile !== undefined);
  const { account, site, level, checked, decisions, newSince } = assessment;
  const profileRow = rows.find(({ kind }) => kind === 'profile');
  const profile = profileRow?.body as Profile | undefined;
  const changes = profileRow ? profileChanges(profileRow) : [];
  const hours = hoursOf(rows, profile?.location?.timezone);
  const address = webAddress(profile?.url);
  const id = smallPrint(accountKey(site, account));
  return (
    <article class="developer">
      <p class="back">
        <a href={routeTo({ tab: 'developers' })}>{t('dashboard.back')}</a>
      </p>
      <header>
        <h1>
          <bdi>{calledBy(accountKey(site, account))}</bdi>
        </h1>
        {id && (
          <p class="soft">
            <bdi>{id}</bdi>
          </p>
        )}
        <p>
          <StandingMark level={level} checked={checked} setAside={countSetAside(decisions)} />{' '}
          <span class="soft">{siteName(site)}</span>
        </p>
        <p class="soft">{coverageLine(assessment.coverage)}</p>
        {address && (
          <p>
            <a href={address} target="_blank" rel="noopener noreferrer">
              {t('dashboard.openThere')}
            </a>
          </p>
        )}
        {record && (
          <p>
            <a href={`/record.html?id=${encodeURIComponent(record)}`}>{t('dashboard.record')}</a>
          </p>
        )}
      </header>
      <section aria-labelledby="found">
        <h2 id="found">{t('dashboard.found')}</h2>
        <Findings assessment={assessment} />
      </section>
      <Checks checks={assessment.checks} level={2} />
      <Decisions
        account={accountKey(site, account)}
        decisions={decisions}
        newSince={newSince}
        proposals={assessment.proposals}
        recordChanged={recordChanged}
        offered={props.offered}
        problem={actProblem}
        level={2}
      />
      {profiles.length > 1 && (
        <div class="part">
          <h2>{t('dashboard.same')}</h2>
          <p class="soft">{t('dashboard.sameText')}</p>
          <SameProfiles profiles={profiles} />
        </div>
      )}
      <section aria-labelledby="hours">
        <h2 id="hours">{t('dashboard.hours')}</h2>
        <HoursDial hours={hours} />
      </section>
      <section aria-labelledby="changes">
        <h2 id="changes">{t('dashboard.changes')}</h2>
        {changes.length > 0 ? (
          <ProfileChanges changes={changes} />
        ) : (
          <p class="soft">{profile ? t('dashboard.noChanges') : t('dashboard.noProfile')}</p>
        )}
      </section>
      <section aria-labelledby="seen">
        <h2 id="seen">{t('dashboard.everythingSeen')}</h2>
        <Timeline rows={rows} projects={projects} />
      </section>
      <section aria-labelledby="delete">
        <h2 id="delete">{t('dashboard.deletePerson')}</h2>
        <p>{t('dashboard.deletePersonText')}</p>
        <ConfirmButton
          id="delete-person"
          label={t('dashboard.deletePersonButton')}
          question={t('dashboard.deletePersonSure', { account: calledBy(accountKey(site, account)) })}
          onConfirm={onDelete}
        />
      </section>
    </article>
  );
}
