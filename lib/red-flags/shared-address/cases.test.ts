import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import { signIn, workdays } from '../../../tests/log-events.ts';
import type { LogEvent, SignIn } from '../../model/log-event.ts';
import { sharedAddress } from './flag.ts';

const account = 'okta:ines@quay.example';
const look = async (events: LogEvent[], people: `${string}:${string}`[][] = []) => {
  const { findings, checks } = await sharedAddress.evaluate([account], evidenceOf([], people, events));
  const [found] = findings;
  return { asks: found && !found.commonPractice && found.strength, check: checks.get(account)?.message, found };
};
const ines = (more: Partial<SignIn>) => workdays(5, { name: 'Ines Quay', ...more });
const bo = (more: Partial<SignIn>) => workdays(5, { account: 'bo@quay.example', name: 'Bo Lund', ...more });

describe('innocent', () => {
  test.each<[string, LogEvent[]]>([
    ['two homes', [...ines({}), ...bo({ ip: '10.0.0.2' })]],
    [
      'an office of five',
      ['bo', 'cem', 'dita', 'efe'].flatMap((who) => [
        ...ines({ device: 'desk' }),
        ...bo({ device: 'desk', account: who }),
      ]),
    ],
    [
      'two accounts of one person by their name',
      [...ines({ device: 'd' }), ...bo({ device: 'd', name: 'Quay, Inés' })],
    ],
    [
      'one device’s name in two logs',
      [...ines({ device: 'd', ip: '10.0.0.3' }), ...bo({ device: 'd', site: 'entra' })],
    ],
    ['who failed to get in', [...ines({ device: 'd' }), ...bo({ device: 'd', outcome: 'failed' })]],
  ])('%s', async (_, events) => {
    expect(await look(events)).toMatchObject({ asks: undefined, check: 'clear' });
  });
  test('flatmates at one address only inform', async () => {
    const { found, asks } = await look([
      ...ines({ client: 'Quay/1' }),
      ...bo({ client: 'Quay/1' }),
      ...crowd('Quay/1'),
    ]);
    expect([asks, found?.message, found?.commonPractice]).toEqual([false, 'foundAddress', true]);
  });
  test('accounts that the user said are one person’s', async () => {
    const events = [...ines({ device: 'd' }), ...bo({ device: 'd' })];
    expect((await look(events, [[account, 'okta:bo@quay.example']])).check).toBe('clear');
  });
  test('without a log, or with little of one, nothing is said', async () => {
    expect((await look([])).check).toBe('noLogs');
    expect((await look(workdays(1))).check).toBe('tooFew');
  });
});

/** Six more people with a program, each at home. */
function crowd(client: string): LogEvent[] {
  return Array.from({ length: 6 }, (_, n) =>
    bo({ account: `p${n}`, name: `Person ${n}`, ip: `10.0.1.${n}`, client }),
  ).flat();
}

/** Three at one address for ten days: each for some hours and then the next, or all at once. */
function three(inTurns: boolean): LogEvent[] {
  return ['ines', 'bo', 'cem'].flatMap((who, i) =>
    Array.from({ length: 40 }, (_, n) =>
      signIn(Math.floor(n / 4) * 24 + 8 + (inTurns ? i * 3 + (n % 4) / 2 : (n % 4) * 2 + i / 3), {
        account: `${who}@quay.example`,
        name: `${who} ${who}son`,
        ip: '10.0.0.1',
      }),
    ),
  );
}

test('three flatmates who are at home at the same time only inform', async () => {
  expect((await look(three(false))).asks).toBe(false);
});

describe('found', () => {
  test('three accounts at one address in turns', async () => {
    const { asks, found } = await look(three(true));
    expect([asks, found?.message]).toEqual(['moderate', 'foundTurns']);
  });
  test('one machine for five accounts, each behind an address of its own', async () => {
    const five = ['ines', 'bo', 'cem', 'dita', 'efe'].flatMap((who, i) =>
      workdays(5, { account: `${who}@quay.example`, name: `${who} ${who}son`, device: 'rig', ip: `10.7.0.${i}` }),
    );
    expect((await look(five)).found?.message).toBe('foundDevice');
  });
  test.each<[string, LogEvent[], string]>([
    ['one device on several days', [...ines({ device: 'd' }), ...bo({ device: 'd' })], 'foundDevice'],
    ['one session', [...ines({ session: 's' }), ...bo({ session: 's', ip: '10.0.0.2' })], 'foundSession'],
    [
      'one address and a rare program',
      [...ines({ client: 'Rare/7' }), ...bo({ client: 'Rare/7' }), ...crowd('Quay/1')],
      'foundMachine',
    ],
  ])('%s', async (_, events, message) => {
    const { asks, found } = await look(events);
    expect([asks, found?.message, found?.with]).toEqual(['moderate', message, ['okta:bo@quay.example']]);
  });
});
