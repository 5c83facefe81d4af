import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import { manyNetworks, signIn, workdays } from '../../../tests/log-events.ts';
import type { LogEvent } from '../../model/log-event.ts';
import { manyAddresses } from './flag.ts';

const account = 'okta:ines@quay.example';
const look = async (events: LogEvent[]) => {
  const { findings, checks } = await manyAddresses.evaluate([account], evidenceOf([], [], events));
  return { strength: findings[0]?.strength, check: checks.get(account)?.message, finding: findings[0] };
};
describe('innocent', () => {
  test.each<[string, LogEvent[]]>([
    ['home every day', workdays(20)],
    ['a day of travel', [...workdays(10), ...manyNetworks(6, 300, 2)]],
    ['many addresses of one phone', [...workdays(5), ...manyNetworks(12, 200, 0.5, { network: 'as-mobile' })]],
    [
      'many addresses of one neighbourhood, networks not said',
      [...workdays(5), ...Array.from({ length: 12 }, (_, n) => signIn(200 + n, { ip: `10.9.${n}.1` }))],
    ],
    ['a relay that the log names', [...workdays(5), ...manyNetworks(9, 200, 0.5, { proxy: true })]],
    ['nine networks over nine days', [...workdays(5), ...manyNetworks(9, 200, 25)]],
    ['those who failed to get in', [...workdays(5), ...manyNetworks(9, 200, 0.5, { outcome: 'failed' })]],
    [
      'times that are known to the day only',
      [...workdays(5), ...manyNetworks(9, 200).map((one) => ({ ...one, at: '2026-09-20' }))],
    ],
    [
      'gateways that many share',
      [
        ...workdays(5),
        ...['ines', 'bo', 'cem', 'dita', 'efe'].flatMap((who) =>
          manyNetworks(9, 200).map((one) => ({ ...one, account: `${who}@quay.example` })),
        ),
      ],
    ],
  ])('%s', async (_, events) => {
    expect(await look(events)).toMatchObject({ strength: undefined, check: 'clear' });
  });
  test('without a log, or with little of one, nothing is said', async () => {
    expect((await look([])).check).toBe('noLogs');
    expect((await look(manyNetworks(8))).check).toBe('tooFew');
  });
});

describe('found', () => {
  test('seven networks within hours', async () => {
    const { strength, finding } = await look([...workdays(5), ...manyNetworks(7, 200)]);
    expect(strength).toBe('weak');
    expect(finding?.data).toMatchObject({ networks: 7, addresses: 7, hours: 3, days: 1 });
  });
  test('again and again, more strongly', async () => {
    expect((await look([...workdays(5), ...manyNetworks(8, 200), ...manyNetworks(8, 300)])).strength).toBe('moderate');
  });
  test('networks by their addresses where the log names none', async () => {
    const bare = manyNetworks(8, 200).map(({ network: _, ...one }) => one);
    expect((await look([...workdays(5), ...bare])).strength).toBe('weak');
  });
  test('a developer who is joined with the account, and it is the same from whichever country', async () => {
    const events = [...workdays(5), ...manyNetworks(8, 200)];
    const both: `${string}:${string}`[] = ['guru:ines', account];
    const joined = await manyAddresses.evaluate(['guru:ines'], evidenceOf([], [both], events));
    expect(joined.findings).toMatchObject([{ site: 'guru', account: 'ines' }]);
    const abroad = events.map((one, i) => ({ ...one, country: `Country ${i}` }));
    const again = await manyAddresses.evaluate(['guru:ines'], evidenceOf([], [both], abroad));
    expect(again).toEqual(joined);
  });
  test('ways that nobody travels are counted by coordinates', async () => {
    const far = manyNetworks(8, 200).map((one, i) => ({ ...one, latitude: 0, longitude: i % 2 === 0 ? 0 : 90 }));
    const rows = (await look([...workdays(5), ...far])).finding?.evidence[0];
    expect(rows).toMatchObject({ rows: expect.arrayContaining([{ label: 'rowLeaps', value: 7 }]) });
  });
});
