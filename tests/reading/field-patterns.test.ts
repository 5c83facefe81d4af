// What stands in a line of a card, and what looking for it costs a worker that has just been started.
import { expect, it, onTestFinished } from 'vitest';
import { agoIn, amountIn, durationIn, hasMoney, isTerms, lastDayIn } from '../../lib/reading/field-patterns.ts';
import { observe } from '../../scripts/lib/observe.ts';

it.each([
  ['€300 EUR in 5 days', '€300 EUR'],
  // Three capitals that are no currency belong to nothing.
  ['$300 FOR ALL', '$300'],
  ['TOP 10 USD', '10 USD'],
  ['ALL 5 of them', undefined],
  ['PHP 7 and PHP 8', undefined],
  ['20 FOR 30 EUR', '30 EUR'],
  ['UAH 12 000', 'UAH 12 000'],
  ['ROI 300, then 40k USD', '40k USD'],
  ['$10k+ earned, $25', '$25'],
])('finds in “%s” the amount %s', (line, amount) => {
  expect(amountIn(line)).toBe(amount);
  expect(hasMoney(line)).toBe(amount !== undefined);
});

it('takes a line of several amounts for terms, and a sentence with one for words', () => {
  expect(isTerms('$250 – USD 750')).toBe(true);
  expect(isTerms('Can do all of it in 5 days for $200.')).toBe(false);
});

it.each([
  ['5 days', '5 days'],
  ['in 7 днів', '7 днів'],
  ['5 daysé', undefined],
  ['10 недель.', '10 недель'],
  ['3 days ago', undefined],
])('finds in “%s” the duration %s', (line, duration) => {
  expect(durationIn(line)).toBe(duration);
});

it('finds times and days in letters of any script', () => {
  expect(agoIn('hace 2 años')).toBe('hace 2 años');
  expect(agoIn('2 години тому')).toBe('2 години тому');
  expect(agoIn('منذ 3 أيام')).toBe('منذ 3 أيام');
  expect(lastDayIn('18 серпня 2016')).toBe('18 серпня 2016');
  expect(lastDayIn('18 يناير 2016')).toBe('18 يناير 2016');
});

it('compiles nothing for a page of bids that takes the browser long', () => {
  const run = new Set<string>();
  const exec = RegExp.prototype.exec;
  RegExp.prototype.exec = function (text) {
    run.add(`${this.flags} ${this.source}`);
    return exec.call(this, text);
  };
  onTestFinished(() => {
    RegExp.prototype.exec = exec;
  });
  const card = (n: number) =>
    `<app-project-view-logged-out-bid-card><fl-username><a href="/u/bidder${n}">@bidder${n}</a></fl-username><p class="User-bid-text">I have read your post and can do all that it asks for, number ${n}.</p><p><b>€${300 + n} EUR</b> in ${n + 2} days</p></app-project-view-logged-out-bid-card>`;
  const seen = observe(`<h1>Garden club</h1><p>Project ID: 7</p>${[1, 2, 3].map(card).join('')}`);
  expect(seen.filter(({ kind }) => kind === 'bid')).toHaveLength(3);
  expect(run.size, 'patterns seen').toBeGreaterThan(20);
  // Letters of all scripts, regardless of case and counted, are thousands of ranges for each that may stand there.
  const slow = [...run].filter((one) => /^\w*i\w* .*\\p\{L\}\{\d/.test(one));
  expect(slow).toEqual([]);
  // A list of currencies tried beside each sign for one is compiled for each pair.
  expect([...run].filter((one) => one.split('USD').length > 2)).toEqual([]);
});
