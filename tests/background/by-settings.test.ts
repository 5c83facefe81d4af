// What is looked for is as the user set it: a program for remote control is one that stands in their list.
import { expect, it } from 'vitest';
import { assessBySettings } from '../../entrypoints/background/user-context.ts';
import { MemoryStore } from '../../lib/evidence/memory-evidence.ts';
import { defaultSettings } from '../../lib/settings/settings.ts';
import { signIn } from '../log-events.ts';

const store = new MemoryStore();
store.rememberEvents(
  Array.from({ length: 6 }, (_, day) => signIn(day * 24 + 9, { ip: '10.0.0.1', client: 'Quay Helper/2' })),
);
const found = async (remotePrograms: readonly string[], flagsOff: readonly string[] = []) => {
  const settings = { ...defaultSettings, remotePrograms: [...remotePrograms], flagsOff: [...flagsOff] };
  const [one] = await assessBySettings(settings, ['okta:ines@quay.example'], store.evidence());
  return one?.findings.map(({ flag }) => flag);
};

it.each([
  [defaultSettings.remotePrograms, [], []],
  [['quay-helper'], [], ['remote-desktop']],
  [['quay-helper'], ['remote-desktop'], []],
])('of %j, with %j switched off, found is %j', async (programs, off, flags) => {
  expect(await found(programs, off)).toEqual(flags);
});
