// What tells in one pass that a text has nothing: it may be wrong about that one way only.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handlesIn } from '../../lib/statements/contacts/handles.ts';
import { namesIn } from '../../lib/statements/contacts/name-scan.ts';
import { MIN_WORDS, phonesIn } from '../../lib/statements/contacts/phones.ts';
import { serviceNames } from '../../lib/statements/contacts/services.ts';
import { wordsIn } from '../../lib/statements/contacts/words.ts';
import { LiteralScan } from '../../lib/statements/literal-scan.ts';
import { choicesOf } from '../../lib/statements/pattern-literals.ts';
import { fold } from '../../lib/statements/requests/fold.ts';
import { Lexicon } from '../../lib/statements/requests/lexicon.ts';
import { sortWords } from '../../lib/statements/requests/sort-words.ts';
import { tokensOf } from '../../lib/statements/requests/tokens.ts';

const pieces = fc.constantFrom(
  ...serviceNames,
  ...'what app! sapp $app we chat tele gr4m gram te1egram t3legram wh@tsapp 5kype di$cord п’ять two zero seven double'.split(
    ' ',
  ),
  ...['@ada_7', 'ada77', ':', '😊', '𝗮', '’', "'", 'İ', '!', '@', '€', 'a'.repeat(30), 'me', 'on', '10000', 'h264'],
);
const texts = fc
  .array(fc.tuple(pieces, fc.constantFrom(' ', '', ': ', '\n', ' - ', ', ')), { maxLength: 14 })
  .map((all) => all.flat().join(''));

describe('a look for names of messengers and digits in words', () => {
  it('misses none that a list of words has', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { mayName, digits } = namesIn(text);
        if (!mayName) expect(handlesIn(text, wordsIn(text))).toEqual([]);
        if (digits < MIN_WORDS) expect(phonesIn(text, wordsIn(text))).toEqual(phonesIn(text, []));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['telegram', 'Wh4tsapp!', 'what app', "what's app", 'we chat', 'ТЕЛЕГРАМ'])('sees %s', (name) => {
    expect(namesIn(`find me on ${name}: ada_7`).mayName).toBe(true);
  });

  it.each([
    'I have done this for years, and we can begin on Monday 😊!',
    'python3, h264, 10000 rows: no problem!',
    'We build shops.',
  ])('passes over %s', (text) => expect(namesIn(text)).toEqual({ mayName: false, digits: 0 }));
});

describe('a look for pieces of patterns', () => {
  const words = fc.stringMatching(/^[a-z0-9 '’äжю+-]{2,12}$/);

  it('misses none that stands in a text', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 20 }), fc.array(words), fc.nat(), (all, others, n) => {
        const scan = new LiteralScan();
        const numbers = all.map((piece) => scan.add(piece));
        const at = n % all.length;
        const text = [...others, all[at], ...others].join(' x ').toUpperCase();
        scan.scan('something else');
        const present = scan.scan(text.toLowerCase());
        const number = numbers[at];
        if (number !== undefined) expect(present.has(number)).toBe(true);
      }),
    );
  });

  it('says nothing of the text before', () => {
    const scan = new LiteralScan();
    const team = scan.add('my team') as number;
    expect(scan.scan('this is my  team').has(team)).toBe(true);
    expect(scan.scan('this is your team').has(team)).toBe(false);
    expect(scan.add('a')).toBeUndefined();
  });

  it('takes any figure for any, and what parts words for a space', () => {
    const scan = new LiteralScan();
    const years = scan.add('0 year') as number;
    expect(scan.scan('7 - years').has(years)).toBe(true);
    expect(scan.scan('seven years').has(years)).toBe(false);
  });
});

describe('a text in plain letters', () => {
  it('folds as it does beside others', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        const alone = fold(text);
        const at = [...alone.at.subarray(0, alone.folded.length)];
        const beside = fold(`${text}\u00e9`);
        expect(alone.folded).toBe(beside.folded.slice(0, -1));
        expect(at).toEqual([...beside.at.subarray(0, alone.folded.length)]);
      }),
    );
  });
});

describe('a lexicon', () => {
  it('finds the same in a text again, and in other languages than before', () => {
    const languages = [
      { id: 'aa', common: 'the', words: { share: 'send .. desk, send', pay: 'pa*' } },
      { id: 'bb', common: 'der', words: { share: 'send', pay: 'pay me' } },
    ];
    const lexicon = new Lexicon(sortWords(languages, { anydesk: 'desk' }));
    const find = (text: string, allowed: number) => {
      const found: string[] = [];
      const tokens = tokensOf(text);
      lexicon.find(tokens, allowed, ({ meaning, language, from, to }) =>
        found.push([meaning, language, from, to].join()),
      );
      return found;
    };
    const fresh = (text: string, allowed: number) => {
      const known = new Lexicon(sortWords(languages, { anydesk: 'desk' }));
      const found: string[] = [];
      known.find(tokensOf(text), allowed, ({ meaning, language, from, to }) =>
        found.push([meaning, language, from, to].join()),
      );
      return found;
    };
    const text = 'Send me a desk and pay me, s3nd';
    for (const allowed of [1, 3, 2, 1, 0]) expect(find(text, allowed)).toEqual(fresh(text, allowed));
    expect(find(text, 1).length).toBeGreaterThan(3);
  });
});

describe('all that must stand in what a pattern matches', () => {
  it.each<[string, string[][]]>([
    ['my team', [['my team']]],
    ['my|our', [['my', 'our']]],
    ['(?:my|our) (?:\\p{L}+ ){0,2}team(?! leader)', [['my', 'our'], [' '], ['team']]],
    ['i (?:work|write)(?: alone)? by (?:me|myself)$', [['i '], ['work', 'write'], [' by '], ['me', 'myself']]],
    ['(?:a b(?:c d|e f)g)', [['a b'], ['c d', 'e f'], ['g']]],
    ['{years}', []],
  ])('%s', (pattern, choices) => expect(choicesOf(pattern)).toEqual(choices));
});
