// @vitest-environment jsdom
// What is shortened in the built scripts finds what it found before, and other code stays as it is.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withShortSelectors } from '../../scripts/lib/short-selectors.ts';

it.each([
  ['[role="tab"]', '[role=tab]'],
  ['a[class*="bid-text" i] > b', 'a[class*=bid-text i] > b'],
  ['[data-test~="Skill"] a[]', '[data-test~=Skill] a[]'],
  ['[href*="/u/"]', '[href*="/u/"]'],
  ['[height="60"]', '[height="60"]'],
  ['[alt=""]', '[alt=""]'],
  ['[title="two words"]', '[title="two words"]'],
  ['[class*="-hidden"]', '[class*="-hidden"]'],
  ['const list = ["one"]', 'const list = ["one"]'],
])('%s becomes %s', (written, short) => {
  expect(withShortSelectors(written)).toBe(short);
});

it('every selector of the readers means the same', () => {
  const files = ['reading', 'sites'].flatMap((room) =>
    readdirSync(`lib/${room}`).map((name) => readFileSync(`lib/${room}/${name}`, 'utf8')),
  );
  const all = files.flatMap((code) => code.match(/\[[\w-]+[~|^$*]?="[^"\\]*"(?: i)?\]/g) ?? []);
  const shortened = all.filter((one) => withShortSelectors(one) !== one);
  expect(shortened.length).toBeGreaterThan(150);
  for (const one of new Set(shortened)) {
    const [, name = '', how = '', value = '', ignoresCase] = /^\[([\w-]+)(.?)="(.*)"( i)?\]$/.exec(one) ?? [];
    // As a browser reads them: with the same element, and without one that says something else.
    const element = document.createElement('a');
    const marks = () => [one, withShortSelectors(one)].map((selector) => element.matches(selector));
    expect(marks(), one).toEqual([false, false]);
    element.setAttribute(name, ignoresCase ? value.toUpperCase() : value);
    expect(marks(), one).toEqual([true, true]);
    element.setAttribute(name, `${value}x`.replace(value, how === '=' ? 'y' : 'z'));
    expect(marks(), one).toEqual([false, false]);
  }
});
