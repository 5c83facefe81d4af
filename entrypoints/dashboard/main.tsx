// Hireflag's own full page: everyone seen, one developer, templates, rings, and the data itself. The
// address after the # says which view is open.
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { parseRoute, type Route } from '../../components/dashboard/route.ts';
import { Shell } from '../../components/dashboard/Shell.tsx';
import { language } from '../../lib/i18n/language.ts';
import { settingsNow } from '../../lib/settings-in-browser.ts';
import { DataPage } from './DataPage.tsx';
import { DeveloperPage } from './DeveloperPage.tsx';
import { DevelopersPage } from './DevelopersPage.tsx';
import { RingsPage, TemplatesPage } from './GroupsPage.tsx';

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
    return () => removeEventListener('hashchange', follow);
  }, []);
  return (
    <Shell tab={route.tab}>
      <View {...route} />
    </Shell>
  );
}

function View({ tab, key }: Route) {
  switch (tab) {
    case 'developers':
      return key ? <DeveloperPage key={key} account={key} /> : <DevelopersPage />;
    case 'templates':
      return <TemplatesPage account={key} />;
    case 'rings':
      return <RingsPage account={key} />;
    case 'data':
      return <DataPage />;
  }
}

await settingsNow();
document.documentElement.lang = language();
render(<Dashboard />, document.getElementById('dashboard') as HTMLElement);
