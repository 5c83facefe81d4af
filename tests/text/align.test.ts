import { describe, expect, it } from 'vitest';
import { align, difference } from '../../lib/text/align.ts';

describe('texts laid side by side', () => {
  const shown = (before: string, now: string) =>
    difference(before, now).map(({ kind, text }) => `${{ same: '=', gone: '-', new: '+' }[kind]}${text.trim()}`);
  it('say which words went and which came', () => {
    expect(shown('I kept six pages well', 'I kept eleven pages very well')).toEqual([
      '=I kept',
      '-six',
      '+eleven',
      '=pages',
      '+very',
      '=well',
    ]);
    expect(shown('same text', 'same text')).toEqual(['=same text']);
    expect(shown('one', 'two')).toEqual(['-one', '+two']);
    expect(shown('', 'two')).toEqual(['+two']);
  });

  it('put together give the new text again', () => {
    const now = '  It is\n\n a   text with\tspaces ';
    expect(
      difference('It was a text', now)
        .filter(({ kind }) => kind !== 'gone')
        .map(({ text }) => text)
        .join(''),
    ).toBe(now);
  });

  it('of very long texts are their beginnings: the work grows with the product', () => {
    const words = (stretches: { text: string }[]) => stretches.flatMap(({ text }) => text.split(/\s+/).filter(Boolean));
    const both = difference('a b '.repeat(50_000), 'b c '.repeat(50_000));
    expect(words(both.filter(({ kind }) => kind !== 'gone'))).toHaveLength(1_200);
    expect(words(both.filter(({ kind }) => kind !== 'new'))).toHaveLength(1_200);
    expect(difference(' '.repeat(100_000), 'x'.repeat(100_000)).map(({ kind }) => kind)).toEqual(['gone', 'new']);
  });
});

describe('a use laid under its template', () => {
  const constant = ['I read your post about', 'and I can begin on', 'Best, the team'];
  it('says what fills each gap, also before the first and after the last stretch', () => {
    expect(
      align(constant, 'Hi Ann! I read your post about lamps and I can begin on Monday. Best, the team (Bo)'),
    ).toEqual({ slots: ['Hi Ann!', 'lamps', 'Monday.', '(Bo)'], kept: 1 });
  });

  it('finds the beginning of a stretch where the stretch is, not in what fills the gap before it', () => {
    const { slots } = align(
      ['they trust.', 'I would build this'],
      'they trust. I have shipped ten shops. I would build this',
    );
    expect(slots).toEqual(['', 'I have shipped ten shops.', '']);
  });

  it('leaves a gap empty, and puts what stands inside a stretch into the gap after it', () => {
    expect(align(constant, 'I read your long post about and I can begin on').slots).toEqual(['', 'long', '', '']);
  });

  it('says of another text that it keeps little of this one', () => {
    expect(align(constant, 'Something else altogether, with no word of it').kept).toBeLessThan(0.2);
    expect(align([], 'anything')).toEqual({ slots: ['anything'], kept: 0 });
  });
});
