import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import en from '../../assets/locales/en.json' with { type: 'json' };
import { isBeginningOf } from '../../lib/model/beginning.ts';
import { catalogue, type Field } from '../../lib/model/fields.ts';
import { compareKeys } from '../../lib/model/values.ts';
import { expectLinear } from '../expect-linear.ts';
import { values } from './arbitrary.ts';

type Tree = { readonly [name: string]: Field | Tree };
type Values = { readonly [name: string]: fc.Arbitrary<unknown> | Values };
const isField = (one: Field | Tree): one is Field => typeof one.canonical === 'function';

/** Every field with the values that may stand in it. */
function fieldsOf(tree: Tree, of: Values, before = ''): [path: string, Field, fc.Arbitrary<unknown>][] {
  return Object.entries(tree).flatMap(([name, one]) => {
    const path = before + name;
    return isField(one)
      ? [[path, one, of[name] as fc.Arbitrary<unknown>] as [string, Field, fc.Arbitrary<unknown>]]
      : fieldsOf(one, of[name] as Values, `${path}.`);
  });
}
const all = fieldsOf(catalogue as unknown as Tree, values as unknown as Values);

describe.each(all)('%s', (_, field, arbitrary) => {
  const { canonical, plain, absorbs, same, merge, keep } = field;

  it('compares as the catalogue promises, whatever stands in it', () => {
    fc.assert(
      fc.property(arbitrary, arbitrary, arbitrary, (a, b, c) => {
        expect(same(a, a)).toBe(true);
        expect(canonical(plain(a))).toBe(canonical(a));
        if (canonical(a) === canonical(b)) expect(plain(a)).toEqual(plain(b));
        expect(same(a, b)).toBe(same(b, a));
        if (canonical(a) === canonical(b)) {
          expect([absorbs(a, b), same(a, b), absorbs(a, c), absorbs(c, a)]).toEqual([
            false,
            true,
            absorbs(b, c),
            absorbs(c, b),
          ]);
        }
        if (absorbs(a, b)) expect([absorbs(b, a), same(a, b)]).toEqual([false, true]);
        if (absorbs(a, b) && absorbs(b, c)) expect(absorbs(a, c)).toBe(true);
        if (same(a, b)) {
          const both = merge(a, b);
          expect([same(both, a), same(both, b)]).toEqual([true, true]);
          if (absorbs(b, a)) expect(canonical(both)).toBe(canonical(merge(b, a)));
        }
      }),
      { numRuns: 400 },
    );
  });

  it.runIf(keep === 'all')(
    'has a bound that does not depend on order: what one value absorbs stands in one line',
    () => {
      fc.assert(
        fc.property(arbitrary, arbitrary, arbitrary, (a, b, c) => {
          if (absorbs(a, b)) expect(compareKeys(canonical(a), canonical(b))).toBeGreaterThan(0);
          if (!absorbs(a, b) || !absorbs(a, c) || canonical(b) === canonical(c)) return;
          expect(absorbs(b, c) || absorbs(c, b)).toBe(true);
        }),
        { numRuns: 400 },
      );
    },
  );

  it('has a name', () => {
    expect(field.label.split('.').reduce<unknown>((in_, step) => (in_ as Record<string, unknown>)[step], en)).toMatch(
      /./,
    );
  });
});

describe('what is no contradiction', () => {
  const { profile, project, bid, review } = catalogue;
  it.each([
    ['a shortened name', profile.name.same('Ada L.', 'Ada Lovelace')],
    ['an initial at the beginning', profile.name.same('A. Lovelace', 'Ada Lovelace')],
    ['some of the skills', profile.skills.same(['Go', 'PHP'], ['PHP', 'React', 'Go'])],
    ['a month and a day in it', profile.memberSince.same('2025-12', '2025-12-23')],
    ['a country and a city in it', profile.location.same({ country: 'PT' }, { city: 'Porto', country: 'PT' })],
    ['a rounded figure', profile.stats.reviewCount.same(1_200, 1_204)],
    ['whole units', profile.hourlyRate.same({ amount: 25, currency: 'EUR' }, { amount: 25.4, currency: 'EUR' })],
    ['a title that is cut', project.title.same('A booking app for…', 'A booking app for two clinics')],
    ['an employer alone', profile.employment.same([{ employer: 'Quay' }], [{ employer: 'Quay', title: 'Clerk' }])],
    ['two months that one day may lie in', review.at.same('2026-02/2026-03', '2026-03/2026-04')],
  ])('%s', (_, same) => expect(same).toBe(true));

  it.each([
    ['another name', profile.name.same('Ada L.', 'Grace Hopper')],
    ['another surname', profile.name.same('Ada Lovelace', 'Ada Lopez')],
    ['one skill for another', profile.skills.same(['PHP', 'Go'], ['PHP', 'React'])],
    ['another year', profile.memberSince.same('2019', '2025-12-23')],
    ['another country', profile.location.same({ country: 'BR' }, { city: 'Porto', country: 'PT' })],
    [
      'another address',
      profile.contacts.same([{ type: 'email', value: 'a@x.test' }], [{ type: 'email', value: 'b@x.test' }]),
    ],
    [
      'other years at one employer',
      profile.employment.same([{ employer: 'Quay', from: '2012' }], [{ employer: 'Quay', from: '2019' }]),
    ],
    ['another price', bid.amount.same(250, 300)],
  ])('but %s', (_, same) => expect(same).toBe(false));
});

describe('the beginning of a text', () => {
  const whole = 'I would begin with the appointment screen, because that is where your patients give up today.';
  it.each([
    ['of 40 characters or more', whole.slice(0, 40), true],
    ['of fewer', whole.slice(0, 39), false],
    ['of fewer that ends in an ellipsis', 'I would begin…', true],
    ['with the caption of the button', `${whole.slice(0, 50)}… Read more`, true],
    ['with other white space', `${whole.slice(0, 50).replaceAll(' ', '\n ')}`, true],
    ['that goes on differently', `${whole.slice(0, 50)} and so on`, false],
    ['which is all of it', whole, false],
  ])('%s', (_, part, is) => expect(isBeginningOf(part, whole)).toBe(is));

  it('is found in linear time, whatever stands there', () => {
    const spaces = `${' '.repeat(200_000)}x`;
    // A search that begins anew at each space takes the square of the time.
    expectLinear((one) => isBeginningOf(one, `${one}${one}`), spaces);
  });
});
