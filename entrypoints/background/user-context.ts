// Everything of the user's own that an answer needs: the settings in force, what they decided about
// accounts, their due-diligence records, and a way to open one of Hireflag's own pages.

import { type Decided, decided, withKeys } from '../../lib/assess/apply-decisions.ts';
import { assess } from '../../lib/assess/assess.ts';
import { listedOf } from '../../lib/assess/own-list.ts';
import type { Evidence } from '../../lib/evidence/evidence.ts';
import { type AccountKey, accountKey } from '../../lib/model/account.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import type { DueDiligence } from '../../lib/record/record.ts';
import type { RedFlag } from '../../lib/red-flags/red-flag.ts';
import { redFlags } from '../../lib/red-flags/registry.ts';
import { remoteDesktop, remoteDesktopBy } from '../../lib/red-flags/remote-desktop/flag.ts';
import { counts, flagsOn, type Settings } from '../../lib/settings/settings.ts';
import type { OwnList } from '../../lib/statements/own-list.ts';
import type { Decisions } from '../../lib/store/decisions.ts';
import type { Records } from '../../lib/store/records.ts';

export interface UserContext {
  settings: Settings;
  decisions: Decisions;
  /** What the user listed themselves; without it nothing. */
  ownList?: OwnList;
  records: Records<DueDiligence>;
  /** Version of Hireflag, for what a record says of itself. */
  version: string;
  /** Opens one of Hireflag's own pages in a new tab. */
  openPage(path: string): Promise<unknown>;
}

/** The red flags that are looked for, each as the settings want it. */
function flagsBy(settings: Settings): RedFlag[] {
  const own = redFlags.map((flag) => (flag === remoteDesktop ? remoteDesktopBy(settings.remotePrograms) : flag));
  return flagsOn(settings, own);
}

/** Assesses accounts by the settings in force: flags that are off are not looked for, weak findings may not count. */
export async function assessBySettings(
  settings: Settings,
  accounts: readonly AccountKey[],
  evidence: Evidence,
  ownList: OwnList = new Map(),
): Promise<Assessment[]> {
  const [assessments, listed] = await Promise.all([
    assess(accounts, evidence, flagsBy(settings), {
      counts: (finding) => counts(settings, finding),
    }),
    listedOf(accounts, evidence, ownList),
  ]);
  return assessments.map((one) => {
    const own = listed.get(accountKey(one.site, one.account));
    return own ? { ...one, listed: own } : one;
  });
}

/** Assesses accounts by the settings in force and by what the user decided about them. */
export async function assessForUser(
  user: Pick<UserContext, 'settings' | 'decisions' | 'ownList'>,
  accounts: readonly AccountKey[],
  evidence: Evidence,
): Promise<Decided[]> {
  const [assessments, decisions] = await Promise.all([
    assessBySettings(user.settings, accounts, evidence, user.ownList),
    user.decisions.of(accounts),
  ]);
  const all = assessments.map((one) => decided(one, decisions.get(accountKey(one.site, one.account))));
  for (const one of all) {
    const fine = withKeys(one);
    if (fine) await user.decisions.replace(fine.id, fine);
  }
  return all;
}
