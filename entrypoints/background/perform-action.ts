// What happens when the user does something about an account in a panel or on the dashboard: a decision is
// kept or taken back, the account goes into a due-diligence record. What the fields said is untrusted.

import { siteName } from '../../components/words.ts';
import type { Decided } from '../../lib/assess/apply-decisions.ts';
import { levelOf } from '../../lib/assess/level.ts';
import { DatabaseEvidence } from '../../lib/evidence/database-evidence.ts';
import { t } from '../../lib/i18n/language.ts';
import { type AccountKey, accountKey, splitAccountKey } from '../../lib/model/account.ts';
import type { Decision } from '../../lib/model/decision.ts';
import { MAX_ID, MAX_SHORT } from '../../lib/model/limits.ts';
import { namedAccount, WEB, webAccount } from '../../lib/model/web-account.ts';
import type { RequestFields } from '../../lib/protocol/messages.ts';
import { addCopy, openRecord } from '../../lib/record/changes.ts';
import { siteFor } from '../../lib/sites/registry.ts';
import type { Store } from '../../lib/store/store.ts';
import { assessForUser, type UserContext } from './user-context.ts';

/** A mail address, as logs call their accounts. */
const MAIL = /^[^\s@]+@[^\s@]+$/;

/**
 * Does what the user asked for about an account.
 *
 * @returns a sentence on what was wrong with it, if anything was; then nothing has changed
 */
export async function performAction(
  { site, account, action, values }: RequestFields<'act'>,
  store: Store,
  user: UserContext,
): Promise<string | undefined> {
  const key = accountKey(site, account);
  const at = new Date().toISOString();
  const { decisions, records } = user;
  const kept = async (decision: Decision) => ((await store.decide(decision)) ? undefined : t('problem.unknownAccount'));
  switch (action) {
    case 'fine': {
      const now = await assessed(key, store, user);
      const known = now?.findings.map(({ flag, key, strength }) => ({ flag, key, strength })) ?? [];
      return kept({ kind: 'fine', account: key, at, reason: tidy(values.reason, MAX_SHORT), known });
    }
    case 'mute':
    case 'false-alarm': {
      const flag = tidy(values.flag, MAX_ID);
      const matter = tidy(values.key, MAX_ID);
      return kept(
        action === 'mute'
          ? { kind: 'muted', account: key, at, flag }
          : { kind: 'false-alarm', account: key, at, flag, ...(matter && { key: matter }) },
      );
    }
    case 'same-person':
    case 'not-same-person': {
      const typed = tidy(values.other, MAX_ID);
      const chosen = proposed(values.with) ?? (await store.logAccountCalled(typed));
      const other = chosen ?? accountMeant(site, typed);
      if (other === undefined && MAIL.test(typed)) return t('decision.noSuchLogAccount');
      if (other === undefined || other === key) return t('decision.noSuchName');
      // An address is of somebody even where nothing was seen of them; a name may be a slip, and would be a person that there is not.
      if (chosen === undefined && isOfSite(other, site) && !URL.canParse(typed) && !(await store.isSeen(other))) {
        return t('decision.unseenName', { site: siteName(site) });
      }
      return kept({ kind: action, account: key, at, other });
    }
    case 'undo':
      await decisions.undo(Number(values.decision), key);
      return undefined;
    case 'record': {
      const now = await assessed(key, store, user);
      if (!now) return t('problem.unknownAccount');
      const findings = allFound(now);
      const bare = {
        site,
        account,
        // What was decided stands in the record in words of its own, and hides nothing that was found.
        level: now.checked || now.setAside.length > 0 ? levelOf(findings, now.checks) : now.level,
        coverage: now.coverage,
        checks: now.checks,
        findings,
      };
      const [named] = await store.namesOf([key]);
      const { flagsOff, weakest } = user.settings;
      const found = {
        assessment: bare,
        at,
        version: user.version,
        settings: { flagsOff, weakest },
        name: named?.[1],
        project: await onlyProjectOf(key, new DatabaseEvidence(store)),
      };
      const known = await records.of(key);
      // What is closed stays as it was signed.
      if (known && known.closedAt === undefined) await records.change(known.id, (record) => addCopy(record, found));
      else await records.put(openRecord(crypto.randomUUID(), found));
      return undefined;
    }
    case 'open':
      if (isDashboardView(values.path)) await user.openPage(values.path.slice(1));
      return undefined;
    case 'open-record': {
      const record = await records.of(key);
      if (record) await user.openPage(recordPath(record.id));
      return undefined;
    }
  }
}

/** Whether this is the address of one thing's view on the dashboard, as links in a panel carry it. */
function isDashboardView(path: string | undefined): path is string {
  return path !== undefined && /^\/dashboard\.html#\/(?:project|developer|template|ring)\/[^\s?#]{1,1500}$/.test(path);
}

function isOfSite(key: AccountKey, site: string): boolean {
  return site !== WEB && splitAccountKey(key).site === site;
}

/** The account that was proposed, as the button names it. */
function proposed(key: string | undefined): AccountKey | undefined {
  return key !== undefined && /^[a-z0-9-]{1,40}:.{1,200}$/s.test(key) ? (key as AccountKey) : undefined;
}

/**
 * The account that the user means: by its name on the same marketplace, by the address of its profile on any,
 * or as it is shown where it was seen on a page of no marketplace.
 */
function accountMeant(site: string, typed: string): AccountKey | undefined {
  const url = /^https?:\/\//i.test(typed) ? URL.parse(typed) : null;
  if (url) {
    const there = siteFor(url);
    if (!there) return accountKey(WEB, webAccount(url, [url.href]));
    const account = there.accountAt(url);
    return account === undefined ? undefined : accountKey(there.id, account);
  }
  if (/^[^\s/#.]+(?:\.[^\s/#.]+)+[/#]/.test(typed)) return accountKey(WEB, typed);
  const name = typed.replace(/^[@#]/, '');
  if (name === '') return undefined;
  if (site === WEB || typed.startsWith('#')) return accountKey(WEB, namedAccount(name));
  // No marketplace calls anybody by a mail address: it is an account of a log that was not imported, or stands in two of them.
  return MAIL.test(name) ? undefined : accountKey(site, name);
}

/** Where a record is shown, among Hireflag's own pages. */
export function recordPath(id: string): string {
  return `record.html?id=${encodeURIComponent(id)}`;
}

async function assessed(key: AccountKey, store: Store, user: UserContext): Promise<Decided | undefined> {
  return (await assessForUser(user, [key], new DatabaseEvidence(store)))[0];
}

/** The title of the project that an account was seen to bid on; undefined where there are several: which is meant is not known. */
async function onlyProjectOf(key: AccountKey, evidence: DatabaseEvidence): Promise<string | undefined> {
  const bids = (await evidence.bidsOf([key])).get(key) ?? [];
  const [project, ...more] = new Set(bids.map((bid) => accountKey(bid.site, bid.project)));
  if (project === undefined || more.length > 0) return undefined;
  return (await evidence.projects([project])).get(project)?.title;
}

/** A record keeps what was set aside as well: it is evidence, whatever was decided about it. */
function allFound({ findings, setAside }: Decided) {
  return [...findings, ...setAside.map(({ finding }) => finding)];
}

function tidy(value: string | undefined, most: number): string {
  return (value ?? '').trim().slice(0, most).toWellFormed();
}
