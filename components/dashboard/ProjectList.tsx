// All projects of which anything was seen, the last seen first: what a client came for.
import { listed, t } from '../../lib/i18n/language.ts';
import { splitAccountKey } from '../../lib/model/account.ts';
import { NothingYet } from '../NothingYet.tsx';
import { day, siteName } from '../words.ts';
import { type ProjectSummary, titleOfProject } from './project-rows.ts';
import { routeTo } from './route.ts';

export interface ProjectListProps {
  projects: readonly ProjectSummary[];
  /** How many there are in all. */
  all: number;
  complete: boolean;
  onMore: () => void;
}

export function ProjectList({ projects, all, complete, onMore }: ProjectListProps) {
  if (projects.length === 0) {
    if (!complete) return <p class="empty">{t('dashboard.loading')}</p>;
    return <NothingYet words={t('dashboard.projects.none')} />;
  }
  return (
    <>
      <p class="how-many" role="status">
        {t('dashboard.projects.shown', { shown: projects.length, all })}
      </p>
      <ul class="projects" id="projects">
        {projects.map((one) => (
          <li key={one.key} data-project={one.key}>
            <h2>
              <a href={routeTo({ tab: 'projects', key: one.key })}>
                <bdi>{titleOfProject(one)}</bdi>
              </a>
            </h2>
            <p class="soft">
              {siteName(splitAccountKey(one.key).site)} · {t('dashboard.lastSeenOn', { day: day(one.lastSeenAt) })}
            </p>
            <p>
              {readWords(one)}
              {one.bidders.length > 0 && ` · ${askingWords(one)}`}
            </p>
            {(one.checked > 0 || one.records > 0) && (
              <p class="soft">
                {listed([
                  ...(one.checked > 0 ? [t('dashboard.projects.checked', { count: one.checked })] : []),
                  ...(one.records > 0 ? [t('dashboard.projects.records', { count: one.records })] : []),
                ])}
              </p>
            )}
          </li>
        ))}
      </ul>
      {projects.length < all && (
        <button type="button" class="plain" id="more-projects" onClick={onMore}>
          {t('dashboard.more', { count: all - projects.length })}
        </button>
      )}
    </>
  );
}

/** `6 of 23 bids read`. Where a page named no bids, how many there are is not known: no nought stands for that. */
export function readWords({ project, bidders, bidCount }: ProjectSummary): string {
  return bidCount === 0
    ? t(project ? 'dashboard.projects.noneRead' : 'dashboard.projects.onlyRated')
    : t('dashboard.projects.read', { read: bidders.length, all: bidCount });
}

/** `3 of 12 ask for a look, 1 group`. */
export function askingWords({ asking, bidders, groups }: ProjectSummary): string {
  return asking === 0
    ? t('popup.noneAsk', { all: bidders.length })
    : t('popup.asking', { asking, all: bidders.length, groups });
}
