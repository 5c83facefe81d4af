// The practice marketplace shows every red flag and all four levels: its pages read as the extension reads them, after
// what was seen in the year before. Some of it would be too old one day: it is tried years from now.
import { expect, test, vi } from 'vitest';
import { joined } from '../../components/dashboard/account-groups.ts';
import { assess } from '../../lib/assess/assess.ts';
import { MemoryStore } from '../../lib/evidence/memory-evidence.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import { type Assessment, levels } from '../../lib/model/assessment.ts';
import { needsAttention } from '../../lib/model/finding.ts';
import { parseLogEvent } from '../../lib/model/log-event.ts';
import { parseObservation } from '../../lib/model/observation.ts';
import { redFlags } from '../../lib/red-flags/registry.ts';
import { samePeople, seenBefore } from '../../practice/data/history.ts';
import { logEvents } from '../../practice/data/logs.ts';
import { projects } from '../../practice/data/projects.ts';
import { planted, plantedAccounts, plantedFamilies, templateAccounts } from '../../practice/data/truth.ts';
import { answer, galleryUrl, projectUrl } from '../../practice/marketplace.ts';
import { projectPath } from '../../practice/pages/project-state.ts';
import { observe } from '../../scripts/lib/observe.ts';

vi.hoisted(() => vi.useFakeTimers({ now: Date.parse('2030-05-04T12:00:00Z'), toFake: ['Date'] }));

const store = new MemoryStore();
for (const person of samePeople) store.samePeople(...person);
for (const one of seenBefore()) store.remember(one);
store.rememberEvents(logEvents());
const accounts = new Set<AccountKey>();
for (const project of projects) {
  const url = `https://www.freelancer.com${projectPath(project)}`;
  for (const one of observe(String(answer(new URL(url))?.body), url, { seenAt: new Date().toISOString() })) {
    store.remember(one);
    if (one.kind === 'bid') accounts.add(`freelancer:${one.account}`);
  }
}
const assessments = await assess([...accounts], store.evidence());

test('what was seen before is the same each time, and of the shape that is stored', () => {
  expect(seenBefore()).toEqual(seenBefore());
  for (const one of seenBefore()) expect(parseObservation(one)).not.toHaveProperty('problem');
  expect(seenBefore().length).toBeLessThan(4_000);
  expect(logEvents()).toEqual(logEvents());
  for (const one of logEvents()) expect(parseLogEvent(one)).not.toHaveProperty('problem');
});

test('every red flag finds those who are planted for it, bidders of the practice pages all', () => {
  for (const { id } of redFlags) {
    const who = planted[id];
    const found = new Set(
      assessments.flatMap((one) => (one.findings.some(({ flag }) => flag === id) ? [one.account] : [])),
    );
    if (who === undefined || !('accounts' in who)) throw new Error(`Nobody is planted for ${id}.`);
    expect(
      [...who.accounts].filter((account) => !found.has(account)),
      id,
    ).toEqual([]);
    expect(who.accounts.size, id).toBeGreaterThan(1);
  }
});

test('all four levels are there', () => {
  const seen = new Map(
    levels.map((level) => [level, assessments.filter((one) => one.level === level).map(({ account }) => account)]),
  );
  for (const level of levels) expect(seen.get(level)?.length, level).toBeGreaterThan(0);
});

test('nobody else is asked about', () => {
  const all = new Set([
    ...plantedAccounts,
    ...Object.values(planted).flatMap((who) => ('accounts' in who ? [...who.accounts] : [])),
  ]);
  const others = assessments.filter(({ account, findings }) => !all.has(account) && findings.some(needsAttention));
  expect(others.map(({ account, findings }) => [account, findings.map(({ flag }) => flag)])).toEqual([]);
});

/** Whoever bids on one post, assessed by that page, and by what was seen before where that is given. */
async function onlyBy(url: string, seen: MemoryStore): Promise<Assessment[]> {
  const bidders = new Set<AccountKey>();
  for (const one of observe(String(answer(new URL(url))?.body), url, { seenAt: new Date().toISOString() })) {
    seen.remember(one);
    if (one.kind === 'bid') bidders.add(`freelancer:${one.account}`);
  }
  return assess([...bidders], seen.evidence());
}

test('on the post that shows every red flag each finds somebody, whichever pages were opened before', async () => {
  const seen = new MemoryStore();
  for (const person of samePeople) seen.samePeople(...person);
  for (const one of seenBefore()) seen.remember(one);
  seen.rememberEvents(logEvents());
  const found = new Set((await onlyBy(galleryUrl, seen)).flatMap(({ findings }) => findings.map(({ flag }) => flag)));
  expect(redFlags.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
});

test('on the first post, as a client meets it, a few ask for a look: the three families and three who ask for something', async () => {
  const assessed = await onlyBy(projectUrl, new MemoryStore());
  const asked = assessed.filter(({ findings }) => findings.some(needsAttention));
  expect(asked.map(({ account }) => account).sort()).toEqual(
    [...templateAccounts, 'flutterfred', 'priya-menon', 'brightpath-dev'].sort(),
  );
  expect(asked.length).toBeLessThan(assessed.length / 3);
  const groups = joined(
    asked.map(({ site, account, level, findings }) => ({
      key: `${site}:${account}` as AccountKey,
      rank: -levels.indexOf(level),
      flags: findings.map(({ flag }) => flag),
      findings: findings.map(({ flag, with: others }) => ({ flag, with: others as AccountKey[] })),
    })),
  );
  // The line over the list says how many groups there are: those that are planted.
  expect(groups.map(({ rows }) => rows.map(({ key }) => key).sort())).toEqual(
    Object.values(plantedFamilies).map((family) => family.map((account) => `freelancer:${account}`).sort()),
  );
});
