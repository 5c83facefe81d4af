// A module that waits at its top may have called functions by then, or drawn what can be pressed: what those use must be
// there already. A function is from the start; a constant below the wait is not. The popup's rows once led nowhere for it,
// and the tests of the engine once did not begin.
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const WAIT = /^(?:(?:export )?(?:const|let) .*= )?await /;
const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n');

const pages = globSync('entrypoints/*/main.{ts,tsx}').sort();

test.each(pages)('%s has nothing below its last wait that is not there from the start', (file) => {
  const lines = linesOf(file);
  const drawn = lines.findIndex((line) => /^(?:await )?(?:render|show|draw)\w*\(/.test(line));
  const last = lines.findLastIndex((line) => WAIT.test(line));
  // What waits before anything is drawn is waited for by nobody.
  expect(
    drawn < 0 || last < drawn ? [] : lines.slice(last + 1).filter((line) => /^(?:const|let|class) /.test(line)),
  ).toEqual([]);
});

const scripts = globSync('scripts/**/*.ts').sort();

/** Constants of a module that a function uses which is named at the top between the first wait and them. */
function notYetThere(lines: readonly string[]): string[] {
  const wait = lines.findIndex((line) => WAIT.test(line));
  if (wait < 0) return [];
  const uses = (text: string, name: string) => new RegExp(`(?<![.\\w])${name}\\b(?!['":])`).test(text);
  const functions = new Map<string, string>();
  const top: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const name = /^(?:export )?(?:async )?function\*? (\w+)/.exec(lines[i] as string)?.[1];
    if (name === undefined) {
      top[i] = lines[i] as string;
      continue;
    }
    const end = lines.indexOf('}', i);
    functions.set(name, lines.slice(i, end).join('\n'));
    i = end;
  }
  return lines.flatMap((line, at) => {
    const name = at > wait ? /^(?:export )?(?:const|let|class) (\w+)/.exec(line)?.[1] : undefined;
    if (name === undefined) return [];
    const before = top.slice(wait, at).join('\n');
    return [...functions].some(([called, body]) => uses(before, called) && uses(body, name)) ? [name] : [];
  });
}

describe('of the scripts', () => {
  test.each(scripts)('%s calls nothing before what it uses is there', (file) => {
    expect(notYetThere(linesOf(file))).toEqual([]);
  });

  test('one that does is told', () => {
    const told = ['await run(all);', 'const rooms = [];', 'function all() {', '  return rooms;', '}'];
    expect(notYetThere(told)).toEqual(['rooms']);
    expect(notYetThere([told[1] as string, told[0] as string, ...told.slice(2)])).toEqual([]);
  });
});

test('there are modules to look at', () => {
  expect(pages.length).toBeGreaterThan(6);
  expect(scripts.length).toBeGreaterThan(50);
});
