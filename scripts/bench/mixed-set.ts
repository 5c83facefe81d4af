// A file of everything that is assessed at once, to see whether a change of what is only meant to be quicker changed an
// answer: people with profiles, messages and reviews; the collected sentences that flags read, alone, within letters of
// five languages, and with their letters disguised; and marketplaces with groups that rate each other.
import { writeFile } from 'node:fs/promises';
import type { Observation } from '../../lib/model/observation.ts';
import { type Language, Writer } from '../evaluate/letters.ts';
import { type Random, random } from '../evaluate/random.ts';
import { ringWorld, shapes } from '../evaluate/ring-worlds.ts';
import { identities } from '../evaluate/sets/identities.ts';
import { anotherAuthor, chat, FLAGS, LANGUAGES, type Sentence, sentences } from '../evaluate/sets/sentences.ts';
import { observationsOf } from '../evaluate/text-flags.ts';

const LETTERS: readonly Language[] = ['english', 'spanish', 'russian', 'arabic', 'chinese'];

/** What disguises a word, or only stands in it by chance. */
const DISGUISES: readonly (readonly [RegExp, string])[] = [
  [/a/g, 'а'],
  [/e/g, 'é'],
  [/o/g, '0'],
  [/i/g, 'і'],
  [/s/g, '$'],
  [/n/g, 'n\u200b'],
  [/l/g, '1'],
  [/e/g, '€'],
  [/ /g, '\u00a0'],
  [/ /g, '  '],
  [/ /g, '-'],
  [/ /g, '_'],
  [/\b(?=\w)/g, '*'],
  [/(\w)(?=\w)/g, '$1 '],
  [/[.,]/g, ' 🙂 '],
  [/[.,]/g, '\n'],
  [/t/g, 'T'],
  [/a/g, 'ａ'],
  [/fi/g, 'ﬁ'],
  [/ (?=\w)/g, ' “'],
];

/** Writes the set that a seed stands for, as JSON Lines. */
export async function mixed(file: string, seed: number): Promise<void> {
  const next = random(seed);
  const seen: object[] = [...identities({ seed, ordinary: 300, each: 2 }).observations];
  const collected = FLAGS.flatMap((flag) => [
    ...LANGUAGES.flatMap((language) => sentences(flag, language)),
    ...chat(flag),
    ...anotherAuthor(flag),
  ]);
  const writers = LETTERS.map((language) => new Writer(language, random(seed + 1)));
  for (const [i, one] of collected.entries()) {
    seen.push(...observationsOf(one, `s${i}`));
    if (i % 2 === seed % 2) seen.push(...observationsOf(within(one, next.pick(writers), next), `l${i}`));
    if (i % 3 === seed % 3) seen.push(...observationsOf(disguised(one, next), `d${i}`));
  }
  seen.push(...reviews(next));
  await writeFile(file, `${seen.map((one) => JSON.stringify(one)).join('\n')}\n`);
}

/** The same within a letter, as somebody writes who also says other things. */
function within(one: Sentence, writer: Writer, next: Random): Sentence {
  const letter = Array.from({ length: next.int(2, 8) }, () => (next() < 0.2 ? writer.stock() : writer.own()));
  letter.splice(next.int(0, letter.length), 0, one.text);
  return { ...one, text: writer.join(letter) };
}

function disguised(one: Sentence, next: Random): Sentence {
  const [what, by] = next.pick(DISGUISES);
  const share = next();
  const text = one.text.replace(what, (found) => (next() < share ? found.replace(what, by) : found));
  return { ...one, text };
}

function reviews(next: Random): Observation[] {
  const { ratings, about } = ringWorld(next, { shapes, visible: 1, past: true });
  const profiles = [...about].map(([account, text]): Observation => {
    const seenAt = '2026-03-01T10:00:00.000Z';
    return { kind: 'profile', site: 'guru', seenAt, account, role: 'freelancer', about: text };
  });
  return [
    ...profiles,
    ...ratings.map(({ from, to, value, time, project }): Observation => {
      const at = new Date(time * 1_000).toISOString();
      const rating = { value: value * 5, outOf: 5 };
      const who = { from, fromRole: 'client' as const, to };
      return {
        kind: 'review',
        site: 'guru',
        seenAt: at,
        ...who,
        rating,
        at,
        ...(project !== undefined && { project }),
      };
    }),
  ];
}
