// A page's module that waits at its top has drawn by then what can be pressed: what that calls must be there already. A
// function is from the start; a constant below the last wait is not, and the popup's rows once led nowhere for it.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const pages = globSync('entrypoints/*/main.{ts,tsx}').sort();

test.each(pages)('%s has nothing below its last wait that is not there from the start', (file) => {
  const lines = readFileSync(file, 'utf8').split('\n');
  const drawn = lines.findIndex((line) => /^(?:await )?(?:render|show|draw)\w*\(/.test(line));
  const last = lines.findLastIndex((line) => /^(?:(?:const|let) .*= )?await /.test(line));
  // What waits before anything is drawn is waited for by nobody.
  expect(
    drawn < 0 || last < drawn ? [] : lines.slice(last + 1).filter((line) => /^(?:const|let|class) /.test(line)),
  ).toEqual([]);
});

test('there are pages to look at', () => {
  expect(pages.length).toBeGreaterThan(6);
});
