// A project put together from what was stored, and its bidders for a spreadsheet.
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { accountNotes } from '../../components/dashboard/account-notes.ts';
import { everyone, filtered } from '../../components/dashboard/list-query.ts';
import { biddersCsv, projectSummary } from '../../components/dashboard/project-rows.ts';
import { groupMarks } from '../../components/popup-groups.ts';
import { markOf } from '../../entrypoints/background/mark.ts';
import { decided } from '../../lib/assess/apply-decisions.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import type { Bid, Observation } from '../../lib/model/observation.ts';
import { accountRow } from '../../lib/store/accounts.ts';
import type { AccountRow, StoredDecision, StoredObservation } from '../../lib/store/rows.ts';
import { findingOf } from '../finding-of.ts';

const seenAt = '2026-10-05T08:00:00Z';
const coverage = { bids: 1, projects: 1, reviews: 0, profiles: 0, messages: 0 };

function account(name: string, level: Assessment['level'], key?: string, others: string[] = []): AccountRow {
  const findings = key ? [findingOf({ flag: 'reused-template', key, account: name, with: others })] : [];
  const assessment = { site: 'guru', account: name, level, coverage, checks: [], findings };
  return accountRow(`guru:${name}`, { coverage, firstSeenAt: seenAt, lastSeenAt: seenAt }, assessment);
}

const bid = (name: string, more: Partial<Bid> = {}): Bid => ({
  kind: 'bid',
  site: 'guru',
  seenAt,
  account: name,
  project: '7',
  ...more,
});

function stored(body: Observation, n: number): StoredObservation {
  const who = 'account' in body ? { who: `guru:${body.account}` as AccountKey } : {};
  return {
    n,
    identity: `${n}`,
    kind: body.kind,
    ...who,
    project: 'guru:7',
    firstSeenAt: seenAt,
    lastSeenAt: body.seenAt,
    body,
  };
}

const people = [
  account('ada', 'look-closer', 'reused-template:1', ['guru:ben']),
  account('ben', 'worth-a-question', 'reused-template:3', ['guru:ada']),
  account('cleo', 'look-closer', 'reused-template:2'),
  account('dan', 'no-flags'),
];
const rows = [
  stored({ kind: 'project', site: 'guru', seenAt, project: '7', title: 'A till', bidCount: 9 }, 1),
  stored(bid('ada', { amount: 400, currency: 'USD', text: '=HYPERLINK("x")' }), 2),
  stored(bid('ben', { text: 'Two\nlines, "quoted"' }), 3),
  stored(bid('cleo', { seenAt: '2026-10-07T08:00:00Z' }), 4),
  stored(bid('dan'), 5),
  stored(bid('nobody-listed'), 6),
];
const accounts = new Map(people.map((row) => [row.key, row]));
const decisions: StoredDecision[] = [
  {
    id: 1,
    kind: 'fine',
    account: 'guru:cleo',
    at: seenAt,
    reason: '',
    known: [{ flag: 'reused-template', key: 'reused-template:2', strength: 'strong' }],
  },
  { id: 2, kind: 'fine', account: 'guru:ada', at: seenAt, reason: '', known: [] },
  { id: 3, kind: 'muted', account: 'guru:dan', at: seenAt, flag: 'rating-ring' },
];
const records = [{ id: 'r1', account: 'guru:ben', changedAt: seenAt }];
const notes = accountNotes(people, decisions, records);

describe('what the user decided', () => {
  it('stands beside each account while it holds: what is new since is not checked', () => {
    expect([...notes]).toEqual([
      ['guru:ben', { muted: 0, record: 'r1' }],
      ['guru:cleo', { muted: 0, checked: seenAt }],
      ['guru:dan', { muted: 1 }],
    ]);
  });

  it.each([
    ['checked', ['cleo']],
    ['muted', ['dan']],
    ['record', ['ben']],
    ['none', ['ada']],
  ] as const)('is a filter: %s', (note, left) => {
    expect(filtered(people, { ...everyone, note }, notes).map((row) => row.account)).toEqual(left);
  });
});

describe('a level as a filter', () => {
  it('finds nobody of whom the list shows what the user decided instead', () => {
    const levelled = people.map((row) => ({ ...row, level: 'no-flags' as const }));
    const left = filtered(levelled, { ...everyone, level: 'no-flags' }, notes).map((row) => row.account);
    expect(left).toContain('ada');
    expect(left).not.toContain('cleo');
    expect(left).not.toContain('dan');
  });
});

describe('a project', () => {
  const summary = projectSummary('guru:7', rows, accounts, notes);

  it('counts who asks for a look, in how many groups, and who was decided on', () => {
    expect(summary).toMatchObject({
      project: { title: 'A till' },
      bidCount: 9,
      asking: 2,
      groups: 1,
      checked: 1,
      records: 1,
      lastSeenAt: '2026-10-07T08:00:00Z',
    });
    expect(summary.bidders.map((one) => one.account)).toEqual(['ada', 'ben', 'cleo', 'dan']);
  });

  it('counts groups as the popup and the line do, each account in one: two flags that join the same people make one', () => {
    const others: Record<string, string[]> = {
      eve: ['fay', 'gus'],
      fay: ['eve', 'gus'],
      gus: ['eve', 'fay'],
      hal: ['eve'],
    };
    const joinedTwice = Object.entries(others).map(([name, named]) => {
      const findings = ['reused-template', 'rating-ring'].map((flag) =>
        findingOf({ flag, key: `${flag}:${name}`, account: name, with: named.map((one) => `guru:${one}`) }),
      );
      const assessment = { site: 'guru', account: name, level: 'look-closer' as const, coverage, checks: [], findings };
      return {
        assessment,
        row: accountRow(`guru:${name}`, { coverage, firstSeenAt: seenAt, lastSeenAt: seenAt }, assessment),
      };
    });
    const listed = new Map(joinedTwice.map(({ row }) => [row.key, row]));
    const bidsOf = Object.keys(others).map((name, n) => stored(bid(name), n));
    const onDashboard = projectSummary('guru:7', bidsOf, listed, new Map());
    const inPopup = groupMarks(joinedTwice.map(({ assessment }) => markOf(decided(assessment))));
    expect(inPopup.groups).toHaveLength(1);
    expect(onDashboard).toMatchObject({ asking: inPopup.asking, groups: inPopup.groups.length });
  });

  it('never has fewer bids than were read', () => {
    expect(projectSummary('guru:7', rows.slice(1), accounts, notes).bidCount).toBe(4);
  });

  it('becomes a table that a spreadsheet reads back, in which nothing is a formula', () => {
    const csv = biddersCsv(summary.bidders, notes);
    const { data, errors } = Papa.parse<Record<string, string>>(csv, { header: true });
    expect(errors).toEqual([]);
    expect(data.map((row) => [row.account, row.amount, row.checked, row['set aside'], row.record])).toEqual([
      ['guru:ada', '400', '', '0', ''],
      ['guru:ben', '', '', '0', 'r1'],
      ['guru:cleo', '', seenAt, '0', ''],
      ['guru:dan', '', '', '1', ''],
    ]);
    expect(data[0]?.text).toBe('\'=HYPERLINK("x")');
    expect(data[1]?.text).toBe('Two\nlines, "quoted"');
  });
});
