// @vitest-environment happy-dom
// Each kind of evidence as it is drawn for a panel on a marketplace page; the dashboard and paper show the same.
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Evidence } from '../../components/evidence/Evidence.tsx';
import { RingTables } from '../../components/evidence/Ring.tsx';
import { setLanguage } from '../../lib/i18n/language.ts';
import type { EvidenceItem, Finding } from '../../lib/model/finding.ts';
import { findingOf } from '../finding-of.ts';

afterEach(() => setLanguage('en'));

const ring: Extract<EvidenceItem, { kind: 'ring' }> = {
  kind: 'ring',
  clients: ['guru:carla'],
  developers: ['guru:ada', 'guru:ben'],
  shares: [
    { account: 'guru:carla', inside: 2, total: 3 },
    { account: 'guru:ada', inside: 1, total: 4 },
    { account: 'guru:ben', inside: 1, total: 1 },
  ],
  from: '2026-03-01',
  to: '2026-03-04',
  ratings: [
    { from: 'guru:carla', to: 'guru:ada', value: 5, outOf: 5, at: '2026-03-01' },
    { from: 'guru:carla', to: 'guru:ben', value: 4.5, outOf: 5, at: '2026-02/2026-03' },
    { from: 'guru:carla', to: 'guru:<b>x</b>', value: 5, outOf: 5 },
  ],
  rows: [
    { label: 'members', value: { message: 'membersAre', data: { clients: 1, developers: 2 } } },
    { label: 'period', value: { time: '2026-03-01/2026-03-04' } },
  ],
};

/** The evidence of a finding as it is shown. */
function shown(finding: Finding): HTMLElement {
  const root = document.createElement('div');
  render(<Evidence finding={finding} />, root);
  return root;
}
const cells = (table: Element | undefined) =>
  [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.children].map((cell) => cell.textContent));

describe('a group that rates each other', () => {
  const root = () => shown(findingOf({ flag: 'rating-ring', site: 'guru', evidence: [ring] }));

  it('is said in figures, and rating by rating with times as precise as they are known', () => {
    const [figures, members, ratings] = [...root().querySelectorAll('table')];
    expect(cells(figures)).toEqual([
      ['Clients and developers', '1 and 2'],
      ['Time', '1 March – 4 March 2026'],
    ]);
    expect(cells(members)).toEqual([
      ['@carlaClient', '2', '1'],
      ['@adaDeveloper', '1', '3'],
      ['@benDeveloper', '1', '0'],
    ]);
    expect(cells(ratings)).toEqual([
      ['1 March 2026', '@carla', '@ada', '5 of 5'],
      ['February – March 2026', '@carla', '@ben', '4.5 of 5'],
      ['no date', '@carla', '@<b>x</b>', '5 of 5'],
    ]);
    expect(root().querySelector('summary')?.textContent).toBe('3 ratings, one by one');
  });

  it('is said in Spanish', () => {
    setLanguage('es');
    const [, , ratings] = [...root().querySelectorAll('table')];
    expect(cells(ratings)[1]).toEqual(['febrero – marzo de 2026', '@carla', '@ben', '4,5 de 5']);
  });

  it('leads from every name to all that is known of that account, and draws each rating', () => {
    const root = document.createElement('div');
    render(<RingTables ring={ring} />, root);
    const links = [...root.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toContain('/dashboard.html#/developer/guru%3Acarla');
    expect(links).toHaveLength(ring.shares.length + 2 * ring.ratings.length);
    const drawing = document.createElement('div');
    render(<Evidence finding={findingOf({ flag: 'rating-ring', site: 'guru', evidence: [ring] })} />, drawing);
    expect(drawing.querySelectorAll('svg .rating').length).toBe(ring.ratings.filter(({ at }) => at).length);
    expect(drawing.querySelector('svg')?.textContent).toContain('@carla');
  });
});

describe('a finding', () => {
  it('is said with its notes wherever it is shown', () => {
    const notes = [{ message: 'verbatim', data: { words: 'Seen <b>first</b>.' } }];
    const root = shown(findingOf({ flag: 'mass-bidding', site: 'guru', notes, evidence: [] }));
    expect(root.textContent).toBe('Seen <b>first</b>.');
    expect(root.querySelector('b')).toBeNull();
  });
});

describe('what happened when in a log', () => {
  const events = (count: number, lanes = count): EvidenceItem => ({
    kind: 'times',
    events: Array.from({ length: count }, (_, n) => ({
      at: new Date(Date.UTC(2026, 8, 27, n)).toISOString(),
      lane: `network-${n % lanes}`,
      value: `10.0.0.${n}`,
    })),
    count: count + 2,
  });
  const draw = (evidence: EvidenceItem) => shown(findingOf({ flag: 'many-addresses', evidence: [evidence] }));

  it('is drawn by its moment, a line each, and stands in a table as exactly as it is known', () => {
    const root = draw(events(4, 2));
    expect([...root.querySelectorAll('.lane text')].map((one) => one.textContent)).toEqual([
      'network-0network-0',
      'network-1network-1',
    ]);
    const places = [...root.querySelectorAll('.event')].map((one) => Number(one.getAttribute('x')));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(4);
    const marks = [...draw(events(9)).querySelectorAll('.tick text')].map((one) => Number(one.getAttribute('x')));
    expect(marks.length).toBeGreaterThan(1);
    for (const [i, x] of marks.slice(1).entries()) expect(x - (marks[i] ?? 0)).toBeGreaterThan(100);
    const rows = [...root.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows[1]).toEqual(['27 Sept 2026, 01:00 UTC', 'network-1', '10.0.0.1']);
    expect(root.querySelector('details')?.open).toBe(true);
    expect(root.querySelector('details p')?.textContent).toBe('And 2 more, which are not shown.');
    expect(root.querySelector('svg')?.getAttribute('aria-label')).toContain('4 entries on 2 lines of time');
  });

  it('puts what is on more lines than are drawn on one, and a stretch is as long as it took', () => {
    const many = draw(events(30));
    expect(many.querySelectorAll('.lane')).toHaveLength(14);
    expect([...many.querySelectorAll('.lane text')].at(-1)?.textContent).toContain('17 others');
    expect(many.querySelectorAll('.event')).toHaveLength(30);
    const stretch = draw({
      kind: 'times',
      events: [{ at: '2026-09-27T01:00:00Z/2026-09-28T05:00:00Z', lane: 'a', value: '' }],
      count: 1,
    });
    expect(Number(stretch.querySelector('.event')?.getAttribute('width'))).toBeGreaterThan(300);
    expect(stretch.querySelector('tbody td')?.textContent).toBe('27 Sept 2026, 01:00 – 28 Sept 2026, 05:00 UTC');
  });

  it('shows what is no time, as a record from elsewhere may hold, without drawing it', () => {
    const root = draw({ kind: 'times', events: [{ at: 'soon', lane: '<b>x</b>', value: 'y' }], count: 1 });
    expect(root.querySelector('b, .event')).toBeNull();
    expect([...root.querySelectorAll('tbody td')].map((cell) => cell.textContent)).toEqual(['soon', '<b>x</b>', 'y']);
  });
});
