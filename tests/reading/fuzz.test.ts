// In short what `npm run fuzz` does at length: mutated pages of every site are read, nothing is thrown, nobody is
// invented and nobody's words are given to another.
import { describe, expect, it } from 'vitest';
import { readFixtures } from '../../scripts/fuzz/fixture-files.ts';
import { fixturesOf, parse } from '../../scripts/fuzz/fixtures.ts';
import { fuzz } from '../../scripts/fuzz/fuzz.ts';
import { type Case, caseOf, pageOf } from '../../scripts/fuzz/mutate.ts';
import { problemsIn } from '../../scripts/fuzz/problems.ts';
import { bidsOf, observe } from './pages.ts';

const PAGES = 100;
const fixtures = fixturesOf(readFixtures());

it(`${PAGES} mutated pages are read as they are`, () => {
  expect(fuzz(fixtures, 1, PAGES).failures).toEqual([]);
});

// Found by more of them: a page that broke off inside its last card was called whole, with a bidder who says nothing.
it('a page that ends inside a card is not whole', () => {
  expect(fuzz(fixtures, 201, 1).failures).toEqual([]);
});

it('a number stands for one page', () => {
  const make = () => pageOf(caseOf(7, fixtures)).documentElement.outerHTML;
  expect(make()).toBe(make());
});

describe('what is not so would be told', () => {
  const fixture = fixtures.find(({ name }) => name === 'freelancer/project-public');
  if (!fixture) throw new Error('no fixture');
  const one: Case = { fixture, other: fixture, changes: [] };
  const seen = observe(fixture.html, fixture.url, { seenAt: fixture.seenAt });
  const [first, second] = bidsOf(seen);
  if (!first?.text || !second?.text) throw new Error('no bids');
  const problems = (changed: object) => problemsIn([{ ...first, ...changed }], parse(fixture.html), one).join('\n');

  it('nothing of the page as it is', () => {
    expect(problemsIn(seen, parse(fixture.html), one)).toEqual([]);
  });

  it('an account, words or a figure that stand nowhere', () => {
    expect(problems({ account: 'nobody-at-all' })).toContain('an account that stands nowhere');
    expect(problems({ text: 'Words that nobody wrote on this page or any other.' })).toContain(
      'a bid that stands nowhere',
    );
    expect(problems({ amount: 918_273 })).toContain('an amount that stands nowhere');
  });

  it('words of another', () => {
    // Without the state script, which says the same beside nobody.
    const document = parse(fixture.html.replace(/<script[\s\S]*?<\/script>/g, ''));
    expect(problemsIn([first], document, one)).toEqual([]);
    expect(problemsIn([{ ...first, text: second.text }], document, one).join()).toContain('words of another');
  });
});
