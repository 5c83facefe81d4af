// What the views show in brief: an account as its badge has it, and how much of a page was read.

import type { Decided } from '../../lib/assess/apply-decisions.ts';
import { sentence, titleOf } from '../../lib/i18n/sentences.ts';
import { needsAttention } from '../../lib/model/finding.ts';
import type { Page } from '../../lib/model/observation.ts';
import type { Mark, PageSummary } from '../../lib/protocol/shapes.ts';
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
    findings: findings.filter(needsAttention).map(({ flag, strength, message, data }) => ({
      flag,
      title: titleOf(flag),
      strength,
      says: sentence(flag, message, data),
    })),
    ...(checked && { checked }),
  };
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
