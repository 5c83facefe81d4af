import { describe, expect, it } from 'vitest';
import { withoutMessageWords } from '../../entrypoints/background/private-messages.ts';
import { type Message, type Observation, parseObservation } from '../../lib/model/observation.ts';

const message = (more: Partial<Message>): Message => ({
  kind: 'message',
  site: 'fiverr',
  seenAt: '2026-10-02T09:30:00.000Z',
  thread: 'ada',
  account: 'ada',
  mine: false,
  text: 'My number is 555 0100, ring me in the evening.',
  ...more,
});
const kept = async (one: Message) => (await withoutMessageWords([one]))[0] as Message;

describe('of a message', () => {
  it('no word is kept, whoever wrote it, and all else is', async () => {
    for (const mine of [true, false]) {
      const one = message({ mine, sentAt: '2026-10-01T08:00:00.000Z' });
      const { text, ...rest } = await kept(one);
      expect(text).toMatch(/^#[0-9a-f]{24}$/);
      expect({ ...rest, text: one.text }).toEqual(one);
      expect(parseObservation({ ...rest, text })).toHaveProperty('observation');
    }
  });

  it('the same is known again, and another is another', async () => {
    const first = await kept(message({}));
    expect(await kept(message({}))).toEqual(first);
    expect((await kept(message({ text: 'Ring me in the morning.' }))).text).not.toBe(first.text);
    expect((await kept(message({ thread: 'bea' }))).text).not.toBe(first.text);
  });
});

it('leaves everything else as it is', async () => {
  const bid: Observation = {
    kind: 'bid',
    site: 'fiverr',
    seenAt: '2026-10-02T09:30:00.000Z',
    project: '1',
    account: 'ada',
    text: 'I would build it in four weeks.',
  };
  expect(await withoutMessageWords([bid])).toEqual([bid]);
});
