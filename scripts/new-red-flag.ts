// npm run new:red-flag -- <id>
// Writes what a red flag needs to be there: its file, its line in the registry, and a table of cases. Until
// its words are written the catalogue test says what is missing, so that nothing half done is shipped.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { register } from './lib/register.ts';

const [id = ''] = process.argv.slice(2);
const folder = `lib/red-flags/${id}`;
const flag = `${folder}/flag.ts`;
const cases = `tests/red-flags/${id}.test.ts`;

const problem = !/^[a-z][a-z0-9-]{2,39}$/.test(id)
  ? `${id || 'no id'}: an id is small letters, digits and dashes`
  : existsSync(flag)
    ? `${flag} is there already`
    : undefined;
if (problem) {
  process.stderr.write(`${problem}\nusage: npm run new:red-flag -- <id>, as in: new:red-flag -- borrowed-portfolio\n`);
  process.exit(2);
}

const constant = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const title = id[0]?.toUpperCase() + id.slice(1).replaceAll('-', ' ');

mkdirSync(folder, { recursive: true });
writeFileSync(
  flag,
  `// Finds … Say here, in a user's words, what is looked for and why it tells something.
import type { AccountKey } from '../../model/account.ts';
import type { Finding } from '../../model/finding.ts';
import type { RedFlag } from '../red-flag.ts';

export const ${constant}: RedFlag = {
  id: '${id}',
  title: '${title}',
  looksFor: '',
  clauses: [],
  innocent: [],
  limits: [],
  clearedBy: [],
  ask: '',

  async find(accounts, seen) {
    const findings: Finding[] = [];
    const judged = new Set<AccountKey>();
    const bids = await seen.bidsOf(accounts);
    for (const account of accounts) {
      // Of whom enough was seen is judged, whether something is found or not.
      if ((bids.get(account) ?? []).length === 0) continue;
      judged.add(account);
    }
    return { findings, judged };
  },
};
`,
);
register('lib/red-flags/registry.ts', { from: `./${id}/flag.ts`, name: constant, list: 'redFlags' });
writeFileSync(
  cases,
  `import { describe, expect, test } from 'vitest';
import type { Observation } from '../../lib/model/observation.ts';
import { ${constant} } from '../../lib/red-flags/${id}/flag.ts';
import { seenOf } from './seen-of.ts';

const look = async (observations: Observation[]) =>
  (await ${constant}.find(['guru:ines'], seenOf(observations))).findings.length;

describe('innocent', () => {
  test.each<[string, Observation[]]>([
    ['never seen', []],
    // As many honest people who look alike as you can think of.
  ])('%s', async (_, observations) => {
    expect(await look(observations)).toBe(0);
  });
});

describe('found', () => {
  test.todo('what is looked for, in every form it takes');
});
`,
);
process.stdout.write(
  [
    `${flag}: what it looks for, its words, its limits`,
    'lib/red-flags/registry.ts: its line',
    `${cases}: its cases, innocent and found`,
    '',
  ]
    .join('\n')
    .concat(
      'Next: write its words, in assets/locales/red-flags too, then npm test, which says what is still missing.\n',
    ),
);
