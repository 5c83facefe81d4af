// Events of logs at the border: what is read of an untrusted value, the first time and again, and why it is refused.
import { describe, expect, it } from 'vitest';
import { MAX_SHORT } from '../../lib/model/limits.ts';
import { contentOf, logTime, parseLogEvent } from '../../lib/model/log-event.ts';

const signIn = {
  kind: 'sign-in',
  site: 'okta',
  seenAt: '2026-11-01T00:00:00Z',
  account: 'ines',
  at: '2026-10-01T10:00:00Z',
};

describe('an event of a log', () => {
  it.each<[string, object, object]>([
    ['without what is empty or not known', { ip: '', device: null, session: undefined, colour: 'red' }, {}],
    ['with what is too long cut', { client: 'x'.repeat(1_000) }, { client: 'x'.repeat(MAX_SHORT) }],
    ['with half a letter made whole', { city: 'Ly\ud800on' }, { city: 'Ly\ufffdon' }],
    ['with its times as they are written here', { at: '2026-10-01T12:00:00+02:00' }, { at: '2026-10-01T10:00:00Z' }],
    ['with a moment to the millisecond', { at: '2026-10-01T10:00:00.250Z' }, { at: '2026-10-01T10:00:00.250Z' }],
    ['with a moment of a whole second', { at: '2026-10-01T10:00:00.000Z' }, { at: '2026-10-01T10:00:00Z' }],
    [
      'with numbers and what is so or not',
      { port: 3389, latitude: -1.5, proxy: false },
      { port: 3389, latitude: -1.5, proxy: false },
    ],
  ])('is read %s, and again the same', (_, said, read) => {
    const expected = { ...signIn, seenAt: '2026-11-01T00:00:00.000Z', ...read };
    for (let i = 0; i < 3; i++) expect(parseLogEvent({ ...signIn, ...said })).toEqual({ event: expected });
  });

  it.each<[string, unknown]>([
    ['at', { ...signIn, at: '2026-02-30T10:00:00Z' }],
    ['at', { ...signIn, at: '2026-10-01T24:00:00Z' }],
    ['at', { ...signIn, at: '1601-01-01T00:00:00Z' }],
    ['at', { ...signIn, at: 1_790_000_000 }],
    ['at', { ...signIn, at: undefined }],
    ['seenAt', { ...signIn, seenAt: '2026-11-01' }],
    ['account', { ...signIn, account: 'a\u0000b' }],
    ['ip', { ...signIn, ip: 'nowhere' }],
    ['port', { ...signIn, port: '3389' }],
    ['client', { ...signIn, client: ['Firefox'] }],
    ['outcome', { ...signIn, outcome: 'perhaps' }],
    ['amount', { ...signIn, kind: 'payment', direction: 'out', currency: 'EUR', amount: -1 }],
    ['kind', { ...signIn, kind: 'constructor' }],
    ['kind', 'nothing'],
    ['kind', null],
  ])('is refused for its %s, and again', (field, value) => {
    for (let i = 0; i < 3; i++) expect(parseLogEvent(value)).toEqual({ problem: expect.stringMatching(`^${field}: `) });
  });

  it('is the same in whatever order it says things, whenever it was read and whatever was looked up', () => {
    const { event } = parseLogEvent({ ...signIn, ip: '192.0.2.1' }) as { event: Parameters<typeof contentOf>[0] };
    const turned = Object.fromEntries(Object.entries(event).reverse()) as typeof event;
    expect(contentOf({ ...turned, seenAt: '2026-11-02T00:00:00.000Z', proxy: true } as typeof event)).toBe(
      contentOf(event),
    );
    expect(contentOf({ ...event, ip: '192.0.2.2' } as typeof event)).not.toBe(contentOf(event));
    expect(contentOf({ ...event, session: 'null' } as typeof event)).not.toBe(contentOf(event));
  });
});

describe('the time of an event', () => {
  it.each([
    ['2000-02-29T00:00:00Z', '2000-02-29T00:00:00Z'],
    ['2026-10-01T23:59:59.999Z', '2026-10-01T23:59:59.999Z'],
    ['2026-10-01T23:59:60Z', undefined],
    ['2026-02-29T00:00:00Z', undefined],
    ['1994-12-31T23:59:59Z', undefined],
    ['1995-01-01T00:00:00Z', '1995-01-01T00:00:00Z'],
    ['2099-12-31T23:59:59Z', '2099-12-31T23:59:59Z'],
    ['2100-01-01T00:00:00Z', undefined],
    ['2026-10-01T10:00Z', '2026-10-01T10:00:00Z'],
    ['2026-10-01', '2026-10-01'],
  ])('%s is %s', (written, time) => {
    expect(logTime(written)).toBe(time);
    expect(logTime('2026-01-01')).toBe('2026-01-01');
    expect(logTime(written)).toBe(time);
  });
});
