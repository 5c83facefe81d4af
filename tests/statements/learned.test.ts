// The learned weights: who somebody is and where from moves nothing, places of long texts are judged apart, packing loses nothing.
import { describe, expect, it } from 'vitest';
import { fnv } from '../../lib/model/fnv.ts';
import { analyse, KINDS } from '../../lib/statements/requests/analyse.ts';
import { Model, packed } from '../../lib/statements/requests/learned/model.ts';
import { packedModel } from '../../lib/statements/requests/learned/weights.ts';
import { Lexicon } from '../../lib/statements/requests/lexicon.ts';
import { sortedWords } from '../../lib/statements/requests/words.ts';
import { expectLinear } from '../expect-linear.ts';

const lexicon = new Lexicon(sortedWords);
const meanings = { names: [...lexicon.names, ...KINDS], neg: lexicon.meaning('neg') };
const model = new Model(packedModel, meanings);
const sums = (text: string) => model.judge(analyse(text, lexicon), 'message').map((one) => one?.sum);

describe('who somebody is', () => {
  it.each([
    ['My friend $ can take over the second part next week.', ['Olena', 'Rahul', 'Carlos', 'Wei']],
    ['I live in $ and would like to be paid in another way.', ['Ukraine', 'India', 'Mexico', 'Germany', 'Nigeria']],
    ['My $ is better than my typing, so let us only write.', ['Spanish', 'Russian', 'Hindi', 'Polish']],
    ['Please send the laptop to my address in $ this week.', ['Kyiv', 'Mumbai', 'Warsaw', 'Lagos']],
    ['Перекажіть усе за роботу наперед, я з країни $ і чекаю.', ['Польща', 'Індія', 'Німеччина']],
    ['Puedo pasar el proyecto a mi amigo de $ si hace falta.', ['México', 'Ucrania', 'Polonia', 'Perú']],
  ])('moves nothing: %s', (sentence, names) => {
    const [first, ...others] = names.map((name) => sums(sentence.replace('$', name)));
    for (const one of others) expect(one).toEqual(first);
  });
});

describe('a text', () => {
  it('is judged by its places: a long bid does not hide one request, nor make one by its length', () => {
    const asks = 'Add me on Telegram please, my nick there is the same as here. Let us talk there.';
    const filler = 'The first page will be ready soon. I have made such pages for years. ';
    const flag = model.flags.findIndex(({ id }) => id === 'off-platform');
    const most = (text: string) => sums(text)[flag] ?? 0;
    expect(most(filler.repeat(20) + asks)).toBeGreaterThanOrEqual(most(asks));
    expect(most(filler.repeat(200))).toBe(most(filler.repeat(2)));
  });
  it('without words has no sums', () => {
    expect(sums('')).toEqual(model.flags.map(() => undefined));
  });
  it('is judged in linear time', () => {
    expectLinear((text) => sums(text), 'pay me before the work begins, then i send the file to my friend ');
  });
});

it('what is packed is what was learned', () => {
  const names = ['w:alpha', 'w:beta', 'w:gamma'].sort((a, b) => (fnv(a) >>> 0) - (fnv(b) >>> 0));
  const rows = new Map([
    ['w:alpha', [127, 0]],
    ['w:beta', [-128, 5]],
    ['w:gamma', [0, -1]],
  ]);
  const made = new Model(
    packed(
      (['off-platform', 'extortion'] as const).map((id) => ({ id, begin: 0, alone: 0, withRule: 0 })),
      names.map((name) => fnv(name) >>> 0),
      names.map((name) => rows.get(name) as number[]),
    ),
    meanings,
  );
  const sum = (text: string) => made.judge(analyse(text, lexicon), 'message').map((one) => Math.round(one?.sum ?? 0));
  const much = Math.sqrt(25 / 9);
  expect(sum('alpha')).toEqual([Math.round(127 * much), 0]);
  expect(sum('beta')).toEqual([Math.round(-128 * much), Math.round(5 * much)]);
  expect(sum('gamma')).toEqual([0, Math.round(-much)].map((n) => n || 0));
});
