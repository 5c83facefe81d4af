import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import { manyNetworks, signIn, workdays } from '../../../tests/log-events.ts';
import type { LogEvent, SignIn } from '../../model/log-event.ts';
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

/** Two homes far apart, from hour to hour, on so many days. */
const apart = (days: number, more: (n: number) => Partial<SignIn> = () => ({})) =>
  Array.from({ length: days * 6 }, (_, n) =>
    signIn(200 + Math.floor(n / 6) * 24 + (n % 6), {
      ip: `10.${n % 2}.0.1`,
      network: `as-${n % 2}`,
      latitude: 0,
      longitude: (n % 2) * 60,
      ...more(n),
    }),
  );

/** Days in two countries that a log names without coordinates: the country and the network of each hour. */
const acrossBorder = (days: number, hours: readonly (readonly [hour: number, country: string, network: string])[]) =>
  Array.from({ length: days }, (_, day) =>
    hours.map(([hour, country, network]) =>
      signIn(200 + day * 24 + hour, { ip: `10.${network.length}.0.1`, network, country: `Land ${country}` }),
    ),
  ).flat();
/** Through the homes of three people, one of them in another country than the others. */
const threeHomes = [0, 1, 2, 3, 4, 5].map(
  (hour) => [hour, hour % 3 ? 'B' : 'A', `as-${'h'.repeat(hour % 3)}`] as const,
);

describe('innocent of being in two places at once', () => {
  test.each<[string, LogEvent[]]>([
    ['once', apart(1)],
    ['a phone that stays with its carrier at home', apart(5, (n) => (n % 2 ? { client: 'Quay/2 (iPhone)' } : {}))],
    ['a VPN that the log names', apart(5, (n) => (n % 2 ? { network: 'Mullvad VPN AB' } : {}))],
    ['an aeroplane’s line, by its number', apart(5, (n) => (n % 2 ? { network: '7155' } : {}))],
    [
      'countries in which networks are only registered',
      apart(5, (n) => ({
        latitude: undefined,
        longitude: undefined,
        registered: `X${'ABC'[n % 3]}`,
        network: `as-${n % 3}`,
      })),
    ],
    ['one network that the log’s map puts in two places', apart(5, () => ({ network: 'as-home' }))],
    [
      'two countries at whose border somebody lives, in a log without coordinates',
      apart(5, (n) => ({ latitude: undefined, longitude: undefined, country: `Land ${n % 2}` })),
    ],
    [
      'work across a border, from home, a café and an office there, every day',
      acrossBorder(20, [
        [0, 'A', 'as-home'],
        [1, 'B', 'as-office'],
        [5, 'B', 'as-cafe'],
        [9, 'B', 'as-office'],
        [10, 'A', 'as-home'],
      ]),
    ],
    [
      'a home at a border and a line of the other country, by the hour, every day',
      acrossBorder(
        20,
        [0, 1, 2, 3, 4, 5].map((hour) => [hour, hour % 2 ? 'B' : 'A', hour % 2 ? 'as-tether' : 'as-home']),
      ),
    ],
    ['some days through three homes in two countries', acrossBorder(7, threeHomes)],
    [
      'a journey through three countries in a day, twice',
      acrossBorder(2, [
        [0, 'A', 'as-1'],
        [2, 'B', 'as-22'],
        [4, 'C', 'as-333'],
      ]),
    ],
    [
      'one address that each log calls by another name',
      ['as-9', 'Quay Cable', undefined].flatMap((network, log) =>
        Array.from({ length: 9 }, (_, n) =>
          signIn(200 + n * 0.5 + log / 9, { ip: `10.5.${n}.1`, ...(network && { network }) }),
        ),
      ),
    ],
  ])('%s', async (_, events) => {
    expect(await look([...workdays(5), ...events])).toMatchObject({ strength: undefined, check: 'clear' });
  });
});

describe('found', () => {
  test('two places on two days, and more strongly on more', async () => {
    expect((await look([...workdays(5), ...apart(2)])).strength).toBe('weak');
    const { strength, finding } = await look([...workdays(5), ...apart(4)]);
    expect([strength, finding?.message]).toEqual(['moderate', 'foundApart']);
    expect(finding?.data).toMatchObject({ days: 4, places: 2, leaps: 5 });
  });
  test('three homes in two countries from hour to hour, on many days', async () => {
    const found = await look([...workdays(5), ...acrossBorder(8, threeHomes)]);
    expect([found.finding?.message, found.strength]).toEqual(['foundApart', 'moderate']);
  });
  test('four countries within hours, though none is come back to', async () => {
    const four = ['A', 'B', 'C', 'D'].map((country, hour) => [hour, country, `as-${'h'.repeat(hour)}`] as const);
    expect((await look([...workdays(5), ...acrossBorder(2, four)])).finding?.message).toBe('foundApart');
  });
  test('three countries from hour to hour, whatever they are called', async () => {
    const in3 = (name: string) =>
      apart(3, (n) => ({
        latitude: undefined,
        longitude: undefined,
        network: `as-${n % 3}`,
        ip: `10.${n % 3}.0.1`,
        country: `${name} ${n % 3}`,
      }));
    const found = (await look([...workdays(5), ...in3('Land')])).finding;
    expect(found?.message).toBe('foundApart');
    expect((await look([...workdays(5), ...in3('Other')])).finding).toEqual(found);
  });
  test('places that an aeroplane would reach only without gates, and not those that it reaches', async () => {
    const townsApart = (degrees: number) => apart(3, (n) => ({ longitude: (n % 2) * degrees }));
    // An hour from one to the next; a degree at the equator is 111 km.
    expect((await look([...workdays(5), ...townsApart(6)])).finding?.message).toBe('foundApart');
    expect((await look([...workdays(5), ...townsApart(4)])).strength).toBe(undefined);
    const inTwoHours = townsApart(6).filter((_, n) => n % 3 === 0);
    expect((await look([...workdays(5), ...inTwoHours])).strength).toBe(undefined);
  });
  test('the stronger of both where an account was in two places and in many networks', async () => {
    const both = [...apart(2), ...manyNetworks(9, 500), ...manyNetworks(9, 700)];
    expect((await look([...workdays(5), ...both])).finding).toMatchObject({ message: 'found', strength: 'moderate' });
    const apartIsStronger = [...apart(4), ...manyNetworks(7, 500)];
    expect((await look([...workdays(5), ...apartIsStronger])).finding).toMatchObject({
      message: 'foundApart',
      strength: 'moderate',
    });
  });
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
  test('countries in which networks are registered are told beside the networks, and change nothing else', async () => {
    const events = [...workdays(5), ...manyNetworks(8, 200)];
    const registered = events.map((one, n) => ({ ...one, registered: n % 2 ? 'XA' : 'XB' }));
    const [bare, looked] = [await look(events), await look(registered)];
    expect(looked.strength).toBe(bare.strength);
    expect(looked.finding?.evidence[0]).toMatchObject({
      rows: expect.arrayContaining([{ label: 'rowRegistered', value: 2 }]),
    });
    expect(bare.finding?.evidence[0]).not.toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ label: 'rowRegistered' })]),
    });
  });
  test('ways that nobody travels are counted by coordinates', async () => {
    const far = manyNetworks(8, 200).map((one, i) => ({ ...one, latitude: 0, longitude: i % 2 === 0 ? 0 : 90 }));
    const rows = (await look([...workdays(5), ...far])).finding?.evidence[0];
    expect(rows).toMatchObject({ rows: expect.arrayContaining([{ label: 'rowLeaps', value: 7 }]) });
  });
});
