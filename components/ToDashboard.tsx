// A name that leads to its view on the dashboard, wherever it stands: on the dashboard, in a record, in the panel over a
// marketplace's page.
import type { ComponentChild } from 'preact';
import { calledBy } from '../lib/i18n/people.ts';
import type { AccountKey } from '../lib/model/account.ts';
import { type Route, routeTo } from './dashboard/route.ts';

/** The dashboard's page, whose views follow the `#`. */
export const DASHBOARD = '/dashboard.html';

let isThere = true;

/** From now on names lead nowhere: the people of the practice page stand on no dashboard. */
export function withoutDashboard(): void {
  isThere = false;
}

/** Whether there is one for them. */
export const hasDashboard = () => isThere;

export function ToDashboard({ route, children }: { route: Route; children: ComponentChild }) {
  return isThere ? <a href={`${DASHBOARD}${routeTo(route)}`}>{children}</a> : children;
}

/** An account, `site:account`, by its name. */
export function ToAccount({ account }: { account: string }) {
  return (
    <ToDashboard route={{ tab: 'developers', key: account as AccountKey }}>
      <bdi>{calledBy(account)}</bdi>
    </ToDashboard>
  );
}
