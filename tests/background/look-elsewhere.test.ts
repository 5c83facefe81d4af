// A decision reaches the pages of other tabs; who does not answer is left alone.
import { expect, it, vi } from 'vitest';

const tabs = {
  query: vi.fn(async (): Promise<object[]> => [{ id: 1 }, { id: 2 }, {}, { id: 3 }]),
  sendMessage: vi.fn(async (id: number, _message: object): Promise<unknown> => {
    if (id === 2) throw new Error('Could not establish connection. Receiving end does not exist.');
    return { type: 'look-again' };
  }),
};
vi.mock('webextension-polyfill', () => ({ default: { tabs } }));

it('asks every tab but the one that was told, each once it is looked at', async () => {
  const { lookAgainElsewhere } = await import('../../entrypoints/background/look-elsewhere.ts');
  await lookAgainElsewhere(3);
  const message = { type: 'look-again', whenSeen: true };
  expect(tabs.sendMessage.mock.calls).toEqual([
    [1, message],
    [2, message],
  ]);
});
