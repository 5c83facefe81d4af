// @vitest-environment happy-dom
// A project's bidders as a table: only what its pages told has a column.
import { render } from 'preact';
import { expect, it } from 'vitest';
import { everyone } from '../../components/dashboard/list-query.ts';
import { readWords } from '../../components/dashboard/ProjectList.tsx';
import { ProjectView } from '../../components/dashboard/ProjectView.tsx';
import type { Bidder } from '../../components/dashboard/project-rows.ts';
import { setLanguage } from '../../lib/i18n/language.ts';
import type { Bid } from '../../lib/model/observation.ts';

const bidder = (account: string, bid: Partial<Bid>) =>
  ({
    key: `guru:${account}`,
    site: 'guru',
    account,
    level: 'no-flags',
    rank: 2,
    findings: [],
    flags: [],
    coverage: { bids: 1, projects: 1, reviews: 0, profiles: 0, messages: 0 },
    firstSeenAt: '2026-10-01T10:00:00Z',
    bid: { kind: 'bid', site: 'guru', seenAt: '2026-10-01T10:00:00Z', project: 'p', account, ...bid },
  }) as unknown as Bidder;

/** The view of these bidders. */
function view(bidders: Bidder[], onUndo?: () => void) {
  const root = document.createElement('div');
  const summary = {
    key: 'guru:p',
    project: undefined,
    bidders,
    bidCount: 9,
    asking: 0,
    groups: 0,
    checked: 0,
    records: 0,
  };
  render(
    <ProjectView
      summary={
        { ...summary, lastSeenAt: '2026-10-01T10:00:00Z' } as unknown as Parameters<typeof ProjectView>[0]['summary']
      }
      notes={new Map()}
      profiles={new Map()}
      query={everyone}
      onQuery={() => undefined}
      status=""
      onAct={() => undefined}
      onUndo={onUndo}
      onCsv={() => undefined}
    />,
    root,
  );
  return root;
}

/** The headings of the table of these bidders, and what the cells of the first say. */
function table(bidders: Bidder[]) {
  const root = view(bidders);
  return {
    heads: [...root.querySelectorAll('#bidders thead button')].map((one) => one.textContent),
    cells: root.querySelector('#bidders tbody tr')?.children.length,
  };
}

it('has no column for what no page told of anybody', () => {
  const all = ['Developer', 'Level and main reason'];
  expect(table([bidder('a', { amount: 20 }), bidder('b', { days: 3 })])).toEqual({
    heads: [...all, 'Amount', 'Days'],
    cells: 5,
  });
  expect(table([bidder('a', {}), bidder('b', { submittedAt: '2026-10' })])).toEqual({
    heads: [...all, 'Sent'],
    cells: 4,
  });
  expect(table([bidder('a', {})])).toEqual({ heads: all, cells: 3 });
});

it('says how many bids were read in words that agree', () => {
  const read = (bids: number, all: number) =>
    readWords({ bidders: Array.from({ length: bids }), bidCount: all } as unknown as Parameters<typeof readWords>[0]);
  expect([read(1, 1), read(6, 23)]).toEqual(['1 of 1 bid read', '6 of 23 bids read']);
  setLanguage('es');
  expect([read(1, 1), read(6, 23)]).toEqual(['1 de 1 propuesta leída', '6 de 23 propuestas leídas']);
  setLanguage('en');
});

it('takes back what was decided on several at once, where something was', () => {
  let undone = 0;
  const undo = (root: HTMLElement) => root.querySelector<HTMLButtonElement>('#bulk-undo');
  undo(view([bidder('ada', {})], () => (undone += 1)))?.click();
  expect(undone).toBe(1);
  expect(undo(view([bidder('ada', {})]))).toBeNull();
});
