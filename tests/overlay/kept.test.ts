// What a page says is told from what it said before by what it says, whichever objects say it, and goes to the worker
// in characters that take one byte each where that is possible.
import { describe, expect, it, vi } from 'vitest';
import { keepSteps } from '../../lib/overlay/kept.ts';
import { makeTold } from '../../lib/overlay/told.ts';
import type { Reading } from '../../lib/reading/reading.ts';
import { finish } from '../../lib/reading/steps.ts';

const readingOf = (...texts: string[]): Reading => ({
  site: 'freelancer',
  url: 'https://www.freelancer.com/projects/garden-39000001',
  seenAt: '2026-11-28T10:00:00.000Z',
  page: 'project',
  sightings: texts.map((text, n) => ({
    kind: 'bid',
    ids: { project: '39000001', account: `bidder-${n}` },
    said: { text: [{ by: 'selectors', value: text }] },
  })),
  outlines: [
    {
      as: 'project',
      by: 'cards',
      ids: { project: '39000001' },
      url: 'https://www.freelancer.com/projects/garden-39000001',
      cards: [{ account: '', items: [{ text: 'A garden with a pond', path: [0], slot: 'p.<div.' }] }],
    },
  ],
});
const keep = (reading: Reading) => finish(keepSteps(reading));

it('cost work in proportion to what they say, though all of it is nobody’s and of one length', () => {
  const ofNobody = (letter: string): Reading => ({
    ...readingOf(),
    sightings: Array.from({ length: 600 }, (_, n) => ({
      kind: 'bid',
      ids: { project: '39000001' },
      said: { text: [{ by: 'cards', value: `${letter} ${1_000 + n}` }] },
    })),
  });
  keep(ofNobody('a'));
  const written = vi.spyOn(JSON, 'stringify');
  keep(ofNobody('b'));
  const times = written.mock.calls.length;
  written.mockRestore();
  expect(times).toBeLessThan(30 * 600);
});

describe('two readings of other objects', () => {
  it('that say the same have the same key, and nothing of the second is told', () => {
    const told = makeTold();
    const [first, second] = [readingOf('one letter', 'another'), readingOf('one letter', 'another')];
    const before = keep(first);
    told.tell(first).stored();
    expect(keep(second).key).toBe(before.key);
    expect(told.tell(second).fields.told?.things).toBe('[]');
  });

  it('of which one has a letter as long but another have another key, and that one alone is told', () => {
    const told = makeTold();
    const [first, second] = [readingOf('one letter', 'another'), readingOf('one better', 'another')];
    const before = keep(first);
    told.tell(first).stored();
    expect(keep(second).key).not.toBe(before.key);
    expect(JSON.parse(told.tell(second).fields.told?.things ?? '')).toEqual([
      [expect.any(Number), second.sightings[0]],
    ]);
  });

  it('what is gone and comes back is told again', () => {
    const told = makeTold();
    const whole = readingOf('one letter', 'another');
    keep(whole);
    told.tell(whole).stored();
    keep(readingOf('one letter'));
    const back = readingOf('one letter', 'another');
    keep(back);
    expect(JSON.parse(told.tell(back).fields.told?.things ?? '')).toEqual([[expect.any(Number), back.sightings[1]]]);
  });
});

describe('what is told', () => {
  const thingsOf = (reading: Reading) => makeTold().tell(reading).fields.told?.things ?? '';

  it('takes one byte a character where few take more, and says the same', () => {
    const reading = readingOf('for €300 – in “three” days 🙂, \\u20ac and a quote "');
    const things = thingsOf(reading);
    expect(things).toMatch(/^[\0-\xff]*$/);
    expect(JSON.parse(things)[0][1]).toEqual(reading.sightings[0]);
  });

  it('stays as it is where it is written in another alphabet', () => {
    const reading = readingOf('Добрий день, це лист');
    expect(thingsOf(reading)).toContain('Добрий день');
    expect(JSON.parse(thingsOf(reading))[0][1]).toEqual(reading.sightings[0]);
  });
});
