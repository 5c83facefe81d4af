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
const kept = (one: Message) => withoutMessageWords([one])[0] as Message;

describe('of a message', () => {
  it('no word is kept, whoever wrote it, and all else is', () => {
    for (const mine of [true, false]) {
      const one = message({ mine, text: 'The build is green since noon.', sentAt: '2026-10-01T08:00:00.000Z' });
      const { text, reading, ...rest } = kept(one);
      expect(text).toMatch(/^#[0-9a-f]{24}$/);
      expect({ ...rest, text: one.text }).toEqual(one);
      expect(reading).toEqual(mine ? undefined : { language: 'en', quotes: [] });
      expect(parseObservation({ ...rest, text, reading })).toHaveProperty('observation');
    }
  });

  it('no more is kept than the sentence in which a red flag finds what it looks for', () => {
    const asks = 'Add me on Telegram, there I answer at once.';
    const one = message({ text: `My daughter was born on Monday. ${asks} The export is done.` });
    expect(kept(one).reading).toEqual({
      language: 'en',
      quotes: [{ flag: 'off-platform', strength: 'moderate', quote: asks }],
    });
    expect(JSON.stringify(kept(one))).not.toMatch(/daughter|export/);
    expect(kept({ ...one, mine: true }).reading).toBeUndefined();
  });

  it('an answer to the user’s question before it is no request', () => {
    const question = message({ mine: true, text: 'What is your WhatsApp number?', sentAt: '2026-10-01T08:00:00.000Z' });
    const answer = message({ text: 'Add me on WhatsApp, +44 7700 900123.', sentAt: '2026-10-01T09:00:00.000Z' });
    const quotesOf = (all: Message[]) =>
      withoutMessageWords(all).flatMap((one) => (one.kind === 'message' ? (one.reading?.quotes ?? []) : []));
    // A page may show the last message first.
    expect(quotesOf([question, answer])).toEqual([]);
    expect(quotesOf([answer, question])).toEqual([]);
    expect(quotesOf([answer])).toHaveLength(1);
  });

  it('the same is known again, and another is another', () => {
    const first = kept(message({}));
    expect(kept(message({}))).toEqual(first);
    expect(kept(message({ text: 'Ring me in the morning.' })).text).not.toBe(first.text);
    expect(kept(message({ thread: 'bea' })).text).not.toBe(first.text);
  });
});

it('keeps how somebody can be reached or paid, in the normal form, and of groups nothing', () => {
  const text = 'Mail Ada.Brook+1@gmail.com, telegram @adabrook, or join https://t.me/joinchat/AAAA';
  const one = kept(message({ text }));
  expect(one.contacts).toEqual([
    { type: 'mail', value: 'adabrook@gmail.com' },
    { type: 'handle', value: 'telegram:adabrook' },
  ]);
  expect(JSON.stringify(one.contacts)).not.toContain('join');
  expect(kept(message({ text: 'Good morning' }))).not.toHaveProperty('contacts');
});

it('has the fingerprint that version 0.1 gave it', async () => {
  for (const text of [
    'ok',
    'Ünïcödé 👋',
    'x'.repeat(20_000),
    ...Array.from({ length: 130 }, (_, i) => 'a'.repeat(i + 1)),
  ]) {
    const one = message({ text });
    const words = new TextEncoder().encode(['fiverr', 'ada', 'ada', text].join('\n'));
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', words)).toString('hex');
    expect(kept(one).text).toBe(`#${hash.slice(0, 24)}`);
  }
});

it('leaves everything else as it is', () => {
  const bid: Observation = {
    kind: 'bid',
    site: 'fiverr',
    seenAt: '2026-10-02T09:30:00.000Z',
    project: '1',
    account: 'ada',
    text: 'I would build it in four weeks.',
  };
  expect(withoutMessageWords([bid])).toEqual([bid]);
});
