// What the views show in brief: an account as its badge has it, and how much of a page was read.

import type { Decided } from '../../lib/assess/apply-decisions.ts';
import { said, wordsOf } from '../../lib/i18n/red-flag-words.ts';
import { asks } from '../../lib/model/finding.ts';
import type { Page } from '../../lib/model/observation.ts';
import type { Mark, PageSummary } from '../../lib/protocol/messages.ts';
import { redFlags } from '../../lib/red-flags/registry.ts';
import type { AccountRow } from '../../lib/store/rows.ts';

/** An account as its badge and the popup show it. */
export function markOf(about: Decided | AccountRow): Mark {
  const { site, account, level, coverage, findings } = about;
  const checked = 'checked' in about ? about.checked?.at : undefined;
  return {
    site,
    account,
    level,
    coverage,
    findings: findings.filter(asks).map(({ flag, strength, says }) => ({
      flag,
      title: titleOf(flag),
      strength,
      says: said(flag, says),
    })),
    ...(checked && { checked }),
  };
}

/** A red flag's title in the language of the views. */
function titleOf(id: string): string {
  const flag = redFlags.find((one) => one.id === id);
  return flag ? wordsOf(flag).title : id;
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
