import { describe, expect, test } from 'vitest';
import { BidLedger, type LedgerBid } from '../../lib/stats/bid-ledger.ts';

const bid = (project: string, account: string, outcome?: LedgerBid['outcome']): LedgerBid => ({
  site: 'guru',
  project,
  account,
  outcome,
});

test('a bid is lost when somebody else got the project, unknown while nobody did', () => {
  const ledger = BidLedger.from([
    bid('shop', 'ada'),
    bid('shop', 'ben', 'awarded'),
    bid('shop', 'cal', 'open'),
    bid('blog', 'ada'),
    bid('blog', 'ben', 'open'),
  ]);
  expect(ledger.of('guru:ada')).toEqual({ bids: 2, won: 0, lost: 1, withdrawn: 0, unknown: 1 });
  expect(ledger.of('guru:ben')).toEqual({ bids: 2, won: 1, lost: 0, withdrawn: 0, unknown: 1 });
  expect(ledger.of('guru:cal')).toEqual({ bids: 1, won: 0, lost: 1, withdrawn: 0, unknown: 0 });
  expect(ledger.of('guru:dot')).toBeUndefined();
});

test('one rejected bid decides nothing about the others', () => {
  const ledger = BidLedger.from([bid('shop', 'ada', 'rejected'), bid('shop', 'ben')]);
  expect(ledger.of('guru:ada')?.lost).toBe(1);
  expect(ledger.of('guru:ben')?.unknown).toBe(1);
});

test('a bid that was taken back is neither won nor lost, even when the project went to another', () => {
  const ledger = BidLedger.from([bid('shop', 'ada', 'withdrawn'), bid('shop', 'ben', 'awarded')]);
  expect(ledger.of('guru:ada')).toEqual({ bids: 1, won: 0, lost: 0, withdrawn: 1, unknown: 0 });
});

test('what is known of a bid now takes the place of what was known before', () => {
  const ledger = BidLedger.from([bid('shop', 'ada', 'open'), bid('shop', 'ben')]);
  ledger.put(0, 'guru:ada', 'guru:shop', 'awarded');
  expect(ledger.of('guru:ada')).toEqual({ bids: 1, won: 1, lost: 0, withdrawn: 0, unknown: 0 });
  expect(ledger.of('guru:ben')?.lost).toBe(1);
  ledger.put(0, 'guru:ada', 'guru:shop', 'rejected');
  expect(ledger.of('guru:ada')).toEqual({ bids: 1, won: 0, lost: 1, withdrawn: 0, unknown: 0 });
  expect(ledger.of('guru:ben')?.unknown).toBe(1);
});

test('a bid that is gone counts no more, and neither does what it decided', () => {
  const ledger = BidLedger.from([bid('shop', 'ada', 'awarded'), bid('shop', 'ben')]);
  ledger.remove(0);
  ledger.remove(7);
  expect(ledger.of('guru:ada')).toBeUndefined();
  expect(ledger.of('guru:ben')).toEqual({ bids: 1, won: 0, lost: 0, withdrawn: 0, unknown: 1 });
});

test('a project with two winners leaves both their wins', () => {
  const ledger = BidLedger.from([bid('shop', 'ada', 'awarded'), bid('shop', 'ben', 'awarded'), bid('shop', 'cal')]);
  expect(ledger.of('guru:ada')?.won).toBe(1);
  expect(ledger.of('guru:ben')?.won).toBe(1);
  expect(ledger.of('guru:cal')?.lost).toBe(1);
});

test('the same project id on another marketplace is another project', () => {
  const ledger = BidLedger.from([bid('shop', 'ada'), { ...bid('shop', 'ben', 'awarded'), site: 'upwork' }]);
  expect(ledger.of('guru:ada')?.unknown).toBe(1);
});

test('totals follow what is taken in and change their version only with something new', () => {
  const ledger = new BidLedger();
  expect(ledger.totals().accounts).toBe(0);
  ledger.put(1, 'guru:ada', 'guru:shop');
  expect([...ledger.totals().decided]).toEqual([0]);
  ledger.put(2, 'guru:ben', 'guru:shop', 'awarded');
  expect([...ledger.totals().bids]).toEqual([1, 1]);
  expect([...ledger.totals().decided]).toEqual([1, 1]);
  expect([...ledger.totals().won]).toEqual([0, 1]);
  const { version } = ledger;
  ledger.put(1, 'guru:ada', 'guru:shop');
  expect(ledger.version).toBe(version);
});

test('ids named like members of an object are ids', () => {
  const ledger = BidLedger.from([bid('constructor', '__proto__', 'awarded'), bid('constructor', 'toString')]);
  expect(ledger.of('guru:__proto__')?.won).toBe(1);
  expect(ledger.of('guru:toString')?.lost).toBe(1);
});

describe('what is known of the projects', () => {
  const hour = (h: number) => ({ from: h * 3_600_000, to: h * 3_600_000 });

  test('stands with each bid, whichever was seen first', () => {
    const before = new BidLedger();
    before.putProject(1, 'guru:shop', hour(1), ['php', 'mysql']);
    before.put(2, 'guru:ada', 'guru:shop', 'open', hour(2));
    const after = new BidLedger();
    after.put(2, 'guru:ada', 'guru:shop', 'open', hour(2));
    after.putProject(1, 'guru:shop', hour(1), ['php', 'mysql']);
    const expected = { outcome: 'unknown', sent: hour(2), posted: hour(1), topics: [0, 1] };
    expect(before.bidsOf('guru:ada')).toEqual([expect.objectContaining(expected)]);
    expect(after.bidsOf('guru:ada')).toEqual([expect.objectContaining(expected)]);
    after.remove(1);
    expect(after.bidsOf('guru:ada')).toEqual([expect.objectContaining({ posted: undefined, topics: [] })]);
  });

  test('a project counts where a bid on it was seen', () => {
    const ledger = BidLedger.from([bid('shop', 'ada'), bid('shop', 'ben'), bid('blog', 'ada')]);
    ledger.putProject(10, 'guru:sealed', hour(1), []);
    expect([ledger.projectsOf('guru'), ledger.projectsOf('upwork')]).toEqual([2, 0]);
    expect([...ledger.everyone()].map(([account, bids]) => [account, bids.length])).toEqual([
      ['guru:ada', 2],
      ['guru:ben', 1],
    ]);
  });
});
