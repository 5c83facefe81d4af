// Observations in, one line an account out: what other programs read, and what a person reads along.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../../lib/evidence/memory-evidence.ts';
import { parseObservation } from '../../lib/model/observation.ts';
import { observationsOfRow } from '../../lib/store/export.ts';
import { root } from '../../scripts/lib/tool.ts';

function assess(input: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/assess.ts', '-'], {
    cwd: root,
    encoding: 'utf8',
    input,
  });
  return {
    status,
    lines: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
    stderr,
  };
}
const words = (seed: number) => Array.from({ length: 60 }, (_, i) => `word${seed}x${i}`).join(' ');
const bid = (account: string, seed: number) =>
  JSON.stringify({
    kind: 'bid',
    site: 'guru',
    seenAt: '2026-10-05T08:00:00Z',
    project: `p${seed}`,
    account,
    text: words(seed),
  });
const input = [...Array.from({ length: 12 }, (_, i) => bid(`other${i}`, i)), bid('ada', 100), bid('ben', 100)].join(
  '\n',
);

describe('the command line', { timeout: 60_000 }, () => {
  it('prints every check with its reason and every finding as data and as a sentence', () => {
    const { status, lines } = assess(input);
    expect(status).toBe(0);
    expect(lines).toHaveLength(14);
    const ada = lines.find(({ account }) => account === 'ada');
    expect(Object.keys(ada)).toEqual(['site', 'account', 'level', 'coverage', 'checks', 'findings']);
    expect(ada).toMatchObject({
      level: 'look-closer',
      checks: [
        {
          flag: 'reused-template',
          result: 'found',
          because: 'Compared with 13 texts of 13 other accounts: built from one text with those of 1 account.',
        },
        {
          flag: 'mass-bidding',
          result: 'too-little',
          because: '1 bid on 1 project, no outcome known: too few to say, it takes 100.',
        },
        { flag: 'rating-ring', result: 'too-little' },
      ],
      findings: [
        {
          flag: 'reused-template',
          key: expect.stringMatching(/^reused-template:[0-9a-f]{16}$/),
          clauses: ['P6'],
          strength: 'strong',
          with: ['guru:ben'],
          message: 'acrossBids',
          data: { others: 1, projects: 1 },
          evidence: [{ kind: 'template' }, { kind: 'counts' }],
          says: 'This bid and bids from 1 other account on 1 project are built from one text.',
        },
      ],
    });
    expect(lines.find(({ account }) => account === 'other3')).toMatchObject({ level: 'no-flags', findings: [] });
  });

  it('names a bad line with what is wrong, uses the good ones and exits with 2', () => {
    const { status, lines, stderr } = assess(`${input}\n{"kind":"bid"}\nnot json\n`);
    expect(status).toBe(2);
    expect(lines).toHaveLength(14);
    expect(stderr).toMatch(/^-:15: site/m);
    expect(stderr).toMatch(/^-:16: not JSON/m);
  });

  it('says the same of the same lines in another order, doubled, and of what a store of them exports', () => {
    const lines = readFileSync(join(root, 'tests/store/released-0.1/export.jsonl'), 'utf8').trim().split('\n');
    const store = new MemoryStore();
    for (const line of lines) {
      const parsed = parseObservation(JSON.parse(line));
      if ('observation' in parsed) store.remember(parsed.observation);
    }
    const exported = store.rows().flatMap((row) => observationsOfRow(row).map((one) => JSON.stringify(one)));
    const once = assess(lines.join('\n')).lines;
    expect(once.length).toBeGreaterThan(30);
    expect(assess([...lines, ...lines].reverse().join('\n')).lines).toEqual(once);
    expect(assess(exported.reverse().join('\n')).lines).toEqual(once);
  });
});
