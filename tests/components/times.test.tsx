// @vitest-environment happy-dom
// How the dashboard says when something was: never more precisely than it is known.
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { HoursDial } from '../../components/dashboard/HoursDial.tsx';
import { Timeline } from '../../components/dashboard/Timeline.tsx';
import { hoursOf } from '../../components/dashboard/times.ts';
import { RingDrawing } from '../../components/evidence/RingDrawing.tsx';
import type { Observation } from '../../lib/model/observation.ts';
import { merge } from '../../lib/store/merge.ts';
import type { Row } from '../../lib/store/row.ts';
import type { StoredObservation } from '../../lib/store/rows.ts';

function shown(view: Parameters<typeof render>[0]): HTMLElement {
  const root = document.createElement('div');
  render(view, root);
  return root;
}
const bid = (n: number, submittedAt?: string): StoredObservation => {
  const o: Observation = {
    kind: 'bid',
    site: 'guru',
    account: 'ada',
    project: `${n}`,
    seenAt: '2026-03-20T10:00:00.000Z',
    ...(submittedAt && { submittedAt }),
  };
  return { ...(merge([], [o])[0] as Row), n };
};

describe('the timeline', () => {
  const root = shown(
    <Timeline rows={[bid(1, '2026-01/2026-02'), bid(2, '2026-03-04'), bid(3)]} projects={new Map()} />,
  );
  const rows = [...root.querySelectorAll('li')];

  it('says an interval in words, and marks as a time only what is one', () => {
    expect(rows.map((row) => row.querySelector('.when')?.textContent)).toEqual([
      'seen 20 March 2026',
      '4 March 2026',
      'January – February 2026',
    ]);
    expect(rows.map((row) => row.querySelector('time')?.getAttribute('datetime'))).toEqual([
      '2026-03-20T10:00:00.000Z',
      '2026-03-04',
      undefined,
    ]);
  });

  it('draws it as a stretch, which no reader is read', () => {
    const widths = rows.map((row) => Number(row.querySelector('.stretch')?.getAttribute('width')));
    expect(widths[2]).toBeGreaterThan(50);
    expect(widths[0]).toBeLessThan(10);
    expect(rows.every((row) => row.querySelector('svg')?.getAttribute('aria-hidden') === 'true')).toBe(true);
  });
});

describe('the dial of hours', () => {
  const moments = Array.from({ length: 9 }, (_, i) => bid(i, `2026-03-0${i + 1}T09:08:07Z`));
  const days = Array.from({ length: 5 }, (_, i) => bid(20 + i, '2026-03-11'));

  it('says of how many bids the hour is known', () => {
    const root = shown(<HoursDial hours={hoursOf([...moments, ...days], undefined)} />);
    expect(root.textContent).toContain('9 of 14 bids and messages have a known time of day');
    expect(root.querySelectorAll('.hour')).toHaveLength(1);
  });

  it('draws nothing of days, and says why', () => {
    const root = shown(<HoursDial hours={hoursOf(days, undefined)} />);
    expect(root.querySelector('svg')).toBeNull();
    expect(root.textContent).toBe(
      'Of 5 bids and messages none has a known time of day, which is too few to say anything.',
    );
    expect(shown(<HoursDial hours={hoursOf([], undefined)} />).textContent).toBe(
      'No bids or messages of this account were seen.',
    );
  });
});

describe('the drawing of a ring', () => {
  it('names each rating’s time as it is known', () => {
    const rating = { from: 'guru:carla', value: 5, outOf: 5 };
    const root = shown(
      <RingDrawing
        ring={{
          kind: 'ring',
          clients: ['guru:carla'],
          developers: ['guru:ada', 'guru:ben'],
          shares: [],
          from: '2026-02',
          to: '2026-03',
          ratings: [
            { ...rating, to: 'guru:ada', at: '2026-02/2026-03' },
            { ...rating, to: 'guru:ben', at: '2026-03-04' },
          ],
          rows: [],
        }}
      />,
    );
    const ratings = [...root.querySelectorAll('.rating')];
    expect(ratings.map((one) => one.getAttribute('aria-label'))).toEqual([
      '@carla rated @ada: 5 of 5, February – March 2026',
      '@carla rated @ben: 5 of 5, 4 March 2026',
    ]);
    const [wide = 0, day = 0] = ratings.map((one) => {
      const stretch = one.querySelector('.stretch');
      return Number(stretch?.getAttribute('x2')) - Number(stretch?.getAttribute('x1'));
    });
    expect(wide).toBeGreaterThan(20 * day);
  });
});
