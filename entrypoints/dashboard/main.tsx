// Hireflag's own full page: everyone seen, one developer, templates, rings, and the data itself. The
// address after the # says which view is open.
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CoverageView } from '../../components/dashboard/CoverageView.tsx';
import { type ListQuery, parseQuery, queryText } from '../../components/dashboard/list-query.ts';
import { parseRoute, type Route, routeTo } from '../../components/dashboard/route.ts';
import { Shell } from '../../components/dashboard/Shell.tsx';
import { setPageLanguage } from '../../components/page-language.ts';
import { t } from '../../lib/i18n/language.ts';
import { calledBy } from '../../lib/i18n/people.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import { toldFlags } from '../../lib/red-flags/told.ts';
import { settingsNow } from '../../lib/settings/settings-in-browser.ts';
import { DataPage } from './DataPage.tsx';
import { DeveloperPage } from './DeveloperPage.tsx';
import { DevelopersPage, type Place } from './DevelopersPage.tsx';
import { db } from './database.ts';
import { RingsPage, TemplatesPage } from './GroupsPage.tsx';
import { showNotices } from './notices.ts';
import { untilOpen } from './open-database.tsx';
import { ProjectPage, ProjectsPage } from './ProjectsPage.tsx';

function Dashboard() {
  const [route, setRoute] = useState(parseRoute(location.hash));
  useEffect(() => {
    const follow = () => {
      setRoute(parseRoute(location.hash));
      // A new view begins at its top, for the eye and for the keyboard.
      document.getElementById('main')?.focus({ preventScroll: true });
      scrollTo(0, 0);
    };
    addEventListener('hashchange', follow);
    // It may have changed since the first drawing: an effect runs later.
    setRoute(parseRoute(location.hash));
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    document.title = `Hireflag: ${titleOf(route)}`;
  }, [route]);
  // Kept here, so that who opens a developer and comes back finds the same people in the same place.
  const [query, setQuery] = useState(() => parseQuery(parseRoute(location.hash).query ?? ''));
  // What is asked for stands in the address, without a step of its own in the way back.
  const onQuery = (next: ListQuery) => {
    setQuery(next);
    history.replaceState(null, '', routeTo({ ...parseRoute(location.hash), query: queryText(next) }));
  };
  const scrolled = useRef({ top: 0 }).current;
  return (
    <Shell tab={route.tab}>
      <View route={route} place={{ query, onQuery, scrolled }} />
    </Shell>
  );
}

function titleOf({ tab, key }: Route): string {
  const view = t(`dashboard.tab.${tab}`);
  return key ? `${calledBy(key)} (${view})` : view;
}

function View({ route: { tab, key, other, query }, place }: { route: Route; place: Place }) {
  switch (tab) {
    case 'projects':
      return key ? <OneProject key={key} project={key} query={query ?? ''} /> : <ProjectsPage />;
    case 'developers':
      return key ? <DeveloperPage key={key} account={key} /> : <DevelopersPage place={place} />;
    case 'templates':
      return <TemplatesPage account={key} other={other} />;
    case 'rings':
      return <RingsPage account={key} other={other} />;
    case 'coverage':
      return <CoverageView flags={toldFlags} />;
    case 'data':
      return <DataPage />;
  }
}

/** A project is searched and filtered for itself. */
function OneProject({ project, query: text }: { project: AccountKey; query: string }) {
  const [query, setQuery] = useState(() => parseQuery(text));
  const onQuery = (next: ListQuery) => {
    setQuery(next);
    history.replaceState(null, '', routeTo({ tab: 'projects', key: project, query: queryText(next) }));
  };
  return <ProjectPage project={project} query={query} onQuery={onQuery} />;
}

await settingsNow();
setPageLanguage();
void showNotices(document.getElementById('notices'), true);
const root = document.getElementById('dashboard') as HTMLElement;
await untilOpen(db, root);
render(<Dashboard />, root);
