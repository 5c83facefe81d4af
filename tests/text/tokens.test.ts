import { describe, expect, it } from 'vitest';
import { MAX_TEXT } from '../../lib/model/limits.ts';
import { MAX_TOKENS, ONE_CHARACTER, OPENS_SENTENCE, tokenise } from '../../lib/text/tokens.ts';

const words = (text: string): string[] => {
  const { starts, ends } = tokenise(text);
  return Array.from(starts, (start, i) => text.slice(start, ends[i]));
};
const hashes = (text: string): number[] => [...tokenise(text).hashes];

describe('what is compared', () => {
  it.each([
    ['capitals', 'Clean CODE', 'clean code'],
    ['apostrophes', 'don’t we’re it`s', "don't we're its"],
    ['full-width letters', 'ｃｌｅａｎ code', 'clean code'],
    ['mathematical letters', '𝗖𝗹𝗲𝗮𝗻 𝘤𝘰𝘥𝘦', 'clean code'],
    ['ligatures', 'ﬁne ﬂow', 'fine flow'],
    ['accents in one or two characters', 'café', 'cafe\u0301'],
    ['zero-width characters', 'cl\u200bea\u200dn\ufeff code', 'clean code'],
    ['soft hyphens', 'cl\u00adean code', 'clean code'],
    ['marks of writing direction', '\u202eclean\u202c code', 'clean code'],
    ['variation selectors', 'clean\ufe0f code', 'clean code'],
    ['Cyrillic letters that look Latin', 'сlеаn соdе', 'clean code'],
    ['Greek letters that look Latin', 'clεan cοde', 'clεan code'],
    ['punctuation, emoji, lone surrogates', 'clean—\ud800code! 🚀🚀', 'clean code'],
    ['stretched Arabic', 'مرحبـــا بكم', 'مرحبا بكم'],
    ['Korean in one or several characters', '한국어', '한국어'.normalize('NFD')],
    ['Greek final sigma', 'ΛΟΓΟΣ', 'λογος'],
  ])('is the same whatever %s', (_, a, b) => {
    expect(hashes(a)).toEqual(hashes(b));
  });

  it.each([
    ['accents that make another word', 'papá', 'papa'],
    ['numbers', '3 years', '4 years'],
    ['words of Cyrillic letters', 'работа', 'забота'],
  ])('differs by %s', (_, a, b) => {
    expect(hashes(a)).not.toEqual(hashes(b));
  });
});

describe('where words stand', () => {
  it('cuts at spaces and punctuation and keeps the text’s own spelling', () => {
    expect(words('Don’t use Node.js — use C++!')).toEqual(['Don’t', 'use', 'Node', 'js', 'use', 'C']);
  });

  it('takes scripts without spaces character by character, with their vowel signs', () => {
    expect(words('我们API提供')).toEqual(['我', '们', 'API', '提', '供']);
    expect(words('ครับ')).toEqual(['ค', 'รั', 'บ']);
    const { flags } = tokenise('我们 API');
    expect(Array.from(flags, (flag) => (flag & ONE_CHARACTER) !== 0)).toEqual([true, true, false]);
  });

  it('notes where sentences and lines open, not at the dot inside a name', () => {
    const text = 'One two. Node.js three\nfour? 五。六';
    const opens = words(text).filter((_, i) => (tokenise(text).flags[i] as number) & OPENS_SENTENCE);
    expect(opens).toEqual(['One', 'Node', 'four', '五', '六']);
  });

  it('lets one character stand for itself and the next two, so that three tokens tell as much as three words', () => {
    const [first] = hashes('我们提供');
    const [second] = hashes('我们提交');
    const [third] = hashes('我们都要');
    expect(first).toBe(second);
    expect(first).not.toBe(third);
  });
});

describe('hostile', () => {
  it.each([
    ['nothing', '', 0],
    ['only punctuation', '... !!! ---', 0],
    ['only emoji', '🚀🔥💯'.repeat(1_000), 0],
    ['only zero-width characters', '\u200b'.repeat(1_000), 0],
    ['only combining marks', '\u0301'.repeat(1_000), 0],
    ['lone surrogates', '\ud83d \udc00 \ud83d', 0],
    ['one endless word', 'a'.repeat(MAX_TEXT + 5), 1],
    ['one word again and again', 'work '.repeat(1_000_000), MAX_TOKENS],
    ['one character again and again', '工'.repeat(1_000_000), MAX_TOKENS],
  ])('%s', (_, text, count) => {
    expect(tokenise(text)).toHaveLength(count);
  });

  it('never points outside the text', () => {
    const text = `${'é'.repeat(50)} \u{1d400}\u0301 ㌔ ﷺ İ ẞ ${'́'.repeat(9)} end`;
    const { starts, ends, length } = tokenise(text);
    for (let i = 0; i < length; i++) {
      expect(starts[i]).toBeLessThan(ends[i] as number);
      expect(ends[i]).toBeLessThanOrEqual(text.length);
      if (i > 0) expect(starts[i]).toBeGreaterThanOrEqual(ends[i - 1] as number);
    }
  });
});
