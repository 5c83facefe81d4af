// The projects that were seen, and one of them opened.
import { useEffect, useState } from 'preact/hooks';
import type { AccountNote } from '../../components/dashboard/account-notes.ts';
import type { ListQuery } from '../../components/dashboard/list-query.ts';
import { ProjectList } from '../../components/dashboard/ProjectList.tsx';
import { type BulkAction, ProjectView } from '../../components/dashboard/ProjectView.tsx';
import { type Bidder, biddersCsv, type ProjectSummary } from '../../components/dashboard/project-rows.ts';
import { routeTo } from '../../components/dashboard/route.ts';
import { saveFile } from '../../components/save-file.ts';
import { t } from '../../lib/i18n/language.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Profile } from '../../lib/model/observation.ts';
import { decisionsOf, useChanges } from './database.ts';
import { PostKitPart } from './PostKitPart.tsx';
import { profilesOf, projectKeys, projectsOf } from './projects.ts';
import { actOn } from './worker.ts';

/** Projects shown at first, and with each press more. */
const STEP = 40;

export function ProjectsPage() {
  const changes = useChanges();
  const [keys, setKeys] = useState<readonly AccountKey[]>();
  const [most, setMost] = useState(STEP);
  const [projects, setProjects] = useState<readonly ProjectSummary[]>([]);
  useEffect(() => {
    void projectKeys().then(setKeys);
  }, [changes]);
  useEffect(() => {
    let gone = false;
    void projectsOf((keys ?? []).slice(0, most)).then(({ projects: found }) => {
      if (!gone) setProjects(found);
    });
    return () => {
      gone = true;
    };
  }, [keys, most]);
  return (
    <>
      <h1>{t('dashboard.tab.projects')}</h1>
      <p class="soft">{t('dashboard.projects.intro')}</p>
      <ProjectList
        projects={projects}
        all={keys?.length ?? 0}
        complete={keys?.length === 0}
        onMore={() => setMost(most + STEP)}
      />
    </>
  );
}

interface ProjectPageProps {
  project: AccountKey;
  query: ListQuery;
  onQuery: (query: ListQuery) => void;
}

interface Loaded {
  summary: ProjectSummary;
  notes: ReadonlyMap<AccountKey, AccountNote>;
  profiles: ReadonlyMap<AccountKey, Profile>;
}

export function ProjectPage({ project, query, onQuery }: ProjectPageProps) {
  const changes = useChanges();
  const [loaded, setLoaded] = useState<Loaded | 'none'>();
  const [status, setStatus] = useState('');
  const [acts, setActs] = useState(0);
  /** Whom the last action decided on, so that it can be taken back for all of them. */
  const [lastDecided, setLastDecided] = useState<readonly AccountKey[]>([]);
  useEffect(() => {
    let gone = false;
    void load(project).then((now) => {
      if (!gone) setLoaded(now ?? 'none');
    });
    return () => {
      gone = true;
    };
  }, [project, changes, acts]);
  if (loaded === undefined) return <p class="empty">{t('dashboard.loading')}</p>;
  if (loaded === 'none') {
    return (
      <p class="empty">
        {t('dashboard.projects.gone')} <a href={routeTo({ tab: 'projects' })}>{t('dashboard.projects.back')}</a>
      </p>
    );
  }
  const say = (words: string, problem: string | undefined) => {
    setStatus(problem === undefined ? words : `${words} ${problem}`);
    setActs((before) => before + 1);
  };
  const onAct = async (action: BulkAction, accounts: readonly AccountKey[]) => {
    const done: AccountKey[] = [];
    let problem: string | undefined;
    for (const account of accounts) {
      const wrong = await actOn(account, { action, values: {} });
      if (wrong === undefined) done.push(account);
      else problem = wrong;
    }
    setLastDecided(action === 'fine' ? done : []);
    say(t(`dashboard.projects.done.${action}`, { count: done.length }), problem);
  };
  const onUndo = async () => {
    let problem: string | undefined;
    for (const account of lastDecided) {
      const decision = (await decisionsOf(account)).findLast(({ kind }) => kind === 'fine')?.id;
      if (decision === undefined) continue;
      problem = (await actOn(account, { action: 'undo', values: { decision: String(decision) } })) ?? problem;
    }
    setLastDecided([]);
    say(t('panel.done.undo'), problem);
  };
  const onCsv = (bidders: readonly Bidder[]) => save(biddersCsv(bidders, loaded.notes), `hireflag-${project}.csv`);
  return (
    <>
      <ProjectView
        {...loaded}
        query={query}
        onQuery={onQuery}
        status={status}
        onAct={(action, accounts) => void onAct(action, accounts)}
        onUndo={lastDecided.length > 0 ? () => void onUndo() : undefined}
        onCsv={onCsv}
      />
      <PostKitPart
        key={project}
        project={project}
        bids={loaded.summary.bidders.map(({ key, bid }) => ({ key, text: bid.text }))}
      />
    </>
  );
}

async function load(project: AccountKey): Promise<Loaded | undefined> {
  const { projects, notes } = await projectsOf([project]);
  const [summary] = projects;
  if (!summary || summary.lastSeenAt === '') return undefined;
  return { summary, notes, profiles: await profilesOf(summary.bidders.map(({ key }) => key)) };
}

/** Saves a table; a mark at its beginning tells spreadsheets that it is UTF-8. */
function save(text: string, name: string): void {
  saveFile(new Blob(['\ufeff', text], { type: 'text/csv' }), name.replace(/[^\w.-]+/g, '-').slice(0, 100));
}
