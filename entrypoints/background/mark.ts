// What the views show in brief: an account as its badge has it, and how much of a page was read.

import type { AccountNote } from '../../components/dashboard/account-notes.ts';
import { countSetAside, type Decided } from '../../lib/assess/apply-decisions.ts';
import { accountsToName, calledBy, learnNames, smallPrint } from '../../lib/i18n/people.ts';
import { sentence, titleOf } from '../../lib/i18n/sentences.ts';
import { type AccountKey, accountKey } from '../../lib/model/account.ts';
import { needsAttention } from '../../lib/model/finding.ts';
import type { Observation, Page } from '../../lib/model/observation.ts';
import type { Mark, PageSummary } from '../../lib/protocol/shapes.ts';
import type { AccountRow } from '../../lib/store/rows.ts';
import type { Store } from '../../lib/store/store.ts';

/** Other accounts that a mark names: whoever shows marks together shows which belong together. */
const MAX_WITH = 60;

/** An account as its badge and the popup show it; beside a row of the list stands what the user decided. */
export function markOf(
  about: Decided | AccountRow,
  note: Pick<AccountNote, 'checked' | 'muted'> = noteOn(about),
): Mark {
  const { site, account, level, coverage, findings } = about;
  const key = accountKey(site, account);
  const name = smallPrint(key) && calledBy(key);
  const { checked, muted } = note;
  return {
    site,
    account,
    ...(name !== undefined && { name }),
    level,
    coverage,
    findings: findings.filter(needsAttention).map(({ flag, strength, message, data, with: others }) => ({
      flag,
      with: others.slice(0, MAX_WITH),
      title: titleOf(flag),
      strength,
      says: sentence(flag, message, data),
    })),
    ...(checked && { checked }),
    ...(muted > 0 && { setAside: muted }),
  };
}

function noteOn(about: Decided | AccountRow): Pick<AccountNote, 'checked' | 'muted'> {
  if (!('decisions' in about)) return { muted: 0 };
  return { muted: countSetAside(about.decisions), ...(about.checked && { checked: about.checked.at }) };
}

/** Accounts whose names are looked up at once: a finding names many more than it shows. */
const MAX_NAMED = 500;

/**
 * Learns what the accounts are called that these assessments are about and name, before any of it is put into words.
 *
 * @param said what a page said just now; its names are not in the list of accounts yet
 */
export async function learnNamesIn(
  store: Store,
  about: readonly (Decided | AccountRow)[],
  said: readonly Observation[] = [],
): Promise<void> {
  learnNames(await store.namesOf(accountsToName(about).slice(0, MAX_NAMED)));
  learnNames(said.flatMap((o) => (o.kind === 'profile' ? [[accountKey(o.site, o.account), o.name] as const] : [])));
}

/** What everybody is called whom this assessment names, where that was learnt and is not their id, by `site:account`. */
export function namesIn({ proposals = [], ...about }: Decided): Record<string, string> {
  const shown = about.findings.flatMap(({ evidence }) =>
    evidence.flatMap((one) => {
      if (one.kind === 'ring') return one.shares.map(({ account }) => account as AccountKey);
      return one.kind === 'template' ? one.uses.map(({ site, account }) => accountKey(site, account)) : [];
    }),
  );
  const keys = new Set([...accountsToName([about]), ...shown, ...proposals.map(({ account }) => account)]);
  return Object.fromEntries([...keys].flatMap((key) => (smallPrint(key) ? [[key, calledBy(key)]] : [])));
}

/** How much of a page was read; nothing where that is not known. */
export function summaryOf(page: Page | undefined): PageSummary {
  return {
    page: page?.page ?? '',
    read: page?.read ?? 'not',
    missing: page?.missing ?? [],
    found: counted(page?.found),
    of: counted(page?.of),
  };
}

function counted(counts: Page['found']): Record<string, number> {
  return Object.fromEntries(Object.entries(counts ?? {}).flatMap(([kind, n]) => (n === undefined ? [] : [[kind, n]])));
}
