// npm run new:red-flag -- <id>
// Writes all that a red flag consists of: its folder with its words and cases, its lines in the registries, the
// evaluation, the practice marketplace and the README. Until they are filled in the catalogue test says what is
// missing, so that nothing half done is shipped.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { languages } from '../lib/i18n/catalogues.ts';
import { putRight, register, registerLine } from './lib/register.ts';

const [id = ''] = process.argv.slice(2);
const folder = `lib/red-flags/${id}`;
const flag = `${folder}/flag.ts`;
const cases = `${folder}/cases.test.ts`;

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

mkdirSync(folder, { recursive: true });
writeFileSync(
  flag,
  `// Finds … Say here, in a user's words, what is looked for and why it tells something.
import type { StoredBid } from '../../evidence/evidence.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import type { Finding } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import type { FlagCheck, RedFlag } from '../red-flag.ts';
import { sourcesOf } from '../sources.ts';
import en from './en.json' with { type: 'json' };

type MessageId = keyof typeof en.messages;

export const ${constant}: RedFlag = {
  id: '${id}',
  clauses: [],
  // The shares of ordinary accounts that it finds at all and finds strongly, at most: measure them.
  falseAlarms: { question: 0, closer: 0 },
  words: en,

  async evaluate(accounts, evidence) {
    const checks = new Map<AccountKey, FlagCheck & { message: MessageId }>();
    const findings: Finding[] = [];
    const bids = await evidence.bidsOf(accounts);
    for (const account of accounts) {
      // Every account gets one check: found, clear with what was compared, or too little with what is missing.
      const own = bids.get(account) ?? [];
      const data = { bids: own.length };
      const isFound = isLookedFor(own);
      if (isFound) findings.push(finding(account, own));
      if (own.length === 0) checks.set(account, { result: 'too-little', message: 'noBids', data: {} });
      else checks.set(account, { result: isFound ? 'found' : 'clear', message: isFound ? 'found' : 'clear', data });
    }
    return { checks, findings };
  },
};

function isLookedFor(_bids: readonly StoredBid[]): boolean {
  return false;
}

function finding(account: AccountKey, bids: readonly StoredBid[]): Finding & { message: MessageId } {
  return {
    flag: '${id}',
    // A matter between accounts has them in its key, and in \`with\`.
    key: findingKey('${id}'),
    topic: '${id}',
    ...splitAccountKey(account),
    clauses: [...${constant}.clauses],
    strength: 'weak',
    chance: 1,
    with: [],
    message: 'found',
    data: { bids: bids.length },
    evidence: [{ kind: 'counts', rows: [{ label: 'rowBids', value: bids.length }], sources: sourcesOf(bids) }],
  };
}
`,
);
const words: Record<string, Record<string, string>> = {
  en: {
    noBids: 'No bids of this account were seen.',
    clear: '{bids, plural, one {# bid} other {# bids}} compared: …',
    found: '… in {bids, plural, one {# bid} other {# bids}}.',
    rowBids: 'Bids seen',
  },
  es: {
    noBids: 'No se vio ninguna propuesta de esta cuenta.',
    clear: '{bids, plural, one {# propuesta comparada} other {# propuestas comparadas}}: …',
    found: '… en {bids, plural, one {# propuesta} other {# propuestas}}.',
    rowBids: 'Propuestas vistas',
  },
};
for (const language of languages) {
  const messages = words[language] ?? words.en;
  const catalogue = { title: '', looksFor: '', innocent: [], limits: [], clearedBy: [], ask: '', messages };
  writeFileSync(`${folder}/${language}.json`, `${JSON.stringify(catalogue, null, 2)}\n`);
}
register('lib/red-flags/registry.ts', { from: `./${id}/flag.ts`, name: constant, list: 'redFlags' });
registerLine(
  'lib/red-flags/told.ts',
  { start: 'export const toldFlags', end: '];' },
  `  { id: '${id}', clauses: [] },`,
);
writeFileSync(
  cases,
  `import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../tests/evidence-of.ts';
import type { Observation } from '../../model/observation.ts';
import { ${constant} } from './flag.ts';

const look = async (observations: Observation[]) =>
  (await ${constant}.evaluate(['guru:ines'], evidenceOf(observations))).findings.length;

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
const evaluation = `scripts/evaluate/${id}.ts`;
writeFileSync(
  evaluation,
  `// How well ${id} tells what it looks for from what it must leave alone: say how the sets are made and where it fails.
import { ${constant} } from '../../lib/red-flags/${id}/flag.ts';
import type { EvaluatedPart } from './part.ts';

/** The part of docs/evaluation.md about this red flag. */
export async function evaluate(): Promise<EvaluatedPart> {
  return { title: ${constant}.words.title, markdown: 'Not measured yet.' };
}
`,
);
registerLine(
  'scripts/evaluate/registry.ts',
  { start: 'export const parts', end: '};' },
  `  '${id}': async () => (await import('./${id}.ts')).evaluate(),`,
);
registerLine(
  'components/settings/measured.ts',
  { start: 'export const measured', end: '};' },
  `  '${id}': {
    weak: { found: 0, others: 0 },
    moderate: { found: 0, others: 0 },
    strong: { found: 0, others: 0 },
  },`,
);
registerLine('practice/data/truth.ts', { start: 'export const planted:', end: '};' }, `  '${id}': { notPlanted: '' },`);
registerLine('README.md', { start: '| | is found when |', end: '' }, `| … (\`${id}\`) | … |`);
await putRight(
  folder,
  'lib/red-flags/registry.ts',
  'lib/red-flags/told.ts',
  evaluation,
  'scripts/evaluate/registry.ts',
);

process.stdout.write(
  [
    `${flag}: what it looks at`,
    `${languages.map((language) => `${folder}/${language}.json`).join(', ')}: its words`,
    'lib/red-flags/registry.ts, lib/red-flags/told.ts: its lines',
    `${cases}: its cases, innocent and found`,
    `${evaluation}, scripts/evaluate/registry.ts: how well it does`,
    'components/settings/measured.ts: the figures of that, for the settings',
    'practice/data/truth.ts: whom it finds on the practice marketplace, or why nobody',
    'README.md: its row',
    '',
  ]
    .join('\n')
    .concat(
      'Next: npm run test:one tests/catalogue.test.ts tests/i18n/red-flags.test.ts says what is still missing. CONTRIBUTING.md goes through it.\n',
    ),
);
