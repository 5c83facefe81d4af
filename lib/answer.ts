// What the background worker does with each request: remember what a page said, assess the accounts
// on it, explain one of them.
import { assess } from './assess.ts';
import type { Mark, PageSummary, Reply, Request } from './messages.ts';
import { type AccountKey, accountKey } from './model/account.ts';
import { type ClauseId, clauses } from './model/advisory.ts';
import type { Assessment } from './model/assessment.ts';
import type { Page } from './model/observation.ts';
import type { RedFlag } from './red-flags/red-flag.ts';
import { redFlags } from './red-flags/registry.ts';
import { parseReading } from './sites/reading-schema.ts';
import { understand } from './sites/understand.ts';
import type { Store } from './store/store.ts';

/** Answers a request that parseRequest has let through. Rejects only when the database does. */
export async function answer(request: Request, store: Store): Promise<Reply> {
  switch (request.type) {
    case 'page-read': {
      const parsed = parseReading(request.reading);
      if ('problem' in parsed) return { type: 'problem', problem: `The page's reading was refused: ${parsed.problem}` };
      const observations = understand(parsed.reading);
      await store.remember(observations);
      const accounts = observations.flatMap((o) =>
        o.kind === 'bid' || o.kind === 'profile' ? [accountKey(o.site, o.account)] : [],
      );
      const page = observations.find((o) => o.kind === 'page');
      return { type: 'marks', marks: await marksOf(accounts, store), ...(page && { page: summaryOf(page) }) };
    }
    case 'mark': {
      const accounts = request.accounts.map((account) => accountKey(request.site, account));
      return { type: 'marks', marks: await marksOf(accounts, store) };
    }
    case 'explain': {
      const [assessment] = await assess([accountKey(request.site, request.account)], store.seen());
      if (!assessment) return { type: 'problem', problem: 'Nothing is known of this account.' };
      const found = new Set(assessment.findings.map((finding) => finding.flag));
      return { type: 'explanation', assessment, flags: redFlags.filter(({ id }) => found.has(id)).map(explained) };
    }
  }
}

async function marksOf(accounts: readonly AccountKey[], store: Store): Promise<Mark[]> {
  const assessments = await assess([...new Set(accounts)], store.seen());
  return assessments.map(markOf);
}

const titles = new Map(redFlags.map(({ id, title }) => [id, title]));

function markOf({ site, account, level, coverage, findings }: Assessment): Mark {
  return {
    site,
    account,
    level,
    coverage,
    findings: findings.map(({ flag, strength, says }) => ({ flag, title: titles.get(flag) ?? flag, strength, says })),
  };
}

function summaryOf({ page, read, missing, found, of }: Page): PageSummary {
  return { page, read, missing: missing ?? [], found: counted(found), of: counted(of) };
}

function counted(counts: Page['found']): Record<string, number> {
  return Object.fromEntries(Object.entries(counts ?? {}).flatMap(([kind, n]) => (n === undefined ? [] : [[kind, n]])));
}

function explained(flag: RedFlag) {
  const { id, title, looksFor, ask } = flag;
  return {
    id,
    title,
    looksFor,
    ask,
    clauses: flag.clauses.map((clause: ClauseId) => ({ id: clause, words: clauses[clause] })),
    innocent: [...flag.innocent],
    limits: [...flag.limits],
    clearedBy: [...flag.clearedBy],
  };
}
