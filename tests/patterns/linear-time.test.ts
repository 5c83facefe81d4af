// Every regular expression of the extension is fed its worst case: a bidder writes what they like, and what takes
// time by the square of it stops the badges of every other page. The expressions are found by parsing the sources,
// those put together at run time by watching them being made; recheck looks for the worst case of each.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';
import { root } from '../../scripts/lib/tool.ts';
import { overLinear } from '../expect-linear.ts';

interface Found {
  source: string;
  flags: string;
  at: string;
}

/** Besides what recheck finds: runs of what patterns repeat, before something that they do not expect. */
const runs = [
  ' ',
  '\t',
  '\n',
  '\u2005',
  '0',
  '0,',
  '0 ',
  'a',
  'a ',
  'A',
  'é',
  '.',
  '..',
  '-',
  '/',
  'a/',
  '(',
  '((',
  '"',
  '@',
  '#',
  '[',
  ':',
  '<',
  '&',
  '$0',
  'a.',
];
/** Length of the longest that is fed, UTF-16 code units. */
const LONGEST = 100_000;
/** So much of one, before what is not expected. */
const fed = (run: string) => (length: number) => `${run.repeat(Math.ceil(length / run.length))}\u0000`;
/** recheck gives up on one after so long, ms; the runs are fed to it all the same. */
const SEARCH_MS = 2_000;

const files = globSync('{lib,entrypoints,components}/**/*.{ts,tsx}', { cwd: root }).filter(
  (file) => !file.includes('.test.'),
);

/** Puts its patterns together for each language when it is first asked; its own test feeds it a megabyte of each worst case. */
const LATER = 'lib/statements/claims.ts';

/** Those written in the sources, and where others are put together. */
function written(): { literals: Found[]; builders: string[] } {
  const literals: Found[] = [];
  const builders: string[] = [];
  for (const file of files) {
    const source = readFileSync(join(root, file), 'utf8');
    const { program, errors } = parseSync(file, source);
    expect(errors, file).toEqual([]);
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      const { type, regex, callee } = node as {
        type?: string;
        regex?: { pattern: string; flags: string };
        callee?: { name?: string };
      };
      if (type === 'Literal' && regex) literals.push({ source: regex.pattern, flags: regex.flags, at: file });
      if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp' && file !== LATER)
        builders.push(file);
      for (const part of Object.values(node)) visit(part);
    };
    visit(program);
  }
  return { literals, builders };
}

/** Those that these files, and what they import, put together when they are loaded. */
async function built(builders: readonly string[]): Promise<Found[]> {
  const found: Found[] = [];
  const Native = globalThis.RegExp;
  const loading = { file: '' };
  globalThis.RegExp = new Proxy(Native, {
    construct(target, args: [string | RegExp, string?]) {
      const made = new target(...args);
      found.push({ source: made.source, flags: made.flags, at: loading.file });
      return made;
    },
  });
  try {
    for (const file of new Set(builders)) {
      loading.file = file;
      await import(join(root, file));
    }
  } finally {
    globalThis.RegExp = Native;
  }
  return found;
}

/** What is slow, in words; undefined where nothing is. */
function slow({ source, flags, at }: Found, attack: (length: number) => string): string | undefined {
  const pattern = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
  const found = overLinear((text) => text.replace(pattern, ''), attack, LONGEST);
  return (
    found && `${at}: /${source}/${flags} took ${found.times} times as long for sixteen times as much, ${found.text}`
  );
}

/** What recheck found, at any length. */
function attackOf(found: Awaited<ReturnType<typeof check>>): ((length: number) => string) | undefined {
  if (found.status !== 'vulnerable') return undefined;
  const { pumps, suffix } = found.attack;
  const once = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const fixed = pumps.reduce((sum, { prefix }) => sum + prefix.length, suffix.length);
  return (length) => {
    const times = Math.max(1, Math.floor((length - fixed) / Math.max(1, once)));
    return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
  };
}

it('takes linear time', async () => {
  const { literals, builders } = written();
  const made = await built(builders);
  expect(literals.length).toBeGreaterThan(200);
  expect(made.length, 'each is put together when its file is loaded').toBeGreaterThanOrEqual(builders.length);
  const all = [...new Map([...literals, ...made].map((one) => [`${one.source}/${one.flags}`, one])).values()];
  const problems: string[] = [];
  for (const one of all) {
    for (const run of runs) {
      const problem = slow(one, fed(run));
      if (problem) problems.push(problem);
    }
    // A search takes minutes over all of them: HIREFLAG_RECHECK=1 asks for it.
    if (!process.env.HIREFLAG_RECHECK) continue;
    const attack = attackOf(await check(one.source, one.flags, { timeout: SEARCH_MS }));
    const problem = attack && slow(one, attack);
    if (problem) problems.push(problem);
  }
  expect(problems).toEqual([]);
});

it.each([
  ['(a+)+$', 'a'],
  ['\\s+$', ' '],
])('and one that does not is found: %s', (source, run) => {
  expect(slow({ source, flags: '', at: 'here' }, fed(run))).toMatch(/took \d+ times as long/);
});

it('and by the worst case that recheck finds', async () => {
  // By the square only: what doubles with each character is found above, and takes seconds.
  const bad: Found = { source: '(?:xy)*$', flags: '', at: 'here' };
  // However long that takes on a busy machine.
  const attack = attackOf(await check(bad.source, bad.flags, { timeout: 100 * SEARCH_MS }));
  expect(attack, 'recheck finds one').toBeDefined();
  expect(attack && slow(bad, attack)).toMatch(/took \d+ times as long/);
});
