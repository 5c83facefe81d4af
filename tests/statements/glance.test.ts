// A look at a text may say that a meaning is there which is not, and never the other way round: else a request would be
// passed over. Looked at are the collected sentences, alone and disguised, and pieces of each other put together.
import { describe, expect, it } from 'vitest';
import { analyse, KINDS } from '../../lib/statements/requests/analyse.ts';
import { Glance } from '../../lib/statements/requests/glance.ts';
import { Lexicon } from '../../lib/statements/requests/lexicon.ts';
import { sortedWords } from '../../lib/statements/requests/words.ts';
import { random } from '../../scripts/evaluate/random.ts';
import { chat, FLAGS, LANGUAGES, sentences } from '../../scripts/evaluate/sets/sentences.ts';

const lexicon = new Lexicon(sortedWords);
const glance = new Glance(lexicon);
const collected = FLAGS.flatMap((flag) => [
  ...LANGUAGES.flatMap((language) => sentences(flag, language)),
  ...chat(flag),
]).map(({ text }) => text);

/** What a text has that the look at it does not see. */
function unseen(text: string): string[] {
  const seen = glance.look(text);
  if (!seen) return [];
  const { tokens, occurrences, spoken } = analyse(text, lexicon);
  const missed = occurrences.flatMap((all, meaning) =>
    all.flatMap(({ from }) => {
      const sentence = Math.min(tokens[from]?.sentence ?? 0, 31);
      // Sentences may be counted as one, so that what stands in a later one is seen in an earlier one.
      const upTo = sentence === 31 ? -1 : 2 ** (sentence + 1) - 1;
      return ((seen.meanings[meaning] as number) & upTo) === 0
        ? [`${KINDS[meaning - lexicon.meanings] ?? meaning}`]
        : [];
    }),
  );
  if (JSON.stringify(spoken) !== JSON.stringify(seen.spoken)) missed.push('language');
  return missed;
}

const DISGUISES: readonly (readonly [RegExp, string])[] = [
  [/ /g, '-'],
  [/ /g, '. '],
  [/ /g, '.'],
  [/ /g, '\n'],
  [/ /g, "'"],
  [/ /g, ' 5 '],
  [/ /g, ' 50% '],
  [/ /g, ' +1 (555) 010-9999 '],
  [/ /g, ' 12,5.'],
  [/ /g, ': '],
  [/ /g, '\u00a0“'],
  [/ /g, '…'],
  [/(?<=\p{L})(?=\p{L})/gu, ' '],
  [/(?<=\p{L})(?=\p{L})/gu, '\u200b'],
  [/(?<=\p{L})(?=\p{L})/gu, '_'],
  [/[ae]/g, '4'],
  [/a/g, 'а'],
  [/o/g, 'ó'],
  [/i/g, 'ｉ'],
  [/s/g, '$'],
];

describe('a look at a text', () => {
  it('sees what the collected sentences have', () => {
    expect(collected.length).toBeGreaterThan(1_000);
    expect(collected.filter((text) => unseen(text).length > 0)).toEqual([]);
  });

  it.each(DISGUISES)('sees it where %s is %s now and then', (what, by) => {
    const next = random(7);
    const changed = collected.map((text) => text.replace(what, (found) => (next() < 0.15 ? by : found)));
    expect(changed.filter((text) => unseen(text).length > 0)).toEqual([]);
  });

  it('sees it in letters put together from pieces of sentences', () => {
    const next = random(3);
    const letters = Array.from({ length: 600 }, () =>
      Array.from({ length: next.int(2, 50) }, () => {
        const words = next.pick(collected).split(' ');
        const from = next.int(0, words.length - 1);
        return words.slice(from, from + next.int(1, 9)).join(' ');
      }).join(next.pick([' ', '. ', ', ', '\n', ' 5 '])),
    );
    expect(letters.filter((text) => unseen(text).length > 0)).toEqual([]);
  });

  it('tells of ordinary letters that few of the meanings are there', () => {
    const seen = glance.look(
      'Hello, I have built three shops with your framework and could begin on Monday. Best regards',
    );
    expect(seen?.spoken.isKnown).toBe(true);
    expect(seen?.meanings.filter((sentences) => sentences !== 0).length).toBeLessThan(30);
  });

  it('leaves addresses and words set apart to the whole reading', () => {
    for (const text of [
      'write to me@mail.example',
      'see https://site.example',
      'my s k y p e',
      'name [at] host',
      'call 555 010 9999',
    ])
      expect(glance.look(text)).toBeUndefined();
  });
});
