import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import { workdays } from '../../../tests/log-events.ts';
import type { LogEvent } from '../../model/log-event.ts';
import { remoteDesktop } from './flag.ts';
import { isRemoteControl } from './programs.ts';

const account = 'okta:ines@quay.example';
const look = async (events: LogEvent[]) => {
  const { findings, checks } = await remoteDesktop.evaluate([account], evidenceOf([], [], events));
  return { found: findings[0], check: checks.get(account)?.message };
};
const ordinary = workdays(5, { client: 'Quay/1', port: 51_022 });
const days = (count: number, more: object) => workdays(count, { client: 'Quay/1', ...more });

describe('innocent', () => {
  test.each<[string, LogEvent[]]>([
    ['a browser from ports drawn by chance', ordinary],
    ['port 3389 once', [...ordinary, ...days(1, { port: 3389 }).slice(0, 1)]],
    ['a port of something else', days(5, { port: 443 })],
    [
      'a program that several people use',
      ['ines@quay.example', 'bo', 'cem', 'dita', 'efe'].flatMap((who) =>
        days(5, { account: who, client: 'TeamViewer/15' }),
      ),
    ],
    ['a program whose name merely holds another’s', days(5, { client: 'Materazzo/1' })],
    ['who failed to get in', [...ordinary, ...days(5, { port: 3389, outcome: 'failed' })]],
  ])('%s', async (_, events) => {
    expect(await look(events)).toMatchObject({ found: undefined, check: 'clear' });
  });
  test('without a log, or where it names neither port nor program, nothing is said', async () => {
    expect((await look([])).check).toBe('noLogs');
    expect((await look(workdays(5))).check).toBe('tooFew');
  });
  test.each(['Mozilla/5.0 Chrome/130', 'parsecond', 'Remote work portal'])('%s is none', (client) => {
    expect(isRemoteControl(client)).toBe(false);
  });
});

describe('found', () => {
  test.each<[string, object, string]>([
    ['port 3389', { port: 3389 }, 'foundPort'],
    ['a program', { client: 'AnyDesk/7.1' }, 'foundProgram'],
    ['a name written as one', { client: 'Mozilla/5.0 (X) ChromeRemoteDesktop/126' }, 'foundProgram'],
    ['a device', { client: undefined, device: 'PiKVM v4' }, 'foundProgram'],
  ])('%s, day after day', async (_, more, message) => {
    const { found } = await look([...ordinary, ...days(4, more)]);
    expect(found).toMatchObject({ message, strength: 'moderate', data: { uses: 16, days: 4 } });
  });
  test('on one day, more weakly', async () => {
    expect((await look([...ordinary, ...days(1, { port: 3389 })])).found?.strength).toBe('weak');
  });
});
